"""Sentences of the law read one by one, each with a case that comes out as the sentence says.

The lines of own_cases_read_sentences.jsonl were written from the sentences; `why` is the sentence.
"""

import json
from pathlib import Path

import pytest

import rules

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("own_cases_read_sentences.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case['id']} {case['why']}") for case in CASES])
def test_the_sentence_holds(case):
    assessed = rules.assess(case["facts"], routes=list(case["expected"]))

    assert {route: assessed[route].outcome for route in case["expected"]} == case["expected"]


def test_forty_sentences_are_read():
    assert len({case["why"] for case in CASES}) == len(CASES) >= 40
