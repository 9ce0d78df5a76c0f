"""Foundlings and children of stateless parents born here: presumed citizens; and what acts on record give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.dates import ANY_DAY, Span, earlier, not_later, on
from rules.facts import Person, Residence
from rules.history.claims import Claim, doubt
from rules.history.listed import HUNGARY, birthday, hungarian
from rules.logic import NOT_MET, OFFICER, Finding, all_of, any_of, citing, met, not_met, officer, tell, unknown
from rules.parameters import turning_day
from rules.words import Country, say

if TYPE_CHECKING:
    from rules.history.citizenship import History

LAW = ("Ápt. 3. § (3)",)


def claims(history: History, person: Person) -> list[Claim]:
    """Presumptions of Ápt. 3. § (3), and what an oath, a declaration or the exchange of population gives."""
    if hungarian(person):
        return []
    found = []
    if person.parents == ():
        found.append(Claim(birthday(person), _contrary(history, person, _foundling(history, person))))
    elif person.birth_parents() and _perhaps_here(person):
        found.append(Claim(birthday(person), _contrary(history, person, _of_stateless_parents(history, person))))
    found += _by_oath(history, person)
    if person.events:
        found += _by_exchange(history, person)
    return [claim for claim in found if claim.holds.answer is not NOT_MET]


def _contrary(history: History, person: Person, presumed: Finding) -> Finding:
    """Another citizenship got by birth may prove the contrary of the presumption: a person weighs it."""
    other = next((entry for entry in person.citizenships or () if entry.acquired_by == "birth"), None)
    if other is None or presumed.answer is NOT_MET:
        return presumed
    said = say("{who}: citizen of another state by birth, {country}: does that disprove the presumption?",
               who=history.who(person.id), country=Country(other.country))  # fmt: skip
    return all_of(presumed, officer(said, f"people.{person.id}.citizenships"))


def _perhaps_here(person: Person) -> bool:
    """Born in the territory of Hungary, as far as is known?"""
    return person.born.area is None or person.born.area.partition("-")[0] == HUNGARY


def born_here(history: History, person: Person) -> Finding:
    """Was the person born in the territory of Hungary?"""
    who, path = history.who(person.id), f"people.{person.id}.born.area"
    area = person.born.area
    if area is None:
        return unknown(say("{who}: it is not known where the person was born", who=who), path)
    if area.partition("-")[0] == HUNGARY:
        return met(say("{who}: born in Hungary", who=who), path)
    return not_met(say("{who}: not born in Hungary", who=who), path)


def _since_1993(history: History, person: Person) -> Finding:
    """The presumption as the Ápt. words it; how earlier Acts did is not modelled: a person decides."""
    who, path = history.who(person.id), f"people.{person.id}.born.on"
    before = None if person.born.on is None else earlier(person.born.on, on(turning_day("act_1993")))
    said = say("{who}: born since 1 October 1993", who=who)
    if before is None:
        return unknown(say("{who}: the day of birth is not known", who=who), path)
    if before:
        return officer(
            say(
                "{who}: born before the Act of 1993: does the presumption of that time make the person a citizen?",
                who=who,
            ),
            path,
        )
    return met(said, path)


def _foundling(history: History, person: Person) -> Finding:
    who, path = history.who(person.id), f"people.{person.id}.parents"
    found = met(say("{who}: a foundling, presumed a citizen until the contrary is proved", who=who), path, law=LAW)
    here = born_here(history, person)
    return all_of(found, here, _since_1993(history, person)) if here.answer is not NOT_MET else here


def _of_stateless_parents(history: History, person: Person) -> Finding:
    """Born here to stateless parents who have their domicile (lakóhely) here. Every named parent must be both.

    Chosen for births before the Act of 1993: until February 1949 the closed list of the Act of 1879 knows no such way;
    from then on a person decides, but only where all of it is shown, for what those Acts said is not modelled.
    """
    here = born_here(history, person)
    parts = [here, _since_1993(history, person)]
    when = person.born.on or Span(ANY_DAY.first, history.today.last)
    for tie in person.birth_parents() or ():
        parts.append(_stateless(history, history.people[tie.person], when))
        parts.append(domiciled_here(history, history.people[tie.person], when))
    finding = citing(all_of(*parts), *LAW)
    born = person.born.on
    if born is None or born.last >= turning_day("act_1993"):
        return finding
    if born.last >= turning_day("act_1948") and finding.answer is OFFICER:
        return finding
    return not_met(say("{who}: born before the Act of 1993", who=history.who(person.id)))


def _stateless(history: History, parent: Person, when: Span) -> Finding:
    who, path = history.who(parent.id), f"people.{parent.id}.citizenships"
    held: bool | None = False
    for entry in parent.citizenships or ():
        begun = not_later(entry.since or on(ANY_DAY.first), when)
        over = entry.to is not None and not_later(entry.to, when) is True
        held = None if begun is None and not held else (bool(held) or (begun is True and not over))
    return tell(
        None if parent.citizenships is None or held is None else not held,
        say("{who}: stateless", who=who),
        say("{who}: not stateless", who=who),
        say("{who}: citizenships are not known", who=who),
        path,
    )


def domiciled_here(history: History, person: Person, when: Span) -> Finding:
    """Did the person have a domicile (lakóhely) in Hungary on every day of the span? A stay is not one."""
    who, path = history.who(person.id), f"people.{person.id}.residences"
    if person.residences is None:
        return unknown(say("{who}: where the person lived is not known", who=who), path)
    findings = [
        _domicile(history, person, residence, when, f"{path}.{number}")
        for number, residence in enumerate(person.residences)
        if residence.country == HUNGARY
    ]
    return any_of(not_met(say("{who}: no domicile in Hungary then", who=who), path), *findings)


def _domicile(history: History, person: Person, residence: Residence, when: Span, path: str) -> Finding:
    who = history.who(person.id)
    unsure = say("{who}: the days or the kind of the residence are not known", who=who)
    no = not_met(say("{who}: no domicile in Hungary then", who=who), path)
    lived = running(residence, when, history.today)
    if lived is False or residence.kind == "stay":
        return no
    if lived is None or residence.kind is None:
        return unknown(unsure, path)
    had = met(say("{who}: had a domicile in Hungary then", who=who), path)
    return doubt(
        residence.evidence, had, say("{who}: the papers for a residence are doubted: do they prove it?", who=who), path
    )


def running(residence: Residence, when: Span, today: Span) -> bool | None:
    """Did the residence run on every day of the span? One without a start runs today; since when is not known."""
    begun = (not_later(today, when) or None) if residence.since is None else not_later(residence.since, when)
    over = False if residence.to is None else not_later(residence.to, when)
    if begun is False or over is True:
        return False
    return True if begun and over is False else None


def _by_oath(history: History, person: Person) -> list[Claim]:
    """An oath on record makes a citizen on its day (Ápt. 7. §); a declaration on record is for a person to read."""
    who, base = history.who(person.id), f"people.{person.id}"
    found = []
    for event in person.events or ():
        if event.country not in (None, HUNGARY):
            continue
        day = event.on or Span(birthday(person).first, history.today.last)
        if event.kind == "oath":
            said = say("{who}: took the oath of citizenship", who=who)
            sworn = met(said, f"{base}.events", law=("Ápt. 7. §",))
            doubted = say("{who}: the papers for an event are doubted: do they prove it?", who=who)
            found.append(Claim(day, doubt(event.evidence, sworn, doubted, f"{base}.events")))
        elif event.kind == "declared":
            said = say("{who}: declared for citizenship: what does the certificate say?", who=who)
            found.append(Claim(day, officer(said, f"{base}.events", law=("Ápt. 5/A. §",))))
    if person.oath == "taken" and person.grant.on is not None:
        said = say("{who}: took the oath of citizenship", who=who)
        day = Span(person.grant.on.first, max(history.today.last, person.grant.on.first))
        found.append(Claim(day, met(said, f"{base}.oath", law=("Ápt. 7. §",))))
    return found


def _by_exchange(history: History, person: Person) -> list[Claim]:
    """Act XV of 1946: Hungarians who moved here from Czechoslovakia in the exchange became citizens by moving."""
    who, first = history.who(person.id), turning_day("exchange_1946")
    found = []
    for number, event in enumerate(person.events or ()):
        day = event.on or Span(first, turning_day("act_1948"))
        if event.kind != "exchanged" or event.country != HUNGARY or day.last < first:
            continue
        path = f"people.{person.id}.events.{number}"
        moved = met(
            say("{who}: moved to Hungary in the exchange of population", who=who), path, law=("Act XV of 1946",)
        )
        doubted = say("{who}: the papers for an event are doubted: do they prove it?", who=who)
        found.append(Claim(day, doubt(event.evidence, moved, doubted, path)))
    return found
