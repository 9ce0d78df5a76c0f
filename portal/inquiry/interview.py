"""Which question comes next, and when none can change anything: the law's own order, with what a layman is told."""

from dataclasses import dataclass
from datetime import date

import rules
from portal.inquiry.facts import facts_of, person_id
from portal.inquiry.outcome import Verdict, verdict
from portal.inquiry.question import APPLICANT, Answer, Key, Told
from portal.inquiry.questions import QUESTIONS, question_for
from rules.people import split

STAGES: tuple[tuple[str, ...], ...] = (
    ("citizen",),
    ("simplified_descent", "renaturalisation", "declaration_a", "declaration_c"),
    (
        "simplified_spouse",
        "minor_with_parent",
        "minor_adopted",
        "declaration_b",
        "ordinary_3",
        "ordinary_5",
        "ordinary_8",
    ),
)
"""Who is a citizen need ask for nothing; who has a way by descent needs none that wants years in Hungary."""

RENUNCIATION = "renunciation"
"""A goal of its own: only a citizen has it, and is asked about it only on request."""

ROUTES = tuple(route for stage in STAGES for route in stage)

# Nobody knows papers of six generations, and the form itself asks further up.
LONGEST_TRAIL = 5
MOST_QUESTIONS = 40

ORDER = {each.id: number for number, each in enumerate(QUESTIONS)}


@dataclass(frozen=True)
class Interview:
    """What was told on the way, in the order asked, the question that is open (None: the end), and the facts."""

    told: dict[Key, Answer]
    open: Key | None
    facts: rules.Facts


def interview(given: Told, today: date, *, more: bool = False) -> Interview:
    """Walk the interview through the answers given; those to questions that are not asked (any more) fall away.

    `more`: ask for all ways, even where a good one is open.
    """
    told: dict[Key, Answer] = {}
    while True:
        facts = rules.parse(facts_of(told, today))
        key = following(facts, told, more=more) if len(told) < MOST_QUESTIONS else None
        if key is None or key not in given:
            return Interview(told, key, facts)
        told[key] = given[key]


def following(facts: rules.Facts, told: Told, *, more: bool) -> Key | None:
    """Return the next question: of the nearest person the law still asks about, in the order of the table."""
    for number, routes in enumerate(STAGES):
        if number == len(STAGES) - 1 and not more and has_good_way(facts):
            return None
        found: list[tuple[int, Key]] = []
        for wanted in rules.questions(facts, routes=routes):
            person, fact = split(facts.people, wanted.path)
            trail = APPLICANT if person == person_id(APPLICANT) else person
            if len(trail) > LONGEST_TRAIL or set(trail) - {"m", "f"}:
                continue
            question = question_for(trail, fact, told)
            if question and not (question.id == "up" and len(trail) == LONGEST_TRAIL):
                found.append((wanted.distance, Key(trail, question.id)))
        if found:
            nearest = min(distance for distance, _key in found)
            return min((key for distance, key in found if distance == nearest), key=place)
    return renouncing(facts, told) if more else None


def renouncing(facts: rules.Facts, told: Told) -> Key | None:
    """Return what a citizen who asks for all is still to be asked about renouncing."""
    if rules.assess(facts, routes=["citizen"])["citizen"].outcome != "met":
        return None
    applicant = person_id(APPLICANT)
    wanted = (split(facts.people, each.path) for each in rules.questions(facts, routes=[RENUNCIATION]))
    open_questions = (question_for(APPLICANT, fact, told) for person, fact in wanted if person == applicant)
    found = [
        question for question in open_questions if question is not None and question.id in ("registered", "another")
    ]
    return Key(APPLICANT, min(found, key=lambda each: ORDER[each.id]).id) if found else None


def place(key: Key) -> tuple[str, int]:
    """Return where a question stands among those of equally near people: one person after the other."""
    return key.trail, ORDER[key.question]


def has_good_way(facts: rules.Facts) -> bool:
    """Whether a way is open that asks for less than those of the last stage: not as long as a person must weigh it."""
    routes = [route for stage in STAGES[:-1] for route in stage]
    assessed = rules.assess(facts, routes=routes)
    return any(verdict(answer) in (Verdict.MET, Verdict.OPEN) for answer in assessed.routes)
