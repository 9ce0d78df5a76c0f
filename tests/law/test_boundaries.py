"""The day before, the day, and the day after: each number and each turning day of the law."""

import pytest

from tests.law.families import DESCENT, SPOUSE, answer, changed, outcome

CHILD = {
    "people.applicant.parents": [{"person": "father"}, {"person": "mother"}],
    "people.applicant.parents_married": True,
    "people.applicant.events": [],
    "people.applicant.marriages": [],
}


@pytest.mark.parametrize(("day", "expected"), [("2010-12-31", "not_met"), ("2011-01-01", "met"), ("2011-01-02", "met")])
def test_simplified_naturalisation_exists_since_2011(day, expected):
    assert outcome("simplified_descent", DESCENT, {"as_of": day}) == expected


@pytest.mark.parametrize(("day", "expected"), [("2013-02-28", "not_met"), ("2013-03-01", "met")])
def test_the_spouses_route_exists_since_march_2013(day, expected):
    changes = {"as_of": day, "people.applicant.marriages.0.from": "1990-01-01"}

    assert outcome("simplified_spouse", SPOUSE, changes) == expected


@pytest.mark.parametrize(
    ("born", "expected"), [("2010-05-11", "met"), ("2010-05-10", "not_met"), ("2010-05-09", "not_met")]
)
def test_hungarian_is_asked_from_the_14th_birthday(born, expected):
    changes = {"people.applicant.born.on": born, "people.applicant.hungarian": "none"}

    assert answer("simplified_descent", "language", DESCENT, changes) == expected


@pytest.mark.parametrize(("born", "expected"), [("2006-05-10", "met"), ("2006-05-11", "unknown")])
def test_from_18_nobody_has_to_consent(born, expected):
    assert answer("simplified_descent", "consent", DESCENT, {"people.applicant.born.on": born}) == expected


@pytest.mark.parametrize(
    ("consents", "expected"), [(["father"], "unknown"), (["father", "mother"], "met"), ([], "unknown")]
)
def test_both_parents_consent_for_a_minor(consents, expected):
    changes = {"people.applicant.born.on": "2012-01-01", "people.applicant.consent_of": consents}

    assert answer("simplified_descent", "consent", DESCENT, changes) == expected


@pytest.mark.parametrize(
    "changes",
    [
        {"people.applicant.custody": ["mother"], "people.applicant.consent_of": ["mother"]},
        {"people.father.died": "2020", "people.applicant.consent_of": ["mother"]},
    ],
)
def test_custody_or_a_death_lets_one_consent_suffice(changes):
    changes = {"people.applicant.born.on": "2012-01-01", **changes}

    assert answer("simplified_descent", "consent", DESCENT, changes) == "met"


@pytest.mark.parametrize(
    ("since", "expected"), [("2014-05-09", "met"), ("2014-05-10", "met"), ("2014-05-11", "not_met")]
)
def test_ten_years_of_marriage(since, expected):
    assert outcome("simplified_spouse", SPOUSE, {"people.applicant.marriages.0.from": since}) == expected


@pytest.mark.parametrize(
    ("since", "expected"), [("2019-05-10", "met"), ("2019-05-11", "not_met"), ("2021-02-01", "not_met")]
)
def test_five_years_with_a_common_child(since, expected):
    changes = {
        "people.applicant.marriages.0.from": since,
        "people.applicant.children": ["kid"],
        "people.kid": {"born": {"on": "2021-01-01"}, "parents": [{"person": "applicant"}, {"person": "wife"}]},
    }

    assert outcome("simplified_spouse", SPOUSE, changes) == expected


def test_a_child_born_before_the_marriage_is_for_a_person():
    changes = {
        "people.applicant.marriages.0.from": "2019-05-10",
        "people.applicant.children": ["kid"],
        "people.kid": {"born": {"on": "2019-05-09"}, "parents": [{"person": "applicant"}, {"person": "wife"}]},
    }

    assert outcome("simplified_spouse", SPOUSE, changes) == "officer"


