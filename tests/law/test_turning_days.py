"""Every number and every turning day of the law has cases on both sides of it: moved by one, some case comes out wrong.

Each line of own_cases_turning_days.jsonl names the parameter it stands for; the other files of cases count as well. A
wording that begins on a turning day is chosen when the rules are read: there the cases are filed on the day and on the
one before.
"""

import dataclasses
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

import rules
from rules.parameters import PARAMETERS
from rules.rule import RULES

HERE = Path(__file__).parent
CASES = [json.loads(line) for line in (HERE / "own_cases_turning_days.jsonl").read_text("utf-8").splitlines()]
OTHERS = [
    json.loads(line)
    for name in ("cases", "own_cases", "own_cases_residence_and_exits")
    for line in (HERE / f"{name}.jsonl").read_text("utf-8").splitlines()
]
VALUES = [
    pytest.param(name, place, id=f"{name}-{value.since.year}")
    for name, parameter in PARAMETERS.items()
    for place, value in enumerate(parameter.values)
]
BEGINNINGS = {rule.since for rule in RULES}


def right(case, law=rules.BUILT_IN):
    """Does everything that the case expects come out by this law?"""
    facts = {**case["facts"], "as_of": case["as_of"]} if case.get("as_of") else case["facts"]
    try:
        assessed = rules.assess(facts, routes=list(case["expected"]), law=law)
    except LookupError:
        return False
    answers = {condition.id: condition.answer for route in assessed.routes for condition in route.conditions}
    return (
        {route.route: route.outcome for route in assessed.routes} == case["expected"]
        and case.get("conditions", {}).items() <= answers.items()
        and case.get("to_be_confirmed", assessed.to_be_confirmed) is assessed.to_be_confirmed
    )


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_case_beside_a_turning_day(case):
    assert right(case), case["title"]


def test_cases_name_parameters_that_there_are():
    assert {case["parameter"] for case in CASES} <= PARAMETERS.keys()
    assert len({case["id"] for case in CASES}) == len(CASES)


def moved(name, place, by):
    """The law with one value a day, a year or a piece more or less."""
    parameter = PARAMETERS[name]
    values = list(parameter.values)
    old = values[place].value
    new = old + timedelta(days=by) if isinstance(old, date) else old + by
    values[place] = dataclasses.replace(values[place], value=new)
    changed = {**PARAMETERS, name: dataclasses.replace(parameter, values=tuple(values))}
    return dataclasses.replace(rules.BUILT_IN, parameters=changed)


def filed_beside(day, own):
    """Are there cases of this turning day filed on it and on the day before, answered otherwise?"""
    filed = {case["facts"]["as_of"]: (case["expected"], case.get("conditions")) for case in own}
    before, on = (day - timedelta(days=1)).isoformat(), day.isoformat()
    return before in filed and on in filed and filed[before] != filed[on]


@pytest.mark.parametrize(("name", "place"), VALUES)
def test_a_value_moved_by_one_makes_a_case_come_out_wrong(name, place):
    own = [case for case in CASES if case["parameter"] == name]
    value = PARAMETERS[name].values[place].value
    if value in BEGINNINGS and filed_beside(value, own):
        return
    for by in (-1, 1):
        law = moved(name, place, by)
        assert any(not right(case, law) for case in [*own, *OTHERS]), f"no case stands beside {name}, moved by {by}"
