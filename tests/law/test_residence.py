"""Years of residence counted back from the day of filing, and the roads after eight, five and three of them."""

from datetime import date, timedelta

import pytest

import rules
from rules.dates import latest_start, years_after
from tests.law.families import RESIDENT, answer, changed, outcome

HOME = "people.applicant.residences"


def domicile(since, to=None, kind="domicile", country="HU"):
    """One residence; None leaves the fact out."""
    given = {"country": country, "from": since, "to": to, "kind": kind}
    return {key: value for key, value in given.items() if value is not None}


def lived(route, *residences, as_of="2024-05-10"):
    """The answer on the years of a route for these residences."""
    condition = f"residence_{route[-1]}"
    return answer(route, condition, RESIDENT, {"as_of": as_of, HOME: list(residences)})


@pytest.mark.parametrize(
    ("route", "since", "expected"),
    [
        ("ordinary_8", "2016-05-09", "met"),
        ("ordinary_8", "2016-05-10", "met"),
        ("ordinary_8", "2016-05-11", "not_met"),
        ("ordinary_5", "2019-05-09", "met"),
        ("ordinary_5", "2019-05-10", "met"),
        ("ordinary_5", "2019-05-11", "not_met"),
        ("ordinary_3", "2021-05-09", "met"),
        ("ordinary_3", "2021-05-10", "met"),
        ("ordinary_3", "2021-05-11", "not_met"),
    ],
)
def test_the_years_are_full_on_the_same_day(route, since, expected):
    assert lived(route, domicile(since)) == expected


@pytest.mark.parametrize(
    ("since", "as_of", "expected"),
    [
        ("2016-02-29", "2024-02-28", "not_met"),
        ("2016-02-29", "2024-02-29", "met"),
        ("2016-03-01", "2024-02-29", "not_met"),
        ("2017-02-28", "2025-02-28", "met"),
        ("2017-03-01", "2025-02-28", "not_met"),
    ],
)
def test_years_from_and_to_a_leap_day(since, as_of, expected):
    assert lived("ordinary_8", domicile(since), as_of=as_of) == expected


@pytest.mark.parametrize(
    ("since", "as_of", "expected"),
    [
        ("2020-02-29", "2025-02-27", "not_met"),
        ("2020-02-29", "2025-02-28", "met"),
        ("2020-03-01", "2025-02-28", "not_met"),
        ("2019-02-28", "2024-02-29", "met"),
        ("2019-03-01", "2024-02-29", "not_met"),
    ],
)
def test_five_years_that_end_in_a_year_without_leap_day(since, as_of, expected):
    assert lived("ordinary_5", domicile(since), as_of=as_of) == expected


@pytest.mark.parametrize("years", [1, 3, 5, 8])
@pytest.mark.parametrize("day", ["2023-02-28", "2024-02-28", "2024-02-29", "2024-03-01", "2025-02-28", "2025-03-01"])
def test_the_latest_start_is_the_last_day_from_which_the_years_are_full(day, years):
    as_of = date.fromisoformat(day)
    start = latest_start(as_of, years)

    assert years_after(start, years) <= as_of < years_after(start + timedelta(days=1), years)


@pytest.mark.parametrize("day", ["0001-01-01", "0004-02-29", "9999-12-31"])
def test_no_day_of_the_calendar_is_too_far(day):
    assert outcome("ordinary_8", RESIDENT, {"as_of": day}) in ("met", "not_met", "unknown", "officer")


@pytest.mark.parametrize(
    ("to", "expected"),
    [("2024-05-09", "not_met"), ("2024-05-10", "met"), ("2024-05-11", "met"), ("2023-05-10", "not_met")],
)
def test_the_residence_reaches_the_day_of_filing(to, expected):
    assert lived("ordinary_8", domicile("2010-05-01", to)) == expected


