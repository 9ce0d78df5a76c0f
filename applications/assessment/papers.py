"""Papers become statements: what the checks of their files found, and how they agree with the answers."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date

from applications.assessment.models import Finding
from applications.assessment.services import Statement
from applications.documents import check, laying, queries
from applications.documents.examination import Examination, examination_from_json
from applications.documents.laid import Laid, PagePair
from applications.documents.models import CheckedFile, Paper, PaperFile
from applications.documents.worth_laying import worth_laying


def fingerprint(versions: Mapping[str, str]) -> str:
    """Return a short name of a set of versions: it changes when any of them does."""
    return hashlib.sha256(json.dumps(dict(versions), sort_keys=True).encode()).hexdigest()[:16]


def examined(files: Sequence[PaperFile]) -> list[tuple[PaperFile, Examination]]:
    """Return the files that have been examined, with what was found."""
    return [
        (file, examination_from_json(file.checked.examination))
        for file in files
        if file.checked.state == CheckedFile.State.CHECKED and file.checked.examination
    ]


def by_files(paper: Paper, files: Sequence[PaperFile]) -> list[Statement]:
    """Return a statement for each verdict of the file checks on a paper's files."""
    return [
        Statement(
            source=Finding.Source.FILE,
            code=verdict.code,
            outcome=verdict.outcome,
            code_version=fingerprint(examination.versions),
            person=paper.person,
            paper=paper,
            file=file,
            reasons=[{"id": verdict.code, "args": dict(verdict.args)}],
            evidence=[seen.as_json() for seen in verdict.evidence],
        )
        for file, examination in examined(files)
        for verdict in examination.verdicts
    ]


def by_comparison(
    paper: Paper,
    others: Sequence[Paper],
    expected: check.ExpectedPerson,
    on: date,
    laid: Mapping[PagePair, Laid] | None = None,
) -> list[Statement]:
    """Return what comparing a paper with the answers and with the other papers says.

    Where nobody says how its pages were ``laid`` on others, what is remembered of it counts.
    """
    if laid is None:
        laid = laid_pages(paper, others, look=laying.remembered)
    verdicts = check.run_comparisons(compared(paper), [compared(other) for other in others], expected, on, laid)
    return [
        Statement(
            source=Finding.Source.COMPARISON,
            code=verdict.code,
            outcome=verdict.outcome,
            code_version=fingerprint(check.comparison_versions()),
            person=paper.person,
            paper=paper,
            reasons=[{"id": verdict.code, "args": dict(verdict.args)}],
            evidence=[seen.as_json() for seen in verdict.evidence],
        )
        for verdict in verdicts
    ]


def laid_pages(paper: Paper, others: Sequence[Paper], look: laying.Look = laying.lay) -> dict[PagePair, Laid]:
    """Return how far pages of a paper and of others agree that may be copies; see laying.laid_pages.

    It starts a confined child for pages that were not laid before: for workers, or with ``look`` as `laying.remembered`.
    """
    ours = compared(paper)
    pages = {str(each.pk): pages_of(each) for each in (paper, *others)}

    def picture(paper_id: str, number: int) -> laying.Picture:
        checked, examination, page = pages[paper_id][number - 1]
        return queries.picture(checked, examination, page)

    return laying.laid_pages(worth_laying(ours, [compared(other) for other in others]), picture, look)


def pages_of(paper: Paper) -> list[tuple[CheckedFile, Examination, int]]:
    """Return the pages of a paper through all its kept files, each with its bytes and its number among them."""
    return [
        (file.checked, examination, page.number)
        for file, examination in examined(paper.kept_files)
        for page in examination.pages
    ]


def compared(paper: Paper) -> check.ComparedPaper:
    """Return a paper as the comparisons see it (its kept files)."""
    pairs = examined(paper.kept_files)
    return check.ComparedPaper(
        id=str(paper.pk),
        kind=paper.kind,
        sha256s=tuple(file.checked.sha256 for file in paper.kept_files),
        examinations=tuple(examination for _, examination in pairs),
        about=str(paper.person_id),
        parts=tuple(file.part for file, _ in pairs),
    )
