"""Lives that are rare and days that are odd, each answered from a sentence of the law before the rules were asked.

Each line of own_cases_unusual.jsonl says which sentence that is: declarations by the days of their letters, marriages
and annulments under the old law, absence with interruptions, domicile right at the cession, re-annexation and its
undoing, presumptions and what disproves them, minors, and the routes out.
"""

import json
from pathlib import Path

import pytest

import rules

CASES = [
    json.loads(line) for line in Path(__file__).with_name("own_cases_unusual.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_unusual_life(case):
    assessed = rules.assess(case["facts"], routes=list(case["expected"]))

    assert {route: assessed[route].outcome for route in case["expected"]} == case["expected"], case["title"]


def test_every_life_has_its_own_name_and_its_sentence():
    assert len({case["id"] for case in CASES}) == len({case["title"] for case in CASES}) == len(CASES)
    assert all(case["why"] and case["law"] for case in CASES)
