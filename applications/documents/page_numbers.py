"""Page numbers printed on papers: which page this is and, where it says so, of how many ("Seite 1 von 2")."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from applications.documents.examination import Word
from applications.documents.verdict import Box

MOST_PAGES: Final = 20
"""Pages of a paper at most; larger numbers are those of registers and volumes."""

EDGE: Final = 0.12
"""Share of the page at its top and bottom where bare numbers are page numbers; in the middle they are anything."""

PAGE: Final = r"(?:oldal|lap|seite|blatt|pag(?:ina|ină)?|page|strana|stránka|str|страна|стр|стор(?:інка)?|аркуш|lis[ty]|лист)\b\.?"
OF: Final = r"(?:/|összesen|von|din|of|de|z|zo|od|з|із|од|из)"
NUMBER: Final = r"(\d{1,2})"
WHOLE: Final = (
    re.compile(rf"\b{PAGE}\W{{0,3}}{NUMBER}\.?\W{{0,2}}{OF}\W{{0,2}}{NUMBER}\b(?!\s*[./]\s*\d)"),
    re.compile(rf"(?<![\d./])\b{NUMBER}\s*/\s*{NUMBER}\.?\s*{PAGE}"),
    re.compile(rf"(?<![\d./])\b{NUMBER}\.?\s*{PAGE}\W{{0,3}}{OF}\W{{0,2}}{NUMBER}\b"),
)
"""Ways to say both numbers, anywhere on the page: 'pag. 1 din 2', '1/2. oldal', '1. oldal, összesen 2'."""

ALONE: Final = (
    re.compile(rf"\W*{NUMBER}\s*/\s*{NUMBER}\W*"),
    re.compile(rf"\W*{PAGE}\W{{0,3}}{NUMBER}\W*()"),
    re.compile(rf"\W*{NUMBER}\.?\s*{PAGE}\W*()"),
)
"""Ways that count only where nothing else stands in a line at the edge of the page: '1/2', '1. oldal', 'Seite 1'."""


class PageNumber(NamedTuple):
    """A printed page number: the page (from 1, as in the words) it stands on, what it says, and where.

    `total` is 0 where only the number of the page is told.
    """

    page: int
    number: int
    total: int
    box: Box


def page_numbers(words: Iterable[Word]) -> Iterator[PageNumber]:
    """The first page number on each page that says one; `words` in the order of their lines."""
    told: set[int] = set()
    for (page, _line), group in groupby(words, key=lambda word: (word.page, word.line)):
        line = list(group)
        found = None if page in told else _said(line)
        if found is not None:
            told.add(page)
            yield PageNumber(page, *found, _around(line))


def _said(line: list[Word]) -> tuple[int, int] | None:
    text = " ".join(word.text for word in line).casefold()
    matches = [pattern.search(text) for pattern in WHOLE]
    top, bottom = min(word.box[1] for word in line), max(word.box[3] for word in line)
    if bottom < EDGE or top > 1 - EDGE:
        matches += [pattern.fullmatch(text) for pattern in ALONE]
    for match in filter(None, matches):
        number, total = int(match[1]), int(match[2] or 0)
        if 0 < total < number:
            # Hungarian offices also write '2/1. oldal': of two pages the first.
            number, total = total, number
        if number >= 1 and max(number, total) <= MOST_PAGES:
            return number, total
    return None


def _around(line: list[Word]) -> Box:
    lefts, tops, rights, bottoms = zip(*(word.box for word in line), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
