"""An e-mail goes once, even when the worker that sends it is killed while the mail server listens."""

import asyncio
import time
from collections import Counter
from email import message_from_bytes

import pytest
from aiosmtpd.controller import Controller

from applications.core.models import Job, JournalEntry, User
from applications.correspondence.models import Message
from tests.installation import Installation, free_port, wait_until
from tests.jobs.conftest import HASTE

pytestmark = [pytest.mark.kill, pytest.mark.slow]
COUNT = 6


class SlowServer:
    """A mail server that listens to a message for as long as it is held, and counts what it has accepted."""

    def __init__(self) -> None:
        self.held = True
        self.listening = 0
        self.ears = 0
        self.accepted: list[str] = []

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - aiosmtpd's name
        """Accept a message in the end; who hangs up meanwhile has sent nothing."""
        self.listening += 1
        self.ears += 1
        try:
            while self.held:
                await asyncio.sleep(0.02)
        finally:
            self.ears -= 1
        self.accepted.append(message_from_bytes(envelope.original_content)["Message-ID"])
        return "250 Message accepted"


@pytest.fixture
def server():
    slow = SlowServer()
    controller = Controller(slow, hostname="127.0.0.1", port=free_port())
    controller.start()
    slow.port = controller.port
    yield slow
    controller.stop()


@pytest.fixture
def posting(own_database, server):
    """An installation that sends its e-mails to the slow server."""
    url = f"smtp://127.0.0.1:{server.port}"
    running = Installation(changes={**HASTE, "HONPOLGAR_JOB_LEASE_SECONDS": "8", "EMAIL_URL": url})
    try:
        running.start_broker()
        running.start("beat")
        running.start("worker")
        yield running
    finally:
        running.stop()


WRITE = f"""
from django.db import transaction
from applications.core import jobs
from applications.core.models import User
from applications.correspondence.models import Message
ilona = User.objects.create_user("ilona@example.org", "a password of hers")
for number in range({COUNT}):
    with transaction.atomic():
        message = Message.objects.create(
            account=ilona, key=f"test/{{number}}", template="test", language="hu", address=ilona.email,
            subject="Árvíztűrő", text="Kedves Ilona!", html="<p>Kedves Ilona!</p>",
        )
        jobs.enqueue(kind="send", key=str(message.pk), arguments={{"message": message.pk}})
"""


def test_no_message_is_lost_or_sent_twice_when_its_worker_is_killed(posting, server):
    posting.run(WRITE)
    struck = 0
    for _round in range(2):
        wait_until(lambda n=struck: server.listening > n, seconds=60, what="the server listens")
        posting.kill("worker")
        wait_until(lambda: not server.ears, what="the server noticed that nobody speaks any more")
        struck = server.listening
        posting.start("worker")
    server.held = False

    wait_until(
        lambda: Message.objects.filter(state=Message.State.SENT).count() == COUNT,
        seconds=120,
        what=f"all sent; {list(Job.objects.values_list('state', 'attempts', 'last_error'))}",
    )
    time.sleep(1)
    assert Counter(Counter(server.accepted).values()) == {1: COUNT}
    assert server.listening > COUNT, "no kill struck while the server listened, so nothing was shown"
    assert Job.objects.exclude(state=Job.State.DONE).count() == 0


def test_a_message_handed_over_again_is_the_same_message_to_every_mailbox(own_database, settings, tmp_path):
    """Between the server's yes and our note of it lies a moment in which a kill sends again: same id."""
    from applications.correspondence import services

    settings.EMAIL_BACKEND = "applications.correspondence.file_backend.OnceFileBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    ilona = User.objects.create_user("ilona@example.org", "a password of hers")
    message = Message.objects.create(
        account=ilona,
        key="test/1",
        template="test",
        language="hu",
        address=ilona.email,
        subject="A",
        text="A",
        html="A",
    )

    services.send(message.pk)
    Message.objects.filter(pk=message.pk).update(state=Message.State.SENDING)
    services.send(message.pk)

    assert len(list(tmp_path.glob("*.eml"))) == 1
    assert JournalEntry.objects.filter(chain="").count() == 0
