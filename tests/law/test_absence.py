"""Ten years' absence shared by the family, and births before the Act of 1879."""

import pytest

from tests.law.families import outcome

AWAY = {
    "as_of": "1930-01-01",
    "applicant": "a",
    "people": {
        "a": {
            "sex": "female",
            "born": {"on": "1900-01-01"},
            "citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1900-01-01"}],
            "events": [],
            "domicile_right": [{"area": "HU-HB"}],
            "parents": [{"person": "father"}],
            "parents_married": True,
            "residences": [{"country": "US", "from": "1905-05-05"}],
        },
        "father": {
            "sex": "male",
            "born": {"on": "1870-01-01"},
            "citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1870-01-01"}],
            "events": [{"kind": "emigrated", "on": "1905-05-05", "country": "US"}],
            "domicile_right": [{"area": "HU-HB"}],
        },
    },
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "not_met"),
        ({"as_of": "1915-05-04"}, "met"),
        ({"as_of": "1915-05-05"}, "not_met"),
        ({"people.a.born.on": "1891-05-06"}, "not_met"),
        ({"people.a.born.on": "1891-05-05"}, "met"),
        ({"people.a.born.on": "1891"}, "unknown"),
        ({"people.a.parents_married": False}, "met"),
        ({"people.a.residences": [{"country": "HU", "from": "1900-01-01"}]}, "met"),
        ({"people.a.residences": None}, "unknown"),
        ({"people.a.residences": [{"country": "DE", "from": "1900-01-01"}]}, "officer"),
        ({"people.father.events": [{"kind": "emigrated", "on": "1905-05-05", "country": "HU"}]}, "met"),
        (
            {
                "people.a.parents": [],
                "people.a.marriages": [{"to": "father", "from": "1915-05-05"}],
            },
            "not_met",
        ),
        ({"people.a.parents": [], "people.a.marriages": [{"to": "father", "from": "1915-05-06"}]}, "not_met"),
    ],
)
def test_the_family_shared_the_absence_of_its_head(changes, expected):
    assert outcome("citizen", AWAY, changes) == expected


@pytest.mark.parametrize(
    ("born", "expected"), [("1880-01-07", "officer"), ("1880-01-08", "met"), ("1880-01", "unknown")]
)
def test_births_before_the_act_of_1879_are_for_a_person(born, expected):
    changes = {
        "as_of": "1900-01-01",
        "people.a.born.on": born,
        "people.a.citizenships": [],
        "people.a.domicile_right": [],
        "people.a.marriages": [],
        "people.father.born.on": "1850-01-01",
        "people.father.citizenships.0.from": "1850-01-01",
        "people.father.events": [],
    }

    assert outcome("citizen", AWAY, changes) == expected
