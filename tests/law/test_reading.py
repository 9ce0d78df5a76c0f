"""Faulty and hostile facts: told with a path, never a crash."""

import pytest

from rules import FactsError, assess, parse
from tests.law.families import DESCENT, changed

ONE = {"as_of": "2024-05-10", "applicant": "a", "people": {"a": {}}}


@pytest.mark.parametrize(
    ("case", "path"),
    [
        ([], ""),
        ({}, "applicant"),
        ({"applicant": "a"}, "people"),
        ({"applicant": "b", "people": {"a": {}}}, "applicant"),
        ({"applicant": "a", "people": []}, "people"),
        ({"applicant": "a", "people": {"a": []}}, "people.a"),
        ({"applicant": "a", "people": {"a": {}}, "extra": 1}, "extra"),
        ({"applicant": "a", "people": {"a": {}}, "as_of": "2024"}, "as_of"),
        ({"applicant": "a", "people": {"a": {}}, "as_of": 5}, "as_of"),
        ({"applicant": "a" * 3000, "people": {"a": {}}}, "applicant"),
        ({"applicant": "a", "people": {"a": {}, 3: {}}}, "people"),
    ],
)
def test_a_case_that_is_none(case, path):
    with pytest.raises(FactsError) as raised:
        parse(case)

    assert raised.value.path == path
    assert raised.value.message


@pytest.mark.parametrize(
    ("fact", "value", "path"),
    [
        ("shoe_size", 41, "people.a.shoe_size"),
        ("sex", "other", "people.a.sex"),
        ("born", {"on": "1912-02-30"}, "people.a.born.on"),
        ("born", {"on": "0000-01-01"}, "people.a.born.on"),
        ("born", {"on": "\uff11\uff19\uff11\uff12"}, "people.a.born.on"),
        ("born", {"on": "1912-1"}, "people.a.born.on"),
        ("born", {"area": "ro-cj"}, "people.a.born.area"),
        ("born", "1912", "people.a.born"),
        ("parents", [{"by": "birth"}], "people.a.parents.0.person"),
        ("parents", [{"person": "ghost"}], "people.a.parents.0.person"),
        ("parents", [{"person": "a"}], "people.a.parents"),
        ("parents", "a", "people.a.parents"),
        ("parents_married", "yes", "people.a.parents_married"),
        ("marriages", [{"to": "ghost"}], "people.a.marriages.0.to"),
        ("citizenships", [{"from": "1990"}], "people.a.citizenships.0.country"),
        ("citizenships", [{"country": "HUN"}], "people.a.citizenships.0.country"),
        ("citizenships", [{"country": "HU", "evidence": [{}]}], "people.a.citizenships.0.evidence.0.kind"),
        ("events", [{"kind": "vanished"}], "people.a.events.0.kind"),
        ("events", [{"kind": "emigrated"}] * 501, "people.a.events"),
        ("grant", {"place_changes": -1}, "people.a.grant.place_changes"),
        ("grant", {"place_changes": True}, "people.a.grant.place_changes"),
        ("hungarian", ["shown"], "people.a.hungarian"),
        ("hungarian", {"shown": 1}, "people.a.hungarian"),
    ],
)
def test_a_faulty_fact_is_told_with_its_path(fact, value, path):
    with pytest.raises(FactsError) as raised:
        parse(changed(ONE, {"people.a": {fact: value}}))

    assert raised.value.path == path


def test_null_is_not_known_everywhere():
    nothing = dict.fromkeys(("name", "sex", "born", "parents", "citizenships", "events", "grant", "oath"))

    assert parse({**ONE, "people": {"a": nothing}}).applicant == parse(ONE).applicant


def test_circles_and_endless_lines_are_refused():
    circle = {"a": {"parents": [{"person": "b"}]}, "b": {"parents": [{"person": "a"}]}}
    line = {f"p{number}": {"parents": [{"person": f"p{number + 1}"}]} for number in range(60)} | {"p60": {}}

    with pytest.raises(FactsError, match="own ancestor"):
        parse({"applicant": "a", "people": circle})
    with pytest.raises(FactsError, match="generations"):
        parse({"applicant": "p0", "people": line})
    with pytest.raises(FactsError, match="more than 1000 people"):
        parse({"applicant": "p0", "people": {f"p{number}": {} for number in range(1001)}})


def test_people_who_marry_each_other_in_a_circle_are_answered():
    people = {
        "a": {"marriages": [{"to": "b", "from": "1930"}], "born": {"on": "1900"}},
        "b": {"marriages": [{"to": "a", "from": "1930"}], "born": {"on": "1900"}},
    }

    assert assess({**ONE, "people": people}, routes=["citizen"])["citizen"].outcome == "unknown"


def test_without_a_day_there_is_no_law_to_apply():
    with pytest.raises(FactsError) as raised:
        assess({"applicant": "a", "people": {"a": {}}})

    assert raised.value.path == "as_of"


def test_an_unknown_route_is_an_error():
    with pytest.raises(KeyError):
        assess(DESCENT, routes=["by_magic"])
