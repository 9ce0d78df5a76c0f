"""Booking the visit and the oath: offices, free times by day, move, cancel, and the calendar file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from applications import pipeline
from applications.casework.models import Booking, Slot
from applications.casework.services import CannotMove
from applications.casework.visits import free_slots, kept_booking
from applications.core import clock
from applications.core.models import Office
from applications.decisions.services import latest_summons, may_change_place
from applications.intake.models import Application
from applications.intake.queries import answers_of
from portal.public import access, held
from portal.public.calendar_file import Event, calendar_response
from portal.public.countries import reader_language

DAYS_SHOWN = 8
REMIND = timedelta(days=1)
VISIT_STATES = frozenset({"checked", "visit_booked"})
OATH_STATES = frozenset({"summons_sent", "oath_booked"})


@dataclass(frozen=True)
class Kind:
    """What is booked: the purpose of its slots, the states in which it is, its page and its verbs."""

    purpose: str
    states: frozenset[str]
    page: str
    template: str
    book: Callable[..., None]
    cancel: Callable[..., None]


VISIT = Kind(
    Slot.Purpose.FILING,
    VISIT_STATES,
    "public:visit",
    "public/tracker/visit.html",
    pipeline.book_visit,
    pipeline.cancel_visit,
)
OATH = Kind(
    Slot.Purpose.OATH, OATH_STATES, "public:oath", "public/tracker/oath.html", pipeline.book_oath, pipeline.cancel_oath
)


@dataclass(frozen=True)
class Day:
    """A day with its free times: (slot id, hour), by the office's own clock."""

    on: date
    times: Sequence[tuple[int, datetime]]


def in_state(request: HttpRequest, reference: str, kind: Kind) -> Application:
    """Return the account's case where this can be booked now, or answer 404."""
    application = access.own_application(request, reference)
    if application.state not in kind.states:
        raise Http404
    return application


@held.signed_in
@never_cache
@require_safe
def visit(request: HttpRequest, reference: str) -> HttpResponse:
    """Show offices and free times for the visit."""
    return page(request, reference, VISIT)


@held.signed_in
@never_cache
@require_safe
def oath(request: HttpRequest, reference: str) -> HttpResponse:
    """Show free times for the oath at the office that summoned."""
    return page(request, reference, OATH)


def page(request: HttpRequest, reference: str, kind: Kind) -> HttpResponse:
    """Draw the page of an appointment; where the case has moved on, lead to the tracker."""
    application = access.own_application(request, reference)
    if application.state not in kind.states:
        return redirect("public:case", reference=application.reference)
    offices = offices_for(application, kind)
    wanted = str(request.GET.get("office") or "")
    booking = kept_booking(application, kind.purpose)
    chosen = next((office for office in offices if str(office.pk) == wanted), None) or preferred(offices, booking)
    since = starting_day(str(request.GET.get("since") or ""))
    days, later = free_days(chosen, kind.purpose, since) if chosen else ([], None)
    return render(
        request,
        kind.template,
        {
            "section": "application",
            "application": application,
            "booking": booking,
            "offices": offices,
            "office": chosen,
            "days": days,
            "later": later,
            "since": since,
            "places": other_places(application) if kind is OATH else [],
        },
    )


def other_places(application: Application) -> list[Office]:
    """Return where the oath may be moved to, none where it may not."""
    summons = latest_summons(application)
    if summons is None or not may_change_place(summons, clock.today()):
        return []
    return list(Office.objects.filter(is_open=True).exclude(pk=summons.office_id))


def offices_for(application: Application, kind: Kind) -> list[Office]:
    """Return where this can be done: the summoning office for the oath, else every open office, near ones first."""
    if kind is OATH:
        summons = latest_summons(application)
        return [summons.office] if summons else []
    address = answers_of(application, application.applicant, "address", shared=False)
    home = address.data.get("country") if address else None
    return sorted(
        Office.objects.filter(is_open=True), key=lambda office: (office.country != home, office.country, office.city)
    )


def preferred(offices: Sequence[Office], booking: Booking | None) -> Office | None:
    """Return the office to show first: the booked one, or the only one, or the nearest."""
    if booking and booking.slot.office in offices:
        return booking.slot.office
    return offices[0] if offices else None


