"""What invented families answer is what the form asks: every page of the path, nothing else, and valid."""

from datetime import date

import pytest
from django.forms import BooleanField, Field
from django.http import QueryDict

from applications.core.models import User
from applications.demo.accounts import OFFICES, see_to_office
from applications.demo.families import family
from applications.demo.filling import Filling
from applications.demo.people import Family, Trouble
from applications.demo.relatives import relative
from applications.intake.models import Application
from portal.public.draft import open_draft
from portal.public.fields import PartialDateField, PlaceField
from portal.public.pages import form_for
from portal.public.partial_dates import parts_of
from portal.public.step import form_version
from portal.public.step_form import StepForm

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)
PARTS = ("year", "month", "day")


def filled(made: Family) -> Application:
    account = User.objects.create_user("csalad@example.hu", None)
    return Filling(made, account, form_version()).draft(office=see_to_office(OFFICES[0]))


def with_child(**options) -> Family:
    return next(f for f in (family(5, number, filed_on=DAY, **options) for number in range(60)) if f.children)


FAMILIES = {
    "romania": family(5, 1, country="RO", filed_on=DAY),
    "serbia, with a child": with_child(country="RS"),
    "ukraine, without consent": with_child(country="UA", troubles=(Trouble.CONSENT_MISSING,)),
    "slovakia": family(5, 2, country="SK", filed_on=DAY),
    "united states": family(5, 3, country="US", filed_on=DAY),
    "a missing link": family(5, 4, country="RO", troubles=(Trouble.MISSING_LINK,), filed_on=DAY),
    "never hungarian": family(5, 5, country="RO", troubles=(Trouble.NEVER_HUNGARIAN,), filed_on=DAY),
    "convicted and accused": family(
        5, 6, country="RO", troubles=(Trouble.CONVICTION, Trouble.PROSECUTION), filed_on=DAY
    ),
    "a cousin": relative(family(5, 7, country="RO", filed_on=DAY), 2, DAY),
    "a sister or brother": relative(family(5, 7, country="RO", filed_on=DAY), 3, DAY, (Trouble.NO_HUNGARIAN,)),
}


def posted(form: StepForm) -> QueryDict:
    """Return what a browser would send for a form as it is saved."""
    data = QueryDict(mutable=True)
    if form.item:
        data["items"] = str(form.item_count)
    for name, field in form.fields.items():
        value = form.initial.get(name)
        if value not in (None, "", []):
            for key, texts in sent(name, field, value):
                data.setlist(key, texts)
    return data


def sent(name: str, field: Field, value: object) -> list[tuple[str, list[str]]]:
    """Return the inputs of one field as a browser sends them."""
    if isinstance(field, PartialDateField):
        return [(f"{name}_{part}", [text]) for part, text in zip(PARTS, parts_of(str(value)), strict=True)]
    if isinstance(field, PlaceField):
        return [(name, [value["name"]]), (f"{name}_place", [value["place"]])]
    if isinstance(value, bool):
        unticked = isinstance(field, BooleanField) and not value
        return [] if unticked else [(name, ["yes" if value else "no"])]
    return [(name, value if isinstance(value, list) else [str(value)])]


@pytest.mark.parametrize("made", FAMILIES.values(), ids=FAMILIES.keys())
def test_the_form_asks_nothing_more_and_nothing_less(made: Family):
    draft = open_draft(filled(made))
    asked = {stop.key for stop in draft.stops}

    assert [key for key in asked if key not in draft.pages] == []
    assert [key for key in draft.pages if key not in asked] == []


@pytest.mark.parametrize("made", FAMILIES.values(), ids=FAMILIES.keys())
def test_the_form_would_take_every_answer(made: Family):
    draft = open_draft(filled(made))

    for stop in draft.stops:
        data = posted(form_for(draft, stop))
        again = form_for(draft, stop, data)
        assert again.is_valid(), (stop.step.id, again.errors)
