"""Worked cases of our own for the routes by residence, the declarations and the ways out.

Their answers follow from the text of the law, not from the rules: each age, period and day with its neighbours, each
fact missing or turned, doubted papers, gaps and stays. `why` says what decides.
"""

import json
from pathlib import Path

import pytest

import rules

ROUTES = {
    "ordinary_8",
    "ordinary_5",
    "ordinary_3",
    "minor_with_parent",
    "minor_adopted",
    "presidents_waiver",
    "exam_exemption",
    "renaturalisation",
    "declaration_a",
    "declaration_b",
    "declaration_c",
    "declaration_d",
    "renunciation",
    "withdrawal",
    "suspension",
}
CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("own_cases_residence_and_exits.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_own_case(case):
    assessed = rules.assess(case["facts"], routes=list(case["expected"]))

    outcomes = {route: assessed[route].outcome for route in case["expected"]}
    assert outcomes == case["expected"], f"{case['title']}: {case['why']}"


@pytest.mark.parametrize("route", sorted(ROUTES - {"declaration_d"}))
def test_each_route_is_answered_in_more_than_one_way(route):
    outcomes = {case["expected"][route] for case in CASES if route in case["expected"]}

    assert len(outcomes) > 1
