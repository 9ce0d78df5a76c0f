"""What a paper says beside what was answered: each fact with its place on the page, its verdict, and the way back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.admin.case_leaves import Leaf, Mark, examined, mark
from applications.assessment.models import Finding
from applications.assessment.queries import outcome_of
from applications.core import clock
from applications.documents.disagreements import ENDINGS, Sort
from applications.documents.examination import MrzReading
from applications.documents.models import Paper
from applications.documents.mrz import day_of_expiry
from applications.family.days import short_day
from applications.family.models import Marriage, Parentage, Person
from applications.family.services import folded

SEX = {"F": "female", "M": "male"}
LABELS: Mapping[str, str | Promise] = {
    "family_name": gettext_lazy("Family name"),
    "given_name": gettext_lazy("Given name"),
    "name": gettext_lazy("Name"),
    "birth_name": gettext_lazy("Name at birth"),
    "born_on": gettext_lazy("Born on"),
    "born_place": gettext_lazy("Place of birth"),
    "sex": gettext_lazy("Sex"),
    "father": gettext_lazy("Father"),
    "mother": gettext_lazy("Mother"),
    "husband": gettext_lazy("Husband"),
    "wife": gettext_lazy("Wife"),
    "married_on": gettext_lazy("Married on"),
    "married_place": gettext_lazy("Place of marriage"),
    "died_on": gettext_lazy("Died on"),
    "died_place": gettext_lazy("Place of death"),
    "number": gettext_lazy("Number"),
    "nationality": gettext_lazy("Nationality"),
    "expires_on": gettext_lazy("Expires"),
    "issued_on": gettext_lazy("Issued on"),
    "issued_by": gettext_lazy("Issued by"),
}
"""Facts in the order in which they stand beside a paper."""
CHECKS: Mapping[str, str] = {
    "name": "printed-name",
    "born_on": "printed-birth",
    "born_place": "printed-birth-place",
    "father": "printed-father",
    "mother": "printed-mother",
    "husband": "printed-spouses",
    "wife": "printed-spouses",
    "married_on": "printed-marriage-date",
}
"""Which comparison judges a printed field."""
SORTED: Mapping[Sort, tuple[str, str | Promise]] = {
    Sort.EXPLAINED: ("ok", gettext_lazy("explained")),
    Sort.NEEDS_PAPER: ("look", gettext_lazy("needs a paper")),
    Sort.CONFLICT: ("stop", gettext_lazy("conflict")),
}


@dataclass(frozen=True)
class Place:
    """Where a fact stands: its key, the page through all files, its number in the list, its box.

    The box is in thousandths of the page's width, in both directions, so that letters beside it keep their shape.
    """

    key: str
    label: str
    page: int
    number: int
    box: Mark


@dataclass(frozen=True)
class Fact:
    """Something read off a paper, with its place where it has a box."""

    key: str
    printed: str
    place: Place | None = None


@dataclass(frozen=True)
class Pair:
    """An answer beside what the paper says, with a tag in words; ``url`` leads to the place on the page."""

    label: str
    answered: str
    printed: str = ""
    tone: str = ""
    verdict: str = ""
    key: str = ""
    url: str = ""
    number: int = 0
    finding: int | None = None


def found(paper: Paper, leaves: Sequence[Leaf], findings: Sequence[Finding]) -> list[Fact]:
    """Return what was read off a paper: printed fields, and the fields of its machine-readable zone.

    Where a translation says again what the original says, the first reading stands.
    """
    facts: dict[str, Fact] = {}
    for file in paper.kept_files:
        if not file.checked.examination:
            continue
        pages = {leaf.number: leaf for leaf in leaves if leaf.file.pk == file.pk}
        examination = examined(file)
        for field in examination.fields:
            box, leaf = field.box, pages.get(field.page)
            place = None
            if box and leaf:
                number = sum(1 for fact in facts.values() if fact.place) + 1
                tall = leaf.page.height / leaf.page.width
                upright = (box[0], box[1] * tall, box[2], box[3] * tall)
                place = Place(field.name, str(LABELS[field.name]), leaf.place, number, mark(upright))
            facts.setdefault(field.name, Fact(field.name, field.printed or field.value, place))
    return [*facts.values(), *of_zone(reading_of(paper), set(facts))]


def of_zone(zone: MrzReading | None, known: set[str]) -> list[Fact]:
    """Return the fields of a machine-readable zone in words."""
    if zone is None:
        return []
    fields = zone.fields
    expires = fields.get("expires_on", "")
    said = {
        "family_name": fields.get("family_names", ""),
        "given_name": fields.get("given_names", ""),
        "born_on": day_of_zone(fields.get("born_on", "")),
        "sex": sex_words(fields.get("sex", "")),
        "number": fields.get("document_number", ""),
        "nationality": fields.get("nationality", ""),
        "expires_on": day_of_expiry(expires, clock.today()) or expires,
    }
    return [Fact(key, printed) for key, printed in said.items() if printed and key not in known]


def reading_of(paper: Paper) -> MrzReading | None:
    """Return the machine-readable zone of a paper, or None."""
    readings = [examined(file).mrz for file in paper.kept_files if file.checked.examination]
    return max((reading for reading in readings if reading), key=lambda reading: reading.valid, default=None)


DAYS = frozenset({"born_on", "died_on"})


def pairs_of(paper: Paper, facts: Sequence[Fact], findings: Sequence[Finding], page: int) -> list[Pair]:
    """Return the answers about the person a paper is about, beside what the paper says; ``page`` lies on the desk."""
    answered = answers_about(paper.person)
    printed = {fact.key: fact for fact in facts}
    split_names = "family_name" in printed
    keys = [
        key
        for key in LABELS
        if key in printed
        or (answered.get(key) and key not in ({"name"} if split_names else {"family_name", "given_name"}))
    ]
    return [pair(paper, key, answered.get(key, ""), printed.get(key), findings, page) for key in keys]


def answers_about(person: Person) -> dict[str, str]:
    """Return what was answered about a person by key, as far as papers speak of it."""
    told = {
        "family_name": person.family_name,
        "given_name": person.given_name,
        "name": person.full_name,
        "birth_name": person.birth_name,
        "born_on": person.born_on,
        "born_place": person.birth_place,
        "sex": person.get_sex_display(),
        "died_on": person.died_on,
    }
    for tie in Parentage.objects.filter(child=person).select_related("parent").order_by("role"):
        told[tie.role] = tie.parent.full_name or "–"
    marriage = Marriage.objects.filter(spouse=person).select_related("person").order_by("pk").first()
    if marriage:
        is_wife = person.sex == Person.Sex.FEMALE
        told["wife" if is_wife else "husband"] = person.full_name
        told["husband" if is_wife else "wife"] = marriage.person.full_name
        told["married_on"], told["married_place"] = marriage.married_on, marriage.place
    return told


def pair(paper: Paper, key: str, answered: str, fact: Fact | None, findings: Sequence[Finding], page: int) -> Pair:
    """Return one fact with what a comparison made of it; a zone's own fields are compared letter by letter."""
    label = str(LABELS[key])
    shown = short_day(answered) if key in DAYS else answered
    if fact is None:
        return Pair(label, shown)
    tone, verdict, finding = judged(paper, fact, findings)
    if not verdict and answered and fact.place is None and key in AGREE:
        agrees = AGREE[key](answered, fact.printed)
        tone, verdict = ("ok", _("agrees")) if agrees else ("look", _("differs"))
    place = fact.place
    url = ""
    if place:
        here = "" if place.page == page else f"?{urlencode({'paper': paper.pk, 'page': place.page})}"
        url = f"{here}#mark-{key}"
    return Pair(label, shown, fact.printed, tone, str(verdict), key, url, place.number if place else 0, finding)


