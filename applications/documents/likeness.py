"""Whether two pictures show one page: laid on each other by what stands on them, then compared patch by patch.

Two papers printed on one form agree in every printed label and differ where they were filled in: in several places far
from each other. A copy agrees everywhere; a copy with one field retouched differs in one place.
"""

from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from applications.documents.drawing import Pixels, shrunk
from applications.documents.measures import parts
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

WIDE_STRIP: Final = 61
THICK: Final = 5
LONG_STRIP: Final = 60
"""Widest and narrowest strip of ground, in half pixels, and how long one is that does not reach the edge: a page that was
levelled has a fill beyond it. Lines of a frame are narrower.
"""

SLENDER: Final = 0.2
RIM: Final = 0.15
"""Most of the square on its length that such a strip fills, and the part of the picture beside whose edge it runs."""

FEWEST_POINTS: Final = 20
COVERED: Final = 0.4
"""Share of the first page that the second must cover: lines of print fit on each other in many small places."""

SMALLEST: Final = 0.2
"""Share of its area to which a page may shrink, or from which it may grow, to fit the other."""

CELL: Final = 24
CALM: Final = 2.0
"""Pixels of a cell in which colours are compared, and over which both pictures are blurred before."""

SHOWS: Final = 5.0
"""Grey levels by which a cell varies in which there is something to be seen."""

SAME_COLOUR: Final = 4.0
SAME_EDGES: Final = 0.15
"""Levels by which the colours of a cell may differ on average, and the share of its own variation that is added: edges move
by parts of a pixel."""

WHITE: Final = 250
BLACK: Final = 6
MOSTLY: Final = 0.7
"""Levels from which a colour is cut off, and the share of a cell that must be seen."""

STRONGER: Final = 1.35
SPARSE: Final = 7
"""How much stronger or weaker a copy's colours may be; every so many points are enough to know it."""

