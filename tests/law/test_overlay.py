"""Another law laid over this one: what an overlay may change, and that it changes nothing else."""

import json
import re
import threading
from datetime import date
from pathlib import Path

import pytest

import rules
from rules.__main__ import main
from tests.law.families import DESCENT, SPOUSE, changed

DOCUMENT = Path(rules.__file__).parent.parent / "docs" / "law-overlay.md"
EIGHT_YEARS = changed(SPOUSE, {"people.applicant.marriages.0.from": "2016-05-10"})


@pytest.fixture
def law(tmp_path):
    """Write an overlay, and a module beside it, and read it."""

    def read(toml: str, module: str = "") -> rules.Law:
        (tmp_path / "law.toml").write_text(toml, encoding="utf-8")
        (tmp_path / "more.py").write_text(module, encoding="utf-8")
        return rules.read_law(tmp_path / "law.toml")

    return read


def spouse(law: rules.Law | None = None, facts=EIGHT_YEARS, day: date | None = None) -> str:
    """The outcome of the spouse's route by a law."""
    return rules.assess(facts, day, ["simplified_spouse"], law or rules.BUILT_IN)["simplified_spouse"].outcome


def test_the_worked_example_of_the_document(tmp_path, capsys, monkeypatch):
    blocks = re.findall(r"```(toml|python|json|text)\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    names = {"toml": "bill.toml", "python": "bill.py", "json": "cases.jsonl"}
    for kind, content in blocks:
        if kind in names:
            (tmp_path / names[kind]).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert main(["diff", "--law", "bill.toml", "--route", "simplified_spouse", "cases.jsonl"]) == 0

    promised = next(content for kind, content in blocks if kind == "text")
    assert re.sub(r"\([0-9a-f]{12}\)", "(…)", capsys.readouterr().out) == promised


@pytest.mark.parametrize(("day", "expected"), [("2024-01-01", "met"), ("2024-05-10", "met"), ("2024-05-11", "not_met")])
def test_a_new_number_counts_from_its_first_day(law, day, expected):
    eight = law(f"[parameters.spouse_years]\nvalues = [{{ from = {day}, value = 8 }}]")

    assert spouse(eight) == expected
    assert spouse() == "not_met"


def test_a_number_for_every_day_and_a_turning_day(law):
    assert spouse(law("[parameters.spouse_years]\nvalue = 8")) == "met"
    later = law("[parameters.act_1957]\nvalue = 1960-01-01")
    family = changed(
        DESCENT,
        {
            "people.applicant.born.on": "1958-01-01",
            "people.applicant.events": [],
            "people.applicant.marriages": [],
            "people.father.parents": None,
            "people.mother.citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1930-01-01"}],
        },
    )

    assert rules.assess(family)["citizen"].outcome == "met"
    assert rules.assess(family, law=later)["citizen"].outcome == "not_met"
    assert rules.assess(family)["citizen"].outcome == "met"


def test_a_rule_and_a_route_are_switched_off(law):
    less = law("[rules.prosecution]\noff = true\n[routes.oath]\noff = true")
    answer = rules.assess(changed(DESCENT, {"people.applicant.prosecution": True}), law=less)

    assert "prosecution" not in {each.id for each in answer["simplified_descent"].conditions}
    assert answer["simplified_descent"].outcome == "met"
    assert "oath" not in {each.route for each in answer.routes}
    assert "oath" in rules.ROUTES
    assert "prosecution" in rules.CONDITIONS


def test_a_rule_that_another_refers_to_is_switched_off_there_too(law):
    old = {
        "as_of": "2024-05-10",
        "applicant": "a",
        "people": {"a": {"born": {"on": "1950-01-01"}, "exam": "not_passed"}},
    }

    def exam(by: rules.Law) -> str:
        conditions = rules.assess(old, None, ["ordinary_8"], by)["ordinary_8"].conditions
        return next(each.answer for each in conditions if each.id == "exam")

    assert exam(rules.BUILT_IN) == "met"
    assert exam(law("[rules.exam_exempt]\noff = true")) == "not_met"
    assert exam(rules.BUILT_IN) == "met"


def test_sections_titles_and_days_are_replaced(law):
    other = law(
        '[rules.language]\nwording = 2021-01-01\ncites = ["Bill"]\nuntil = 2023-12-31\n'
        '[routes.simplified_descent]\nsince = 2025-01-01\ntitle = "Another road"'
    )
    conditions = {each.id: each for each in rules.assess(DESCENT, date(2023, 1, 1), law=other).routes[0].conditions}
    later = {each.id for each in rules.assess(DESCENT, date(2024, 1, 1), law=other).routes[0].conditions}

    assert conditions["language"].law == ("Bill",)
    assert conditions["simplified_descent_exists"].answer == "not_met"
    assert "language" not in later
    assert other.routes["simplified_descent"].title == "Another road"
    assert rules.assess(DESCENT, date(2025, 1, 1), law=other).routes[0].conditions[0].answer == "met"


MODULE = '''
from datetime import date
from rules.logic import met
from rules.rule import rule, route
from rules.words import say

@rule("language", title="Sings", cites=("Bill",), since=date(2022, 1, 1), until=date(2022, 12, 31))
def sings(case):
    """Sings."""
    return met(say("Sang"), case.path("hungarian"))

route("song", title="By song", cites=("Bill",), since=date(2022, 1, 1), conditions=("language",))
'''


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2021-12-31", "Knows Hungarian"), ("2022-01-01", "Sings"), ("2022-12-31", "Sings"), ("2023-01-01", "Knows Hun")],
)
def test_a_module_replaces_a_rule_on_its_days(law, day, expected):
    titles = dict(rules.words.TITLES)
    songs = law('module = "more.py"', MODULE)
    conditions = {
        each.id: each for each in rules.assess(DESCENT, date.fromisoformat(day), law=songs)["song"].conditions
    }

    assert conditions["language"].title.startswith(expected)
    assert "song" not in rules.ROUTES
    assert titles == rules.words.TITLES
    assert [each.title for each in rules.CONDITIONS["language"]] == ["Knows Hungarian"] * 2


