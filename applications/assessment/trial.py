"""Trying facts out: what the law would answer if some were otherwise. Nothing is written here."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

import rules
from applications.assessment.facts import Facts, fact_id, with_visits
from applications.assessment.services import ROUTES
from applications.family.models import Person
from applications.intake.models import Application, Submission
from rules.asking import open_questions
from rules.parameters import NoValueError
from rules.people import split


@dataclass(frozen=True)
class Turned:
    """A condition before and after; either is None where the other day's law does not ask it."""

    before: rules.Condition | None
    after: rules.Condition | None

    @property
    def id(self) -> str:
        """The condition's id."""
        one = self.after or self.before
        return one.id if one else ""

    @property
    def changed(self) -> bool:
        """Whether answer or reasons differ."""
        return seen(self.before) != seen(self.after)


@dataclass(frozen=True)
class Outcome:
    """A route before and after, with the conditions that differ; ``own`` where the case asks for it."""

    route: str
    before: str
    after: str
    own: bool
    turned: Sequence[Turned]

    @property
    def changed(self) -> bool:
        """Whether the outcome differs."""
        return self.before != self.after


def seen(condition: rules.Condition | None) -> tuple[object, ...]:
    """Return what makes two answers of a condition the same."""
    return (condition.answer, condition.because, condition.law) if condition else ()


def frozen_facts(case: Application, submission: Submission, person: Person, names: Mapping[str, str]) -> Facts:
    """Return the facts that the findings about ``person`` rest on, each person with a name."""
    seen_at_visits = [visit.details for visit in case.visits.order_by("at")]
    facts = with_visits(facts=submission.facts[fact_id(person)], person=person, seen=seen_at_visits)
    given = facts["people"]
    people = {
        identity: {**each, **({"name": names[identity]} if names.get(identity) else {})}
        for identity, each in (given.items() if isinstance(given, Mapping) else ())
    }
    return {**facts, "people": people}


def altered(facts: Mapping[str, object], changes: Mapping[str, object]) -> Facts:
    """Return a copy of facts with values set by path; None takes a fact away."""
    copy = deepcopy(dict(facts))
    known = rules.parse(facts).people
    for path, value in changes.items():
        person, fact = split(known, path)
        place: object = copy
        if person and isinstance(copy["people"], dict):
            place = copy["people"][person]
        put(place, fact.split("."), value)
    return copy


def put(place: object, steps: Sequence[str], value: object) -> None:
    """Set a value where the steps lead, making what is not there yet."""
    first, *rest = steps
    if isinstance(place, list):
        if first.isdecimal() and int(first) < len(place) and rest:
            put(place[int(first)], rest, value)
    elif isinstance(place, dict):
        if rest:
            put(place.setdefault(first, {}), rest, value)
        elif value is None:
            place.pop(first, None)
        else:
            place[first] = value


def fault(facts: Mapping[str, object], changes: Mapping[str, object]) -> rules.FactsError | None:
    """Return why the facts so changed are no case the law can judge; None where they are one."""
    try:
        rules.assess(altered(facts, changes))
    except rules.FactsError as error:
        return error
    except NoValueError:
        return rules.FactsError("as_of", "is before the law that is known here")
    return None


def outcomes(case: Application, before: rules.Assessment, after: rules.Assessment) -> list[Outcome]:
    """Return every route before and after: the case's own first, then those that changed."""
    own = ROUTES[case.procedure]
    found = [
        Outcome(old.route, old.outcome, after[old.route].outcome, old.route in own, turned(old, after[old.route]))
        for old in before.routes
    ]
    return sorted(found, key=lambda each: (each.route != case.procedure, not each.own, not each.changed))


def turned(before: rules.RouteAnswer, after: rules.RouteAnswer) -> list[Turned]:
    """Return the conditions of a route whose answer or reasons differ."""
    old = {condition.id: condition for condition in before.conditions}
    new = {condition.id: condition for condition in after.conditions}
    pairs = [Turned(old.get(identity), new.get(identity)) for identity in dict.fromkeys([*old, *new])]
    return [pair for pair in pairs if pair.changed]


def turning(case: Application, assessment: rules.Assessment) -> dict[str, list[str]]:
    """Return the facts that can still turn an outcome of the case's own routes, the best question first.

    Each with the ids of the conditions it serves: what is missing, then what would change a condition not met.
    """
    own = set(ROUTES[case.procedure])
    found: dict[str, list[str]] = {}
    for question in open_questions(assessment):
        if own & set(question.routes):
            found.setdefault(question.path, []).extend(question.conditions)
    for answer in assessment.routes:
        for condition in answer.conditions if answer.route in own else ():
            for path in condition.would_change if condition.answer != "met" else ():
                if condition.id not in found.setdefault(path, []):
                    found[path].append(condition.id)
    return found
