"""Reads machine-readable zones from pages: finds them, reads their letters with Tesseract, and parses what was read."""

import hashlib
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, pairwise
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

import cv2
import numpy as np
import tesserocr  # type: ignore[import-untyped] # ships no types

from applications.documents.drawing import Pixels, single
from applications.documents.examination import MrzReading, ReaderMissingError
from applications.documents.mrz import FILLER, Zone, parse
from applications.documents.mrz_zone import (
    ZonePicture,
    evened,
    faint_zones,
    likely_edges,
    likely_zones,
    starts_left,
    without_frame,
)
from applications.documents.verdict import Box

DATA: Final = Path(__file__).with_name("tessdata")
DATA_SHA256: Final = "d50dc96f1223101712dc815ad7b9bc19eeb608d6472f659becc7aa918af39806"

READING_MILLISECONDS: Final = 4_000
"""Longest time for one reading; a zone takes a tenth of it, only other print in small letters takes longer."""

MAX_READINGS: Final = 12
"""Readings of one page, of all places on it and in all preparations; a zone takes one to four."""

LEAST_SIDE: Final = 48
"""Pixels of a page's shorter side from which the lines of a zone can be told on it."""

HOPEFUL: Final = 5
HOPEFUL_LETTERS: Final = 24
"""Fillers in the text of a picture, and letters in two of its lines, from which it is worth a second reading."""

MAX_FAULTS: Final = 4
DOUBTFUL: Final = 40
"""A reading with more faults than this is a zone only where the reader itself trusts it so much (0 to 100)."""


EDGE: Final = 0.6
"""Letters by which something must stand before the other lines to be no letter of a zone."""


FEW_READINGS: Final = 8
"""Readings after which it is not the zone that says which side of a page is up."""


class Standing(NamedTuple):
    """A zone that holds, the quarter turns to the left that bring it upright, and by how many degrees it then rises."""

    reading: MrzReading
    turns: int
    tilt: float


class Letter(NamedTuple):
    """A letter that was read, and the middle of it in pixels from the left."""

    text: str
    x: float


@dataclass(frozen=True, slots=True)
class _Reading:
    picture: ZonePicture
    zone: Zone | None
    confidence: int
    hopeful: bool
    turned: bool = False

    @property
    def worse(self) -> tuple[int, int]:
        """For comparing readings of one zone: what does not hold, then how many letters were mended."""
        return self.faults, 0 if self.zone is None else self.zone.mended

    @property
    def faults(self) -> int:
        """How much does not hold; more than any zone can have where there is none."""
        return 99 if self.zone is None else len(self.zone.faults)


