"""How citizenship was lost: dated acts, ten years' absence, and what a family shared (Act L of 1879, 20.–34. §)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rules.dates import Span, earlier, on, within
from rules.facts import Event, Person
from rules.history import absence, cession, marriage
from rules.history.claims import Claim, End, doubt
from rules.history.descent import legitimating_father
from rules.history.listed import HUNGARY, birthday
from rules.logic import NOT_MET, Finding, all_of, met, officer, opposite, unknown
from rules.parameters import turning_day
from rules.words import Day, Reason, say

if TYPE_CHECKING:
    from rules.history.citizenship import History

absences = absence.own
# More losses than any life has; a list of facts that makes more was not written by a person.
_FEW: Final = 40

_ACTS: Final = {
    "resettled": ("{who}: lost citizenship by the resettlement decrees ({day})", ("Decree 7970/1946 ME",)),
    "deprived": ("{who}: was deprived of citizenship ({day})", ("Act X of 1947", "Act XXVI of 1948", "Act V of 1957")),
    "dismissed": ("{who}: was dismissed from citizenship ({day})", ("Act L of 1879, 20. §", "Act V of 1957")),
    "renounced": ("{who}: renounced citizenship ({day})", ("Ápt. 8. §",)),
    "withdrawn": ("{who}: citizenship was withdrawn ({day})", ("Ápt. 9. §",)),
}


def ends(history: History, person: Person) -> tuple[End, ...]:
    """Everything in the facts that may have ended the person's citizenship."""
    found = cession.ends(history, person)
    found += history.absences(person.id)
    found += absence.shared_with_father(history, person)
    found += absence.shared_with_husband(history, person)
    found += marriage.ends(history, person)
    for number, event in enumerate(person.events or ()):
        end = _by_event(history, person, event, number)
        if end is not None:
            found.append(end)
    return tuple(found) if len(found) <= _FEW else _without_repetition(found)


def _without_repetition(found: list[End]) -> tuple[End, ...]:
    """One end for each day and answer: more say nothing new, and each would be looked at for each claim and day."""
    return tuple({(end.day, end.happened.answer, end.inherited): end for end in reversed(found)}.values())


def with_ends(claim: Claim, losses: tuple[End, ...]) -> Claim:
    """The claim with the person's losses added to its own ends."""
    return claim._replace(ends=claim.ends + losses) if losses else claim


def _by_event(history: History, person: Person, event: Event, number: int) -> End | None:
    who, path = history.who(person.id), f"people.{person.id}.events.{number}"
    day = event.on or Span(birthday(person).first, history.today.last)
    lost: Finding | None = None
    if event.kind in _ACTS:
        sentence, law = _ACTS[event.kind]
        lost = met(say(sentence, who=who, day=Day(event.on.text() if event.on else "")), path, law=law)
    elif event.kind == "exchanged":
        lost = _exchanged(event, say("{who}: moved in the exchange of population", who=who), path)
    elif event.kind == "naturalised_abroad":
        asked = say("{who}: naturalised abroad between 1939 and 1949: did it end Hungarian citizenship?", who=who)
        lost = _abroad(day, asked, path)
    elif event.kind == "legitimated":
        lost = _legitimated(history, person, event, day, path)
    if lost is None or lost.answer is NOT_MET:
        return None
    said = say("{who}: the papers for an event are doubted: do they prove it?", who=who)
    return End(day, doubt(event.evidence, lost, said, path))


def _exchanged(event: Event, said: Reason, path: str) -> Finding | None:
    """Act XV of 1946: who moved out lost it by moving; who moved in is not meant here."""
    if event.country == HUNGARY:
        return None
    return met(said, path, law=("Act XV of 1946",))


def _abroad(day: Span, said: Reason, path: str) -> Finding | None:
    """No loss before Act XIII of 1939 nor from 1949; between, the day in force and practice are for a person."""
    touched = within(day, turning_day("naturalised_abroad_from"), turning_day("act_1948"))
    if touched is False:
        return None
    law = ("Act XIII of 1939",)
    return officer(said, path, law=law) if touched else unknown(said, f"{path}.on", law=law)


def _legitimated(history: History, person: Person, event: Event, day: Span, path: str) -> Finding | None:
    """Legitimation by a foreign father took citizenship until 1957, with an exception: a person weighs it."""
    before = earlier(day, on(turning_day("act_1957")))
    if before is False:
        return None
    father = legitimating_father(history, person, event)
    who = history.who(person.id)
    said = say(
        "{who}: legitimated by a foreign father: did that end citizenship, or does the exception apply?", who=who
    )
    law = ("Act L of 1879, 33. §",)
    weighed = officer(said, path, law=law) if before else unknown(said, f"{path}.on", law=law)
    if father is None:
        finding = all_of(unknown(say("{who}: who legitimated is not known", who=who), f"{path}.by"), weighed)
        # A day since 1957 settles it, whoever it was.
        return finding._replace(turns=(f"{path}.by",) if before else (f"{path}.on",))
    foreign = opposite(history.citizen_on(father, day))
    return all_of(foreign, weighed) if foreign.answer is not NOT_MET else foreign
