# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Names across spellings, scripts and passports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.documents.given_names import are_forms_of_one_name
from applications.documents.names import ALIKE, SAME, agreement, passport_forms, similarity, sounding

HUNGARIAN = st.text("aábcdeéfghiíjklmnoóöőpqrstuúüűvwxyz", min_size=2, max_size=12)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Szőke", "SZOKE"),
        ("Müller", "MUELLER"),
        ("Müller", "MULLER"),
        ("Ștefănescu", "STEFANESCU"),
        ("Đorđević", "DJORDJEVIC"),
        ("Їжакевич", "IZHAKEVYCH"),
        ("Петренко", "PETRENKO"),
        ("O'Neill-Nagy", "ONEILLNAGY"),
    ],
)
def test_a_passport_may_print_it_so(name, printed):
    assert agreement(name, printed) == SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Szabó", "Сабо"),
        ("Szabó", "SABO"),
        ("Kovács", "Ковач"),
        ("Nagy", "Nađ"),
        ("Horváth", "HORVAT"),
        ("Zsuzsanna", "Жужанна"),
        ("Juhász", "YUHAS"),
        ("Mészáros", "MESAROS"),
        ("Varga", "VARHA"),
    ],
)
def test_spellings_of_one_sound_are_alike(one, other):
    assert ALIKE <= similarity(one, other) < SAME


@pytest.mark.parametrize(
    ("one", "other"), [("Szabó", "Nagy"), ("Kis", "Nagy"), ("Anna", "Olena"), ("Kovács", "Takács"), ("Tóth", "Kiss")]
)
def test_other_names_are_not_alike(one, other):
    assert similarity(one, other) < ALIKE


def test_one_of_two_names_is_enough():
    assert agreement("Szabó", "SZABO KISS") == SAME
    assert agreement("Anna Mária", "ANNA") == SAME
    assert agreement("Anna", "OLENA MARIA") < ALIKE


def test_two_words_need_two_partners():
    assert agreement("Anna Anna", "ANNA MARIA") < ALIKE


def test_a_cut_name_may_agree_with_its_beginning():
    assert agreement("Krisztina Annamária", "KRISZTINA ANNAM", cut_off=True) == SAME
    assert agreement("Krisztina Annamária", "KRISZTINA ANNAM") < SAME


def test_nothing_agrees_with_nothing():
    assert agreement("", "SZABO") == agreement("Szabó", "") == 0
    assert similarity("123", "123") == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("András", "Andrei"),
        ("Istvan", "Ștefan"),
        ("István", "STEVAN"),
        ("János", "Іван"),
        ("Ferenc", "FRANTISEK"),
        ("László", "Vasile"),
        ("Erzsébet", "YELYZAVETA"),
        ("Béla", "Vojislav"),
        ("György", "Gheorghe"),
        ("Sándor", "OLEKSANDR"),
        ("Anna", "HANNA"),
    ],
)
def test_national_forms_are_known(one, other):
    assert are_forms_of_one_name(one, other)
    assert are_forms_of_one_name(other, one)


@pytest.mark.parametrize(("one", "other"), [("András", "Ion"), ("Anna", "Maria"), ("Xyz", "Xyz"), ("", "")])
def test_other_given_names_are_no_forms(one, other):
    assert not are_forms_of_one_name(one, other)


@given(HUNGARIAN)
def test_a_name_is_itself(name):
    assert similarity(name, name.upper()) == SAME
    assert all(form.isascii() for form in passport_forms(name))
    assert sounding(name) == sounding(name.upper())


@given(HUNGARIAN, HUNGARIAN)
def test_similarity_has_no_direction(one, other):
    assert similarity(one, other) == similarity(other, one)
