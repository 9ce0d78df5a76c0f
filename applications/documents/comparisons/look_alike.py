"""Pages that look like a page of another paper of the case."""

from collections.abc import Iterator
from typing import Final

from applications.documents.check import ComparedPaper, Comparison, DoesNotApplyError, Label, comparison
from applications.documents.examination import Page
from applications.documents.folding import folded
from applications.documents.kind_names import NAMES
from applications.documents.laid import ENOUGH_PATCHES, PagePair
from applications.documents.limits import SAME_BOTH_WAYS, SAME_MARKS
from applications.documents.verdict import Evidence, Outcome, Scalar, Verdict, Words

TWO: Final = 2
"""Fields that must be read otherwise for papers to be two: one alone may be misread, or be what was changed."""

TELLING: Final = {"number", "name", "zone document_number"}
"""Fields in which papers of one family on one form differ; parents, places and days they may have in common."""

WHOLE: Final = 100


@comparison(
    "look-alike",
    version="5",
    label=Label("Hasonló oldal", "Similar page"),
    words={
        "looks-like-another": Words(
            hu="Ezen az oldalon szinte ugyanaz áll, mint egy másik feltöltött irat oldalán ({other_hu}); a két kép lehet "
            "elforgatva, másképp vágva vagy újra mentve. Ha véletlenül kétszer töltötte fel, az egyiket törölje; ha két "
            "külön irat, nincs teendője.",
            en="This page shows nearly the same as a page of another paper you uploaded ({other_en}); one picture may be "
            "turned, cropped or saved again. If you uploaded it twice by mistake, remove one; if they are two papers, "
            "you need not do anything.",
            staff_hu="Szinte ugyanaz, mint egy másik irat oldala ({other_hu}, {agree} %)",
            staff_en="Nearly the same as a page of another paper ({other_en}, {agree} %)",
        ),
        "looks-like-another-changed": Words(
            hu="Ez az oldal egyetlen hely kivételével megegyezik egy másik irat oldalával, amelyet feltöltött ({other_hu}). "
            "Kérjük, vesse össze a kettőt: ha ugyanaz a papír, azt a képet hagyja meg, amelyik az eredetit mutatja, a másikat "
            "törölje; ha két külön irat, nincs teendője.",
            en="But for one place, this page is the same as a page of another paper you uploaded ({other_en}). Please look at "
            "the two: if they are one paper, keep the picture that shows the original and remove the other; if they are "
            "two papers, you need not do anything.",
            staff_hu="Egy hely kivételével megegyezik egy másik irat oldalával ({other_hu}, {agree} %)",
            staff_en="But for one place the same as a page of another paper ({other_en}, {agree} %)",
        ),
    },
)
def look_alike(compared: Comparison) -> Iterator[Verdict]:
    """Pages that were laid on each other and agree; where nobody could lay them, those that have their marks in common.

    Papers of one form have little in common and differ in several places when laid, so both leave them alone.
    """
    if not compared.others:
        raise DoesNotApplyError
    for other in compared.others:
        if other.id == compared.paper.id or set(other.sha256s) & set(compared.paper.sha256s):
            continue
        verdict = by_laying(compared, other) or by_marks(compared, other)
        if verdict:
            yield verdict


def by_laying(compared: Comparison, other: ComparedPaper) -> Verdict | None:
    """What the pages of two papers say that agree whichever of them is laid on the other.

    Papers of one form of which little can be made out may agree in all of it: where few patches are seen, or a place
    differs, pages must have their marks in common as well, or be read as one paper.
    """
    is_photo = compared.paper.kind == "photo"
    both = {
        pair: (laid, compared.laid[pair.turned_round])
        for pair, laid in sorted(compared.laid.items())
        if (pair.paper, pair.other) == (compared.paper.id, other.id) and pair.turned_round in compared.laid
    }
    same = {
        pair: ways
        for pair, ways in both.items()
        if all(each.is_same_photo if is_photo else each.is_same and each.elsewhere >= SAME_BOTH_WAYS for each in ways)
    }
    whole = {pair: ways for pair, ways in same.items() if is_photo or all(each.shows_enough for each in ways)}
    if not whole and not say_one(compared.paper, other):
        same = {pair: ways for pair, ways in same.items() if marks_agree(compared.paper, other, pair)}
    if not same or (not whole and say_two(compared.paper, other)):
        return None
    changed = not whole and any(each.is_changed for ways in same.values() for each in ways)
    evidence = [
        seen
        for pair, (there, back) in (whole or same).items()
        for seen in (
            Evidence(pair.page, there.differs if changed else None),
            Evidence(pair.other_page, back.differs if changed else None, other.id),
        )
    ]
    agree = min(each.agree for ways in (whole or same).values() for each in ways)
    return said("looks-like-another-changed" if changed else "looks-like-another", other, agree, evidence)


