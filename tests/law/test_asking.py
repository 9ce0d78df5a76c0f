"""What is still worth asking, and in which order."""

import io
import json
from types import SimpleNamespace

import pytest

import rules
from rules.__main__ import main
from tests.law.families import DESCENT, SPOUSE, changed

NOTHING = {"as_of": "2024-05-10", "applicant": "a", "people": {"a": {}}}


def paths(facts, *routes: str) -> list[str]:
    return [question.path for question in rules.questions(facts, routes=routes or None)]


def test_a_case_that_is_settled_asks_nothing():
    assert paths(DESCENT, "simplified_descent") == []


@pytest.mark.parametrize(
    "no",
    [
        {"people.applicant.convictions": "unspent"},
        {"people.applicant.hungarian": "none"},
        {"as_of": "2010-12-31"},
        {"people.applicant.citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1990-01-01"}]},
    ],
)
def test_one_no_ends_the_questions_whatever_else_is_missing(no):
    poor = changed(DESCENT, {"people.applicant.prosecution": None, "people.father.parents": None, **no})

    assert paths(poor, "simplified_descent") == []


def test_the_applicants_cheap_facts_come_first_then_parents_then_further_up():
    poor = changed(
        DESCENT,
        {
            "people.applicant.prosecution": None,
            "people.applicant.hungarian": None,
            "people.mother.citizenships": None,
            "people.grandfather.citizenships": None,
        },
    )
    asked = rules.questions(poor, routes=["simplified_descent"])

    assert [each.path for each in asked][:2] == ["people.applicant.hungarian", "people.applicant.prosecution"]
    assert [each.distance for each in asked] == sorted(each.distance for each in asked)
    assert asked[-1].distance == 2


def test_what_serves_more_conditions_comes_before_what_serves_fewer():
    asked = rules.questions(NOTHING)
    by_path = {each.path: each for each in asked}

    assert asked[0].distance == 0
    assert by_path["people.a.convictions"].score > by_path["people.a.spouse_statement"].score
    assert set(by_path["people.a.convictions"].routes) >= {"simplified_descent", "simplified_spouse"}
    assert by_path["people.a.convictions"].conditions == ("criminal_record",)


def test_what_stands_there_but_is_not_enough_is_asked_last():
    claimed = changed(DESCENT, {"people.applicant.hungarian": "claimed", "people.applicant.prosecution": None})
    asked = rules.questions(claimed, routes=["simplified_descent"])

    assert [(each.path, each.known) for each in asked] == [
        ("people.applicant.prosecution", False),
        ("people.applicant.hungarian", True),
    ]


def test_the_order_of_people_changes_nothing():
    turned = {**SPOUSE, "people": dict(reversed(SPOUSE["people"].items()))}

    assert rules.questions(changed(SPOUSE, {"people.wife": {}})) == rules.questions(
        changed(turned, {"people.wife": {}})
    )


def test_answering_the_first_question_again_and_again_settles_the_route():
    answers = {"convictions": "none", "prosecution": False, "security_objection": False, "hungarian": "shown"}
    facts = changed(DESCENT, {f"people.applicant.{fact}": None for fact in answers})
    asked = []
    while open_questions := paths(facts, "simplified_descent"):
        asked.append(open_questions[0])
        facts = changed(facts, {asked[-1]: answers[asked[-1].rpartition(".")[2]]})

    assert len(asked) == len(answers)
    assert rules.assess(facts)["simplified_descent"].outcome == "met"


def test_ids_with_dots_are_still_somebody():
    facts = {"as_of": "2024-05-10", "applicant": "a.b", "people": {"a.b": {"parents": [{"person": "a"}]}, "a": {}}}
    distances = {each.path: each.distance for each in rules.questions(facts)}

    assert distances["people.a.b.convictions"] == 0
    assert distances["people.a.citizenships"] == 1


def test_a_route_there_is_none_of():
    with pytest.raises(KeyError):
        rules.questions(NOTHING, routes=["nowhere"])


def test_the_command(monkeypatch, capsys):
    sent = "\n".join([json.dumps(DESCENT), "{", json.dumps(NOTHING)])
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(sent.encode())))

    assert main(["ask", "--route", "simplified_descent"]) == 2
    settled, faulty, everything = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert settled["questions"] == []
    assert settled["routes"] == [{"route": "simplified_descent", "outcome": "met", "open": False}]
    assert set(faulty["error"]) == {"path", "message"}
    assert everything["as_of"] == "2024-05-10"
    assert set(everything["questions"][0]) == {"path", "routes", "conditions", "distance", "known", "score"}


@pytest.mark.parametrize(
    ("language", "words"), [("en", "1. the applicant – convictions"), ("hu", "1. a kérelmező – büntetőjogi elítélések")]
)
@pytest.mark.usefixtures("catalogues")
def test_the_command_in_words(monkeypatch, capsys, language, words):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(json.dumps(NOTHING).encode())))

    assert main(["ask", "--text", "--language", language, "--route", "simplified_descent"]) == 0
    assert capsys.readouterr().out.startswith(words)


def test_the_command_says_when_nothing_is_left(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(json.dumps(DESCENT).encode())))

    assert main(["ask", "--text", "--route", "simplified_descent"]) == 0
    assert capsys.readouterr().out.startswith("Nothing more can change the outcome.")


def test_a_route_the_command_does_not_know(capsys):
    assert main(["ask", "--route", "nowhere", "-"]) == 2
    assert "there is no route nowhere" in capsys.readouterr().err
