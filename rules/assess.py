"""Answer every route for one case, with the law of one day: outcome, conditions, and what each rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Final, NamedTuple

from rules.case import Case
from rules.facts import Facts
from rules.law import BUILT_IN, Law
from rules.logic import MET, NOT_MET, OFFICER, UNKNOWN, Answer, Finding
from rules.parameters import turning_day, using
from rules.reading import FactsError, parse
from rules.rule import Rule
from rules.words import Reason, translate


class Condition(NamedTuple):
    """One condition of a route, answered.

    law: sections, the rule's own first; since: the day its wording came into force. missing and would_change are
    paths of facts such as 'people.mother.born.on'. proof: kinds of papers that could prove it.
    """

    id: str
    answer: str
    law: tuple[str, ...]
    because: tuple[Reason, ...]
    missing: tuple[str, ...]
    would_change: tuple[str, ...]
    proof: tuple[str, ...]
    title: str
    since: date

    def title_in(self, language: str) -> str:
        """The title in 'hu' or 'en'."""
        return translate(self.title, language)

    def as_dict(self) -> dict[str, object]:
        """The condition as the contract's JSON object."""
        return {
            "id": self.id,
            "answer": self.answer,
            "law": list(self.law),
            "because": [reason.as_dict() for reason in self.because],
            "missing": list(self.missing),
            "would_change": list(self.would_change),
            "proof": list(self.proof),
        }


class RouteAnswer:
    """What the law says on one route: met, not_met, unknown or officer, never 'granted'.

    The outcome is there at once. The conditions are told when somebody asks for them, and then remembered.
    """

    __slots__ = ("_conditions", "outcome", "route")

    def __init__(
        self, route: str, outcome: str, conditions: tuple[Condition, ...] | Callable[[str], tuple[Condition, ...]]
    ) -> None:
        self.route = route
        self.outcome = outcome
        self._conditions = conditions

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of the route, in the order of the law."""
        told = self._conditions
        if not isinstance(told, tuple):
            told = self._conditions = told(self.route)
        return told

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RouteAnswer) and self._said() == other._said()

    def __hash__(self) -> int:
        return hash(self._said())

    def __repr__(self) -> str:
        return f"RouteAnswer(route={self.route!r}, outcome={self.outcome!r}, conditions={self.conditions!r})"

    def __reduce__(self) -> tuple[type[RouteAnswer], tuple[str, str, tuple[Condition, ...]]]:
        return RouteAnswer, self._said()

    def _said(self) -> tuple[str, str, tuple[Condition, ...]]:
        return self.route, self.outcome, self.conditions

    def as_dict(self) -> dict[str, object]:
        """The route as the contract's JSON object."""
        return {
            "route": self.route,
            "outcome": self.outcome,
            "conditions": [condition.as_dict() for condition in self.conditions],
        }


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answers of all routes asked, on one day.

    to_be_confirmed: the day lies after the last one for which the law was looked up. law, facts: what was asked.
    """

    as_of: date
    routes: tuple[RouteAnswer, ...]
    to_be_confirmed: bool = False
    law: Law = field(default=BUILT_IN, compare=False, repr=False)
    facts: Facts | None = field(default=None, compare=False, repr=False)

    def __getitem__(self, route: str) -> RouteAnswer:
        """The answer of one route. KeyError where it was not asked."""
        for answer in self.routes:
            if answer.route == route:
                return answer
        raise KeyError(route)

    def as_dict(self) -> dict[str, object]:
        """The contract's JSON object."""
        return {"as_of": self.as_of.isoformat(), "routes": [answer.as_dict() for answer in self.routes]}


def assess(
    facts: Facts | Mapping[str, object],
    as_of: date | None = None,
    routes: Iterable[str] | None = None,
    law: Law = BUILT_IN,
) -> Assessment:
    """Answer the routes (default: all) for one case with the law of `as_of` (default: the day the facts name).

    law: the rules and numbers to ask, those of this package unless told otherwise. FactsError where the facts are
    not a case or no day is given; KeyError for a route there is none of.
    """
    known = facts if isinstance(facts, Facts) else parse(facts)
    day = as_of or known.as_of
    if day is None:
        raise FactsError("as_of", "is needed: the day whose law applies")
    asked = law.routes if routes is None else [law.routes[route].id for route in routes]
    with using(law.parameters):
        answers = _Answers(Case(known, day, law.conditions), law)
        found = tuple([RouteAnswer(route, answers.outcome(route), answers.conditions) for route in asked])
        late = day > turning_day("confirmed")
    return Assessment(day, found, late, law, known)


class _Answers:
    """The conditions of one case: each is asked once, by whichever route needs it first.

    A condition that fails settles a route, so the others of that route wait until somebody wants to read them. Rules
    that came with an overlay may be wrong, so those are asked at once, where their fault belongs to the assessment.
    """

    __slots__ = ("_case", "_findings", "_law", "_plans", "_told", "_turn")

    def __init__(self, case: Case, law: Law) -> None:
        self._case = case
        self._law = law
        self._plans = law.plans(case.as_of)
        self._findings: dict[str, Finding] = {}
        self._told: dict[str, Condition] = {}
        # What has been worked out about a case is shared by its conditions, so threads take turns.
        self._turn = Lock()

    def _plan(self, route: str) -> tuple[Rule, ...]:
        return self._plans[route] or self._law.plan(route, self._case.as_of)

    def outcome(self, route: str) -> str:
        """The outcome of a route: what ranks first among its conditions."""
        case, findings, sure = self._case, self._findings, self._law.sure
        worst, waiting = MET, []
        for wording in self._plan(route):
            found = findings.get(wording.id)
            if found is None:
                if sure:
                    waiting.append(wording)
                    continue
                found = findings[wording.id] = wording.ask(case)
            if found.answer is not MET:
                worst = _worse(worst, found.answer)
        for wording in waiting:
            if worst is NOT_MET:
                break
            found = findings[wording.id] = wording.ask(case)
            if found.answer is not MET:
                worst = _worse(worst, found.answer)
        return worst._value_

    def conditions(self, route: str) -> tuple[Condition, ...]:
        """The conditions of a route, told."""
        plan = self._plan(route)
        if any(wording.id not in self._told for wording in plan):
            # Of the same case and with the numbers of the same law, whoever reads it and when.
            with self._turn, using(self._law.parameters):
                for wording in plan:
                    self._tell(wording)
        return tuple([self._told[wording.id] for wording in plan])

    def _tell(self, wording: Rule) -> None:
        identity, law, proof, title, since = wording.printed
        if identity in self._told:
            return
        found = self._findings.get(identity)
        if found is None:
            found = self._findings[identity] = wording.ask(self._case)
        answer, because, missing, turns, sections = found.told()
        if sections:
            law = tuple(dict.fromkeys(law + sections))
        self._told[identity] = _condition(
            Condition, (identity, answer._value_, law, because, missing, turns, proof, title, since)
        )


# A case has a hundred conditions: this makes one without looking at its fields again.
_condition: Final = tuple.__new__


def _worse(one: Answer, other: Answer) -> Answer:
    """What ranks first where all must hold: not met, unknown, officer, met. The other is one of the first three."""
    return one if one is NOT_MET or (one is UNKNOWN and other is OFFICER) else other


__all__ = ["Assessment", "Condition", "RouteAnswer", "assess"]