def marks_agree(paper: ComparedPaper, other: ComparedPaper, pair: PagePair) -> bool:
    """Whether the pages of a pair have so many marks in common that one is a copy of the other."""
    return share_of_marks(paper.pages[pair.page - 1], other.pages[pair.other_page - 1]) >= SAME_MARKS


def by_marks(compared: Comparison, other: ComparedPaper) -> Verdict | None:
    """What pages say that have so many marks in common that one is a copy of the other; laying has the last word.

    Certificates that an office makes without paper have their whole form in common to the pixel.
    """
    paper = compared.paper
    if "photo" in {paper.kind, other.kind} or say_two(paper, other):
        return None
    shares = {
        (number, other_number): share_of_marks(page, theirs)
        for number, page in enumerate(paper.pages, 1)
        for other_number, theirs in enumerate(other.pages, 1)
        if not page.blank and not theirs.blank and not was_laid(compared, other, number, other_number)
    }
    near = {places: share for places, share in shares.items() if share >= SAME_MARKS}
    if not near:
        return None
    evidence = [seen for own, theirs in sorted(near) for seen in (Evidence(own), Evidence(theirs, None, other.id))]
    return said("looks-like-another", other, max(near.values()), evidence)


def was_laid(compared: Comparison, other: ComparedPaper, number: int, other_number: int) -> bool:
    """Whether enough was seen of two pages when they were laid on each other to say that they are not one."""
    pair = PagePair(compared.paper.id, number, other.id, other_number)
    ways = [compared.laid[each] for each in (pair, pair.turned_round) if each in compared.laid]
    return any(each.patches >= ENOUGH_PATCHES for each in ways)


def said(code: str, other: ComparedPaper, agree: float, evidence: list[Evidence]) -> Verdict:
    """The verdict that names another paper."""
    name_hu, name_en = NAMES[other.kind]
    args: dict[str, Scalar] = {
        "other": other.id,
        "other_hu": name_hu,
        "other_en": name_en,
        "agree": round(WHOLE * agree),
    }
    return Verdict(code, Outcome.REVIEW, args, tuple(dict.fromkeys(evidence)))


def share_of_marks(page: Page, other: Page) -> float:
    """Which share (0 to 1) of their marks two pages have in common."""
    return len({*page.marks} & {*other.marks}) / max(1, min(len(page.marks), len(other.marks)))


def say_two(one: ComparedPaper, other: ComparedPaper) -> bool:
    """Whether at least two fields were read on both and differ, of the zones where there are two, else of the print."""
    mine, theirs = values(one), values(other)
    return sum(mine[name].isdisjoint(theirs[name]) for name in mine.keys() & theirs.keys()) >= TWO


def say_one(one: ComparedPaper, other: ComparedPaper) -> bool:
    """Whether the number or the name was read alike on both."""
    mine, theirs = values(one), values(other)
    return any(not mine[name].isdisjoint(theirs[name]) for name in TELLING & mine.keys() & theirs.keys())


def values(paper: ComparedPaper) -> dict[str, set[str]]:
    """Every reading of each field of a paper, folded; those of a zone by their own names."""
    read: dict[str, set[str]] = {}
    if paper.mrz is not None and paper.mrz.valid:
        read = {f"zone {name}": {folded(value)} for name, value in paper.mrz.fields.items() if value}
    for field in paper.fields:
        read.setdefault(field.name, set()).add(folded(field.value))
    return read
