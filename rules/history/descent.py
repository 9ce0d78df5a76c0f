"""Citizenship by descent: one link, by the law of the day of the birth (1879, 1957, 1993), and by legitimation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rules.dates import ANY_DAY, Span, not_later, on, within
from rules.facts import Event, ParentTie, Person
from rules.history.claims import KINDS, Claim, Kind, doubt
from rules.history.listed import armistice, birthday, covers
from rules.history.openness import open_ends
from rules.history.poland import one_of_two
from rules.logic import MET, NOT_MET, UNKNOWN, Finding, all_of, any_of, citing, not_met, officer, saying, unknown
from rules.parameters import turning_day
from rules.words import Reason, say

if TYPE_CHECKING:
    from rules.history.citizenship import History

LAW_1879 = ("Act L of 1879, 3. §",)
LAW_1957 = ("Act V of 1957", "Ápt. 3. §", "Fundamental Law G(1)")
LAW_LEGITIMATION = ("Act L of 1879, 4. §",)


def claims(history: History, person: Person) -> list[Claim]:
    """Citizenship from birth through a parent, and from a legitimation by a Hungarian father."""
    found = [] if covers(person, birthday(person)) else list(_from_birth(history, person))
    found += _by_legitimation(history, person)
    return found


def _from_birth(history: History, person: Person) -> list[Claim]:
    inherited: list[Kind] = []
    for tie in ties_at(history, person):
        inherited += history.kinds(tie.person)
    found = []
    for kind in KINDS:
        if kind is not Kind.SETTLED and kind not in inherited:
            continue
        holds = _at_birth(history, person, kind)
        if kind is Kind.SETTLED or holds.answer is not NOT_MET:
            start = birthday(person)
            silence = () if holds.answer is NOT_MET else open_ends(history, person, start)
            found.append(Claim(start, holds, kind, armistice(history, person, kind), silence))
    return found


def _at_birth(history: History, person: Person, kind: Kind) -> Finding:
    """The link by the law of its day; where the day is not known, only what every law agrees on."""
    born = person.born.on or Span(ANY_DAY.first, history.today.last)
    finding = _by_law_of(history, person, born, kind)
    if finding.answer is not UNKNOWN or person.born.on is None or born.whole:
        return finding
    exact = [_by_law_of(history, person, on(day), kind).answer is not UNKNOWN for day in born]
    if not any(exact):
        return finding
    # The birthday told exactly is enough.
    day = f"people.{person.id}.born.on"
    return finding._replace(missing=(day,) if all(exact) else (day, *finding.missing), turns=(day,))


def _by_law_of(history: History, person: Person, born: Span, kind: Kind) -> Finding:
    """The link by every law that was in force on some day of the span."""
    act_1879, act_1957 = turning_day("act_1879"), turning_day("act_1957")
    if born.first >= act_1957:
        return _act_1957(history, person, born, kind)
    laws: list[Callable[[History, Person, Span, Kind], Finding]] = []
    if born.first < act_1879:
        laws.append(_customary)
    if within(born, act_1879, act_1957) is not False:
        laws.append(_act_1879)
    if born.last >= act_1957:
        laws.append(_act_1957)
    findings = [law(history, person, born, kind) for law in laws]
    if len(findings) == 1:
        return findings[0]
    who = history.who(person.id)
    unsure = say("{who}: it depends on the day of birth, which is not known exactly", who=who)
    return _agreed(findings, unsure, f"people.{person.id}.born.on")


def _agreed(findings: list[Finding], unsure: Reason, *paths: str) -> Finding:
    """What all say; where they differ, not known: told the fact at one of the paths, one finding is left."""
    ways = [
        (paths[min(place, len(paths) - 1)], *(finding.turns if finding.answer is UNKNOWN else ()))
        for place, finding in enumerate(findings)
        if finding.answer is not NOT_MET
    ]
    turns = min(ways, key=len, default=())
    if len({finding.answer for finding in findings}) == 1:
        return findings[0]._replace(turns=turns) if findings[0].answer is UNKNOWN else findings[0]
    missing = [item for finding in findings for item in finding.missing]
    return unknown(unsure, *dict.fromkeys([*paths, *missing]))._replace(turns=turns)


def ties_at(history: History, person: Person) -> list[ParentTie]:
    """The parents by birth, and a father who acknowledged the child or married the mother by the day of the case."""
    ties = list(person.birth_parents() or ())
    if not person.events:
        return ties
    for event in person.events:
        if event.kind in ("acknowledged", "legitimated") and event.by is not None and event.by in history.people:
            pending = event.on is not None and not_later(event.on, history.today) is False
            named = [tie for tie in ties if tie.person == event.by]
            if pending and event.kind == "acknowledged" and person.parents_married is False:
                ties = [tie for tie in ties if tie not in named]
            elif not pending and not named:
                ties.append(ParentTie(event.by, evidence=event.evidence))
    return ties


def acknowledged(history: History, person: Person, tie: ParentTie, finding: Finding) -> Finding:
    """What comes through a father who may have acknowledged the child only after the day of the case: not known."""
    if person.parents_married is not False or finding.answer is NOT_MET:
        return finding
    who = history.who(person.id)
    said = say("{who}: it is not known whether the acknowledgement came by this day", who=who)
    for number, event in enumerate(person.events or ()):
        ours = event.kind == "acknowledged" and event.by == tie.person and event.on is not None
        if ours and not_later(event.on or ANY_DAY, history.today) is None:
            return all_of(finding, unknown(said, f"people.{person.id}.events.{number}.on"))
    return finding


def _by_nobody_named(history: History, person: Person) -> list[Finding]:
    """Acknowledged, and neither the event nor the parents name a father: he may have been a citizen."""
    if not person.events or parent_of_sex(history, person, "male") != (None, []):
        return []
    said = say("{who}: who acknowledged the child is not known", who=history.who(person.id))
    return [
        unknown(said, f"people.{person.id}.events.{number}.by")
        for number, event in enumerate(person.events)
        if event.kind == "acknowledged"
        and event.by is None
        and (event.on is None or not_later(event.on, history.today) is not False)
    ]


def _link(history: History, person: Person, tie: ParentTie, born: Span, kind: Kind) -> Finding:
    finding = history.citizen_on(tie.person, born, kind)
    if not tie.evidence:
        return finding
    who, path = history.who(person.id), f"people.{person.id}.parents"
    return doubt(
        tie.evidence, finding, say("{who}: the papers for a parent are doubted: do they prove it?", who=who), path
    )


def _unnamed(history: History, person: Person) -> Finding:
    """The deciding parent is not named: the person's own list decides, and where there is none it is not known."""
    who, path = history.who(person.id), f"people.{person.id}.parents"
    if person.citizenships is None:
        return unknown(say("{who}: the parents are not known", who=who), path)
    said = say("{who}: the citizenships on record do not name Hungary", who=who)
    return not_met(said, f"people.{person.id}.citizenships")


