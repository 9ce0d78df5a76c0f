"""The inputs of the sandbox: one by kind of fact, filled with what stands, and what was entered as facts write it."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from babel import Locale
from django import forms
from django.utils.translation import gettext as _

from applications.admin.trial_words import choice_words
from rules import gazetteer
from rules.history.territories import TERRITORIES
from rules.kinds import Kind

UNKNOWN = "unknown"
AREA = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
ALPHA_2 = 2


class Said(forms.CharField):
    """A text that may be empty: nothing is known then. The law itself says what is wrong with it."""

    def validate(self, value: object) -> None:
        """Take whatever was written."""


class Chosen(forms.ChoiceField):
    """A choice of which "not known" is one."""

    def validate(self, value: object) -> None:
        """Refuse only what was not offered."""
        if value:
            super().validate(value)


class Several(forms.MultipleChoiceField):
    """People of the case, or nobody."""

    def validate(self, value: object) -> None:
        """Refuse only who was not offered."""
        if value:
            super().validate(value)


def made(kind: Kind, fact: str, label: str, value: object, people: Sequence[tuple[str, str]]) -> forms.Field:
    """Return the input for a kind of fact, filled with what stands."""
    if kind.form == "yes_no":
        words = [("yes", _("Yes")), ("no", _("No")), (UNKNOWN, _("Not known"))]
        initial = UNKNOWN if not isinstance(value, bool) else "yes" if value else "no"
        chosen = Chosen(label=label, choices=words, widget=forms.RadioSelect, initial=initial)
        chosen.row = True  # type: ignore[attr-defined]  # what our own pack reads
        return chosen
    if kind.form == "choice":
        offered = [("", _("Not known")), *((each, choice_words(fact, each)) for each in kind.choices)]
        return Chosen(label=label, choices=offered, initial=value)
    if kind.form == "person":
        return Chosen(label=label, choices=[("", _("Not known")), *people], initial=value)
    if kind.form == "people":
        return Several(label=label, choices=people, widget=forms.CheckboxSelectMultiple, initial=value)
    return Said(label=label, initial=value, widget=WIDGETS.get(kind.form, forms.TextInput()))


WIDGETS: Mapping[str, forms.Widget] = {
    "day": forms.TextInput(attrs={"type": "date"}),
    "partial_day": forms.TextInput(attrs={"autocomplete": "off", "class": "input--w10"}),
    "area": forms.TextInput(attrs={"list": "all-areas", "autocomplete": "off", "class": "input--w10"}),
    "country": forms.TextInput(attrs={"list": "all-countries", "autocomplete": "off", "class": "input--w10"}),
    "count": forms.NumberInput(attrs={"min": "0"}),
}


def plain(kind: Kind, entered: object) -> object:
    """Return what was entered as facts write it; None for nothing known."""
    if entered in (None, "", UNKNOWN):
        return None
    if kind.form == "yes_no":
        return entered == "yes"
    if kind.form == "count":
        return int(str(entered)) if str(entered).isdecimal() else str(entered)
    words = str(entered).strip()
    if kind.form == "area":
        return area_of(words)
    return country_of(words) if kind.form == "country" else words


def area_of(words: str) -> str:
    """Return the code of an area for a code, its name, or a settlement in it; else the words, for the law to refuse."""
    if AREA.fullmatch(words.upper()):
        return words.upper()
    wanted = gazetteer.fold(words)
    named = next((code for code, name in areas() if gazetteer.fold(name) == wanted), "")
    if named:
        return named
    places = gazetteer.search(words, limit=1)
    is_there = bool(places) and wanted in {gazetteer.fold(name) for name in places[0].names}
    return places[0].area if is_there else words


def country_of(words: str) -> str:
    """Return the code of a country for a code or a name in either language; else the words, for the law to refuse."""
    if len(words) == ALPHA_2:
        return words.upper()
    wanted = gazetteer.fold(words)
    known = (*countries("hu"), *countries("en"))
    return next((code for code, name in known if gazetteer.fold(name) == wanted), words)


def areas() -> list[tuple[str, str]]:
    """Return (code, name) of the areas that history knows."""
    return [(each.code, each.name) for each in TERRITORIES.values()]


@cache
def countries(language: str) -> list[tuple[str, str]]:
    """Return (code, name) of the states."""
    names = Locale(language).territories
    return sorted((code, str(name)) for code, name in names.items() if len(code) == ALPHA_2 and code.isalpha())
