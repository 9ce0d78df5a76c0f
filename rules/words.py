"""Reasons as message ids with arguments, and their words in every language there is a catalogue for.

A message id is the full English sentence with named {placeholders}. Catalogues are compiled from
locale/<language>/LC_MESSAGES/rules.po and read with the standard library's gettext when first needed.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

LOCALE: Final = Path(__file__).resolve().parent.parent / "locale"
_PLACEHOLDER: Final = re.compile(r"\{([a-z_]+)\}")
_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO_MONTH: Final = re.compile(r"[0-9]{4}-[0-9]{2}")


class Who(NamedTuple):
    """A person of the case: id, name where the facts give one, and the line from the applicant ('father.mother')."""

    person: str
    name: str | None
    line: str | None


class Day(NamedTuple):
    """A whole or partial date in ISO 8601."""

    day: str


class Country(NamedTuple):
    """A state by its ISO 3166-1 code."""

    country: str


Argument = str | int | Who | Day | Country


class Reason(NamedTuple):
    """One sentence of an explanation, not yet in any language."""

    message_id: str
    items: tuple[tuple[str, Argument], ...] = ()

    @property
    def args(self) -> dict[str, object]:
        """The arguments as JSON values: plain, or an object that says what the value is."""
        return {key: value if isinstance(value, (str, int)) else value._asdict() for key, value in self.items}

    def as_dict(self) -> dict[str, object]:
        """`{"id": ..., "args": {...}}`: store it, and render it later with `render`."""
        return {"id": self.message_id, "args": self.args}

    def render(self, language: str) -> str:
        """The sentence in 'hu' or 'en'."""
        return render(self.message_id, self.args, language)


def say(message_id: str, **arguments: Argument) -> Reason:
    """A reason: an English sentence of the catalogue and the values of its placeholders."""
    if arguments:
        return _reason(Reason, (message_id, tuple(arguments.items())))
    known = _plain.get(message_id)
    if known is None:
        known = _plain[message_id] = Reason(message_id)
    return known


# What a rule says is made many times for each case, and read only when somebody asks why.
_reason: Final = tuple.__new__
# Sentences without placeholders: as many as are written in the rules, each made once.
_plain: Final[dict[str, Reason]] = {}


_loaded: dict[str, gettext.NullTranslations] = {}


def _catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; the English message ids themselves where there is none."""
    found = _loaded.get(language)
    if found is None:
        if re.fullmatch(r"[a-z]{2}(-[a-z]{2})?", language) is None:
            return gettext.NullTranslations()
        found = gettext.translation("rules", LOCALE, [language], fallback=True)
        if isinstance(found, gettext.GNUTranslations):
            _loaded[language] = found
    return found


def speaks(language: str) -> bool:
    """Is there a compiled catalogue of the language? English needs none."""
    return language == "en" or isinstance(_catalogue(language), gettext.GNUTranslations)


def translate(message_id: str, language: str) -> str:
    """The words of a message in a language, placeholders still in it."""
    return _catalogue(language).gettext(message_id) if message_id else ""


def render(message_id: str, args: Mapping[str, object], language: str) -> str:
    """The sentence of a stored reason in a language. A placeholder without a value stays as it is."""

    def fill(match: re.Match[str]) -> str:
        return _shown(args[match[1]], language) if match[1] in args else match[0]

    sentence = _PLACEHOLDER.sub(fill, translate(message_id, language))
    return sentence[:1].upper() + sentence[1:]


def closed(sentence: str) -> str:
    """The sentence with a full stop, unless it ends with a question mark, or with a Hungarian day, which has one."""
    return sentence if sentence.endswith((".", "?")) else f"{sentence}."


def title(identity: str, language: str) -> str:
    """The title of a condition or a route. KeyError where there is none of that id."""
    return translate(TITLES[identity], language)


def _shown(value: object, language: str) -> str:
    if isinstance(value, Mapping):
        if "person" in value:
            return _person(value, language)
        if "day" in value:
            return shown_day(str(value["day"]), language)
        if "country" in value:
            return translate(COUNTRIES.get(str(value["country"]), str(value["country"])), language)
    return str(value)


def shown_day(text: str, language: str) -> str:
    """A whole or partial ISO date as a person writes it: '26 July 1921', '1921. július 26.'."""
    if _ISO_DAY.fullmatch(text):
        when = date.fromisoformat(text)
        month = translate(MONTHS[when.month - 1], language)
        form = translate("{number} {month} {year}", language)
        return form.format(number=when.day, month=month, year=when.year)
    if _ISO_MONTH.fullmatch(text):
        year, number = text.split("-")
        month = translate(MONTHS[int(number) - 1], language)
        return translate("{month} {year}", language).format(month=month, year=year)
    return text or translate("a day not known", language)


def _person(value: Mapping[str, object], language: str) -> str:
    line = value.get("line")
    relation = None if line is None else relation_words(str(line), language)
    name = value.get("name")
    if name:
        return f"{name} ({relation})" if relation else str(name)
    return relation or str(value["person"])


def relation_words(line: str, language: str) -> str:
    """'father.mother' as "the applicant's father's mother"."""
    words = translate("the applicant", language)
    steps = [step for step in line.split(".") if step in KIN]
    joint = translate("{owner}'s {kin}", language)
    for number, step in enumerate(steps):
        # A kin word that owns the next one may be inflected ("édesapjának édesanyja"), so it has a context of its own.
        inflected = number < len(steps) - 1
        kin = _catalogue(language).pgettext("owner", step) if inflected else translate(step, language)
        words = joint.replace("{owner}", words).replace("{kin}", kin)
    return words


MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
KIN: Final = ("father", "mother", "parent", "spouse", "child")
# Filled where they are declared: names of states by the tables, titles of conditions and routes by the registry.
COUNTRIES: Final[dict[str, str]] = {"HU": "Hungary"}
TITLES: Final[dict[str, str]] = {}
