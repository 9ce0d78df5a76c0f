"""`python -m rules`: the contract of the command."""

import io
import json
from types import SimpleNamespace

import pytest

from rules import words
from rules.__main__ import main
from tests.law.families import DESCENT

FAULTY = {"applicant": "nobody", "people": {}}


@pytest.fixture
def run(monkeypatch, capsys):
    """Run the command on bytes; the exit status and the lines it printed."""

    def command(sent: bytes | str, *arguments: str) -> tuple[int, list[str]]:
        raw = sent if isinstance(sent, bytes) else sent.encode()
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
        status = main(list(arguments))
        return status, [line for line in capsys.readouterr().out.split("\n") if line.strip()]

    return command


def test_one_object_over_many_lines(run):
    status, lines = run(json.dumps(DESCENT, indent=2), "assess", "-", "--route", "simplified_descent")
    answer = json.loads(lines[0])

    assert status == 0
    assert len(lines) == 1
    assert answer["as_of"] == "2024-05-10"
    assert [route["route"] for route in answer["routes"]] == ["simplified_descent"]
    condition = answer["routes"][0]["conditions"][0]
    assert set(condition) == {"id", "answer", "law", "because", "missing", "would_change", "proof"}


def test_a_faulty_case_is_told_in_its_place(run):
    sent = "\n".join([json.dumps(DESCENT), json.dumps(FAULTY), "{", "7", "[" * 100_000, json.dumps(DESCENT)])
    status, lines = run(sent, "assess", "-")
    answers = [json.loads(line) for line in lines]

    assert status == 2
    assert ["error" in answer for answer in answers] == [False, True, True, True, True, False]
    assert set(answers[1]["error"]) == {"path", "message"}


def test_bytes_that_are_no_text(run):
    status, lines = run(b"\xff\xfe\x00", "assess", "-")

    assert status == 2
    assert "error" in json.loads(lines[0])


def test_the_day_can_be_given(run):
    _, lines = run(json.dumps(DESCENT), "assess", "--as-of", "2010-05-05", "--route", "simplified_descent")

    assert json.loads(lines[0])["as_of"] == "2010-05-05"
    assert json.loads(lines[0])["routes"][0]["outcome"] == "not_met"


def test_a_day_that_is_none_is_refused_in_plain_words(capsys):
    with pytest.raises(SystemExit):
        main(["assess", "--as-of", "2024-13-01"])

    assert "'2024-13-01' is not a day such as 2024-05-10" in capsys.readouterr().err


def test_without_a_day_today_applies(run):
    facts = {key: value for key, value in DESCENT.items() if key != "as_of"}
    status, lines = run(json.dumps(facts), "assess")

    assert status == 0
    assert len(json.loads(lines[0])["as_of"]) == 10


def test_nothing_in_nothing_out(run):
    assert run("", "assess", "-") == (0, [])


def test_a_file_that_is_not_there(capsys):
    assert main(["assess", "/nowhere/case.json"]) == 2
    assert "cannot read" in capsys.readouterr().err


@pytest.mark.parametrize(("language", "words"), [("en", "conditions met"), ("hu", "a feltételek teljesülnek")])
@pytest.mark.usefixtures("catalogues")
def test_plain_words(run, language, words):
    _, lines = run(json.dumps(DESCENT), "explain", "--language", language, "--route", "simplified_descent")

    assert words in lines[0]


def test_the_list_of_rules(run):
    status, lines = run("", "law", "--json")
    law = json.loads("\n".join(lines))

    assert status == 0
    assert {rule["id"] for rule in law["rules"]} >= {"ancestry", "language", "not_citizen"}
    assert run("", "law")[1][0] == "# The rules of the law"


def test_words_that_are_not_compiled_are_told_once(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(words, "LOCALE", tmp_path)
    monkeypatch.setattr(words, "_loaded", {})
    case = tmp_path / "case.json"
    case.write_text(json.dumps(DESCENT), encoding="utf-8")

    assert main(["explain", "--language", "hu", "--route", "simplified_descent", str(case)]) == 0

    told = capsys.readouterr()
    assert "not compiled" in told.err
    assert "Simplified naturalisation by ancestry" in told.out
