"""Finds the four corners of a paper that was photographed lying on something, and lays it flat for a reader of text.

A paper is a bright, four-sided patch: several thresholds are tried on lightness and on paleness, and of the straight parts
of each patch's border the two pairs of sides are taken that the border bears out best. So light that bleaches a piece of
the edge, a dog's ear or a thumb take nothing away. What is shown to people stays as it was taken.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from applications.documents.drawing import Pixels, shrunk, single
from applications.documents.verdict import Box

SEARCH_SIDE: Final = 600
"""Longest side, in pixels, at which the paper is looked for; the lengths below are in these pixels."""

LEVELS: Final = (-25, 0, 25)
"""Steps around Otsu's threshold that are tried, in grey levels."""

CALM: Final = 5
CLOSED: Final = 9
"""Sides of what smooths grain away, and of what closes print in the paper."""

LEAST_SHARE: Final = 0.12
MOST_SHARE: Final = 0.97
"""Share of the picture that a paper covers: less is a thing on it, more fills the picture and needs nothing done."""

BEND: Final = 3.0
STRAIGHT: Final = 40.0
"""How far a border may leave its straight part, and how long such a part is at least."""

MOST_PARTS: Final = 9
"""Straight parts of one border, the longest first, that are put together."""

CORNER: Final = (60.0, 120.0)
"""Least and most angle of a corner, in degrees."""

NEAR: Final = 3.0
ONE_SIDE: Final = 0.4
ALL_SIDES: Final = 0.72
CERTAIN: Final = 0.97
"""A side is borne out where the border runs so near; the least share of each side, and of the four together, and the share
from which no other threshold is tried.
"""

ASIDE: Final = 7.0
LIGHTER: Final = 22
PALER: Final = 24
EDGE_SHARE: Final = 0.6
"""So far aside of its edge paper is so much lighter, or paler, than what it lies on, along this share of each side; and from
there to the edge of the picture no more than the rest looks like paper.
"""

EDGE: Final = 6
PAPER_PERCENT: Final = 75
"""Width of the strip along a side that tells whether paper reaches it, and the percentile of the middle that is paper."""

INSIDE: Final = 1.5
"""Distance up to which a side lies on the picture's own edge: nothing is cut there."""

MARGIN: Final = 0.008
"""Share of its side by which more than the paper is kept: print may stand at its edge."""

FLAT_SIDE: Final = 2_400
"""Longest side, in pixels, to which a small paper is enlarged."""

SMALL_SIDE: Final = 1_800
"""Longest side, in pixels of the picture, under which a paper is small: its small print is pale."""

Numbers = npt.NDArray[np.float64]
Border = npt.NDArray[np.int32]
"""Pixels along the border of a patch, as contours are given: N × 1 × 2."""


@dataclass(frozen=True, slots=True, eq=False)
class FlatPage:
    """A paper laid flat, and the way back: a 3 × 3 matrix from shares of it to shares of the picture it lies in; `small`: the
    picture shows it small.
    """

    pixels: Pixels
    back: Numbers
    small: bool

    def on_picture(self, box: Box) -> Box:
        """The upright box, in shares of the picture, around a box in shares of the flat paper."""
        left, top, right, bottom = box
        corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
        seen = np.clip(_moved(corners, self.back), 0.0, 1.0)
        (low, high), (far, deep) = seen.min(axis=0), seen.max(axis=0)
        return (round(float(low), 5), round(float(high), 5), round(float(far), 5), round(float(deep), 5))


def laid_flat(page: Pixels) -> FlatPage | None:
    """A page in colour cut out at its corners, level, rectangular and grey; None where no paper stands out from its ground."""
    found = outline(page)
    if found is None:
        return None
    height, width = page.shape[:2]
    corners = _widened(found * [width, height])
    top, right, bottom, left = (float(np.linalg.norm(end - start)) for start, end in _sides(corners))
    wide, high = max(top, bottom), max(left, right)
    small = max(wide, high) < SMALL_SIDE
    scale = FLAT_SIDE / max(wide, high) if small else 1.0
    size = (round(wide * scale), round(high * scale))
    flat = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], np.float32)
    lens = cv2.getPerspectiveTransform(corners.astype(np.float32), flat)
    # Cubic interpolation takes three times as long; print that is not enlarged is read no better for it.
    method = cv2.INTER_CUBIC if small else cv2.INTER_LINEAR
    pixels = cv2.warpPerspective(single(page), lens, size, flags=method, borderMode=cv2.BORDER_REPLICATE)
    back = np.diag([1 / width, 1 / height, 1.0]) @ np.linalg.inv(lens) @ np.diag([size[0], size[1], 1.0])
    return FlatPage(np.asarray(pixels, dtype=np.uint8), np.asarray(back, dtype=np.float64), small=small)


