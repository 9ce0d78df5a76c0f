"""What about the line of descent can still change something, counting what silence answers."""

from datetime import date

import pytest

import rules
from rules.rule import LawError
from tests.law.families import DESCENT, changed

OWN = "people.applicant.citizenships"
HIS = "people.grandfather.citizenships"
BY_BIRTH = [{"country": "HU", "acquired_by": "birth", "from": "1901-06-01"}]


def left(changes):
    return rules.line_left(changed(DESCENT, changes))


def test_a_line_that_is_settled_leaves_nothing_open():
    found = left({})

    assert (found.not_citizen, found.ancestry, found.open) == ("met", "met", ())


def test_what_is_no_condition_of_the_line_is_not_asked_for():
    found = left({"people.applicant.convictions": None, "people.applicant.hungarian": "none"})

    assert found.open == ()


def test_an_unknown_line_asks_for_parents_and_for_a_probable_origin():
    found = left({"people.father.parents": None, "people.mother.parents": None})

    assert (found.not_citizen, found.ancestry) == ("met", "unknown")
    assert set(found.open) == {
        "people.father.parents", "people.mother.parents", "people.applicant.probable_origin",
    }  # fmt: skip


def test_an_origin_that_is_relied_on_or_not_is_asked_for_as_long_as_there_is_no_citizen():
    assert "people.applicant.probable_origin" in left({"people.father.parents": None}).open
    assert "people.applicant.probable_origin" not in left({}).open


def test_silence_about_losses_of_somebody_who_counts_as_a_citizen_stays_open():
    """A citizenship on a list is held until a loss is told: so a loss can still turn the applicant's own case."""
    found = left({HIS: BY_BIRTH, "people.grandfather.events": None})

    assert found.not_citizen != "met"
    assert {"people.grandfather.events", "people.grandfather.domicile_right"} <= set(found.open)
    ceded = [{"place": "Kolozsvár", "area": "RO-CJ"}]
    told = left({HIS: BY_BIRTH, "people.grandfather.events": [], "people.grandfather.domicile_right": ceded})
    assert told.not_citizen == "met"


def test_losses_that_were_told_are_not_open():
    found = left({HIS: BY_BIRTH, "people.grandfather.events": [], "people.grandfather.marriages": []})

    assert "people.grandfather.domicile_right" in found.open
    assert not {"people.grandfather.events", "people.grandfather.marriages"} & set(found.open)


def test_a_citizenship_that_ended_before_the_child_was_born_waits_for_no_losses():
    assert left({"people.grandfather.events": None}).open == ()


def test_a_citizen_is_asked_for_losses_and_nothing_else():
    found = left({OWN: [{"country": "HU", "acquired_by": "birth"}], "people.father.parents": None})

    assert found.not_citizen == "not_met"
    assert set(found.open) <= {f"people.applicant.{fact}" for fact in ("events", "domicile_right", "marriages")}


def test_facts_that_are_none_and_days_before_the_law_are_refused():
    with pytest.raises(rules.FactsError):
        rules.line_left({"applicant": "nobody", "people": {}})
    with pytest.raises(rules.FactsError, match="day"):
        rules.line_left({**DESCENT, "as_of": None})
    with pytest.raises(LawError, match="ancestry"):
        rules.line_left(DESCENT, date(2010, 12, 31))
