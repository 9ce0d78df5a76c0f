"""My day: what waits for this officer, instead of a list of tables."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from applications.admin.base import officer_of
from applications.admin.columns import due_column, state_column
from applications.casework import queues
from applications.casework.models import Booking, OfficeReading, Slot
from applications.casework.queries import visible_cases
from applications.core import clock
from applications.core.models import User
from applications.intake.models import Application

if TYPE_CHECKING:
    from django.contrib.admin import AdminSite

SHOWN = 8


@dataclass(frozen=True)
class Row:
    """A case in one of the lists of the day."""

    case: Application
    state: str
    due: str


@dataclass(frozen=True)
class Stack:
    """A list of the day: its words, its first cases, how many there are, and where all of them stand."""

    id: str
    title: str
    empty: str
    rows: list[Row]
    count: int
    url: str


def page(site: "AdminSite", request: HttpRequest) -> HttpResponse:
    """Show the officer's day; who sees no cases goes to his or her own work."""
    officer = officer_of(request)
    if not officer.may("see_cases"):
        return redirect("admin:applications_user_changelist")
    context = {
        **site.each_context(request),
        "title": _("My day"),
        "today": clock.today(),
        "stacks": stacks(officer),
        "visits": visits_today(officer),
        "counts": counts(officer),
        "officer": officer,
    }
    return render(request, "admin/my_day.html", context)


def stacks(officer: User) -> list[Stack]:
    """Return the lists of the officer's roles."""
    cases = visible_cases(officer).select_related("applicant", "caseworker")
    today = clock.today()
    address = "applications/application/?queue="
    found = []
    if officer.may("work_cases"):
        mine = queues.mine(cases, officer, today)
        found += [
            stack(
                "mine",
                _("My cases, by due day"),
                _("You have no open case."),
                mine.order_by(*queues.BY_DUE),
                f"{address}mine",
            ),
            stack(
                "changed",
                _("Changed since you last looked"),
                _("Nothing new in your cases."),
                changed(mine, officer),
                f"{address}mine",
            ),
        ]
    if officer.may("approve_proposals"):
        proposals = cases.filter(state="recommended").exclude(
            pk__in=Application.objects.filter(recommendations__by=officer, recommendations__state="proposed").values(
                "pk"
            )
        )
        found.append(
            stack(
                "second",
                _("Proposals for your second look"),
                _("No proposal waits for you."),
                proposals.order_by(*queues.BY_DUE),
                f"{address}decide",
            )
        )
    found += [
        stack(
            "unassigned",
            _("Unassigned, of my office"),
            _("Every case has a caseworker."),
            queues.unassigned(cases, officer, today).filter(waits_for="office").order_by(*queues.BY_DUE),
            f"{address}unassigned",
        ),
        stack(
            "due",
            _("Due soon"),
            _("Nothing is due soon."),
            queues.due_soon(cases, officer, today).order_by(*queues.BY_DUE),
            f"{address}due",
        ),
    ]
    return found


def stack(identity: str, title: str, empty: str, cases: QuerySet[Application], url: str) -> Stack:
    """Return the first cases of a list and how many there are."""
    today = clock.today()
    first = list(cases[: SHOWN + 1])
    count = len(first) if len(first) <= SHOWN else cases.order_by().count()
    rows = [Row(case, state_column(case), due_column(case, today)) for case in first[:SHOWN]]
    return Stack(identity, title, empty, rows, count, url)


def changed(cases: QuerySet[Application], officer: User) -> QuerySet[Application]:
    """Return the cases in which somebody else did something after the officer last looked."""
    readings = OfficeReading.objects.filter(officer=officer)
    news = readings.filter(
        Q(application__changes__at__gt=F("at")) & ~Q(application__changes__actor=officer)
        | Q(application__notes__at__gt=F("at")) & ~Q(application__notes__author=officer)
        | Q(application__findings__made_at__gt=F("at"))
        | Q(application__submissions__at__gt=F("at"))
    )
    return cases.filter(pk__in=news.values("application_id")).order_by("-saved_at", "-pk")


def visits_today(officer: User) -> list[Booking]:
    """Return today's kept bookings at the officer's office, in their order; at every office for who has none."""
    zone = ZoneInfo(officer.office.time_zone) if officer.office else timezone.get_default_timezone()
    start = clock.now().astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    bookings = Booking.objects.filter(
        cancelled_at=None, slot__starts_at__gte=start, slot__starts_at__lt=start + timedelta(days=1)
    )
    if officer.office_id:
        bookings = bookings.filter(slot__office=officer.office_id)
    return list(bookings.select_related("slot__office", "application__applicant").order_by("slot__starts_at")[:50])


def counts(officer: User) -> dict[str, int]:
    """Return how many open cases wait for whom, and how many are overdue."""
    today = clock.today()
    mine = Q(caseworker=officer)
    return (
        visible_cases(officer)
        .filter(closed_at=None)
        .aggregate(
            office=Count("pk", filter=Q(waits_for="office")),
            applicant=Count("pk", filter=Q(waits_for="applicant")),
            other=Count("pk", filter=Q(waits_for="other")),
            late=Count("pk", filter=Q(waits_for="office", due_on__lt=today)),
            mine=Count("pk", filter=mine),
            slots=Count(
                "pk",
                filter=Q(
                    state="visit_booked", bookings__slot__purpose=Slot.Purpose.FILING, bookings__cancelled_at=None
                ),
            ),
        )
    )
