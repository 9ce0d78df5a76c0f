"""How citizenship ends: renunciation, withdrawal and suspension, each date and age with the day before and after."""

import pytest

import rules
from tests.law.families import answer, changed, outcome

ABROAD = {
    "as_of": "2024-12-01",
    "applicant": "a",
    "people": {
        "a": {
            "born": {"on": "1987-03-03"},
            "citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1987-03-03"}, {"country": "NO"}],
            "registered_in_hungary": False,
            "residences": [{"country": "NO", "from": "2014-01-01", "kind": "domicile"}],
            "wants": {"renounce": True},
        }
    },
}
HERE = {"country": "HU", "from": "1987-03-03", "kind": "domicile"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "met"),
        ({"people.a.wants.renounce": None}, "unknown"),
        ({"people.a.wants.renounce": False}, "not_met"),
        ({"people.a.citizenships": [{"country": "NO"}]}, "not_met"),
        ({"people.a.registered_in_hungary": True}, "not_met"),
        ({"people.a.registered_in_hungary": None}, "unknown"),
        ({"people.a.registered_in_hungary": None, "people.a.residences": [HERE]}, "not_met"),
        ({"people.a.registered_in_hungary": None, "people.a.residences": [{**HERE, "to": "2014-01-01"}]}, "unknown"),
        ({"people.a.residences": [HERE]}, "not_met"),
        ({"people.a.residences": [{"country": "HU", "kind": "domicile"}]}, "not_met"),
        ({"people.a.residences": [{**HERE, "to": "2024-12-01"}]}, "met"),
        ({"people.a.residences": [{**HERE, "to": "2024-12-02"}]}, "not_met"),
        ({"people.a.residences": [{**HERE, "from": "2024-12-02"}]}, "met"),
        ({"people.a.residences": [{**HERE, "to": "2024"}]}, "unknown"),
        ({"people.a.residences": [{"country": "HU", "from": "2024-01-01", "kind": "stay"}]}, "officer"),
        ({"people.a.residences": None}, "met"),
        ({"as_of": "1993-09-30"}, "not_met"),
    ],
)
def test_renunciation_of_those_who_live_abroad(changes, expected):
    assert outcome("renunciation", ABROAD, changes) == expected


ONLY = {"country": "HU", "acquired_by": "birth", "from": "1987-03-03"}


@pytest.mark.parametrize(
    ("others", "promised", "expected"),
    [
        ([], None, "unknown"),
        ([], True, "met"),
        ([], False, "not_met"),
        ([{"country": "NO", "to": "2024-12-02"}], False, "met"),
        ([{"country": "NO", "to": "2024-12-01"}], False, "not_met"),
        ([{"country": "NO", "to": "2024-11-30"}], False, "not_met"),
        ([{"country": "NO", "from": "2024-12-01"}], False, "met"),
        ([{"country": "NO", "from": "2024-12-02"}], False, "not_met"),
        ([{"country": "NO", "from": "2024-12"}], False, "unknown"),
        ([{"country": "NO", "lost_by": "other"}], False, "not_met"),
        ([{"country": "NO", "evidence": [{"kind": "passport", "standing": "doubted"}]}], False, "officer"),
    ],
)
def test_nobody_becomes_stateless_by_renouncing(others, promised, expected):
    changes = {"people.a.citizenships": [ONLY, *others], "people.a.citizenship_promised": promised}

    assert outcome("renunciation", ABROAD, changes) == expected


@pytest.mark.parametrize(
    ("born", "consents", "expected"),
    [
        ("2006-12-01", None, "met"),
        ("2006-12-02", None, "unknown"),
        ("2006-12-02", ["p"], "unknown"),
        ("2006-12-02", ["p", "q"], "met"),
    ],
)
def test_a_minor_renounces_with_consent(born, consents, expected):
    changes = {
        "people.a.born.on": born,
        "people.a.citizenships.0.from": born,
        "people.a.custody": ["p", "q"],
        "people.a.consent_of": consents,
    }

    assert outcome("renunciation", ABROAD, changes) == expected


NATURALISED = {
    "as_of": "2019-10-01",
    "applicant": "a",
    "people": {
        "a": {
            "born": {"on": "1970-01-01"},
            "citizenships": [
                {"country": "HU", "acquired_by": "naturalisation", "from": "2009-10-02"},
                {"country": "RU"},
            ],
            "acquired_by_fraud": {"acquired_on": "2009-10-02", "false_statement": True},
        }
    },
}


