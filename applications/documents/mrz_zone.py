"""Finds machine-readable zones in the pixels of a page: two or three long, parallel lines of print, at any angle."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from math import hypot
from operator import itemgetter
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from applications.documents.drawing import Pixels, shrunk

SEARCH_SIDE: Final = 1_200
"""Longest side, in pixels, at which lines are looked for."""

BORDER: Final = 40
GAPS: Final = (30, 16)
"""Gaps between letters, in pixels at SEARCH_SIDE, that are closed to make lines of them: near and far pictures."""

MIN_ASPECT: Final = 9.0
MIN_LENGTH: Final = 0.2
"""Of the search picture's longer side."""

PARALLEL: Final = 0.98
"""Cosine of the angle between two lines up to which they count as parallel."""

LIKE_LENGTH: Final = 0.75
SHIFT: Final = 0.2
"""How far two lines of one zone may be shifted along each other, as a share of their length."""

SPACING: Final = (0.8, 4.5)
"""Distance of two lines of one zone, in heights of a line, least and most; never above a share of their length."""

SPACING_OF_LENGTH: Final = 0.15

ZONE_WIDTH: Final = 1_500
"""Width, in pixels, at which a zone is cut out: letters of some 30 pixels, the size the reader was trained on."""

MEASURED_WIDTH: Final = 750
"""Width at which a cut is measured before it is read."""

MAX_CANDIDATES: Final = 16
MAX_ZONES: Final = 3
REGULAR: Final = 4.5
REGULAR_STRIP: Final = 3.0
"""Least regularity of a found zone, and of a strip that may hold more than the zone."""

PITCHES: Final = slice(24, 56)
ALL_PITCHES: Final = slice(8, 140)
"""Frequencies, in waves over the width: those that the letters of a zone can have, and all that print has."""

SLABS: Final = 6
CLEAR_INK: Final = 0.25
"""Parts across in which bands are counted, and the ink of a row against that of a line up to which it is clear."""

MAX_BANDS: Final = 5
MAX_BANDS_STRIP: Final = 9
"""Most bands in a found zone (three lines, and the edges of what is next to them) and in a strip of a page."""

LEAST_INK: Final = 0.12
"""Darkness, as a share of the paper around, under which ink is not drawn up to black: less is grain."""

DARK: Final = 150
"""Grey level of an evened zone under which a pixel counts as ink."""

FAINTEST: Final = 14.0
FAINT_SHARE: Final = 0.12
HALF: Final = 0.5
"""Marks under light: the least grey levels of one, the least share of the darkest, and of the darkest around it."""

Quad = npt.NDArray[np.float32]
Inked = Callable[[Pixels], Pixels]
"""Which marks, in grey levels, are ink."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A long dark line: centre, unit vector along it, length and height in pixels of the search picture."""

    centre: Quad
    along: Quad
    length: float
    height: float


@dataclass(frozen=True, slots=True)
class ZonePicture:
    """A zone cut out and set upright (or upside down: that cannot be seen), and its corners as shares of the page."""

    pixels: Pixels
    corners: tuple[tuple[float, float], ...]


def likely_zones(page: Pixels) -> list[ZonePicture]:
    """Places on a grey page that look like a zone, the likeliest first; at most MAX_ZONES."""
    return _likeliest(islice(_zone_pictures(page, _dark), MAX_CANDIDATES), REGULAR, MAX_BANDS)


def faint_zones(page: Pixels) -> list[ZonePicture]:
    """The same where light lies on the page: print counts as dark by what is around it."""
    return _likeliest(islice(_zone_pictures(page, _darker_than_around), MAX_CANDIDATES), REGULAR, MAX_BANDS)


def likely_edges(page: Pixels) -> list[ZonePicture]:
    """The strips along the four edges of a grey page that seem to hold a zone, the likeliest first."""
    return _likeliest(_edge_pictures(page), REGULAR_STRIP, MAX_BANDS_STRIP)


def _likeliest(pictures: Iterable[ZonePicture], least: float, most: int) -> list[ZonePicture]:
    good = []
    for picture in pictures:
        ink = 255.0 - evened(shrunk(picture.pixels, MEASURED_WIDTH))
        score = regularity(ink)
        if score >= least and bands(ink) <= most:
            good.append((score, picture))
    return [picture for _, picture in sorted(good, key=itemgetter(0), reverse=True)[:MAX_ZONES]]


