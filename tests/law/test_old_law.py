"""The citizen route through the old Acts: cession and option, awards, exchange, 1945–50, marriage."""

import pytest

from tests.law.families import outcome

OLD = {
    "as_of": "1950-05-05",
    "applicant": "a",
    "people": {
        "a": {
            "sex": "male",
            "born": {"on": "1900-01-01"},
            "citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1900-01-01"}],
            "events": [],
            "domicile_right": [{"area": "HU-HB"}],
        }
    },
}
OPTED = [{"kind": "option", "on": "1922-01-01", "country": "RO"}]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "met"),
        ({"people.a.domicile_right": [{"area": "RO-CJ"}]}, "not_met"),
        ({"people.a.events": OPTED}, "officer"),
        ({"people.a.events": OPTED, "people.a.domicile_right": []}, "officer"),
        ({"people.a.events": OPTED, "people.a.domicile_right": None}, "officer"),
        ({"people.a.events": OPTED, "as_of": "1921-12-31"}, "met"),
        ({"people.a.events": [{**OPTED[0], "country": "HU"}]}, "met"),
        (
            {"people.a.events": [{**OPTED[0], "country": "HU"}], "people.a.domicile_right": [{"area": "RO-CJ"}]},
            "officer",
        ),
        ({"as_of": "1921-07-25", "people.a.domicile_right": [{"area": "RO-CJ"}]}, "met"),
        ({"as_of": "1921-07-26", "people.a.domicile_right": [{"area": "RO-CJ"}]}, "not_met"),
    ],
)
def test_cession_and_option(changes, expected):
    assert outcome("citizen", OLD, changes) == expected


@pytest.mark.parametrize(("day", "expected"), [("1947-09-14", "met"), ("1947-09-15", "officer")])
def test_three_villages_stayed_until_the_paris_treaty(day, expected):
    changes = {"as_of": day, "people.a.domicile_right": [{"place": "Oroszvár", "area": "SK-BL"}]}

    assert outcome("citizen", OLD, changes) == expected


@pytest.mark.parametrize(
    ("since", "area", "day", "expected"),
    [
        ("1938-11-02", "SK-KI", "1938-11-01", "not_met"),
        ("1938-11-02", "SK-KI", "1938-11-02", "met"),
        ("1939-03-15", "UA-21", "1945-01-19", "met"),
        ("1940-08-30", "RO-CJ", "1945-01-19", "met"),
        ("1940-08-30", "RO-CJ", "1945-01-20", "not_met"),
        ("1941-04-11", "RS-03", "1945-01-19", "met"),
        ("1941-04-11", "RS-03", "1945-01-20", "officer"),
        (None, "RS-03", "1945-01-20", "officer"),
        (None, "RO-CJ", "1945-01-20", "not_met"),
    ],
)
def test_what_the_awards_gave_ended_with_the_armistice(since, area, day, expected):
    entry = {"country": "HU", "acquired_by": "annexation", "from": since} if since else {
        "country": "HU", "acquired_by": "annexation"}  # fmt: skip
    changes = {"as_of": day, "people.a.citizenships": [entry], "people.a.born.area": area}

    assert outcome("citizen", OLD, changes | {"people.a.domicile_right": []}) == expected


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"kind": "exchanged", "on": "1947-05-05", "country": "SK"}, "not_met"),
        ({"kind": "exchanged", "on": "1950-05-06", "country": "SK"}, "met"),
        ({"kind": "resettled", "on": "1946-05-05", "by": "7970/1946"}, "not_met"),
        ({"kind": "deprived", "on": "1950-05-05", "by": "1948:LX"}, "not_met"),
        ({"kind": "deprived", "on": "1950-05-06", "by": "1948:LX"}, "met"),
        ({"kind": "dismissed", "on": "1950"}, "unknown"),
        ({"kind": "naturalised_abroad", "on": "1938-12-31", "country": "US"}, "met"),
        ({"kind": "naturalised_abroad", "on": "1939-01-01", "country": "US"}, "officer"),
        ({"kind": "naturalised_abroad", "on": "1949-01-31", "country": "US"}, "officer"),
        ({"kind": "naturalised_abroad", "on": "1949-02-01", "country": "US"}, "met"),
    ],
)
def test_losses_of_1945_to_1950(event, expected):
    assert outcome("citizen", OLD, {"people.a.events": [event]}) == expected


