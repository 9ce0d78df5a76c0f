"""Any JSON gives an answer or a FactsError, and in time: circles, impossible lives, long lines, floods of facts."""

import json
import time

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import rules
from rules.__main__ import main
from rules.explain import as_json, as_text, as_tree
from rules.reading import _PERSON
from tests.law.families import DESCENT, changed
from tests.property.test_rules import cases

QUICK = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
ODD_TEXT = st.one_of(
    st.text(max_size=6),
    st.sampled_from(
        [
            "",
            ".",
            "people",
            "a.b",
            "\u0000",
            "\ud800",
            "\u202eabc",
            "e\u0301",
            "\U0001f1ed\U0001f1fa",
            "{who}",
            "%s",
            "x" * 3000,
        ]
    ),
)
ODD_NUMBER = st.sampled_from([0, -1, 10**30, -(10**400), 1e308, float("nan"), float("inf"), 2**63])
ODD_DAY = st.sampled_from(
    [
        "0001",
        "9999",
        "9999-12-31",
        "0001-01-01",
        "2024-02-30",
        "2024-13",
        "0000",
        "२०२४",
        "2024-1-1",
        "1900-02-29",
        "9999-12",
    ]
)
LEAF = st.one_of(
    st.none(), st.booleans(), ODD_NUMBER, ODD_TEXT, ODD_DAY, st.sampled_from(["HU", "RO-CJ", "birth", "a", "b"])
)
INNER = st.sampled_from(
    ["on", "from", "to", "until", "person", "by", "country", "area", "place", "kind", "evidence", "standing", "acquired_by",
     "lost_by", "document", "summons_delivered", "oath_due", "place_changes"]
)  # fmt: skip
VALUE = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(INNER | ODD_TEXT, inner, max_size=4), max_leaves=6
)
PERSON = st.dictionaries(st.sampled_from(sorted(_PERSON)), VALUE, max_size=6)
CASE = st.fixed_dictionaries(
    {
        "applicant": st.sampled_from(["a", "b"]) | ODD_TEXT,
        "people": st.dictionaries(st.sampled_from("ab") | ODD_TEXT, PERSON),
    },
    optional={"as_of": ODD_DAY | LEAF, "x": LEAF},
)


def answered(case):
    """Ask for everything; the assessment, or None where the case was refused."""
    try:
        assessed = rules.assess(case)
        rules.questions(case)
    except rules.FactsError:
        return None
    for language in ("en", "hu"):
        as_text(assessed, language)
        as_tree(assessed, language)
        json.loads(as_json(assessed, language))
    json.dumps(assessed.as_dict()).encode()
    return assessed


@QUICK
@given(CASE | VALUE)
def test_any_json_is_answered_or_refused(case):
    answered(case)


@QUICK
@given(cases, st.data())
def test_a_case_with_one_thing_broken_is_answered_or_refused(case, data):
    broken = json.loads(json.dumps(case))
    place, key = broken, data.draw(st.sampled_from(["people", "as_of", "applicant"]))
    while isinstance(place[key], (dict, list)) and place[key] and data.draw(st.integers(0, 5)):
        place = place[key]
        key = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else list(range(len(place)))))
    place[key] = data.draw(VALUE)

    answered(broken)


def line(length):
    """A line of ancestors of this many generations, nothing else known of them."""
    people = {f"p{number}": {"parents": [{"person": f"p{number + 1}"}]} for number in range(length - 1)}
    return {"as_of": "2024-01-01", "applicant": "p0", "people": {**people, f"p{length - 1}": {}}}


@pytest.mark.parametrize(("length", "accepted"), [(1, True), (39, True), (40, True), (41, False), (900, False)])
def test_lines_of_forty_generations(length, accepted):
    assert (answered(line(length)) is not None) == accepted


def test_forty_generations_of_cousins_are_answered_in_time():
    """Both parents of each are the same two of the generation above: a million paths, eighty people."""
    people = {
        f"{side}{number}": {
            "parents": [{"person": f"f{number + 1}"}, {"person": f"m{number + 1}"}],
            "born": {"on": "1900"},
        }
        for number in range(39)
        for side in "fm"
    }
    case = {"as_of": "2024-01-01", "applicant": "f0", "people": {**people, "f39": {}, "m39": {}}}
    began = time.process_time()

    assert answered(case) is not None
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "people",
    [
        {"a": {"parents": [{"person": "a"}]}},
        {"a": {"parents": [{"person": "b"}]}, "b": {"parents": [{"person": "a"}]}},
        {"a": {"parents": [{"person": "b", "by": "adoption"}]}, "b": {"parents": [{"person": "a"}]}},
    ],
)
def test_nobody_is_their_own_ancestor(people):
    with pytest.raises(rules.FactsError, match="ancestor"):
        rules.assess({"as_of": "2024-01-01", "applicant": "a", "people": people})


