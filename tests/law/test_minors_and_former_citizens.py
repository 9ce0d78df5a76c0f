"""Minors with a parent or adopted, the President's waiver, and former citizens: each condition to the day."""

import pytest

from tests.law.families import RESIDENT, Facts, answer, changed, outcome

ME = "people.applicant"
CITIZEN = [{"country": "HU", "acquired_by": "birth", "from": "1981-01-01"}]
DOUBTED = [{"kind": "certificate", "standing": "doubted"}]

CHILD: Facts = changed(
    RESIDENT,
    {
        f"{ME}.born.on": "2014-01-01",
        f"{ME}.residences": [],
        f"{ME}.exam": "not_passed",
        f"{ME}.applies_with": ["mother"],
        f"{ME}.consent_of": ["mother", "father"],
        f"{ME}.hungarian": "none",
    },
)
ADOPTED: Facts = changed(
    CHILD,
    {
        f"{ME}.parents": [{"person": "adopter", "by": "adoption", "on": "2020-02-02"}],
        f"{ME}.applies_with": [],
        f"{ME}.consent_of": ["adopter"],
        f"{ME}.custody": ["adopter"],
        "people.adopter": {"citizenships": CITIZEN},
    },
)


@pytest.mark.parametrize(
    ("born", "expected"),
    [("2006-05-09", "not_met"), ("2006-05-10", "not_met"), ("2006-05-11", "met"), ("2006", "unknown")],
)
@pytest.mark.parametrize(("route", "family"), [("minor_with_parent", CHILD), ("minor_adopted", ADOPTED)])
def test_the_child_is_a_minor_on_the_day_of_filing(route, family, born, expected):
    assert outcome(route, family, {f"{ME}.born.on": born}) == expected


@pytest.mark.parametrize(
    ("together", "expected"),
    [
        (["mother"], "met"),
        (["father"], "met"),
        (["sister", "father"], "met"),
        (["sister"], "not_met"),
        ([], "not_met"),
        (None, "unknown"),
    ],
)
def test_the_child_applies_with_a_parent(together, expected):
    assert outcome("minor_with_parent", CHILD, {f"{ME}.applies_with": together}) == expected


@pytest.mark.parametrize(
    ("since", "expected"),
    [("2024-05-09", "met"), ("2024-05-10", "met"), ("2024-05-11", "not_met"), ("2024", "unknown")],
)
def test_or_a_parent_has_become_a_citizen(since, expected):
    naturalised = [{"country": "GE"}, {"country": "HU", "acquired_by": "naturalisation", "from": since}]
    changes = {f"{ME}.applies_with": [], "people.mother.citizenships": naturalised}

    assert outcome("minor_with_parent", CHILD, changes) == expected


@pytest.mark.parametrize(
    ("parents", "expected"),
    [
        (None, "unknown"),
        ([], "not_met"),
        ([{"person": "mother", "evidence": DOUBTED}], "officer"),
        ([{"person": "mother", "by": "adoption", "on": "2024-05-10"}], "met"),
        ([{"person": "mother", "by": "adoption", "on": "2024-05-11"}], "not_met"),
        ([{"person": "mother", "by": "adoption", "on": "2024"}], "unknown"),
    ],
)
def test_who_is_a_parent(parents, expected):
    assert answer("minor_with_parent", "with_parent", CHILD, {f"{ME}.parents": parents}) == expected


@pytest.mark.parametrize(
    ("fact", "value", "expected"),
    [
        ("residences", None, "met"),
        ("exam", None, "met"),
        ("consent_of", ["mother"], "unknown"),
        ("consent_of", None, "unknown"),
        ("livelihood", False, "not_met"),
        ("home", None, "unknown"),
        ("prosecution", True, "not_met"),
        ("convictions", "unspent", "not_met"),
        ("security_objection", True, "officer"),
    ],
)
def test_what_else_is_asked_of_a_child_with_a_parent(fact, value, expected):
    assert outcome("minor_with_parent", CHILD, {f"{ME}.{fact}": value}) == expected


@pytest.mark.parametrize(
    ("fact", "value", "expected"),
    [
        ("residences", None, "met"),
        ("livelihood", False, "officer"),
        ("home", False, "officer"),
        ("livelihood", None, "unknown"),
        ("consent_of", [], "unknown"),
        ("prosecution", True, "not_met"),
        ("security_objection", None, "unknown"),
        ("parents", None, "unknown"),
        ("parents", [{"person": "mother"}, {"person": "father"}], "not_met"),
    ],
)
def test_what_else_is_asked_of_an_adopted_child(fact, value, expected):
    assert outcome("minor_adopted", ADOPTED, {f"{ME}.{fact}": value}) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2024-05-09", "met"), ("2024-05-10", "met"), ("2024-05-11", "not_met"), ("2024", "unknown")],
)
def test_the_adoption_came_before_filing(day, expected):
    assert outcome("minor_adopted", ADOPTED, {f"{ME}.parents.0.on": day}) == expected