def outline(page: Pixels) -> Numbers | None:
    """Corners of the paper on a page in colour, as shares of its width and height: top left, top right, bottom right,
    bottom left; None where no paper is surely found, or it fills the picture.

    Corners may lie a little outside of the picture.
    """
    small = shrunk(page, SEARCH_SIDE)
    height, width = small.shape[:2]
    calm = np.asarray(cv2.medianBlur(small, CALM), dtype=np.uint8)
    tones = _tones(calm)
    if _fills_the_picture(tones):
        return None
    best: tuple[float, Numbers] | None = None
    for patch in _patches(tones):
        for borne, corners in _quadrilaterals(patch):
            if (best is None or borne > best[0]) and _stands_out(tones, corners):
                best = borne, corners
        if best is not None and best[0] >= CERTAIN:
            break
    return None if best is None else best[1] / [width, height]


def _tones(page: Pixels) -> tuple[Pixels, Pixels]:
    """How light and how pale (255: grey) each pixel is."""
    light, across, along = cv2.split(cv2.cvtColor(page, cv2.COLOR_RGB2LAB))
    colour = cv2.magnitude(across.astype(np.float32) - 128, along.astype(np.float32) - 128)
    return np.asarray(light, dtype=np.uint8), np.asarray(255 - np.clip(colour * 2, 0, 255), dtype=np.uint8)


