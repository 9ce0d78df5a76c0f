"""Marks of a page: some hundred numbers by which the same picture is found again, turned, cropped or saved anew.

A mark is what stands around one corner of print, an eighth of the page wide, turned to its own direction and folded to 32
bits (ORB, Rublee 2011). It is taken of a calmed picture, since grain and compression would tip single bits, and in sizes so
near each other that other margins, which make all print smaller or larger, leave most marks as they are. Of all marks of a
page those with the smallest fingerprints are kept, so that two pictures of one page keep the same ones whatever else is on
them (a bottom-k sketch, Broder 1997). Marks only nominate.
"""

from typing import Final

import cv2
import numpy as np

from applications.documents.drawing import Pixels, shrunk
from applications.documents.limits import MARKS_OF_A_PAGE

SIDE: Final = 500
PATCH: Final = 63
BITS: Final = 32
STEP: Final = 1.05
STEPS: Final = 8
"""Sizes at which corners are looked for, each smaller than the one before by STEP."""

CORNERS: Final = 3_000
CALM: Final = 1.5
CALMER: Final = 4.0
"""Pixels over which the picture is blurred before corners are found, and before what stands around them is described."""

MIXER: Final = 0x9E3779B97F4A7C15
WORD: Final = (1 << 64) - 1
CHOSEN_BITS: Final = np.random.Generator(np.random.PCG64(1848)).permutation(256)[:BITS]


def marks_of(page: Pixels) -> tuple[int, ...]:
    """The marks of a page in colour or grey, upright or not: at most MARKS_OF_A_PAGE numbers of 32 bits, sorted."""
    single = page if page.ndim == 2 else np.asarray(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), dtype=np.uint8)  # noqa: PLR2004 - grey
    page = _sized(single)
    finder = cv2.ORB.create(
        CORNERS, scaleFactor=STEP, nlevels=STEPS, edgeThreshold=PATCH // 2 + 2, patchSize=PATCH, fastThreshold=8
    )
    points = finder.detect(cv2.GaussianBlur(page, (0, 0), CALM))
    if not points:
        return ()
    _, described = finder.compute(cv2.GaussianBlur(page, (0, 0), CALMER), points)
    bits = np.unpackbits(np.asarray(described, dtype=np.uint8), axis=1)[:, CHOSEN_BITS]
    found = {int(value) for value in bits.astype(np.int64) @ (1 << np.arange(BITS, dtype=np.int64))}
    return tuple(sorted(sorted(found, key=_fingerprint)[:MARKS_OF_A_PAGE]))


def _sized(page: Pixels) -> Pixels:
    """The page with its longer side at SIDE, made larger where it is smaller, so that size leaves no other marks."""
    longer = max(page.shape)
    if longer >= SIDE:
        return shrunk(page, SIDE)
    height, width = (max(1, round(side * SIDE / longer)) for side in page.shape)
    return np.asarray(cv2.resize(page, (width, height), interpolation=cv2.INTER_CUBIC), dtype=np.uint8)


def _fingerprint(mark: int) -> int:
    """A number in which neighbouring marks lie far apart."""
    mixed = ((mark + 1) * MIXER) & WORD
    mixed ^= mixed >> 29
    return (mixed * MIXER) & WORD
