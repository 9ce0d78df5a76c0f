"""Places where the light burnt print out of a picture, on a grey page of ANALYSIS_WIDTH with its ink."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from applications.documents.drawing import Pixels
from applications.documents.measures import level_at, parts
from applications.documents.verdict import Box

BURNT: Final = 252
"""Grey level at which a picture of tinted paper holds nothing any more."""

PAPER_BELOW: Final = 246
"""Grey level of paper up to which a burnt patch stands out from it by its level alone."""

CALM: Final = 254.3
"""Mean grey level of nine pixels square at which white paper, which has grain, holds nothing any more."""

PATCH: Final = (0.012, 0.45)
"""Least and most share of a page that a burnt patch covers."""

ROUND: Final = 0.6
"""Share of its box that a burnt patch of white paper fills: light makes spots, blank paper between print does not."""

ELSEWHERE: Final = 0.08
"""Share of the page that may be burnt outside of the patch on white paper; more is the paper itself."""

RING_INK: Final = 0.01
"""Share of ink around a burnt patch from which it hides print."""

TINTED_RING: Final = 121
WHITE_RING: Final = 181
"""Pixels, twice the width of the ring around a patch: its edge is a veil in which print is too faint to count as ink, and
the patch of white paper is taken more narrowly.
"""


@dataclass(frozen=True, slots=True)
class _Patch:
    """A burnt place: its box in pixels, its area, and where it is."""

    left: int
    top: int
    wide: int
    high: int
    area: int
    mask: Pixels


def glare(page: Pixels, page_ink: Pixels) -> tuple[Box, ...]:
    """Places where the light burnt the picture out over print, as shares of the page."""
    height, width = page.shape
    if np.count_nonzero(page >= BURNT) < PATCH[0] * page.size:
        return ()
    is_white = level_at(page, 60) > PAPER_BELOW
    burnt = cv2.blur(page.astype(np.float32), (9, 9)) >= CALM if is_white else page >= BURNT
    ring = WHITE_RING if is_white else TINTED_RING
    return tuple(
        (each.left / width, each.top / height, (each.left + each.wide) / width, (each.top + each.high) / height)
        for each in _patches(np.asarray(burnt))
        if (not is_white or _is_spot(each, burnt)) and _hides_print(each, page_ink, ring)
    )


def _patches(burnt: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]") -> list[_Patch]:
    """The places that are neither specks nor most of the page."""
    calm = cv2.morphologyEx(np.where(burnt, 255, 0).astype(np.uint8), cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    labels, found = parts(np.asarray(calm, dtype=np.uint8))
    return [
        _Patch(int(left), int(top), int(wide), int(high), int(area), np.asarray(labels == number, dtype=np.uint8))
        for number, (left, top, wide, high, area) in enumerate(found)
        if number and PATCH[0] <= area / burnt.size <= PATCH[1]
    ]


def _is_spot(patch: _Patch, burnt: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]") -> bool:
    height, width = burnt.shape
    inside = patch.left > 0 and patch.top > 0 and patch.left + patch.wide < width and patch.top + patch.high < height
    elsewhere = int(np.count_nonzero(burnt)) - patch.area
    return inside and patch.area >= ROUND * patch.wide * patch.high and elsewhere <= ELSEWHERE * burnt.size


def _hides_print(patch: _Patch, page_ink: Pixels, side: int) -> bool:
    ring = cv2.dilate(patch.mask, np.ones((side, side), np.uint8)) - patch.mask
    return bool(np.count_nonzero(page_ink[ring > 0]) > RING_INK * np.count_nonzero(ring))
