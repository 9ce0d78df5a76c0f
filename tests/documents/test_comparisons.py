# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Papers against the answers and against each other, on examinations written by hand."""

from dataclasses import replace
from datetime import date

import pytest

from applications.documents.check import ComparedPaper, ExpectedPerson, render, run_comparisons
from applications.documents.examination import Examination, MrzReading, Page
from applications.documents.mrz import parse
from tests.documents.zone_pages import digit

ON = date(2026, 11, 20)


def passport_lines(name="SZABO<<ANNA<MARIA", number="L898902C3"):
    """The zone of a Romanian passport that expires on 15 April 2030."""
    second = f"{number}{digit(number)}ROU7408122F300415{digit('300415')}ZE184226B<<<<<1"
    return [f"P<ROU{name}".ljust(44, "<"), second + digit(second[:10] + second[13:20] + second[21:43])]


LINES = passport_lines()
ANNA = ExpectedPerson(("Szabó",), ("Anna Mária",), "1974-08-12", "female", "L898902C3", ("RO", "HU"))


def zone_of(lines):
    zone = parse(lines)
    box = (0.1, 0.8, 0.9, 0.95)
    return MrzReading(zone.format, zone.lines, zone.fields, not zone.faults, zone.faults, 1, box, 90)


MARKS = tuple(range(96))


def page(number=1, phash="0f0f0f0f0f0f0f0f", *, blank=False, marks=MARKS):
    return Page(number, 1000, 700, "a.jpg", "b.jpg", phash, blank, 500.0, 300, marks)


def examined(zone=None, pages=None):
    return Examination("jpeg", pages or (page(),), zone, versions={"mrz": "1"})


def passport(id_="1", *, zone=None, sha="aa", phash="0f0f0f0f0f0f0f0f"):
    return ComparedPaper(id_, "passport", (sha,), (examined(zone or zone_of(LINES), (page(phash=phash),)),))


def said(paper, expected=ANNA, others=(), on=ON):
    verdicts = run_comparisons(paper, others, expected, on)
    return {item.code: item for item in verdicts if not item.code.endswith("-ok")}


def test_the_zone_of_the_examples_holds():
    assert zone_of(LINES).valid


def test_a_passport_that_agrees_is_accepted():
    verdicts = run_comparisons(passport(), [], ANNA, ON)

    assert {item.outcome.value for item in verdicts} == {"accept"}
    codes = {item.code for item in verdicts}
    assert codes >= {
        "names-agree",
        "zone-birth-ok",
        "zone-sex-ok",
        "zone-number-ok",
        "zone-nationality-ok",
        "zone-expiry-ok",
    }


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"family_names": ("Nagy",)}, "names-differ"),
        ({"given_names": ("Olga",)}, "names-differ"),
        ({"born_on": "1974-08-13"}, "birth-differs"),
        ({"born_on": "1975"}, "birth-differs"),
        ({"sex": "male"}, "sex-differs"),
        ({"document_number": "L898902C4"}, "number-differs"),
        ({"nationalities": ("RS",)}, "nationality-not-answered"),
    ],
)
def test_each_disagreement_is_said(changes, code):
    found = said(passport(), replace(ANNA, **changes))

    assert list(found) == [code] or set(found) == {code, "names-agree"}
    verdict = found[code]
    assert verdict.outcome == "review"
    assert verdict.evidence[0].box == (0.1, 0.8, 0.9, 0.95)
    assert all(render(code, verdict.args, language) for language in ("hu", "en"))
    assert "–" not in render(code, verdict.args, "hu")


@pytest.mark.parametrize(
    "changes",
    [
        {"family_names": ("Kovács", "Szabó")},
        {"given_names": ("Anna",)},
        {"born_on": "1974-08"},
        {"born_on": "1974"},
        {"document_number": "l898 902-c3"},
        {"document_number": "L8989O2C3"},
        {"nationalities": ("ROU",)},
    ],
)
def test_what_only_looks_different_agrees(changes):
    assert set(said(passport(), replace(ANNA, **changes))) == {"names-agree"}


