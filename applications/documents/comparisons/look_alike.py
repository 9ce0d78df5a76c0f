"""Pages that look like a page of another paper of the case."""

from collections.abc import Iterator

from applications.documents.check import ComparedPaper, Comparison, DoesNotApplyError, Label, comparison
from applications.documents.examination import Page
from applications.documents.limits import SAME_DOCUMENT_BITS, SAME_MARKS
from applications.documents.verdict import Outcome, Scalar, Verdict, Words, on_pages


@comparison(
    "look-alike",
    version="3",
    label=Label("Hasonló oldal", "Similar page"),
    words={
        "looks-like-another": Words(
            hu="Ez az irat majdnem ugyanúgy néz ki, mint egy másik, amelyet feltöltött. Ha véletlenül kétszer töltötte "
            "fel, az egyiket törölje; ha két külön irat, nincs teendője.",
            en="This paper looks nearly the same as another one you uploaded. If you uploaded it twice by mistake, "
            "remove one; if they are two papers, you need not do anything.",
            staff_hu="Majdnem egyezik egy másik irattal ({distance} bit eltérés)",
            staff_en="Nearly the same as another paper ({distance} bits apart)",
        ),
    },
)
def look_alike(compared: Comparison) -> Iterator[Verdict]:
    """A hash only nominates: papers printed on one form hash alike. What is written must agree too."""
    if not compared.others or compared.paper.kind == "photo":
        raise DoesNotApplyError
    for other in compared.others:
        if other.id == compared.paper.id or other.kind == "photo" or set(other.sha256s) & set(compared.paper.sha256s):
            continue
        near = {} if say_two(compared.paper, other) else near_pages(compared.paper, other)
        if near:
            args: dict[str, Scalar] = {"other": other.id, "distance": min(near.values())}
            yield Verdict("looks-like-another", Outcome.REVIEW, args, on_pages(near))


def say_two(one: ComparedPaper, other: ComparedPaper) -> bool:
    """Whether numbers, or a name and a day of birth, were read on both and differ."""
    if one.mrz is not None and other.mrz is not None:
        return one.mrz.fields.get("document_number") != other.mrz.fields.get("document_number")
    mine = {field.name: field.value for field in one.fields}
    theirs = {field.name: field.value for field in other.fields}
    return any(mine.get(name) and theirs.get(name) and mine[name] != theirs[name] for name in ("number", "born_on"))


def near_pages(paper: ComparedPaper, other: ComparedPaper) -> dict[int, int]:
    """Numbers of own pages that are near a page of the other paper and bear its marks, with the distance in bits."""
    theirs = [page for page in other.pages if not page.blank]
    near: dict[int, int] = {}
    for number, page in enumerate(paper.pages, 1):
        for each in theirs if not page.blank else ():
            distance = (int(page.phash, 16) ^ int(each.phash, 16)).bit_count()
            if distance <= SAME_DOCUMENT_BITS and bears_marks_of(page, each):
                near[number] = min(distance, near.get(number, distance))
    return near


def bears_marks_of(page: Page, other: Page) -> bool:
    """Whether two pages have so many marks in common that one is a copy of the other."""
    room = min(len(page.marks), len(other.marks))
    return bool(room) and len({*page.marks} & {*other.marks}) >= SAME_MARKS * room
