"""Marks of a page: a few dozen numbers by which the same picture is found again, turned, cropped or saved anew.

A mark is what stands around one corner of print, half an inch wide, turned to its own direction and folded to 24 bits
(ORB, Rublee 2011). Of all marks of a page those with the smallest fingerprints are kept, so that two pictures of one
page keep the same ones whatever else is on them (a bottom-k sketch, Broder 1997). Marks only nominate.
"""

from typing import Final

import cv2
import numpy as np

from applications.documents.drawing import Pixels, shrunk
from applications.documents.limits import MARKS_OF_A_PAGE

SIDE: Final = 600
PATCH: Final = 63
BITS: Final = 24
MIXER: Final = 0x9E3779B97F4A7C15
WORD: Final = (1 << 64) - 1
CHOSEN_BITS: Final = np.random.Generator(np.random.PCG64(1848)).permutation(256)[:BITS]


def marks_of(page: Pixels) -> tuple[int, ...]:
    """The marks of a page in colour or grey, upright or not: at most MARKS_OF_A_PAGE numbers of 24 bits, sorted."""
    single = page if page.ndim == 2 else np.asarray(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), dtype=np.uint8)  # noqa: PLR2004 - grey
    calm = cv2.GaussianBlur(shrunk(single, SIDE), (0, 0), 1.5)
    finder = cv2.ORB.create(
        1500, scaleFactor=1.1, nlevels=4, edgeThreshold=PATCH // 2 + 2, patchSize=PATCH, fastThreshold=8
    )
    points, described = finder.detectAndCompute(calm, np.empty(0, np.uint8))
    if not points:
        return ()
    bits = np.unpackbits(np.asarray(described, dtype=np.uint8), axis=1)[:, CHOSEN_BITS]
    found = {int(value) for value in bits.astype(np.int64) @ (1 << np.arange(BITS, dtype=np.int64))}
    return tuple(sorted(sorted(found, key=_fingerprint)[:MARKS_OF_A_PAGE]))


def _fingerprint(mark: int) -> int:
    """A number in which neighbouring marks lie far apart."""
    mixed = ((mark + 1) * MIXER) & WORD
    mixed ^= mixed >> 29
    return (mixed * MIXER) & WORD
