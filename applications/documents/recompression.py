"""Finds a place in a JPEG that was saved once less often than the rest: it came in before the last saving.

A picture that was opened, changed and saved again has been quantised twice on one grid, first in the camera's steps and
then in the editor's, so its coefficients gather near multiples of the first ones. What was put in or painted in between
was quantised once only, and its coefficients do not (Popescu and Farid 2004; Lin, He, Tang and Tang 2009; Bianchi and Piva
2012). A picture saved once, or twice after it was scaled or cropped off the grid, says nothing; nor does an editor that
saves in coarser steps than the camera did.
"""

from functools import cache
from math import ceil, erf, floor, sqrt
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from applications.documents.drawing import Pixels, opened
from applications.documents.measures import extremes
from applications.documents.verdict import Box

Floats = npt.NDArray[np.float32]
Wholes = npt.NDArray[np.int64]

BLOCK: Final = 8
WAVES: Final = ((0, 1), (1, 0), (1, 1), (0, 2), (2, 0), (1, 2), (2, 1), (2, 2), (0, 3), (3, 0), (1, 3), (3, 1))
"""Coefficients of a block (down, across) that are looked at: those of print that survive compression."""

CLIPPED: Final = (1, 254)
"""Levels of grey or a colour at and beyond which a block was cut off, which moves its coefficients."""

CALM: Final = 6
"""Grey levels within a block up to which it has no coefficients to speak of."""

COARSEST: Final = 10
"""Step of the last saving from which too little is left of an earlier one."""

FIRST_STEPS: Final = 40
LARGEST: Final = 60
"""The coarsest first step that is looked for, and the largest coefficient, in steps, that is used."""

ROUNDING: Final = 0.7
FARTHEST: Final = 5 * ROUNDING
"""Standard deviation that whole grey levels and colours between two savings leave on a coefficient, and the most."""

STRAY: Final = 0.05
"""Share of coefficients that may lie anywhere in a picture that was saved twice."""

SAMPLE: Final = 8_000
FEWEST: Final = 300
GAIN: Final = 0.12
AGREEING: Final = 5
"""Blocks from which the first steps are told; coefficients that tell one; mean log odds from which it is told; and how
many must be told for a picture to count as saved twice.
"""

WINDOW: Final = (9, 3)
"""Blocks across and down over which odds are added up: a word."""

ODDS: Final = -40.0
"""Log odds of a window against two savings from which it stands out; such as were saved twice throughout stay above -25."""

FEWEST_IN_PLACE: Final = 30


