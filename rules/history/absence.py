"""Ten years' uninterrupted absence (Act L of 1879, 31. §), and the family that shared it (32. §).

Not modelled: absence on government commission, which the facts do not name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rules.dates import ANY_DAY, Span, earlier, not_later, on, years_after
from rules.facts import Event, Person, only_doubted
from rules.history.claims import End, doubt
from rules.history.descent import parent_of_sex
from rules.history.listed import HUNGARY, birthday
from rules.logic import NOT_MET, Finding, all_of, any_of, citing, met, not_met, officer, tell, unknown
from rules.parameters import number, turning_day
from rules.words import Day, say

if TYPE_CHECKING:
    from rules.history.citizenship import History

LAW: Final = ("Act L of 1879, 31. §",)
LAW_FAMILY: Final = ("Act L of 1879, 32. §",)
# States of today that lie wholly or partly in the lands of the Crown: leaving for them may have been no absence.
_CROWN_LANDS: Final = frozenset({"SK", "RO", "RS", "HR", "SI", "UA"})


def own(history: History, person: Person) -> tuple[End, ...]:
    """A loss for each departure before 1 September 1929 that was followed by ten years away."""
    found = []
    for place, event in enumerate(person.events or ()):
        if event.kind == "emigrated" and event.country != HUNGARY:
            end = _after_departure(history, person, event, f"people.{person.id}.events.{place}")
            if end is not None:
                found.append(end)
    return tuple(found)


def _after_departure(history: History, person: Person, departure: Event, path: str) -> End | None:
    who = history.who(person.id)
    left = departure.on or Span(birthday(person).first, history.today.last)
    in_time = earlier(left, on(turning_day("absence_last_departure")))
    if in_time is False:
        return None
    trusted = [event for event in person.events or () if event.kind in _TOUCHES and not only_doubted(event.evidence)]
    clock = _clock(left, [event for event in person.events or () if event.kind in _TOUCHES])
    without = _clock(left, trusted)
    if (start_of := clock or without) is None:
        return None
    start, certain = start_of
    act, years = turning_day("act_1879"), number("absence_years", turning_day("act_1879"))
    day = start.plus_years(years)
    if start.first < act:
        # No such loss before the Act, and at the latest ten years after it.
        day = Span(max(day.first, act), max(day.last, years_after(act, years)))
    said = say("{who}: lost citizenship by ten years' absence ({day})", who=who, day=Day(day.text()))
    parts = [met(said, path, law=LAW)]
    if in_time is None or not certain:
        parts.append(unknown(say("{who}: the days of leaving and returning are not known exactly", who=who), path))
    crown = departure.country in _CROWN_LANDS and left.first < turning_day("cession_1921")
    unsafe = say("{who}: the papers for a return or for what broke the absence are doubted: do they prove it?", who=who)
    early = say("{who}: left before 8 January 1880: from which day did the ten years run?", who=who)
    late = say("{who}: the ten years ended after 1 September 1939: was citizenship still lost by absence?", who=who)
    near = say("{who}: left for a land that may have belonged to the Crown: was it an absence at all?", who=who)
    for doubtful, question in (
        (clock != without, unsafe),
        (start.first < act, early),
        (day.last > turning_day("absence_last_end"), late),
        (crown, near),
    ):
        if doubtful:
            parts.append(officer(question, path, law=LAW))
    doubted = say("{who}: the papers for leaving are doubted: do they prove it?", who=who)
    return End(day, doubt(departure.evidence, all_of(*parts), doubted, path))


def _clock(left: Span, later: list[Event]) -> tuple[Span, bool] | None:
    """When the ten years began to run, and whether that is certain; None where a return stopped them.

    They began on leaving, or when the passport expired; a notice, a new passport, a consular residence ticket or
    register entry ('absence_interrupted') began them anew.
    """
    start, certain, expired = left, True, False
    years = number("absence_years", turning_day("act_1879"))
    for event in sorted(later, key=lambda event: event.on or ANY_DAY):
        if event.on is None:
            certain = False
            continue
        if not_later(start, event.on) is False:
            continue
        in_time = earlier(event.on, start.plus_years(years))
        if event.kind == "passport_expired" and not expired:
            in_time, expired = True, True
        if in_time is False:
            break
        if in_time is None or not_later(start, event.on) is None:
            certain = False
        elif event.kind == "returned":
            return None
        else:
            start = event.on
    return start, certain


_TOUCHES: Final = ("returned", "absence_interrupted", "passport_expired")


def shared_with_father(history: History, person: Person) -> list[End]:
    """32. §: minor children under paternal power who were with the absent father lost citizenship with him."""
    if person.parents_married is False:
        return []
    father, _ = parent_of_sex(history, person, "male")
    if father is None:
        return []
    who, path = history.who(person.id), f"people.{person.id}"
    wedlock = tell(
        person.parents_married,
        say("{who}: born in wedlock", who=who),
        say("{who}: born out of wedlock", who=who),
        say("{who}: it is not known whether the parents were married", who=who),
        f"{path}.parents_married",
    )
    found = []
    for end in history.absences(father.person):
        grown = _grown(person, end.day)
        if grown is True or (person.born.on is not None and end.day.last < person.born.on.first):
            continue
        minor = tell(
            None if grown is None else not grown,
            say("{who}: a minor when the father lost citizenship by absence", who=who),
            say("{who}: of age when the father lost citizenship by absence", who=who),
            say("{who}: it is not known whether the person was a minor then", who=who),
            f"{path}.born.on",
        )
        lost = all_of(end.happened, wedlock, minor, _together(history, person, father.person, end.day))
        if lost.answer is not NOT_MET:
            found.append(End(end.day, citing(lost, *LAW_FAMILY), inherited=True))
    return found


def _grown(person: Person, day: Span) -> bool | None:
    if person.born.on is None:
        return None
    return not_later(person.born.on.plus_years(number("full_age_1874", turning_day("act_1879"))), day)


def shared_with_husband(history: History, person: Person) -> list[End]:
    """32. §: the wife who lived with the absent husband lost citizenship with him."""
    if person.sex == "male":
        return []
    who, found = history.who(person.id), []
    for place, marriage in enumerate(person.marriages or ()):
        if marriage.to is None:
            continue
        for end in history.absences(marriage.to):
            over = None if marriage.until is None and marriage.ended_by else False
            if marriage.until is not None:
                over = not_later(marriage.until, end.day)
            begun = None if marriage.since is None else not_later(marriage.since, end.day)
            if begun is False or over is True:
                continue
            married = tell(
                True if begun and over is False and person.sex else None,
                say("{who}: married to him then", who=who),
                say("{who}: not married to him then", who=who),
                say("{who}: it is not known whether they were married then", who=who),
                f"people.{person.id}.marriages.{place}",
            )
            lost = all_of(end.happened, married, _together(history, person, marriage.to, end.day))
            if lost.answer is not NOT_MET:
                found.append(End(end.day, citing(lost, *LAW_FAMILY)))
    return found


def _together(history: History, person: Person, head: str, day: Span) -> Finding:
    """Did the person live in the land of the absent head of the family on that day?"""
    key = (person.id, head, day)
    found = history.together.get(key)
    if found is None:
        found = history.together[key] = _lived_together(history, person, head, day)
    return found


def _lived_together(history: History, person: Person, head: str, day: Span) -> Finding:
    who, path = history.who(person.id), f"people.{person.id}.residences"
    if person.residences is None:
        return unknown(say("{who}: where the person lived then is not known", who=who), path)
    if person.born.on is not None and person.born.on.first > day.first:
        day = Span(person.born.on.first, max(day.last, person.born.on.first))
    there = {event.country for event in history.people[head].events or () if event.kind == "emigrated"}
    findings = [not_met(say("{who}: no residence with him abroad", who=who), path)]
    for residence in person.residences:
        begun = not_later(residence.since or on(ANY_DAY.first), day)
        over = False if residence.to is None else not_later(residence.to, day)
        if begun is False or over is True or residence.country == HUNGARY:
            continue
        if begun is None or over is None:
            findings.append(unknown(say("{who}: where the person lived then is not known", who=who), path))
        elif residence.country in there:
            findings.append(met(say("{who}: lived with him abroad", who=who), path))
        else:
            findings.append(
                officer(say("{who}: lived abroad, perhaps in another country: did they live together?", who=who), path)
            )
    return any_of(*findings)