def test_other_spellings_are_named_but_accepted():
    found = said(passport(), replace(ANNA, family_names=("Сабо",)))

    assert set(found) == {"names-spelled-otherwise"}
    assert found["names-spelled-otherwise"].outcome == "accept"
    assert "SZABO" in render("names-spelled-otherwise", found["names-spelled-otherwise"].args, "hu")


def test_a_national_form_of_a_given_name_is_explained():
    zone = zone_of(passport_lines("SABO<<ANDREI"))
    found = said(passport(zone=zone), replace(ANNA, given_names=("András",)))

    assert set(found) == {"names-national-form"}
    assert found["names-national-form"].outcome == "accept"
    assert "names-differ" in said(passport(zone=zone), replace(ANNA, given_names=("Béla",)))
    assert "names-differ" in said(passport(zone=zone), replace(ANNA, family_names=("Kiss",), given_names=("András",)))


def test_nothing_answered_is_nothing_compared():
    verdicts = run_comparisons(passport(), [], ExpectedPerson(), ON)

    compared = {item.code.removesuffix("-ok") for item in verdicts}
    assert compared == {"missing-zone", "same-file", "zone-expiry"}


def test_expiry_looks_at_the_day():
    assert "document-expired" not in said(passport(), on=date(2030, 4, 15))
    assert said(passport(), on=date(2030, 4, 16))["document-expired"].args == {"expired": "2030-04-15"}


def test_a_field_that_does_not_hold_is_not_compared():
    faulty = zone_of([LINES[0], LINES[1].replace("7408122", "7508122")])

    assert "born_on" in faulty.faults
    assert "birth-differs" not in said(passport(zone=faulty))


def test_a_document_without_its_zone_is_asked_for():
    paper = ComparedPaper("1", "id_card", ("aa",), (examined(),))

    assert set(said(paper)) == {"zone-missing"}


def test_the_other_side_of_a_card_may_carry_the_zone():
    paper = ComparedPaper("1", "id_card", ("aa", "bb"), (examined(), examined(zone_of(LINES))))
    found = said(paper, replace(ANNA, sex="male"))

    assert "zone-missing" not in found
    assert found["sex-differs"].evidence[0].page == 2


def test_an_unread_document_is_not_called_incomplete():
    paper = ComparedPaper("1", "passport", ("aa",), (Examination("pdf"),))

    assert said(paper) == {}


def test_other_kinds_are_not_compared_by_zone():
    paper = ComparedPaper("1", "birth_certificate", ("aa",), (examined(),))

    assert {item.code for item in run_comparisons(paper, [], ANNA, ON)} == {"same-file-ok"}


def birth(id_, sha, phash, *, blank=False, marks=MARKS):
    pages = (page(phash=phash, blank=blank, marks=marks),)
    return ComparedPaper(id_, "birth_certificate", (sha,), (examined(None, pages),))


def test_the_same_file_is_noticed():
    twice = ComparedPaper("1", "other", ("aa", "aa"), (examined(), examined()))

    assert "same-file-twice" in said(twice)
    found = said(birth("1", "aa", "0" * 16), others=[birth("1", "aa", "0" * 16), birth("2", "aa", "0" * 16)])
    assert {code: verdict.args for code, verdict in found.items()} == {"same-file-elsewhere": {"other": "2"}}


def test_blank_pages_look_like_nothing():
    assert said(birth("1", "aa", "0" * 16, blank=True), others=[birth("2", "bb", "0" * 16, blank=True)]) == {}


def test_two_passports_of_one_design_are_two():
    """Two people's passports hash alike; their zones say that they are two documents."""
    other_zone = zone_of(passport_lines("SZABO<<BELA", "M898902C3"))

    assert "looks-like-another" not in said(passport(), others=[passport("2", zone=other_zone, sha="bb")])
    again = passport("2", sha="bb", phash="0f0f0f0f0f0f0ff0")
    assert said(passport(), others=[again])["looks-like-another"].args["other"] == "2"
