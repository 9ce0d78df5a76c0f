"""A family as the form and the facts need it: who there is, how they are tied. Plain values, no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class Relative(NamedTuple):
    """What a person's own row keeps; dates are ISO and may be partial ("1912"), an empty text is not known."""

    pk: int
    name: str = ""
    sex: str = ""
    born_on: str = ""
    birth_place: str = ""
    birth_area: str = ""
    died_on: str = ""


class Parent(NamedTuple):
    """One parent of a person: ``role`` is father or mother, ``tie`` birth or adoption."""

    person: int
    role: str
    tie: str = "birth"


class Wedding(NamedTuple):
    """A marriage of the applicant."""

    spouse: int
    married_on: str = ""
    ended_on: str = ""
    ended_by: str = ""


@dataclass(frozen=True)
class Kin:
    """A family by the persons' ids, and the marriages of one of them in the order in which they were told."""

    people: Mapping[int, Relative] = field(default_factory=dict)
    ties: Mapping[int, tuple[Parent, ...]] = field(default_factory=dict)
    marriages: tuple[Wedding, ...] = ()

    @cached_property
    def names(self) -> dict[int, str]:
        """The names of everybody; of somebody not named yet, an empty one."""
        return {pk: person.name for pk, person in self.people.items()}

    @cached_property
    def parents(self) -> dict[int, dict[str, int]]:
        """Each person's parents by birth, by role."""
        return {
            child: {tie.role: tie.person for tie in ties if tie.tie == "birth"} for child, ties in self.ties.items()
        }

    @cached_property
    def spouses(self) -> tuple[int, ...]:
        """Whom he or she married."""
        return tuple(wedding.spouse for wedding in self.marriages)
