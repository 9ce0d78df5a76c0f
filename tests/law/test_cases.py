"""Every worked case whose route the rules answer."""

import json
from pathlib import Path

import pytest

import rules

CASES = [json.loads(line) for line in Path(__file__).with_name("cases.jsonl").read_text("utf-8").splitlines()]
EXPECTED = [
    pytest.param(case, route, expected, id=f"{case['id']}-{route}")
    for case in CASES
    for route, expected in case["expected"].items()
    if route in rules.ROUTES
]


@pytest.mark.parametrize(("case", "route", "expected"), EXPECTED)
def test_worked_case(case, route, expected):
    assessed = rules.assess(case["facts"], routes=[route])

    assert assessed[route].outcome == expected, case["why"].get(route)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_every_condition_says_what_it_rests_on(case):
    for answer in rules.assess(case["facts"]).routes:
        for condition in answer.conditions:
            assert condition.law
            assert condition.because
            assert condition.would_change
            assert bool(condition.missing) or condition.answer != "unknown"


def test_the_routes_are_answered():
    assert {
        "citizen",
        "simplified_descent",
        "simplified_spouse",
        "oath",
        "oath_place_change",
        "dual_nationality",
        "declaration_a",
        "declaration_b",
        "declaration_c",
        "declaration_d",
        "renunciation",
        "withdrawal",
        "suspension",
    } <= set(rules.ROUTES)
