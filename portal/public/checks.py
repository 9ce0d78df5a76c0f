"""Start-up checks of the form: what is declared must be whole, or the site refuses to start."""

import dataclasses
from collections.abc import Iterator

from django import forms
from django.core.checks import CheckMessage, Error, Tags, register

from applications.assessment.told import READS
from applications.documents import check
from applications.family.services import SEARCHED
from portal.public.growth import GROWTH
from portal.public.musts import MUSTS
from portal.public.outlook import PAGES_OF_FACT
from portal.public.step import DeclarationError, Step, all_steps
from portal.public.step_form import StepForm
from rules.facts import Person

FACTS = frozenset(field.name for field in dataclasses.fields(Person))


@register(Tags.models)
def form_is_whole(**_options: object) -> list[CheckMessage]:
    """Every page has title, reason and labels, describes columns there are, and needs fields it has."""
    try:
        steps = all_steps()
    except DeclarationError as error:
        return [Error(str(error), id="form.E001")]
    errors: list[CheckMessage] = []
    for step in steps.values():
        errors += [Error(f"The page {step.id} {problem}.", id="form.E002") for problem in problems(step)]
    for name in {
        *GROWTH,
        *(must.step for must in MUSTS),
        *(page for pages in PAGES_OF_FACT.values() for page in pages),
    }:
        if name not in steps:
            errors.append(Error(f"Something is to happen on the page {name}, which does not exist.", id="form.E003"))
    return errors


def problems(step: Step) -> Iterator[str]:
    """Yield what is missing from the declaration of a page."""
    form = step.form
    if not form.title:
        yield "has no title"
    if not form.why:
        yield "does not say why it asks"
    if form.asks and form.asks not in form.base_fields:
        yield f"asks for the field {form.asks}, which it does not have"
    for name, field in form.all_fields():
        if not field.label and name != form.asks and not isinstance(field.widget, forms.HiddenInput):
            yield f"has no label for {name}"
    for fact in step.settles:
        if fact != "*" and fact.removeprefix("mother.").removeprefix("father.") not in FACTS:
            yield f"settles {fact}, which is no fact about a person"
    yield from wrong_names(form)


def wrong_names(form: type[StepForm]) -> Iterator[str]:
    """Yield the fields and columns that a page names and that do not exist."""
    for name in {*form.needs, *(other for other, _values in form.needs.values())} - form.base_fields.keys():
        yield f"needs the field {name}, which it does not have"
    for column, source in form.describes.items():
        if column not in SEARCHED or source.partition(".")[0] not in form.base_fields:
            yield f"describes {column} from {source}, one of which does not exist"


@register(Tags.models)
def facts_have_sources(**_options: object) -> list[CheckMessage]:
    """Every answer that facts are made from is a field of a page."""
    steps = all_steps()
    return [
        Error(f"Facts are made from {page}.{name}, which the form does not ask.", id="form.E004")
        for page, names in READS.items()
        for name in names
        if page not in steps or name not in dict(steps[page].form.all_fields())
    ]


@register(Tags.models)
def checks_have_words(**_options: object) -> list[CheckMessage]:
    """Every code a paper check may say has words for the applicant in both languages."""
    return [
        Error(f"The paper check code {code} has no words in both languages.", id="form.E005")
        for code, words in check.codes().items()
        if not (words.hu and words.en)
    ]
