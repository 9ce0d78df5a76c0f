"""What the path of the form is computed from: who belongs to a household, and what was answered about whom.

Plain values only: no request, no database, no clock. Answers may be decrypted lazily behind the mapping.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from applications.assessment.known import Known
from applications.family.kin import Kin, Parent
from portal.public.open_facts import OpenFacts, open_facts

Page = Mapping[str, object]
PageKey = tuple[int, str]

ROLES = ("father", "mother")
MOST_GENERATIONS = 12
CESSION = "1921-07-26"
"""The day on which the Treaty of Trianon took citizenship from those who belonged to a ceded commune."""

ADULT_AGE = 18
LANGUAGE_AGE = 14
PUNISHABLE_AGE = 12


class About(StrEnum):
    """Whom a page is about."""

    APPLICANT = "applicant"
    SPOUSE = "spouse"
    ANCESTOR = "ancestor"
    CHILD = "child"


class Ties(Protocol):
    """Who belongs to a household: looked up when the path comes to a page about them."""

    @property
    def parents(self) -> Mapping[int, Mapping[str, int]]:
        """Each person's parents by birth, by role."""

    @property
    def spouses(self) -> Sequence[int]:
        """The applicant's spouses, of the newest marriage first."""

    @property
    def children(self) -> Sequence[int]:
        """The children included."""

    @property
    def kin(self) -> Kin:
        """What the family's own rows say: births, deaths, marriages."""


@dataclass(frozen=True)
class GivenTies:
    """Ties that are at hand."""

    parents: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    spouses: Sequence[int] = ()
    children: Sequence[int] = ()
    kin: Kin = field(default_factory=Kin)


@dataclass(frozen=True)
class Household:
    """The applicant with everybody the form may ask about, and the saved pages by (person, step).

    ``today`` is the day that ages are told on.
    """

    applicant: int
    answers: Mapping[PageKey, Page]
    today: date
    ties: Ties = field(default_factory=GivenTies)

    def said(self, person: int, step: str, name: str) -> object:
        """Return the answer in a field of a saved page, or None where nothing was saved."""
        return self.answers.get((person, step), {}).get(name)

    @cached_property
    def open(self) -> OpenFacts:
        """The facts about the line that can still change an outcome."""
        return self.ask()

    def ask(self) -> OpenFacts:
        """Ask the law which facts about the line can still change an outcome."""
        return open_facts(self.known())

    def known(self) -> Known:
        """Return what facts are made from, as far as the line goes: without papers and the children included."""
        ties = {
            child: [Parent(parent, role) for role, parent in sorted(tied.items())]
            for child, tied in self.ties.parents.items()
        }
        return Known(
            applicant=self.applicant,
            applying=[self.applicant],
            people=self.ties.kin.people,
            ties=ties,
            marriages=self.ties.kin.marriages,
            pages=self.answers,
            on=self.today,
        )


@dataclass(frozen=True)
class Asked:
    """One person of a household as a page sees him or her.

    ``trail`` leads from the applicant to an ancestor by roles; ``number`` counts spouses and children
    from 1.
    """

    household: Household
    person: int
    about: About = About.APPLICANT
    trail: tuple[str, ...] = ()
    number: int = 0

    def said(self, step: str, name: str) -> object:
        """Return an answer about this person, or None."""
        return self.household.said(self.person, step, name)

    def applicant_said(self, step: str, name: str) -> object:
        """Return an answer about the applicant, or None."""
        return self.household.said(self.household.applicant, step, name)

    def relative(self, role: str) -> int | None:
        """Return this person's father or mother by birth, where he or she is somebody of the family."""
        return self.household.ties.parents.get(self.person, {}).get(role)

    def age(self, step: str) -> int | None:
        """Return the age in whole years today by the birth date in ``step``, or None where it is not whole."""
        return age_on(self.household.today, str(self.said(step, "on") or ""))


def age_on(day: date, born_on: str) -> int | None:
    """Return how many birthdays somebody born on ``born_on`` (ISO) has had by ``day``; None for a partial date.

    Who was born on 29 February becomes older on 1 March in other years.
    """
    try:
        born = date.fromisoformat(born_on)
    except ValueError:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def known_parents(household: Household, child: int) -> tuple[str, ...]:
    """Return which parents of ``child`` somebody knows something about, by what was answered."""
    step = "parents" if child == household.applicant else "ancestor-parents"
    known = household.said(child, step, "known")
    return tuple(role for role in ROLES if isinstance(known, list) and role in known)


def ends_line(household: Household, ancestor: int) -> bool:
    """Whether the line need not be followed beyond ``ancestor``: he or she was a Hungarian citizen."""
    return household.said(ancestor, "ancestor-hungarian", "citizen") == "yes"


def line(household: Household) -> Iterator[Asked]:
    """Yield the ancestors to ask about, generation by generation, in each the father's side first.

    So the law's best questions come first, which are those about the nearest. Nobody is yielded twice, and a line
    longer than MOST_GENERATIONS is not followed.
    """
    seen = {household.applicant}
    generation = [Asked(household, household.applicant)]
    for _ in range(MOST_GENERATIONS):
        following: list[Asked] = []
        for child in generation:
            if child.trail and ends_line(household, child.person):
                continue
            for role in known_parents(household, child.person):
                parent = household.ties.parents.get(child.person, {}).get(role)
                if parent is not None and parent not in seen:
                    seen.add(parent)
                    following.append(Asked(household, parent, About.ANCESTOR, (*child.trail, role)))
        yield from following
        generation = following


def was_married(household: Household) -> bool:
    """Whether the applicant has ever been married."""
    return household.said(household.applicant, "marital-status", "status") not in (None, "", "single")


def asked_people(household: Household, about: About) -> Iterator[Asked]:
    """Yield the persons that pages about ``about`` are to be asked for."""
    if about is About.APPLICANT:
        yield Asked(household, household.applicant)
    elif about is About.ANCESTOR:
        yield from line(household)
    else:
        with_children = household.said(household.applicant, "children", "any") is True
        spouses = household.ties.spouses if was_married(household) else ()
        people = spouses if about is About.SPOUSE else household.ties.children if with_children else ()
        for number, person in enumerate(people, start=1):
            yield Asked(household, person, about, number=number)


def asked_about(household: Household, person: int) -> Asked | None:
    """Return ``person`` as the form asks about him or her now, or None where it does not."""
    for about in About:
        for asked in asked_people(household, about):
            if asked.person == person:
                return asked
    return None
