"""Background work: rows written with their cause, claimed by compare-and-set, done once.

``enqueue`` writes the row and, once the transaction has committed, wakes a worker. ``drain`` claims
due rows and runs them. ``sweep`` makes rows due again whose worker was lost and wakes workers for
whatever is left; it is what makes a lost wake-up, a killed worker or a vanished broker harmless.
"""

import logging
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from celery import current_app
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from kombu.exceptions import OperationalError

from applications.core import clock
from applications.core.models import Job

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=settings.JOB_LEASE_SECONDS)
MAX_ATTEMPTS = 5
BACK_OFF = (timedelta(seconds=5), timedelta(seconds=30), timedelta(minutes=5), timedelta(minutes=30))
BATCH = 5
TURN_SECONDS = 60
WAKE_UP = "applications.tasks.drain"


Conclusion = Callable[[], None]
Run = Callable[..., Conclusion | None]


@dataclass(frozen=True)
class Kind:
    """What a kind of job does: ``run(**arguments)``; whether it runs inside one transaction; whether it is patient.

    An atomic job's effects and its being done commit together. A job that talks to the outside or
    computes for long is not atomic and must itself be safe to run twice; what it returns, if
    anything, is called in the transaction that marks it as done, after it is marked. Nobody waits for
    a patient job: it is done when nothing else is due.
    """

    id: str
    run: Run
    atomic: bool
    patient: bool = False


KINDS: dict[str, Kind] = {}


def job(kind: str, *, atomic: bool, patient: bool = False) -> Callable[[Run], Run]:
    """Declare the function that does jobs of ``kind``."""

    def declare(run: Run) -> Run:
        if kind in KINDS:
            raise ValueError(f"Two functions declare the job kind {kind!r}.")
        KINDS[kind] = Kind(kind, run, atomic, patient)
        return run

    return declare


def enqueue(
    *, kind: str, key: str, arguments: Mapping[str, object], case: str = "", due_at: datetime | None = None
) -> Job:
    """Write a job in the running transaction, or find the one with the same key; wake a worker on commit."""
    if kind not in KINDS:
        raise ValueError(f"No function declares the job kind {kind!r}.")
    due = due_at or clock.now()
    row, created = Job.objects.get_or_create(
        key=f"{kind}:{key}", defaults={"kind": kind, "arguments": dict(arguments), "case": case, "due_at": due}
    )
    if created and due <= clock.now():
        transaction.on_commit(wake, robust=True)
    return row


def wake() -> None:
    """Send a wake-up to the workers; a broker that does not answer is the sweeper's business."""
    try:
        current_app.send_task(WAKE_UP, ignore_result=True)
    except (OperationalError, OSError) as error:
        logger.warning("No wake-up sent (%s); the sweeper will find the job.", error)


def claim(limit: int) -> list[Job]:
    """Claim up to ``limit`` due jobs for this worker and return them.

    On PostgreSQL rows locked by another worker are passed over; on both engines the update counts
    only where the row is still as it was read. A patient job is claimed alone, and only where no other
    is due: whoever waits for an answer then waits for one of them at most.
    """
    moment = clock.now()
    claimed: list[Job] = []
    patient = [kind.id for kind in KINDS.values() if kind.patient]
    with transaction.atomic():
        due = Job.objects.filter(state=Job.State.DUE, due_at__lte=moment).order_by("due_at", "id")
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        for row in list(due.exclude(kind__in=patient)[:limit]) or due.filter(kind__in=patient)[:1]:
            won = Job.objects.filter(pk=row.pk, state=Job.State.DUE, attempts=row.attempts).update(
                state=Job.State.RUNNING, lease_until=moment + LEASE
            )
            if won:
                row.refresh_from_db()
                claimed.append(row)
    return claimed


def drain(limit: int = BATCH) -> int:
    """Do due jobs until none is left or the turn is over; return how many were done.

    A turn ends long before Celery's time limit would kill the worker in the middle of a job; what is
    left then is another wake-up's.
    """
    done, end = 0, time.monotonic() + TURN_SECONDS
    while batch := claim(limit):
        for row in batch:
            done += perform(row)
        if time.monotonic() > end:
            wake()
            break
    return done


def perform(row: Job) -> bool:
    """Run one claimed job; return whether it is done. A failure is kept and tried again later."""
    kind = KINDS[row.kind]
    try:
        begin(row)
        conclusion = None if kind.atomic else kind.run(**row.arguments)
        with transaction.atomic():
            finish(row)
            if kind.atomic:
                conclusion = kind.run(**row.arguments)
            if conclusion:
                conclusion()
    except LeaseLost:
        logger.warning("Job %s was taken over by another worker", row.key)
        return False
    except Exception:  # whatever a job raises is recorded, and must not stop the others
        logger.exception("Job %s failed", row.key)
        postpone(row, traceback.format_exc(limit=8))
        return False
    return True


def held(row: Job) -> "Q":
    """Return the condition under which this worker still holds the job."""
    return Q(pk=row.pk, state=Job.State.RUNNING, attempts=row.attempts)


class LeaseLost(Exception):
    """Another worker took the job over; an atomic job's effects are rolled back."""


def begin(row: Job) -> None:
    """Count this attempt and begin the lease anew; raises LeaseLost where another worker began it.

    A job counts as attempted when it begins, not when it is claimed: one that only waited behind the
    job that killed its worker has not failed. The count is also what tells two holders apart.
    """
    if not Job.objects.filter(held(row)).update(attempts=row.attempts + 1, lease_until=clock.now() + LEASE):
        raise LeaseLost(row.key)
    row.attempts += 1


def finish(row: Job) -> None:
    """Mark a held job as done; raises LeaseLost where another worker took it over."""
    if not Job.objects.filter(held(row)).update(
        state=Job.State.DONE, done_at=clock.now(), lease_until=None, last_error=""
    ):
        raise LeaseLost(row.key)


def postpone(row: Job, error: str) -> None:
    """Make a failed job due later, or give it up after MAX_ATTEMPTS."""
    last = row.attempts >= MAX_ATTEMPTS
    wait = BACK_OFF[min(row.attempts, len(BACK_OFF)) - 1]
    Job.objects.filter(held(row)).update(
        state=Job.State.FAILED if last else Job.State.DUE, due_at=clock.now() + wait, lease_until=None, last_error=error
    )


def retry(row: Job) -> bool:
    """Make a job that was given up due again, with all its attempts; return whether it was given up."""
    again = Job.objects.filter(pk=row.pk, state=Job.State.FAILED).update(
        state=Job.State.DUE, due_at=clock.now(), attempts=0, lease_until=None
    )
    if again:
        transaction.on_commit(wake, robust=True)
    return bool(again)


def sweep() -> int:
    """Free jobs whose lease ran out and wake a worker where anything is due; return how many are due."""
    moment = clock.now()
    lost = Job.objects.filter(state=Job.State.RUNNING, lease_until__lt=moment)
    if lost.exists():  # SQLite has one writer: who has nothing to write must not queue for it
        lost.filter(attempts__gte=MAX_ATTEMPTS).update(
            state=Job.State.FAILED, lease_until=None, last_error="The worker was lost each time."
        )
        lost.update(state=Job.State.DUE, lease_until=None)
    due = Job.objects.filter(state=Job.State.DUE, due_at__lte=moment).count()
    if due:
        wake()
    return due
