"""Papers and the law: what is examined, assessed and found, on a draft and after a submission."""

from collections.abc import Iterable, Mapping, Sequence

from applications.assessment import facts, papers
from applications.assessment.expected import expected
from applications.assessment.models import Finding
from applications.assessment.services import Statement, by_law, write
from applications.core import clock, jobs, scanner
from applications.core.models import Job
from applications.documents import services as documents
from applications.documents.laid import Laid, PagePair
from applications.documents.models import CheckedFile, Paper
from applications.documents.queries import papers_of, unexamined
from applications.intake.models import Application, Submission
from applications.intake.queries import latest_submission, persons_in
from applications.pipeline.looking import have_looked_for
from applications.pipeline.moving import move


def papers_received(*, application: Application, received: Sequence[Paper]) -> None:
    """Have new files of a draft examined; what is known by its bytes is not examined again."""
    for checked in unexamined(received):
        jobs.enqueue(
            kind="examine",
            key=f"{checked.pk}/{papers.fingerprint(documents.current_versions(received[0].kind))}",
            arguments={"checked": checked.pk},
            case=application.reference,
        )
    have_laid(received)


@jobs.job("examine", atomic=False)
def examine(checked: int) -> jobs.Conclusion:
    """Examine the bytes of one file in the sandbox; a framing that was given up meanwhile is gone."""
    row = CheckedFile.objects.filter(pk=checked).first()
    if row:
        documents.examine(row)
    return lambda: have_laid(Paper.objects.filter(files__checked=checked, files__removed_at=None, removed_at=None))


def have_laid(family_papers: Iterable[Paper]) -> None:
    """Have pages laid on those of the other papers of the family, of those papers that are examined.

    Whoever looks at a draft later is then told of copies. Of two papers examined at the same time the later finds both.
    """
    for paper in dict.fromkeys(family_papers):
        files = [file.checked for file in paper.files.filter(removed_at=None).select_related("checked").order_by("pk")]
        if files and all(checked.state == CheckedFile.State.CHECKED for checked in files):
            seen = papers.fingerprint({str(checked.pk): str(checked.checked_at) for checked in files})
            jobs.enqueue(kind="lay_pages", key=f"{paper.pk}/{seen}", arguments={"paper": paper.pk})


@jobs.job("lay_pages", atomic=False, patient=True)
def lay_pages(paper: int) -> None:
    """Lay the pages of a paper on those of the others that may be copies; what is found is remembered."""
    row = Paper.objects.filter(pk=paper, removed_at=None).first()
    if row:
        kept = {each.pk: each for each in papers_of(row.family_id)}
        papers.laid_pages(kept.pop(paper), list(kept.values()))


def preflight(application: Application) -> list[Statement]:
    """Return what the law and the checks say of a draft as it stands; nothing is written."""
    today = clock.today()
    said: list[Statement] = []
    for person in persons_in(application):
        said += by_law(
            application=application, person=person, facts=facts.build(application=application, person=person, on=today)
        )
    family_papers = list(papers_of(application.family_id))
    for paper in family_papers:
        said += about_paper(application, paper, family_papers)
    return said


def about_paper(
    application: Application,
    paper: Paper,
    family_papers: Sequence[Paper],
    laid: Mapping[PagePair, Laid] | None = None,
) -> list[Statement]:
    """Return what the file checks and the comparisons say of one paper; see papers.by_comparison on ``laid``."""
    others = [other for other in family_papers if other.pk != paper.pk]
    said = expected(application=application, person=paper.person)
    return papers.by_files(paper, paper.kept_files) + papers.by_comparison(paper, others, said, clock.today(), laid)


def have_checked(submission: Submission) -> None:
    """Write the jobs that check a submission: one for the law, one for each paper."""
    case = submission.application
    jobs.enqueue(kind="assess", key=str(submission.pk), arguments={"submission": submission.pk}, case=case.reference)
    for paper in submission.papers:
        jobs.enqueue(
            kind="check_paper",
            key=f"{submission.pk}/{paper['paper']}",
            arguments={"submission": submission.pk, "paper": paper["paper"]},
            case=case.reference,
        )