def regularity(zone: Quad) -> float:
    """How evenly spaced the letters are whose ink fills the width: above 10 for a zone, below 3 for ordinary print.

    All letters of a zone stand in columns of one pitch, 30 to 44 of them: the ink of its columns has one strong
    frequency, which is compared with the mean of all.
    """
    ink = zone.mean(axis=0, dtype=np.float32)
    waves = ink - cv2.GaussianBlur(ink[None], (0, 0), 30)[0]
    spectrum = np.abs(np.fft.rfft(waves * np.hanning(len(waves))))
    return float(spectrum[PITCHES].max() / max(float(spectrum[ALL_PITCHES].mean()), 1e-6))


def bands(zone: Quad) -> int:
    """How many lines of ink run across, one below the other: two or three in a zone, many where print lies on its side.

    Counted in slabs, since a zone seen askew leans.
    """
    counts = []
    for slab in np.array_split(zone, SLABS, axis=1):
        rows = slab.mean(axis=1)
        inked = np.concatenate([[False], rows > CLEAR_INK * np.percentile(rows, 95)])
        counts.append(np.count_nonzero(inked[1:] & ~inked[:-1]))
    return int(np.median(counts))


def starts_left(zone: Pixels) -> bool:
    """Whether more ink stands on the left, as in an upright zone, whose lines end in fillers."""
    third = zone.shape[1] // 3
    return float(zone[:, :third].mean()) <= float(zone[:, -third:].mean())


def evened(zone: Pixels) -> Pixels:
    """Shadows and glare taken out: ink as dark as the darkest around it becomes black, whatever light lay on it."""
    paper = cv2.medianBlur(cv2.dilate(zone, np.ones((15, 15), np.uint8)), 31)
    ink = np.clip(1 - zone.astype(np.float32) / np.maximum(paper, 1), 0, 1)
    around = cv2.dilate(cv2.GaussianBlur(ink, (3, 3), 0), np.ones((41, 81), np.uint8))
    strongest = np.maximum(cv2.GaussianBlur(around, (0, 0), 20), LEAST_INK)
    return np.asarray(255 * (1 - np.clip(ink / strongest, 0, 1)), dtype=np.uint8)


def without_frame(zone: Pixels) -> Pixels:
    """An evened zone without what hangs together with its border: the edge of a card, a table, a line of the page."""
    ink = (zone < DARK).astype(np.uint8)
    _, labels = cv2.connectedComponents(ink, connectivity=8)
    border = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    framing = np.isin(labels, border[border > 0]).astype(np.uint8)
    grown = cv2.dilate(framing, np.ones((3, 3), np.uint8))
    return np.where(grown > 0, np.uint8(255), zone).astype(np.uint8)


def _zone_pictures(page: Pixels, inked: Inked) -> Iterator[ZonePicture]:
    """Likely zones on a grey page, the likeliest first."""
    search = shrunk(page, SEARCH_SIDE)
    scale = page.shape[1] / search.shape[1]
    seen: list[Quad] = []
    for gap in GAPS:
        for lines in _groups(_lines(search, gap, inked)):
            corners = _corners(lines) * scale
            if any(float(np.abs(corners - other).max()) < BORDER for other in seen):
                continue
            seen.append(corners)
            yield ZonePicture(_cut(page, corners), _shares(corners, page))


def _dark(marks: Pixels) -> Pixels:
    """Where marks are dark against the rest of the page."""
    return np.asarray(cv2.threshold(marks, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)[1], dtype=np.uint8)


def _darker_than_around(marks: Pixels) -> Pixels:
    """Where marks are dark against the marks around them."""
    around = cv2.GaussianBlur(cv2.dilate(marks, np.ones((25, 25), np.uint8)).astype(np.float32), (0, 0), 12)
    floor = max(FAINTEST, FAINT_SHARE * float(np.percentile(marks, 99.5)))
    return np.asarray((marks > HALF * np.maximum(around, floor)) * 255, dtype=np.uint8)


def _edge_pictures(page: Pixels) -> Iterator[ZonePicture]:
    """The strips along the four edges of a grey page, where a zone lies if the page fills the picture; bottom first."""
    for turns in (0, 2, 1, 3):
        turned = np.ascontiguousarray(np.rot90(page, turns))
        height = turned.shape[0]
        strip = shrunk(np.ascontiguousarray(turned[round(height * 0.68) :]), ZONE_WIDTH)
        whole = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
        yield ZonePicture(strip, whole)


def _lines(search: Pixels, gap: int, inked: Inked) -> list[Line]:
    """Long dark lines, level ones and upright ones."""
    level = _level_lines(search, gap, inked)
    upright = _level_lines(np.ascontiguousarray(np.rot90(search)), gap, inked)
    width = search.shape[1]
    # Turning back: a point (x, y) of the turned picture was at (width - y, x).
    turned = [
        Line(
            np.array([width - line.centre[1], line.centre[0]], np.float32),
            np.array([-line.along[1], line.along[0]], np.float32),
            line.length,
            line.height,
        )
        for line in upright
    ]
    return level + turned


