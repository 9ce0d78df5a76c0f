"""Celery tasks: a wake-up in, one service call, safe to run twice."""

from celery import shared_task

from applications import pipeline
from applications.core import clock, jobs, journal
from applications.intake.services import remove_old_drafts


@shared_task
def drain() -> None:
    """Do the due jobs."""
    jobs.drain()


@shared_task
def sweep() -> None:
    """Make lost jobs due again and wake a worker for whatever is left."""
    jobs.sweep()


@shared_task
def watch_deadlines() -> None:
    """Remind of deadlines and let overdue requests, grants and bookings expire."""
    pipeline.watch_deadlines(clock.today())


@shared_task
def verify_journal() -> None:
    """Check every chain of the journal; a break is written to the journal's own chain and logged."""
    pipeline.verify_journal()


@shared_task
def anchor_journal() -> None:
    """Sign today's heads of all chains."""
    journal.anchor(clock.today())


@shared_task
def expire_drafts() -> None:
    """Remove drafts nobody touched for settings.DRAFT_DAYS."""
    remove_old_drafts(clock.now())


@shared_task
def scan_waiting() -> None:
    """Scan files that came while the malware scanner did not answer."""
    pipeline.scan_waiting()
