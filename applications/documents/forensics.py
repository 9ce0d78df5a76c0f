"""Measures how a picture came about: where it has one single grey, and its metadata.

Everything here is a measure; the checks judge, and judge cautiously, since honest papers are cropped, saved anew and
scanned by machines that clean the paper.
"""

import io
import re
from dataclasses import dataclass
from typing import Final, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from applications.documents.drawing import Pixels, opened, single
from applications.documents.measures import extremes
from applications.documents.verdict import Box

CELL: Final = 8
BARE_RANGE: Final = 6
"""Pixels of a cell, and grey levels within it up to which it is bare paper."""

CORNERS: Final = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
CLIPPED: Final = (6, 249)
FEWEST_CELLS: Final = 1_000
SMALLEST_PLACE: Final = 48
FILLED: Final = 0.75
"""Cells from which a place of one single grey counts (the largest of genuine pages had 33), and how much of the smallest
slanted box around it such a place fills.
"""

GRAIN_STEP: Final = 10
"""Step of a JPEG's quantisation from which no grain is left of what had some: about two grey levels."""

EXIF_SOFTWARE, EXIF_CHANGED, EXIF_TAKEN, EXIF_DETAILS = 0x0131, 0x0132, 0x9003, 0x8769


class Plain(NamedTuple):
    """Where a page has one single grey, which no lens and no scanner makes of paper.

    `bare` is the number of cells of bare paper that are not clipped to white or black, `flat` the share of them of one
    grey; `place` the largest place of one grey that is a box, and `elsewhere` the share of such cells that are neither in it
    nor reach the edge of the page, and `everywhere` that of all such cells.
    """

    bare: int = 0
    flat: float = 0.0
    place: Box | None = None
    elsewhere: float = 0.0
    everywhere: float = 0.0


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file says of where it comes from: programs, and whether it was changed after it was signed."""

    programs: tuple[str, ...] = ()
    changed_before_taken: bool = False
    changed_after_signing: bool = False


def plain(page: Pixels) -> Plain:
    """Measure a page, in colour or grey, in cells of 8 pixels."""
    grey = single(page)
    low, high = extremes(grey, CELL)
    used = (low > CLIPPED[0]) & (high < CLIPPED[1])
    bare, one = used & (high - low <= BARE_RANGE), used & (high == low)
    count, flat = int(np.count_nonzero(bare)), int(np.count_nonzero(one))
    total = int(np.count_nonzero(used))
    if total < FEWEST_CELLS:
        return Plain(count)
    inner = _within(one)
    place, size = _largest(inner)
    box = None if place is None else _box(place, *one.shape)
    elsewhere = (int(np.count_nonzero(inner)) - size) / total
    return Plain(count, flat / max(count, 1), box, elsewhere, flat / total)


def smooths_grain(data: bytes) -> bool:
    """Whether a picture is a JPEG in steps (ITU-T T.81, B.2.4.1) too coarse for grain; one that cannot be opened is not."""
    try:
        with opened(data) as picture:
            tables: dict[int, list[int]] = getattr(picture, "quantization", {})
    except Exception:  # noqa: BLE001 - decoders raise many kinds on hostile files
        return False
    return 0 in tables and min(tables[0]) >= GRAIN_STEP


def _within(where: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Without what reaches the edge of the page: the corners that levelling lays bare, and tables."""
    _count, labels = cv2.connectedComponents(where.astype(np.uint8), connectivity=4)
    edge = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    return np.asarray(where & ~np.isin(labels, np.unique(edge)))


def _largest(where: npt.NDArray[np.bool_]) -> tuple[tuple[int, int, int, int] | None, int]:
    """The largest connected place (left, top, width, height in cells) that fills its box, slanted or not, and its size."""
    count, labels, stats, _middles = cv2.connectedComponentsWithStats(where.astype(np.uint8), connectivity=4)
    best: tuple[tuple[int, int, int, int] | None, int] = (None, 0)
    for label in range(1, count):
        left, top, wide, high, size = (int(value) for value in stats[label])
        if size < max(SMALLEST_PLACE, best[1] + 1):
            continue
        cells = np.argwhere(labels[top : top + high, left : left + wide] == label)
        corners = (cells[:, None] + CORNERS).reshape(-1, 2).astype(np.float32)
        _middle, (one, other), _angle = cv2.minAreaRect(corners)
        if min(one, other) > 1 and size >= FILLED * one * other:
            best = ((left, top, wide, high), size)
    return best


def _box(place: tuple[int, int, int, int], rows: int, columns: int) -> Box:
    left, top, width, height = place
    return (left / columns, top / rows, (left + width) / columns, (top + height) / rows)


def origin_of(data: bytes, type_name: str) -> Origin:
    """Read what a file says of the programs that made it; a file that says nothing, or cannot be read, says nothing."""
    try:
        return _of_pdf(data) if type_name == "pdf" else _of_picture(data)
    except Exception:  # noqa: BLE001 - decoders raise many kinds on hostile files
        return Origin()


def _of_picture(data: bytes) -> Origin:
    with opened(data) as picture:
        if picture.format == "PNG":  # its EXIF data stand behind the pixels, which would all be decoded
            programs = [str(picture.info.get("Software", ""))]
            return Origin(tuple(filter(None, programs)))
        exif = picture.getexif()
        taken = str(exif.get_ifd(EXIF_DETAILS).get(EXIF_TAKEN, ""))
        changed = str(exif.get(EXIF_CHANGED, ""))
    tool = re.search(rb'CreatorTool[=>"]+([^"<]{2,80})', data[:262_144])
    named = [str(exif.get(EXIF_SOFTWARE, "")), tool.group(1).decode(errors="replace") if tool else ""]
    return Origin(tuple(dict.fromkeys(filter(None, named))), bool(taken and changed) and changed < taken)


def _of_pdf(data: bytes) -> Origin:
    import pikepdf  # noqa: PLC0415 - takes a tenth of a child's start, and most files are pictures

    with pikepdf.open(io.BytesIO(data)) as pdf:
        info = pdf.trailer.get("/Info")
        named = [] if info is None else [str(info[key]) for key in ("/Creator", "/Producer") if key in info]
    ends = [
        sum(int(number) for number in numbers)
        for numbers in re.findall(rb"/ByteRange\s*\[\s*\d+\s+\d+\s+(\d+)\s+(\d+)", data)
    ]
    later = bool(ends) and b"startxref" in data[max(ends) :]
    return Origin(tuple(dict.fromkeys(filter(None, named))), changed_after_signing=later)