@pytest.mark.parametrize(("born", "expected"), [("1957-09-30", "not_met"), ("1957-10-01", "met")])
def test_either_parent_gives_citizenship_from_october_1957(born, expected):
    changes = CHILD | {
        "people.applicant.born.on": born,
        "people.father.parents": None,
        "people.mother.citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1930-01-01"}],
    }

    assert outcome("citizen", DESCENT, changes) == expected


@pytest.mark.parametrize(("married", "expected"), [("1949-01-31", "not_met"), ("1949-02-01", "officer")])
def test_a_hungarian_wife_of_a_foreigner_lost_citizenship_until_february_1949(married, expected):
    changes = CHILD | {
        "people.applicant.born.on": "1960-01-01",
        "people.father.parents": None,
        "people.mother.citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1928-01-01"}],
        "people.mother.marriages": [{"to": "father", "from": married}],
    }

    assert outcome("citizen", DESCENT, changes) == expected


@pytest.mark.parametrize(
    ("left", "expected"),
    [("1919-05-01", "not_met"), ("1929-08-31", "not_met"), ("1929-09-01", "met"), ("1930-01-01", "met")],
)
def test_ten_years_absence_ended_citizenship_for_departures_before_september_1929(left, expected):
    changes = CHILD | {
        "people.father.parents": None,
        "people.father.citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1900-01-01"}],
        "people.father.born.on": "1900-01-01",
        "people.father.events": [{"kind": "emigrated", "on": left, "country": "US"}],
    }

    assert outcome("citizen", DESCENT, changes) == expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([{"kind": "returned", "on": "1913-04-30"}], "met"),
        ([{"kind": "returned", "on": "1913-05-01"}], "not_met"),
        ([{"kind": "absence_interrupted", "on": "1912-01-01"}], "not_met"),
        ([{"kind": "absence_interrupted", "on": "1912-01-01"}, {"kind": "returned", "on": "1921-12-31"}], "met"),
        ([{"kind": "passport_expired", "on": "1930-01-01"}], "officer"),
    ],
)
def test_what_breaks_the_ten_years(events, expected):
    changes = CHILD | {
        "people.father.parents": None,
        "people.father.citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1880-06-01"}],
        "people.father.events": [{"kind": "emigrated", "on": "1903-05-01", "country": "US"}, *events],
    }

    assert outcome("citizen", DESCENT, changes) == expected


@pytest.mark.parametrize(("until", "expected"), [("1921-07-25", "met"), ("1921-07-26", "not_met"), ("1921", "unknown")])
def test_citizenship_followed_the_domicile_right_on_26_july_1921(until, expected):
    changes = CHILD | {
        "people.father.parents": None,
        "people.father.born.on": "1900-01-01",
        "people.father.citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1900-01-01"}],
        "people.father.domicile_right": [{"area": "RO-CJ", "to": until}],
    }

    assert outcome("citizen", DESCENT, changes) == expected


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ("HU-BU", "met"),
        ("RO-CJ", "met"),
        ("AT-1", "met"),
        ("AT-9", "unknown"),
        ("HR-21", "officer"),
        ("RO-BV", "officer"),
        ("RO", "unknown"),
        ("US-OH", "unknown"),
    ],
)
def test_a_domicile_right_proves_citizenship_where_the_area_belonged(area, expected):
    changes = {
        "people.grandfather.citizenships": None,
        "people.grandfather.born": {"on": "1901-06-01"},
        "people.grandfather.domicile_right": [{"area": area, "to": "1921-07-26"}],
    }

    assert answer("simplified_descent", "ancestry", DESCENT, changes) == expected


@pytest.mark.parametrize(("born", "expected"), [("1945-01-19", "met"), ("1945-01-20", "not_met")])
def test_the_armistice_ended_what_the_awards_gave(born, expected):
    changes = CHILD | {
        "as_of": "1945-01-19" if expected == "met" else "2024-05-10",
        "people.applicant.born.on": born,
        "people.father.parents": None,
        "people.father.citizenships": [{"country": "HU", "acquired_by": "annexation", "from": "1940-08-30"}],
    }

    assert outcome("citizen", DESCENT, changes) == expected


