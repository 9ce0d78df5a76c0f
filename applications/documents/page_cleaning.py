"""Makes a page plain for a reader of text: paper white, faint ornament gone, and no rules under what was filled in.

Guilloche under print and dotted rules under it are what Tesseract fails on first: it takes a line that stands on a
rule for a picture and leaves it out.
"""

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from applications.documents.drawing import Pixels, reduced
from applications.documents.limits import ANALYSIS_WIDTH, BLURRED_VARIANCE
from applications.documents.measures import grey as at_width
from applications.documents.measures import level_at, parts, sharpness

INK: Final = 90
PAPER: Final = 215
"""Grey levels, of an even page, that become black and white; ornament lies above PAPER."""

BINARY: Final = 150
MARK: Final = 235
"""Grey level under which a pixel of an evened page is ink, and under which it is more than paper: dots are small and pale."""

PALE: Final = 185
BOLD: Final = 0.12
SIGHT: Final = 0.012
"""Small print and print under a light is pale: the darkest within this share of the page's width is drawn up to black, and with
it what is paler by no more than BOLD of its contrast. What is nowhere darker than PALE is ornament.
"""

BLEACHED: Final = 0.5
BRIGHT: Final = 244
FAINTEST: Final = 215
"""Paper under a light lacks no more than this share of what the page's paper lacks to white, and is so bright at least; there
print may be as pale as FAINTEST.
"""

WASHED_OUT: Final = 245
"""Level of an even page to which a light brings ornament. Where bright paper has it as dark as elsewhere, none lies there."""

GRAIN_SHARE: Final = 0.000074
"""Power of grain against that of print where a blur begins to tell, in what brings a page out of focus back into it (after
Wiener): grain is alike at all frequencies, and print has less power the finer it is, by the square.
"""

EDGE_CALM: Final = 1.0
EDGE_REACH: Final = 9
EDGE_LEVELS: Final = 40
"""At ANALYSIS_WIDTH: pixels over which a page is smoothed before its edges are measured, the side of the square in which an
edge goes from dark to light, and by how many grey levels at least.
"""

GRAINY: Final = 1.0
CALM: Final = 1.0
"""Grain from which a page is smoothed (median answer of bare paper to Immerkær's filter; drawn pages have 0), and over how
many pixels.
"""

SMALL_SIDE: Final = 1_800
ENLARGED_SIDE: Final = 2_400
"""Longest side, in pixels, under which a page is enlarged, and to what: small print then is some 20 pixels high."""

UNIT: Final = 1_400
"""Width of a page, in pixels, to which the sizes below belong; they grow with the page."""

DOT_HEIGHT: Final = 5
DOT_WIDTH: Final = 400
DOT_GAP: Final = 17
DOTTED_LENGTH: Final = 90
SOLID_LENGTH: Final = 110
"""Sizes in pixels: the highest and longest piece of a rule, the gap between its dots, and how long a rule is at least
(no stroke of a letter is as long).
"""

BORDER: Final = 0.08
BORDER_BANDS: Final = 12
"""Share of the page's width, on each side, in which upright lines are those of its border or its edge; such lines may lean, and
are followed in so many bands.
"""

Levels = npt.NDArray[np.float32]


def cleaned(grey: Pixels, *, pale: bool = False) -> Pixels:
    """A grey page made plain, of the same size or, where that is small, enlarged; `pale`: it was small and is enlarged."""
    return _without_rules(_even(_enlarged(_calm(grey)), pale=pale or _is_small(grey)))


def _calm(grey: Pixels) -> Pixels:
    """A grainy page smoothed, since the reader takes grain for letters."""
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), CALM), dtype=np.uint8) if _is_grainy(grey) else grey


def refocused(grey: Pixels) -> Pixels | None:
    """A grey page out of focus brought back into it as far as its grain allows, its paper white; None for one in focus.

    Its grain grows with it, and is for `cleaned` to smooth.
    """
    small = at_width(grey)
    if sharpness(small) >= BLURRED_VARIANCE:
        return None
    sigma = blur_of(small) * grey.shape[1] / ANALYSIS_WIDTH
    edge = round(4 * sigma)
    high, wide = (cv2.getOptimalDFTSize(side + 2 * edge) for side in grey.shape)
    below, right = high - grey.shape[0] - edge, wide - grey.shape[1] - edge
    framed = cv2.copyMakeBorder(grey, edge, below, edge, right, cv2.BORDER_REFLECT_101).astype(np.float32)
    down, across = (np.square(np.fft.fftfreq(side)).astype(np.float32) for side in (high, wide))
    fine = (2 * np.pi * sigma) ** 2 * (down[:, None] + across[None, :])
    # What a Gaussian leaves of each frequency.
    left = np.exp(-fine / 2)
    waves = cv2.dft(framed, flags=cv2.DFT_COMPLEX_OUTPUT) * (left / (left**2 + GRAIN_SHARE * fine))[..., None]
    sharp = cv2.idft(waves, flags=cv2.DFT_SCALE | cv2.DFT_REAL_OUTPUT)[edge : -below or None, edge : -right or None]
    page = np.clip(sharp, 0, 255).astype(np.uint8)
    return np.asarray(cv2.divide(page, _spread(_paper(page, 4), page.shape, 4), scale=255), dtype=np.uint8)


