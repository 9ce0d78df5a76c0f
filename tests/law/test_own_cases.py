"""Worked cases of our own: descent, marriage, absence and cession, the simplified routes, the oath, other states.

Each line of own_cases.jsonl was answered from the statutes, not from the rules.
"""

import json
from pathlib import Path

import pytest

import rules

CASES = [json.loads(line) for line in Path(__file__).with_name("own_cases.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_own_case(case):
    assessed = rules.assess(case["facts"], routes=list(case["expected"]))

    assert {route: assessed[route].outcome for route in case["expected"]} == case["expected"], case["title"]


def test_every_case_has_its_own_name():
    assert len({case["id"] for case in CASES}) == len({case["title"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize(
    ("regained", "outcome"),
    [("1938-01-01", "unknown"), ("1938-11-01", "unknown"), ("1938-11-02", "not_met"), ("1945-06-01", "unknown")],
)
def test_an_annexation_outside_the_years_of_the_awards_shares_nothing(regained, outcome):
    father = {"sex": "male", "citizenships": [{"country": "HU", "acquired_by": "annexation", "from": regained}]}
    child = {"born": {"on": "1935-01-01"}, "parents": [{"person": "father"}], "parents_married": True, "events": []}
    facts = {"as_of": "2020-01-01", "applicant": "child", "people": {"child": child, "father": father}}

    assert rules.assess(facts, routes=["citizen"])["citizen"].outcome == outcome


def test_an_acknowledgement_that_names_a_descendant_goes_round_once():
    mother = {"sex": "female", "citizenships": [{"country": "RO"}], "parents": []}
    mother["events"] = [{"kind": "acknowledged", "on": "2000-01-01", "by": "child"}]
    child = {"born": {"on": "1995-01-01"}, "citizenships": [{"country": "RO"}], "parents": [{"person": "mother"}]}
    child |= {"parents_married": False, "events": [{"kind": "acknowledged", "on": "2000-01-01", "by": "child"}]}
    facts = {"as_of": "2020-01-01", "applicant": "child", "people": {"child": child, "mother": mother}}

    assert rules.assess(facts, routes=["simplified_descent"])["simplified_descent"].outcome == "unknown"
