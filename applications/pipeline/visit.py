"""The visit, at which an application is filed."""

from collections.abc import Mapping

from django.db import transaction

from applications.casework import services as casework
from applications.casework import visits
from applications.casework.models import Slot
from applications.core.models import Office, User
from applications.intake.models import Application
from applications.intake.queries import latest_submission
from applications.pipeline.checking import write_law
from applications.pipeline.moving import move


def book_visit(*, case: Application, slot: Slot, actor: User) -> None:
    """Book a time for the visit, or another one instead of the one booked."""
    with transaction.atomic():
        if case.state == "visit_booked":
            casework.move(case=case, transition="cancel_visit", actor=actor)
        Application.objects.filter(pk=case.pk).update(office=slot.office)
        booking = visits.book(case=case, slot=slot)
        move(case=case, transition="book_visit", actor=actor, booking=booking, office=slot.office)


def cancel_visit(*, case: Application, actor: User) -> None:
    """Give the time of the visit back."""
    with transaction.atomic():
        visits.cancel(case=case, purpose=Slot.Purpose.FILING)
        move(case=case, transition="cancel_visit", actor=actor)


def record_visit(
    *, case: Application, office: Office, clerk: User, details: Mapping[str, Mapping[str, object]], note: str = ""
) -> None:
    """Record what was shown at the visit: the case is filed, and the law is asked again with what was seen."""
    with transaction.atomic():
        visits.record(case=case, office=office, clerk=clerk, details=details, note=note)
        Application.objects.filter(pk=case.pk).update(office=office)
        move(case=case, transition="record_visit", actor=clerk)
        submission = latest_submission(case)
        if submission:
            write_law(submission)
