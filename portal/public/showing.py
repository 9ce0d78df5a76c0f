"""Answers as people read them."""

from collections.abc import Mapping

from django import forms
from django.utils import formats
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from portal.public.countries import reader_language
from portal.public.fields import PartialDateField, PlaceField
from portal.public.partial_dates import parts_of


def shown_date(iso: str) -> str:
    """Return a date that may lack day or month in the reader's language: 3 May 1912, 1912. május."""
    year, month, day = parts_of(iso)
    if not month:
        return year
    name = str(MONTHS[int(month)]) if reader_language() == "en" else str(MONTHS[int(month)]).lower()
    if reader_language() == "hu":
        return f"{year}. {name} {day}." if day else f"{year}. {name}"
    return f"{day} {name} {year}".strip()


def shown(field: forms.Field, value: object) -> str:
    """Return an answer in words; an empty one is an empty text."""
    if value in (None, "", []):
        return ""
    if isinstance(field, PartialDateField):
        return shown_date(str(value))
    if isinstance(field, PlaceField):
        return str(value.get("name") or "") if isinstance(value, Mapping) else str(value)
    if isinstance(field, forms.ChoiceField):
        return shown_choice(field, value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return formats.localize(value) if isinstance(value, int) else str(value)


def shown_choice(field: forms.ChoiceField, value: object) -> str:
    """Return the words of what was chosen; a value that is offered no more stands as it is."""
    words = {str(key): str(label) for key, label in list(field.choices)}  # type: ignore[arg-type]  # iterable, whatever its kind
    if isinstance(value, list):
        return ", ".join(words.get(str(each), str(each)) for each in value)
    if isinstance(value, bool):
        return words.get("yes" if value else "no", "")
    return words.get(str(value), str(value))
