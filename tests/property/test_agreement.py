"""Laws of names, dates and places that papers and answers give: whatever the order, accents or script."""

import unicodedata
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from applications.demo.names import FAMILY_NAMES, FEMALE, MALE, family_name, serbian_cyrillic
from applications.documents.agreement import Alike, Days, Places, Standing, alike, days, judged, places
from applications.documents.comparison import Kin

QUICK = settings(max_examples=200, deadline=None)
GIVEN = st.sampled_from([*MALE, *FEMALE])
FAMILY = st.sampled_from(FAMILY_NAMES)
REGISTRY = st.sampled_from(["hu", "ro", "sr", "sk", "uk", "la", "en"])
NAMES = st.builds(lambda family, given: f"{family} {given.hu}", FAMILY, GIVEN)
ANY_TEXT = st.text(max_size=30)


def bare(name):
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))


@QUICK
@given(st.one_of(NAMES, ANY_TEXT), st.one_of(NAMES, ANY_TEXT))
def test_agreement_is_symmetric(one, other):
    assert alike(one, other) is alike(other, one)


@QUICK
@given(NAMES)
def test_accents_case_and_order_do_not_matter(name):
    family, given_name = name.split(" ")

    assert alike(name, bare(name).upper()) is Alike.SAME
    assert alike(name, f"{given_name} {family}") is Alike.SAME
    assert alike(name, f"{bare(given_name)}, {family.upper()}") is Alike.SAME


@QUICK
@given(FAMILY, GIVEN, REGISTRY)
def test_every_registry_of_the_region_writes_the_same_person(family, first, registry):
    sex = "female" if first in FEMALE else "male"
    printed = f"{first.form(registry)} {family_name(family, registry, sex)}"

    assert alike(f"{family} {first.hu}", printed) > Alike.DIFFERENT


@QUICK
@given(FAMILY, GIVEN)
def test_serbian_letters_do_not_matter(family, first):
    latin = f"{family_name(family, 'sr')} {first.sr}"

    assert alike(latin, serbian_cyrillic(latin.lower())) > Alike.DIFFERENT


@QUICK
@given(FAMILY, FAMILY, GIVEN, GIVEN)
def test_another_person_is_not_explained(family, other_family, first, other_first):
    """Two family names that do not sound alike and two given names of different lines are a conflict."""
    names_differ = alike(family, other_family) is alike(first.hu, other_first.hu) is Alike.DIFFERENT

    found = judged(f"{other_family} {other_first.hu}", Kin("1", (family,), (first.hu,)))

    if names_differ and alike(family, other_first.hu) is alike(other_family, first.hu) is Alike.DIFFERENT:
        assert found.standing is Standing.CONFLICT


@QUICK
@given(ANY_TEXT, NAMES)
def test_any_printed_text_is_judged(text, name):
    family, first = name.split(" ")

    assert judged(text, Kin("1", (family,), (first,), (name,))).standing in Standing


@QUICK
@given(st.dates(min_value=date(1800, 1, 1)), st.dates(min_value=date(1800, 1, 1)))
def test_dates_are_compared_symmetrically(one, other):
    a, b = one.isoformat(), other.isoformat()

    assert days(a, b) is days(b, a)
    assert (days(a, b) is Days.SAME) == (one == other)
    assert days(a, a[:4]) is days(a[:7], a) is Days.SAME


@QUICK
@given(
    st.one_of(ANY_TEXT, st.sampled_from(["Kolozsvár", "Cluj-Napoca", "Klausenburg", "Nagyvárad", "Oradea"])), ANY_TEXT
)
def test_places_are_compared_symmetrically(one, other):
    assert places(one, other) is places(other, one)


def test_one_place_by_its_names():
    assert places("Kolozsvár", "Cluj-Napoca") is Places.RENAMED
    assert places("Kolozsvár", "mun. KOLOZSVAR") is Places.SAME
    assert places("Kolozsvár", "Oradea") is Places.DIFFERENT