@pytest.mark.parametrize(
    ("acquired", "day", "expected"),
    [
        ("2009-10-02", "2019-10-01", "met"),
        ("2009-10-01", "2019-10-01", "officer"),
        ("2009-09-30", "2019-10-01", "not_met"),
        ("2009-09", "2019-10-01", "not_met"),
        ("2009-11", "2019-10-01", "met"),
        ("2009", "2019-10-01", "unknown"),
        (None, "2019-10-01", "met"),
        ("2009-10-31", "2019-10-30", "met"),
        ("2009-10-30", "2019-10-31", "not_met"),
        ("2009-10-31", "2019-11-01", "officer"),
        ("1999-11-02", "2019-11-01", "officer"),
        ("1999-11-01", "2019-11-01", "officer"),
        ("1999-10-31", "2019-11-01", "not_met"),
        ("2009-11-02", "2019-11-01", "met"),
        ("2009-11-01", "2019-11-01", "officer"),
        ("2012-06-01", "2022-05-31", "met"),
        ("2012-06-01", "2032-05-31", "officer"),
        ("2012-06-01", "2032-06-01", "officer"),
        ("2012-06-01", "2032-06-02", "not_met"),
        ("2012-02-29", "2032-02-28", "officer"),
        ("2012-02-29", "2032-03-01", "not_met"),
        ("2012", "2033-01-01", "not_met"),
        ("2012", "2032-06-01", "unknown"),
        ("2012", "2021-12-31", "met"),
    ],
)
def test_the_term_for_withdrawal_by_the_law_of_the_day(acquired, day, expected):
    changes = {"as_of": day, "people.a.acquired_by_fraud.acquired_on": acquired}

    assert answer("withdrawal", "withdrawal_term", NATURALISED, changes) == expected


def test_silence_about_the_day_is_not_known():
    changes = {"people.a.acquired_by_fraud": {"false_statement": True}, "people.a.citizenships.0.from": None}

    assert answer("withdrawal", "withdrawal_term", NATURALISED, changes) == "unknown"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "officer"),
        ({"people.a.acquired_by_fraud.false_statement": None}, "unknown"),
        ({"people.a.acquired_by_fraud.false_statement": False}, "not_met"),
        ({"people.a.citizenships.0.acquired_by": "birth"}, "not_met"),
        ({"people.a.citizenships.0.acquired_by": "renaturalisation"}, "officer"),
        ({"people.a.citizenships.0.acquired_by": "declaration"}, "officer"),
        ({"people.a.citizenships.0.acquired_by": "presumption"}, "officer"),
        ({"people.a.citizenships.0.acquired_by": None}, "officer"),
        ({"people.a.citizenships": [{"country": "RU"}]}, "not_met"),
        ({"people.a.citizenships.0.to": "2019-10-01"}, "not_met"),
        ({"people.a.citizenships.0.to": "2019-10-02"}, "officer"),
        ({"people.a.events": [{"kind": "withdrawn", "on": "2019-09-30"}]}, "not_met"),
        ({"people.a.events": [{"kind": "withdrawn", "on": "2019-10-02"}]}, "officer"),
    ],
)
def test_withdrawal_is_opened_by_a_finding_and_decided_by_a_person(changes, expected):
    assert outcome("withdrawal", NATURALISED, changes) == expected


DUAL = {
    "as_of": "2025-10-10",
    "applicant": "a",
    "people": {
        "a": {
            "born": {"on": "1980-02-02"},
            "citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1980-02-02"}, {"country": "TR"}],
            "security_objection": True,
        }
    },
}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-04-13", "not_met"),
        ("2025-04-14", "officer"),
        ("2025-06-30", "officer"),
        ("2025-07-01", "officer"),
        ("2026-01-01", "officer"),
    ],
)
def test_suspension_exists_since_2025(day, expected):
    assert outcome("suspension", DUAL, {"as_of": day}) == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [("2011-10-09", "officer"), ("2011-10-10", "officer"), ("2011-10-11", "not_met"), ("2011", "unknown")],
)
def test_nobody_under_fourteen_is_suspended(born, expected):
    changes = {"people.a.born.on": born, "people.a.citizenships.0.from": "1980-02-02"}

    assert outcome("suspension", DUAL, changes) == expected


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([], "not_met"),
        ([{"country": "NO"}], "not_met"),
        ([{"country": "LI"}, {"country": "DE"}, {"country": "HR"}], "not_met"),
        ([{"country": "DE"}, {"country": "US"}], "officer"),
        ([{"country": "CH"}], "officer"),
        ([{"country": "GB"}], "officer"),
        ([{"country": "US", "to": "2025-10-10"}], "not_met"),
        ([{"country": "US", "to": "2025-10-11"}], "officer"),
        ([{"country": "US", "to": "2025-10"}], "unknown"),
    ],
)
def test_only_citizens_of_states_outside_the_eea(others, expected):
    own = {"country": "HU", "acquired_by": "birth", "from": "1980-02-02"}

    assert outcome("suspension", DUAL, {"people.a.citizenships": [own, *others]}) == expected


@pytest.mark.parametrize(("objection", "expected"), [(True, "officer"), (False, "not_met"), (None, "unknown")])
def test_a_danger_is_weighed_by_a_person(objection, expected):
    assert outcome("suspension", DUAL, {"people.a.security_objection": objection}) == expected


@pytest.mark.parametrize(("route", "family"), [("withdrawal", NATURALISED), ("suspension", DUAL)])
def test_what_takes_citizenship_is_never_met(route, family):
    for year in range(1990, 2040):
        found = rules.assess(changed(family, {"as_of": f"{year}-10-01"}), routes=[route])[route]

        assert found.outcome in ("officer", "not_met")
