"""Ápt. 5/A. § (1) a) and b): who may declare; the day before, the day, and the day after."""

import pytest

from tests.law.families import answer, changed, outcome

LOST = {
    "as_of": "2012-05-05",
    "applicant": "a",
    "people": {
        "a": {
            "born": {"on": "1928-12-12", "area": "HU-PE"},
            "citizenships": [
                {
                    "country": "HU",
                    "acquired_by": "birth",
                    "from": "1928-12-12",
                    "to": "1970-01-01",
                    "lost_by": "dismissal",
                },
                {"country": "AR"},
            ],
            "events": [{"kind": "dismissed", "on": "1970-01-01"}],
        }
    },
}


def lost(kind, on=None, by=None, **more):
    """The changes that make the loss an event of this kind."""
    event = {key: value for key, value in {"kind": kind, "on": on, "by": by, **more}.items() if value is not None}
    way = {"deprived": "deprivation", "resettled": "resettlement", "dismissed": "dismissal"}.get(kind, "other")
    entry = {"country": "HU", "acquired_by": "birth", "from": "1928-12-12", "lost_by": way}
    if on:
        entry["to"] = on
    return {"people.a.events": [event], "people.a.citizenships": [entry, {"country": "AR"}]}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1947-09-14", "not_met"),
        ("1947-09-15", "officer"),
        ("1947-09-16", "met"),
        ("1947-09", "unknown"),
        ("1947", "unknown"),
        ("1947-10", "met"),
        ("1956", "met"),
        ("1990-05-01", "met"),
        ("1990-05-02", "officer"),
        ("1990-05-03", "not_met"),
        ("1990-04", "met"),
        ("1990-05", "unknown"),
        ("1991", "not_met"),
        (None, "unknown"),
    ],
)
def test_dismissals_between_1947_and_1990(day, expected):
    assert outcome("declaration_a", LOST, lost("dismissed", day)) == expected


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("1947:X", "met"),
        ("1948:XXVI", "met"),
        ("1948:LX", "met"),
        ("1957:V", "met"),
        ("1939:XIII", "not_met"),
        ("1879:L", "not_met"),
        ("1948:LXI", "not_met"),
        ("by decree, it says", "officer"),
        (None, "unknown"),
    ],
)
def test_the_acts_of_deprivation_that_are_named(act, expected):
    assert outcome("declaration_a", LOST, lost("deprived", "1951-03-03", act)) == expected


@pytest.mark.parametrize(
    ("decree", "expected"),
    [
        ("7970/1946", "met"),
        ("7970/1946 ME", "met"),
        ("10515/1947", "met"),
        ("12200/1947", "met"),
        ("12330/1945", "officer"),
        ("5070/1945", "not_met"),
        (None, "unknown"),
    ],
)
def test_the_decrees_of_resettlement_that_are_named(decree, expected):
    assert outcome("declaration_a", LOST, lost("resettled", "1947-03-03", decree)) == expected


@pytest.mark.parametrize(
    ("kind", "day", "expected"),
    [
        ("deprived", "1946-12-31", "not_met"),
        ("deprived", "1947-01-01", "unknown"),
        ("resettled", "1945-12-28", "not_met"),
        ("resettled", "1945-12-29", "unknown"),
    ],
)
def test_no_act_named_but_too_early_for_any(kind, day, expected):
    assert outcome("declaration_a", LOST, lost(kind, day)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (lost("exchanged", "1947-06-06", country="SK"), "not_met"),
        (lost("renounced", "1980-01-01"), "not_met"),
        ({"people.a.events": []}, "met"),
        ({"people.a.events": None}, "met"),
        ({"people.a.events": None, "people.a.citizenships.0.lost_by": "absence"}, "not_met"),
        ({"people.a.events": None, "people.a.citizenships.0.lost_by": None}, "unknown"),
        ({"people.a.events": None, "people.a.citizenships": [{"country": "AR"}]}, "not_met"),
        ({"people.a.events": None, "people.a.citizenships": None}, "unknown"),
        ({"people.a.events.0.evidence": [{"kind": "x", "standing": "doubted"}]}, "officer"),
        ({"as_of": "2001-06-30"}, "not_met"),
        ({"as_of": "2001-07-01"}, "officer"),
        ({"as_of": "2005-10-31"}, "officer"),
        ({"as_of": "2005-11-01"}, "met"),
    ],
)
def test_other_losses_and_other_days(changes, expected):
    assert outcome("declaration_a", LOST, changes) == expected


def test_a_citizenship_regained_after_the_loss_is_for_a_person():
    again = {"country": "HU", "acquired_by": "declaration", "from": "1995-01-01", "to": "2000-01-01"}
    facts = changed(LOST, lost("dismissed", "1970-01-01"))
    entries = facts["people"]["a"]["citizenships"]

    assert outcome("declaration_a", facts, {"people.a.citizenships": [*entries, again]}) == "officer"


@pytest.mark.parametrize(("day", "expected"), [("2008-05-01", "unknown"), ("2008-05-02", "met")])
def test_consent_is_asked_of_minors_while_there_can_be_any(day, expected):
    changes = {
        "as_of": day,
        "people.a.born.on": "1990-05-02",
        "people.a.events": [{"kind": "dismissed", "on": "1970-01-01"}],
    }

    assert answer("declaration_a", "declaration_a_consent", LOST, changes) == expected


