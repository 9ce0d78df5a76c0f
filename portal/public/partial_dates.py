"""Dates of which month or day may be unknown, as people type them: 1912, 1912 május, 3 V 1912."""

import calendar
import re
import unicodedata
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.core import clock

MONTHS = (
    ("january", "januar", "i"),
    ("february", "februar", "ii"),
    ("march", "marcius", "iii"),
    ("april", "aprilis", "iv"),
    ("may", "majus", "v"),
    ("june", "junius", "vi"),
    ("july", "julius", "vii"),
    ("august", "augusztus", "viii"),
    ("september", "szeptember", "ix"),
    ("october", "oktober", "x"),
    ("november", "xi"),
    ("december", "xii"),
)
SHORTEST_MONTH_NAME = 3


@dataclass
class PartialDateError(Exception):
    """What was typed is no date: why, and which parts are to be looked at."""

    message: str | Promise
    code: str
    parts: tuple[str, ...]
    details: dict[str, object] = field(default_factory=dict)


def parts_of(iso: str) -> tuple[str, str, str]:
    """Return year, month and day of an ISO date that may be cut short, without leading zeros."""
    year, month, day = (*iso.split("-"), "", "")[:3] if iso else ("", "", "")
    return year, month.lstrip("0"), day.lstrip("0")


def month_number(text: str) -> int:
    """Return the month of "5", "05", "V.", "May" or "május"; 0 where it is none."""
    plain = unicodedata.normalize("NFD", text.casefold().strip(" ."))
    word = "".join(letter for letter in plain if not unicodedata.combining(letter))
    if re.fullmatch(r"\d{1,2}", word):
        return int(word) if 1 <= int(word) <= 12 else 0  # noqa: PLR2004 - months of a year
    for number, names in enumerate(MONTHS, start=1):
        if word in names or (len(word) >= SHORTEST_MONTH_NAME and any(name.startswith(word) for name in names)):
            return number
    return 0


def iso_of(year: str, month: str, day: str, *, whole: bool, future: bool, earliest: int) -> str:
    """Return the ISO date of three typed parts, cut where nothing more is known.

    Raises PartialDateError naming the parts: a year that is not four digits, too early or to come; a
    month that is none; a day without a month, or one that the month does not have.
    """
    if not re.fullmatch(r"\d{4}", year.strip(" .")):
        message = _("The year must have four digits, such as 1912.") if year else _("Enter the year.")
        raise PartialDateError(message, "year", ("year",))
    y = int(year.strip(" ."))
    if y < earliest:
        raise PartialDateError(
            _("The year must be %(earliest)s or later."), "early", ("year",), {"earliest": str(earliest)}
        )
    m = month_number(month) if month else 0
    if month and not m:
        raise PartialDateError(_("The month must be a number from 1 to 12, or the month’s name."), "month", ("month",))
    missing = tuple(name for name, text in (("month", month), ("day", day)) if not text)
    if whole and missing:
        raise PartialDateError(_("Enter the whole date: year, month and day."), "whole", missing)
    if day and not m:
        raise PartialDateError(_("Enter the month too, or leave the day empty."), "month_missing", ("month",))
    iso = f"{y:04}" + (f"-{m:02}" if m else "") + (f"-{checked_day(y, m, day):02}" if day else "")
    if not future and iso > clock.today().isoformat()[: len(iso)]:
        parts = ("year", "month", "day")[: iso.count("-") + 1]
        raise PartialDateError(_("The date must not be in the future."), "future", parts)
    return iso


def checked_day(year: int, month: int, day: str) -> int:
    """Return the day as a number; raise PartialDateError where ``month`` of ``year`` has no such day."""
    text = day.strip(" .")
    last = calendar.monthrange(year, month)[1]
    if not re.fullmatch(r"\d{1,2}", text) or not 1 <= int(text) <= last:
        message = _("The day must be a number from 1 to %(last)s: that month had no other days.")
        raise PartialDateError(message, "day", ("day",), {"last": str(last)})
    return int(text)