def _fills_the_picture(tones: tuple[Pixels, Pixels]) -> bool:
    """Whether each side of a picture looks like the paper in its middle, so that there is no ground to stand out from."""
    levels = []
    for tone in tones:
        height, width = tone.shape
        paper = np.percentile(tone[height // 4 : -height // 4, width // 4 : -width // 4], PAPER_PERCENT)
        sides = (tone[:EDGE], tone[-EDGE:], tone[:, :EDGE], tone[:, -EDGE:])
        levels.append([float(paper - np.median(side)) for side in sides])
    return all(darker < LIGHTER and paler < PALER for darker, paler in zip(*levels, strict=True))


def _patches(tones: Sequence[Pixels]) -> Iterator[Pixels]:
    """Borders of large bright patches: each a picture of its own in which they are 0 and all else is 255."""
    for tone in tones:
        otsu, _ = cv2.threshold(tone, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
        for step in LEVELS:
            bright = (tone > np.clip(otsu + step, 1, 254)).astype(np.uint8)
            closed = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((CLOSED, CLOSED), np.uint8))
            opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((CLOSED, CLOSED), np.uint8))
            yield np.asarray(opened, dtype=np.uint8)


def _quadrilaterals(patch: Pixels) -> Iterator[tuple[float, Numbers]]:
    """What the border of the largest part of a patch makes: how well it is borne out (0 to 1), and its corners."""
    borders, _ = cv2.findContours(patch, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not borders:
        return
    border = np.asarray(max(borders, key=cv2.contourArea), dtype=np.int32)
    if cv2.contourArea(border) < LEAST_SHARE * patch.size:
        return
    lines = _straight_parts(border)
    apart = np.asarray(cv2.distanceTransform(_drawn(border, patch.shape), cv2.DIST_L2, 3), dtype=np.float64)
    level = [line for line in lines if abs(line[0]) > abs(line[1])]
    steep = [line for line in lines if abs(line[0]) <= abs(line[1])]
    for (one, other), (left, right) in product(combinations(level, 2), combinations(steep, 2)):
        corners = _corners(one, other, left, right)
        if corners is not None and _is_page(corners, patch.shape):
            shares = [_borne_out(apart, *side) for side in _sides(corners)]
            if min(shares) >= ONE_SIDE and np.mean(shares) >= ALL_SIDES:
                yield float(np.mean(shares)), corners


def _drawn(border: Border, shape: tuple[int, ...]) -> Pixels:
    ground = np.full(shape, 255, np.uint8)
    cv2.drawContours(ground, [border], -1, 0, 1)
    return ground


def _straight_parts(border: Border) -> list[Numbers]:
    """Lines through the longest straight parts of a border: direction and a point, in one row each."""
    bends = cv2.approxPolyDP(border, BEND, closed=True)[:, 0]
    points = border[:, 0]
    at = [int(np.flatnonzero((points == bend).all(axis=1))[0]) for bend in bends]
    parts = []
    for here, there in zip(at, np.roll(at, -1), strict=True):
        part = np.take(points, np.arange(here, here + (there - here) % len(points) + 1), axis=0, mode="wrap")
        long = float(np.linalg.norm(part[-1] - part[0]))
        if long >= STRAIGHT:
            # Corners are rounded by what closed and smoothed the patch.
            inner = part[len(part) // 10 : len(part) - len(part) // 10]
            parts.append((long, cv2.fitLine(inner, cv2.DIST_HUBER, 0, 0.01, 0.01)[:, 0].astype(np.float64)))
    parts.sort(key=lambda part: -part[0])
    return [line for _, line in parts[:MOST_PARTS]]


def _corners(one: Numbers, other: Numbers, left: Numbers, right: Numbers) -> Numbers | None:
    """Where two level and two steep lines cross, from the top left around; None where two of them run together."""
    top, bottom = sorted((one, other), key=lambda line: line[3] + (0 if not line[0] else -line[2] * line[1] / line[0]))
    west, east = sorted((left, right), key=lambda line: line[2] + (0 if not line[1] else -line[3] * line[0] / line[1]))
    found = [_crossing(*pair) for pair in ((top, west), (top, east), (bottom, east), (bottom, west))]
    return None if any(point is None for point in found) else np.array(found)


def _crossing(one: Numbers, other: Numbers) -> Numbers | None:
    ways = np.column_stack([one[:2], -other[:2]])
    if abs(np.linalg.det(ways)) < 0.3:  # noqa: PLR2004 - the sine of the flattest corner that could be one
        return None
    return np.asarray(one[2:] + one[:2] * np.linalg.solve(ways, other[2:] - one[2:])[0], dtype=np.float64)


def _is_page(corners: Numbers, shape: tuple[int, ...]) -> bool:
    """Whether four corners have the angles and the size of a page that does not fill the picture."""
    height, width = shape
    ways = np.roll(corners, -1, axis=0) - corners
    turns = np.degrees(np.arctan2(ways[:, 1], ways[:, 0]))
    angles = 180 - (np.roll(turns, -1) - turns) % 360
    if angles.min() < CORNER[0] or angles.max() > CORNER[1]:
        return False
    beyond = 0.06 * max(shape)
    if corners.min() < -beyond or (corners > [width + beyond, height + beyond]).any():
        return False
    return bool(LEAST_SHARE <= cv2.contourArea(corners.astype(np.float32)) / (height * width) <= MOST_SHARE)


def _sides(corners: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
    return zip(corners, np.roll(corners, -1, axis=0), strict=True)


def _along(start: Numbers, end: Numbers) -> Numbers:
    """Points along a side, without its ends."""
    return np.asarray(start + np.linspace(0.02, 0.98, 97)[:, None] * (end - start), dtype=np.float64)


def _borne_out(apart: Numbers, start: Numbers, end: Numbers) -> float:
    """Share of a side that the border runs along; outside of the picture there is nothing to run along."""
    points = np.round(_along(start, end)).astype(int)
    height, width = apart.shape
    inside = ((points >= 0) & (points < [width, height])).all(axis=1)
    if not inside.any():
        return 0.0
    there = points[inside]
    return float(np.mean(apart[there[:, 1], there[:, 0]] <= NEAR))


def _stands_out(tones: tuple[Pixels, Pixels], corners: Numbers) -> bool:
    """Whether the page is lighter or paler than its ground along each side that is not the edge of the picture.

    A frame printed on a page has paper on both sides, and a tinted field is darker than the margin around it.
    """
    height, width = tones[0].shape
    away = max(height, width) * np.arange(1, 50)[:, None] / 50
    free = 0
    for start, end in _sides(corners):
        points = _along(start, end)
        out = np.array([end[1] - start[1], start[0] - end[0]]) / np.linalg.norm(end - start)
        here = _seen(points - ASIDE * out, width, height)
        near = _seen(points + ASIDE * out, width, height)
        if len(near) < EDGE_SHARE * len(points) or not len(here):
            continue
        free += 1
        light, pale = (float(np.median(tone[here[:, 1], here[:, 0]])) for tone in tones)
        far = _seen((points[::4, None] + (ASIDE + away) * out).reshape(-1, 2), width, height)
        for there in (near, far):
            lights, pales = (tone[there[:, 1], there[:, 0]] for tone in tones)
            ground = (lights <= light - LIGHTER) | ((pales <= pale - PALER) & (lights <= light + LIGHTER))
            if len(there) and np.mean(ground) < EDGE_SHARE:
                return False
    return free > 0


def _seen(points: Numbers, width: int, height: int) -> npt.NDArray[np.int64]:
    """Those of some points that lie on the picture, as whole pixels."""
    return np.round(points[((points >= 0) & (points <= [width - 1, height - 1])).all(axis=1)]).astype(np.int64)


def _widened(corners: Numbers) -> Numbers:
    """Corners moved outwards by a margin."""
    middle = corners.mean(axis=0)
    return np.asarray(middle + (corners - middle) * (1 + 2 * MARGIN), dtype=np.float64)


def _moved(points: Numbers, matrix: Numbers) -> Numbers:
    seen = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return np.asarray(seen[:, :2] / seen[:, 2:], dtype=np.float64)
