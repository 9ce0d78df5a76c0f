"""A law as one value: rules, routes and numbers. The one of this package is `BUILT_IN`; overlays make others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from rules import statute
from rules.edition import VERSION
from rules.parameters import PARAMETERS, Parameter
from rules.rule import CONDITIONS, ROUTES, LawError, Route, Rule, in_force


@dataclass(frozen=True, slots=True, eq=False)
class Law:
    """What is asked when a case is assessed. Nothing here is changed after it was made; another law is another value.

    name: what people call it, '' for the law of this package. version: the fingerprint findings are stored with.
    sure: no rule of it fails on any case, so a condition may be asked as late as when somebody wants to read it.
    """

    conditions: Mapping[str, Sequence[Rule]]
    routes: Mapping[str, Route]
    parameters: Mapping[str, Parameter]
    version: str
    name: str = ""
    sure: bool = False
    _turns: list[date] = field(default_factory=list, init=False, repr=False)
    _plans: dict[int, dict[str, tuple[Rule, ...]]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        days = {rule.since for rule in self.rules()}
        days |= {rule.until + timedelta(days=1) for rule in self.rules() if rule.until not in (None, date.max)}
        self._turns.extend(sorted(days))

    def plan(self, route: str, day: date) -> tuple[Rule, ...]:
        """The wordings that a route asks on a day, in their order. LawError where it asks nothing."""
        if plan := self.plans(day)[route]:
            return plan
        raise LawError(f"the route {route} asks nothing on {day}")

    def plans(self, day: date) -> Mapping[str, tuple[Rule, ...]]:
        """The wordings that each route asks on a day, in their order.

        Wordings change on a few days only, so what is worked out for one day is remembered for all up to the next
        change.
        """
        between = bisect_right(self._turns, day)
        plans = self._plans.get(between)
        if plans is None:
            plans = self._plans[between] = {
                each.id: tuple([found for condition in each.conditions if (found := self.wording(condition, day))])
                for each in self.routes.values()
            }
        return plans

    def wording(self, condition: str, day: date) -> Rule | None:
        """The wording of a condition in force on a day, or None."""
        return in_force(self.conditions[condition], day)

    def rules(self) -> Iterator[Rule]:
        """Every wording of every condition."""
        for wordings in self.conditions.values():
            yield from wordings


BUILT_IN: Final = Law(CONDITIONS, ROUTES, PARAMETERS, VERSION, sure=True)

__all__ = ["BUILT_IN", "Law", "statute"]
