"""Saves a page of the form: its answers, what they make of the family, and what nobody is asked any more."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from applications.core.models import User
from applications.family.models import Person
from applications.family.queries import place_named
from applications.family.services import forget
from applications.intake.models import Answers, Application
from applications.intake.services import StaleAnswers, drop_answers, save_answers
from portal.public.draft import Draft, open_draft
from portal.public.fields import PlaceField
from portal.public.growth import GROWS_PEOPLE, grow
from portal.public.step import Stop, form_version
from portal.public.step_form import StepForm

DECLARATION = "declaration"
"""Saved with a submission (declaration.py); no path leads to it."""


@dataclass(frozen=True)
class Saved:
    """A saved page: the draft as it is now, and the pages whose answers were dropped."""

    draft: Draft
    dropped: tuple[tuple[int, str], ...]


def save_page(*, draft: Draft, stop: Stop, form: StepForm, actor: User, expected_version: int | None) -> Saved:
    """Save a valid form and return the draft as it is then.

    Raises StaleAnswers where the page was saved elsewhere since it was opened and says something else.
    A second click that sends the same again changes nothing.
    """
    answers = form.answers()
    locate(form, answers)
    described = form.described(answers)
    before = draft.pages.get(stop.key, {})
    turned = any(before.get(name) != answers.get(name) for name in form.leads)
    application, who = draft.application, person_of(draft, stop, read=bool(described))

    def settled(row: Answers) -> Saved:
        grow(application=application, person=who, step=stop.step.id, answers=answers)
        now = draft.with_page(row, same_people=not described and stop.step.id not in GROWS_PEOPLE)
        dropped = drop_unreached(now, actor) if turned else ()
        return Saved(now.without(dropped) if dropped else now, dropped)

    try:
        with transaction.atomic():
            return settled(
                save_answers(
                    application=application,
                    person=who,
                    step=stop.step.id,
                    data=answers,
                    actor=actor,
                    shared=stop.step.shared,
                    form_version=form_version(),
                    expected_version=expected_version,
                    describes=described,
                    known=draft.pages.row(stop.key, application),
                )
            )
    except StaleAnswers as stale:
        if stale.current.data != answers:
            raise
        row = stale.current
    with transaction.atomic():
        return settled(row)


def person_of(draft: Draft, stop: Stop, *, read: bool) -> Person:
    """Return the person whom a page is about; one whose row is not looked at is not read."""
    if read:
        return Person.objects.get(pk=stop.asked.person)
    return Person(pk=stop.asked.person, family_id=draft.application.family_id)


def locate(form: StepForm, answers: dict[str, object]) -> None:
    """Give each place its area and country from the gazetteer, where it knows exactly one place of that name."""
    places = [name for name, field in form.all_fields() if isinstance(field, PlaceField)]
    if not places:
        return
    items = answers.get("items")
    for name in places:
        key = name.removeprefix("items.")
        rows = items if name != key and isinstance(items, list) else [answers]
        for row in rows:
            given = row.get(key) if isinstance(row, dict) else None
            if isinstance(row, dict) and isinstance(given, Mapping):
                row[key] = located(given, str(row.get("country") or ""))


def located(given: Mapping[str, object], country: str) -> dict[str, str]:
    """Return a place with id, area and country of today; they are empty where the gazetteer is not sure."""
    name = str(given.get("name") or "")
    place = place_named(name, picked=str(given.get("place") or ""), country=country)
    if place is None:
        return {"name": name, "place": "", "area": country, "country": country}
    return {"name": name, "place": place.pk, "area": place.area or place.country, "country": place.country}


def drop_unreached(draft: Draft, actor: User) -> tuple[tuple[int, str], ...]:
    """Drop the pages that no path reaches any more, and persons nobody speaks of; return the dropped pages' keys.

    What another open application of the family still asks about is kept.
    """
    reached = {stop.key for stop in draft.stops}
    stale = {key for key in draft.pages if key not in reached and key[1] != DECLARATION}
    people = set(draft.names) - set(draft.reached())
    if not stale and not people:
        return ()
    for other in Application.objects.filter(family=draft.application.family_id, closed_at=None).exclude(
        pk=draft.application.pk
    ):
        further = open_draft(other)
        stale -= {stop.key for stop in further.stops}
        people -= set(further.reached())
    rows = Answers.objects.filter(pk__in=[draft.pages.pages[key].row for key in stale])
    drop_answers(application=draft.application, rows=rows, actor=actor)
    forget(people)
    return tuple(sorted(stale))
