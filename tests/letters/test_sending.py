"""An e-mail goes once: whatever the mail server, the worker or a second worker does."""

import email
import socket
import time
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from aiosmtpd.controller import Controller
from django.db import connection

from applications.core import clock, jobs
from applications.core.models import Job, JournalEntry
from applications.correspondence import services
from applications.correspondence.models import Message
from applications.correspondence.resending import send_again
from applications.intake.services import start
from tests import personas

pytestmark = pytest.mark.django_db(transaction=True)


class Kept:
    """A mail server's storage: takes its time, keeps what it took, refuses while ``closed``."""

    def __init__(self) -> None:
        self.taken: list[email.message.Message] = []
        self.closed = False

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if self.closed:
            return "451 Come back later"
        time.sleep(0.2)
        self.taken.append(email.message_from_bytes(envelope.content))
        return "250 OK"


@pytest.fixture
def mail_server(settings):
    """A mail server that can be stopped and started on one port; the portal is set to use it."""
    kept = Kept()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(kept, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5
    yield kept
    server.stop()


@pytest.fixture
def mail_folder(settings, tmp_path: Path) -> Path:
    """The folder of an installation without a mail server."""
    settings.EMAIL_BACKEND = "applications.correspondence.file_backend.OnceFileBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    return tmp_path


@pytest.fixture
def message() -> Message:
    """A message that waits to be sent."""
    application = start(account=personas.applicant())
    return services.tell(
        application=application, letter="withdrawn", key=f"{application.reference}/withdrawn/1", context={}
    )


def test_the_same_cause_tells_once(message: Message):
    again = services.tell(application=message.application, letter="withdrawn", key=message.key, context={})

    assert again.pk == message.pk
    assert Message.objects.count() == 1
    assert Job.objects.filter(kind="send").count() == 1


def test_a_server_that_is_away_gets_it_once_when_it_is_back(message: Message, mail_server: Kept):
    mail_server.closed = True
    jobs.drain()
    job, message = Job.objects.get(kind="send"), Message.objects.get()
    assert (job.state, message.state, mail_server.taken) == (Job.State.DUE, Message.State.WAITING, [])
    assert "Come back later" in job.last_error
    assert job.due_at > clock.now()

    mail_server.closed = False
    jobs.drain()
    assert mail_server.taken == [], "it waits its turn"
    with clock.at(clock.now() + timedelta(minutes=1)):
        jobs.drain()
        jobs.drain()
    message.refresh_from_db()
    assert (message.state, message.attempts, len(mail_server.taken)) == (Message.State.SENT, 2, 1)
    taken = mail_server.taken[0]
    assert (taken["To"], taken["Content-Language"], taken["Auto-Submitted"]) == (
        "ilona@example.hu",
        "hu",
        "auto-generated",
    )
    assert [part.get_content_type() for part in taken.walk()][1:] == ["text/plain", "text/html"]
    assert JournalEntry.objects.filter(event="message.sent", subject=f"message/{message.pk}").count() == 1


def test_two_workers_at_once_send_it_once(message: Message, mail_server: Kept):
    def work() -> None:
        jobs.drain()
        connection.close()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert len(mail_server.taken) == 1
    assert Message.objects.get().state == Message.State.SENT


def test_a_worker_killed_after_handing_over_leaves_one_file(message: Message, mail_folder: Path):
    services.as_mail(message).send()
    Message.objects.update(state=Message.State.SENDING)

    jobs.drain()

    assert len(list(mail_folder.glob("*.eml"))) == 1
    assert Message.objects.get().state == Message.State.SENT


def test_handed_over_twice_it_has_one_identity(message: Message, mail_server: Kept):
    services.as_mail(message).send()
    services.send(message.pk)
    services.send(message.pk)

    assert len(mail_server.taken) == 2
    assert len({taken["Message-ID"] for taken in mail_server.taken}) == 1


def test_what_is_given_up_shows_and_can_be_sent_again(message: Message, mail_server: Kept):
    mail_server.closed = True
    moment = clock.now()
    for _ in range(jobs.MAX_ATTEMPTS):
        moment += timedelta(hours=1)
        with clock.at(moment):
            jobs.drain()
    message.refresh_from_db()
    assert (message.state, Job.objects.get(kind="send").state) == (Message.State.FAILED, Job.State.FAILED)

    mail_server.closed = False
    assert send_again(message=message, actor=personas.staff("klara"))
    with clock.at(moment + timedelta(hours=1)):
        jobs.drain()
    message.refresh_from_db()
    assert (message.state, len(mail_server.taken)) == (Message.State.SENT, 1)


def test_demonstration_data_reaches_nobody(mail_folder: Path):
    application = start(account=personas.applicant())
    with services.recording_only():
        recorded = services.tell(application=application, letter="withdrawn", key="x", context={})
    jobs.drain()
    services.send(recorded.pk)

    assert list(mail_folder.glob("*")) == []
    assert Message.objects.get().state == Message.State.RECORDED
