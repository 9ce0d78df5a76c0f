"""The kinds of fields of our own: what they take, what they refuse, and in which words."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from portal.public.countries import country_choices, names_in
from portal.public.fields import CountryField, NameField, PartialDateField, PhoneField, PlaceField, YesNoField
from portal.public.partial_dates import month_number, parts_of


def error_of(field: forms.Field, value: object) -> ValidationError:
    """Return the error with which a field refuses a value."""
    with pytest.raises(ValidationError) as caught:
        field.clean(value)
    return caught.value.error_list[0]


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        (("1912", "", ""), "1912"),
        (("1912", "5", ""), "1912-05"),
        (("1912", "05", "3"), "1912-05-03"),
        (("1912.", "V.", "3."), "1912-05-03"),
        (("1912", "május", ""), "1912-05"),
        (("1912", "May", "31"), "1912-05-31"),
        (("1912", "szept", ""), "1912-09"),
        (("1904", "2", "29"), "1904-02-29"),
        (("", "", ""), ""),
    ],
)
def test_a_partial_date_is_taken_as_people_write_it(typed, iso):
    assert PartialDateField(required=False).clean(typed) == iso


@pytest.mark.parametrize(
    ("typed", "code", "parts"),
    [
        (("", "5", ""), "year", ("year",)),
        (("12", "", ""), "year", ("year",)),
        (("1650", "", ""), "early", ("year",)),
        (("1912", "13", ""), "month", ("month",)),
        (("1912", "m", ""), "month", ("month",)),
        (("1912", "", "3"), "month_missing", ("month",)),
        (("1912", "4", "31"), "day", ("day",)),
        (("1911", "2", "29"), "day", ("day",)),
        (("1912", "4", "x"), "day", ("day",)),
    ],
)
def test_a_wrong_date_names_the_part_that_is_wrong(typed, code, parts):
    error = error_of(PartialDateField(), typed)

    assert (error.code, error.params["parts"]) == (code, parts)


def test_the_future_begins_tomorrow_whatever_is_known_of_the_date(tell_time):
    tell_time(datetime(2026, 5, 10, 12, tzinfo=UTC))
    field = PartialDateField()

    assert field.clean(("2026", "5", "10")) == "2026-05-10"
    assert field.clean(("2026", "", "")) == "2026"
    for typed in (("2026", "5", "11"), ("2026", "6", ""), ("2027", "", "")):
        assert error_of(field, typed).code == "future"
    assert PartialDateField(future=True).clean(("2027", "", "")) == "2027"


def test_a_whole_date_misses_what_is_left_empty():
    error = error_of(PartialDateField(whole=True), ("1985", "6", ""))

    assert (error.code, error.params["parts"]) == ("whole", ("day",))


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2025, 12, 31)), st.integers(1, 3))
def test_what_a_date_field_saves_it_shows_again(day, known):
    iso = "-".join(day.isoformat().split("-")[:known])

    assert PartialDateField().clean(parts_of(iso)) == iso
    assert not PartialDateField().has_changed(iso, parts_of(iso))


def test_a_letter_that_begins_no_month_is_none():
    assert [month_number(text) for text in ("0", "13", "ju", "x.", "xii", "Júl.")] == [0, 0, 0, 10, 12, 7]


def test_the_parts_stand_in_the_order_of_the_language():
    field = PartialDateField()
    orders = {}
    for language in ("hu", "en"):
        with translation.override(language):
            orders[language] = [attrs["name"] for attrs, _ in field.widget.parts("b", "id_b", "1912-05", frozenset())]

    assert orders == {"hu": ["b_year", "b_month", "b_day"], "en": ["b_day", "b_month", "b_year"]}


def test_a_place_keeps_the_picked_one_beside_the_typed_name():
    field = PlaceField()

    assert field.clean({"name": "  Kolozsvár ", "place": "681290"}) == {"name": "Kolozsvár", "place": "681290"}
    assert field.clean("Torda") == {"name": "Torda", "place": ""}
    assert PlaceField(required=False).clean({"name": "", "place": "681290"}) is None
    assert error_of(field, {"name": " "}).code == "required"
    assert error_of(field, "x" * 121).code == "long"
    assert field.has_changed({"name": "Torda", "place": ""}, {"name": "Torda", "place": "1"})


def test_yes_and_no_are_true_and_false():
    field = YesNoField(required=False)

    assert [field.clean(value) for value in ("yes", "no", "")] == [True, False, None]
    assert [field.prepare_value(value) for value in (True, False, None)] == ["yes", "no", None]
    assert error_of(field, "perhaps").code == "invalid_choice"


@pytest.mark.parametrize("name", ["Szabó-Kiss Ágnes", "O’Neill", "Ђорђе Жујић", "ifj. Tóth", "Müller"])
def test_a_name_may_be_in_any_script(name):
    assert NameField().clean(f" {name} ") == name


def test_a_name_is_kept_composed():
    assert NameField().clean("Szo\u030bke  Pál") == "Szőke Pál"


@pytest.mark.parametrize("name", ["Kovács 2", "<b>Pál", "Pál; drop", "a\u0000b"])
def test_a_name_holds_no_digits_and_no_markup(name):
    assert error_of(NameField(), name).code in {"characters", "null_characters_not_allowed"}


def test_a_telephone_number_is_kept_without_its_punctuation():
    assert PhoneField().clean("0040 (264) 123-456") == "+40264123456"
    assert error_of(PhoneField(), "12").code == "digits"


def test_countries_stand_in_the_order_of_the_readers_alphabet():
    with translation.override("hu"):
        hungarian = [name for code, name in country_choices() if code]
    assert (
        hungarian.index("Curaçao") < hungarian.index("Csád") < hungarian.index("Csehország") < hungarian.index("Dánia")
    )
    assert hungarian.index("Omán") < hungarian.index("Örményország")
    assert "EU" not in names_in("en")
    assert CountryField().clean("RO") == "RO"
    assert error_of(CountryField(), "XX").code == "invalid_choice"
