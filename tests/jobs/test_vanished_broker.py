"""The broker vanishes, before, while and after jobs are written: the rows know what is to be done."""

from collections.abc import Iterator

import pytest
from django.conf import settings

from applications.core.models import Job
from portal import embedded_broker
from tests.installation import Installation, free_port, wait_until
from tests.jobs.conftest import HASTE
from tests.jobs.test_killed_workers import COUNT, assert_each_took_effect_once, begun, done

pytestmark = [pytest.mark.kill, pytest.mark.slow]


class OwnBroker(Installation):
    """An installation with a broker of its own, on the wheel's socket or by REDIS_URL, without memory."""

    def __init__(self, *, by_url: bool) -> None:
        super().__init__(broker=embedded_broker.url(settings.DATA_DIR), changes=HASTE)
        self.tcp_port = free_port() if by_url else 0
        if by_url:
            address = f"redis://127.0.0.1:{self.tcp_port}/0"
            self.environment |= {"REDIS_URL": address, "HONPOLGAR_BROKER": ""}

    def start_broker(self) -> None:
        """Start it empty: a broker that forgot everything is the worst that can come back."""
        for kept in (self.folder / "broker").glob("appendonlydir/*"):
            kept.unlink()
        command = list(embedded_broker.server_command(embedded_broker.server_binary(), self.folder))
        command[command.index("--port") + 1] = str(self.tcp_port)
        self._start("broker", tuple(command))
        wait_until(lambda: embedded_broker.answers(self.folder), what="the broker answers")


@pytest.fixture(params=[False, True], ids=["socket", "url"])
def own_broker(request: pytest.FixtureRequest, own_database: None) -> Iterator[OwnBroker]:
    """Worker and beat beside a broker that the test may kill."""
    running = OwnBroker(by_url=request.param)
    (running.folder / "begun").unlink(missing_ok=True)
    try:
        running.start_broker()
        running.start("beat")
        running.start("worker")
        yield running
    finally:
        running.stop()


def test_jobs_written_while_the_broker_is_gone_are_done_when_it_is_back(own_broker):
    own_broker.kill("broker")
    own_broker.run(f"from tests.jobs.kinds import give; give('test.atomic', {COUNT}, 0)")
    assert Job.objects.filter(state=Job.State.DUE).count() == COUNT

    own_broker.start_broker()

    assert_each_took_effect_once("test.atomic")


def test_a_broker_that_dies_and_forgets_in_the_middle_loses_nothing(own_broker, held):
    own_broker.run(f"from tests.jobs.kinds import give; give('test.long', {COUNT}, 0)")
    wait_until(lambda: len(begun()) >= 1, seconds=60, what="a job is begun")
    own_broker.kill("broker")
    assert done() == 0
    held.unlink()
    own_broker.start_broker()

    assert_each_took_effect_once("test.long")


def test_broker_and_worker_die_together(own_broker, held):
    """A power cut: afterwards there are only the rows."""
    own_broker.run(f"from tests.jobs.kinds import give; give('test.atomic', {COUNT}, 0)")
    wait_until(lambda: len(begun()) >= 1, seconds=60, what="a job is begun")
    for name in ("worker", "broker", "beat"):
        own_broker.kill(name)
    assert done() == 0
    held.unlink()

    own_broker.start_broker()
    own_broker.start("beat")
    own_broker.start("worker")

    assert_each_took_effect_once("test.atomic")


def test_a_request_does_not_wait_for_a_broker_that_is_gone(own_broker):
    """Whoever writes a job while the broker is gone is answered all the same, and soon."""
    own_broker.kill("broker")

    seconds = own_broker.run(
        "import time; from tests.jobs.kinds import give; start = time.monotonic(); give('test.atomic', 3, 0)\n"
        "print(time.monotonic() - start)"
    )

    assert float(seconds.splitlines()[-1]) < 3 * 2.5
    own_broker.start_broker()
    assert_each_took_effect_once("test.atomic", count=3)
