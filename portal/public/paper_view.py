"""A paper as its owner sees it: pages as pictures, what the checks say in plain words, where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from applications.assessment.papers import examined
from applications.documents import check
from applications.documents.disagreements import sort_of
from applications.documents.examination import Examination
from applications.documents.kinds import KIND, Kind
from applications.documents.models import CheckedFile, Paper, PaperFile
from applications.documents.queries import papers_of
from applications.documents.verdict import Outcome, Verdict
from applications.pipeline import about_paper
from portal.public.countries import reader_language
from portal.public.draft import Draft
from portal.public.leaves import Leaf, leaves_of
from portal.public.outlook import TONE, paper_words
from portal.public.waiting import Progress, progress_of

INCOMPLETE = "pages-missing"
"""What the checks say of a paper whose own page numbers tell that a page is missing."""


@dataclass(frozen=True)
class Trouble:
    """A page on which something hinders reading: its size in pixels, the boxes to mark on it, and what to do."""

    number: int
    width: int
    height: int
    boxes: Sequence[tuple[int, int, int, int]]
    words: str


@dataclass(frozen=True)
class FileView:
    """A file: its state in words, the numbers of its drawn pages, what was found on it and where."""

    file: PaperFile
    name: str
    tone: str
    word: str
    pages: Sequence[int]
    said: Sequence[tuple[str, str]]
    troubles: Sequence[Trouble] = ()
    leaves: Sequence[Leaf] = ()
    progress: Sequence[Progress] = ()


@dataclass(frozen=True)
class PaperView:
    """A paper: its kind, whom it is about, its files, what comparing it with the answers says."""

    paper: Paper
    kind: Kind
    about: str
    tone: str
    word: str | Promise
    files: Sequence[FileView]
    compared: Sequence[tuple[str, str]]
    waiting: bool
    is_incomplete: bool = False

    @property
    def holds_up(self) -> bool:
        """Whether an answer cannot go to the office with it: it is being checked, cannot be used, or lacks pages."""
        return self.waiting or self.tone == "stop" or self.is_incomplete

    @property
    def parts(self) -> list[tuple[str, list[FileView]]]:
        """The files of the original and of the translation, where there are any."""
        names = ((PaperFile.Part.ORIGINAL, _("The paper")), (PaperFile.Part.TRANSLATION, _("Its translation")))
        return [
            (name, files) for part, name in names if (files := [each for each in self.files if each.file.part == part])
        ]

    @property
    def first_picture(self) -> FileView | None:
        """The first file that has a picture."""
        return next((file for file in self.files if file.pages), None)


def paper_view(draft: Draft, paper: Paper, *, whole: bool = False) -> PaperView:
    """Return a paper as its owner sees it; ``whole`` also compares it with the answers and the other papers."""
    files = [whole_view(file, paper.kind) if whole else file_view(file) for file in paper.kept_files]
    waiting = any(file.checked.state == CheckedFile.State.WAITING for file in paper.kept_files)
    compared: list[tuple[str, str]] = []
    incomplete = False
    if whole and not waiting:
        family_papers = list(papers_of(draft.application.family_id))
        statements = about_paper(draft.application, paper, family_papers)
        incomplete = any(statement.code == INCOMPLETE for statement in statements)
        compared = [
            (TONE[statement.outcome], " ".join(paper_words(reason) for reason in statement.reasons))
            for statement in statements
            if statement.file is None
            and (statement.outcome != Outcome.ACCEPT or sort_of(statement.code))
            and not check.for_staff_only(statement.code)
        ]
    tone, word = standing(files, compared, waiting=waiting)
    stop = next((stop for stop in draft.stops if stop.asked.person == paper.person_id), None)
    about = draft.name(paper.person_id) or (draft.who(stop.asked) if stop else "")
    return PaperView(paper, KIND[paper.kind], about, tone, word, files, compared, waiting, incomplete)


def standing(files: Sequence[FileView], compared: Sequence[tuple[str, str]], *, waiting: bool) -> tuple[str, str]:
    """Return tone and words for a paper as a whole: the heaviest of what was said."""
    tones = {file.tone for file in files} | {tone for tone, _words in compared}
    if not files:
        return "none", _("no pages yet")
    if waiting:
        return "wait", _("being checked")
    if "stop" in tones:
        return "stop", _("cannot be used")
    return ("look", _("look again")) if "look" in tones else ("ok", _("in order"))


def file_view(file: PaperFile) -> FileView:
    """Return a file with what was found on it."""
    pairs = examined([file])
    if not pairs:
        return FileView(file, file.name, "wait", _("being checked"), (), ())
    examination = pairs[0][1]
    said = [
        (TONE[verdict.outcome], check.render(verdict.code, verdict.args, reader_language()))
        for verdict in examination.verdicts
        if verdict.outcome != Outcome.ACCEPT and not check.for_staff_only(verdict.code)
    ]
    tones = {tone for tone, _words in said}
    tone = "stop" if "stop" in tones else "look" if "look" in tones else "ok"
    words = {"stop": _("cannot be used"), "look": _("look again"), "ok": _("in order")}
    numbers = [page.number for page in examination.pages]
    return FileView(file, file.name, tone, words[tone], numbers, said, troubles(examination))


def whole_view(file: PaperFile, kind: str) -> FileView:
    """Return a file with its pages to turn and cut and, while it waits, how far its checks are."""
    waits = file.checked.state == CheckedFile.State.WAITING
    return replace(
        file_view(file), leaves=leaves_of(file.checked), progress=progress_of(file.checked, kind) if waits else ()
    )


def troubles(examination: Examination) -> list[Trouble]:
    """Return the pages on which a place is marked as hard to read, each with its boxes in pixels (x, y, w, h)."""
    marked: list[Trouble] = []
    for page in examination.pages:
        told = [
            (verdict, item.box)
            for verdict in examination.verdicts
            for item in verdict.evidence
            if item.box and item.page == page.number and _told(verdict)
        ]
        boxes = [
            (
                round(left * page.width),
                round(top * page.height),
                round((right - left) * page.width),
                round((bottom - top) * page.height),
            )
            for _verdict, (left, top, right, bottom) in told
        ]
        sentences = dict.fromkeys(check.render(verdict.code, verdict.args, reader_language()) for verdict, _box in told)
        if sentences:
            marked.append(Trouble(page.number, page.width, page.height, boxes, " ".join(sentences)))
    return marked


def _told(verdict: Verdict) -> bool:
    return verdict.outcome in (Outcome.REVIEW, Outcome.REJECT) and not check.for_staff_only(verdict.code)