@jobs.job("assess", atomic=True)
def assess(submission: int) -> jobs.Conclusion:
    """Run the rules over the facts as they stand for a submission and write the findings."""
    row = Submission.objects.select_related("application").get(pk=submission)
    write_law(row)
    return lambda: conclude(row.application)


def write_law(submission: Submission) -> None:
    """Write the findings of the law: the frozen facts, with what officers recorded since."""
    case = submission.application
    for person in persons_in(case):
        given = facts.with_visits(
            facts=submission.facts[facts.fact_id(person)],
            person=person,
            seen=[visit.details for visit in case.visits.order_by("at")],
        )
        write(
            application=case,
            submission=submission,
            scope={"source": Finding.Source.RULE, "person": person},
            statements=by_law(application=case, person=person, facts=given),
        )


def check_anew() -> int:
    """Have the papers of open cases checked that were examined by other versions of the checks; returns how many.

    Their traces and marks are left anew as well, so that a copy in another case cannot hide behind an old examination.
    Run twice it asks for nothing twice.
    """
    asked = 0
    for case in Application.objects.filter(closed_at=None).exclude(state="draft").order_by("pk").iterator():
        submission = latest_submission(case)
        for paper in papers_of(case.family_id) if submission else ():
            versions = documents.current_versions(paper.kind)
            if submission and any(
                file.checked.state == CheckedFile.State.CHECKED and file.checked.versions != versions
                for file in paper.kept_files
            ):
                asked += 1
                jobs.enqueue(
                    kind="check_paper",
                    key=f"{submission.pk}/{paper.pk}/{papers.fingerprint(versions)}",
                    arguments={"submission": submission.pk, "paper": paper.pk},
                    case=case.reference,
                )
    return asked


@jobs.job("check_paper", atomic=False)
def check_paper(submission: int, paper: int) -> jobs.Conclusion:
    """Examine what is not examined of a paper; then write what the checks and comparisons found."""
    row = Submission.objects.select_related("application").get(pk=submission)
    case = row.application
    kept = {each.pk: each for each in papers_of(case.family_id)}
    for file in kept[paper].kept_files if paper in kept else ():
        documents.examine(file.checked)
    laid = laid_on_others(case, paper)

    def conclusion() -> None:
        family_papers = list(papers_of(case.family_id))
        for each in family_papers:
            if each.pk == paper:
                scope = {"source__in": (Finding.Source.FILE, Finding.Source.COMPARISON), "paper": each}
                write(
                    application=case,
                    submission=row,
                    scope=scope,
                    statements=about_paper(case, each, family_papers, laid),
                )
        conclude(case)

    return conclusion


def laid_on_others(case: Application, paper: int) -> dict[PagePair, Laid]:
    """Return how far pages of a paper and of the others of its case agree; nothing of one that was removed."""
    kept = {each.pk: each for each in papers_of(case.family_id)}
    row = kept.pop(paper, None)
    return papers.laid_pages(row, list(kept.values())) if row else {}


def conclude(case: Application) -> None:
    """Let a submitted case go on once its last check is done, and have it looked for in others. The case's row orders the workers that ask."""
    locked = Application.objects.select_for_update().get(pk=case.pk)
    undone = Job.objects.filter(case=locked.reference, kind__in=("assess", "check_paper")).exclude(
        state__in=(Job.State.DONE, Job.State.FAILED)
    )
    if undone.exists():
        return
    have_looked_for(locked)
    if locked.state == "submitted":
        move(case=locked, transition="finish_checks", actor=None)


MOST_SCANNED = 500
"""Files that one turn scans after the scanner was away."""


def scan_waiting() -> int:
    """Scan files that were received while no scanner answered; have papers with malware checked anew. Returns how many."""
    if not scanner.is_configured():
        return 0
    infected = documents.scan_again(MOST_SCANNED)
    for checked in infected:
        for use in checked.uses.filter(removed_at=None).select_related("paper"):
            for case in Application.objects.filter(family=use.paper.family_id, closed_at=None).exclude(state="draft"):
                submission = latest_submission(case)
                if submission:
                    jobs.enqueue(
                        kind="check_paper",
                        key=f"{submission.pk}/{use.paper_id}/malware-{checked.pk}",
                        arguments={"submission": submission.pk, "paper": use.paper_id},
                        case=case.reference,
                    )
    return len(infected)