Matrix = npt.NDArray[np.float64]
Values = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What laying one page on another showed.

    `agree` is the share of written patches that are the same, `elsewhere` the same share outside the largest place
    that differs; `differs` names that place on the first page, or None. Of `cells` in which anything is to be seen, whether
    print or not, `odd` is the share whose colours differ once both are equally bright.
    """

    agree: float = 0.0
    elsewhere: float = 0.0
    patches: int = 0
    odd: float = 1.0
    differs: Box | None = None
    cells: int = 0


NOTHING_ALIKE: Final = Likeness()


class Sheet:
    """A page ready to be laid on others: grey, at a common size, with its corners described."""

    def __init__(self, page: Pixels) -> None:
        self.colours = shrunk(page, SIDE)
        self.grey = np.asarray(cv2.cvtColor(self.colours, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
        finder = cv2.ORB.create(2500, scaleFactor=1.2, nlevels=5, edgeThreshold=24, patchSize=41, fastThreshold=10)
        calm = cv2.GaussianBlur(self.grey, (0, 0), 1.0)
        self.ground = _ground(self.grey)
        self.points, self.described = finder.detectAndCompute(calm, np.empty(0, np.uint8))


def likeness(one: Sheet, other: Sheet) -> Likeness:
    """Compare two pages; the better of two ways to lay the second on the first counts, for print and for colours each."""
    found = [_compared(one, other, laid) for laid in _ways(one, other)]
    best = max(found, key=lambda each: (each.elsewhere, each.agree), default=NOTHING_ALIKE)
    nearest = min(found, key=lambda each: each.odd, default=NOTHING_ALIKE)
    return replace(best, odd=nearest.odd, cells=nearest.cells)


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
    beside = one.ground | (cv2.warpPerspective(other.ground.astype(np.uint8), laid, size) > 0)
    theirs = _ink(np.asarray(cv2.cvtColor(over, cv2.COLOR_RGB2GRAY), dtype=np.uint8))
    same = _patches(_ink(one.grey), theirs, covered & ~beside)
    enlarged = float(np.sqrt(abs(np.linalg.det(laid[:2, :2]))))
    odd, cells = _odd(one.colours, np.asarray(over, dtype=np.uint8), covered, CALM * max(1.0, enlarged))
    differs = np.asarray(same == 0)
    count = int(np.count_nonzero(same >= 0))
    if not count:
        return Likeness(odd=odd, cells=cells)
    place, inside = _largest(differs)
    wrong = int(np.count_nonzero(differs))
    elsewhere = 1 - (wrong - inside) / max(1, count - inside)
    return Likeness(1 - wrong / count, elsewhere, count, odd, _box(place, width, height), cells)


def _ground(grey: Pixels) -> npt.NDArray[np.bool_]:
    """Where a strip of what the paper lies on runs along the picture's edge: a crop cuts it, and it is no print."""
    height, width = grey.shape
    half = cv2.GaussianBlur(
        cv2.resize(grey, (max(1, width // 2), max(1, height // 2)), interpolation=cv2.INTER_AREA), (0, 0), 1.0
    )
    paper = cv2.morphologyEx(half, cv2.MORPH_CLOSE, np.ones((WIDE_STRIP, WIDE_STRIP), np.uint8))
    dark = (cv2.subtract(paper, half) > INK_LEVELS).astype(np.uint8)
    thick = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((THICK, THICK), np.uint8))
    labels, found = parts(np.asarray(thick, dtype=np.uint8))
    rows, columns = half.shape
    strips = np.zeros(len(found), dtype=np.bool_)
    for label, (left, top, across, down, area) in enumerate(found.tolist()[1:], 1):
        room = (left, top, columns - left - across, rows - top - down)
        longer = max(across, down)
        inside = (across + min(room[0], room[2])) / columns if down >= across else (down + min(room[1], room[3])) / rows
        is_strip = longer >= LONG_STRIP and area <= SLENDER * longer * longer and inside <= RIM
        strips[label] = is_strip or min(room) <= 1
    ground = cv2.dilate(strips[labels].astype(np.uint8), np.ones((THICK + 8, THICK + 8), np.uint8))
    return np.asarray(cv2.resize(ground, (width, height), interpolation=cv2.INTER_NEAREST) > 0)


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


def _odd(one: Pixels, other: Pixels, covered: npt.NDArray[np.bool_], calm: float) -> tuple[float, int]:
    """Of the cells in which either picture shows something, the share whose colours differ, and how many there are.

    Two people photographed alike agree in outline; skin, hair, eyes and clothes do not. A copy may be lighter or darker.
    `calm` are the pixels over which both are blurred, more where the other was made larger and shows less.
    """
    mine, theirs = (cv2.GaussianBlur(each, (0, 0), calm).astype(np.float32) for each in (one, other))
    burnt = (np.maximum(one, other).max(axis=2) >= WHITE) | (np.minimum(one, other).max(axis=2) <= BLACK)
    seen = covered & ~(cv2.dilate(burnt.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0)
    spread = np.maximum(_spread(mine), _spread(theirs))
    told = seen & (spread >= SHOWS)
    if np.count_nonzero(told) < CELL * CELL:
        return 1.0, 0
    apart = np.abs(mine - _as_bright(theirs, mine, told)).max(axis=2)
    share = cv2.blur(seen.astype(np.float32), (CELL, CELL))
    mean = cv2.blur(np.where(seen, apart, 0).astype(np.float32), (CELL, CELL)) / np.maximum(share, 0.01)
    middles = np.s_[CELL // 2 :: CELL // 2, CELL // 2 :: CELL // 2]
    cells = ((share >= MOSTLY) & (spread >= SHOWS))[middles]
    odd = (mean > SAME_COLOUR + SAME_EDGES * spread)[middles]
    count = int(np.count_nonzero(cells))
    return (float(np.count_nonzero(odd & cells)) / count, count) if count else (1.0, 0)


def _spread(picture: Values) -> Values:
    """How much grey varies in the cell around each point, in grey levels."""
    grey = picture.mean(axis=2)
    mean = cv2.blur(grey, (CELL, CELL))
    return np.asarray(np.sqrt(np.maximum(cv2.blur(grey * grey, (CELL, CELL)) - mean * mean, 0)), dtype=np.float32)


def _as_bright(picture: Values, other: Values, told: npt.NDArray[np.bool_]) -> Values:
    """A picture as light and as strong in each colour as another, by the points where most of both agree."""
    points, wanted = picture[told][::SPARSE], other[told][::SPARSE]
    kept = np.ones(len(points), dtype=np.bool_)
    gain, lift = np.ones(3, np.float32), np.zeros(3, np.float32)
    for _ in range(4):
        middle, goal = points[kept].mean(axis=0), wanted[kept].mean(axis=0)
        varies = ((points[kept] - middle) ** 2).mean(axis=0)
        gain = ((points[kept] - middle) * (wanted[kept] - goal)).mean(axis=0) / np.maximum(varies, 1)
        gain = np.clip(gain, 1 / STRONGER, STRONGER)
        lift = goal - gain * middle
        off = np.abs(points * gain + lift - wanted).max(axis=1)
        kept = off <= max(SAME_COLOUR, 2.5 * float(np.median(off)))
    return np.asarray(picture * gain + lift, dtype=np.float32)


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