BORN_HERE = {
    "as_of": "2024-05-09",
    "applicant": "a",
    "people": {
        "a": {
            "born": {"on": "2005-05-10", "area": "HU-BU"},
            "citizenships": [],
            "residences": [{"country": "HU", "from": "2005-05-10", "kind": "domicile"}],
            "parents": [{"person": "father"}, {"person": "mother"}],
        },
        "father": {
            "sex": "male",
            "citizenships": [{"country": "SY"}],
            "residences": [{"country": "HU", "from": "2003-01-01", "kind": "domicile"}],
        },
        "mother": {"sex": "female", "citizenships": [{"country": "SY"}], "residences": []},
    },
}


@pytest.mark.parametrize(
    ("day", "expected"), [("2024-05-09", "met"), ("2024-05-10", "not_met"), ("2024-05-11", "not_met")]
)
def test_before_the_19th_birthday(day, expected):
    assert outcome("declaration_b", BORN_HERE, {"as_of": day}) == expected


def domicile(since, to=None, kind="domicile"):
    period = {"country": "HU", "from": since, "to": to, "kind": kind}
    return {key: value for key, value in period.items() if value is not None}


@pytest.mark.parametrize(
    ("residences", "expected"),
    [
        ([domicile("2019-05-08")], "met"),
        ([domicile("2019-05-09")], "met"),
        ([domicile("2019-05-10")], "not_met"),
        ([domicile("2019")], "unknown"),
        ([domicile("2019-05")], "unknown"),
        ([domicile("2018")], "met"),
        ([domicile("2020")], "not_met"),
        ([domicile(None)], "unknown"),
        ([domicile("2005-05-10", "2024-05-08")], "not_met"),
        ([domicile("2005-05-10", "2024-05-09")], "met"),
        ([domicile("2005-05-10", "2022-01-31"), domicile("2022-02-01")], "met"),
        ([domicile("2005-05-10", "2022-01-31"), domicile("2022-02-02")], "officer"),
        ([domicile("2020-01-01", "2022-01-31"), domicile("2022-02-02")], "not_met"),
        ([domicile("2005-05-10", "2018-01-31"), domicile("2022-02-02")], "not_met"),
        ([domicile("2005-05-10", kind="stay")], "officer"),
        ([domicile("2005-05-10", kind=None)], "unknown"),
        ([domicile("2005-05-10", "2022-01-31"), domicile("2022-02-01", kind="stay")], "officer"),
        ([{"country": "AT", "from": "2005-05-10", "kind": "domicile"}], "not_met"),
        ([], "not_met"),
        (None, "unknown"),
    ],
)
def test_five_years_without_interruption_just_before(residences, expected):
    assert outcome("declaration_b", BORN_HERE, {"people.a.residences": residences}) == expected


@pytest.mark.parametrize(
    ("residence", "expected"),
    [
        (domicile("2005-05-09"), "met"),
        (domicile("2005-05-10"), "met"),
        (domicile("2005-05-11"), "not_met"),
        (domicile("2003-01-01", "2005-05-10"), "not_met"),
        (domicile("2003-01-01", "2005-05-11"), "met"),
        (domicile("2005"), "unknown"),
        (domicile("2003-01-01", kind="stay"), "not_met"),
        (domicile("2003-01-01", kind=None), "unknown"),
    ],
)
def test_a_parent_had_a_domicile_at_the_birth(residence, expected):
    assert outcome("declaration_b", BORN_HERE, {"people.father.residences": [residence]}) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"people.a.born.area": "AT-9"}, "not_met"),
        ({"people.a.born": {"on": "2005-05-10"}}, "unknown"),
        ({"people.a.citizenships": None}, "unknown"),
        ({"people.a.citizenships": [{"country": "SY", "acquired_by": "birth"}]}, "not_met"),
        ({"people.a.citizenships": [{"country": "SY", "from": "2005-05-10"}]}, "not_met"),
        ({"people.a.citizenships": [{"country": "SY", "from": "2005-05-11"}]}, "met"),
        ({"people.a.citizenships": [{"country": "SY", "acquired_by": "naturalisation"}]}, "met"),
        ({"people.a.citizenships": [{"country": "SY"}]}, "unknown"),
        ({"people.a.citizenships": [{"country": "TR", "acquired_by": "birth"}]}, "met"),
        ({"people.a.citizenships": [{"country": "HU", "acquired_by": "birth"}]}, "not_met"),
        ({"people.a.parents": None}, "unknown"),
        ({"people.a.parents": [{"person": "mother"}]}, "unknown"),
        ({"people.mother.citizenships": [{"country": "HU", "acquired_by": "birth"}], "people.a.events": []}, "not_met"),
        ({"people.mother.citizenships": [{"country": "HU", "acquired_by": "birth"}]}, "unknown"),
        ({"as_of": "2018-06-06"}, "unknown"),
        ({"as_of": "2018-06-06", "people.a.consent_of": ["father", "mother"]}, "met"),
        ({"as_of": "2018-06-06", "people.a.applies_with": ["father", "mother"]}, "unknown"),
    ],
)
def test_born_here_without_the_parents_citizenship(changes, expected):
    assert outcome("declaration_b", BORN_HERE, changes) == expected
