"""Two laws over the same cases: which outcomes differ, and by which conditions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from rules.assess import Assessment, assess
from rules.law import Law
from rules.lines import Given, day_for
from rules.parameters import NoValueError
from rules.reading import FactsError, parse
from rules.rule import LawError

# What stands for the answer of a route or a condition that one of the two laws does not have.
ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that differs: of a route, or of one of its conditions where `condition` is not ''."""

    case: str
    route: str
    condition: str
    before: str
    after: str

    def as_dict(self) -> dict[str, str]:
        """The change as a JSON object."""
        return {
            "case": self.case,
            "route": self.route,
            "condition": self.condition,
            "from": self.before,
            "to": self.after,
        }


@dataclass(slots=True)
class Difference:
    """What was found over all cases. changed: cases with another outcome; touched: also those with another reason."""

    cases: int = 0
    changed: int = 0
    touched: int = 0
    faulty: list[tuple[str, str]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def counts(self) -> dict[tuple[str, str, str, str], int]:
        """How often each change happened: (route, condition or '', from, to) -> cases."""
        return dict(sorted(Counter((c.route, c.condition, c.before, c.after) for c in self.changes).items()))

    def as_json(self, before: Law, after: Law) -> str:
        """Everything as one JSON object."""
        return json.dumps(
            {
                "against": {"version": before.version, "name": before.name},
                "law": {"version": after.version, "name": after.name},
                "cases": self.cases,
                "changed": self.changed,
                "touched": self.touched,
                "faulty": [{"case": case, "message": message} for case, message in self.faulty],
                "counts": [
                    {"route": route, "condition": condition, "from": one, "to": other, "cases": number}
                    for (route, condition, one, other), number in self.counts().items()
                ],
                "changes": [change.as_dict() for change in self.changes],
            },
            ensure_ascii=False,
        )

    def as_text(self, before: Law, after: Law) -> str:
        """Counts first, then each case."""
        lines = [
            f"{_named(before)} -> {_named(after)}",
            f"{self.cases} cases; another outcome in {self.changed}, another condition in {self.touched}",
        ]
        lines += [f"{len(self.faulty)} faulty"] if self.faulty else []
        for (route, condition, one, other), number in self.counts().items():
            place = f"  {condition}" if condition else route
            lines.append(f"{number:7d}  {place}: {one} -> {other}" + (f"  (in {route})" if condition else ""))
        for change in self.changes:
            place = f"{change.route} / {change.condition}" if change.condition else change.route
            lines.append(f"{change.case}: {place}: {change.before} -> {change.after}")
        lines += [f"{case}: {message}" for case, message in self.faulty]
        return "\n".join(lines)


def _named(law: Law) -> str:
    return f"{law.name or 'the law of this package'} ({law.version})"


def compare(
    cases: Iterable[Given], before: Law, after: Law, as_of: date | None = None, routes: Iterable[str] | None = None
) -> Difference:
    """Assess each case by both laws. A case is facts, or an object with `id` and `facts` as worked cases are."""
    found = Difference()
    asked = None if routes is None else tuple(routes)
    for number, given in enumerate(cases, 1):
        found.cases += 1
        name = str(number)
        try:
            name, facts = _case(given, name)
            one, other = (_assessed(facts, law, as_of, asked) for law in (before, after))
        except (FactsError, LawError, NoValueError) as error:
            found.faulty.append((name, str(error)))
            continue
        changes = list(_changes(name, one, other))
        found.changed += any(not change.condition for change in changes)
        found.touched += bool(changes)
        found.changes += changes
    return found


def _case(given: Given, number: str) -> tuple[str, Mapping[str, object]]:
    if isinstance(given, FactsError):
        raise given
    facts = given.get("facts")
    if isinstance(facts, Mapping):
        return str(given.get("id", number)), facts
    return number, given


def _assessed(facts: Mapping[str, object], law: Law, as_of: date | None, routes: tuple[str, ...] | None) -> Assessment:
    asked = None if routes is None else [route for route in routes if route in law.routes]
    return assess(parse(facts), day_for(facts, as_of), asked, law)


def _changes(case: str, before: Assessment, after: Assessment) -> Iterator[Change]:
    """Each answer that differs. Of a route that only one law has, nothing but that is told."""
    one, other = _answers(before), _answers(after)
    for place in dict.fromkeys([*one, *other]):
        was, now = one.get(place, ABSENT), other.get(place, ABSENT)
        in_both = (place[0], "") in one and (place[0], "") in other
        if was != now and (in_both or not place[1]):
            yield Change(case, *place, was, now)


def _answers(assessment: Assessment) -> dict[tuple[str, str], str]:
    """The answer at each place: (route, '') and (route, condition)."""
    answers = {}
    for route in assessment.routes:
        answers[route.route, ""] = route.outcome
        answers |= {(route.route, condition.id): condition.answer for condition in route.conditions}
    return answers
