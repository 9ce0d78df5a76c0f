"""Who looked at a case and when: what is new to an officer, who else is in the case, and the journal of readings."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from applications.casework.models import OfficeReading
from applications.core import clock, journal
from applications.core.models import User
from applications.intake.models import Application

PRESENCE = timedelta(minutes=5)


def look(*, case: Application, officer: User, subject: str = "") -> datetime | None:
    """Note that ``officer`` reads the case now, in the journal of readings too; return when he or she last did.

    ``subject`` names the part that is read, such as ``paper/12``; the case itself where it is empty.
    """
    moment = clock.now()
    with transaction.atomic():
        reading = OfficeReading.objects.select_for_update().filter(application=case, officer=officer).first()
        before = reading.at if reading else None
        if reading:
            reading.at = moment
            reading.save(update_fields=["at"])
        else:
            OfficeReading.objects.create(application=case, officer=officer, at=moment)
        journal.record(
            chain=journal.readings_of(case.reference),
            event="case.read",
            actor=officer,
            subject=subject or "case",
            data={"case": case.reference},
        )
    return before


def others_present(*, case: Application, officer: User) -> QuerySet[OfficeReading]:
    """Return the readings of colleagues who were in the case within the last minutes."""
    return (
        OfficeReading.objects.filter(application=case, at__gte=clock.now() - PRESENCE)
        .exclude(officer=officer)
        .select_related("officer")
        .order_by("officer__name")
    )
