"""Messages whose sending was given up: found by their job, sent again on an officer's word."""

from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat

from applications.core import jobs, journal
from applications.core.models import Job, User
from applications.correspondence.models import Message


def with_fate(messages: QuerySet[Message]) -> QuerySet[Message]:
    """Return messages that know whether their sending was given up (``given_up``)."""
    key = Concat(Value("send:"), Cast(OuterRef("pk"), CharField()))
    return messages.annotate(given_up=Exists(Job.objects.filter(key=key, state=Job.State.FAILED)))


def send_again(*, message: Message, actor: User) -> bool:
    """Have a message whose sending was given up sent again; return whether it was given up."""
    with transaction.atomic():
        row = Job.objects.filter(key=f"send:{message.pk}", state=Job.State.FAILED).first()
        if row is None or not jobs.retry(row):
            return False
        Message.objects.filter(pk=message.pk).update(state=Message.State.WAITING)
        if message.application:
            journal.record(
                chain=message.application.reference, event="message.again", actor=actor, subject=f"message/{message.pk}"
            )
        return True
