"""Verbs of correspondence: tell and write_letter (rows in the running transaction), send and draw (jobs)."""

import hashlib
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from applications.core import clock, jobs, journal
from applications.core.models import User
from applications.correspondence.letters import LETTER
from applications.correspondence.models import Letter, Message
from applications.correspondence.pdfs import PDF
from applications.correspondence.plain_text import plain_text
from applications.correspondence.typesetting import typeset
from applications.intake.models import Application

logger = logging.getLogger(__name__)
_only_recorded: ContextVar[bool] = ContextVar("only_recorded", default=False)


@contextmanager
def recording_only() -> Iterator[None]:
    """Inside the block messages are kept but never sent: demonstration data reaches nobody."""
    token = _only_recorded.set(True)
    try:
        yield
    finally:
        _only_recorded.reset(token)


def tell(
    *, application: Application, letter: str, key: str, context: Mapping[str, object], letters: Sequence[Letter] = ()
) -> Message:
    """Write an e-mail to the applicant and the job that sends it; the same key writes it once.

    ``letter`` is an id of correspondence.letters; the template emails/<id>.<language>.html is rendered
    now, in the application's language, so that what was said stays what was said; the plain text is read off it.
    """
    found = Message.objects.filter(key=key).first()
    if found:
        return found
    message = compose(
        account=application.account,
        letter=letter,
        language=application.language,
        context={
            **context,
            "application": application,
            "site_url": settings.SITE_URL,
            "demo": not settings.PRODUCTION,
            "link": f"{settings.SITE_URL}/my/{application.reference}/",
        },
    )
    message.application, message.key = application, key
    message.state = Message.State.RECORDED if _only_recorded.get() else Message.State.WAITING
    message.save()
    message.letters.set(letters)
    if message.state == Message.State.WAITING:
        jobs.enqueue(kind="send", key=str(message.pk), arguments={"message": message.pk}, case=application.reference)
    return message


def compose(*, account: User, letter: str, language: str, context: Mapping[str, object]) -> Message:
    """Return an unsaved message with subject, text and HTML rendered in ``language``."""
    declared = LETTER[letter]
    with translation.override(language):
        values = {**context, "account": account, "language": language}
        subject = str(declared.subject) % {"reference": getattr(context.get("application"), "reference", "")}
        html = render_to_string(f"emails/{letter}.{language}.html", {**values, "subject": subject})
        return Message(
            account=account,
            template=letter,
            language=language,
            address=account.email,
            subject=subject,
            text=plain_text(html),
            html=html,
            made_at=clock.now(),
        )


def write_letter(*, application: Application, kind: str, key: str, data: Mapping[str, object]) -> Letter:
    """Write a PDF's row with what it says, and the job that draws it; the same key writes it once."""
    with translation.override(application.language):
        title = str(PDF[kind].title)
    letter, created = Letter.objects.get_or_create(
        key=f"{application.reference}/{kind}/{key}",
        defaults={
            "application": application,
            "kind": kind,
            "language": application.language,
            "title": title,
            "data": dict(data),
            "made_at": clock.now(),
        },
    )
    if created:
        journal.record(
            chain=application.reference,
            event="letter.written",
            actor=None,
            subject=f"letter/{letter.pk}",
            data={"kind": kind},
        )
        if not _only_recorded.get():
            jobs.enqueue(kind="letter", key=str(letter.pk), arguments={"letter": letter.pk}, case=application.reference)
    return letter


def draw(letter: Letter) -> Letter:
    """Draw a letter's PDF and store it encrypted, where that is not done yet; safe to run twice and at once."""
    if letter.stored:
        return letter
    pdf = typeset(letter.kind, letter.data, at=letter.made_at)
    name = default_storage.save(
        f"letters/{letter.application.reference}/{letter.kind}-{letter.pk}.pdf", ContentFile(pdf)
    )
    won = Letter.objects.filter(pk=letter.pk, stored="").update(stored=name, sha256=hashlib.sha256(pdf).hexdigest())
    if not won:
        default_storage.delete(name)
    letter.refresh_from_db(fields=["stored", "sha256"])
    return letter


def send(message_id: int) -> None:
    """Hand a message to the mail server, once.

    The Message-ID is made from the key, so that a message handed over twice, because a worker died
    between the server's yes and our note of it, is one message to every mailbox that follows RFC 5322.
    Letters are never attached: they hold what only the addressee may read, and wait behind the sign-in.
    Raises OSError (smtplib's errors are among them) where the server does not take it: the job tries again.
    """
    message = Message.objects.select_related("application").get(pk=message_id)
    if message.state in (Message.State.SENT, Message.State.RECORDED):
        return
    attempts = message.attempts + 1
    Message.objects.filter(pk=message.pk).update(state=Message.State.SENDING, attempts=attempts)
    try:
        as_mail(message).send()
    except OSError:
        fate = Message.State.WAITING if attempts < jobs.MAX_ATTEMPTS else Message.State.FAILED
        Message.objects.filter(pk=message.pk).update(state=fate)
        raise
    with transaction.atomic():
        Message.objects.filter(pk=message.pk).update(state=Message.State.SENT, sent_at=clock.now())
        if message.application:
            journal.record(
                chain=message.application.reference,
                event="message.sent",
                actor=None,
                subject=f"message/{message.pk}",
                data={"template": message.template},
            )


def as_mail(message: Message) -> EmailMultiAlternatives:
    """Return a message as the mail server takes it: text and HTML, its language, an identity made from its key."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        to=[message.address],
        headers={
            "Message-ID": f"<{message.key.replace('/', '.')}@{host}>",
            "Content-Language": message.language,
            "Auto-Submitted": "auto-generated",
        },
    )
    mail.attach_alternative(message.html, "text/html")
    return mail
