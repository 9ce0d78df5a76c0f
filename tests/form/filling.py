"""Fills any page of the form with plausible answers, as a browser would send them."""

from collections.abc import Mapping

from django import forms

from portal.public.fields import PartialDateField, PlaceField, YesNoField
from portal.public.step_form import StepForm

Sent = dict[str, object]


def filled(form: StepForm, step: str, wishes: Mapping[str, object] | None = None) -> Sent:
    """Return what a browser sends for a page: ``wishes`` by field, the rest made up by the kind of field."""
    sent: Sent = {"version": "", "go": "next"}
    if form.item:
        sent["items"] = str(form.item_count)
    for name, field in form.fields.items():
        sent.update(value_of(name, field, step))
    for name, value in (wishes or {}).items():
        if isinstance(form.fields.get(name), PartialDateField):
            sent.update(dated(name, str(value)))
        else:
            sent[name] = value
    return sent


def dated(name: str, iso: str) -> Sent:
    """Return the three parts of a date."""
    year, month, day = (*iso.split("-"), "", "")[:3]
    return {f"{name}_year": year, f"{name}_month": month, f"{name}_day": day}


def value_of(name: str, field: forms.Field, step: str) -> Sent:
    """Return what is sent for one field."""
    if isinstance(field, PartialDateField):
        return dated(name, day_of(name, step))
    if isinstance(field, forms.ChoiceField):
        return {name: choice_of(field)}
    if isinstance(field, forms.BooleanField):
        return {}
    if isinstance(field, PlaceField):
        return {name: "Kolozsvár"}
    return {name: TEXTS.get(name.split("_", maxsplit=1)[0], "Teszt")}


def day_of(name: str, step: str) -> str:
    """Return a day that fits the page."""
    if name.startswith("expires"):
        return "2031-05-04"
    return ("2015-06-01" if step == "child-birth" else "1985-05-03") if name == "on" else "2020-03-05"


def choice_of(field: forms.ChoiceField) -> object:
    """Return what is chosen: no, Romania, else the first choice there is."""
    options = [str(value) for value, _ in field.choices if value]
    if isinstance(field, YesNoField):
        return "no"
    chosen = "RO" if {"RO", "HU"} <= set(options) else next(iter(options), "")
    return [chosen] if isinstance(field, forms.MultipleChoiceField) else chosen


TEXTS = {
    "family": "Kovács",
    "given": "Ilona",
    "phone": "+40264123456",
    "number": "1",
    "postcode": "400001",
    "email": "ilona@example.org",
}
