"""A law as one value: rules, routes and numbers. The one of this package is `BUILT_IN`; overlays make others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from rules import statute
from rules.edition import VERSION
from rules.parameters import PARAMETERS, Parameter
from rules.rule import CONDITIONS, ROUTES, LawError, Route, Rule, in_force

_MOST_PLANS: Final = 4096


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
    _plans: dict[tuple[str, date], tuple[Rule, ...]] = field(default_factory=dict, init=False, repr=False)

    def plan(self, route: str, day: date) -> tuple[Rule, ...]:
        """The wordings that a route asks on a day, in their order; remembered, since a day has many cases."""
        key = (route, day)
        plan = self._plans.get(key)
        if plan is None:
            if len(self._plans) >= _MOST_PLANS:
                self._plans.clear()
            found = [self.wording(condition, day) for condition in self.routes[route].conditions]
            plan = self._plans[key] = tuple([wording for wording in found if wording is not None])
            if not plan:
                raise LawError(f"the route {route} asks nothing on {day}")
        return plan

    def wording(self, condition: str, day: date) -> Rule | None:
        """The wording of a condition in force on a day, or None."""
        return in_force(self.conditions[condition], day)

    def rules(self) -> Iterator[Rule]:
        """Every wording of every condition."""
        for wordings in self.conditions.values():
            yield from wordings


BUILT_IN: Final = Law(CONDITIONS, ROUTES, PARAMETERS, VERSION, sure=True)

__all__ = ["BUILT_IN", "Law", "statute"]
