"""Installations that are there to be hurt: short leases, an eager sweeper, a database of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installation import Installation
from tests.jobs.kinds import HELD

HASTE = {"HONPOLGAR_SWEEP_SECONDS": "1", "HONPOLGAR_JOB_LEASE_SECONDS": "3", "HONPOLGAR_LOG_LEVEL": "INFO"}


@pytest.fixture
def own_database(pristine, django_db_blocker) -> Iterator[None]:
    """Let one test commit; put the database back afterwards."""
    with django_db_blocker.unblock():
        yield
        pristine.restore()


@pytest.fixture
def held() -> Iterator[Path]:
    """Keep every job that is begun in its middle, until the test removes this file."""
    HELD.touch()
    yield HELD
    HELD.unlink(missing_ok=True)


@pytest.fixture
def hurt(request: pytest.FixtureRequest, own_database: None) -> Iterator[Installation]:
    """A worker and beat, on Valkey or the Redis of REDIS_URL; marked FILESYSTEM, on that broker."""
    running = Installation(broker=getattr(request, "param", ""), changes=HASTE)
    (running.folder / "begun").unlink(missing_ok=True)
    try:
        running.start_broker()
        running.start("beat")
        running.start("worker")
        yield running
    finally:
        running.stop()
