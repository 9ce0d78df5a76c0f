"""Whole and partial dates: a date is the span of days it allows, and a comparison is yes, no or not known."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple

_WRITTEN: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Span(NamedTuple):
    """The first and the last day that a date allows; both the same for a whole date."""

    first: date
    last: date

    @property
    def whole(self) -> bool:
        """True where exactly one day is meant."""
        return self.first == self.last

    def plus_years(self, years: int) -> Span:
        """The span so many years later."""
        first = years_after(self.first, years)
        return Span(first, first if self.first is self.last else years_after(self.last, years))

    def text(self) -> str:
        """The ISO writing: '1912', '1912-05' or '1912-05-09'; '' where nothing at all is known."""
        if self.whole:
            return self.first.isoformat()
        if self == ANY_DAY:
            return ""
        if self.first.day == 1 and self.last == _month_end(self.last.year, self.last.month):
            if (self.first.year, self.first.month) == (self.last.year, self.last.month):
                return self.first.isoformat()[:7]
            if (self.first.year, self.first.month, self.last.month) == (self.last.year, 1, 12):
                return self.first.isoformat()[:4]
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


ANY_DAY: Final = Span(date.min, date.max)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def span(text: str) -> Span:
    """Read '1912', '1912-05' or '1912-05-09'. ValueError where it is not such a date."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise ValueError("not a date such as 1912, 1912-05 or 1912-05-09")
    year, month, day = int(match[1]), match[2], match[3]
    if day is not None:
        whole = date(year, int(month), int(day))
        return Span(whole, whole)
    if month is not None:
        return Span(date(year, int(month), 1), _month_end(year, int(month)))
    return Span(date(year, 1, 1), date(year, 12, 31))


def on(day: date) -> Span:
    """The span of one whole day."""
    return Span(day, day)


def years_after(day: date, years: int) -> date:
    """The same-number day so many years later, or the last day of that month (Ákr. 52. §)."""
    year = day.year + years
    if year > date.max.year:
        return date.max
    if year < date.min.year:
        return date.min
    try:
        return day.replace(year=year)
    except ValueError:
        # Only 29 February may have no day of its own.
        return day.replace(year=year, day=28)


def latest_start(day: date, years: int) -> date:
    """The latest day from which so many years are complete on `day`."""
    start = years_after(day, -years)
    after = start + timedelta(days=1)
    # From 29 February the years may end on the 28th, a day on which those from the 28th end as well.
    return after if years_after(after, years) <= day else start


def days_before(day: date, days: int) -> date:
    """The day so many days earlier, never before the first day of the calendar."""
    return day - timedelta(days=days) if (day - date.min).days >= days else date.min


def not_later(one: Span, other: Span) -> bool | None:
    """Is one on or before the other? None where the days allowed do not agree."""
    if one.last <= other.first:
        return True
    return False if one.first > other.last else None


def earlier(one: Span, other: Span) -> bool | None:
    """Is one strictly before the other? None where the days allowed do not agree."""
    if one.last < other.first:
        return True
    return False if one.first >= other.last else None


def reached(born: Span | None, years: int, day: date) -> bool | None:
    """Has a person born then reached that age on this day (the birthday included)?"""
    if born is None:
        return None
    return not_later(born.plus_years(years), on(day))


def within(when: Span, first: date, end: date) -> bool | None:
    """Is it on or after `first` and before `end`? None where the days allowed do not agree."""
    if when.first >= first and when.last < end:
        return True
    return False if when.last < first or when.first >= end else None