def _level_lines(search: Pixels, gap: int, inked: Inked) -> list[Line]:
    framed = cv2.copyMakeBorder(search, BORDER, BORDER, BORDER, BORDER, cv2.BORDER_REPLICATE)
    calm = cv2.GaussianBlur(framed, (3, 3), 0)
    ink = inked(np.asarray(cv2.morphologyEx(calm, cv2.MORPH_BLACKHAT, np.ones((gap, gap), np.uint8)), dtype=np.uint8))
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, gap), np.uint8))
    opened = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((3, gap // 2), np.uint8))
    contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    least = MIN_LENGTH * max(search.shape)
    for contour in contours:
        # Nothing is longer than the way across its box.
        if hypot(*cv2.boundingRect(contour)[2:]) < least:
            continue
        line = _line(contour)
        if line.length >= least and line.length >= MIN_ASPECT * line.height:
            found.append(line)
    return found


def _line(contour: cv2.typing.MatLike) -> Line:
    corners = cv2.boxPoints(cv2.minAreaRect(contour))
    one, other = corners[1] - corners[0], corners[2] - corners[1]
    long, short = (one, other) if np.linalg.norm(one) >= np.linalg.norm(other) else (other, one)
    length = float(np.linalg.norm(long)) or 1.0
    along = long / length if long[0] >= 0 else -long / length
    centre = corners.mean(axis=0) - BORDER
    return Line(centre.astype(np.float32), along.astype(np.float32), length, float(np.linalg.norm(short)) + 1)


def _groups(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Pairs and triples of neighbouring lines of like length, the longest first; triples before their pairs."""
    pairs = [pair for pair in combinations(lines, 2) if _neighbours(*pair)]
    triples = [
        (*pair, third)
        for pair in pairs
        for third in lines
        if third not in pair and any(_neighbours(third, line) for line in pair)
    ]
    return sorted(
        [*{frozenset(map(id, group)): group for group in [*triples, *pairs]}.values()],
        key=lambda group: (-round(max(line.length for line in group) / 50), -len(group)),
    )


def _neighbours(one: Line, other: Line) -> bool:
    """Whether two lines run side by side at the distance of lines of one zone."""
    shorter, longer = sorted((one.length, other.length))
    if abs(float(one.along @ other.along)) < PARALLEL or shorter < LIKE_LENGTH * longer:
        return False
    between = other.centre - one.centre
    beside = abs(float(between @ one.along))
    apart = abs(float(one.along[0] * between[1] - one.along[1] * between[0]))
    height = max(one.height, other.height)
    fits = SPACING[0] * height < apart < SPACING[1] * height and apart < SPACING_OF_LENGTH * longer
    return fits and beside < SHIFT * one.length


def _corners(lines: Sequence[Line]) -> Quad:
    """Corners around the lines with a margin: left and right of the upper edge, right and left of the lower."""
    longest = max(lines, key=lambda line: line.length)
    along = longest.along
    down = np.array([-along[1], along[0]], np.float32)
    ends = [line.centre + sign * line.along * line.length / 2 for line in lines for sign in (-1, 1)]
    points = np.array(ends, np.float32)
    margin = 1.1 * max(line.height for line in lines)
    low, high = (points @ along).min() - margin, (points @ along).max() + margin
    top, bottom = (points @ down).min() - margin, (points @ down).max() + margin
    corners = [along * x + down * y for x, y in ((low, top), (high, top), (high, bottom), (low, bottom))]
    return np.array(corners, np.float32)


def _cut(page: Pixels, corners: Quad) -> Pixels:
    width = float(np.linalg.norm(corners[1] - corners[0]))
    height = float(np.linalg.norm(corners[3] - corners[0]))
    size = (ZONE_WIDTH, max(40, round(ZONE_WIDTH * height / width)))
    target = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], np.float32)
    transform = cv2.getPerspectiveTransform(corners, target)
    method = cv2.INTER_AREA if width > ZONE_WIDTH else cv2.INTER_CUBIC
    return np.asarray(
        cv2.warpPerspective(page, transform, size, flags=method, borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8
    )


def _shares(corners: Quad, page: Pixels) -> tuple[tuple[float, float], ...]:
    height, width = page.shape
    return tuple((float(x) / width, float(y) / height) for x, y in corners)