@pytest.mark.parametrize(
    ("to", "since", "expected"),
    [
        ("2019-01-01", "2019-01-01", "met"),
        ("2018-12-31", "2019-01-01", "met"),
        ("2018-12-31", "2019-01-02", "officer"),
        ("2019-01-01", "2020-03-01", "officer"),
        ("2016-05-10", "2023-01-01", "officer"),
        ("2016-05-09", "2023-01-01", "not_met"),
        ("2016-05-09", "2016-05-10", "met"),
        ("2016-05-09", "2016-05-11", "not_met"),
        ("2012-01-01", "2016-05-10", "met"),
    ],
)
def test_a_gap_within_the_years_is_for_a_person_where_the_first_residence_began_early_enough(to, since, expected):
    assert lived("ordinary_8", domicile("2010-05-01", to), domicile(since)) == expected


@pytest.mark.parametrize(("began", "expected"), [("2016-05-10", "officer"), ("2016-05-11", "not_met")])
def test_a_gap_with_a_first_residence_begun_too_late_is_a_no(began, expected):
    assert lived("ordinary_8", domicile(began, "2019-01-01"), domicile("2019-06-01")) == expected


def test_a_gap_before_the_years_does_not_matter():
    assert lived("ordinary_3", domicile("2010-05-01", "2019-01-01"), domicile("2020-01-01")) == "met"
    assert lived("ordinary_8", domicile("2010-05-01", "2019-01-01"), domicile("2020-01-01")) == "officer"


def test_a_move_within_hungary_is_no_gap_in_any_order():
    periods = [domicile("2019-02-01"), domicile("2010-05-01", "2015-06-01"), domicile("2015-06-02", "2019-02-01")]

    assert lived("ordinary_8", *periods) == "met"
    assert lived("ordinary_8", *reversed(periods)) == "met"


@pytest.mark.parametrize(
    ("residences", "expected"),
    [
        ([domicile("2010-05-01", kind="stay")], "officer"),
        ([domicile("2010-05-01", kind=None)], "unknown"),
        ([domicile("2010-05-01", "2018-01-01", "stay"), domicile("2018-01-01")], "officer"),
        ([domicile("2010-05-01", "2018-01-01", None), domicile("2018-01-01")], "unknown"),
        ([domicile("2010-05-01", "2016-05-09", "stay"), domicile("2016-05-10")], "met"),
        ([domicile("2010-05-01", "2016-05-11", "stay"), domicile("2016-05-11")], "officer"),
        ([domicile("2010-05-01", "2016-05-11", None), domicile("2016-05-11")], "unknown"),
        ([domicile("2010-05-01"), domicile("2015-01-01", kind="stay")], "met"),
        ([domicile("2010-05-01"), domicile("2015-01-01", kind=None)], "met"),
        ([domicile("2018-01-01", kind="stay")], "not_met"),
        ([domicile("2018-01-01", kind=None)], "not_met"),
        ([domicile("2010-05-01", "2018-01-01", "stay"), domicile("2018-01-01", kind=None)], "unknown"),
    ],
)
def test_only_a_domicile_counts_by_itself(residences, expected):
    assert lived("ordinary_8", *residences) == expected


@pytest.mark.parametrize(
    ("residences", "expected"),
    [
        ([domicile("2015")], "met"),
        ([domicile("2016")], "unknown"),
        ([domicile("2016-05")], "unknown"),
        ([domicile("2016-04")], "met"),
        ([domicile("2016-06")], "not_met"),
        ([domicile("2017")], "not_met"),
        ([domicile(None)], "unknown"),
        ([domicile(None, "2020-01-01")], "not_met"),
        ([domicile("2010-05-01", "2024")], "unknown"),
        ([domicile("2010-05-01", "2025")], "met"),
        ([domicile("2010", "2019"), domicile("2019")], "unknown"),
        ([domicile("2010", "2018"), domicile("2020")], "officer"),
    ],
)
def test_a_date_that_is_not_exact_counts_only_where_every_day_agrees(residences, expected):
    assert lived("ordinary_8", *residences) == expected


def test_nobody_lived_here_before_birth():
    young = {"people.applicant.born.on": "2017-01-01", HOME: [domicile(None)]}

    assert answer("ordinary_8", "residence_8", RESIDENT, young) == "not_met"
    assert answer("ordinary_5", "residence_5", RESIDENT, young) == "unknown"