def judged(paper: Paper, fact: Fact, findings: Sequence[Finding]) -> tuple[str, str | Promise, int | None]:
    """Return tone and words of what the comparison of a field says now, and the finding's number; empty for none."""
    check = CHECKS.get(fact.key)
    own = [each for each in findings if check and each.paper_id == paper.pk and each.code.startswith(f"{check}-")]
    for finding in own:
        ending = finding.code.removeprefix(f"{check}-")
        if ending == "ok":
            return "ok", _("agrees"), finding.pk
        says = [str(reason.get("args", {}).get("printed")) for reason in finding.reasons]
        if ending in ENDINGS and fact.printed in says:
            if outcome_of(finding) != finding.outcome and outcome_of(finding) == Finding.Outcome.ACCEPT:
                return "ok", _("accepted by an officer"), finding.pk
            return *SORTED[ENDINGS[ending]], finding.pk
    return "", "", None


def same_name(answered: str, printed: str) -> bool:
    """Whether two spellings are one name without accents, or one begins the other (zones cut long names)."""
    one, other = folded(answered).replace("-", " "), folded(printed).replace("-", " ")
    return one == other or one.startswith(other) or other.startswith(one)


def same_day(answered: str, printed: str) -> bool:
    """Whether an ISO date and a zone's year of two digits, month and day are one; partial answers go as far as they do."""
    return bool(answered[2:]) and printed.startswith(answered[2:])


AGREE: Mapping[str, Callable[[str, str], bool]] = {
    "family_name": same_name,
    "given_name": same_name,
    "born_on": same_day,
    "sex": same_name,
}
"""How the fields of a zone are compared with the answers here; the findings judge them in full."""


def day_of_zone(printed: str) -> str:
    """Return six digits of a zone as year, month and day, without guessing the century."""
    return f"{printed[:2]}-{printed[2:4]}-{printed[4:6]}" if len(printed) == 6 and printed.isdigit() else printed  # noqa: PLR2004 - YYMMDD


def sex_words(letter: str) -> str:
    """Return the sex a zone names, in words."""
    return str(Person.Sex(SEX[letter]).label) if letter in SEX else letter