def _customary(history: History, person: Person, born: Span, kind: Kind) -> Finding:
    """Born before Act L of 1879: customary law, which a person has to weigh."""
    ties = list(person.birth_parents() or ())
    if not ties:
        return _unnamed(history, person)
    finding = any_of(*(_link(history, person, tie, born, kind) for tie in ties))
    if finding.answer is not MET:
        return finding
    who = history.who(person.id)
    return officer(
        say(
            "{who}: born before 8 January 1880: did the person become a citizen by the customary law of that time?",
            who=who,
        ),
        f"people.{person.id}.born.on",
        law=("Act L of 1879",),
    )


def _act_1957(history: History, person: Person, born: Span, kind: Kind) -> Finding:
    """Act V of 1957 and the Ápt.: a child of either parent, in or out of wedlock, wherever born.

    A father who acknowledged the child or married the mother later counts back to the birth (Ápt. 3. § (2)); a
    finding of a court is told as an acknowledgement. A parent who is not named gives nothing.
    """
    ties = ties_at(history, person)
    nobody_named = _by_nobody_named(history, person)
    if not ties:
        return any_of(_unnamed(history, person), *nobody_named)
    links = [acknowledged(history, person, tie, _link(history, person, tie, born, kind)) for tie in ties]
    finding = any_of(*links, *nobody_named)
    if finding.answer is not MET:
        return citing(finding, *LAW_1957)
    who = history.who(person.id)
    said = say("{who}: a parent was a Hungarian citizen at the birth", who=who)
    return citing(saying(said, one_of_two(history, person, born, finding)), *LAW_1957)


