"""The only callers of the system clock.

A demonstration or a test may tell another time for a while: ``with clock.at(moment): ...``. The
time told belongs to the running context alone, so that other requests and workers keep theirs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_told: ContextVar[datetime | None] = ContextVar("told_time", default=None)


def now() -> datetime:
    """Return the present instant, aware, in UTC."""
    return _told.get() or datetime.now(tz=timezone.get_fixed_timezone(0))


def today() -> date:
    """Return the present day in the installation's time zone (Europe/Budapest)."""
    return timezone.localdate(now())


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Tell ``moment`` (aware) as the present inside the block."""
    token = _told.set(moment.astimezone(timezone.get_fixed_timezone(0)))
    try:
        yield
    finally:
        _told.reset(token)
