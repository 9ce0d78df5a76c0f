"""The engine of the form: pages are declared as small classes, their order and path are computed.

A step is declared in a file of ``steps/``; the file is its section and the order in the file is the
order of the pages. Next, previous, progress, summary and task list all follow from ``path``.
"""

import hashlib
import importlib
import json
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, dropwhile, groupby, islice, takewhile
from typing import TypeVar

from django import forms

from portal.public import steps as steps_folder
from portal.public.fields import CountryField
from portal.public.household import About, Asked, Household, asked_people
from portal.public.step_form import StepForm

ShownIf = Callable[[Asked], bool]
Form = TypeVar("Form", bound=type[StepForm])


@dataclass(frozen=True)
class Whose:
    """Persons, in words (English, for the list of pages) and as a question about one."""

    words: str
    holds: ShownIf


NOBODY = Whose("", lambda _asked: False)
ANYTHING = ("*",)
"""Settles whatever is open about its person."""


@dataclass(frozen=True)
class Step:
    """A page of the form: ``shared`` answers belong to the family, the others to one application.

    ``settles`` names the facts for which alone a page is asked (``mother.`` before those of the mother); the page is
    left out while none of them is open. Of those whom ``sheet`` names, the data sheet wants it all the same.
    A page that ``leads_up`` waits until everybody of its generation was asked about: one of them may end the search.
    """

    id: str
    section: str
    about: About
    shared: bool
    shown_if: ShownIf
    form: type[StepForm]
    settles: Sequence[str] = ()
    sheet: Whose = NOBODY
    leads_up: bool = False


@dataclass(frozen=True)
class Stop:
    """A page about a person: where a path stops."""

    step: Step
    asked: Asked

    @property
    def key(self) -> tuple[int, str]:
        """The (person, step id) under which its answers are saved."""
        return self.asked.person, self.step.id

    def is_shown(self) -> bool:
        """Whether the page is shown to this person, by what was answered elsewhere."""
        return self.step.shown_if(self.asked)


class DeclarationError(Exception):
    """Two steps have one id, or a section has no file."""


_declared: dict[str, Step] = {}


def always(_asked: Asked) -> bool:
    """Show a page to everybody."""
    return True


def step(
    id: str,  # noqa: A002 - the field's own name
    *,
    about: str = About.APPLICANT,
    shared: bool = False,
    shown_if: ShownIf = always,
    settles: Sequence[str] = (),
    sheet: Whose = NOBODY,
    leads_up: bool = False,
) -> Callable[[Form], Form]:
    """Declare a form class as the page ``id`` about somebody; the file it stands in is its section."""

    def declare(form: Form) -> Form:
        if id in _declared:
            raise DeclarationError(f"Two pages of the form are called {id!r}.")
        section = form.__module__.rpartition(".")[2]
        _declared[id] = Step(id, section, About(about), shared, shown_if, form, settles, sheet, leads_up)
        return form

    return declare


@cache
def all_steps() -> dict[str, Step]:
    """Return every declared step by id, in the order of the form. Raises DeclarationError."""
    files = {module.name for module in pkgutil.iter_modules(steps_folder.__path__)}
    sections = [section.id for section in steps_folder.SECTIONS]
    if files != set(sections):
        raise DeclarationError(f"Sections and files of steps/ differ: {sorted(files ^ set(sections))}")
    for section in sections:
        importlib.import_module(f"{steps_folder.__name__}.{section}")
    return {each.id: each for each in sorted(_declared.values(), key=lambda each: sections.index(each.section))}


@cache
def blocks() -> Sequence[tuple[About, tuple[Step, ...]]]:
    """Return the steps in runs about the same kind of person within a section: a run repeats per person."""
    runs = groupby(all_steps().values(), key=lambda each: (each.section, each.about))
    return [(about, tuple(run)) for (_, about), run in runs]


def worth_asking(stop: Stop) -> bool:
    """Whether a page that could be asked is: it was answered, the data sheet wants it, or a fact it settles is open.

    A fact that is known is not open, so an answered page would take itself away if it did not stay for its answers.
    """
    each, asked = stop.step, stop.asked
    if not each.settles or stop.key in asked.household.answers or each.sheet.holds(asked):
        return True
    if each.settles == ANYTHING:
        return asked.household.open.about(asked.person)
    return any(is_open(asked, fact) for fact in each.settles)


