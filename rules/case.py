"""One case being assessed: the facts, the day whose law applies, and what has been worked out so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, TypeVar

from rules.dates import Span, on
from rules.facts import Facts, Person
from rules.history.citizenship import History
from rules.parameters import number
from rules.rule import CONDITIONS, Rule, in_force
from rules.words import Who

T = TypeVar("T")


class Case:
    """What a rule is given. Nothing in it changes the facts; history is worked out once and remembered.

    conditions: the wordings of the law that is asked, for a rule that another rule refers to.
    """

    __slots__ = ("_conditions", "_history", "_once", "_path", "applicant", "as_of", "facts", "today")

    def __init__(self, facts: Facts, as_of: date, conditions: Mapping[str, Sequence[Rule]] = CONDITIONS) -> None:
        self._conditions = conditions
        self.facts = facts
        self.as_of = as_of
        self.today: Span = on(as_of)
        self.applicant: Person = facts.people[facts.applicant_id]
        self._path = f"people.{facts.applicant_id}."
        self._history: History | None = None
        self._once: dict[Callable[[Case], object], object] = {}

    @property
    def history(self) -> History:
        """Who was a citizen when, worked out when first asked and remembered for all rules and routes."""
        if self._history is None:
            self._history = History(self.facts, self.as_of, lines(self.facts))
        return self._history

    def once(self, work: Callable[[Case], T]) -> T:
        """What several rules ask of a case: worked out when first asked and remembered."""
        found = self._once
        if work not in found:
            found[work] = work(self)
        return found[work]  # type: ignore[return-value] # what this very work returned

    def path(self, fact: str, part: str = "") -> str:
        """The path of one of the applicant's facts: 'people.<id>.born.on'."""
        return f"{self._path}{fact}.{part}" if part else self._path + fact

    def who(self, person: str) -> Who:
        """A person as reasons name them."""
        return self.history.who(person)

    def children(self) -> tuple[str, ...]:
        """Everybody named as the applicant's child: on the applicant's list, or tied to the applicant in the case."""
        return self.once(_children)

    def wording(self, condition: str) -> Rule | None:
        """The wording of another condition on the day of the case, or None."""
        return in_force(self._conditions.get(condition, ()), self.as_of)

    def number(self, parameter: str) -> int:
        """A number of the law as it stands on the day of the case."""
        return number(parameter, self.as_of)


def _children(case: Case) -> tuple[str, ...]:
    me = case.applicant
    tied = sorted(
        person.id for person in case.facts.people.values() if any(tie.person == me.id for tie in person.parents or ())
    )
    return tuple(dict.fromkeys((*(me.children or ()), *tied)))


def lines(facts: Facts) -> dict[str, str]:
    """The shortest line from the applicant to each person: '', 'father', 'father.mother', 'spouse', 'child'."""
    people, applicant = facts.people, facts.applicant_id
    found = {applicant: ""}
    queue = [applicant]
    for key in queue:  # grows while it is read: the nearest come first
        line = found[key]
        person = people[key]
        if not person.parents and key != applicant:
            continue
        steps = [(tie.person, "") for tie in person.parents or () if tie.by == "birth"]
        if key == applicant:
            steps += [(marriage.to, "spouse") for marriage in person.marriages or () if marriage.to]
            steps += [(child, "child") for child in person.children or ()]
        for other, kin in steps:
            if other not in found and other in people:
                step = kin or _PARENT.get(people[other].sex, "parent")
                found[other] = f"{line}.{step}" if line else step
                queue.append(other)
    return found


_PARENT: Final[dict[str | None, str]] = {"male": "father", "female": "mother"}
