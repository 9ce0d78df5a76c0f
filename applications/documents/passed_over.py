"""Print on a page that a reader of text passed over, or read badly, and how it is shown to it once more, line by line.

A reader of whole pages leaves out what it takes for a picture: a date under a signature, a short label beside a border, a
line in which light took a word. By itself each such line is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from applications.documents.drawing import Pixels, resized
from applications.documents.examination import Word
from applications.documents.measures import parts

SEARCH_WIDTH: Final = 800
"""Width, in pixels, at which print is looked for."""

LINE_HEIGHT: Final = (5, 60)
"""Least and most height, in pixels at SEARCH_WIDTH, of what is taken for a part of a line."""

RULE_ROWS: Final = 3
RULE_SHARE: Final = 0.6
"""Share of its ink from which a line that has it in so many rows, at SEARCH_WIDTH, is a rule and no print."""

PIECE_WIDTH: Final = 14
PIECE_TIMES: Final = 1.5
"""Least width, in pixels at SEARCH_WIDTH and in heights, of a piece of print that is looked at again: a short label."""

COVERED: Final = 0.6
TRUSTED: Final = 60
"""Share of a piece's width from which words cover it, and the reader's trust (0 to 100) from which a word is not doubted."""

PROSE: Final = 7
"""Words of a line from which it is running text."""

DOUBTED: Final = 40
"""Trust up to which letters speak for no reading of a piece."""

MOST_PIECES: Final = 24
"""Pieces of a page that are read again: pages of handwriting have any number, and say no more for it."""

LINE_PIXELS: Final = 36
"""Height of a piece, in pixels, as it is shown."""

EDGE: Final = (20, 10)
"""Paper on each side of a piece as it is shown, and above and below it, in pixels."""

Box = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line on a grey page: its box there, and the words (shares of the page) that were read within it."""

    box: Box
    words: tuple[Word, ...]

    def shown(self, grey: Pixels) -> Pixels:
        """The piece cut out of the page, in the size in which it is read, with paper around it."""
        left, top, right, bottom = self._cut(grey)
        method = cv2.INTER_CUBIC if self._times > 1 else cv2.INTER_AREA
        line = cv2.resize(grey[top:bottom, left:right], None, fx=self._times, fy=self._times, interpolation=method)
        framed = cv2.copyMakeBorder(line, EDGE[1], EDGE[1], EDGE[0], EDGE[0], cv2.BORDER_CONSTANT, value=(255,))
        return np.ascontiguousarray(framed, dtype=np.uint8)

    def on_page(self, box: Box, grey: Pixels) -> tuple[float, float, float, float]:
        """A box on the piece as it is shown, in shares of the page."""
        left, top, _, _ = self._cut(grey)
        height, width = grey.shape
        across = [(left + (side - EDGE[0]) / self._times) / width for side in box[::2]]
        down = [(top + (side - EDGE[1]) / self._times) / height for side in box[1::2]]
        first, last = (
            tuple(round(min(1.0, max(0.0, side)), 5) for side in corner) for corner in zip(across, down, strict=True)
        )
        return (first[0], first[1], last[0], last[1])

    def is_read_better(self, words: Sequence[Word]) -> bool:
        """Whether words say more of the piece than those that were read before."""
        return _strength(words) > _strength(self.words)

    @property
    def _times(self) -> float:
        return LINE_PIXELS / (self.box[3] - self.box[1])

    def _cut(self, grey: Pixels) -> Box:
        """The box with some room around it, within the page."""
        left, top, right, bottom = self.box
        room = max(4, (bottom - top) // 4)
        height, width = grey.shape
        return max(0, left - room), max(0, top - room), min(width, right + room), min(height, bottom + room)


def passed_over(grey: Pixels, words: Sequence[Word]) -> list[Piece]:
    """The pieces of print of a page that words, read on it, do not cover or that were hardly read, from the top."""
    height, width = grey.shape
    scale = min(1.0, SEARCH_WIDTH / width)
    found = []
    for box in pieces(at_search_width(grey), PIECE_WIDTH, PIECE_TIMES):
        left, top, right, bottom = (round(side / scale) for side in box)
        within = tuple(
            word
            for word in words
            if left <= (word.box[0] + word.box[2]) / 2 * width <= right
            and top <= (word.box[1] + word.box[3]) / 2 * height <= bottom
        )
        if not _is_read(within, (right - left) / width):
            found.append(Piece((left, top, right, bottom), within))
    return found[:MOST_PIECES]


def at_search_width(grey: Pixels) -> Pixels:
    """A grey page, no wider than SEARCH_WIDTH."""
    height, width = grey.shape
    scale = min(1.0, SEARCH_WIDTH / width)
    return resized(grey, (round(width * scale), max(1, round(height * scale))))


def pieces(small: Pixels, least: int, times: float) -> list[Box]:
    """Boxes of what looks like print on a page `at_search_width`, from the top: so many pixels wide at least, and so many times
    as wide as high.
    """
    ink = cv2.adaptiveThreshold(small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 15)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, 13), np.uint8))
    _, found = parts(np.asarray(joined, dtype=np.uint8))
    boxes = [
        (int(left), int(top), int(left + wide), int(top + high))
        for left, top, wide, high, area in found[1:]
        if LINE_HEIGHT[0] <= high <= LINE_HEIGHT[1] and wide >= max(least, times * high) and area >= wide * high / 4
    ]
    boxes = [box for box in boxes if not _is_rule(np.asarray(ink[box[1] : box[3], box[0] : box[2]], dtype=np.uint8))]
    return sorted(boxes, key=lambda box: (box[1], box[0]))


def _is_rule(ink: Pixels) -> bool:
    """Whether a part of a line is a drawn or dotted rule: its ink lies in a few rows."""
    rows = np.sort(np.count_nonzero(ink, axis=1))[::-1]
    return bool(rows[:RULE_ROWS].sum() > RULE_SHARE * rows.sum())


def _is_read(words: Sequence[Word], wide: float) -> bool:
    """Whether words cover a piece so wide (share of the page) and none is doubted, or they are prose, of which a line by itself
    says no more.
    """
    covered = sum(word.box[2] - word.box[0] for word in words)
    if covered < COVERED * wide:
        return False
    return len(words) >= PROSE or all(word.confidence >= TRUSTED for word in words)


def _strength(words: Sequence[Word]) -> float:
    """Letters and figures that were read, each by the trust in its word."""
    return sum((word.confidence - DOUBTED) * sum(map(str.isalnum, word.text)) for word in words)
