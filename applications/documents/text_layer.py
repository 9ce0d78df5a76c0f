"""The text that a PDF carries itself, where what is drawn on the page bears it out."""

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
import pypdfium2  # type: ignore[import-untyped] # ships no types

from applications.documents.drawing import Pixels
from applications.documents.examination import Word
from applications.documents.limits import MAX_WORDS
from applications.documents.measures import grey
from applications.documents.verdict import Box

LEAST_WORDS: Final = 3
WITH_INK: Final = 0.9
"""Share of the words under which something must be drawn for the text to be taken."""

COVERED: Final = 0.5
"""Share of the drawn ink that must lie under words: with less the page shows more than its text says, as a scan does."""

INK_LEVELS: Final = 40
TRUST: Final = 100


def layer_words(page: pypdfium2.PdfPage, pixels: Pixels, number: int) -> tuple[Word, ...]:
    """The words of a page's own text; empty where it has none, or where it does not cover what is drawn.

    `pixels` is the same page drawn upright. A page with a turn is left to the reader of pixels.
    """
    if page.get_rotation():
        return ()
    words = tuple(_words(page, number))
    if len(words) < LEAST_WORDS or not _borne_out(words, pixels):
        return ()
    return words


def _borne_out(words: tuple[Word, ...], pixels: Pixels) -> bool:
    single = grey(pixels)
    height, width = single.shape
    paper = int(np.median(single))
    ink = cv2.absdiff(single, np.full_like(single, paper)) > INK_LEVELS
    under = np.zeros_like(ink)
    inked = 0
    for word in words:
        left, top, right, bottom = word.box
        spot = (
            slice(int(top * height), int(np.ceil(bottom * height))),
            slice(int(left * width), int(np.ceil(right * width))),
        )
        under[spot] = True
        inked += bool(ink[spot].any())
    all_ink, covered = int(np.count_nonzero(ink)), int(np.count_nonzero(ink & under))
    return inked >= WITH_INK * len(words) and covered >= COVERED * all_ink


def _words(page: pypdfium2.PdfPage, number: int) -> Iterator[Word]:
    """Words with their boxes, lines counted where a word begins below the one before or to the left of it."""
    width, height = page.get_size()
    left, bottom, right, top = page.get_bbox()
    if (right - left, top - bottom) != (width, height):
        left, bottom, right, top = page.get_mediabox()
    line, last = 0, (0.0, 0.0, 0.0, 0.0)
    for text, sides in _runs(page.get_textpage()):
        box = (
            _share((sides[0] - left) / width),
            _share((top - sides[3]) / height),
            _share((sides[2] - left) / width),
            _share((top - sides[1]) / height),
        )
        if box[0] >= box[2] or box[1] >= box[3]:
            continue
        middle = (box[1] + box[3]) / 2
        if not line or box[0] < last[0] or not last[1] <= middle <= last[3]:
            line += 1
        last = box
        yield Word(text, number, line, box, TRUST)


def _share(side: float) -> float:
    return round(min(1.0, max(0.0, side)), 5)


def _runs(text_page: pypdfium2.PdfTextPage) -> Iterator[tuple[str, Box]]:
    """Runs of letters without a space, each with its box in points (left, bottom, right, top); at most MAX_WORDS."""
    count, found = text_page.count_chars(), 0
    letters: list[str] = []
    boxes: list[Box] = []
    whole = text_page.get_text_range(0, count)
    for at in range(min(count, len(whole))):
        letter = whole[at]
        if letter.isspace() or letter in "\ufffe\x00":
            if letters:
                yield "".join(letters), _around(boxes)
                found += 1
            letters, boxes = [], []
            if found >= MAX_WORDS:
                return
            continue
        letters.append(letter)
        boxes.append(text_page.get_charbox(at, loose=True))
    if letters:
        yield "".join(letters), _around(boxes)


def _around(boxes: list[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return (min(lefts), min(bottoms), max(rights), max(tops))
