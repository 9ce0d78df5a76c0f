"""Makes a page plain for a reader of text: paper white, faint ornament gone, and no rules under what was filled in.

Guilloche under print and dotted rules under it are what Tesseract fails on first: it takes a line that stands on a
rule for a picture and leaves it out.
"""

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np

from applications.documents.drawing import Pixels, reduced
from applications.documents.limits import ANALYSIS_WIDTH, BLURRED_VARIANCE
from applications.documents.measures import grey as at_width
from applications.documents.measures import level_at, sharpness

INK: Final = 90
PAPER: Final = 215
"""Grey levels, of an even page, that become black and white; ornament lies above PAPER."""

BINARY: Final = 150
"""Grey level under which a pixel of an evened page is ink."""

FOCUS: Final = 1.5
HARDER: Final = 3.0
"""Pixels, at ANALYSIS_WIDTH, over which a page out of focus is sharpened, and how much."""

GRAINY: Final = 1.0
CALM: Final = 1.0
"""Grain from which a page is smoothed (median answer of bare paper to Immerkær's filter; drawn pages have 0), and over how
many pixels.
"""

SMALL_SIDE: Final = 1_800
ENLARGED_SIDE: Final = 2_400
"""Longest side, in pixels, under which a page is enlarged, and to what: small print then is some 20 pixels high."""

UNIT: Final = 1_400
"""Width of a page, in pixels, to which the sizes below belong; they grow with the page."""

DOT_HEIGHT: Final = 5
DOT_WIDTH: Final = 400
DOT_GAP: Final = 17
DOTTED_LENGTH: Final = 90
SOLID_LENGTH: Final = 110
"""Sizes in pixels: the highest and longest piece of a rule, the gap between its dots, and how long a rule is at least
(no stroke of a letter is as long).
"""


def cleaned(grey: Pixels) -> Pixels:
    """A grey page made plain, of the same size or, where that is small, enlarged."""
    return _without_rules(_even(_enlarged(_focused(grey))))


def _focused(grey: Pixels) -> Pixels:
    """A page out of focus with its edges drawn harder, a grainy one smoothed, since the reader takes grain for letters."""
    width = grey.shape[1]
    if sharpness(at_width(grey)) >= BLURRED_VARIANCE:
        return np.asarray(cv2.GaussianBlur(grey, (0, 0), CALM), dtype=np.uint8) if _is_grainy(grey) else grey
    soft = cv2.GaussianBlur(grey, (0, 0), FOCUS * width / ANALYSIS_WIDTH)
    return np.asarray(cv2.addWeighted(grey, 1 + HARDER, soft, -HARDER, 0), dtype=np.uint8)


def _is_grainy(grey: Pixels) -> bool:
    """Whether the bare paper of a page, in every fourth part of its rows, has grain (after Immerkær 1996)."""
    rows = np.ascontiguousarray(
        grey[: 16 * (len(grey) // 16)].reshape(-1, 16, grey.shape[1])[::4].reshape(-1, grey.shape[1])
    )
    second = np.array([1, -2, 1], dtype=np.float32)
    apart = cv2.convertScaleAbs(cv2.sepFilter2D(rows, cv2.CV_16S, second, second))
    return level_at(np.asarray(apart, dtype=np.uint8), 50) >= GRAINY


def _enlarged(grey: Pixels) -> Pixels:
    """A page whose letters are too small for the reader, as large as a usual scan."""
    longest = max(grey.shape)
    if longest >= SMALL_SIDE:
        return grey
    scale = ENLARGED_SIDE / longest
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)


def _even(grey: Pixels) -> Pixels:
    """The page divided by its paper, so that shadows and tints are white, and light ornament with them."""
    height, width = grey.shape
    block = min(4, height, width)
    small = reduced(grey, block)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 21)
    across, down = block * small.shape[1], block * small.shape[0]
    paper = cv2.resize(paper, (across, down), interpolation=cv2.INTER_LINEAR)
    paper = cv2.copyMakeBorder(paper, 0, height - down, 0, width - across, cv2.BORDER_REPLICATE)
    levels = np.clip((np.arange(256) - INK) * 255 / (PAPER - INK), 0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(cv2.divide(grey, paper, scale=255), levels), dtype=np.uint8)


def _without_rules(page: Pixels) -> Pixels:
    """The page with long, thin, level lines, dotted or drawn, made white."""
    scale = max(0.7, page.shape[1] / UNIT)
    ink = (page < BINARY).astype(np.uint8)
    _, pieces, sizes, _ = cv2.connectedComponentsWithStats(ink)
    flat = (sizes[:, cv2.CC_STAT_HEIGHT] <= DOT_HEIGHT * scale) & (sizes[:, cv2.CC_STAT_WIDTH] <= DOT_WIDTH * scale)
    flat = flat.astype(np.uint8)
    flat[0] = 0
    # By parts of the page, which stay in the processor's memory.
    dots = np.concatenate(
        [np.take(flat, part) for part in np.array_split(np.asarray(pieces, dtype=np.int32), len(ink) // 64 + 1)]
    )
    dots = cv2.morphologyEx(dots, cv2.MORPH_CLOSE, _row(DOT_GAP * scale))
    dotted, solid = _long(dots, round(DOTTED_LENGTH * scale)), _long(ink, round(SOLID_LENGTH * scale))
    rules = cv2.dilate(cv2.bitwise_or(dotted, solid), np.ones((5, 5), np.uint8))
    plain = page.copy()
    plain[rules > 0] = 255
    return plain


def _long(marks: cv2.typing.MatLike, length: int) -> Pixels:
    """What of level runs of marks is at least so many pixels long.

    Runs are followed by doubling, in rows that still have any: print falls out soon. OpenCV's opening goes on pixel by pixel.
    """
    found = np.zeros(marks.shape[:2], np.uint8)
    left, rows = np.asarray(marks, dtype=np.uint8), np.arange(len(found))
    if found.shape[1] < length:
        return found
    for step in _steps(length):
        left = np.asarray(cv2.bitwise_and(left[:, :-step], left[:, step:]), dtype=np.uint8)
        inked = cv2.reduce(left, 1, cv2.REDUCE_MAX).ravel() > 0
        left, rows = left[inked], rows[inked]
        if not len(rows):
            return found
    for step in _steps(length):
        left = np.pad(left, ((0, 0), (0, step))) | np.pad(left, ((0, 0), (step, 0)))
    found[rows] = left
    return found


def _steps(length: int) -> Iterator[int]:
    """By how much a run of one pixel is moved onto itself, again and again, until it is so long."""
    reached = 1
    while reached < length:
        step = min(reached, length - reached)
        reached += step
        yield step


def _row(length: float) -> Pixels:
    return np.ones((1, round(length)), np.uint8)
