"""Sections of law and days as readers of each language write them."""

import pytest
from django.utils import translation

from applications.documents import check
from applications.family.days import short_day
from portal.templatetags.sentences import cited


@pytest.mark.parametrize(
    ("english", "hungarian"),
    [
        ("Ápt. 4. § (3)", "Ápt. 4. § (3)"),
        ("Act XLIV of 2010", "2010. évi XLIV. törvény"),
        ("Act L of 1879, 31. §", "1879. évi L. törvény 31. §"),
        ("Act XXIII of 1874, 1. §; Act L of 1879, 32. §", "1874. évi XXIII. törvény 1. §; 1879. évi L. törvény 32. §"),
        ("Act XXXIII of 1921, art. 61", "1921. évi XXXIII. törvény 61. cikk"),
        ("Decree 125/1993, 2. § (1)", "125/1993. (IX. 22.) Korm. rendelet 2. § (1)"),
        ("Decree 28/2020", "28/2020. Korm. rendelet"),
        ("Decree 2200/1939 ME", "2200/1939. M. E. rendelet"),
        ("Fundamental Law G(1)", "Alaptörvény G) cikk (1) bekezdés"),
        ("Fundamental Law G", "Alaptörvény G) cikk"),
    ],
)
def test_sections_are_cited_in_the_language_of_the_page(english, hungarian):
    with translation.override("hu"):
        assert cited(english) == hungarian
        assert cited([english]) == [hungarian]
    with translation.override("en"):
        assert cited(english) == english


def test_every_citation_of_the_rules_is_put_into_hungarian():
    from rules import CONDITIONS, ROUTES

    laws = {law for wordings in CONDITIONS.values() for wording in wordings for law in wording.cites}
    laws |= {law for route in ROUTES.values() for law in route.cites}

    with translation.override("hu"):
        said = [cited(law) for law in sorted(laws)]

    assert not [law for law in said if any(word in law for word in ("Act ", "Decree", "Fundamental", "art. "))]


@pytest.mark.parametrize(
    ("iso", "hu", "en"),
    [("1977-01-14", "1977.01.14.", "1977-01-14"), ("1912-05", "1912. május", "May 1912"), ("1912", "1912", "1912"), ("", "", "")],
)  # fmt: skip
def test_days_of_persons_are_short(iso, hu, en):
    with translation.override("hu"):
        assert short_day(iso) == hu
    with translation.override("en"):
        assert short_day(iso) == en


def test_a_check_says_days_as_its_reader_writes_them():
    args = {"printed": "80-10-09", "answered": "1980-10-16"}

    assert "1980. október 16." in check.render("birth-differs", args, "hu")
    assert "16 October 1980" in check.render("birth-differs", args, "en")
    assert "80-10-09" in check.render("birth-differs", args, "hu")
