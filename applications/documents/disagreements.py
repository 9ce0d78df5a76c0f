"""What is said where a printed field and an answer, or two papers, do not read alike; and how it is sorted.

Every such code ends in the name of a sort: explained ones carry the words of a declaration to add, others ask for a
paper or are a conflict that a person looks at. Names of forms differ, so the sentences are built here once for all.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from applications.documents.agreement import Days, Judged, Places, Standing, days, judged, places
from applications.documents.comparison import ComparedPaper, Comparison, Kin
from applications.documents.examination import PrintedField
from applications.documents.verdict import Evidence, Outcome, Verdict, Words


class Sort(StrEnum):
    """Into what a disagreement sorts."""

    EXPLAINED = "explained"
    NEEDS_PAPER = "needs_paper"
    CONFLICT = "conflict"


ENDINGS: Final[Mapping[str, Sort]] = {
    "spelling": Sort.EXPLAINED,
    "national": Sort.EXPLAINED,
    "married": Sort.EXPLAINED,
    "renamed": Sort.EXPLAINED,
    "day-month": Sort.EXPLAINED,
    "marriage-paper": Sort.NEEDS_PAPER,
    "name-paper": Sort.NEEDS_PAPER,
    "conflict": Sort.CONFLICT,
    "unknown-place": Sort.CONFLICT,
}
"""The ends of codes, each after the id of its check."""


class About(NamedTuple):
    """What a check compares, as the subject of a sentence in both languages."""

    hu: str
    en: str


DECLARES_HU = "„Kijelentem, hogy a(z) {printed} és a(z) {answered} név ugyanazt a személyt jelöli.”"
DECLARES_EN = "“I declare that the names {printed} and {answered} denote one and the same person.”"
PLACES_HU = "„Kijelentem, hogy a(z) {printed} és a(z) {answered} ugyanazt a települést jelöli.”"
PLACES_EN = "“I declare that {printed} and {answered} denote one and the same settlement.”"
DAYS_HU = "„Kijelentem, hogy a helyes dátum {answered}; a(z) {printed} alakban a nap és a hónap sorrendje fordított.”"
DAYS_EN = "“I declare that the right date is {answered}; in {printed} the day and the month stand the other way round.”"


def _words(about: About, hu: str, en: str, staff_hu: str, staff_en: str) -> Words:
    both_hu, both_en = "„{printed}” / „{answered}”", "“{printed}” / “{answered}”"
    return Words(
        hu=f"{about.hu}: az iraton „{{printed}}”, máshol „{{answered}}” áll. {hu}",
        en=f"{about.en}: the paper says “{{printed}}”, elsewhere it is “{{answered}}”. {en}",
        staff_hu=f"{about.hu}: {staff_hu} – {both_hu}",
        staff_en=f"{about.en}: {staff_en} – {both_en}",
    )


def _declare(hu: str, en: str, text_hu: str, text_en: str) -> tuple[str, str]:
    return (
        f"{hu} Nincs teendője; ha kérik, ezt a nyilatkozatot csatolhatja: {text_hu}",
        f"{en} You need not do anything; if asked, you can add this declaration, in Hungarian: {text_hu} "
        f"It means: {text_en}",
    )


def words_of_names(check: str, about: About) -> dict[str, Words]:
    """The codes of a check that compares names, with their words."""
    spelling = _declare(
        "Ez ugyanannak a névnek más helyesírása vagy átírása.",
        "This is another spelling or transliteration of one name.", DECLARES_HU, DECLARES_EN,
    )  # fmt: skip
    national = _declare(
        "Az egyik a másik név ismert megfelelője egy másik nyelvben.",
        "One is the known form of the other in another language.", DECLARES_HU, DECLARES_EN,
    )  # fmt: skip
    married = _declare(
        "Ez a házasság utáni név; a házassági anyakönyvi kivonat igazolja.",
        "This is the name by marriage; the marriage certificate proves it.", DECLARES_HU, DECLARES_EN,
    )  # fmt: skip
    return {
        f"{check}-spelling": _words(about, *spelling, "más helyesírás", "other spelling"),
        f"{check}-national": _words(about, *national, "nemzeti névalak", "national form"),
        f"{check}-married": _words(about, *married, "házassági név", "name by marriage"),
        f"{check}-marriage-paper": _words(
            about,
            "Ez a házasság utáni név lehet. Kérjük, töltse fel a házassági anyakönyvi kivonatot is.",
            "This may be a name by marriage. Please upload the marriage certificate too.",
            "házassági név, hiányzik a házassági kivonat",
            "name by marriage, marriage certificate missing",
        ),
        f"{check}-name-paper": _words(
            about,
            "Az utónév egyezik, a családi név nem. Ha a név megváltozott, kérjük, töltse fel az erről szóló iratot "
            "(névváltoztatás, házasság); ha elírás, javítsa, amelyik hibás.",
            "The given name agrees, the family name does not. If the name was changed, please upload the paper about it "
            "(change of name, marriage); if it is a slip, correct the one that is wrong.",
            "más családi név, irat kell",
            "other family name, needs a paper",
        ),
        f"{check}-conflict": _words(
            about,
            "Kérjük, nézze meg, melyik a helyes, és javítsa, vagy töltse fel a megfelelő iratot.",
            "Please see which is right and correct it, or upload the right paper.",
            "ellentmondás",
            "conflict",
        ),
    }  # fmt: skip


def words_of_dates(check: str, about: About) -> dict[str, Words]:
    """The codes of a check that compares dates, with their words."""
    swapped = _declare(
        "A nap és a hónap sorrendje fordított lehet.",
        "Day and month may stand the other way round.", DAYS_HU, DAYS_EN,
    )  # fmt: skip
    return {
        f"{check}-day-month": _words(about, *swapped, "nap és hónap felcserélve", "day and month swapped"),
        f"{check}-conflict": _words(
            about,
            "Kérjük, javítsa, amelyik hibás, vagy töltse fel a megfelelő iratot.",
            "Please correct the one that is wrong, or upload the right paper.",
            "eltérő dátum",
            "dates differ",
        ),
    }


def words_of_places(check: str, about: About) -> dict[str, Words]:
    """The codes of a check that compares places, with their words."""
    renamed = _declare(
        "A kettő ugyanannak a településnek a neve más nyelven vagy más korban.",
        "Both are names of one settlement, in another language or at another time.", PLACES_HU, PLACES_EN,
    )  # fmt: skip
    spelling = _declare(
        "Ez ugyanannak a helynévnek más helyesírása lehet.",
        "This may be another spelling of one name.", PLACES_HU, PLACES_EN,
    )  # fmt: skip
    differs_hu = "Kérjük, nézze meg, melyik a helyes, és javítsa, vagy töltse fel a megfelelő iratot."
    differs_en = "Please see which is right and correct it, or upload the right paper."
    return {
        f"{check}-renamed": _words(about, *renamed, "a hely más neve", "another name of the place"),
        f"{check}-spelling": _words(about, *spelling, "más helyesírás", "other spelling"),
        f"{check}-unknown-place": _words(
            about, differs_hu, differs_en, "ismeretlen helynév", "a place that is not known"
        ),
        f"{check}-conflict": _words(about, differs_hu, differs_en, "másik hely", "another place"),
    }


def sort_of(code: str) -> Sort | None:
    """Into what a code sorts; None for one that speaks of no disagreement of this kind."""
    if not code.startswith(("printed-", "papers-")):
        return None
    return next((sort for ending, sort in ENDINGS.items() if code.endswith(f"-{ending}")), None)


def where(field: PrintedField, other: PrintedField | None = None, paper: str = "") -> tuple[Evidence, ...]:
    """Evidence that points at a printed field, and at the one on another paper it was compared with."""
    own = Evidence(field.page, field.box)
    return (own, Evidence(other.page, other.box, paper)) if other is not None else (own,)


def verdict(
    code: str, outcome: Outcome, field: PrintedField, answered: str, evidence: tuple[Evidence, ...] = ()
) -> Verdict:
    """A verdict about a printed field and what it was compared with."""
    return Verdict(
        code, outcome, {"printed": field.printed or field.value, "answered": answered}, evidence or where(field)
    )


def best_name(fields: Iterable[PrintedField], who: Kin) -> tuple[PrintedField, Judged] | None:
    """The reading of a name that agrees best with somebody's names, and how; None where there is nothing to compare."""
    found = [(field, judged(field.value, who)) for field in fields if who.names]
    return max(found, key=lambda pair: pair[1].standing, default=None)


