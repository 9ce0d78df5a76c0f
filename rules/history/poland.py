"""The treaty with Poland: a child of a Hungarian and a Pole, born while it was in force, got one citizenship only."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from rules.dates import Span, within
from rules.facts import Person
from rules.logic import NOT_MET, Finding, all_of, officer
from rules.parameters import turning_day
from rules.words import say

if TYPE_CHECKING:
    from rules.history.citizenship import History

LAW_POLAND: Final = ("Treaty between Hungary and Poland on dual citizenship",)
POLAND: Final = "PL"


def one_of_two(history: History, person: Person, born: Span, given: Finding) -> Finding:
    """By the treaty with Poland a child of a Hungarian and a Pole got one citizenship only; which one is weighed."""
    first, last = turning_day("polish_treaty_from"), turning_day("polish_treaty_until")
    if within(born, first, last + timedelta(days=1)) is False:
        return given
    for tie in person.birth_parents() or ():
        polish = any(entry.country == POLAND for entry in history.people[tie.person].citizenships or ())
        if polish and history.citizen_on(tie.person, born).answer is NOT_MET:
            asked = say("{who}: born to a Hungarian and a Polish parent under the treaty of the two states, which gave "
                        "one citizenship only: was it the Hungarian one?", who=history.who(person.id))  # fmt: skip
            return all_of(given, officer(asked, f"people.{person.id}.citizenships", law=LAW_POLAND))
    return given
