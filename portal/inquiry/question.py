"""What a question of the interview is made of, and what its answer is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise
Answer = Mapping[str, str]
"""The texts of a question's fields by name; an empty one is 'I do not know'."""

APPLICANT = ""
"""The applicant's trail. Forebears are told by the way up: "m" the mother, "mf" the mother's father."""


class Kind(StrEnum):
    """What a field takes: one of a few words, a day that may be cut short, a place, a country."""

    CHOICE = "choice"
    DAY = "day"
    PLACE = "place"
    COUNTRY = "country"


class Key(NamedTuple):
    """A question about a person."""

    trail: str
    question: str

    @property
    def text(self) -> str:
        """How it is written in a form or a link: "birth", "mf.birth"."""
        return f"{self.trail}.{self.question}" if self.trail else self.question


Told = Mapping[Key, Answer]


def said(told: Told, trail: str, question: str, field: str) -> str:
    """Return what a field was answered with, "" where it was not."""
    return told.get(Key(trail, question), {}).get(field, "")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in: `options` of a choice by their values; an optional one may stay empty."""

    name: str
    kind: Kind
    label: Words = ""
    options: tuple[tuple[str, Words], ...] = ()
    hint: Words = ""
    optional: bool = False


def one_of(name: str, label: Words = "", *, options: tuple[tuple[str, Words], ...], optional: bool = False) -> Field:
    """Return a choice of one of a few words."""
    return Field(name, Kind.CHOICE, label, options, optional=optional)


def yes_no(name: str, label: Words = "") -> Field:
    """Return a choice of yes or no."""
    return one_of(name, label, options=(("yes", _("Yes")), ("no", _("No"))))


def when(label: Words, *, hint: Words = "") -> Field:
    """Return the day of something, which may be cut short or left out."""
    return Field("on", Kind.DAY, label, hint=hint or _("The year is enough."), optional=True)


class About(StrEnum):
    """Whom a question can be about."""

    APPLICANT = "applicant"
    FOREBEAR = "forebear"
    BOTH = "both"


Worth = Callable[[Told, str], bool]


def always(_told: Told, _trail: str) -> bool:
    """Ask whenever the law asks."""
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One page: the facts it settles, whom it is about, its words, and what proves the answer.

    `facts` are paths below a person ("born" stands for "born.on" too). `title` asks the applicant, `title_of` asks
    about %(who)s. `proof`: kinds of papers (rules). `worth` says, from what was told, whether a layman is to be asked.
    A `private` answer (a record, health) never stands in a link.
    """

    id: str
    facts: tuple[str, ...]
    about: About
    fields: tuple[Field, ...]
    title: Words = ""
    title_of: Words = ""
    hint: Words = ""
    proof: tuple[str, ...] = ()
    worth: Worth = always
    private: bool = False

    def fits(self, trail: str) -> bool:
        """Whether it can be asked about the person at the end of the trail."""
        return self.about is About.BOTH or (self.about is About.APPLICANT) == (trail == APPLICANT)

    def covers(self, fact: str) -> bool:
        """Whether it settles a fact, told as a path below the person."""
        return any(fact == each or fact.startswith(f"{each}.") for each in self.facts)
