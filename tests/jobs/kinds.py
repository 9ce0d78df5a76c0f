"""Kinds of jobs that leave a trace of every time they were begun and every time they took effect.

Workers started by `tests.installation` know them beside the portal's own.
"""

import os
import time
from pathlib import Path

from django.conf import settings
from django.db import transaction

from applications.core import jobs
from applications.core.models import Office

TRACES = Path(settings.DATA_DIR) / "begun"
HELD = Path(settings.DATA_DIR) / "held"
"""While it is there, every job that was begun stays in its middle, however slow or fast the machine is."""


def begun(name: str) -> None:
    """Note outside the database that a job was begun, by which process."""
    with TRACES.open("a", encoding="utf-8") as traces:
        traces.write(f"{name} {os.getpid()}\n")


def linger(seconds: float) -> None:
    """Work for so long, and then for as long as jobs are held."""
    time.sleep(seconds)
    while HELD.exists():
        time.sleep(0.02)


def take_effect(name: str) -> None:
    """Leave a row; a second one of the same name would be work done twice."""
    Office.objects.create(name_hu=name, name_en=name, kind=Office.Kind.CENTRAL, country="HU", city="Budapest")


@jobs.job("test.atomic", atomic=True)
def atomic(name: str, seconds: float) -> None:
    """Take effect and linger before the commit: whoever is killed then must leave nothing."""
    begun(name)
    take_effect(name)
    linger(seconds)


@jobs.job("test.long", atomic=False)
def long(name: str, seconds: float) -> jobs.Conclusion:
    """Work outside a transaction first; the effect commits together with the job's being done."""
    begun(name)
    linger(seconds)
    return lambda: take_effect(name)


@jobs.job("test.overtaken", atomic=False)
def overtaken(name: str, seconds: float) -> jobs.Conclusion:
    """Work for long the first time and briefly ever after, so that the second beginner ends first."""
    first = not TRACES.exists()
    begun(name)
    time.sleep(seconds if first else 0)
    return lambda: take_effect(name)


def give(kind: str, count: int, seconds: float) -> None:
    """Write so many jobs together: none is begun, and holds the database, before all are there."""
    with transaction.atomic():
        for number in range(count):
            name = f"{kind} {number}"
            jobs.enqueue(kind=kind, key=str(number), arguments={"name": name, "seconds": seconds})