@pytest.mark.parametrize(("day", "expected"), [("1946-05-14", "not_met"), ("1946-05-15", "met"), ("1947-05-05", "met")])
def test_who_moved_in_with_the_exchange_became_a_citizen(day, expected):
    changes = {
        "people.a.born.on": "1925-01-01",
        "people.a.citizenships": [{"country": "SK"}],
        "people.a.events": [{"kind": "exchanged", "on": day, "country": "HU"}],
    }

    assert outcome("citizen", OLD, changes) == expected


WIFE = {
    "as_of": "2024-05-10",
    "applicant": "wife",
    "people": {
        "wife": {
            "sex": "female",
            "born": {"on": "1925-01-01"},
            "citizenships": [{"country": "AT"}],
            "events": [],
            "marriages": [{"to": "husband", "from": "1948-06-06"}],
            "parents": [],
        },
        "husband": {
            "sex": "male",
            "citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1920-01-01"}],
        },
    },
}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1949-01-31", "met"),
        ("1949-02-01", "officer"),
        ("1957-09-30", "officer"),
        ("1957-10-01", "not_met"),
        ("1949", "unknown"),
    ],
)
def test_a_foreign_wife_of_a_hungarian(day, expected):
    assert outcome("citizen", WIFE, {"people.wife.marriages.0.from": day, "people.wife.born.area": "AT-9"}) == expected


@pytest.mark.parametrize(
    ("born", "married", "father", "expected"),
    [
        ("1949-01-31", True, "AT", "not_met"),
        ("1949-02-01", True, "AT", "met"),
        ("1948-05-05", False, "AT", "met"),
        ("1948-05-05", None, "AT", "met"),
        ("1948-05-05", True, "HU", "met"),
    ],
)
def test_a_child_born_in_wedlock_before_1949_shows_the_marriage(born, married, father, expected):
    changes = {
        "people.wife.marriages": None,
        "people.wife.citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1925-01-01"}],
        "people.husband.citizenships": [{"country": father, "acquired_by": "birth", "from": "1920-01-01"}],
        "people.child": {
            "born": {"on": born},
            "parents": [{"person": "wife"}, {"person": "husband"}],
            "parents_married": married,
        },
    }

    assert outcome("citizen", WIFE, changes) == expected


KASSA = {
    "as_of": "1944-05-05",
    "applicant": "son",
    "people": {
        "son": {"born": {"on": "1942-02-02"}, "events": [], "parents": [{"person": "father"}], "parents_married": True},
        "father": {
            "sex": "male",
            "born": {"on": "1910-01-01"},
            "events": [],
            "domicile_right": [{"area": "SK-KI"}],
            "residences": [{"country": "SK", "area": "SK-KI", "from": "1928-11-02", "kind": "domicile"}],
        },
    },
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "officer"),
        ({"people.father.residences.0.from": "1928-11-03"}, "unknown"),
        ({"people.father.residences.0.to": "1938-11-01"}, "unknown"),
        ({"people.father.residences.0.to": "1938-11-02"}, "officer"),
        ({"people.father.residences.0.kind": "stay"}, "unknown"),
        ({"people.father.residences.0.area": "SK-TC"}, "unknown"),
        ({"people.father.citizenships": [{"country": "CS"}]}, "unknown"),
        ({"people.son.citizenships": [{"country": "CS"}], "as_of": "1945-01-20"}, "not_met"),
        ({"as_of": "1945-01-19"}, "officer"),
        ({"as_of": "1945-01-20"}, "unknown"),
        ({"people.son.born.on": "1938-11-01", "as_of": "1938-11-01"}, "unknown"),
        ({"people.son.born.on": "1938-11-01"}, "officer"),
        ({"people.son.parents_married": False, "people.son.born.on": "1938-11-01"}, "unknown"),
    ],
)
def test_regained_by_the_award_where_a_father_was_at_home(changes, expected):
    assert outcome("citizen", KASSA, changes) == expected