def starting_day(text: str) -> date | None:
    """Return the day to show free times from, or None for the next ones."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def free_days(office: Office, purpose: str, since: date | None) -> tuple[list[Day], date | None]:
    """Return the next days with free times at an office, and the day on which later ones begin, if any."""
    zone = ZoneInfo(office.time_zone)
    slots = free_slots(office, purpose)
    if since:
        slots = slots.filter(starts_at__gte=datetime(since.year, since.month, since.day, tzinfo=zone))
    days: dict[date, list[tuple[int, datetime]]] = {}
    for slot in slots:
        at = slot.starts_at.astimezone(zone).replace(tzinfo=None)
        if at.date() not in days and len(days) == DAYS_SHOWN:
            return as_days(days.items()), at.date()
        days.setdefault(at.date(), []).append((slot.pk, at))
    return as_days(days.items()), None


def as_days(days: Iterable[tuple[date, list[tuple[int, datetime]]]]) -> list[Day]:
    """Return free times as the template reads them."""
    return [Day(on, times) for on, times in days]


@held.signed_in
@require_POST
def book_visit(request: HttpRequest, reference: str) -> HttpResponse:
    """Book the chosen time for the visit, or another one instead of the booked one."""
    return booked(request, reference, VISIT)


@held.signed_in
@require_POST
def book_oath(request: HttpRequest, reference: str) -> HttpResponse:
    """Book the chosen time for the oath, or another one instead of the booked one."""
    return booked(request, reference, OATH)


def booked(request: HttpRequest, reference: str, kind: Kind) -> HttpResponse:
    """Take the place, or say why it cannot be had and show what is free now."""
    application = access.own_application(request, reference)
    number = str(request.POST.get("slot") or "")
    offices = offices_for(application, kind)
    slot = (
        Slot.objects.filter(pk=int(number), purpose=kind.purpose, office__in=offices).first()
        if number.isdigit()
        else None
    )
    if slot is None:
        messages.error(request, _("Choose a time."))
        return redirect(kind.page, reference=application.reference)
    standing = kept_booking(application, kind.purpose)
    if standing and standing.slot_id == slot.pk:
        return redirect("public:case", reference=application.reference)
    try:
        kind.book(case=application, slot=slot, actor=access.account(request))
    except CannotMove as refused:
        messages.error(request, str(refused.reason))
        return redirect(kind.page, reference=application.reference)
    messages.success(request, _("The time is booked. We have sent you an e-mail with everything you need."))
    return redirect("public:case", reference=application.reference)


@held.signed_in
@require_POST
def oath_place(request: HttpRequest, reference: str) -> HttpResponse:
    """Have the oath taken at another office, once."""
    application = in_state(request, reference, OATH)
    number = str(request.POST.get("office") or "")
    office = Office.objects.filter(pk=int(number), is_open=True).first() if number.isdigit() else None
    if office is None:
        raise Http404
    try:
        pipeline.change_oath_place(case=application, office=office, actor=access.account(request))
    except CannotMove as refused:
        messages.error(request, str(refused.reason))
    else:
        messages.success(request, _("The place of the oath is changed. Choose a day there."))
    return redirect("public:oath", reference=application.reference)


@held.signed_in
@require_POST
def cancel_visit(request: HttpRequest, reference: str) -> HttpResponse:
    """Give the time of the visit back."""
    return cancelled(request, reference, VISIT)


@held.signed_in
@require_POST
def cancel_oath(request: HttpRequest, reference: str) -> HttpResponse:
    """Give the time of the oath back."""
    return cancelled(request, reference, OATH)


def cancelled(request: HttpRequest, reference: str, kind: Kind) -> HttpResponse:
    """Cancel; a second click finds nothing left to cancel."""
    application = access.own_application(request, reference)
    try:
        kind.cancel(case=application, actor=access.account(request))
    except CannotMove as refused:
        messages.warning(request, str(refused.reason))
    else:
        messages.success(request, _("The appointment is cancelled. You can book another time below."))
    return redirect(kind.page, reference=application.reference)


@held.signed_in
@require_safe
def visit_calendar(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer with the visit for the applicant's calendar."""
    return appointment_file(request, reference, VISIT, _("Visit: Hungarian citizenship"))


@held.signed_in
@require_safe
def oath_calendar(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer with the oath for the applicant's calendar."""
    return appointment_file(request, reference, OATH, _("Oath of citizenship"))


def appointment_file(request: HttpRequest, reference: str, kind: Kind, title: str) -> HttpResponse:
    """Answer with a booked appointment as a calendar file."""
    application = in_state(request, reference, kind)
    booking = kept_booking(application, kind.purpose)
    if booking is None:
        raise Http404
    office = booking.slot.office
    event = Event(
        id=f"booking-{booking.pk}@{request.get_host()}",
        at=booking.slot.starts_at,
        minutes=booking.slot.minutes,
        title=title,
        place=f"{office.name_in(reader_language())}, {office.address}, {office.city}",
        remind=REMIND,
        words=f"{application.reference} {request.build_absolute_uri(f'/my/{application.reference}/')}",
    )
    return calendar_response(event, f"{kind.purpose}-{application.reference}")
