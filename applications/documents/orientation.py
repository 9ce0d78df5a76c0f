"""Which way is up on a page, and how far its lines are from level: by how its letters stand beside each other, and by how
much sense its lines make.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from applications.documents.drawing import Pixels, single, turned
from applications.documents.limits import BLURRED_VARIANCE, LEVELLED_DEGREES
from applications.documents.measures import grey, sharpness
from applications.documents.page_shape import Letters, ink, letters, lies_sideways, skew
from applications.documents.text_data import installed

SENSE: Final = 65
"""Trust (0 to 100) from which lines are read the right way (upright 80 to 95, upside down 20 to 45)."""

SURE_SENSE: Final = 100
"""Trust of a page of which some words were surely read: no other side of it needs to be looked at."""

NONSENSE: Final = 55
"""Trust under which lines may stand on their heads."""

SOME_SENSE: Final = 50
MORE_SENSE: Final = 20
"""Trust, and by how much it is more than in the lines as they are, from which handwriting and faint print count as well."""


@dataclass(frozen=True, slots=True)
class Orientation:
    """Quarter turns to the left that bring a page upright, whether it lies on its side all the same, and by how many
    degrees its lines then rise (positive) or fall to the right.
    """

    turns: int = 0
    lies_on_side: bool = False
    tilt: float = 0.0


def laid(page: Pixels, small: Pixels, found: Letters, folder: Path | None) -> tuple[Orientation, Pixels]:
    """How a page of print lies, and the page upright and level; as it is unless it is clear that it lies otherwise.

    Blurred letters say nothing. `small` is the `grey` page, `found` the letters on it. The shapes of letters do not say which
    side is up: Latin ones reach above the line, Cyrillic ones below it. So a few lines are read. `folder` holds the
    language data of the text reader. Without it a page that lies on its side is told, but not turned: nothing says which
    of its sides is up.
    """
    if sharpness(small) < BLURRED_VARIANCE:
        return Orientation(), page
    if lies_sideways(found):
        lies = _of_lying(page, folder)
        return lies, upright(page, lies)
    tilt = skew(found) or 0.0
    level = upright(page, Orientation(tilt=tilt))
    if not installed(folder):
        return Orientation(tilt=tilt), level
    sense = _Sense(level, folder)
    as_it_is = sense.of(0)
    if as_it_is is None or as_it_is >= NONSENSE:
        return Orientation(tilt=tilt), level
    on_its_head = sense.of(2) or 0.0
    if on_its_head < SENSE and on_its_head < max(SOME_SENSE, as_it_is + MORE_SENSE):
        return Orientation(tilt=tilt), level
    return Orientation(2, tilt=tilt), turned(level, 2)


def _of_lying(page: Pixels, folder: Path | None) -> Orientation:
    if not installed(folder):
        return Orientation(lies_on_side=True)
    sense = _Sense(page, folder)
    senses = {1: sense.of(1) or 0.0}
    if senses[1] < SURE_SENSE:
        senses[3] = sense.of(3) or 0.0
    best = max(senses, key=lambda turns: senses[turns])
    if senses[best] < SENSE:
        return Orientation(lies_on_side=True)
    return Orientation(best, tilt=skew(letters(ink(grey(turned(single(page), best))))) or 0.0)


def tilt_of(page: Pixels) -> float:
    """By how many degrees the lines of a page in colour are from level as it is levelled when nobody framed it, whichever
    side is up; 0 where nothing says so.
    """
    small = grey(page)
    if sharpness(small) < BLURRED_VARIANCE:
        return 0.0
    found = letters(ink(small))
    if lies_sideways(found):
        found = letters(ink(grey(turned(page, 1))))
    return skew(found) or 0.0


class _Sense:
    """How much sense the lines of a page make when it is turned."""

    def __init__(self, page: Pixels, folder: Path | None) -> None:
        # Loaded only where it is needed; the reader takes longer to load than all other measures together.
        from applications.documents.text_reader import TextReader  # noqa: PLC0415

        self._page = single(page)
        self._reader = TextReader(folder)

    def of(self, turns: int) -> float | None:
        return self._reader.sense(turned(self._page, turns))


def upright(page: Pixels, lies: Orientation) -> Pixels:
    """A page in colour turned upright and, where its lines are more than a little out of the level, levelled.

    Levelling keeps all of the page; what is laid bare in the corners has the colour of its edge.
    """
    stands = turned(page, lies.turns)
    if abs(lies.tilt) < LEVELLED_DEGREES:
        return stands
    height, width = stands.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -lies.tilt, 1)
    cosine, sine = abs(turn[0, 0]), abs(turn[0, 1])
    size = (round(height * sine + width * cosine), round(height * cosine + width * sine))
    turn[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    edge = np.concatenate([stands[0], stands[-1], stands[:, 0], stands[:, -1]])
    colour = [float(part) for part in np.median(edge, axis=0)]
    return np.asarray(cv2.warpAffine(stands, turn, size, flags=cv2.INTER_LINEAR, borderValue=colour), dtype=np.uint8)
