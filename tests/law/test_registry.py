"""The registry refuses rules that contradict each other; the numbers are dated and cited."""

from datetime import date

import pytest

import rules
from rules import parameters, rule
from rules.logic import met
from rules.words import say


@pytest.fixture
def registry(monkeypatch):
    """A registry of its own."""
    monkeypatch.setattr(rule, "CONDITIONS", {})
    monkeypatch.setattr(rule, "ROUTES", {})
    monkeypatch.setattr(rule, "RULES", [])


def declare(since: date, until: date | None = None) -> None:
    @rule.rule("sample", title="Sample", cites=("Act",), since=since, until=until)
    def sample(case):
        """A sentence."""
        return met(say("yes"))


@pytest.mark.usefixtures("registry")
def test_two_wordings_may_follow_but_not_overlap():
    declare(date(2000, 1, 1), date(2009, 12, 31))
    declare(date(2010, 1, 1))

    with pytest.raises(rule.LawError):
        declare(date(2005, 1, 1), date(2005, 12, 31))
    with pytest.raises(rule.LawError):
        declare(date(2020, 1, 1))
    assert rule.in_force(rule.CONDITIONS["sample"], date(2009, 12, 31)) is not rule.in_force(
        rule.CONDITIONS["sample"], date(2010, 1, 1)
    )
    assert rule.in_force(rule.CONDITIONS["sample"], date(1999, 12, 31)) is None


@pytest.mark.usefixtures("registry")
def test_a_route_is_declared_once_and_knows_its_conditions():
    rule.route("road", title="Road", cites=("Act",), since=date(2000, 1, 1), conditions=("nowhere",))

    with pytest.raises(rule.LawError):
        rule.route("road", title="Road", cites=("Act",), since=date(2000, 1, 1), conditions=())
    with pytest.raises(rule.LawError):
        rule.check_complete()


def test_every_rule_says_its_sentence_and_its_section():
    for each in rules.RULES:
        assert each.text
        assert each.cites
        assert each.title


@pytest.mark.parametrize("name", sorted(parameters.PARAMETERS))
def test_every_number_is_dated_cited_and_checked(name):
    values = parameters.PARAMETERS[name].values

    assert values
    assert len({value.since for value in values}) == len(values)
    for value in values:
        assert value.cite
        assert value.source
        assert value.checked_on >= date(2026, 1, 1)
        assert value.confidence in ("sure", "likely")


def test_a_number_before_its_first_day_is_no_number():
    with pytest.raises(LookupError):
        parameters.number("spouse_years", date(2013, 2, 28))
    assert parameters.number("spouse_years", date(2013, 3, 1)) == 10


def test_the_edition_is_stable_and_short():
    assert len(rules.VERSION) == 12
    assert rules.edition._fingerprint() == rules.VERSION
