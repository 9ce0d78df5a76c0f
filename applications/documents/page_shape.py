"""How the print lies on a grey page of ANALYSIS_WIDTH: its angle, which way is up, what the light or the edge took away.

All measures work on ink, the pixels clearly darker than the paper around them, and cost some ten milliseconds.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from applications.documents.burnt_out import glare
from applications.documents.drawing import Pixels, reduced, resized
from applications.documents.measures import level_at, parts
from applications.documents.open_frame import open_sides
from applications.documents.verdict import Box

Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]

INK: Final = 25
"""Grey levels by which ink is darker than the paper around it."""

LETTER: Final = (6, 45)
"""Least and most height of a letter, in pixels."""

STROKE: Final = 2
"""Least width of a letter, in pixels: that of an i."""

ENOUGH_LETTERS: Final = 60
"""Letters from which a page says how it lies."""

REACH: Final = 2.2
"""Heights of a letter within which the next one of its line stands."""

AT_ONCE: Final = 64
"""Letters that are held against all others at once."""

STEPS: Final = 7
"""Letters by which a line is followed: over a longer way a pixel is a smaller angle."""

STEEPEST: Final = 0.58
"""Tangent of the steepest line, 30 degrees."""

EDGE: Final = 3
"""Width, in pixels, of the strip along a side that tells whether paper or table reaches it."""

CUT_LINES: Final = 2
"""Lines of print that must run out of one side."""

ZONE_ROW: Final = 8
"""Letters that stand beside one that touches the side, where it is one of a machine-readable zone."""

LYING: Final = 1.2
"""Width over height from which a picture lies, as an open booklet does."""

FOLD_LEVELS: Final = 5
FOLD_ASIDE: Final = 24
FOLD_SHARE: Final = 0.85
FOLD_INK: Final = 0.01
"""A fold is so many grey levels darker than so many pixels aside, over this share of the height; ink on both pages."""


def ink(page: Pixels) -> Pixels:
    """The ink of a grey page: 255 where it is, 0 elsewhere."""
    height, width = page.shape
    # Paper changes slowly: a quarter of the side tells it, for a tenth of the time.
    coarse = reduced(np.asarray(cv2.dilate(page, np.ones((15, 15), np.uint8)), dtype=np.uint8), 4)
    paper = resized(np.asarray(cv2.medianBlur(coarse, 5), dtype=np.uint8), (width, height))
    return np.asarray(np.where(cv2.subtract(paper, page) > INK, 255, 0), dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Letters:
    """Boxes of what may be letters: left, top, width, height in pixels, a row each."""

    boxes: "np.ndarray[tuple[int, int], np.dtype[np.int32]]"

    def __len__(self) -> int:
        return len(self.boxes)


def letters(page_ink: Pixels) -> Letters:
    """What has the size and shape of letters among the ink."""
    boxes = parts(page_ink)[1][1:, :4]
    low, high = LETTER
    fits = (boxes[:, 3] >= low) & (boxes[:, 3] <= high) & (boxes[:, 2] >= STROKE) & (boxes[:, 2] <= 3 * high)
    return Letters(np.asarray(boxes[fits], dtype=np.int32))


def skew(found: Letters) -> float | None:
    """Degrees by which lines of print rise (positive) or fall to the right, measured well up to 17; None with too few letters.

    A line is followed from letter to next letter for some steps, foot to foot; most letters stand on the line, so the
    middle one of all angles is that of the lines.
    """
    if len(found) < ENOUGH_LETTERS:
        return None
    feet = np.column_stack([found.boxes[:, 0] + found.boxes[:, 2] / 2, found.boxes[:, 1] + found.boxes[:, 3]])
    sizes = found.boxes[:, 3].astype(np.float64)
    after = _next_letters(feet, sizes)
    here = np.flatnonzero(after >= 0)
    there = after[here]
    for _ in range(STEPS):
        onward = after[there]
        there = np.where(onward >= 0, onward, there)
    across, down = (feet[there] - feet[here]).T
    if len(here) < ENOUGH_LETTERS / 2:
        return None
    return float(np.median(-np.degrees(np.arctan2(down, across))))


def _next_letters(feet: Numbers, sizes: Numbers) -> Whole:
    """For each letter the place of the nearest one to the right of it, of about its height; -1 where none is near."""
    after = np.full(len(feet), -1)
    order = np.argsort(feet[:, 0], kind="stable")
    xs = feet[order, 0]
    for start in range(0, len(order), AT_ONCE):
        some = order[start : start + AT_ONCE]
        others = order[start : np.searchsorted(xs, xs[start : start + AT_ONCE].max() + REACH * sizes[some].max())]
        across = feet[others, 0] - feet[some, 0, None]
        near = (across > 0) & (across < REACH * sizes[some, None])
        near &= np.abs(feet[others, 1] - feet[some, 1, None]) < across * STEEPEST
        near &= np.abs(sizes[others] - sizes[some, None]) <= sizes[some, None] / 2
        nearest = np.argmin(np.where(near, across, np.inf), axis=1)
        after[some] = np.where(near.any(axis=1), others[nearest], -1)
    return after


def lies_sideways(found: Letters) -> bool:
    """Whether lines of print run up or down the page: letters then have their next neighbour above, not beside."""
    if len(found) < ENOUGH_LETTERS:
        return False
    centres = found.boxes[:, :2] + found.boxes[:, 2:4] / 2
    sizes = np.maximum(found.boxes[:, 2], found.boxes[:, 3])
    beside = above = 0
    asked = np.arange(0, len(centres), max(1, len(centres) // 400))
    for start in range(0, len(asked), AT_ONCE):
        some = asked[start : start + AT_ONCE]
        across, along = np.abs(centres.T[:, None, :] - centres[some].T[:, :, None])
        far = np.maximum(across, along)
        near = (far < REACH * sizes[some, None]) & (far > 0)
        nearest = np.argmin(np.where(near, across + along, np.inf), axis=1)[:, None]
        across, along = (np.take_along_axis(away, nearest, axis=1)[near.any(axis=1)] for away in (across, along))
        beside += int(np.count_nonzero(across > 2 * along))
        above += int(np.count_nonzero(along > 2 * across))
    return above > 2 * beside and above >= ENOUGH_LETTERS / 4


def cut_sides(page: Pixels, found: Letters) -> tuple[str, ...]:
    """Sides (left, right) at which lines of print run out of the picture.

    Only where the paper itself reaches the side: beyond the paper's own edge lies a table or a scanner's lid.
    """
    width = page.shape[1]
    paper = level_at(page, 75)
    cut = []
    for side, strip, at_edge in (
        ("left", page[:, :EDGE], found.boxes[:, 0] <= 1),
        ("right", page[:, -EDGE:], found.boxes[:, 0] + found.boxes[:, 2] >= width - 1),
    ):
        in_lines = sum(_has_neighbour(found, int(at)) for at in np.flatnonzero(at_edge))
        if in_lines >= CUT_LINES and np.percentile(strip, 60) >= 0.85 * paper:
            cut.append(side)
    return tuple(cut)


def cut_zone(page: Pixels, found: Letters) -> tuple[str, ...]:
    """Sides (left, right) at which rows as long as those of a machine-readable zone run out of the picture."""
    width = page.shape[1]
    cut = []
    for side, at_edge in (
        ("left", found.boxes[:, 0] <= 1),
        ("right", found.boxes[:, 0] + found.boxes[:, 2] >= width - 1),
    ):
        if sum(_row(found, int(at)) >= ZONE_ROW for at in np.flatnonzero(at_edge)) >= CUT_LINES:
            cut.append(side)
    return tuple(cut)


def _row(found: Letters, at: int) -> int:
    """How many letters of about the same height stand in a row with this one, within twenty heights."""
    left, top, wide, high = found.boxes[at]
    boxes = found.boxes
    away = np.abs(boxes[:, 0] + boxes[:, 2] / 2 - left - wide / 2)
    # A row that is a degree out of level falls by a third of a letter over twenty.
    level = np.abs(boxes[:, 1] + boxes[:, 3] / 2 - top - high / 2) <= high / 2
    alike = np.abs(boxes[:, 3] - high) <= high / 3
    return int(np.count_nonzero(level & alike & (away > 0) & (away <= 20 * high)))


def _has_neighbour(found: Letters, at: int) -> bool:
    """Whether another letter of about the same height stands beside this one."""
    left, top, wide, high = found.boxes[at]
    boxes = found.boxes
    level = np.abs(boxes[:, 1] + boxes[:, 3] - top - high) <= high / 3
    gap = np.maximum(boxes[:, 0] - left - wide, left - boxes[:, 0] - boxes[:, 2])
    alike = np.abs(boxes[:, 3] - high) <= high / 2
    return bool(np.any(level & alike & (gap >= 0) & (gap <= 1.2 * high)))


def fold(page: Pixels, page_ink: Pixels) -> float | None:
    """Where (share of the width) the fold between two pages of a booklet runs down a lying picture, None without one.

    A fold is darker than the paper on both of its sides nearly all the way down, near the middle, and no print is on it.
    """
    height, width = page.shape
    if width < LYING * height:
        return None
    calm = cv2.GaussianBlur(page, (9, 9), 0).astype(np.int16)
    low, high = round(0.4 * width), round(0.6 * width)
    sides = np.minimum(calm[:, low - FOLD_ASIDE : high - FOLD_ASIDE], calm[:, low + FOLD_ASIDE : high + FOLD_ASIDE])
    darker = np.count_nonzero(sides - calm[:, low:high] >= FOLD_LEVELS, axis=0) / height
    at = low + int(np.argmax(darker))
    halves = [np.count_nonzero(half) / half.size for half in (page_ink[:, : at - 20], page_ink[:, at + 20 :])]
    return at / width if darker.max() >= FOLD_SHARE and min(halves) > FOLD_INK else None


@dataclass(frozen=True, slots=True)
class PageShape:
    """How the print of one page lies; see the functions of the same names.

    `open` names the sides at which a frame or table runs out of the picture, `cut_zone` those at which long rows do.
    """

    cut: tuple[str, ...]
    glare: tuple[Box, ...]
    fold: float | None
    open: tuple[str, ...] = ()
    cut_zone: tuple[str, ...] = ()


def page_shape(page: Pixels, page_ink: Pixels, found: Letters) -> PageShape:
    """Measures a `grey` page with its ink and the letters among it."""
    return PageShape(
        cut_sides(page, found), glare(page, page_ink), fold(page, page_ink), open_sides(page), cut_zone(page, found)
    )
