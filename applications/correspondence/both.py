"""Words, days and names in both languages at once, as letters carry them."""

from datetime import date, datetime

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext

from applications.family.models import Person

LANGUAGES = ("hu", "en")
DAY = {"hu": "Y. F j.", "en": "j F Y"}
MONTH = {"hu": "Y. F", "en": "F Y"}
ISO_YEAR, ISO_MONTH = 4, 7

Both = dict[str, str]


def both(words: str | Promise) -> Both:
    """Return translatable words in Hungarian and in English."""
    said: Both = {}
    for language in LANGUAGES:
        with translation.override(language):
            said[language] = str(words) if isinstance(words, Promise) else gettext(words)
    return said


def both_days(day: date | datetime) -> Both:
    """Return a day in words; an instant counts by the installation's time zone."""
    on = timezone.localdate(day) if isinstance(day, datetime) else day
    said: Both = {}
    for language, pattern in DAY.items():
        with translation.override(language):
            said[language] = date_format(on, pattern)
    return said


def both_partial(iso: str) -> Both:
    """Return an ISO date that may be cut short ("1912", "1912-05") in words, as far as it is known."""
    if len(iso) > ISO_MONTH:
        return both_days(date.fromisoformat(iso))
    if len(iso) < ISO_MONTH:
        return dict.fromkeys(LANGUAGES, iso)
    said: Both = {}
    for language, pattern in MONTH.items():
        with translation.override(language):
            said[language] = date_format(date.fromisoformat(f"{iso}-01"), pattern)
    return said


def both_names(person: Person) -> Both:
    """Return a name as Hungarians write it and with the given name first."""
    return {"hu": person.full_name, "en": f"{person.given_name} {person.family_name}".strip()}
