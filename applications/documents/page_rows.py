"""The words of a page in rows as a person reads them, whatever blocks a reader of text made; and what stands beside,
below and above a place in them.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from applications.documents.examination import Word
from applications.documents.phrase_search import joined_letters

SAME_ROW: Final = 0.5
"""Share of the lower of two words that must lie beside the other for them to be in one row."""

WIDE_GAP: Final = 0.16
"""Gap, as a share of the page's width, that ends a value: beyond it stands another column."""
SET_OFF: Final = 0.05
"""Gap, as a share of the page's width, that sets a value off from a label whose last words were misread."""

BELOW: Final = 2.6
ABOVE: Final = 1.6
"""How far, in heights of a label, a value may begin below it or end above it."""


FILLED_IN: Final = (1.1, 1.7)
"""Height, in heights of a label, of what was filled in above it; larger print is a title."""


@dataclass(frozen=True, slots=True)
class Place:
    """Some neighbouring words of one row: the row, and the first and the one after the last of them in it."""

    row: int
    start: int
    end: int


class Rows:
    """The words of one page, row by row from the top, each from left to right."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.rows = _rows(words)
        self.words = [word for row in self.rows for word in row]
        self._first = [sum(len(row) for row in self.rows[:at]) for at in range(len(self.rows))]

    def place(self, start: int, end: int) -> Place | None:
        """The place of a run of `words`; None where it goes over the end of a row."""
        row = max(at for at, first in enumerate(self._first) if first <= start)
        first = self._first[row]
        return Place(row, start - first, end - first) if end - first <= len(self.rows[row]) else None

    def at(self, place: Place) -> Sequence[Word]:
        """The words of a place."""
        return self.rows[place.row][place.start : place.end]

    def after(self, place: Place, until: int) -> list[Word]:
        """The words to the right of a place, up to a word of its row (by index) or to a wide gap."""
        found: list[Word] = []
        for word in self.rows[place.row][place.end : until]:
            if any(map(str.isalnum, word.text)) and found and word.box[0] - found[-1].box[2] > WIDE_GAP:
                break
            found.append(word)
        return found

    def all_after(self, place: Place, until: int) -> list[Word]:
        """The words to the right of a place, over all gaps."""
        return list(self.rows[place.row][place.end : until])

    def set_off(self, place: Place, until: int) -> list[Word]:
        """The words to the right of a place, over one gap that sets them off from what else is between."""
        words = self.rows[place.row][place.end : until]
        gaps = [right.box[0] - left.box[2] for left, right in itertools.pairwise(words)]
        at = next((number for number, gap in enumerate(gaps, 1) if gap > SET_OFF), None)
        return [] if at is None else _unbroken(words[at:])

    def under(self, place: Place, taken: Iterable[Place]) -> list[Word]:
        """The words of the next row below a place that stand in its column and belong to no label."""
        return self._near(place, list(taken), step=1)

    def over(self, place: Place, taken: Iterable[Place]) -> list[Word]:
        """The words of the row above a place, where the place is small print under a line that was filled in."""
        found = self._near(place, list(taken), step=-1)
        label = median(word.box[3] - word.box[1] for word in self.at(place))
        least, most = (times * label for times in FILLED_IN)
        return found if found and least < median(word.box[3] - word.box[1] for word in found) < most else []

    def _near(self, place: Place, taken: Sequence[Place], step: int) -> list[Word]:
        words = self.at(place)
        top, bottom = min(word.box[1] for word in words), max(word.box[3] for word in words)
        high = median(word.box[3] - word.box[1] for word in words)
        left, right = self._column(place, taken)
        row = place.row + step
        while 0 <= row < len(self.rows):
            near = self.rows[row]
            distance = near[0].box[1] - bottom if step > 0 else top - near[0].box[3]
            if distance > (BELOW if step > 0 else ABOVE) * high:
                return []
            labels = {index for other in taken if other.row == row for index in range(other.start, other.end)}
            within = [at for at, word in enumerate(near) if left <= (word.box[0] + word.box[2]) / 2 < right]
            if any(at in labels for at in within):
                return []
            if within:
                return _unbroken([near[at] for at in within])
            row += step
        return []

    def _column(self, place: Place, taken: Sequence[Place]) -> tuple[float, float]:
        """The left and right end of the column that a label heads."""
        words = self.at(place)
        high = median(word.box[3] - word.box[1] for word in words)
        labels = [self.at(other) for other in taken if other.row == place.row and other != place]
        rights = [other[0].box[0] for other in labels if other and other[0].box[0] > words[-1].box[2]]
        return words[0].box[0] - 1.5 * high, min(rights, default=1.0) - high / 4


def _unbroken(words: Sequence[Word]) -> list[Word]:
    """Words up to the first wide gap between them."""
    found: list[Word] = []
    for word in words:
        if found and word.box[0] - found[-1].box[2] > WIDE_GAP:
            break
        found.append(word)
    return found


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words of lines that stand beside each other, in one row: labels and values are often two blocks to a reader."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    rows: list[list[Word]] = []
    for line in sorted(lines.values(), key=lambda each: (each[0].box[1], each[0].box[0])):
        row = next((row for row in reversed(rows[-8:]) if _beside(row, line)), None)
        if row is None:
            rows.append(list(line))
        else:
            row += line
            row.sort(key=lambda word: word.box[0])
    rows.sort(key=lambda row: median(word.box[1] + word.box[3] for word in row))
    return [joined_letters(row) for row in rows]


def _beside(row: Sequence[Word], line: Sequence[Word]) -> bool:
    """Whether a line continues a row: level with the row's nearest word, and over none of its words."""
    if any(one.box[0] < other.box[2] and other.box[0] < one.box[2] for one in row for other in line):
        return False
    pairs = ((one, other) for one in row for other in line)
    one, other = min(pairs, key=lambda pair: max(pair[0].box[0] - pair[1].box[2], pair[1].box[0] - pair[0].box[2]))
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return shared >= SAME_ROW * min(one.box[3] - one.box[1], other.box[3] - other.box[1])
