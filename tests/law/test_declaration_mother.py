"""Ápt. 5/A. § (1) c) and d): the child of a Hungarian mother, and the letter whose text was not found."""

import pytest

from tests.law.families import answer, outcome

MOTHERS = {
    "as_of": "2024-11-11",
    "applicant": "a",
    "people": {
        "a": {
            "born": {"on": "1957-09-30", "area": "FR-75"},
            "citizenships": [{"country": "FR"}],
            "events": [],
            "parents": [{"person": "father"}, {"person": "mother"}],
            "parents_married": True,
        },
        "father": {
            "sex": "male",
            "citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1918-01-01", "to": "1950-01-01"}],
            "events": [{"kind": "deprived", "on": "1950-01-01", "by": "1948:LX"}],
        },
        "mother": {
            "sex": "female",
            "born": {"on": "1922-02-02"},
            "citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1922-02-02"}],
            "events": [],
            "marriages": [{"to": "father", "from": "1944-04-04"}],
        },
    },
}
FOREIGN_FATHER = {"people.father": {"sex": "male", "citizenships": [{"country": "FR"}], "events": []}}


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("1957-09-29", "met"),
        ("1957-09-30", "met"),
        ("1957-10-01", "not_met"),
        ("1957-09", "met"),
        ("1957", "unknown"),
        ("1949-12-31", "not_met"),
        ("1950-01-01", "met"),
    ],
)
def test_children_of_a_hungarian_mother_born_before_october_1957(born, expected):
    assert outcome("declaration_c", MOTHERS, {"people.a.born.on": born}) == expected


@pytest.mark.parametrize(
    ("married", "expected"),
    [
        ("1949-01-31", "not_met"),
        ("1949-02-01", "officer"),
        ("1955-01-01", "officer"),
        ("1957-09-29", "officer"),
        ("1949", "unknown"),
        (None, "unknown"),
    ],
)
def test_a_marriage_to_a_foreigner_decides_about_the_mother(married, expected):
    marriage = {"to": "father"} if married is None else {"to": "father", "from": married}

    assert outcome("declaration_c", MOTHERS, FOREIGN_FATHER | {"people.mother.marriages": [marriage]}) == expected


@pytest.mark.parametrize(
    ("born", "expected"), [("1940-05-05", "not_met"), ("1949-01-31", "not_met"), ("1949-02-01", "met")]
)
def test_a_child_in_wedlock_shows_a_marriage_that_is_not_listed(born, expected):
    changes = FOREIGN_FATHER | {"people.mother.marriages": None, "people.a.born.on": born}

    assert answer("declaration_c", "mother_citizen_at_birth", MOTHERS, changes) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"people.a.parents_married": False}, "not_met"),
        ({"people.a.parents_married": None}, "unknown"),
        ({"people.mother.citizenships": [{"country": "FR"}], "people.mother.marriages": []}, "not_met"),
        ({"people.mother.citizenships": None}, "met"),
        ({"people.mother.citizenships": None, "people.mother.marriages": []}, "unknown"),
        ({"people.a.parents": [{"person": "mother"}]}, "unknown"),
        ({"people.a.parents": [{"person": "father"}]}, "unknown"),
        ({"people.a.parents": None}, "unknown"),
        ({"people.father.sex": None}, "met"),
        ({"people.father.sex": None, "people.mother.sex": None}, "unknown"),
        ({"people.a.parents.1.evidence": [{"kind": "x", "standing": "doubted"}]}, "officer"),
        (
            {
                "people.father.citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1918-01-01"}],
                "people.father.events": [],
            },
            "not_met",
        ),
    ],
)
def test_mother_and_father(changes, expected):
    assert outcome("declaration_c", MOTHERS, changes) == expected


@pytest.mark.parametrize(
    ("citizenships", "expected"),
    [
        ([], "officer"),
        (None, "officer"),
        ([{"country": "RS"}], "officer"),
        ([{"country": "HU", "acquired_by": "birth", "from": "2010-01-01"}], "not_met"),
    ],
)
def test_letter_d_is_for_a_person(citizenships, expected):
    facts = {"as_of": "2024-11-12", "applicant": "a", "people": {"a": {"citizenships": citizenships}}}

    assert outcome("declaration_d", facts) == expected
