"""Two laws over the same cases."""

import json

import pytest

import rules
from rules.__main__ import main
from rules.compare import compare
from tests.law.families import DESCENT, SPOUSE, changed

EIGHT = changed(SPOUSE, {"people.applicant.marriages.0.from": "2016-05-10"})


@pytest.fixture
def files(tmp_path):
    """Two laws and a file of cases, one of them faulty."""
    (tmp_path / "eight.toml").write_text("[parameters.spouse_years]\nvalue = 8")
    (tmp_path / "nine.toml").write_text("[parameters.spouse_years]\nvalue = 9\n[routes.oath]\noff = true")
    lines = [json.dumps(DESCENT), json.dumps({"id": "E1", "facts": EIGHT}), "{", json.dumps({"people": 3})]
    (tmp_path / "cases.jsonl").write_text("\n".join(lines))
    return tmp_path


def test_the_command_tells_what_changed(files, capsys):
    sent = ["diff", "--law", str(files / "eight.toml"), "--json", str(files / "cases.jsonl")]

    assert main(sent) == 2
    found = json.loads(capsys.readouterr().out)
    assert (found["cases"], found["changed"], found["touched"]) == (4, 1, 1)
    assert found["changes"] == [
        {"case": "E1", "route": "simplified_spouse", "condition": "", "from": "not_met", "to": "met"},
        {"case": "E1", "route": "simplified_spouse", "condition": "marriage_years", "from": "not_met", "to": "met"},
    ]
    assert [each["case"] for each in found["faulty"]] == ["3", "4"]
    assert found["against"] == {"version": rules.VERSION, "name": ""}
    assert found["law"]["name"] == "eight"


def test_two_overlays_are_compared_and_a_route_of_one_is_told_once(files, capsys):
    law, against = str(files / "eight.toml"), str(files / "nine.toml")

    assert main(["diff", "--law", law, "--against", against, str(files / "cases.jsonl")]) == 2
    said = capsys.readouterr().out
    assert said.startswith("nine (")
    assert "      2  oath: absent -> unknown" in said
    assert "oath_pending: absent" not in said
    assert "E1: simplified_spouse / marriage_years: not_met -> met" in said
    assert "2 faulty" in said


def test_a_law_against_itself_changes_nothing():
    found = compare([DESCENT, EIGHT], rules.BUILT_IN, rules.BUILT_IN)

    assert (found.cases, found.changed, found.touched, found.changes) == (2, 0, 0, [])


def test_only_the_routes_asked_for(files, capsys):
    sent = ["diff", "--law", str(files / "nine.toml"), "--route", "oath", "--json", str(files / "cases.jsonl")]

    main(sent)
    assert {each["route"] for each in json.loads(capsys.readouterr().out)["changes"]} == {"oath"}
    assert main([*sent, "--route", "nowhere"]) == 2
    assert "there is no route nowhere" in capsys.readouterr().err
