"""From the summons to the oath or solemn promise."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from applications.casework import services as casework
from applications.casework import visits
from applications.casework.models import Slot
from applications.core import clock, journal
from applications.core.models import Office, User
from applications.correspondence import drafts
from applications.correspondence import services as correspondence
from applications.decisions import services as decisions
from applications.decisions.models import Decision
from applications.intake.models import Application
from applications.pipeline.moving import move


def send_summons(*, case: Application, office: Office, actor: User) -> None:
    """Send the summons to the oath; its delivery is recorded later and starts the year."""
    with transaction.atomic():
        summons = decisions.summon(case=case, office=office, sent_on=clock.today())
        letter = correspondence.write_letter(
            application=case, kind="summons", key=str(summons.pk), data=drafts.summons(summons)
        )
        move(case=case, transition="send_summons", actor=actor, summons=summons, letters=[letter])


def deliver_summons(*, case: Application, on: date, actor: User) -> None:
    """Record the day the summons was delivered: the year to take the oath runs from it."""
    with transaction.atomic():
        summons = decisions.latest_summons(case)
        if summons is None:
            raise casework.CannotMove(_("No summons was sent yet."))
        decisions.summons_delivered(appointment=summons, on=on)
        journal.record(
            chain=case.reference,
            event="summons.delivered",
            actor=actor,
            subject=f"summons/{summons.pk}",
            data={"on": on.isoformat()},
        )


def appoint_oath(*, case: Application, slot: Slot, actor: User) -> None:
    """Fix a time for the oath on the applicant's behalf, or another one instead of the one fixed."""
    with transaction.atomic():
        booking = visits.book(case=case, slot=slot)
        summons = decisions.latest_summons(case)
        if summons:
            decisions.fix_oath(appointment=summons, at=slot.starts_at)
        move(case=case, transition="appoint_oath", actor=actor, booking=booking)


def book_oath(*, case: Application, slot: Slot, actor: User) -> None:
    """Book a time for the oath, or another one instead of the one booked."""
    with transaction.atomic():
        if case.state == "oath_booked":
            casework.move(case=case, transition="cancel_oath", actor=actor)
        booking = visits.book(case=case, slot=slot)
        summons = decisions.latest_summons(case)
        if summons:
            decisions.fix_oath(appointment=summons, at=slot.starts_at)
        move(case=case, transition="book_oath", actor=actor, booking=booking)


def cancel_oath(*, case: Application, actor: User) -> None:
    """Give the time of the oath back."""
    with transaction.atomic():
        visits.cancel(case=case, purpose=Slot.Purpose.OATH)
        summons = decisions.latest_summons(case)
        if summons:
            decisions.fix_oath(appointment=summons, at=None)
        move(case=case, transition="cancel_oath", actor=actor)


def change_oath_place(*, case: Application, office: Office, actor: User) -> None:
    """Move the oath to another office, once and in time; a booked day is given back."""
    with transaction.atomic():
        summons = decisions.latest_summons(Application.objects.select_for_update().get(pk=case.pk))
        if summons is None or not decisions.may_change_place(summons, clock.today()):
            raise casework.CannotMove(_("The place of the oath cannot be changed any more."))
        if case.state == "oath_booked":
            cancel_oath(case=case, actor=actor)
            summons.refresh_from_db()
        decisions.change_place(appointment=summons, office=office)
        journal.record(
            chain=case.reference,
            event="oath.place_changed",
            actor=actor,
            subject=f"summons/{summons.pk}",
            data={"office": office.pk},
        )


def record_oath(*, case: Application, actor: User, **record: object) -> None:
    """Record the oath or promise: from this day the applicant is a citizen."""
    with transaction.atomic():
        grant = case.decisions.filter(kind=Decision.Kind.GRANT).order_by("-recorded_at", "-pk").first()
        if grant is None:
            raise casework.CannotMove(_("No grant is recorded."))
        oath = decisions.record_oath(case=case, recorded_by=actor, **record)  # type: ignore[arg-type]  # names of record_oath
        letters = [
            correspondence.write_letter(
                application=case, kind=kind, key=str(oath.pk), data=drafts.oath(oath, grant, kind)
            )
            for kind in ("certificate", "oath_record")
        ]
        move(case=case, transition="record_oath", actor=actor, oath=oath, letters=letters)
