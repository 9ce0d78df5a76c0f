"""Outcomes are there at once, conditions when somebody reads them: neither order nor threads change an answer."""

import copy
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

import rules
from rules.law import Law
from rules.logic import met, not_met
from rules.parameters import PARAMETERS
from rules.rule import ALWAYS, Book, LawError, route, rule, writing
from rules.words import say

HERE = Path(__file__).parent
CASES = [
    json.loads(line)
    for name in ("cases.jsonl", "own_cases.jsonl", "own_cases_residence_and_exits.jsonl")
    for line in (HERE / name).read_text("utf-8").splitlines()
]
RANK = ("not_met", "unknown", "officer", "met")
DAYS = (None, date(1950, 6, 1), date(1994, 1, 1), date(2012, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize("day", DAYS)
def test_an_outcome_is_what_ranks_first_among_its_conditions(day):
    for case in CASES:
        for answer in rules.assess(case["facts"], day).routes:
            given = {condition.answer for condition in answer.conditions}
            assert answer.outcome == next(each for each in RANK if each in given), (case["id"], answer.route)


def test_the_order_of_asking_and_reading_changes_nothing():
    for case in CASES[::7]:
        facts = rules.parse(case["facts"])
        forwards = rules.assess(facts)
        backwards = rules.assess(facts, routes=reversed(rules.ROUTES))
        read = {answer.route: answer.conditions for answer in reversed(backwards.routes)}
        assert read == {answer.route: answer.conditions for answer in forwards.routes}
        assert forwards == rules.assess(facts)


def test_threads_that_read_one_assessment_hear_the_same():
    alone = [rules.assess(case["facts"]).as_dict() for case in CASES[:60]]
    shared = [rules.assess(case["facts"]) for case in CASES[:60]]
    with ThreadPoolExecutor(8) as pool:
        heard = list(pool.map(lambda number: (number, shared[number].as_dict()), [*range(60)] * 8))
    assert all(said == alone[number] for number, said in heard)


def test_an_answer_is_copied_with_its_conditions():
    answer = rules.assess(CASES[0]["facts"]).routes[0]
    assert copy.deepcopy(answer) == answer
    assert hash(answer) == hash(copy.deepcopy(answer))
    assert answer != rules.RouteAnswer(answer.route, "officer", answer.conditions)
    assert answer.route in repr(answer)
    assert all(condition.id in repr(answer) for condition in answer.conditions)


def counted(sure):
    """A law of two conditions, of which the first fails, and the list of those that were asked."""
    asked = []

    def fails(case):
        """Fails."""
        asked.append("fails")
        return not_met(say("No"), "as_of")

    def holds(case):
        """Holds."""
        asked.append("holds")
        return met(say("Yes"), "as_of")

    book = Book()
    with writing(book):
        rule("fails", title="Fails", cites=("§ 1",))(fails)
        rule("holds", title="Holds", cites=("§ 2",))(holds)
        route("both", title="Both", cites=("§",), since=ALWAYS, conditions=("fails", "holds"))
        route("late", title="Late", cites=("§",), since=ALWAYS, conditions=("holds", "fails"))
    return Law(book.conditions, book.routes, PARAMETERS, "counted", sure=sure), asked


def test_what_a_settled_route_leaves_open_is_asked_when_it_is_read_and_once():
    law, asked = counted(sure=True)
    assessment = rules.assess(CASES[0]["facts"], law=law)
    assert [answer.outcome for answer in assessment.routes] == ["not_met", "not_met"]
    assert asked == ["fails"]
    assert [each.answer for each in assessment["both"].conditions] == ["not_met", "met"]
    assert [each.answer for each in assessment["late"].conditions] == ["met", "not_met"]
    assert asked == ["fails", "holds"]


def test_rules_that_may_be_wrong_are_asked_at_once():
    law, asked = counted(sure=False)
    rules.assess(CASES[0]["facts"], law=law)
    assert asked == ["fails", "holds"]
    assert rules.BUILT_IN.sure


def test_a_route_that_asks_nothing_on_a_day_is_a_fault_of_the_law():
    book = Book()
    with writing(book):
        rule("later", title="Later", cites=("§ 1",), since=date(2020, 1, 1))(worded())
        route("empty", title="Empty", cites=("§",), since=ALWAYS, conditions=("later",))
    with pytest.raises(LawError, match="empty asks nothing"):
        rules.assess(CASES[0]["facts"], date(2010, 1, 1), law=Law(book.conditions, book.routes, PARAMETERS, "empty"))


def worded():
    """A check with its sentence."""

    def check(case):
        """Holds."""
        return met(say("Yes"), "as_of")

    return check