def test_whether_citizenship_of_the_delvidek_ended_is_for_a_person():
    changes = CHILD | {
        "people.father.parents": None,
        "people.father.citizenships": [
            {"country": "HU", "acquired_by": "annexation", "from": "1941-04-11", "to": "1945-01-20"}
        ],
    }

    assert outcome("citizen", DESCENT, changes) == "officer"


@pytest.mark.parametrize(
    ("place", "expected"), [({"area": "RO-CJ"}, "officer"), ({"area": "AT-9"}, "unknown"), ({}, "unknown")]
)
def test_birth_in_the_kingdom_alone_is_weighed_by_a_person(place, expected):
    changes = {"people.grandfather.citizenships": None, "people.grandfather.born": {"on": "1901-06-01", **place}}

    assert answer("simplified_descent", "ancestry", DESCENT, changes) == expected


@pytest.mark.parametrize(
    ("shown", "expected"), [("shown", "met"), ("partly", "officer"), ("claimed", "unknown"), ("none", "not_met")]
)
def test_knowledge_of_hungarian(shown, expected):
    assert outcome("simplified_descent", DESCENT, {"people.applicant.hungarian": shown}) == expected


def test_a_citizenship_proved_by_doubted_papers_alone_is_for_a_person():
    doubted = [{"kind": "church_register", "standing": "doubted"}]

    assert outcome("simplified_descent", DESCENT, {"people.grandfather.citizenships.0.evidence": doubted}) == "officer"
    both = [*doubted, {"kind": "birth_certificate", "standing": "verified"}]
    assert outcome("simplified_descent", DESCENT, {"people.grandfather.citizenships.0.evidence": both}) == "met"


OATH = {
    "as_of": "2025-03-01",
    "applicant": "a",
    "people": {
        "a": {
            "oath": "not_yet",
            "citizenships": [{"country": "BR"}],
            "grant": {"on": "2024-01-10", "summons_delivered": "2024-03-01", "identity_matches": True},
        }
    },
}


@pytest.mark.parametrize(("day", "expected"), [("2024-01-09", "not_met"), ("2024-01-10", "met"), ("2025-03-01", "met")])
def test_the_oath_within_a_year_of_the_summons(day, expected):
    assert outcome("oath", OATH, {"as_of": day}) == expected


@pytest.mark.parametrize(("fault", "expected"), [(None, "unknown"), (True, "not_met"), (False, "officer")])
def test_after_the_year_the_fault_decides(fault, expected):
    changes = {"as_of": "2025-03-02", "people.a.grant.own_fault": fault}

    assert outcome("oath", OATH, changes) == expected


@pytest.mark.parametrize(("died", "expected"), [("2025-03-01", "not_met"), ("2025-03-02", "met"), ("2025", "unknown")])
def test_the_dead_take_no_oath(died, expected):
    assert outcome("oath", OATH, {"people.a.died": died}) == expected


@pytest.mark.parametrize(
    ("day", "changes", "expected"),
    [("2024-09-26", 0, "met"), ("2024-09-27", 0, "not_met"), ("2024-09-26", 1, "not_met")],
)
def test_the_place_changes_once_by_the_fifth_day_before(day, changes, expected):
    facts = changed(OATH, {"people.a.grant.oath_due": "2024-10-01", "people.a.grant.place_changes": changes})

    assert outcome("oath_place_change", facts, {"as_of": day}) == expected


@pytest.mark.parametrize(
    ("country", "day", "expected"),
    [
        ("DE", "2007-08-27", "officer"),
        ("DE", "2007-08-28", "met"),
        ("SK", "2023-01-01", "officer"),
        ("RO", "2024-01-01", "met"),
        ("ZW", "2024-01-01", "officer"),
        ("MX", "2024-01-01", "unknown"),
    ],
)
def test_other_states(country, day, expected):
    facts = {"as_of": day, "applicant": "a", "people": {"a": {"citizenships": [{"country": country}]}}}

    assert outcome("dual_nationality", facts) == expected
