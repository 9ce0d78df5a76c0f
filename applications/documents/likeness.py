"""Whether two pictures show one page: laid on each other by what stands on them, then compared patch by patch.

Two papers printed on one form agree in every printed label and differ where they were filled in: in several places far
from each other. A copy agrees everywhere; a copy with one field retouched differs in one place.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from applications.documents.drawing import Pixels, shrunk
from applications.documents.verdict import Box

SIDE: Final = 1_000
PATCH: Final = 24
SWAY: Final = 3
"""Pixels by which a patch may lie off; paper is never quite flat."""

INK_LEVELS: Final = 30
LINE: Final = 31
"""Pixels of a line of print over which its mean darkness is taken."""

INKED: Final = 0.06
SAME_PATCH: Final = 0.85
"""Correlation from which two patches show the same."""

FEWEST_POINTS: Final = 20
COVERED: Final = 0.4
"""Share of the first page that the second must cover: lines of print fit on each other in many small places."""

SMALLEST: Final = 0.2
"""Share of its area to which a page may shrink, or from which it may grow, to fit the other."""

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What laying one page on another showed.

    `agree` is the share of written patches that are the same, `elsewhere` the same share outside the largest place
    that differs; `differs` names that place on the first page, or None. `shift` is the mean difference in grey levels.
    """

    agree: float = 0.0
    elsewhere: float = 0.0
    patches: int = 0
    shift: float = 255.0
    differs: Box | None = None


NOTHING_ALIKE: Final = Likeness()


class Sheet:
    """A page ready to be laid on others: grey, at a common size, with its corners described."""

    def __init__(self, page: Pixels) -> None:
        self.colours = shrunk(page, SIDE)
        self.grey = np.asarray(cv2.cvtColor(self.colours, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
        finder = cv2.ORB.create(2500, scaleFactor=1.2, nlevels=5, edgeThreshold=24, patchSize=41, fastThreshold=10)
        calm = cv2.GaussianBlur(self.grey, (0, 0), 1.0)
        self.points, self.described = finder.detectAndCompute(calm, np.empty(0, np.uint8))


def likeness(one: Sheet, other: Sheet) -> Likeness:
    """Compare two pages; the better of two ways to lay the second on the first counts."""
    found = [_compared(one, other, laid) for laid in _ways(one, other)]
    return max(found, key=lambda each: (each.elsewhere, each.agree), default=NOTHING_ALIKE)


def _ways(one: Sheet, other: Sheet) -> list[Matrix]:
    """How the other page may be laid on the first: as a flat scan, and as seen from the side."""
    if min(len(one.points), len(other.points)) < FEWEST_POINTS:
        return []
    pairs = cv2.BFMatcher(cv2.NORM_HAMMING).knnMatch(one.described, other.described, k=2)
    good = [pair[0] for pair in pairs if len(pair) > 1 and pair[0].distance < 0.82 * pair[1].distance]
    if len(good) < FEWEST_POINTS:
        return []
    here = np.array([one.points[match.queryIdx].pt for match in good], dtype=np.float32)
    there = np.array([other.points[match.trainIdx].pt for match in good], dtype=np.float32)
    flat, held = cv2.estimateAffine2D(there, here, method=cv2.RANSAC, ransacReprojThreshold=3.0, maxIters=3000)
    ways: list[Matrix] = []
    if np.count_nonzero(held) >= FEWEST_POINTS:
        ways.append(np.vstack([flat, [0.0, 0.0, 1.0]]))
    seen, held = cv2.findHomography(there, here, cv2.USAC_MAGSAC, 2.5, maxIters=3000, confidence=0.999)
    if np.count_nonzero(held) >= FEWEST_POINTS:
        ways.append(np.asarray(seen, dtype=np.float64))
    return ways


def _compared(one: Sheet, other: Sheet, laid: Matrix) -> Likeness:
    height, width = one.grey.shape
    size = (width, height)
    over = cv2.warpPerspective(other.colours, laid, size, flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    covered = cv2.warpPerspective(np.full_like(other.grey, 255), laid, size) == 255  # noqa: PLR2004 - white
    if covered.mean() < COVERED or not SMALLEST < abs(float(np.linalg.det(laid[:2, :2]))) < 1 / SMALLEST:
        return NOTHING_ALIKE
    same = _patches(_ink(one.grey), _ink(np.asarray(cv2.cvtColor(over, cv2.COLOR_RGB2GRAY), dtype=np.uint8)), covered)
    shift = float(np.abs(one.colours.astype(np.int16) - over.astype(np.int16))[covered].mean())
    differs = np.asarray(same == 0)
    count = int(np.count_nonzero(same >= 0))
    if not count:
        return Likeness(shift=shift)
    place, inside = _largest(differs)
    wrong = int(np.count_nonzero(differs))
    elsewhere = 1 - (wrong - inside) / max(1, count - inside)
    return Likeness(1 - wrong / count, elsewhere, count, shift, _box(place, width, height))


def _ink(grey: Pixels) -> npt.NDArray[np.float32]:
    """How much darker than the paper each point is, without what only says that here runs a line of print."""
    calm = cv2.GaussianBlur(grey, (0, 0), 1.0)
    paper = cv2.morphologyEx(calm, cv2.MORPH_CLOSE, np.ones((25, 25), np.uint8))
    ink = cv2.subtract(paper, calm).astype(np.float32)
    return np.asarray(ink - cv2.blur(ink, (LINE, 1)), dtype=np.float32)


def _patches(one: npt.NDArray[np.float32], other: npt.NDArray[np.float32], covered: npt.NDArray[np.bool_]) -> Pixels:
    """For each patch 1 where both show the same, 0 where not, and -1 where nothing is written or one is cut off."""
    height, width = one.shape
    tops = range(SWAY, height - PATCH - SWAY, PATCH)
    lefts = range(SWAY, width - PATCH - SWAY, PATCH)
    same = np.full((len(tops), len(lefts)), -1, dtype=np.int8)
    for row, top in enumerate(tops):
        for column, left in enumerate(lefts):
            wide = np.s_[top - SWAY : top + PATCH + SWAY, left - SWAY : left + PATCH + SWAY]
            mine, theirs = one[top : top + PATCH, left : left + PATCH], other[wide]
            inked = max((mine > INK_LEVELS).mean(), (theirs[SWAY:-SWAY, SWAY:-SWAY] > INK_LEVELS).mean())
            if inked >= INKED and covered[wide].all():
                fit = cv2.matchTemplate(theirs, mine, cv2.TM_CCOEFF_NORMED).max() if mine.std() > 1 else 0.0
                same[row, column] = fit >= SAME_PATCH
    return same  # type: ignore[return-value]  # small whole numbers


def _largest(differs: npt.NDArray[np.bool_]) -> tuple[tuple[int, int, int, int] | None, int]:
    """The largest connected place of patches that differ (left, top, right, bottom in patches), and how many it has."""
    joined = cv2.dilate(differs.astype(np.uint8), np.ones((1, 3), np.uint8))
    count, labels = cv2.connectedComponents(joined, connectivity=8)
    sizes = [int(np.count_nonzero(differs & (labels == label))) for label in range(1, count)]
    if not sizes or not max(sizes):
        return None, 0
    rows, columns = np.nonzero(differs & (labels == 1 + sizes.index(max(sizes))))
    return (int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1), max(sizes)


def _box(place: tuple[int, int, int, int] | None, width: int, height: int) -> Box | None:
    if place is None:
        return None
    left, top, right, bottom = (SWAY + PATCH * side for side in place)
    return (left / width, top / height, min(1.0, right / width), min(1.0, bottom / height))
