"""What was seen before: a checked case leaves its traces, is looked for in all others, and tells those it was seen in."""

from collections.abc import Iterable

from applications.assessment.models import Finding
from applications.assessment.papers import fingerprint
from applications.assessment.seen import leave_traces, signals
from applications.assessment.services import write
from applications.core import jobs
from applications.core.models import Job
from applications.documents.models import Paper
from applications.documents.queries import papers_of
from applications.intake.models import Application
from applications.intake.queries import latest_submission


def have_looked_for(case: Application) -> None:
    """Write the job that looks for a submitted case in all others, once a submission and version of its examinations."""
    submission = latest_submission(case)
    if submission:
        jobs.enqueue(
            kind="look_for",
            key=f"{submission.pk}/{examined_by(papers_of(case.family_id))}",
            arguments={"application": case.pk, "tells": True},
            case=case.reference,
        )


@jobs.job("look_for", atomic=False, patient=True)
def look_for(application: int, tells: bool) -> jobs.Conclusion:  # noqa: FBT001 - an argument of a job, by name
    """Leave the traces of a case, find what others left, and write the signals; where it ``tells``, have the others look.

    Traces are kept before anybody looks: of two cases at once at least the later one sees the other, and tells it.
    A case that was told does not tell again, so the telling ends. One that has not begun to look yet is not told: it
    will find the traces that were left here.
    """
    case = Application.objects.select_related("applicant").get(pk=application)
    papers = list(papers_of(case.family_id))
    leave_traces(case, papers)
    said, others = signals(case, papers)

    def conclusion() -> None:
        submission = latest_submission(case)
        write(application=case, submission=submission, scope={"source": Finding.Source.SIGNAL}, statements=said)
        for other in Application.objects.filter(pk__in=(others - about_to_look()) if tells else ()):
            jobs.enqueue(
                kind="look_for",
                key=f"{submission.pk if submission else 0}/{examined_by(papers)}/told/{other.pk}",
                arguments={"application": other.pk, "tells": False},
                case=other.reference,
            )

    return conclusion


def examined_by(family_papers: Iterable[Paper]) -> str:
    """Return a fingerprint of the versions of the checks that examined papers: others leave other traces."""
    return fingerprint(
        {
            f"{file.pk}": f"{sorted(file.checked.versions.items())}"
            for paper in family_papers
            for file in paper.kept_files
        }
    )


def about_to_look() -> set[int]:
    """Return the cases whose looking is due and not begun; whoever asks has left the own traces before."""
    due = Job.objects.filter(kind="look_for", state=Job.State.DUE)
    return {int(arguments["application"]) for arguments in due.values_list("arguments", flat=True)}
