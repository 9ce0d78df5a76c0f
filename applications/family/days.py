"""Days as they are kept about persons, in short: whole, or as far as they are known."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language

from rules.words import shown_day

WHOLE = len("1912-05-31")


def short_day(iso: str) -> str:
    """Return an ISO date in the reader's short form (1977.01.14.); one that is cut short in words, "" as it is."""
    if len(iso) == WHOLE:
        return date_format(date.fromisoformat(iso), "SHORT_DATE_FORMAT")
    return shown_day(iso, get_language() or "hu") if iso else ""
