"""Explanations: to be read aloud, as a tree, and as JSON."""

import io
import json
from types import SimpleNamespace

import pytest

import rules
from rules import explain
from rules.__main__ import main
from rules.names import fact_name, paper_name, value_words
from tests.law.families import DESCENT, changed

pytestmark = pytest.mark.usefixtures("catalogues")
OPEN = changed(DESCENT, {"people.applicant.convictions": None, "people.applicant.security_objection": True})


def told(form, facts=OPEN, language="en", route="simplified_descent"):
    return form(rules.assess(facts, routes=[route]), language)


def test_an_explanation_says_everything_that_was_decided_and_by_what():
    text = told(explain.as_text)

    for words in (
        "Simplified naturalisation by ancestry: not known yet",
        "Judged by the law in force on 10 May 2024.",
        "Decided by: Has a clean criminal record.",
        "Because: This has not been answered yet.",
        "Missing: the applicant – convictions.",
        "Papers that could prove it: extract from the criminal record.",
        "From these facts: the applicant – knowledge of Hungarian; the applicant – legal capacity; "
        "the applicant – date of birth (12 March 1990).",
        "By the law: Ápt. 4. § (3); Decree 125/1993, 2. § (1); Decree 28/2020; "
        "in the wording in force since 1 February 2020.",
        "Would change it: the applicant – objection of the security services.",
    ):
        assert words in text
    assert ".." not in text


def test_the_same_in_hungarian():
    text = told(explain.as_text, language="hu")

    for words in (
        "Az értékelés az ezen a napon hatályos jog szerint készült: 2024. május 10.",
        "Hiányzik: a kérelmező – büntetőjogi elítélések.",
        "Ezek az iratok igazolhatják: hatósági erkölcsi bizonyítvány.",
        "ettől a naptól hatályos szöveg szerint: 2020. február 1.",
        "a kérelmező – születési idő (1990. március 12.)",
    ):
        assert words in text
    assert ".." not in text


def test_a_tree_has_every_condition_as_a_branch():
    lines = told(explain.as_tree).splitlines()
    conditions = rules.assess(OPEN, routes=["simplified_descent"]).routes[0].conditions
    branches = [line for line in lines if line.startswith(("├─ ", "└─ "))]

    assert lines[0] == "Simplified naturalisation by ancestry: not known yet"
    assert [line[3:].rpartition(":")[0] for line in branches[-len(conditions) :]] == [each.title for each in conditions]
    assert [line.startswith("└─ ") for line in branches] == [False] * (len(branches) - 1) + [True]
    assert "│  ├─ Missing" in lines
    assert "│  │  └─ the applicant – convictions" in lines


def test_json_has_the_answers_and_their_words():
    said = json.loads(told(explain.as_json))
    route = said["routes"][0]
    record = next(each for each in route["conditions"] if each["id"] == "criminal_record")

    assert said["law"] == {"version": rules.VERSION, "name": ""}
    assert route["decided_by"] == ["criminal_record"]
    assert record["missing"] == [
        {"path": "people.applicant.convictions", "words": "the applicant – convictions", "value": ""}
    ]
    assert record["proof"] == [{"kind": "criminal_record_extract", "words": "extract from the criminal record"}]
    assert record["since"] == "1993-10-01"
    assert record["answer"] == "unknown"


def test_a_later_day_and_another_law_are_said(tmp_path):
    (tmp_path / "law.toml").write_text('title = "A bill"\n[routes.oath]\noff = true')
    law = rules.read_law(tmp_path / "law.toml")
    text = explain.as_text(rules.assess({**DESCENT, "as_of": "2026-03-03"}, law=law), "en")

    assert "This is another law than the one in force: A bill." in text
    assert "The law of this day is still to be confirmed." in text


@pytest.mark.parametrize(
    ("path", "words", "value"),
    [
        ("people.grandfather.citizenships.0", "the applicant's father's father – citizenships (1)",
         "Hungary, 1 June 1901 – 26 July 1921"),
        ("people.grandfather.citizenships.0.from", "the applicant's father's father – citizenships (1), first day",
         "1 June 1901"),
        ("people.mother.events", "the applicant's mother – events that can change a citizenship", ""),
        ("people.applicant.grant.on", "the applicant – day of the grant", ""),
        ("people.applicant.parents_married", "the applicant – whether the parents were married", "yes"),
        ("people.stranger.something_new", "stranger – something new", ""),
        ("people.applicant.citizenships.99999999999999.area", "the applicant – citizenships, 99999999999999, area", ""),
        ("as_of", "the day of filing", ""),
    ],
)  # fmt: skip
def test_the_names_of_facts(path, words, value):
    facts = rules.parse(DESCENT)

    assert fact_name(facts, path, "en") == words
    assert value_words(facts, path, "en") == value


def test_the_names_of_papers():
    assert paper_name("birth_certificate", "hu") == "születési anyakönyvi kivonat"
    assert paper_name("a_paper_nobody_named", "hu") == "a paper nobody named"


@pytest.mark.parametrize("form", ["--json", "--tree", "--text"])
@pytest.mark.parametrize("language", ["en", "hu"])
def test_the_command(monkeypatch, capsys, form, language):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(json.dumps(OPEN).encode())))

    assert main(["explain", form, "--language", language]) == 0
    said = capsys.readouterr().out
    assert ("{" in said) == (form == "--json")