@pytest.mark.parametrize(
    ("citizenships", "expected"),
    [
        ([{"country": "HU", "acquired_by": "naturalisation", "from": "2020-02-01"}], "met"),
        ([{"country": "HU", "acquired_by": "naturalisation", "from": "2020-02-02"}], "met"),
        ([{"country": "HU", "acquired_by": "naturalisation", "from": "2020-02-03"}], "officer"),
        ([{"country": "RO"}], "not_met"),
        (None, "unknown"),
    ],
)
def test_the_adopter_is_a_citizen(citizenships, expected):
    assert outcome("minor_adopted", ADOPTED, {"people.adopter.citizenships": citizenships}) == expected


@pytest.mark.parametrize(("interest", "expected"), [(True, "officer"), (False, "not_met"), (None, "unknown")])
def test_the_waiver_is_never_a_yes(interest, expected):
    assert outcome("presidents_waiver", RESIDENT, {f"{ME}.important_interest": interest}) == expected


@pytest.mark.parametrize(
    ("fact", "value", "expected"),
    [
        ("residences", [], "officer"),
        ("livelihood", False, "officer"),
        ("exam", "not_passed", "officer"),
        ("convictions", "unspent", "not_met"),
        ("prosecution", True, "not_met"),
        ("prosecution", None, "unknown"),
        ("security_objection", True, "officer"),
        ("citizenships", CITIZEN, "not_met"),
    ],
)
def test_the_waiver_covers_residence_livelihood_and_examination_only(fact, value, expected):
    changes = {f"{ME}.important_interest": True, f"{ME}.{fact}": value}

    assert outcome("presidents_waiver", RESIDENT, changes) == expected


FORMER: Facts = changed(
    RESIDENT,
    {
        f"{ME}.citizenships": [
            {
                "country": "HU",
                "acquired_by": "birth",
                "from": "1980-07-07",
                "to": "2024-05-09",
                "lost_by": "renunciation",
            },
            {"country": "AT"},
        ],
        f"{ME}.hungarian": "shown",
        f"{ME}.residences": [],
        f"{ME}.exam": "not_passed",
        f"{ME}.livelihood": False,
    },
)


@pytest.mark.parametrize(
    ("ended", "expected"),
    [("2024-05-09", "met"), ("2024-05-10", "met"), ("2024-05-11", "not_met"), ("2024", "unknown"), ("2023", "met")],
)
def test_a_former_citizen_is_one_no_more_on_the_day_of_filing(ended, expected):
    assert outcome("renaturalisation", FORMER, {f"{ME}.citizenships.0.to": ended}) == expected


@pytest.mark.parametrize(
    ("fact", "value", "expected"),
    [
        ("residences", [{"country": "HU", "from": "2010-01-01", "kind": "domicile"}], "met"),
        ("residences", None, "met"),
        ("hungarian", "partly", "officer"),
        ("hungarian", "claimed", "unknown"),
        ("hungarian", "none", "not_met"),
        ("convictions", "unspent", "not_met"),
        ("prosecution", True, "not_met"),
        ("security_objection", True, "officer"),
        ("citizenships", [{"country": "AT"}], "not_met"),
        ("citizenships", [{"country": "HU", "lost_by": "dismissal", "evidence": DOUBTED}], "officer"),
    ],
)
def test_a_former_citizen_needs_neither_residence_nor_means_nor_examination(fact, value, expected):
    assert outcome("renaturalisation", FORMER, {f"{ME}.{fact}": value}) == expected


@pytest.mark.parametrize(
    "lost_by", ["trianon", "marriage", "dismissal", "renunciation", "deprivation", "withdrawal", "other"]
)
def test_how_it_ended_does_not_matter(lost_by):
    assert outcome("renaturalisation", FORMER, {f"{ME}.citizenships.0.lost_by": lost_by}) == "met"


@pytest.mark.parametrize(("day", "expected"), [("2010-12-31", "officer"), ("2011-01-01", "met")])
def test_the_section_had_another_text_before_2011(day, expected):
    changes = {"as_of": day, f"{ME}.citizenships.0.to": "2005-03-03"}

    assert outcome("renaturalisation", FORMER, changes) == expected


@pytest.mark.parametrize(("born", "expected"), [("1945-01-19", "met"), ("1945-01-20", "not_met")])
def test_a_citizen_for_one_day_is_a_former_citizen(born, expected):
    awarded = [{"country": "HU", "acquired_by": "annexation", "from": "1940-08-30"}]
    changes = {
        f"{ME}.born": {"on": born, "area": "RO-BH"},
        f"{ME}.citizenships": [{"country": "RO"}],
        f"{ME}.events": [],
        "people.father.citizenships": awarded,
    }

    assert outcome("renaturalisation", FORMER, changes) == expected


@pytest.mark.parametrize(("born", "expected"), [("2010-05-10", "not_met"), ("2010-05-11", "met")])
def test_a_former_citizen_under_14_is_not_asked_for_hungarian(born, expected):
    changes = {
        f"{ME}.born.on": born,
        f"{ME}.citizenships.0.from": born,
        f"{ME}.hungarian": "none",
        f"{ME}.consent_of": ["father", "mother"],
    }

    assert outcome("renaturalisation", FORMER, changes) == expected