def saved_once(data: bytes) -> Box | None:
    """The place of a JPEG that was saved once where the rest was saved twice, in shares of the stored picture.

    None where there is no such place, and for whatever is no JPEG in grey or colour. Raises nothing on a bad file.
    """
    try:
        with opened(data) as picture:
            if picture.format not in ("JPEG", "MPO") or picture.mode not in ("L", "RGB"):
                return None
            steps = _steps(picture)
            if max(steps) >= COARSEST or min(picture.size) < BLOCK:
                return None
            picture.draft("L", picture.size)
            grey = np.asarray(picture.convert("L"), dtype=np.uint8)
    except Exception:  # noqa: BLE001 - decoders raise many kinds on hostile files
        return None
    cut, used = _blocks(grey)
    where = np.argwhere(used)
    some = where[:: max(1, len(where) // SAMPLE)]
    first = _first_steps(_levels(cut[some[:, 0], some[:, 1]], steps), steps)
    if sum(step > 0 for step in first) < AGREEING:
        return None
    used &= ~_clipped(data)
    return _place(_levels(cut[used], steps), used, steps, first)


def _steps(picture: Image.Image) -> list[int]:
    """The steps of the last saving for the coefficients that are looked at, of the brightness."""
    layers = getattr(picture, "layer", None) or [(1, 1, 1, 0)]
    table = picture.quantization[layers[0][3]]  # type: ignore[attr-defined]  # of JPEG files alone
    return [int(table[BLOCK * down + across]) for down, across in WAVES]


def _clipped(data: bytes) -> npt.NDArray[np.bool_]:
    """The blocks in which a colour was cut off; decoded only for pictures that were saved twice."""
    with opened(data) as picture:
        pixels = np.asarray(picture.convert("RGB"), dtype=np.uint8)
    down, across = pixels.shape[0] // BLOCK, pixels.shape[1] // BLOCK
    cut = pixels[: down * BLOCK, : across * BLOCK].reshape(down, BLOCK, across, BLOCK * 3)
    return np.asarray((cut.min(axis=(1, 3)) <= CLIPPED[0]) | (cut.max(axis=(1, 3)) >= CLIPPED[1]))


@cache
def _waves() -> Floats:
    """What of WAVES each pixel of a block bears (ITU-T T.81, A.3.3): a row each pixel, a column each wave."""
    place = (2 * np.arange(BLOCK) + 1) * np.pi / (2 * BLOCK)
    rows = np.array([np.cos(number * place) * sqrt((2 if number else 1) / BLOCK) for number in range(BLOCK)])
    return np.stack([np.outer(rows[down], rows[across]).ravel() for down, across in WAVES], axis=1).astype(np.float32)


def _blocks(grey: Pixels) -> tuple[Pixels, npt.NDArray[np.bool_]]:
    """The blocks of a picture (down, across, 8, 8), and which of them say something."""
    low, high = extremes(grey, BLOCK)
    down, across = low.shape
    cut = grey[: down * BLOCK, : across * BLOCK].reshape(down, BLOCK, across, BLOCK).transpose(0, 2, 1, 3)
    used = (low > CLIPPED[0]) & (high < CLIPPED[1]) & (high - low > CALM)
    used[[0, -1]] = used[:, [0, -1]] = False  # the last ones may have been filled up
    return cut, used


def _levels(blocks: Pixels, steps: list[int]) -> Wholes:
    """The coefficients of blocks in steps of the last saving: a row each, LARGEST at most."""
    found = (blocks.reshape(-1, BLOCK * BLOCK).astype(np.float32) - 128) @ _waves()
    return np.minimum(np.abs(np.rint(found / np.array(steps, dtype=np.float32))), LARGEST).astype(np.int64)


@cache
def _odds(first: int, last: int) -> Floats:
    """How much likelier each level is after a saving in steps of ``first`` and one of ``last`` than after the last alone."""
    odds = np.zeros(LARGEST + 1)
    for level in range(LARGEST + 1):
        low, high = (level - 0.5) * last, (level + 0.5) * last
        nearby = range(floor((low - FARTHEST) / first), ceil((high + FARTHEST) / first) + 1)
        odds[level] = sum(_normal(high - first * times) - _normal(low - first * times) for times in nearby)
    return np.asarray(np.log((1 - STRAY) * odds * first / last + STRAY), dtype=np.float32)


def _normal(value: float) -> float:
    return 0.5 * (1 + erf(value / (ROUNDING * sqrt(2))))


def _first_steps(levels: Wholes, steps: list[int]) -> list[int]:
    """For each coefficient the step of an earlier saving, 0 where none is told."""
    found = []
    for number, last in enumerate(steps):
        told = levels[:, number]
        counts = np.bincount(told[(told > 0) & (told < LARGEST)], minlength=LARGEST + 1)
        total = int(counts.sum())
        best = (GAIN, 0)
        if total >= FEWEST:
            gains = [(float(counts @ _odds(first, last)) / total, first) for first in range(last + 1, FIRST_STEPS + 1)]
            best = max(best, *gains)
        found.append(best[1])
    return found


def _place(levels: Wholes, where: npt.NDArray[np.bool_], steps: list[int], first: list[int]) -> Box | None:
    """The largest place where the odds of blocks, which stand where it is true, are against two savings."""
    odds = np.zeros(len(levels), dtype=np.float32)
    counted = np.zeros(len(levels), dtype=np.float32)
    for number, (before, last) in enumerate(zip(first, steps, strict=True)):
        if before:
            told = levels[:, number]
            used = (told > 0) & (told < LARGEST)
            odds += np.where(used, _odds(before, last)[told], 0)
            counted += used
    summed, many = (_summed(values, where) for values in (odds, counted))
    against = ((summed <= ODDS) & (many >= FEWEST_IN_PLACE)).astype(np.uint8)
    count, _labels, found, _middles = cv2.connectedComponentsWithStats(cv2.dilate(against, np.ones(WINDOW[::-1])))
    if count == 1:
        return None
    largest = 1 + int(np.argmax(found[1:, cv2.CC_STAT_AREA]))
    left, top, wide, high = (int(value) for value in found[largest][:4])
    down, across = against.shape
    return (left / across, top / down, (left + wide) / across, (top + high) / down)


def _summed(values: Floats, where: npt.NDArray[np.bool_]) -> Floats:
    spread = np.zeros(where.shape, dtype=np.float32)
    spread[where] = values
    return np.asarray(
        cv2.boxFilter(spread, -1, WINDOW, normalize=False, borderType=cv2.BORDER_CONSTANT), dtype=np.float32
    )
