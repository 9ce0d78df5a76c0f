"""Deadlines, computed from intervals and never counted up. Pure but for reading the case's changes.

To the President within three months of arrival; time waiting for the applicant or for another
authority does not count (LAW.md 2.12). A term that ends on a day of rest ends on the next working day
(Ákr. § 52). An applicant's own terms are the office's practice and stand here.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils import timezone

from applications.casework.models import InformationRequest, StateChange
from applications.core import clock
from applications.intake.models import Application

MONTHS_TO_PRESIDENT = 3
DAYS_TO_CHECK = 2
DAYS_TO_BOOK = 90
DAYS_TO_SUMMON = 30
REQUEST_DAYS = 45
PAUSING = frozenset({"information_requested", "advice_requested"})
CLOCK_RUNS = frozenset({"filed", "under_review", "recommended", "approved"})

SATURDAY = 5
FIXED_HOLIDAYS = frozenset({(1, 1), (3, 15), (5, 1), (8, 20), (10, 23), (11, 1), (12, 25), (12, 26)})
GOOD_FRIDAY, EASTER_MONDAY, WHIT_MONDAY = -2, 1, 50


def due_on(case: Application) -> date | None:
    """Return the day by which whoever's turn it is should have acted, or None."""
    today = clock.today()
    match case.state:
        case "submitted":
            return today + timedelta(days=DAYS_TO_CHECK)
        case "checked":
            return today + timedelta(days=DAYS_TO_BOOK)
        case "information_requested":
            request = case.requests.filter(state=InformationRequest.State.OPEN).first()
            return request.due_on if request else today + timedelta(days=REQUEST_DAYS)
        case "granted":
            return next_working_day(today + timedelta(days=DAYS_TO_SUMMON))
        case state if state in CLOCK_RUNS and case.filed_at:
            return to_president(timezone.localdate(case.filed_at), paused_days(changes_of(case), today))
        case _:
            return None


def to_president(arrived: date, paused: int) -> date:
    """Return the last day to lay a case before the President: three months and the pauses, on a working day."""
    return next_working_day(months_later(arrived, MONTHS_TO_PRESIDENT) + timedelta(days=paused))


def changes_of(case: Application) -> list[tuple[datetime, str]]:
    """Return when a case came into which state, oldest first."""
    return list(StateChange.objects.filter(application=case).order_by("at", "pk").values_list("at", "target"))


def paused_days(changes: Iterable[tuple[datetime, str]], today: date) -> int:
    """Return for how many days the office's clock stood still until ``today``, by the changes (when, into what)."""
    days = 0
    since: date | None = None
    for at, target in changes:
        on = timezone.localdate(at)
        if since is not None:
            days += (on - since).days
        since = on if target in PAUSING else None
    return days + ((today - since).days if since is not None else 0)


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, its last day where there is none such (Ákr. § 52)."""
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def next_working_day(day: date) -> date:
    """Return ``day``, or the next working day where it is a day of rest."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def is_working_day(day: date) -> bool:
    """Whether offices work on ``day``: no weekend, no public holiday (Mt. 102. §).

    Not modelled: days of work and rest that a ministry swaps for a year; a term then ends a day later
    than it must, never earlier than it may.
    """
    if day.weekday() >= SATURDAY or (day.month, day.day) in FIXED_HOLIDAYS:
        return False
    return (day - easter(day.year)).days not in {GOOD_FRIDAY, EASTER_MONDAY, WHIT_MONDAY}


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (the computus of Meeus, Jones and Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, odd = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - shift + 15) % 30
    quarter, left = divmod(rest, 4)
    weekday = (32 + 2 * odd + 2 * quarter - epact - left) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
