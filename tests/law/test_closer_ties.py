"""Who needs three years instead of eight: each ground of 4. § (2) to the day."""

import pytest

from tests.law.families import RESIDENT, SPOUSE, answer, outcome

ME = "people.applicant"
CITIZEN = [{"country": "HU", "acquired_by": "birth", "from": "1981-01-01"}]
DOUBTED = [{"kind": "certificate", "standing": "doubted"}]


def tie(changes):
    return answer("ordinary_3", "close_tie", RESIDENT, changes)


def wife(marriage, **facts):
    """The applicant's marriage to a citizen."""
    return {f"{ME}.marriages": [{"to": "wife", **marriage}], "people.wife": {"citizenships": CITIZEN, **facts}}


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2021-05-09", "met"),
        ("2021-05-10", "met"),
        ("2021-05-11", "not_met"),
        ("2021-05", "unknown"),
        ("2021-06", "not_met"),
        ("2021", "unknown"),
        ("2020", "met"),
        (None, "unknown"),
    ],
)
def test_three_years_of_marriage(since, expected):
    assert tie(wife({"from": since})) == expected


@pytest.mark.parametrize(
    ("until", "expected"), [("2024-05-09", "not_met"), ("2024-05-10", "not_met"), ("2024-05-11", "met")]
)
def test_the_marriage_stands_on_the_day_of_filing(until, expected):
    assert tie(wife({"from": "2015-01-01", "until": until, "ended_by": "divorce"})) == expected


@pytest.mark.parametrize(
    ("citizenships", "expected"),
    [
        ([{"country": "HU", "acquired_by": "naturalisation", "from": "2024-05-09"}], "met"),
        ([{"country": "HU", "acquired_by": "naturalisation", "from": "2024-05-11"}], "not_met"),
        ([{"country": "HU", "acquired_by": "birth", "to": "2024-05-10", "lost_by": "renunciation"}], "not_met"),
        ([{"country": "GE"}], "not_met"),
        (None, "unknown"),
    ],
)
def test_the_spouse_is_a_citizen_on_the_day_of_filing(citizenships, expected):
    assert tie(wife({"from": "2015-01-01"}, citizenships=citizenships)) == expected


@pytest.mark.parametrize(
    ("died", "expected"),
    [("2024-05-09", "met"), ("2024-05-10", "met"), ("2024-05-11", "not_met"), ("2023", "met")],
)
def test_a_widower_needs_no_years_of_marriage(died, expected):
    assert tie(wife({"from": "2022-01-01", "until": died, "ended_by": "death"}, died=died)) == expected


@pytest.mark.parametrize(
    ("marriage", "died", "expected"),
    [
        ({"from": "2022-01-01"}, "2023-06-01", "met"),
        ({"from": "2022-01-01", "ended_by": "death"}, None, "met"),
        ({"from": "2022-01-01", "until": "2023-06-01", "ended_by": "death"}, None, "met"),
        ({"from": "2022-01-01", "until": "2023-06-01", "ended_by": "divorce"}, "2023-07-01", "not_met"),
        ({"from": "2022-01-01", "until": "2023-06-01", "ended_by": "annulment"}, "2023-07-01", "not_met"),
        ({"from": "2022-01-01", "until": "2023-06-01"}, None, "unknown"),
        ({"from": "2022-01-01", "until": "2023-06-01"}, "2023-06-01", "met"),
        ({"from": "2022-01-01", "until": "2023-05-31"}, "2023-06-01", "not_met"),
        ({"from": "2022-01-01", "until": "2023"}, "2023-06-01", "unknown"),
        ({"from": "2022-01-01", "ended_by": "death", "evidence": DOUBTED}, "2023-06-01", "officer"),
    ],
)
def test_a_marriage_ended_by_death(marriage, died, expected):
    facts = {"died": died} if died else {}

    assert tie(wife(marriage, **facts)) == expected


@pytest.mark.parametrize(
    ("since", "expected"), [("2023-05-31", "met"), ("2023-06-01", "met"), ("2023-06-02", "not_met")]
)
def test_the_late_spouse_was_a_citizen_at_death(since, expected):
    naturalised = [{"country": "HU", "acquired_by": "naturalisation", "from": since}]
    marriage = {"from": "2022-01-01", "until": "2023-06-01", "ended_by": "death"}

    assert tie(wife(marriage, citizenships=naturalised, died="2023-06-01")) == expected


@pytest.mark.parametrize(
    ("died", "expected"),
    [("2024-05-10", "not_met"), ("2024-05-11", "met"), ("2024-05", "unknown"), ("2024-06", "met"), ("2023", "not_met")],
)
def test_the_spouses_own_road_needs_a_living_spouse(died, expected):
    assert outcome("simplified_spouse", SPOUSE, {"people.wife.died": died}) == expected


def test_an_unnamed_spouse_is_not_known():
    assert tie({f"{ME}.marriages": [{"from": "2015-01-01"}]}) == "unknown"
    assert tie({f"{ME}.marriages": [{"from": "2015-01-01", "ended_by": "death"}]}) == "unknown"
    assert tie({f"{ME}.marriages": None}) == "unknown"


