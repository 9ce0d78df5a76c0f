"""The line of descent link by link."""

from datetime import date

import pytest

import rules
from rules.chain import links
from tests.law.families import DESCENT, changed

LINE = ["applicant", "father", "grandfather"]
DAY = date(2024, 5, 10)
A_CITIZEN = {
    "people.grandfather.born.area": "HU",
    "people.grandfather.citizenships": [{"country": "HU", "from": "1901-06-01", "acquired_by": "birth"}],
}


def answers(changes=None):
    return [link.answer for link in links(rules.parse(changed(DESCENT, changes or {})), DAY, LINE)]


def test_a_citizenship_lost_before_the_birth_is_not_passed_on():
    assert answers() == ["not_met", "not_met"]


def test_a_citizen_father_passes_it_on_in_wedlock():
    assert answers(A_CITIZEN) == ["met", "met"]


def test_a_link_says_why_and_by_which_law():
    father = links(rules.parse(changed(DESCENT, A_CITIZEN)), DAY, LINE)[1]

    assert (father.child, father.parent) == ("father", "grandfather")
    assert "Act L of 1879, 3. §" in father.law
    assert father.because


@pytest.mark.parametrize("line", [[], ["applicant"], ["applicant", "nobody"]])
def test_a_line_without_ties_has_no_links(line):
    assert links(rules.parse(DESCENT), DAY, line) == ()
