"""The facts of one case as frozen values: what `facts.schema.json` says, typed. None always means: not known.

Nothing here reads or judges; `rules.reading` makes these from JSON, `rules.statute` and `rules.history` ask them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from rules.dates import Span

T = TypeVar("T")


def made(kind: type[T], given: dict[str, object]) -> T:
    """A value of one of the classes below from the fields that are given; the others have their defaults.

    For the reader, which has checked the fields: a person has forty of them, and a case names a handful. The fields
    become the value's own; nobody else may keep or change them.
    """
    value = object.__new__(kind)
    object.__setattr__(value, "__dict__", given)
    return value


@dataclass(frozen=True)
class Evidence:
    """A paper for a fact, and how far it was examined: verified, readable, claimed or doubted."""

    kind: str
    document: str | None = None
    standing: str = "claimed"


Papers = tuple[Evidence, ...] | None


@dataclass(frozen=True)
class Birth:
    """Day, settlement as written in the record, and today's administrative unit (ISO 3166-2)."""

    on: Span | None = None
    place: str | None = None
    area: str | None = None


@dataclass(frozen=True)
class ParentTie:
    """A tie to a parent: 'birth' or 'adoption' (then with its day)."""

    person: str
    by: str = "birth"
    on: Span | None = None
    evidence: Papers = None


@dataclass(frozen=True)
class Citizenship:
    """One citizenship, from and to; without an end it is still held unless `lost_by` says otherwise."""

    country: str
    since: Span | None = None
    to: Span | None = None
    acquired_by: str | None = None
    lost_by: str | None = None
    evidence: Papers = None


@dataclass(frozen=True)
class Residence:
    """A period of living in a country: 'domicile' (lakóhely) or 'stay'."""

    country: str
    area: str | None = None
    since: Span | None = None
    to: Span | None = None
    kind: str | None = None
    evidence: Papers = None


@dataclass(frozen=True)
class Marriage:
    """A marriage; without `until` and `ended_by` it still stands."""

    to: str | None = None
    since: Span | None = None
    until: Span | None = None
    ended_by: str | None = None
    evidence: Papers = None


@dataclass(frozen=True)
class DomicileRight:
    """Illetőség (pertinenza): the right of domicile in a commune."""

    place: str | None = None
    area: str | None = None
    since: Span | None = None
    to: Span | None = None
    evidence: Papers = None


@dataclass(frozen=True)
class Event:
    """A dated act that can change a citizenship."""

    kind: str
    on: Span | None = None
    country: str | None = None
    by: str | None = None
    evidence: Papers = None


@dataclass(frozen=True)
class Grant:
    """The grant of citizenship and what leads from it to the oath."""

    on: Span | None = None
    summons_delivered: Span | None = None
    oath_due: Span | None = None
    place_changes: int | None = None
    identity_matches: bool | None = None
    own_fault: bool | None = None


@dataclass(frozen=True)
class Wants:
    """What the person asks for, where a route needs the wish."""

    renounce: bool | None = None


@dataclass(frozen=True)
class Fraud:
    """What was found for a withdrawal (Ápt. 9. §)."""

    acquired_on: Span | None = None
    false_statement: bool | None = None


@dataclass(frozen=True)
class Person:
    """One person of a case. A tuple that is given is complete; an empty one means there are none."""

    id: str
    name: str | None = None
    sex: str | None = None
    born: Birth = Birth()
    died: Span | None = None
    parents: tuple[ParentTie, ...] | None = None
    parents_married: bool | None = None
    children: tuple[str, ...] | None = None
    citizenships: tuple[Citizenship, ...] | None = None
    citizenship_promised: bool | None = None
    residences: tuple[Residence, ...] | None = None
    marriages: tuple[Marriage, ...] | None = None
    refugee: bool | None = None
    capacity: str | None = None
    hungarian: str | None = None
    convictions: str | None = None
    prosecution: bool | None = None
    prosecution_abroad: bool | None = None
    security_objection: bool | None = None
    livelihood: bool | None = None
    home: bool | None = None
    exam: str | None = None
    hungarian_diploma: bool | None = None
    hungarian_diploma_country: str | None = None
    oath: str | None = None
    grant: Grant = Grant()
    wants: Wants = Wants()
    domicile_right: tuple[DomicileRight, ...] | None = None
    events: tuple[Event, ...] | None = None
    health_exempt: bool | None = None
    important_interest: bool | None = None
    applies_with: tuple[str, ...] | None = None
    consent_of: tuple[str, ...] | None = None
    custody: tuple[str, ...] | None = None
    probable_origin: bool | None = None
    spouse_statement: bool | None = None
    registered_in_hungary: bool | None = None
    acquired_by_fraud: Fraud = Fraud()

    def birth_parents(self) -> tuple[ParentTie, ...] | None:
        """The ties by birth; None where the parents are not known."""
        ties = self.parents
        for tie in ties or ():
            if tie.by != "birth":
                return tuple([tie for tie in ties or () if tie.by == "birth"])
        return ties


@dataclass(frozen=True, slots=True)
class Facts:
    """One case: the applicant among the people, and the day it is or would be filed.

    spoken: the words for its people and facts by language, which `rules.names` finds once; no part of the facts.
    """

    applicant_id: str
    people: Mapping[str, Person]
    as_of: date | None = None
    spoken: dict[str, object] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def applicant(self) -> Person:
        """The person who applies."""
        return self.people[self.applicant_id]


def only_doubted(papers: Papers) -> bool:
    """True where there are papers and every one is doubted: then a person must look first."""
    return bool(papers) and all(paper.standing == "doubted" for paper in papers or ())
