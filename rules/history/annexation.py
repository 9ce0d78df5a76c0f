"""1938–41: who regained citizenship with the re-annexed lands, where no list of citizenships tells it.

Only those who had been Hungarian when the treaty of Trianon came into force and were at home there; what a father
regained extended to his wife and his legitimate children under 24. Which places were given back is finer than the areas of today,
so every such claim is for a person. All of it ended with the armistice.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from rules.dates import earlier, not_later, on
from rules.facts import Person, Residence
from rules.history import cession
from rules.history.claims import Claim, Kind
from rules.history.descent import claims as by_descent
from rules.history.descent import parent_of_sex
from rules.history.listed import armistice
from rules.history.territories import returned_on
from rules.logic import NOT_MET, Finding, all_of, any_of, officer
from rules.parameters import number, turning_day
from rules.words import Day, say

if TYPE_CHECKING:
    from rules.history.citizenship import History

LAW: Final = ("Decree 2200/1939 ME", "Act VI of 1939", "Act XXVI of 1940", "Act XX of 1941")


def claims(history: History, person: Person) -> list[Claim]:
    """Regained by the own domicile, or shared as a child or a wife. A list that is given decides alone."""
    if person.citizenships is not None or person.born.on is None:
        return []
    before = earlier(person.born.on, on(turning_day("cession_1921")))
    found = [] if before is False else _at_home(history, person)
    return found + _with_father(history, person) + _with_husband(history, person)


def _claim(history: History, person: Person, day: date, holds: Finding) -> Claim:
    kind = Kind.DELVIDEK if day >= turning_day("delvidek_1941") else Kind.AWARD
    return Claim(on(day), holds, kind, armistice(history, person, kind))


def _at_home(history: History, person: Person) -> list[Claim]:
    """A citizen before the cession, with a domicile in the re-annexed land on its day."""
    found = []
    for place, residence in enumerate(person.residences or ()):
        days = _regained_on(residence)
        once = [*by_descent(history, person), *cession.claims(history, person)] if days else []
        for day in days if once else ():
            said = say("{who}: at home in re-annexed land on {day}: was citizenship regained?",
                       who=history.who(person.id), day=Day(day.isoformat()))  # fmt: skip
            weighed = officer(said, f"people.{person.id}.residences.{place}", law=LAW)
            holds = all_of(any_of(*(claim.holds for claim in once)), weighed)
            if holds.answer is not NOT_MET:
                found.append(_claim(history, person, day, holds))
    return found


def _regained_on(residence: Residence) -> list[date]:
    """The days on which the land of this domicile, or a part of it, came back, where it certainly ran then."""
    if residence.area is None or residence.kind != "domicile" or residence.since is None:
        return []
    found = []
    for day in returned_on(residence.area):
        since = turning_day("award_domicile") if day == turning_day("award_1938") else day
        begun = not_later(residence.since, on(since))
        over = residence.to is not None and not_later(on(day), residence.to) is not True
        if begun and not over:
            found.append(day)
    return found


def _with_husband(history: History, person: Person) -> list[Claim]:
    """The wife shared what her husband regained while they were married."""
    if person.sex != "female":
        return []
    found = []
    for marriage in person.marriages or ():
        if marriage.to is None or marriage.since is None or marriage.ended_by == "annulment":
            continue
        for day in _days_of(history.people[marriage.to]):
            over = marriage.until is not None and not_later(on(day), marriage.until) is not True
            if over or not not_later(marriage.since, on(day)):
                continue
            found += _shared(history, person, day, marriage.to)
    return found


def _with_father(history: History, person: Person) -> list[Claim]:
    """Legitimate children under 24 on the day of the father's own regaining."""
    father = parent_of_sex(history, person, "male")[0]
    if father is None or person.parents_married is not True or person.born.on is None:
        return []
    found = []
    for day in _days_of(history.people[father.person]):
        born_before = earlier(person.born.on, on(day))
        grown = not_later(person.born.on.plus_years(number("award_child_age", day)), on(day))
        if not born_before or grown is not False:
            continue
        found += _shared(history, person, day, father.person)
    return found


def _shared(history: History, person: Person, day: date, head: str) -> list[Claim]:
    """What a wife or a child regained with the head of the family on a day of return; nothing where he regained nothing."""
    kind = Kind.DELVIDEK if day >= turning_day("delvidek_1941") else Kind.AWARD
    regained = history.citizen_on(head, on(day), kind)
    return [] if regained.answer is NOT_MET else [_claim(history, person, day, regained)]


def _days_of(man: Person) -> list[date]:
    """The days on which he may have regained: by his domiciles, or as his list says.

    A day on the list before the first award or after the armistice is no re-annexation, and shares nothing.
    """
    own = {day for residence in man.residences or () for day in _regained_on(residence)}
    listed = [
        entry.since.first
        for entry in man.citizenships or ()
        if entry.acquired_by == "annexation" and entry.since is not None and entry.since.whole
    ]
    shared = (day for day in listed if turning_day("award_1938") <= day < turning_day("armistice_1945"))
    return sorted(own | set(shared))
