"""What kind of paper some words make: by the phrases of kind_phrases.py, where they stand and how large they are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import Final, NamedTuple

from applications.documents.examination import Word
from applications.documents.kind_phrases import SIGN, SIGNS, TITLE, TITLES, TRANSLATION
from applications.documents.phrase_search import Phrase, around, find, joined_letters, phrase
from applications.documents.verdict import Evidence

LEAST: Final = 9.0
"""Points from which a kind is named: a title, or three signs that speak for no other kind."""

AHEAD: Final = 1.25
"""How many times the points of the second kind the first must have: papers name each other."""

LARGE: Final = 1.25
"""Height, in heights of the page's usual word, from which a word belongs to a title."""

UPPER: Final = 0.4
"""Share of the first page in which titles stand."""

MOST_SIGNS: Final = 3
"""Signs that are counted: a page with much print must not outweigh a title."""

UNTITLED: Final = frozenset({"birth_certificate", "marriage_certificate", "death_certificate"})
SIGNS_ALONE: Final = 4
"""Signs by which these kinds are recognised where their title was not read, in ornament or under glare: each of them is a
form with labels of its own. They must outnumber those of any other kind two to one.
"""

STRAY: Final = 0.5
"""What a title is worth in the small print or lower on the page, where papers name other papers."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A kind (id of kinds.py, empty where none was recognised), the words that say so, and whether it is a translation."""

    kind: str
    points: float
    evidence: tuple[Evidence, ...]
    translation: bool


class _Entry(NamedTuple):
    kind: str
    weight: int
    phrase: Phrase


@cache
def known_phrases() -> tuple[_Entry, ...]:
    """Every title and sign that is looked for, made ready for searching."""
    tables = ((TITLES, TITLE), (SIGNS, SIGN), ({"translation": TRANSLATION}, TITLE))
    return tuple(
        _Entry(kind, weight, phrase(text))
        for table, weight in tables
        for kind, texts in table.items()
        for text in texts.split(" | ")
    )


def recognise(words: Sequence[Word]) -> Recognised:
    """The kind of paper that the words of a file's first pages make."""
    titles: defaultdict[str, float] = defaultdict(float)
    signs: defaultdict[str, set[str]] = defaultdict(set)
    said: defaultdict[str, list[Evidence]] = defaultdict(list)
    for page in sorted({word.page for word in words}):
        on_page = joined_letters([word for word in words if word.page == page])
        for entry, start, end, slips in _outermost(on_page):
            run = on_page[start:end]
            if entry.weight == SIGN:
                signs[entry.kind].add(entry.phrase.letters)
                continue
            worth = (entry.weight - slips / 2) * _standing(run, on_page, page)
            titles[entry.kind] = max(titles[entry.kind], worth)
            said[entry.kind].append(Evidence(page, around(run)))
    return _best(titles, signs, said)


def _outermost(words: Sequence[Word]) -> list[tuple[_Entry, int, int, int]]:
    """Phrases found, without those that are part of a longer title, or of a longer sign of their own kind: a taufschein is
    none within a geburts- und …
    """
    entries = known_phrases()
    hits = [
        (entries[hit.phrase], hit.start, hit.end, hit.slips) for hit in find([each.phrase for each in entries], words)
    ]
    return [
        hit
        for hit in hits
        if not any(
            (other.weight == TITLE or other.kind == hit[0].kind)
            and start <= hit[1]
            and hit[2] <= end
            and len(other.phrase.letters) > len(hit[0].phrase.letters) + 1
            for other, start, end, _ in hits
        )
    ]


def _standing(run: Sequence[Word], page: Sequence[Word], number: int) -> float:
    """How much a phrase stands like a title: large print, or high on the first page."""
    usual = median(word.box[3] - word.box[1] for word in page)
    height = median(word.box[3] - word.box[1] for word in run)
    large = height >= LARGE * usual
    high = number == 1 and run[0].box[1] < UPPER
    if large and high:
        return 1.5
    return 1.0 if large or high else STRAY


def _best(titles: dict[str, float], signs: dict[str, set[str]], said: dict[str, list[Evidence]]) -> Recognised:
    translation = titles.pop("translation", 0.0) > 0
    points = {
        kind: titles.get(kind, 0.0) + SIGN * min(MOST_SIGNS, len(signs.get(kind, ()))) for kind in {*titles, *signs}
    }
    ranked = sorted(points, key=lambda kind: -points[kind])
    if not ranked or points[ranked[0]] < LEAST:
        return Recognised("", 0.0, (), translation)
    if not titles.get(ranked[0]):
        return _untitled(titles, signs, translation=translation)
    second = points[ranked[1]] if len(ranked) > 1 else 0.0
    if points[ranked[0]] < AHEAD * second:
        return Recognised("", 0.0, (), translation)
    return Recognised(ranked[0], points[ranked[0]], tuple(said[ranked[0]]), translation)


def _untitled(titles: dict[str, float], signs: dict[str, set[str]], *, translation: bool) -> Recognised:
    """The kind that many signs alone speak for; none where a title speaks for another."""
    counts = {kind: len(found) + titles.get(kind, 0.0) / SIGN for kind, found in signs.items()}
    counts |= {kind: worth / SIGN for kind, worth in titles.items() if kind not in signs}
    first, *others = sorted(counts, key=lambda kind: -counts[kind])
    clear = counts[first] >= SIGNS_ALONE and all(counts[first] >= 2 * counts[kind] for kind in others)
    return Recognised(
        first if clear and first in UNTITLED else "", SIGN * counts[first] if clear else 0.0, (), translation
    )
