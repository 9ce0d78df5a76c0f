"""The list of all rules: one reading for the document, the JSON and the page."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

import rules
from rules.listing import chapters, law_as_json, law_as_markdown, shared

DOCUMENT = Path(rules.__file__).parent.parent / "docs" / "law.md"


def test_the_document_of_the_law_is_current():
    assert DOCUMENT.read_text(encoding="utf-8") == law_as_markdown("en") + "\n", "python -m rules law > docs/law.md"


@pytest.mark.parametrize("language", ["en", "hu"])
def test_every_wording_stands_in_the_document_once(language):
    document = law_as_markdown(language)

    for condition, wordings in rules.CONDITIONS.items():
        if not condition.endswith("_exists"):
            assert document.count(f'<a id="rule-{condition}"></a>') == 1
            heads = len(wordings) + (condition in rules.ROUTES)
            assert document.count(f"\n`{condition}` · ") == heads
    for route in rules.ROUTES:
        assert document.count(f'<a id="route-{route}"></a>') == 1


def test_the_json_has_every_rule():
    listed = json.loads(law_as_json())

    assert {rule["id"] for rule in listed["rules"]} == set(rules.CONDITIONS)
    assert len(listed["rules"]) == len(rules.RULES)
    assert [route["id"] for route in listed["routes"]] == list(rules.ROUTES)


def test_wordings_follow_each_other_and_know_their_day():
    read = chapters("en")
    language = next(entry for entry in shared(read) if entry.id == "language")
    turn = date(2020, 2, 1)

    assert [wording.days for wording in language.wordings] == [
        "from 1 January 2011 to 31 January 2020",
        "from 1 February 2020",
    ]
    assert language.on(turn - timedelta(days=1)) is language.wordings[0]
    assert language.on(turn) is language.wordings[1]
    assert language.wordings[0].is_earlier(turn)
    assert not language.wordings[0].is_earlier(turn - timedelta(days=1))
    assert language.on(date(2010, 12, 31)) is None


def test_a_procedure_exists_from_its_first_day():
    descent = chapters("hu")[0]

    assert descent.id == "simplified_descent"
    assert descent.exists(date(2011, 1, 1))
    assert not descent.exists(date(2010, 12, 31))
    assert "not_citizen" not in {entry.id for entry in descent.own}
