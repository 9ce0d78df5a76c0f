"""A form of the state's registers about a day before there were any is told to staff; late entries elsewhere are not."""

from types import SimpleNamespace

import pytest

from applications.documents.check import DoesNotApplyError, for_staff_only
from applications.documents.checks.early_form import early_form
from applications.documents.examination import PrintedField
from tests.documents.written_words import words_of

TITLE = "# SZÜLETÉSI ANYAKÖNYVI KIVONAT"


def told(*rows, kind="birth_certificate", field="born_on", day="1891-04-12"):
    text = SimpleNamespace(
        reading=SimpleNamespace(words=words_of(*rows)), kind=kind, fields=(PrintedField(field, day, day, 1, None),)
    )
    return [(verdict.code, verdict.args["day"]) for verdict in early_form(SimpleNamespace(text=text))]


def test_a_birth_before_the_state_kept_registers():
    assert told(TITLE) == [("form-before-its-time", "1891-04-12")]
    assert told(TITLE, day="1891") == [("form-before-its-time", "1891")]


def test_an_extract_of_a_day_before_the_state_kept_registers():
    assert told(TITLE, field="issued_on", day="1894-02-03") == [("issued-before-its-time", "1894-02-03")]
    assert told(TITLE, field="issued_on", day="1895-10-01") == []


@pytest.mark.parametrize("day", ["1895-10-01", "1895", "1931-05-04"])
def test_a_later_birth_is_fine(day):
    assert told(TITLE, day=day) == []


def test_it_looks_at_the_day_that_the_paper_is_about():
    assert told("# HÁZASSÁGI ANYAKÖNYVI KIVONAT", kind="marriage_certificate", field="born_on") == []
    assert told("# HÁZASSÁGI ANYAKÖNYVI KIVONAT", kind="marriage_certificate", field="married_on") != []


def test_papers_of_other_states_and_churches_are_left_alone():
    with pytest.raises(DoesNotApplyError):
        told("# KERESZTLEVÉL", "Református egyház")


def test_its_words_are_for_staff_alone():
    assert for_staff_only("form-before-its-time")
    assert for_staff_only("issued-before-its-time")
