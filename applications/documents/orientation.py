"""Which way is up on a page: by how its letters stand beside each other, and by how much sense its lines make."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from applications.documents.drawing import Pixels
from applications.documents.limits import BLURRED_VARIANCE
from applications.documents.measures import grey, sharpness
from applications.documents.page_shape import ink, letters, lies_sideways
from applications.documents.text_data import installed

SENSE: Final = 65
"""Trust (0 to 100) from which lines are read the right way (upright 80 to 95, upside down 20 to 45)."""

NONSENSE: Final = 55
"""Trust under which lines may stand on their heads."""


@dataclass(frozen=True, slots=True)
class Orientation:
    """Quarter turns to the left that bring a page upright, and whether it lies on its side all the same."""

    turns: int = 0
    lies_on_side: bool = False


def orientation(page: Pixels, folder: Path | None) -> Orientation:
    """How a page of print lies; upright unless it is clear that it is not; blurred letters say nothing.

    `folder` holds the language data of the text reader. Without it a page that lies on its side is told, but not turned:
    nothing says which of its sides is up.
    """
    small = grey(page)
    if sharpness(small) < BLURRED_VARIANCE:
        return Orientation()
    sideways = lies_sideways(letters(ink(small)))
    if not installed(folder):
        return Orientation(0, sideways)
    # Loaded only where it is needed; the reader takes longer to load than all other measures together.
    from applications.documents.text_reader import TextReader  # noqa: PLC0415

    reader = TextReader(folder)
    if not sideways:
        as_it_is = reader.sense(page)
        if as_it_is is None or as_it_is >= NONSENSE:
            return Orientation()
        turned = reader.sense(np.ascontiguousarray(np.rot90(page, 2)))
        return Orientation(2) if turned is not None and turned >= SENSE else Orientation()
    senses = {turns: reader.sense(np.ascontiguousarray(np.rot90(page, turns))) or 0.0 for turns in (1, 3)}
    best = max(senses, key=lambda turns: senses[turns])
    return Orientation(best) if senses[best] >= SENSE else Orientation(0, lies_on_side=True)