@pytest.mark.parametrize(
    ("abroad", "expected"),
    [
        (domicile("1980-07-07", "2016-05-10", country="GE"), "met"),
        (domicile("1980-07-07", "2016-05-11", country="GE"), "officer"),
        (domicile("2018-01-01", "2018-03-01", "stay", "AT"), "officer"),
        (domicile("2024-05-10", None, "stay", "AT"), "met"),
        (domicile("2024-05-09", None, "stay", "AT"), "officer"),
        (domicile("1980-07-07", "2016", country="GE"), "unknown"),
        (domicile("1980-07-07", "2015", country="GE"), "met"),
    ],
)
def test_a_residence_abroad_beside_the_one_here_is_for_a_person(abroad, expected):
    assert lived("ordinary_8", domicile("2010-05-01"), abroad) == expected


def test_no_residence_here_is_a_no_and_silence_is_not():
    assert outcome("ordinary_8", RESIDENT, {HOME: []}) == "not_met"
    assert outcome("ordinary_8", RESIDENT, {HOME: None}) == "unknown"
    assert lived("ordinary_8", domicile("1990-01-01", country="GE")) == "not_met"


def test_doubted_papers_for_a_residence_are_for_a_person():
    doubted = domicile("2010-05-01") | {"evidence": [{"kind": "address_card", "standing": "doubted"}]}

    assert lived("ordinary_8", doubted) == "officer"


@pytest.mark.parametrize(
    ("here", "missing"),
    [
        (domicile("2016"), ("from",)),
        (domicile(None), ("from",)),
        (domicile("2010-05-01", "2024"), ("to",)),
        (domicile("2010-05-01", kind=None), ("kind",)),
        (domicile("2016", kind=None), ("from", "kind")),
    ],
)
def test_what_is_missing_is_named(here, missing):
    facts = changed(RESIDENT, {HOME: [domicile("1990-01-01", "2010", country="GE"), here]})
    found = rules.assess(facts, routes=["ordinary_8"])["ordinary_8"].conditions
    residence = next(each for each in found if each.id == "residence_8")

    assert residence.missing == tuple(f"{HOME}.1.{fact}" for fact in missing)


@pytest.mark.parametrize(
    ("fact", "value", "expected"),
    [
        ("livelihood", True, "met"),
        ("livelihood", False, "not_met"),
        ("livelihood", None, "unknown"),
        ("home", False, "not_met"),
        ("home", None, "unknown"),
        ("convictions", "spent", "met"),
        ("convictions", "unspent", "not_met"),
        ("convictions", None, "unknown"),
        ("prosecution", True, "not_met"),
        ("prosecution", None, "unknown"),
        ("prosecution_abroad", True, "officer"),
        ("security_objection", True, "officer"),
        ("security_objection", None, "unknown"),
        ("exam", "not_passed", "not_met"),
        ("exam", None, "unknown"),
        ("hungarian", "none", "met"),
    ],
)
def test_what_else_every_ordinary_road_asks(fact, value, expected):
    assert outcome("ordinary_8", RESIDENT, {f"people.applicant.{fact}": value}) == expected


@pytest.mark.parametrize("route", ["ordinary_8", "ordinary_5", "ordinary_3"])
@pytest.mark.parametrize(("day", "expected"), [("1993-09-30", "not_met"), ("1993-10-01", "met")])
def test_the_roads_exist_since_the_act_of_1993(route, day, expected):
    changes = {
        "as_of": day,
        "people.applicant.born": {"on": "1960-01-01", "area": "HU-BU"},
        "people.applicant.refugee": True,
        HOME: [domicile("1980-01-01")],
    }

    assert outcome(route, RESIDENT, changes) == expected


def test_a_citizen_is_not_naturalised():
    own = {"people.applicant.citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1980-07-07"}]}

    assert outcome("ordinary_8", RESIDENT, own) == "not_met"