def kid(born, **facts):
    """A child of the applicant."""
    child = {"born": {"on": born}, "parents": [{"person": "applicant"}], "citizenships": CITIZEN, **facts}
    return {f"{ME}.children": ["kid"], "people.kid": child}


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("2006-05-10", "not_met"),
        ("2006-05-11", "met"),
        ("2024-05-10", "met"),
        ("2024-05-11", "not_met"),
        ("2006", "unknown"),
        ("2007", "met"),
    ],
)
def test_a_minor_child_who_is_a_citizen(born, expected):
    assert tie(kid(born, citizenships=[{"country": "HU", "acquired_by": "birth"}])) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"citizenships": [{"country": "GE"}]}, "not_met"),
        ({"citizenships": None}, "unknown"),
        ({"parents": None}, "unknown"),
        ({"parents": [{"person": "wife"}]}, "not_met"),
        ({"parents": [{"person": "applicant", "by": "adoption", "on": "2024-05-10"}]}, "met"),
        ({"parents": [{"person": "applicant", "by": "adoption", "on": "2024-05-11"}]}, "not_met"),
        ({"parents": [{"person": "applicant", "by": "adoption", "on": "2024"}]}, "unknown"),
        ({"parents": [{"person": "applicant", "evidence": DOUBTED}]}, "officer"),
        ({"died": "2024-05-10"}, "not_met"),
        ({"died": "2024-05-11"}, "met"),
        ({"died": "2024"}, "unknown"),
    ],
)
def test_what_makes_a_child_count(facts, expected):
    changes = kid("2015-01-01", **{"citizenships": [{"country": "HU", "acquired_by": "birth"}], **facts})

    assert tie(changes | {"people.wife": {}}) == expected


def test_a_child_who_is_not_on_the_list_but_tied_in_the_case_counts():
    assert tie(kid("2015-01-01") | {f"{ME}.children": None}) == "met"
    assert tie({f"{ME}.children": None}) == "unknown"
    assert tie({f"{ME}.children": ["nobody"]}) == "unknown"


def adopter(citizenships, **facts):
    """The applicant, adopted by somebody."""
    parents = [{"person": "father"}, {"person": "mother"}, {"person": "adopter", "by": "adoption", **facts}]
    return {f"{ME}.parents": parents, "people.adopter": {"citizenships": citizenships}}


@pytest.mark.parametrize(
    ("since", "expected"),
    [("2000-01-01", "met"), ("2000-01-02", "met"), ("2000-01-03", "officer"), ("2024-05-11", "not_met")],
)
def test_the_adopter_was_a_citizen_on_the_day_of_adoption(since, expected):
    naturalised = [{"country": "HU", "acquired_by": "naturalisation", "from": since}]

    assert tie(adopter(naturalised, on="2000-01-02")) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2024-05-10", "met"), ("2024-05-11", "not_met"), ("2024", "unknown"), (None, "unknown")]
)
def test_the_adoption_came_before_filing(day, expected):
    citizenships = [{"country": "HU", "acquired_by": "naturalisation", "from": "2023-01-01"}]

    assert tie(adopter(citizenships, on=day)) == expected


@pytest.mark.parametrize(("born", "expected"), [("2006-05-10", "met"), ("2006-05-11", "officer"), (None, "unknown")])
def test_an_adoptee_who_is_still_a_minor_is_for_a_person_here(born, expected):
    changes = adopter(CITIZEN, on="2010-01-01") | {f"{ME}.born.on": born}

    assert tie(changes) == expected


@pytest.mark.parametrize(("refugee", "expected"), [(True, "met"), (False, "not_met"), (None, "unknown")])
def test_a_recognised_refugee(refugee, expected):
    assert tie({f"{ME}.refugee": refugee}) == expected


@pytest.mark.parametrize(
    ("citizenships", "expected"),
    [
        ([], "met"),
        ([{"country": "SU", "to": "1991-12-26"}], "met"),
        ([{"country": "GE", "to": "2024-05-10"}], "met"),
        ([{"country": "GE", "to": "2024-05-11"}], "not_met"),
        ([{"country": "GE", "to": "2024"}], "unknown"),
        ([{"country": "GE", "lost_by": "renunciation"}], "met"),
        ([{"country": "GE", "from": "2024-05-11"}], "met"),
        ([{"country": "SU", "to": "1991-12-26"}, {"country": "GE"}], "not_met"),
        (None, "unknown"),
    ],
)
def test_the_stateless(citizenships, expected):
    assert tie({f"{ME}.citizenships": citizenships}) == expected


@pytest.mark.parametrize(("day", "expected"), [("2023-12-31", "officer"), ("2024-01-01", "met")])
def test_when_the_stateless_moved_to_three_years_is_not_settled(day, expected):
    assert tie({"as_of": day, f"{ME}.citizenships": []}) == expected


@pytest.mark.parametrize(
    ("route", "condition"),
    [("ordinary_8", "residence_8"), ("ordinary_5", "residence_5"), ("ordinary_3", "residence_3")],
)
def test_a_ground_shortens_only_the_years_of_its_own_road(route, condition):
    changes = {
        f"{ME}.born.area": "HU",
        f"{ME}.refugee": True,
        f"{ME}.residences": [{"country": "HU", "from": "2020-01-01", "kind": "domicile"}],
    }
    expected = "met" if route == "ordinary_3" else "not_met"

    assert answer(route, condition, RESIDENT, changes) == expected
    assert outcome(route, RESIDENT, changes) == expected


def test_the_years_alone_do_not_open_the_shorter_roads():
    assert outcome("ordinary_8", RESIDENT) == "met"
    assert outcome("ordinary_5", RESIDENT) == "not_met"
    assert outcome("ordinary_3", RESIDENT) == "not_met"
