"""What is still worth asking: the facts that can change an outcome, the best question first.

A route that a known fact has settled asks nothing, whatever else is missing there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from rules.assess import Assessment, RouteAnswer, assess
from rules.case import Case
from rules.facts import Facts
from rules.law import BUILT_IN, Law
from rules.logic import MET, NOT_MET, Finding
from rules.parameters import using
from rules.people import distances, split, stands
from rules.reading import FactsError, parse
from rules.rule import LawError

# How hard a fact is to find out, next to a yes or no (1): a day or a place, a list, a list that goes back decades.
_DAYS_AND_PLACES: Final = frozenset({"on", "from", "to", "until", "place", "area", "died", "oath_due", "parents"})
_LISTS: Final = frozenset({"citizenships", "marriages", "children", "custody", "consent_of"})
_HISTORIES: Final = frozenset({"events", "residences", "domicile_right"})
_FAR: Final = 1000
# What takes a citizenship away and is told as a list of its own: nothing told means nothing lost.
_LOSSES: Final = ("events", "domicile_right", "marriages")


@dataclass(frozen=True, slots=True)
class Question:
    """One fact that can still change an outcome.

    path: such as 'people.mother.born.on'. routes and conditions: what it serves. distance: 0 for the applicant's own
    facts, 1 for those of parents, spouse and children, and so on. known: something stands there already that is not
    enough (a year without a day, a claim nobody has heard). score: how much of the open conditions it settles for
    its effort; higher is better.
    """

    path: str
    routes: tuple[str, ...]
    conditions: tuple[str, ...]
    distance: int
    known: bool
    score: float

    def as_dict(self) -> dict[str, object]:
        """The question as a JSON object."""
        return {
            "path": self.path,
            "routes": list(self.routes),
            "conditions": list(self.conditions),
            "distance": self.distance,
            "known": self.known,
            "score": self.score,
        }


@dataclass(frozen=True, slots=True)
class LineLeft:
    """What the line of descent leaves open: whether the applicant is no citizen yet and has a citizen ancestor.

    not_citizen, ancestry: their answers, as of conditions. open: paths of the facts that can still change whether
    both are met, in no order.
    """

    not_citizen: str
    ancestry: str
    open: tuple[str, ...]


def line_left(facts: Facts | Mapping[str, object], as_of: date | None = None, law: Law = BUILT_IN) -> LineLeft:
    """What is still worth asking about the line, for whoever follows it person by person.

    Narrower than `questions`, which leaves out what silence says of itself: a citizenship on somebody's list is held
    until a loss is told, so of everybody who is taken for a citizen on some day, losses not told of stay open. So does
    a probable origin as long as no ancestor was a citizen. FactsError as for `assess`; LawError on a day before the
    two conditions were in force.
    """
    known = facts if isinstance(facts, Facts) else parse(facts)
    day = as_of or known.as_of
    if day is None:
        raise FactsError("as_of", "is needed: the day whose law applies")
    case = Case(known, day, law.conditions)
    with using(law.parameters):
        status = _asked("not_citizen", case, law)
        # Whose citizenship the answer rests on must be read before the other condition looks at everybody.
        held = () if status.answer is MET else case.history.relied_on()
        descent = _asked("ancestry", case, law)
    open_paths = [f"people.{person}.{fact}" for person in held for fact in _LOSSES if _silent(known, person, fact)]
    if NOT_MET not in (status.answer, descent.answer):
        open_paths += [path for each in (status, descent) if each.answer is not MET for path in each.missing]
    if status.answer is not NOT_MET and descent.answer is not MET:
        open_paths.append(case.path("probable_origin"))
    return LineLeft(status.answer.value, descent.answer.value, tuple(dict.fromkeys(open_paths)))


def _asked(condition: str, case: Case, law: Law) -> Finding:
    wording = law.wording(condition, case.as_of)
    if wording is None:
        raise LawError(f"{condition} is not in force on {case.as_of}")
    return wording.ask(case)


def _silent(facts: Facts, person: str, fact: str) -> bool:
    return getattr(facts.people[person], fact) is None


def questions(
    facts: Facts | Mapping[str, object],
    as_of: date | None = None,
    routes: Iterable[str] | None = None,
    law: Law = BUILT_IN,
) -> tuple[Question, ...]:
    """The facts that can still change an outcome of the routes (default: all), the best question first.

    The applicant's own facts come first, then the next of kin, then each generation further up; among them what is
    not known at all, what settles the most for the least effort, and what comes first by its path.
    FactsError and KeyError as for `assess`.
    """
    return open_questions(assess(facts, as_of, routes, law))


def open_questions(assessment: Assessment) -> tuple[Question, ...]:
    """The questions that an assessment leaves open."""
    serves: dict[str, list[tuple[str, str, float]]] = {}
    for answer in assessment.routes:
        if not can_change(answer):
            continue
        for condition in answer.conditions:
            for path in condition.missing:
                share = 1 / len(condition.missing)
                serves.setdefault(path, []).append((answer.route, condition.id, share))
    if assessment.facts is None or not serves:
        return ()
    far = distances(assessment.facts)
    found = [_question(assessment.facts, far, path, served) for path, served in serves.items()]
    return tuple(sorted(found, key=lambda each: (each.distance, each.known, -each.score, each.path)))


def can_change(answer: RouteAnswer) -> bool:
    """Can a missing fact still change this outcome? All conditions must hold, so one that fails settles it."""
    return answer.outcome != "not_met" and any(condition.missing for condition in answer.conditions)


def _question(facts: Facts, far: Mapping[str, int], path: str, served: list[tuple[str, str, float]]) -> Question:
    person, fact = split(facts.people, path)
    distance = far.get(person, _FAR) if person else 0
    return Question(
        path,
        tuple(dict.fromkeys(route for route, _, _ in served)),
        tuple(dict.fromkeys(condition for _, condition, _ in served)),
        distance,
        stands(facts, path),
        round(sum(share for _, _, share in served) / _effort(fact), 3),
    )


def _effort(fact: str) -> int:
    last = fact.rpartition(".")[2]
    if last in _HISTORIES:
        return 4
    if last in _LISTS or last.isdecimal():
        return 3
    return 2 if last in _DAYS_AND_PLACES else 1


def as_dict(assessment: Assessment) -> dict[str, object]:
    """The questions of an assessment as a JSON object, with the outcome of each route and whether it can change."""
    return {
        "as_of": assessment.as_of.isoformat(),
        "routes": [
            {"route": answer.route, "outcome": answer.outcome, "open": can_change(answer)}
            for answer in assessment.routes
        ],
        "questions": [question.as_dict() for question in open_questions(assessment)],
    }