def blur_of(small: Pixels) -> float:
    """How far, as the sigma of a Gaussian in pixels, the edges of a page at ANALYSIS_WIDTH are spread; 0 for one without edges."""
    calm = cv2.GaussianBlur(small, (0, 0), EDGE_CALM).astype(np.float32)
    slope = cv2.magnitude(*(cv2.Sobel(calm, cv2.CV_32F, *axis, scale=1 / 8) for axis in ((1, 0), (0, 1))))
    square = np.ones((EDGE_REACH, EDGE_REACH), np.uint8)
    step = cv2.dilate(calm, square) - cv2.erode(calm, square)
    edges = (slope == cv2.dilate(slope, np.ones((5, 5), np.uint8))) & (step > EDGE_LEVELS)
    # A step of a Gaussian edge is as high as its slope times this.
    return float(np.median(step[edges] / slope[edges])) / float(np.sqrt(2 * np.pi)) if edges.any() else 0.0


def _is_grainy(grey: Pixels) -> bool:
    """Whether the bare paper of a page, in every fourth part of its rows, has grain (after Immerkær 1996)."""
    rows = np.ascontiguousarray(
        grey[: 16 * (len(grey) // 16)].reshape(-1, 16, grey.shape[1])[::4].reshape(-1, grey.shape[1])
    )
    second = np.array([1, -2, 1], dtype=np.float32)
    apart = cv2.convertScaleAbs(cv2.sepFilter2D(rows, cv2.CV_16S, second, second))
    return level_at(np.asarray(apart, dtype=np.uint8), 50) >= GRAINY


def _enlarged(grey: Pixels) -> Pixels:
    """A page whose letters are too small for the reader, as large as a usual scan."""
    if not _is_small(grey):
        return grey
    scale = ENLARGED_SIDE / max(grey.shape)
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)


def _is_small(grey: Pixels) -> bool:
    return bool(max(grey.shape) < SMALL_SIDE)


def _even(grey: Pixels, *, pale: bool) -> Pixels:
    """The page divided by its paper, so that shadows and tints are white, and light ornament with them.

    `pale`: its small print is pale.
    """
    height, width = grey.shape
    block = min(4, height, width)
    paper = _paper(grey, block)
    even = np.asarray(cv2.divide(grey, _spread(paper, grey.shape, block), scale=255), dtype=np.uint8)
    black = _black(even, paper, PALE if pale else 0)
    levels = np.clip((np.arange(256) - INK) * 255 / (PAPER - INK), 0, 255).astype(np.uint8)
    clear = np.asarray(cv2.LUT(even, levels), dtype=np.uint8)
    # Most pages have one black all over; elsewhere only the lines that have another are gone over again.
    others = np.repeat((black > INK).any(axis=1), block)
    lines = np.flatnonzero(np.pad(others, (0, height - len(others)), mode="edge"))
    if len(lines):
        spread_black = np.asarray(cv2.resize(black, (width, height)), dtype=np.float32)
        # By parts of the page, which stay in the processor's memory.
        for some in np.array_split(lines, len(lines) // 64 + 1):
            there = spread_black[some]
            drawn_up = (even[some].astype(np.float32) - there) * ((255 - INK) * 255 / (PAPER - INK)) / (255 - there)
            clear[some] = np.clip(drawn_up, 0, 255)
    return clear


def _paper(grey: Pixels, block: int) -> Pixels:
    """The bare paper of a page without its print, in blocks of so many pixels a side."""
    return np.asarray(cv2.medianBlur(cv2.dilate(reduced(grey, block), np.ones((7, 7), np.uint8)), 21), dtype=np.uint8)


def _spread(paper: Pixels, shape: tuple[int, ...], block: int) -> Pixels:
    """Paper in blocks, in the size of its page."""
    height, width = shape
    across, down = block * paper.shape[1], block * paper.shape[0]
    spread = cv2.resize(paper, (across, down), interpolation=cv2.INTER_LINEAR)
    framed = cv2.copyMakeBorder(spread, 0, height - down, 0, width - across, cv2.BORDER_REPLICATE)
    return np.asarray(framed, dtype=np.uint8)


def _black(even: Pixels, paper: Pixels, palest: int) -> Levels:
    """The grey level that becomes black in each place of an even page, whose print is at least as dark as `palest`; of the
    size of `paper`, its bare paper.
    """
    reach = 2 * max(1, round(SIGHT * paper.shape[1])) + 1
    calm = cv2.resize(cv2.medianBlur(even, 3), paper.shape[::-1], interpolation=cv2.INTER_NEAREST)
    dark = cv2.blur(cv2.erode(calm, np.ones((reach, reach), np.uint8)), (reach, reach)).astype(np.float32)
    bright = paper >= max(BRIGHT, 255 - BLEACHED * (255 - np.median(paper)))
    if bright.any() and np.percentile(dark[bright], 95) < WASHED_OUT:
        bright[:] = False
    bleached = cv2.dilate(bright.astype(np.uint8), np.ones((reach, reach)))
    drawn_up = np.clip(dark + BOLD * (255 - dark), INK, FAINTEST)
    black = np.where((dark < palest) | (bleached > 0), drawn_up, INK).astype(np.float32)
    return np.asarray(cv2.blur(black, (reach, reach)), dtype=np.float32)


def _without_rules(page: Pixels) -> Pixels:
    """The page with long, thin, level lines, dotted or drawn, made white, and what borders it on the left and right."""
    scale = max(0.7, page.shape[1] / UNIT)
    ink = (page < BINARY).astype(np.uint8)
    pieces, sizes = parts((page < MARK).astype(np.uint8))
    flat = (sizes[:, cv2.CC_STAT_HEIGHT] <= DOT_HEIGHT * scale) & (sizes[:, cv2.CC_STAT_WIDTH] <= DOT_WIDTH * scale)
    flat = flat.astype(np.uint8)
    flat[0] = 0
    # By parts of the page, which stay in the processor's memory.
    dots = np.concatenate([np.take(flat, part) for part in np.array_split(pieces, len(ink) // 64 + 1)])
    dots = cv2.morphologyEx(dots, cv2.MORPH_CLOSE, _row(DOT_GAP * scale))
    dotted, solid = _long(dots, round(DOTTED_LENGTH * scale)), _long(ink, round(SOLID_LENGTH * scale))
    rules = cv2.dilate(cv2.bitwise_or(dotted, solid), np.ones((5, 5), np.uint8))
    plain = page.copy()
    plain[rules > 0] = 255
    long = _row(SOLID_LENGTH * scale).T
    for seen, made in ((ink, plain), (ink[:, ::-1], plain[:, ::-1])):
        _whiten_border(seen[:, : round(BORDER * page.shape[1])], made, long)
    return plain


def _whiten_border(ink: Pixels, page: Pixels, long: Pixels) -> None:
    """Makes a page white from its left side to the border that is drawn along it: its ornament looks like letters.

    `ink` is that along the side, `long` the shortest upright line.
    """
    upright = np.asarray(cv2.morphologyEx(np.ascontiguousarray(ink), cv2.MORPH_OPEN, long), dtype=np.uint8)
    bands = zip(np.array_split(upright, BORDER_BANDS), np.array_split(page, BORDER_BANDS), strict=True)
    for lines, band in bands:
        drawn = np.flatnonzero(np.count_nonzero(lines, axis=0) > len(lines) / 2)
        if len(drawn):
            band[:, : drawn[-1] + 4] = 255


def _long(marks: cv2.typing.MatLike, length: int) -> Pixels:
    """What of level runs of marks is at least so many pixels long.

    Runs are followed by doubling, in rows that still have any: print falls out soon. OpenCV's opening goes on pixel by pixel.
    """
    found = np.zeros(marks.shape[:2], np.uint8)
    left, rows = np.asarray(marks, dtype=np.uint8), np.arange(len(found))
    if found.shape[1] < length:
        return found
    for step in _steps(length):
        left = np.asarray(cv2.bitwise_and(left[:, :-step], left[:, step:]), dtype=np.uint8)
        inked = cv2.reduce(left, 1, cv2.REDUCE_MAX).ravel() > 0
        left, rows = left[inked], rows[inked]
        if not len(rows):
            return found
    for step in _steps(length):
        left = np.pad(left, ((0, 0), (0, step))) | np.pad(left, ((0, 0), (step, 0)))
    found[rows] = left
    return found


def _steps(length: int) -> Iterator[int]:
    """By how much a run of one pixel is moved onto itself, again and again, until it is so long."""
    reached = 1
    while reached < length:
        step = min(reached, length - reached)
        reached += step
        yield step


def _row(length: float) -> Pixels:
    return np.ones((1, round(length)), np.uint8)
