"""Jobs that somebody waits for go before those nobody waits for."""

from datetime import timedelta

import pytest

from applications.core import clock, jobs

pytestmark = pytest.mark.django_db


def due(kind: str, key: str, *, minutes_ago: int) -> None:
    jobs.enqueue(kind=kind, key=key, arguments={}, due_at=clock.now() - timedelta(minutes=minutes_ago))


def test_a_patient_job_waits_until_nothing_else_is_due():
    due("look_for", "old", minutes_ago=9)
    due("send", "new", minutes_ago=1)

    assert [row.kind for row in jobs.claim(5)] == ["send"]
    assert [row.kind for row in jobs.claim(5)] == ["look_for"]


def test_patient_jobs_are_claimed_one_at_a_time():
    for number in range(3):
        due("look_for", str(number), minutes_ago=9 - number)

    assert [row.key for row in jobs.claim(5)] == ["look_for:0"]


def test_others_are_claimed_together():
    for number in range(3):
        due("send", str(number), minutes_ago=9 - number)

    assert [row.key for row in jobs.claim(5)] == ["send:0", "send:1", "send:2"]