def name_verdict(check: str, field: PrintedField, found: Judged, *, married: bool) -> Verdict | None:
    """What a name sorted in this way says, None where it simply agrees; `married`: a certificate of it is at hand."""
    ending, outcome = {
        Standing.SPELLING: ("spelling", Outcome.ACCEPT),
        Standing.NATIONAL: ("national", Outcome.ACCEPT),
        Standing.MARRIED: ("married", Outcome.ACCEPT) if married else ("marriage-paper", Outcome.REVIEW),
        Standing.UNKNOWN_FAMILY_NAME: ("name-paper", Outcome.REVIEW),
        Standing.CONFLICT: ("conflict", Outcome.REVIEW),
    }.get(found.standing, ("", Outcome.ACCEPT))
    return verdict(f"{check}-{ending}", outcome, field, found.answered) if ending else None


def marriage_is_proved(compared: Comparison, who: Kin) -> bool:
    """Whether a certificate of a marriage of this person is among the papers."""
    papers: tuple[ComparedPaper, ...] = (compared.paper, *compared.others)
    return any(paper.kind == "marriage_certificate" and paper.about in who.circle for paper in papers)


def date_verdict(check: str, field: PrintedField, known: str) -> Verdict | None:
    """What a printed date says beside a known one (ISO), None where it simply agrees as far as both go.

    Day and month can only have changed places where the month is printed in figures.
    """
    standing = days(field.value, known)
    if standing is Days.SAME:
        return None
    if standing is Days.SWAPPED and not any(letter.isalpha() for letter in field.printed):
        return verdict(f"{check}-day-month", Outcome.ACCEPT, field, known)
    return verdict(f"{check}-conflict", Outcome.REVIEW, field, known)


def place_verdict(check: str, field: PrintedField, answered: str) -> Verdict | None:
    """What a printed place says beside an answered one, None where it simply agrees."""
    ending, outcome = {
        Places.RENAMED: ("renamed", Outcome.ACCEPT),
        Places.SPELLING: ("spelling", Outcome.ACCEPT),
        Places.UNKNOWN: ("unknown-place", Outcome.REVIEW),
        Places.DIFFERENT: ("conflict", Outcome.REVIEW),
    }.get(places(field.value, answered), ("", Outcome.ACCEPT))
    return verdict(f"{check}-{ending}", outcome, field, answered) if ending else None


def twins(compared: Comparison, name: str) -> Iterator[tuple[PrintedField, PrintedField, str]]:
    """A field of the paper beside the same field of each earlier paper about the same person, with that paper's id.

    Two papers are compared once: on the later one.
    """
    ours = compared.paper.says(name)
    for other in compared.others:
        earlier = (len(other.id), other.id) < (len(compared.paper.id), compared.paper.id)
        theirs = other.says(name)
        if ours and theirs and earlier and other.about and other.about == compared.paper.about:
            yield ours[0], theirs[0], other.id
