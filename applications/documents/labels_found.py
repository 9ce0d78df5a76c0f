"""The labels of a page: which of field_labels.py stand where, the longer before the shorter."""

import itertools
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from applications.documents.examination import Word
from applications.documents.field_labels import FIELDS, OTHERS, PARTS, PERSONS
from applications.documents.page_rows import Place, Rows
from applications.documents.phrase_search import Phrase, find, phrase

GAP_BEFORE: Final = 1.0
GAP_WITHIN: Final = 3.0
"""In heights of a word: the gap from which a word begins something new, and the widest gap within one label."""

TORN: Final = 0.03
"""Share of the page's width up to which a gap does not tear a label: boxes of small print are smaller than the words."""


class Label(NamedTuple):
    """A label at its place: its role (field, part, person, other) and the field, part or person it stands for."""

    role: str
    names: tuple[str, ...]
    place: Place


class _Entry(NamedTuple):
    role: str
    name: str
    phrase: Phrase


@cache
def known_phrases() -> tuple[_Entry, ...]:
    """Every label that is looked for, made ready for searching."""
    tables = (("field", FIELDS), ("part", PARTS), ("person", PERSONS), ("other", {"": OTHERS}))
    return tuple(
        _Entry(role, name, phrase(text))
        for role, table in tables
        for name, texts in table.items()
        for text in dict.fromkeys(texts.split(" | "))
    )


def labels_on(rows: Rows) -> list[Label]:
    """The labels of a page in reading order; of labels within each other only the longest."""
    entries = known_phrases()
    hits = []
    for hit in find([entry.phrase for entry in entries], rows.words):
        place = rows.place(hit.start, hit.end)
        if place and _stands_alone(rows, place, entries[hit.phrase].phrase):
            hits.append((entries[hit.phrase], place, hit.slips))
    hits.sort(key=lambda hit: (hit[2] - len(hit[0].phrase.letters), hit[2], hit[0].role == "other"))
    kept: list[tuple[Label, str]] = []
    for entry, place, _ in hits:
        letters = entry.phrase.letters
        same = next((at for at, (label, other) in enumerate(kept) if label.place == place and other == letters), None)
        if same is not None and kept[same][0].role == entry.role == "field":
            label = kept[same][0]
            kept[same] = (label._replace(names=(*dict.fromkeys((*label.names, entry.name)),)), letters)
        elif all(not _overlap(label.place, place) for label, _ in kept):
            kept.append((Label(entry.role, (entry.name,), place), letters))
    return sorted((label for label, _ in kept), key=lambda label: (label.place.row, label.place.start))


def _overlap(one: Place, other: Place) -> bool:
    return one.row == other.row and one.start < other.end and other.start < one.end


def _stands_alone(rows: Rows, place: Place, sought: Phrase) -> bool:
    """Whether words stand as a label does: not torn by a gap, and short ones not in the middle of a sentence."""
    words = rows.at(place)
    high = max(word.box[3] - word.box[1] for word in words)
    wide = high * 0.7  # boxes are shares of width and of height; papers are upright more often than not
    if any(right.box[0] - left.box[2] > max(GAP_WITHIN * wide, TORN) for left, right in itertools.pairwise(words)):
        return False
    if (sought.length > 1 and len(sought.letters) > 8) or words[-1].text.endswith((":", "/")):  # noqa: PLR2004
        return True
    before = rows.rows[place.row][: place.start]
    return not before or not _is_word(before[-1]) or words[0].box[0] - before[-1].box[2] > GAP_BEFORE * wide


def _is_word(word: Word) -> bool:
    """Whether a word is more than a number, a sign, or the end of another label."""
    return sum(letter.isalpha() for letter in word.text) > 1 and not word.text.endswith((":", "/", ",", ";", ")"))


def until(rows: Rows, labels: Sequence[Label], place: Place) -> int:
    """Where in its row the value after a label ends at the latest: at the next label."""
    starts = [other.place.start for other in labels if other.place.row == place.row and other.place.start >= place.end]
    return min(starts, default=len(rows.rows[place.row]))
