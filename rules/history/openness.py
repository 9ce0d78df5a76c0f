"""What must be known before a citizenship that only the law gives may be taken to have lasted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from rules.dates import Span, earlier, on, years_after
from rules.facts import Person
from rules.logic import Finding, unknown
from rules.parameters import number, turning_day
from rules.words import say

if TYPE_CHECKING:
    from rules.history.citizenship import History


def open_ends(history: History, person: Person, start: Span) -> tuple[tuple[Span, Finding], ...]:
    """From which day on silence leaves the citizenship open, and which list is silent.

    `events` for everybody, `domicile_right` for those born before 26 July 1921, `marriages` for a woman who could
    have married before 1 October 1957. A citizenship on the person's own list is not held open by silence.
    """
    who, base = history.who(person.id), f"people.{person.id}"
    found: list[tuple[Span, Finding]] = []
    if person.events is None:
        said = say("{who}: it is not known whether something ended the citizenship", who=who)
        found.append((start, unknown(said, f"{base}.events")))
    cession = on(turning_day("cession_1921"))
    born = person.born.on
    if person.domicile_right is None and (born is None or earlier(born, cession) is not False):
        said = say("{who}: the domicile right (illetőség) on 26 July 1921 is not known", who=who)
        found.append((on(cession.first - timedelta(days=1)), unknown(said, f"{base}.domicile_right")))
    if person.marriages is None and person.sex != "male":
        could = marriageable_from(person)
        if could < turning_day("act_1957"):
            said = say("{who}: it is not known whether a marriage ended the citizenship", who=who)
            missing = [f"{base}.marriages"] if person.sex else [f"{base}.marriages", f"{base}.sex"]
            found.append((on(could), unknown(said, *missing)._replace(turns=(f"{base}.marriages",))))
    return tuple(found)


def marriageable_from(person: Person) -> date:
    """The first day on which a marriage is possible at all."""
    return date.min if person.born.on is None else marriageable_from_birth(person.born.on)


def marriageable_from_birth(born: Span) -> date:
    """The first day on which a marriage of somebody born then is possible at all."""
    return years_after(born.first, number("earliest_parent_age", turning_day("act_1957")))
