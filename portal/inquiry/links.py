"""Answers as a text: whole in the hidden field of a form, with years and areas alone in a link.

One key an answer ("mf.birth"), its fields joined by "~" in their order, "?" where nothing is known.
"""

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from applications.core import clock
from portal.inquiry.question import Answer, Field, Key, Kind, Question, Told
from portal.inquiry.questions import QUESTION
from portal.public.countries import names_in
from rules.dates import span

NOT_KNOWN = "?"
BETWEEN = "~"
MORE = "more"
LONGEST = 6000
LONGEST_PLACE = 120
MOST_ANSWERS = 200
EARLIEST = "1700"
TRAIL = re.compile(r"[mf]{1,5}")
AREA = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


class BrokenLink(Exception):
    """A text of answers that no page of ours has written."""


def written(told: Told, *, more: bool = False) -> str:
    """Return the answers as a text."""
    pairs = [(key.text, packed(QUESTION[key.question], answer)) for key, answer in told.items()]
    return urlencode([*pairs, (MORE, "1")] if more else pairs, safe="~/?")


def packed(question: Question, answer: Answer) -> str:
    """Return one answer: its fields in their order, without the empty ones at the end."""
    texts = [answer.get(field.name, "").replace(BETWEEN, " ") for field in question.fields]
    return BETWEEN.join(texts).rstrip(BETWEEN) or NOT_KNOWN


def read(text: str) -> tuple[dict[Key, Answer], bool]:
    """Return the answers of a text, and whether all ways are to be looked into. Raises BrokenLink.

    Keys that are not ours are passed over: other sites put theirs behind a link.
    """
    if len(text) > LONGEST:
        raise BrokenLink
    try:
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_ANSWERS)
    except ValueError as error:
        raise BrokenLink from error
    told: dict[Key, Answer] = {}
    for name, value in pairs:
        trail, _dot, last = name.rpartition(".")
        question = QUESTION.get(last)
        if question is None:
            continue
        if (trail and not TRAIL.fullmatch(trail)) or not question.fits(trail):
            raise BrokenLink
        told[Key(trail, last)] = unpacked(question, value)
    return told, dict(pairs).get(MORE) == "1"


def unpacked(question: Question, text: str) -> Answer:
    """Return one answer; BrokenLink where a field cannot hold what stands there, or one that is needed is missing."""
    if text == NOT_KNOWN:
        return {}
    parts = text.split(BETWEEN)
    if len(parts) > len(question.fields):
        raise BrokenLink
    values = dict(zip((field.name for field in question.fields), parts, strict=False))
    for field in question.fields:
        value = values.get(field.name, "")
        if not (READERS[field.kind](field, value) if value else field.optional):
            raise BrokenLink
    found = {name: value for name, value in values.items() if value}
    if not found:
        raise BrokenLink
    return found


def is_choice(field: Field, value: str) -> bool:
    """Whether a value is one to choose."""
    return value in dict(field.options)


def is_day(_field: Field, value: str) -> bool:
    """Whether a value is a day or a part of one, not to come."""
    try:
        return value >= EARLIEST and span(value).first <= clock.today()
    except ValueError:
        return False


def is_place(_field: Field, value: str) -> bool:
    """Whether a value is an area, a name, or both."""
    area, _slash, name = value.partition("/")
    return (not area or bool(AREA.fullmatch(area))) and len(name) <= LONGEST_PLACE and name.isprintable()


def is_country(_field: Field, value: str) -> bool:
    """Whether a value is a country of today."""
    return value in names_in("en")


READERS = {Kind.CHOICE: is_choice, Kind.DAY: is_day, Kind.PLACE: is_place, Kind.COUNTRY: is_country}


def reduced(told: Told) -> dict[Key, Answer]:
    """Return the answers as they may stand in a link: years for days, areas for places, nothing of what is private."""
    return {key: lean(QUESTION[key.question], answer) for key, answer in told.items()}


def lean(question: Question, answer: Answer) -> Mapping[str, str]:
    """Return one answer without what could tell who gave it."""
    if question.private:
        return {}
    kinds = {field.name: field.kind for field in question.fields}
    short = {name: shortened(kinds[name], value) for name, value in answer.items()}
    return {name: value for name, value in short.items() if value}


def shortened(kind: Kind, value: str) -> str:
    """Return a year for a day, an area for a place."""
    if kind is Kind.DAY:
        return value[:4]
    return value.partition("/")[0] if kind is Kind.PLACE else value
