"""A reference survives being read aloud: every wrong character and every swap is noticed."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from applications.core.references import ALPHABET, check_character, new_reference, normalised, written

bodies = st.text(ALPHABET, min_size=7, max_size=7)
years = st.integers(0, 99).map(lambda year: f"{year:02}")


def reference(year: str, body: str) -> str:
    """Return the sound reference of a year and a body."""
    return written(year, body + check_character(year + body))


def test_it_makes_references_that_it_recognises():
    made = new_reference(date(2026, 11, 21))

    assert made.startswith("HN-26-")
    assert normalised(made) == made


@given(years, bodies)
def test_it_reads_what_people_type(year: str, body: str):
    sound = reference(year, body)

    assert normalised(sound.lower().replace("-", " ")) == sound


@given(years, bodies, st.integers(0, 9), st.sampled_from(ALPHABET))
def test_it_notices_a_wrong_character(year: str, body: str, place: int, other: str):
    characters = list(reference(year, body).replace("-", "")[2:])
    if characters[place] == other or (place < 2 and not other.isdigit()):
        return
    characters[place] = other

    assert normalised("HN" + "".join(characters)) is None


@given(years, bodies, st.integers(2, 8))
def test_it_notices_two_characters_swapped(year: str, body: str, place: int):
    characters = list(reference(year, body).replace("-", "")[2:])
    if characters[place] == characters[place + 1]:
        return
    characters[place], characters[place + 1] = characters[place + 1], characters[place]

    assert normalised("HN" + "".join(characters)) is None


@given(st.text(max_size=30))
def test_it_answers_any_text(text: str):
    found = normalised(text)

    assert found is None or normalised(found) == found
