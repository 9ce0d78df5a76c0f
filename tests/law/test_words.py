"""Every word of the rules in both languages."""

import re
from pathlib import Path

import polib
import pytest

import rules
from rules import words
from tests.law.families import DESCENT
from tests.law.messages import all_messages

PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


pytestmark = pytest.mark.usefixtures("catalogues")


@pytest.mark.parametrize("language", ["en", "hu"])
def test_every_message_has_its_words(language):
    source = Path(rules.__file__).parent.parent / "locale" / language / "LC_MESSAGES" / "rules.po"
    entries = {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(source))}

    assert set(entries) == all_messages()
    for (_, message), entry in entries.items():
        assert entry.msgstr
        assert "fuzzy" not in entry.flags
        assert sorted(PLACEHOLDER.findall(entry.msgstr)) == sorted(PLACEHOLDER.findall(message))


@pytest.mark.parametrize(
    ("day", "english", "hungarian"),
    [
        ("1921-07-26", "26 July 1921", "1921. július 26."),
        ("1921-07", "July 1921", "1921. július"),
        ("1921", "1921", "1921"),
        ("", "a day not known", "ismeretlen napon"),
    ],
)
def test_days(day, english, hungarian):
    assert words.shown_day(day, "en") == english
    assert words.shown_day(day, "hu") == hungarian


@pytest.mark.parametrize(
    ("line", "english", "hungarian"),
    [
        ("", "the applicant", "a kérelmező"),
        ("father", "the applicant's father", "a kérelmező édesapja"),
        ("father.mother", "the applicant's father's mother", "a kérelmező édesapjának édesanyja"),
        ("spouse", "the applicant's spouse", "a kérelmező házastársa"),
    ],
)
def test_relations(line, english, hungarian):
    assert words.relation_words(line, "en") == english
    assert words.relation_words(line, "hu") == hungarian


def test_a_stored_reason_can_be_rendered_later():
    condition = rules.assess(DESCENT, routes=["simplified_descent"])["simplified_descent"].conditions[2]
    stored = [reason.as_dict() for reason in condition.because]

    assert condition.id == "ancestry"
    assert rules.words.render(stored[0]["id"], stored[0]["args"], "hu") == (
        "A kérelmező édesapjának édesapja: valamikor magyar állampolgár volt"
    )
    assert condition.because[0].render("en").endswith("was a Hungarian citizen at some time")


def test_a_name_stands_before_the_relation():
    who = {"person": "gf", "name": "Kovács János", "line": "father.father"}

    assert words.render("{who}: stateless", {"who": who}, "hu") == (
        "Kovács János (a kérelmező édesapjának édesapja): hontalan"
    )


def test_titles_and_unknown_languages():
    assert rules.words.title("language", "hu") == "Tud magyarul"
    assert rules.words.title("language", "xx") == "Knows Hungarian"
    assert rules.words.translate("Knows Hungarian", "../etc") == "Knows Hungarian"
    with pytest.raises(KeyError):
        rules.words.title("nothing", "en")


def test_a_stored_message_can_reach_no_attribute():
    assert words.render("{who.__class__} {who}", {"who": "x"}, "en") == "{who.__class__} x"