@pytest.mark.parametrize(
    "people",
    [
        {"a": {"marriages": [{"to": "a"}]}},
        {"a": {"marriages": [{"to": "b"}]}, "b": {"marriages": [{"to": "a"}], "parents": [{"person": "a"}]}},
        {"a": {"children": ["a", "nobody"]}},
        {"a": {"events": [{"kind": "legitimated", "by": "a"}]}},
        {"a": {"events": [{"kind": "legitimated", "by": "b"}]}, "b": {"events": [{"kind": "legitimated", "by": "a"}]}},
        {
            "a": {"events": [{"kind": "acknowledged", "by": "b"}]},
            "b": {"events": [{"kind": "acknowledged", "by": "a"}]},
        },
        {"a": {"custody": ["a", "nobody"], "consent_of": ["nobody"], "born": {"on": "2020"}}},
    ],
)
def test_circles_through_marriages_events_and_children_are_answered(people):
    sexes = {key: {**person, "sex": "female"} for key, person in people.items()}

    assert answered({"as_of": "2024-01-01", "applicant": "a", "people": people})
    assert answered({"as_of": "1940-01-01", "applicant": "a", "people": sexes})


@pytest.mark.parametrize(
    "changes",
    [
        {"people.father.born.on": "1995-01-01"},
        {"people.father.died": "1930"},
        {"people.applicant.died": "1890-01-01"},
        {"people.grandfather.born.on": "9999-12-31"},
        {"people.grandfather.born.on": "0001"},
        {"people.applicant.born.on": "9999"},
        {"as_of": "0001-01-01"},
        {"as_of": "9999-12-31"},
        {"people.grandfather.citizenships.0.to": "0001-01-01"},
        {"people.father.events": [{"kind": "emigrated", "on": "9999-12-31"}, {"kind": "returned", "on": "0001"}]},
        {"people.applicant.grant": {"on": "9999-12-31", "oath_due": "0001-01-01", "summons_delivered": "9999"}},
        {"people.applicant.marriages": [{"from": "9999-12", "until": "0001", "to": "mother"}]},
    ],
)
def test_impossible_lives_are_answered(changes):
    assert answered(changed(DESCENT, changes)) is not None


def flooded(people):
    """Ten megabytes of facts, all of them well formed."""
    evidence = [{"kind": "k" * 100, "document": "d" * 400, "standing": "doubted"}] * 20
    citizenships = [{"country": "HU", "from": "1900", "to": "1901", "evidence": evidence}]
    person = {"name": "n" * 1500, "citizenships": citizenships, "events": [{"kind": "emigrated", "on": "1900"}] * 2}
    return {"as_of": "2024-01-01", "applicant": "p0", "people": {f"p{number}": person for number in range(people)}}


@pytest.mark.parametrize("people", [900, 1100])
def test_ten_megabytes_are_answered_or_refused_in_time(people):
    case = flooded(people)
    assert len(json.dumps(case)) > 10_000_000
    began = time.process_time()

    assert (answered(case) is not None) == (people <= 1000)
    assert time.process_time() - began < 10


def full(entries, spouse):
    """A person with so many entries in every list, on days of their own."""

    def day(number, year):
        return f"{year + number // 300:04}-{number // 25 % 12 + 1:02}-{number % 25 + 1:02}"

    each = range(entries)
    return {
        "sex": "female" if spouse == "b" else "male",
        "born": {"on": "1870"},
        "citizenships": [{"country": "HU", "from": day(number, 1870)} for number in each],
        "events": [
            {"kind": "emigrated" if number % 2 else "absence_interrupted", "on": day(number, 1905)} for number in each
        ],
        "marriages": [{"to": spouse, "from": day(number, 1890)} for number in each],
        "residences": [{"country": "US", "from": day(number, 1900)} for number in each],
        "domicile_right": [{"area": "RO-CJ", "from": day(number, 1900)} for number in each],
    }


@pytest.mark.parametrize(("entries", "people", "accepted"), [(300, "ab", True), (501, "a", False), (500, "abc", False)])
def test_as_many_entries_as_are_allowed_are_answered_in_time(entries, people, accepted):
    case = {key: full(entries, "b" if key == "a" else "a") for key in people} | ({} if "b" in people else {"b": {}})
    began = time.process_time()

    assert (answered({"as_of": "2024-01-01", "applicant": "a", "people": case}) is not None) == accepted
    assert time.process_time() - began < 60


def test_half_a_character_is_refused():
    with pytest.raises(rules.FactsError, match="half a character"):
        rules.parse({"applicant": "\ud800", "people": {"\ud800": {}}})


@pytest.mark.parametrize(
    "line",
    [
        '{"applicant": "\\ud800", "people": {"\\ud800": {}}, "as_of": "2024-01-01"}',
        '{"applicant": "a", "people": {"a": {"\\udfff": 1}}}',
        '{"applicant": "a", "people": {"a": {"name": NaN}}}',
        '{"applicant": "a", "people": {"a": {"grant": {"place_changes": ' + "9" * 5000 + "}}}}",
        '{"applicant": "a", "people": {"a": {"name": "\\u202e\\u0000"}}, "as_of": "2024-01-01"}',
        '{"applicant": "a", "people": ' + '{"a":' * 5000 + "1" + "}" * 5001,
        '{"' + "k" * 1_000_000 + '": 1}',
    ],
)
@pytest.mark.parametrize("command", ["assess", "explain", "ask"])
def test_the_command_answers_hostile_lines(tmp_path, capsys, command, line):
    (tmp_path / "cases.jsonl").write_text(line + "\n" + json.dumps(DESCENT) + "\n")

    assert main([command, str(tmp_path / "cases.jsonl")]) in (0, 2)
    said = capsys.readouterr().out
    assert len(said) < 500_000
    assert said.encode()
