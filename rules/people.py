"""Whose fact a path names, how near that person stands, and what the facts say there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Final

from rules.facts import Facts, Person

_FACTS: Final = frozenset(field.name for field in fields(Person)) - {"id"}
_LONGEST_NUMBER: Final = 6
_FIELDS: Final = {"from": "since"}


def split(people: Mapping[str, Person], path: str) -> tuple[str, str]:
    """The person's id and the rest: ('mother', 'born.on'); ('', path) where the path is of nobody.

    Ids are free text and may hold dots, so the longest id of the case that leaves a known fact is meant.
    """
    if not path.startswith("people."):
        return "", path
    parts = path.removeprefix("people.").split(".")
    for end in range(len(parts) - 1, 0, -1):
        person = ".".join(parts[:end])
        if person in people and parts[end] in _FACTS:
            return person, ".".join(parts[end:])
    return parts[0], ".".join(parts[1:])


def distances(facts: Facts) -> dict[str, int]:
    """How far from the applicant each person stands: 0 the applicant, 1 spouse and children, 1 parents, 2 theirs.

    A child counts as near as the applicant's spouse; whoever no line reaches is missing here.
    """
    found = {facts.applicant_id: 0}
    level = [facts.applicant_id]
    while level:
        reached = {other: None for key in level for other in _next_to(facts, key) if other not in found}
        found.update(dict.fromkeys(reached, found[level[0]] + 1))
        level = list(reached)
    return found


def _next_to(facts: Facts, key: str) -> list[str]:
    person = facts.people.get(key)
    if person is None:
        return []
    others = [tie.person for tie in person.parents or ()]
    others += [marriage.to for marriage in person.marriages or () if marriage.to is not None]
    return others + list(person.children or ())


def value_at(facts: Facts, person: str, fact: str) -> object:
    """The value at a path of a person's facts, None where there is none: ('mother', 'born.on')."""
    value: object = facts.people.get(person) if person else facts
    for step in fact.split("."):
        # Numbers in a path are short; anything longer is no place of a list.
        if isinstance(value, tuple) and step.isdecimal() and len(step) < _LONGEST_NUMBER:
            value = value[int(step)] if int(step) < len(value) else None
        else:
            value = getattr(value, _FIELDS.get(step, step), None)
    return value


def stands(facts: Facts, path: str) -> bool:
    """Do the facts say anything at this path? An empty list says something: there are none."""
    return value_at(facts, *split(facts.people, path)) is not None
