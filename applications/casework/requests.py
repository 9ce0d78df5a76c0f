"""Verbs of requests for information: ask, answer point by point, close."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from applications.casework.models import InformationRequest, RequestedItem
from applications.casework.services import CannotMove
from applications.core import clock
from applications.core.models import User
from applications.documents.models import Paper
from applications.family.models import Person
from applications.intake.models import Application, Submission

EXTENSION_DAYS = 15


@dataclass(frozen=True)
class Point:
    """One thing to ask for (see models.RequestedItem)."""

    kind: str
    question: str
    finding_code: str = ""
    person: Person | None = None
    paper_kind: str = ""
    replaces: Paper | None = None
    step: str = ""


def open_request(
    *, case: Application, points: Sequence[Point], introduction: str, due_on: date, asked_by: User
) -> InformationRequest:
    """Write a request with its points; raises ValueError without any. The caller moves the case."""
    if not points:
        raise ValueError("A request asks for something.")
    with transaction.atomic():
        request = InformationRequest.objects.create(
            application=case,
            number=case.requests.count() + 1,
            introduction=introduction,
            due_on=due_on,
            asked_by=asked_by,
            asked_at=clock.now(),
        )
        for point in points:
            RequestedItem.objects.create(request=request, **vars(point))
        return request


def answer_item(*, item: RequestedItem, answer: str = "", paper: Paper | None = None) -> RequestedItem:
    """Keep a draft of the answer to one point; it counts when the whole request is answered."""
    item.answer, item.paper = answer, paper or item.paper
    item.answered_at = clock.now() if answer or item.paper or item.kind == RequestedItem.Kind.ANSWER else None
    item.save(update_fields=["answer", "paper", "answered_at"])
    return item


def unanswered(request: InformationRequest) -> list[RequestedItem]:
    """Return the points that have no answer yet."""
    return list(request.items.filter(answered_at=None))


def extend(*, request: InformationRequest) -> InformationRequest:
    """Move the deadline by EXTENSION_DAYS, once; raises CannotMove where it was extended already or is over."""
    with transaction.atomic():
        locked = InformationRequest.objects.select_for_update().get(pk=request.pk)
        if locked.state != InformationRequest.State.OPEN or locked.due_on < clock.today():
            raise CannotMove(_("This request is closed: its deadline cannot be moved any more."))
        if locked.extended_at:
            raise CannotMove(_("The deadline has been moved already; it can be moved once."))
        locked.due_on += timedelta(days=EXTENSION_DAYS)
        locked.extended_at = clock.now()
        locked.save(update_fields=["due_on", "extended_at"])
        return locked


def close(*, request: InformationRequest, state: str, submission: Submission | None = None) -> None:
    """Close an open request as answered, expired or cancelled; closing twice changes nothing."""
    InformationRequest.objects.filter(pk=request.pk, state=InformationRequest.State.OPEN).update(
        state=state, closed_at=clock.now(), submission=submission
    )
