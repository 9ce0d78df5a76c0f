"""Reads of the family graph."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db import connection

from applications.family.kin import Kin, Parent, Relative, Wedding
from applications.family.models import Family, Parentage, Person, Place
from applications.family.services import folded

MOST_GENERATIONS = 12
SHORTEST_SEARCH = 2
FEWEST_LETTERS = 2


def parents_of(person: Person) -> dict[str, Person]:
    """Return the parents by birth that are named: {"father": …, "mother": …}."""
    ties = Parentage.objects.filter(child=person, tie=Parentage.Tie.BIRTH).select_related("parent")
    return {tie.role: tie.parent for tie in ties}


def ancestors_of(person: Person) -> Iterator[tuple[tuple[str, ...], Person]]:
    """Yield (path, ancestor), nearest first: ("father",), ("mother",), ("father", "father"), …

    Cycles cannot be followed: nobody is yielded twice.
    """
    seen = {person.pk}
    generation: list[tuple[tuple[str, ...], Person]] = [((), person)]
    for _ in range(MOST_GENERATIONS):
        following: list[tuple[tuple[str, ...], Person]] = []
        for path, child in generation:
            for role, parent in sorted(parents_of(child).items()):
                if parent.pk not in seen:
                    seen.add(parent.pk)
                    following.append(((*path, role), parent))
        yield from following
        generation = following


def everybody(family: Family) -> dict[int, Person]:
    """Return all persons of a family by id."""
    return {person.pk: person for person in Person.objects.filter(family=family)}


KIN = """
SELECT person.id, person.family_name, person.given_name, person.sex, person.born_on, person.birth_place,
       person.birth_area, person.died_on, tie.role, tie.parent_id, tie.tie,
       marriage.id, marriage.married_on, marriage.ended_on, marriage.ended_by
FROM applications_person AS person
LEFT JOIN applications_parentage AS tie ON tie.child_id = person.id
LEFT JOIN applications_marriage AS marriage ON marriage.spouse_id = person.id AND marriage.person_id = %s
WHERE person.family_id = %s
"""
"""Written out since every page of the form about a family asks it: to put it together costs more than to run it."""


def kin_of(family: int, person: int) -> Kin:
    """Return everybody in a family, and the marriages of ``person`` in the order in which they were told, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(KIN, [person, family])
        rows = cursor.fetchall()
    people: dict[int, Relative] = {}
    ties: dict[int, set[Parent]] = {}
    marriages: dict[int, Wedding] = {}
    for pk, family_name, given_name, *row in rows:
        if pk not in people:
            people[pk] = Relative(pk, f"{family_name} {given_name}".strip(), *row[:5])
        role, parent, tie, marriage, *told = row[5:]
        if role:
            ties.setdefault(pk, set()).add(Parent(parent, role, tie))
        if marriage:
            marriages[marriage] = Wedding(pk, *told)
    return Kin(
        people,
        {child: tuple(sorted(tied, key=lambda each: each[1:])) for child, tied in ties.items()},
        tuple(marriages[marriage] for marriage in sorted(marriages)),
    )


def find_places(text: str, limit: int = 8) -> list[Place]:
    """Return the places one of whose names, in any language or script, begins with ``text``; big ones first."""
    wanted = folded(text)
    if len(wanted) < FEWEST_LETTERS:
        return []
    return list(Place.objects.filter(search__contains=f"|{wanted}").order_by("-population")[:limit])


class NamedPlace(NamedTuple):
    """A place of the gazetteer as an answer keeps it: its id, area and country of today."""

    pk: str
    area: str
    country: str


PICKED = "SELECT id, area, country, search FROM applications_place WHERE id = %s"
NAMED = "SELECT id, area, country FROM applications_place WHERE search LIKE %s ESCAPE '\\' AND country {} LIMIT 2"
"""Written out since every answer with a place asks them: to put them together costs more than to run them."""


def place_named(name: str, *, picked: str = "", country: str = "") -> NamedPlace | None:
    """Return the place that ``name`` means: the one picked, if it bears that name, or the only one of that name.

    ``country`` (ISO 3166-1) narrows the search; several places of one name are nobody's choice but the reader's.
    """
    wanted = f"|{folded(name)}|"
    with connection.cursor() as cursor:
        if picked:
            cursor.execute(PICKED, [picked])
            found = cursor.fetchone()
            if found and wanted in found[3]:
                return NamedPlace(*found[:3])
        like = f"%{connection.ops.prep_for_like_query(wanted)}%"
        cursor.execute(NAMED.format("= %s" if country else "<> %s"), [like, country])
        rows = cursor.fetchall()
    return NamedPlace(*rows[0]) if len(rows) == 1 else None
