"""The pages of a paper as pictures, the boxes that findings point at, and the snippets a finding compares."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from applications.admin.words import kind_words
from applications.assessment.models import Finding
from applications.assessment.queries import outcome_of
from applications.documents.examination import Examination, Page, examination_from_json
from applications.documents.models import Paper, PaperFile
from applications.intake.models import Application

AROUND = 0.02
"""What a snippet shows around its box, as a share of the page's height."""


@dataclass(frozen=True)
class Leaf:
    """One page of a paper: the file it is in, its number there and through all files, its pictures."""

    file: PaperFile
    number: int
    place: int
    page: Page


@dataclass(frozen=True)
class Mark:
    """A box on a page, in thousandths of its width and height, for the drawing over the picture."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Snippet:
    """A piece of a page that a finding speaks of: whose paper it is, the picture, the part to show in its pixels."""

    title: str
    picture: str
    url: str
    page: Page
    view: str
    ratio: float

    @property
    def width(self) -> int:
        """How wide it is drawn, in pixels of the screen, at most."""
        return min(440, round(64 * self.ratio) + 40)


def leaves_of(paper: Paper) -> list[Leaf]:
    """Return the pages of a paper through all its files that have been examined."""
    found: list[Leaf] = []
    for file in paper.kept_files:
        for page in examined(file).pages if file.checked.examination else ():
            if page.preview_file:
                found.append(Leaf(file, page.number, len(found) + 1, page))
    return found


def examined(file: PaperFile) -> Examination:
    """Return what was found in a file."""
    return examination_from_json(file.checked.examination)


def place_of(leaves: Sequence[Leaf], page: str, file: str = "") -> int:
    """Return the index of the page asked for: by file and number in it, or by its place in the paper."""
    for index, leaf in enumerate(leaves):
        if file and str(leaf.file.pk) == file and str(leaf.number) == page:
            return index
        if not file and str(leaf.place) == page:
            return index
    return 0


def leaf_url(paper: Paper, leaf: Leaf) -> str:
    """Return the address of a page on the desk."""
    return f"?{urlencode({'paper': paper.pk, 'page': leaf.place})}#desk"


def picture_url(case: Application, leaf: Leaf, size: str = "page") -> str:
    """Return the address of a page's picture."""
    return reverse("admin:case_picture", args=[case.pk, leaf.file.pk, leaf.number, size])


def beside_url(case: Application, paper: Paper, leaf: Leaf, asked: Finding | None, papers: Sequence[Paper]) -> str:
    """Return the address that lays this page beside another: the one a finding compares it with, or the next paper's."""
    named = {seen["paper"] for seen in places_of(asked) if seen.get("paper")} if asked else set()
    others = [other for other in papers if other.pk != paper.pk]
    other = next((each for each in others if str(each.pk) in named), others[0] if others else paper)
    words = {"left": paper.pk, "left_page": leaf.place, "right": other.pk, "right_page": 1}
    return f"{reverse('admin:case_compare', args=[case.pk])}?{urlencode(words)}"


def places_of(finding: Finding) -> Iterator[Mapping[str, object]]:
    """Yield the places on papers that a finding points at: page, box, and paper where it is another one."""
    for seen in finding.evidence:
        if isinstance(seen, dict) and seen.get("page"):
            yield seen


def marks_of(leaf: Leaf, findings: Sequence[Finding], asked: Finding | None) -> list[Mark]:
    """Return the boxes that findings point at on this page: of one finding where it is asked for, else of all open ones."""
    marks = []
    for finding in [asked] if asked else findings:
        if asked is None and outcome_of(finding) == Finding.Outcome.ACCEPT:
            continue
        for seen in places_of(finding):
            about = str(seen.get("paper") or finding.paper_id)
            page = leaf.place if seen.get("paper") or finding.file_id is None else leaf.number
            here = about == str(leaf.file.paper_id) and finding.file_id in {None, leaf.file.pk}
            box = seen.get("box")
            if here and seen["page"] == page and isinstance(box, list):
                marks.append(mark(box))
    return marks


def mark(box: Sequence[float]) -> Mark:
    """Return a box for the drawing over the picture."""
    left, top, right, bottom = (round(1000 * float(side)) for side in box)
    return Mark(left, top, right - left, bottom - top)


def snippets_of(case: Application, finding: Finding, papers: Sequence[Paper]) -> list[Snippet]:
    """Return the pieces of pages that a finding points at, each cut from its page."""
    by_id = {str(paper.pk): paper for paper in papers}
    found = []
    for seen in places_of(finding):
        paper, box = by_id.get(str(seen.get("paper") or finding.paper_id)), seen.get("box")
        leaves = leaves_of(paper) if paper else []
        own_file = str(finding.file_id) if finding.file_id and not seen.get("paper") else ""
        if paper and leaves and isinstance(box, list):
            leaf = leaves[place_of(leaves, str(seen["page"]), own_file)]
            found.append(snippet(case, paper, leaf, box))
    return found


def snippet(case: Application, paper: Paper, leaf: Leaf, box: Sequence[float]) -> Snippet:
    """Return the piece of a page in a box, with a little around it."""
    page = leaf.page
    around = AROUND * page.height
    left, right = max(0.0, box[0] * page.width - around), min(page.width, box[2] * page.width + around)
    top, bottom = max(0.0, box[1] * page.height - around), min(page.height, box[3] * page.height + around)
    width, height = max(1.0, right - left), max(1.0, bottom - top)
    return Snippet(
        title=f"{kind_words(paper.kind)}, {paper.person}",
        picture=picture_url(case, leaf),
        url=leaf_url(paper, leaf),
        page=page,
        view=f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}",
        ratio=width / height,
    )
