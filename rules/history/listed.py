"""Citizenships that the facts list themselves, with the ends they state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rules.dates import ANY_DAY, Span, not_later, on
from rules.facts import Citizenship, Person, only_doubted
from rules.history.claims import Claim, End, Kind
from rules.logic import all_of, met, officer
from rules.parameters import turning_day
from rules.words import Day, say

if TYPE_CHECKING:
    from rules.history.citizenship import History

HUNGARY: Final = "HU"
# Whoever is a citizen by birth was one on every day anybody asks about, even where the birthday is not known.
START_UNKNOWN: Final = on(ANY_DAY.first)
# States of today in which the Délvidék lies (Bácska, Baranya, Muraköz, Muravidék).
_DELVIDEK: Final = frozenset({"RS", "HR", "SI"})


def birthday(person: Person) -> Span:
    """The birth as the start of a citizenship: a day not known lies before every day that is asked about."""
    return person.born.on or START_UNKNOWN


def hungarian(person: Person) -> list[Citizenship]:
    """The Hungarian citizenships of the person's own list."""
    return [entry for entry in person.citizenships or () if entry.country == HUNGARY]


def covers(person: Person, start: Span) -> bool:
    """Does the list itself speak of a Hungarian citizenship that began by then? Then it says how it went on."""
    return any(_began_by(entry, start) for entry in hungarian(person))


def tells_past(person: Person, start: Span) -> bool:
    """Does an entry that began by then state an end of its own that is not before it?

    An entry that had ended, or that states no end and so may have been lost by law, leaves room for a later gain.
    """
    return any(
        _began_by(entry, start)
        and (entry.to is not None or entry.lost_by is not None)
        and not (entry.to is not None and entry.to.last < start.first)
        for entry in hungarian(person)
    )


def _began_by(entry: Citizenship, start: Span) -> bool:
    return (
        entry.acquired_by == "birth"
        or (entry.since is None and entry.acquired_by is None)
        or (entry.since is not None and not_later(entry.since, start) is not False)
    )


def claims(history: History, person: Person) -> list[Claim]:
    """One claim for each Hungarian citizenship of the list."""
    return [
        _claim(history, person, entry, number)
        for number, entry in enumerate(person.citizenships or ())
        if entry.country == HUNGARY
    ]


def _claim(history: History, person: Person, entry: Citizenship, number: int) -> Claim:
    who, path = history.who(person.id), f"people.{person.id}.citizenships.{number}"
    start = _start(history, person, entry)
    stated = entry.since or (person.born.on if entry.acquired_by == "birth" else None)
    said = (
        say("{who}: Hungarian citizenship from {day} on record", who=who, day=Day(stated.text()))
        if stated
        else say("{who}: Hungarian citizenship on record", who=who)
    )
    holds = met(said, path)
    if only_doubted(entry.evidence):
        holds = all_of(
            holds, officer(say("{who}: the papers for the citizenship are doubted: do they prove it?", who=who), path)
        )
    kind = _kind(person, entry)
    ends: tuple[End, ...] = ()
    if entry.to is not None or entry.lost_by is not None:
        over = entry.to or Span(start.first, history.today.last)
        lost = say("{who}: Hungarian citizenship ended ({day})", who=who, day=Day(entry.to.text() if entry.to else ""))
        ends = (End(over, met(lost, path), inherited=True),)
    if kind is Kind.DELVIDEK and entry.lost_by in (None, "armistice_1945"):
        ends = ()
    return Claim(start, holds, kind, ends + armistice(history, person, kind))


def armistice(history: History, person: Person, kind: Kind) -> tuple[End, ...]:
    """The end of what re-annexation gave: 20 January 1945 (Armistice art. 19; Decree 5070/1945 ME).

    For the Délvidék a minority holds that it never ended: a person decides.
    """
    if kind is Kind.SETTLED:
        return ()
    who, path, law = history.who(person.id), f"people.{person.id}.citizenships", ("Decree 5070/1945 ME",)
    day = on(turning_day("armistice_1945"))
    if kind is Kind.AWARD:
        said = say("{who}: citizenship from the re-annexation ended on 20 January 1945", who=who)
        return (End(day, met(said, path, law=law)),)
    said = say("{who}: it is disputed: did citizenship from the re-annexation of the Délvidék end in 1945?", who=who)
    return (End(day, officer(said, path, law=law)),)


def _start(history: History, person: Person, entry: Citizenship) -> Span:
    if entry.since is not None:
        return entry.since
    if entry.acquired_by in ("birth", "presumption"):
        return birthday(person)
    last = min(history.today.last, entry.to.last) if entry.to else history.today.last
    return Span(min(birthday(person).first, last), last)


def _kind(person: Person, entry: Citizenship) -> Kind:
    """Which re-annexation: by the day, and where that is not stated by where the person was at home."""
    if entry.acquired_by != "annexation":
        return Kind.SETTLED
    if entry.since is None:
        areas = [person.born.area, *(right.area for right in person.domicile_right or ())]
        south = any(area is not None and area.partition("-")[0] in _DELVIDEK for area in areas)
        return Kind.DELVIDEK if south else Kind.AWARD
    return Kind.DELVIDEK if entry.since.first.year >= turning_day("delvidek_1941").year else Kind.AWARD
