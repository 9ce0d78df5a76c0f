"""Makes the form of a page: bound or with what is saved, and with what it must know of the household."""

from collections.abc import Mapping

from django.http import QueryDict

from applications.core.models import Office
from applications.family.models import Person
from portal.public.countries import reader_language
from portal.public.draft import Draft
from portal.public.household import ROLES
from portal.public.step import Stop
from portal.public.step_form import StepForm
from portal.public.steps.ancestors import KnownParents
from portal.public.steps.children import ChildOtherParent
from portal.public.steps.oath import OathPlace


def form_for(draft: Draft, stop: Stop, data: QueryDict | None = None, *, blank_items: int = 0) -> StepForm:
    """Return the form of a page: bound to ``data``, or drawn with what is saved or known already."""
    saved = draft.pages.get(stop.key)
    initial = saved if saved is not None else first_answers(draft, stop) if data is None else {}
    return stop.step.form(
        data,
        asked=stop.asked,
        who=draft.who(stop.asked),
        initial=initial,
        blank_items=blank_items,
        **knowledge(draft, stop),
    )


def knowledge(draft: Draft, stop: Stop) -> dict[str, Mapping[int, str] | Mapping[str, str]]:
    """Return what a page must know beside its person: names of spouses, offices that take oaths."""
    if issubclass(stop.step.form, ChildOtherParent):
        return {"spouses": {person: draft.names.get(person, "") for person in draft.ties.spouses}}
    if issubclass(stop.step.form, OathPlace):
        missions = Office.objects.filter(kind=Office.Kind.CONSULATE, is_open=True)
        return {"missions": {str(office.pk): office.name_in(reader_language()) for office in missions}}
    return {}


def first_answers(draft: Draft, stop: Stop) -> dict[str, object]:
    """Return what is known before a page is answered: from the person's own row, from ties, from the account."""
    form = stop.step.form
    if issubclass(form, KnownParents):
        return {"known": [role for role in ROLES if role in draft.parents.get(stop.asked.person, {})]}
    if stop.step.id == "contact":
        return {"email": draft.application.account.email, "language": draft.application.language}
    if not form.describes:
        return {}
    person = Person.objects.get(pk=stop.asked.person)
    known: dict[str, object] = {}
    for column, source in form.describes.items():
        value, (name, _, part) = getattr(person, column), source.partition(".")
        if part == "name":
            known[name] = {"name": value, "place": ""} if value else None
        elif not part:
            known[name] = value
    return known
