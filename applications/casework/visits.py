"""Verbs of visits: book a slot, cancel, record what was shown."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from applications.casework.models import Booking, Slot, Visit
from applications.casework.services import CannotMove
from applications.core import clock
from applications.core.models import Office, User
from applications.intake.models import Application


def free_slots(office: Office, purpose: str) -> QuerySet[Slot]:
    """Return the office's coming slots with a place left."""
    kept = Count("bookings", filter=Q(bookings__cancelled_at=None))
    return (
        Slot.objects.filter(office=office, purpose=purpose, starts_at__gt=clock.now())
        .annotate(kept=kept)
        .filter(kept__lt=F("capacity"))
        .order_by("starts_at")
    )


def book(*, case: Application, slot: Slot) -> Booking:
    """Take a place in a slot; raises CannotMove where it has just been taken. One kept booking a case and purpose."""
    with transaction.atomic():
        locked = Slot.objects.select_for_update().get(pk=slot.pk)
        if locked.starts_at <= clock.now():
            raise CannotMove(_("This time is over: choose another one."))
        if locked.bookings.filter(cancelled_at=None).count() >= locked.capacity:
            raise CannotMove(_("This time has just been taken: choose another one."))
        cancel(case=case, purpose=locked.purpose)
        return Booking.objects.create(slot=locked, application=case, booked_at=clock.now())


def cancel(*, case: Application, purpose: str) -> None:
    """Give the case's place back."""
    case.bookings.filter(slot__purpose=purpose, cancelled_at=None).update(cancelled_at=clock.now())


def kept_booking(case: Application, purpose: str) -> Booking | None:
    """Return the booking that stands, or None."""
    return case.bookings.filter(slot__purpose=purpose, cancelled_at=None).select_related("slot__office").first()


def record(
    *, case: Application, office: Office, clerk: User, details: Mapping[str, Mapping[str, object]], note: str = ""
) -> Visit:
    """Record a visit (see models.Visit for ``details``: by person id). The caller moves the case."""
    return Visit.objects.create(
        application=case,
        office=office,
        booking=kept_booking(case, Slot.Purpose.FILING),
        recorded_by=clerk,
        at=clock.now(),
        details=dict(details),
        note=note,
    )
