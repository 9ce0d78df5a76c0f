"""What the path of the form is computed from: who belongs to a household, and what was answered about whom.

Plain values only: no request, no database, no clock. Answers may be decrypted lazily behind the mapping.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

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


@dataclass(frozen=True)
class GivenTies:
    """Ties that are at hand."""

    parents: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    spouses: Sequence[int] = ()
    children: Sequence[int] = ()


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
    """Yield the ancestors to ask about, each before his or her own parents, the father's side first.

    Nobody is yielded twice, and a line longer than MOST_GENERATIONS is not followed.
    """
    seen = {household.applicant}

    def above(child: int, trail: tuple[str, ...]) -> Iterator[Asked]:
        if len(trail) >= MOST_GENERATIONS or (trail and ends_line(household, child)):
            return
        for role in known_parents(household, child):
            parent = household.ties.parents.get(child, {}).get(role)
            if parent is not None and parent not in seen:
                seen.add(parent)
                yield Asked(household, parent, About.ANCESTOR, (*trail, role))
                yield from above(parent, (*trail, role))

    yield from above(household.applicant, ())


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