def is_open(asked: Asked, fact: str) -> bool:
    """Whether a fact about a person, or about one of the parents (``mother.marriages``), is open."""
    whose, _dot, name = fact.rpartition(".")
    person = asked.relative(whose) if whose else asked.person
    return person is not None and asked.household.open.has(person, name)


def path(household: Household) -> Iterator[Stop]:
    """Yield the pages to answer, in order; after the last one comes check-your-answers."""
    return (stop for block in range(len(blocks())) for stop in stops_in(household, block))


def left_out(household: Household) -> Iterator[Stop]:
    """Yield the pages that the path leaves out since no answer to them can change anything; who likes may open them."""
    return (stop for block in range(len(blocks())) for stop in possible_in(household, block) if not worth_asking(stop))


def stops_in(household: Household, block: int) -> Iterator[Stop]:
    """Yield the pages to answer in one run of steps."""
    return filter(worth_asking, possible_in(household, block))


def possible_in(household: Household, block: int) -> Iterator[Stop]:
    """Yield the pages of one run of steps, those too that are not worth asking."""
    return filter(Stop.is_shown, declared_in(household, block))


def declared_in(household: Household, block: int) -> Iterator[Stop]:
    """Yield every page of one run of steps for everybody it is about, in order, whether it is shown or not."""
    about, run = blocks()[block]
    for _generation, group in groupby(asked_people(household, about), key=lambda asked: len(asked.trail)):
        people = list(group)
        for leads_up in (False, True):
            steps = [each for each in run if each.leads_up is leads_up]
            yield from (Stop(each, asked) for asked in people for each in steps)


@cache
def block_of() -> Mapping[str, int]:
    """Return the run of steps in which each step stands."""
    return {each.id: number for number, (_about, run) in enumerate(blocks()) for each in run}


def reached(household: Household, key: tuple[int, str]) -> Stop | None:
    """Return the page ``key`` where it can be opened: on the path, or left out of it; None where it is not asked."""
    person, name = key
    step = all_steps()[name]
    asked = next((each for each in asked_people(household, step.about) if each.person == person), None)
    return Stop(step, asked) if asked and step.shown_if(asked) else None


def previous(household: Household, key: tuple[int, str]) -> Stop | None:
    """Return the page of the path before ``key``, or None where that is the first one.

    Only the runs of steps around it are looked at, not the whole path.
    """
    here = block_of()[key[1]]
    before = list(takewhile(lambda stop: stop.key != key, declared_in(household, here)))
    return last_asked(before) or last_before(household, here)


def last_asked(stops: Sequence[Stop]) -> Stop | None:
    """Return the last one that is asked; what lies before it is not looked at."""
    return next(filter(worth_asking, filter(Stop.is_shown, reversed(stops))), None)


def last_before(household: Household, block: int) -> Stop | None:
    """Return the last page of the path before a run of steps."""
    runs = (list(declared_in(household, earlier)) for earlier in range(block - 1, -1, -1))
    return next(filter(None, map(last_asked, runs)), None)


def following(household: Household, key: tuple[int, str]) -> Stop | None:
    """Return the page after ``key`` on the path, or None where it is the last one or cannot be reached."""
    if reached(household, key) is None:
        return None
    here = block_of()[key[1]]
    rest = dropwhile(lambda stop: stop.key != key, declared_in(household, here))
    after = filter(worth_asking, filter(Stop.is_shown, islice(rest, 1, None)))
    later = (stop for block in range(here + 1, len(blocks())) for stop in stops_in(household, block))
    return next(chain(after, later), None)


def first_open(household: Household, *, after: tuple[int, str] | None = None) -> Stop | None:
    """Return the first page without saved answers (looking behind ``after`` first), or None where all have some."""
    stops = list(path(household))
    keys = [stop.key for stop in stops]
    start = keys.index(after) + 1 if after in keys else 0
    return next((stop for stop in [*stops[start:], *stops[:start]] if stop.key not in household.answers), None)


@cache
def form_version() -> str:
    """Return a name of the form as it is declared now: it changes with any step, field or choice."""
    declared = [
        [each.id, each.section, each.about, each.shared, *(signature(name, f) for name, f in each.form.all_fields())]
        for each in all_steps().values()
    ]
    return hashlib.sha256(json.dumps(declared).encode()).hexdigest()[:12]


def signature(name: str, field: forms.Field) -> list[object]:
    """Return what makes a field this field, whatever the language: name, kind, required, the values to choose from."""
    choices = [] if isinstance(field, CountryField) else list(getattr(field, "choices", ()))
    return [name, type(field).__name__, field.required, [str(value) for value, _ in choices]]
