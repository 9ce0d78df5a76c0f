"""Open answers name the fewest facts that would change them: what another fact alone settles is not named with it."""

import pytest

import rules

CITIZEN = [{"country": "HU", "acquired_by": "birth"}]
CZECH = [{"country": "CZ"}]


def told(condition, route, me, day="2012-01-01", **others):
    facts = {"as_of": day, "applicant": "me", "people": {"me": me, **others}}
    return next(each for each in rules.assess(facts)[route].conditions if each.id == condition)


def person(**facts):
    return {"sex": "male", "events": [], "domicile_right": [], **facts}


def test_a_birthday_told_exactly_is_enough_where_the_father_lost_citizenship_in_that_year():
    """Not his citizenships as well, which are told already."""
    me = person(born={"on": "1921"}, parents=[{"person": "father"}], parents_married=True, citizenships=CZECH)
    father = person(born={"on": "1890"}, citizenships=CITIZEN, domicile_right=[{"area": "SK-KI"}])

    found = told("citizen", "citizen", me, father=father)

    assert (found.answer, found.missing, found.would_change) == ("unknown", ("people.me.born.on",), found.missing)


def test_a_birthday_told_exactly_is_enough_where_the_mother_was_dismissed_in_that_year():
    me = person(born={"on": "1960"}, parents=[{"person": "mother"}], citizenships=CZECH)
    mother = person(
        sex="female",
        born={"on": "1935"},
        citizenships=CITIZEN,
        marriages=[],
        events=[{"kind": "dismissed", "on": "1960-06-06"}],
    )

    found = told("citizen", "citizen", me, mother=mother)

    assert (found.answer, found.would_change) == ("unknown", ("people.me.born.on",))


def test_a_list_that_settles_it_alone_stands_alone():
    me = person(born={"on": "1961-12-30"}, events=[{"kind": "deprived"}, {"kind": "naturalised_abroad"}])

    found = told("no_citizenship_at_birth", "declaration_c", me)

    assert (found.answer, found.would_change) == ("unknown", ("people.me.citizenships",))


def test_a_birthday_that_settles_it_alone_stands_alone():
    me = person(parents=[{"person": "mother"}, {"person": "father"}], parents_married=True, citizenships=CZECH)
    mother = person(sex="female", born={"on": "1930-01-01"}, citizenships=CITIZEN, marriages=[])
    late = [{"country": "HU", "acquired_by": "naturalisation", "from": "1950-01-01"}]

    found = told(
        "father_foreign_at_birth",
        "declaration_c",
        me,
        mother=mother,
        father=person(born={"on": "1925"}, citizenships=late),
    )

    assert (found.answer, found.would_change) == ("unknown", ("people.me.born.on",))


@pytest.mark.parametrize("acquired", [{}, {"acquired_by": "birth"}])
def test_parents_settle_whether_a_citizenship_is_theirs(acquired):
    me = person(born={"on": "2000-01-01", "area": "HU-BU"}, citizenships=[{"country": "CU", **acquired}])

    found = told("not_the_parents_citizenship", "declaration_b", me)

    assert (found.answer, found.would_change) == ("unknown", ("people.me.parents",))


def test_a_degree_that_may_be_from_anywhere_is_not_named_where_health_is_enough():
    me = person(born={"on": "1980-01-01"}, capacity="full")

    found = told("exam_exempt", "exam_exemption", me)

    assert (found.answer, found.would_change) == ("unknown", ("people.me.health_exempt",))
