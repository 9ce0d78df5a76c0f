"""What the clock does, and what is drawn and sent in the background."""

from datetime import date, timedelta

from django.utils import timezone

from applications.casework import visits
from applications.casework.models import InformationRequest, Slot
from applications.core import jobs, journal
from applications.correspondence import services as correspondence
from applications.correspondence.models import Letter
from applications.intake.models import Application
from applications.pipeline.review import close_request

REMINDER_DAYS = (14, 3)


def watch_deadlines(today: date) -> None:
    """Remind of open requests and coming visits; let overdue requests expire. Run twice, told once."""
    for request in InformationRequest.objects.filter(state=InformationRequest.State.OPEN).select_related("application"):
        if request.due_on < today:
            close_request(request=request, transition="expire_request", actor=None)
            continue
        left = (request.due_on - today).days
        reminder = min((days for days in REMINDER_DAYS if left <= days), default=None)
        if reminder is not None:
            correspondence.tell(
                application=request.application,
                letter="request_reminder",
                key=f"{request.application.reference}/request_reminder/{request.pk}/{reminder}",
                context={"request": request},
            )
    tomorrow = today + timedelta(days=1)
    for case in Application.objects.filter(state="visit_booked"):
        booking = visits.kept_booking(case, Slot.Purpose.FILING)
        if booking and timezone.localdate(booking.slot.starts_at) == tomorrow:
            correspondence.tell(
                application=case,
                letter="visit_reminder",
                key=f"{case.reference}/visit_reminder/{booking.pk}",
                context={"booking": booking},
            )


def verify_journal() -> list[journal.Break]:
    """Check every chain; write what was found to the journal's own chain."""
    breaks = journal.broken_links()
    journal.record(
        chain="integrity",
        event="journal.verified" if not breaks else "journal.broken",
        actor=None,
        data={"breaks": [vars(each) for each in breaks[:50]], "count": len(breaks)},
    )
    return breaks


@jobs.job("letter", atomic=False)
def draw_letter(letter: int) -> None:
    """Draw the PDF of a letter."""
    correspondence.draw(Letter.objects.select_related("application").get(pk=letter))


@jobs.job("send", atomic=False)
def send_message(message: int) -> None:
    """Hand a message to the mail server."""
    correspondence.send(message)