def _act_1879(history: History, person: Person, born: Span, kind: Kind) -> Finding:
    """Act L of 1879, 3. §: in wedlock the child of a citizen father, out of wedlock of a citizen mother."""
    path = f"people.{person.id}.parents_married"
    who = history.who(person.id)
    sides = []
    if person.parents_married is not False:
        sides.append(citing(_side(history, person, born, kind, "male"), *LAW_1879))
    if person.parents_married is not True:
        sides.append(citing(_side(history, person, born, kind, "female"), *LAW_1879))
    if person.parents_married is None:
        return _agreed(sides, say("{who}: it is not known whether the parents were married", who=who), path)
    if person.parents_married:
        said = say("{who}: born in wedlock before 1 October 1957, so the father decides", who=who)
    else:
        said = say("{who}: born out of wedlock before 1 October 1957, so the mother decides", who=who)
    finding = saying(said, sides[0])
    late = None if person.parents_married else _late_acknowledgement(history, person, born)
    return any_of(finding, late) if late is not None else finding


def _late_acknowledgement(history: History, person: Person, born: Span) -> Finding | None:
    """Acknowledged by a Hungarian father after 1957, born before: not settled whether it counts back."""
    who, path = history.who(person.id), f"people.{person.id}.events"
    for event in person.events or ():
        late = event.on is not None and event.on.last >= turning_day("act_1957")
        if event.kind == "acknowledged" and late and event.by is not None and event.by in history.people:
            if history.citizen_on(event.by, born).answer is NOT_MET:
                continue
            return officer(
                say("{who}: it is not settled: does the later acknowledgement count back to the birth?", who=who), path
            )
    return None


def _side(history: History, person: Person, born: Span, kind: Kind, sex: str) -> Finding:
    """The citizenship of the father or of the mother at the birth."""
    sure, possible = parent_of_sex(history, person, sex)
    if sure:
        return _link(history, person, sure, born, kind)
    if not possible:
        return _unnamed(history, person)
    findings = [_link(history, person, tie, born, kind) for tie in possible]
    unsure = say("{who}: it is not known which parent is the father", who=history.who(person.id))
    if len(possible) == 1:
        findings.append(_unnamed(history, person))
    return _agreed(findings, unsure, *(f"people.{tie.person}.sex" for tie in possible))


def parent_of_sex(history: History, person: Person, sex: str) -> tuple[ParentTie | None, list[ParentTie]]:
    """The father or mother where the facts tell, else those it may be. Of two parents by birth one is each."""
    ties = list(person.birth_parents() or ())
    known = [tie for tie in ties if history.people[tie.person].sex == sex]
    if known:
        return (known[0], []) if len(known) == 1 else (None, known)
    open_ties = [tie for tie in ties if history.people[tie.person].sex is None]
    if len(ties) == 2 and len(open_ties) == 1:  # noqa: PLR2004 - two parents by birth
        return open_ties[0], []
    return None, open_ties


def _by_legitimation(history: History, person: Person) -> list[Claim]:
    """Legitimated by a Hungarian father before 1 October 1957: a citizen from that day (Act L of 1879, 4. §)."""
    found = []
    for event in person.events or ():
        if event.kind != "legitimated" or not _by_old_law(event):
            continue
        father = legitimating_father(history, person, event)
        when = event.on or birthday(person)
        if father is None or covers(person, when):
            continue
        who, path = history.who(person.id), f"people.{person.id}.events"
        doubted = say("{who}: the papers for the legitimation are doubted: do they prove it?", who=who)
        given = citing(doubt(event.evidence, history.citizen_on(father, when), doubted, path), *LAW_LEGITIMATION)
        if within(when, turning_day("act_1879"), turning_day("act_1957")) is None:
            given = all_of(given, unknown(say("{who}: the day of the legitimation is not known", who=who), path))
        found.append(Claim(when, given, still_open=open_ends(history, person, when)))
    return found


def _by_old_law(event: Event) -> bool:
    return event.on is None or not_later(on(turning_day("act_1957")), event.on) is not True


def legitimating_father(history: History, person: Person, event: Event) -> str | None:
    """Whom the event names, or the father among the parents."""
    if event.by in history.people:
        return event.by
    sure, _ = parent_of_sex(history, person, "male")
    return sure.person if sure else None
