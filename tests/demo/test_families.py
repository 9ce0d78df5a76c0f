"""Invented families: the same seed gives the same family, its dates fit, and what is planted is there."""

from datetime import date, timedelta

import pytest

from applications.demo.families import COUNTRIES, family
from applications.demo.names import family_name, serbian_cyrillic
from applications.demo.people import Family, Trouble, truth
from applications.demo.places import TOWNS
from applications.demo.plans import PAPER_TROUBLES, TooManyTroublesError

MANY = [family(11, number) for number in range(150)]


def test_the_same_seed_gives_the_same_family():
    assert truth(family(3, 5)) == truth(family(3, 5))
    assert truth(family(3, 5)) != truth(family(3, 6))


@pytest.mark.parametrize("made", MANY[:60], ids=lambda made: str(made.number))
def test_dates_fit(made: Family):
    for person in made.people.values():
        assert person.born_on < made.filed_on
        for parent in made.parents_of(person.key):
            years = (person.born_on - parent.born_on).days / 365.25
            assert 16 < years < 60, (person.key, parent.key)
            assert parent.died_on is None or parent.died_on > person.born_on
    for wedding in made.marriages:
        for key in (wedding.husband, wedding.wife):
            assert (wedding.on - made.people[key].born_on).days > 16 * 365


@pytest.mark.parametrize("made", MANY, ids=lambda made: str(made.number))
def test_the_line_leads_to_somebody_born_in_the_kingdom(made: Family):
    assert made.line[0] == "applicant"
    assert made.ancestor.born_on < date(1918, 10, 1)
    assert made.ancestor.birthplace.megye
    for child, parent in zip(made.line, made.line[1:], strict=False):
        assert parent in (made.people[child].father, made.people[child].mother)
    assert all(made.parents_of(child) for child in made.children)


def test_children_are_minors_and_bear_the_fathers_name():
    with_children = [made for made in MANY if made.children]

    assert with_children
    for made in with_children:
        for key in made.children:
            child = made.people[key]
            assert made.filed_on - child.born_on < timedelta(days=18 * 366)
            assert child.family_name == made.people[child.father].family_name


def test_the_countries_follow_their_shares():
    share = sum(made.country == "RO" for made in MANY) / len(MANY)

    assert 0.45 < share < 0.72
    assert {made.country for made in MANY} <= set(COUNTRIES)


def test_places_are_named_as_their_registrars_named_them():
    assert TOWNS["kolozsvar"].name_on(date(1908, 1, 1)) == "Kolozsvár"
    assert TOWNS["kolozsvar"].name_on(date(1930, 1, 1)) == "Cluj"
    assert TOWNS["kolozsvar"].name_on(date(1942, 1, 1)) == "Kolozsvár"
    assert TOWNS["kolozsvar"].name_on(date(1990, 1, 1)) == "Cluj-Napoca"
    assert TOWNS["nagybecskerek"].name_on(date(1938, 1, 1)) == "Petrovgrad"
    assert TOWNS["beregszasz"].state_on(date(1970, 1, 1)) == "SU"
    assert TOWNS["temesvar"].state_on(date(1942, 1, 1)) == "RO"


def test_names_take_the_form_of_each_registry():
    assert family_name("Szabó", "ro") == "Szabo"
    assert family_name("Kovács", "sr") == "Kovač"
    assert serbian_cyrillic(family_name("Nagy", "sr")) == "Нађ"
    assert family_name("Szabó", "uk") == "Сабо"
    assert family_name("Nagy", "sk", "female") == "Nagyová"


def test_a_missing_link_has_no_paper():
    made = next(f for f in (family(2, n, troubles=(Trouble.MISSING_LINK,)) for n in range(9)) if len(f.line) > 2)

    assert not [paper for paper in made.papers if made.line[-2] in (paper.about, paper.other)]


def test_a_family_that_was_never_hungarian_comes_from_beyond_the_kingdom():
    made = family(2, 1, country="RO", troubles=(Trouble.NEVER_HUNGARIAN,))

    assert all(not made.people[key].birthplace.megye for key in made.line)


def test_a_forged_form_is_older_than_civil_registers():
    made = family(2, 1, troubles=(Trouble.TOO_EARLY_FORM,))
    forged = next(paper for paper in made.papers if paper.trouble is Trouble.TOO_EARLY_FORM)

    assert date.fromisoformat(forged.values["entered_on"]) < date(1895, 10, 1)
    assert forged.form == "birth_hu"


def test_consent_is_left_out_where_it_is_planted():
    made = next(f for f in (family(4, n, troubles=(Trouble.CONSENT_MISSING,)) for n in range(60)) if f.children)

    assert not [paper for paper in made.papers if paper.kind == "consent_of_parent"]


@pytest.mark.parametrize("number", range(12))
def test_every_trouble_asked_for_is_planted(number):
    wanted = sorted(PAPER_TROUBLES)[number % 3 : number % 3 + 3]

    made = family(91, number, troubles=(Trouble.MISSING_LINK, *wanted))

    assert {paper.trouble for paper in made.papers} >= set(wanted)


def test_more_troubles_than_papers_are_refused():
    with pytest.raises(TooManyTroublesError, match="plant fewer troubles"):
        family(91, 0, troubles=(Trouble.BLANK,) * 30)
