"""Citizen by birth or presumption: foundlings, children of the stateless, fathers who came later, adoption."""

import pytest

from tests.law.families import changed, outcome

ALONE = {
    "as_of": "2024-05-10",
    "applicant": "a",
    "people": {"a": {"born": {"on": "2024-01-20", "area": "HU-BU"}, "citizenships": [], "events": [], "parents": []}},
}


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ({"on": "1993-10-01", "area": "HU"}, "met"),
        ({"on": "1993-09-30", "area": "HU"}, "officer"),
        ({"on": "2024-01-20", "area": "AT-9"}, "not_met"),
        ({"on": "2024-01-20"}, "unknown"),
        ({"area": "HU"}, "unknown"),
    ],
)
def test_a_foundling_is_presumed_a_citizen(born, expected):
    assert outcome("citizen", ALONE, {"people.a.born": born}) == expected


STATELESS = changed(
    ALONE,
    {
        "people.a.parents": [{"person": "father"}, {"person": "mother"}],
        "people.father": {
            "sex": "male",
            "citizenships": [],
            "residences": [{"country": "HU", "from": "1940-01-01", "kind": "domicile"}],
        },
        "people.mother": {
            "sex": "female",
            "citizenships": [],
            "residences": [{"country": "HU", "from": "2024-01-20", "kind": "domicile"}],
        },
    },
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "met"),
        ({"people.mother.residences.0.from": "2024-01-21"}, "not_met"),
        ({"people.mother.residences.0.kind": "stay"}, "not_met"),
        ({"people.mother.residences.0.kind": None}, "unknown"),
        ({"people.mother.residences": None}, "unknown"),
        ({"people.mother.residences": [{"country": "HU", "kind": "domicile"}]}, "unknown"),
        ({"people.mother.residences.0.evidence": [{"kind": "x", "standing": "doubted"}]}, "officer"),
        ({"people.mother.citizenships": [{"country": "SY"}]}, "not_met"),
        ({"people.mother.citizenships": None}, "unknown"),
        ({"people.a.born.area": "AT-9"}, "not_met"),
        ({"people.a.born": {"area": "HU"}}, "unknown"),
        ({"people.a.born.on": "1993-10-01", "people.mother.residences.0.from": "1990-01-01"}, "met"),
        ({"people.a.born.on": "1993-09-30", "people.mother.residences.0.from": "1990-01-01"}, "officer"),
        ({"people.a.born.on": "1949-02-01", "people.mother.residences.0.from": "1945-01-01"}, "officer"),
        ({"people.a.born.on": "1949-01-31", "people.mother.residences.0.from": "1945-01-01"}, "not_met"),
        ({"people.a.born.on": "1980-01-01", "people.mother.residences": None}, "not_met"),
    ],
)
def test_children_born_here_to_stateless_parents_at_home_here(changes, expected):
    assert outcome("citizen", STATELESS, changes) == expected


CHILD = {
    "as_of": "2024-05-10",
    "applicant": "a",
    "people": {
        "a": {
            "born": {"on": "1980-04-04", "area": "RO-CJ"},
            "citizenships": [{"country": "RO"}],
            "events": [],
            "parents": [{"person": "mother"}],
            "parents_married": False,
        },
        "mother": {"sex": "female", "citizenships": [{"country": "RO"}], "events": [], "marriages": []},
        "father": {"sex": "male", "citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1930-02-02"}]},
    },
}


@pytest.mark.parametrize(
    ("born", "kind", "day", "expected"),
    [
        ("1980-04-04", "acknowledged", "1990-01-01", "met"),
        ("1980-04-04", "legitimated", "1990-01-01", "met"),
        ("1980-04-04", "legitimated", "2024-05-11", "not_met"),
        ("1957-10-01", "legitimated", "1960-01-01", "met"),
        ("1957-09-30", "acknowledged", "1957-09-30", "not_met"),
        ("1957-09-30", "acknowledged", "1957-10-01", "officer"),
        ("1957-09-29", "legitimated", "1957-09-30", "met"),
        ("1957-09-29", "legitimated", "1957-10-01", "not_met"),
        ("1950-01-01", "legitimated", "1957", "unknown"),
    ],
)
def test_a_hungarian_father_who_came_later(born, kind, day, expected):
    changes = {"people.a.born.on": born, "people.a.events": [{"kind": kind, "on": day, "by": "father"}]}

    assert outcome("citizen", CHILD, changes) == expected


@pytest.mark.parametrize(("day", "expected"), [("1957-09-30", "officer"), ("1957-10-01", "met"), ("1957", "unknown")])
def test_legitimation_by_a_foreign_father(day, expected):
    changes = {
        "people.a.born.on": "1950-01-01",
        "people.a.events": [{"kind": "legitimated", "on": day, "by": "father"}],
        "people.father.citizenships": [{"country": "AT"}],
        "people.mother.citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1928-01-01"}],
    }

    assert outcome("citizen", CHILD, changes) == expected


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ([{"person": "father", "by": "adoption", "on": "1950-01-01"}], "not_met"),
        ([{"person": "father", "by": "adoption", "on": "2000-01-01"}, {"person": "mother"}], "not_met"),
        ([{"person": "father"}, {"person": "mother"}], "met"),
    ],
)
def test_adoption_makes_nobody_a_citizen(ties, expected):
    assert outcome("citizen", CHILD, {"people.a.parents": ties, "people.a.born.area": "HU-BU"}) == expected
