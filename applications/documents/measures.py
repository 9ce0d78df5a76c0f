"""Numbers measured on the pixels of one page: ink, sharpness, and a hash by which pictures that look alike are near."""

import cv2
import numpy as np
import numpy.typing as npt

from applications.documents.drawing import Pixels, reduced, resized, single
from applications.documents.limits import ANALYSIS_WIDTH

Wholes = npt.NDArray[np.int32]

PAPER_KERNEL = 41
"""Side, in pixels at ANALYSIS_WIDTH, of what is taken for a letter or stroke; larger dark areas are background."""

INK_LEVELS = 35
"""How many grey levels ink is darker than the paper around it."""


def grey(pixels: Pixels) -> Pixels:
    """The page, in colour or grey, in grey at ANALYSIS_WIDTH, the scale at which `ink_share` and `sharpness` are comparable."""
    page = single(pixels)
    height, width = page.shape
    if width == ANALYSIS_WIDTH:
        return page
    size = (ANALYSIS_WIDTH, max(8, min(4 * ANALYSIS_WIDTH, round(height * ANALYSIS_WIDTH / width))))
    return resized(page, size)


def level_at(page: Pixels, percent: float) -> int:
    """The grey level that so many percent of the pixels of a grey page do not exceed."""
    counts = cv2.calcHist([page], [0], None, [256], [0, 256]).ravel()
    return int(np.searchsorted(np.cumsum(counts), percent / 100 * page.size))


def extremes(page: Pixels, side: int) -> tuple[Pixels, Pixels]:
    """The lowest and the highest grey level of each whole cell of so many pixels a side of a grey page."""
    cell = np.ones((side, side), np.uint8)
    low, high = (
        found(page, cell, anchor=(0, 0))[: -side + 1 : side, : -side + 1 : side] for found in (cv2.erode, cv2.dilate)
    )
    return np.asarray(low, dtype=np.uint8), np.asarray(high, dtype=np.uint8)


def parts(marks: Pixels) -> tuple[Wholes, Wholes]:
    """The connected parts of a mask, corners too: the number of its part for each pixel, and for each number a row of left, top,
    width, height and area in pixels; number 0 is what lies around.
    """
    # With the algorithm of OpenCV's own choice it takes twice as long.
    _, labels, found, _ = cv2.connectedComponentsWithStatsWithAlgorithm(marks, 8, cv2.CV_32S, cv2.CCL_BBDT)
    return np.asarray(labels, dtype=np.int32), np.asarray(found, dtype=np.int32)


def ink_share(page: Pixels) -> float:
    """Share (0 to 1) of pixels of a `grey` page that are clearly darker than the paper around them."""
    calm = cv2.medianBlur(page, 5)
    kernel = np.ones((PAPER_KERNEL, PAPER_KERNEL), np.uint8)
    paper = cv2.morphologyEx(calm, cv2.MORPH_CLOSE, kernel)
    return float(np.count_nonzero(cv2.subtract(paper, calm) > INK_LEVELS)) / calm.size


def sharpness(page: Pixels) -> float:
    """Variance of the Laplacian of a `grey` page, after a median filter so that noise does not pass for sharpness."""
    _, spread = cv2.meanStdDev(cv2.Laplacian(cv2.medianBlur(page, 3), cv2.CV_16S))
    return float(spread[0, 0]) ** 2


def perceptual_hash(page: Pixels) -> str:
    """64-bit hash of a `grey` page as 16 hexadecimal digits, by the signs of its lowest cosine frequencies."""
    small = reduced(page, min(4, len(page) // 32))
    small = np.asarray(cv2.resize(small, (32, 32), interpolation=cv2.INTER_AREA), dtype=np.uint8)
    low = cv2.dct(small.astype(np.float32))[:8, :8]
    bits = (low > np.median(low)).flatten()
    return f"{int(''.join('1' if bit else '0' for bit in bits), 2):016x}"


def hash_distance(one: str, other: str) -> int:
    """Number of differing bits of two hashes made by `perceptual_hash`."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
