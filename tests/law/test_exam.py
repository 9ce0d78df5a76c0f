"""The constitutional examination and who is exempt from it, to the day."""

import pytest

import rules
from tests.law.families import RESIDENT, answer, outcome

ME = "people.applicant"


def exempt(changes, as_of="2024-05-10"):
    return outcome("exam_exemption", RESIDENT, {"as_of": as_of, f"{ME}.exam": "not_passed", **changes})


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("1964-05-09", "met"),
        ("1964-05-10", "met"),
        ("1964-05-11", "not_met"),
        ("1964", "unknown"),
        ("1963", "met"),
        ("1964-06", "not_met"),
        (None, "unknown"),
    ],
)
def test_from_the_60th_birthday_no_examination_is_asked(born, expected):
    assert exempt({f"{ME}.born.on": born}) == expected


@pytest.mark.parametrize(
    ("as_of", "born", "expected"),
    [
        ("2001-06-30", "1936-06-30", "met"),
        ("2001-06-30", "1936-07-01", "not_met"),
        ("2001-06-30", "1941-06-30", "not_met"),
        ("2001-07-01", "1936-07-01", "met"),
        ("2001-07-01", "1936-07-02", "officer"),
        ("2001-07-01", "1941-07-01", "officer"),
        ("2001-07-01", "1941-07-02", "not_met"),
        ("2005-10-31", "1940-10-31", "met"),
        ("2005-10-31", "1940-11-01", "officer"),
        ("2005-10-31", "1945-10-31", "officer"),
        ("2005-10-31", "1945-11-01", "not_met"),
        ("2005-11-01", "1945-11-01", "met"),
        ("2005-11-01", "1945-11-02", "not_met"),
        ("1993-10-01", "1928-10-01", "met"),
        ("1993-09-30", "1928-10-01", "not_met"),
    ],
)
def test_the_age_was_65_and_fell_on_a_day_that_is_not_settled(as_of, born, expected):
    assert exempt({f"{ME}.born.on": born}, as_of) == expected


@pytest.mark.parametrize(
    ("born", "capacity", "expected"),
    [
        ("2006-05-10", "full", "not_met"),
        ("2006-05-11", "full", "met"),
        ("2006-05-11", None, "met"),
        ("2006", "full", "unknown"),
        ("1980-07-07", "limited", "met"),
        ("1980-07-07", "none", "met"),
        ("1980-07-07", None, "unknown"),
    ],
)
def test_without_full_capacity_by_age_or_judgment(born, capacity, expected):
    assert exempt({f"{ME}.born.on": born, f"{ME}.capacity": capacity}) == expected


@pytest.mark.parametrize(
    ("diploma", "country", "expected"),
    [
        (True, "HU", "met"),
        (True, "RO", "officer"),
        (True, None, "unknown"),
        (False, None, "not_met"),
        (False, "HU", "not_met"),
        (None, None, "unknown"),
    ],
)
def test_studies_in_hungarian(diploma, country, expected):
    assert exempt({f"{ME}.hungarian_diploma": diploma, f"{ME}.hungarian_diploma_country": country}) == expected


@pytest.mark.parametrize(("damage", "expected"), [(True, "met"), (False, "not_met"), (None, "unknown")])
def test_lasting_damage_to_health(damage, expected):
    assert exempt({f"{ME}.health_exempt": damage}) == expected


def test_one_ground_is_enough_and_an_officer_comes_before_what_is_not_known():
    assert exempt({f"{ME}.health_exempt": True, f"{ME}.capacity": None}) == "met"
    abroad = {f"{ME}.hungarian_diploma": True, f"{ME}.hungarian_diploma_country": "RO"}
    assert exempt({**abroad, f"{ME}.capacity": None}) == "officer"


@pytest.mark.parametrize(
    ("taken", "damage", "expected"),
    [
        ("passed", False, "met"),
        ("passed", None, "met"),
        ("not_passed", True, "met"),
        ("not_passed", None, "unknown"),
        ("not_passed", False, "not_met"),
        (None, True, "met"),
        (None, False, "unknown"),
    ],
)
def test_passed_or_exempt(taken, damage, expected):
    changes = {f"{ME}.exam": taken, f"{ME}.health_exempt": damage}

    assert answer("ordinary_8", "exam", RESIDENT, changes) == expected


def test_an_exemption_cites_its_own_section():
    facts = {**RESIDENT, "people": {**RESIDENT["people"]}}
    facts["people"]["applicant"] = {**RESIDENT["people"]["applicant"], "exam": None, "health_exempt": True}
    found = rules.assess(facts, routes=["ordinary_8"])["ordinary_8"].conditions

    assert next(each.law for each in found if each.id == "exam") == ("Ápt. 4. § (1) e)", "Ápt. 4/A. §")
