"""Real workers are killed outright in the middle of their work: nothing is lost, nothing done twice."""

import os
import re
import signal
from collections import Counter

import pytest

from applications.core.models import Job, Office
from tests.installation import FILESYSTEM, wait_until
from tests.jobs import kinds

pytestmark = [pytest.mark.kill, pytest.mark.slow]
COUNT = 12


def done():
    return Job.objects.filter(state=Job.State.DONE).count()


def begun():
    """Return (name, process) of every beginning so far."""
    text = kinds.TRACES.read_text() if kinds.TRACES.exists() else ""
    return [(name, int(process)) for name, process in re.findall(r"^(.+) (\d+)$", text, re.MULTILINE)]


def assert_each_took_effect_once(kind, count=COUNT):
    wait_until(lambda: done() == count, seconds=90, what=f"{count} jobs done")
    effects = Counter(Office.objects.filter(name_hu__startswith=kind).values_list("name_hu", flat=True))
    assert effects == {f"{kind} {number}": 1 for number in range(count)}


@pytest.mark.parametrize(
    ("hurt", "kind"),
    [("", "test.atomic"), ("", "test.long"), (FILESYSTEM, "test.long")],
    ids=["atomic", "long", "long-filesystem"],
    indirect=["hurt"],
)
def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(hurt, held, kind):
    hurt.run(f"from tests.jobs.kinds import give; give({kind!r}, {COUNT}, 0)")

    struck = 0
    for _round in range(2):
        wait_until(lambda n=struck: len(begun()) > n, seconds=60, what="a job is begun")
        hurt.kill("worker")
        struck = len(begun())
        hurt.start("worker")
    held.unlink()

    assert_each_took_effect_once(kind)
    assert len(begun()) > COUNT, "no kill struck in the middle of a job, so nothing was shown"


def test_a_killed_pool_process_loses_and_doubles_nothing(hurt, held):
    hurt.run(f"from tests.jobs.kinds import give; give('test.long', {COUNT}, 0)")
    wait_until(lambda: len(begun()) >= 1, seconds=60, what="a job is begun")
    held.unlink()
    for process in {process for _name, process in begun()}:
        os.kill(process, signal.SIGKILL)

    assert_each_took_effect_once("test.long")


@pytest.mark.parametrize("hurt", ["", FILESYSTEM], ids=["broker", "filesystem"], indirect=True)
def test_wake_ups_without_number_and_two_workers_double_nothing(hurt):
    hurt.start("worker", name="second")
    hurt.run(
        f"from tests.jobs.kinds import give; from applications.core import jobs; give('test.long', {COUNT}, 0.1)\n"
        "for _ in range(60): jobs.wake()"
    )

    assert_each_took_effect_once("test.long")
    assert Counter(name for name, _process in begun()) == {f"test.long {number}": 1 for number in range(COUNT)}


def test_jobs_written_without_a_worker_wait_for_one(hurt):
    hurt.kill("worker")
    hurt.run(f"from tests.jobs.kinds import give; give('test.atomic', {COUNT}, 0)")
    assert done() == 0

    hurt.start("worker")

    assert_each_took_effect_once("test.atomic")


def test_a_job_that_ran_twice_takes_effect_once(hurt):
    """The lease is over while the first worker still works: the second one wins, the first gives up."""
    hurt.start("worker", name="second")
    hurt.run("from tests.jobs.kinds import give; give('test.overtaken', 1, 8)")

    assert_each_took_effect_once("test.overtaken", count=1)
    assert len(begun()) > 1, "the lease held, so nothing was shown"
    wait_until(lambda: "taken over" in hurt.said("worker") + hurt.said("second"), what="the first worker gives up")
    assert_each_took_effect_once("test.overtaken", count=1)
