"""Waiting for the workers, and looking at what they left behind."""

from datetime import timedelta

from applications.casework.models import Slot
from applications.core import clock
from applications.core.models import Job
from applications.intake.models import Application
from tests import personas
from tests.installation import wait_until


def free_times(purpose: str) -> None:
    """Let the office receive families on the next days."""
    for day in range(2, 6):
        Slot.objects.create(office=personas.office(), purpose=purpose, starts_at=clock.now() + timedelta(days=day))


def state_of(case: Application) -> str:
    """Return the state of a case now."""
    return Application.objects.values_list("state", flat=True).get(pk=case.pk)


def reached(case: Application, state: str) -> None:
    """Wait until a case is in a state."""
    wait_until(lambda: state_of(case) == state, seconds=90, what=f"{case.reference} is {state}")


def settled() -> None:
    """Wait until every job is done; fail where one was given up."""
    wait_until(lambda: not undone().exists(), seconds=90, what="every job is done")
    assert not Job.objects.filter(state=Job.State.FAILED).exists(), list(
        Job.objects.filter(state=Job.State.FAILED).values()
    )


def undone():
    """Return the jobs that wait or run."""
    return Job.objects.exclude(state__in=(Job.State.DONE, Job.State.FAILED))