def test_laws_in_threads_do_not_meet(law):
    eight = law("[parameters.spouse_years]\nvalue = 8")
    seen: list[set[str]] = []

    def ask(each):
        seen.append({spouse(each) for _ in range(50)})

    threads = [threading.Thread(target=ask, args=(each,)) for each in (eight, None, eight, None)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(map(sorted, seen)) == [["met"], ["met"], ["not_met"], ["not_met"]]


def test_each_law_has_its_version_and_overlays_may_lie_on_overlays(law, tmp_path):
    eight = law("[parameters.spouse_years]\nvalue = 8")
    (tmp_path / "two.toml").write_text("[routes.oath]\noff = true")
    both = rules.read_law(tmp_path / "two.toml", eight)

    assert len({eight.version, both.version, rules.VERSION}) == 3
    assert rules.BUILT_IN.version == rules.VERSION
    assert spouse(both) == "met"
    assert "oath" not in both.routes


FAULTS = [
    ("x = 1", "not known here"),
    ("[", "not TOML"),
    ("title = 3", "title must be text"),
    ("rules = 3", "rules must be a table"),
    ("[rules.nobody]\noff = true", "no such rule"),
    ("[routes.nobody]\noff = true", "no such route"),
    ("[rules.language]\noff = 1", "true or false"),
    ('[rules.language]\noff = true\ntitle = "x"', "nothing else"),
    ("[rules.language]\nsince = 2020-01-01", "2 wordings"),
    ("[rules.language]\nwording = 1900-01-01", "no wording is in force"),
    ("[rules.language]\nwording = 2021-01-01\nsince = 2015-01-01", "two wordings in force"),
    ("[rules.consent]\nuntil = 1980-01-01", "before it begins"),
    ("[rules.consent]\nsince = 2015-01-01T10:00:00", "must be a date"),
    ("[rules.consent]\ncites = []", "list of texts"),
    ("[rules.citizen]\noff = true", "has no condition left"),
    ("[rules.citizen]\nsince = 1990-01-01", "has no condition left"),
    ("[rules.citizen]\nuntil = 1990-01-01", "has no condition left on 1990-01-02"),
    ('[routes.citizen]\nconditions = ["nobody"]', "no rule answers"),
    ("[parameters.nothing]\nvalue = 3", "no such parameter"),
    ("[parameters.spouse_years]\nvalue = -1", "whole number"),
    ("[parameters.spouse_years]\nvalue = true", "whole number"),
    ("[parameters.spouse_years]\nvalue = 2020-01-01", "whole number"),
    ("[parameters.act_1957]\nvalue = 7", "must be a date"),
    ("[parameters.spouse_years]", "either"),
    ("[parameters.spouse_years]\nvalues = 7", "list of tables"),
    ("[parameters.spouse_years]\nvalues = [{ value = 7 }]", "needs `from`"),
    ('module = "nowhere.py"', "cannot be read"),
    ('module = "more.py"', "neither a rule nor a route"),
]


@pytest.mark.parametrize(("toml", "words"), FAULTS)
def test_a_faulty_overlay_is_refused_in_one_sentence(law, tmp_path, capsys, toml, words):
    with pytest.raises(rules.OverlayError, match=words):
        law(toml)
    for command in ("assess", "explain", "ask", "law", "diff"):
        assert main([command, "--law", str(tmp_path / "law.toml")]) == 2
        said = capsys.readouterr()
        assert not said.out
        assert words in said.err
        assert len(said.err.strip().split("\n")) == 1


@pytest.mark.parametrize("module", ["1 / 0", "def", MODULE.replace('title="Sings",', ""), MODULE + "\n" + MODULE])
def test_a_module_that_fails_is_told(law, module):
    with pytest.raises(rules.OverlayError, match="failed"):
        law('module = "more.py"', module)


@pytest.mark.parametrize("mistake", ["1 / 0", "'yes'"])
def test_a_rule_that_fails_is_told_in_the_place_of_the_case(law, tmp_path, capsys, mistake):
    law('module = "more.py"', MODULE.replace('met(say("Sang"), case.path("hungarian"))', mistake))
    case = tmp_path / "case.json"
    case.write_text(json.dumps({**DESCENT, "as_of": "2022-05-05"}))

    assert main(["assess", "--law", str(tmp_path / "law.toml"), str(case)]) == 2
    assert "the rule language" in json.loads(capsys.readouterr().out)["error"]["message"]


def test_an_overlay_that_is_not_there(capsys):
    assert main(["law", "--law", "/nowhere.toml"]) == 2
    assert "/nowhere.toml cannot be read" in capsys.readouterr().err


def test_the_list_of_rules_of_another_law(law, tmp_path, capsys):
    law('title = "By song"\nmodule = "more.py"', MODULE)

    assert main(["law", "--law", str(tmp_path / "law.toml"), "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [each["until"] for each in listed["rules"] if each["id"] == "language"] == [
        "2020-01-31", "2021-12-31", "2022-12-31", "",
    ]  # fmt: skip