@cache
def loaded() -> tesserocr.PyTessBaseAPI:
    """The reader with the data for zones; raises ReaderMissingError."""
    file = DATA / "mrz.traineddata"
    if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != DATA_SHA256:
        raise ReaderMissingError(str(file))
    reader = tesserocr.PyTessBaseAPI(path=str(DATA), lang="mrz", psm=tesserocr.PSM.SINGLE_BLOCK)
    reader.SetVariable("tessedit_char_whitelist", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<")
    return reader


def read_zone(page: Pixels, number: int) -> MrzReading | None:
    """The best reading of a zone on a page (grey or colour); None where there is none. Raises ReaderMissingError."""
    best = _best(page, _readings, MAX_READINGS)
    return None if best is None else _reported(best, number)


def standing_zone(page: Pixels, number: int) -> Standing | None:
    """How the zone of a page lies that nobody turned; None where none holds after few readings. Raises ReaderMissingError.

    The reading tells its place on the page as it was given.
    """
    best = _best(page, _plain_readings, FEW_READINGS)
    reading = None if best is None or best.faults else _reported(best, number)
    if best is None or reading is None:
        return None
    height, width = page.shape[:2]
    (left, top), (right, bottom) = best.picture.corners[:2]
    sign = -1 if best.turned else 1
    falls = math.degrees(math.atan2(sign * (bottom - top) * height, sign * (right - left) * width))
    quarters = round(falls / 90)
    return Standing(reading, quarters % 4, 90 * quarters - falls)


def _best(page: Pixels, readings: Callable[[Pixels], Iterator[_Reading]], most: int) -> _Reading | None:
    grey = single(page)
    if min(grey.shape) < LEAST_SIDE:
        return None
    best: _Reading | None = None
    for reading in islice(readings(grey), most):
        if best is None or reading.worse < best.worse:
            best = reading
        if best.worse == (0, 0):
            break
    return best


def _readings(grey: Pixels) -> Iterator[_Reading]:
    """Readings of every likely place, the likeliest first; no further looking where one holds or nearly does."""
    for look in (likely_zones, faint_zones, likely_edges):
        least = MAX_FAULTS + 1
        for picture in look(grey):
            for reading in _read_every_way(picture):
                least = min(least, reading.faults)
                yield reading
            if not least:
                return
        if least <= (0 if look is likely_zones else MAX_FAULTS):
            return


def _plain_readings(grey: Pixels) -> Iterator[_Reading]:
    """Readings of the places that are found at once: looking for faint ones takes ten times as long. Each is read both ways up
    before any is read more carefully.
    """
    every = [_read_every_way(picture) for picture in likely_zones(grey)]
    for readings in every:
        yield from islice(readings, 2)
    for readings in every:
        yield from readings


def _read_every_way(picture: ZonePicture) -> Iterator[_Reading]:
    """Readings of one picture: upright or upside down, evened and, where that gives hope, with its frame, sharpened."""
    plain = evened(picture.pixels)
    ways: tuple[int, ...] = (0, 2) if starts_left(plain) else (2, 0)
    for prepare in (without_frame, lambda zone: zone, _sharpened):
        pixels = prepare(plain)
        hopeful = False
        for turns in ways:
            reading = replace(_read(picture, np.ascontiguousarray(np.rot90(pixels, turns))), turned=turns != 0)
            hopeful = hopeful or reading.hopeful
            yield reading
            if reading.zone is not None and not reading.faults:
                # This side is up; it was mended only, and another preparation may spare that.
                ways = (turns,)
                break
        if not hopeful:
            return


def _sharpened(zone: Pixels) -> Pixels:
    """An evened zone with its edges drawn harder, for pictures out of focus."""
    return np.asarray(cv2.addWeighted(zone, 2.5, cv2.GaussianBlur(zone, (0, 0), 4), -1.5, 0), dtype=np.uint8)


def _read(picture: ZonePicture, pixels: Pixels) -> _Reading:
    framed = cv2.copyMakeBorder(pixels, 20, 20, 20, 20, cv2.BORDER_CONSTANT, value=(255,))
    height, width = framed.shape
    reader = loaded()
    reader.SetImageBytes(framed.tobytes(), width, height, 1, width)
    if not reader.Recognize(READING_MILLISECONDS):
        return _Reading(picture, None, 0, hopeful=False)
    lines = without_edge(_letters(reader))
    zone = parse(lines)
    long = sum(len(line) >= HOPEFUL_LETTERS for line in lines)
    hopeful = sum(line.count(FILLER) for line in lines) >= HOPEFUL and long > 1
    return _Reading(picture, zone, int(reader.MeanTextConf()), hopeful=hopeful)


def _letters(reader: tesserocr.PyTessBaseAPI) -> list[list[Letter]]:
    """What was read, line by line, each letter with its place across."""
    lines: list[list[Letter]] = []
    walk = reader.GetIterator()
    while walk is not None:
        if walk.IsAtBeginningOf(tesserocr.RIL.TEXTLINE) or not lines:
            lines.append([])
        box = walk.BoundingBox(tesserocr.RIL.SYMBOL)
        if box is not None:
            lines[-1].append(Letter(walk.GetUTF8Text(tesserocr.RIL.SYMBOL), (box[0] + box[2]) / 2))
        if not walk.Next(tesserocr.RIL.SYMBOL):
            break
    return lines


def without_edge(lines: Sequence[Sequence[Letter]]) -> list[str]:
    """The lines as text, without what was read to the left of where the lines of a zone begin: the edge of a card.

    All lines of a zone begin in one column. Of three, two tell where; of two none does.
    """
    zone = [line for line in lines if len(line) >= HOPEFUL_LETTERS]
    if len(zone) < 3:  # noqa: PLR2004 - as said above
        return ["".join(letter.text for letter in line) for line in lines]
    pitch = median(after.x - before.x for line in zone for before, after in pairwise(line))
    begins = median(line[0].x for line in zone) - EDGE * pitch
    return ["".join(letter.text for letter in line if letter.x > begins) for line in lines]


def _reported(reading: _Reading, number: int) -> MrzReading | None:
    zone = reading.zone
    if zone is None or (reading.faults > MAX_FAULTS and reading.confidence < DOUBTFUL):
        return None
    return MrzReading(
        format=zone.format,
        lines=zone.lines,
        fields=zone.fields,
        valid=not zone.faults,
        faults=zone.faults,
        page=number,
        box=_box(reading.picture.corners),
        confidence=reading.confidence,
    )


def _box(corners: Iterable[tuple[float, float]]) -> Box:
    points = list(corners)
    across, down = [x for x, _ in points], [y for _, y in points]
    return (max(0.0, min(across)), max(0.0, min(down)), min(1.0, max(across)), min(1.0, max(down)))
