"""Measures how a picture came about: the grain of its paper place by place, and its metadata.

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

from applications.documents.drawing import Pixels, opened, reduced, single
from applications.documents.verdict import Box

CELL: Final = 32
CALM_RANGE: Final = 24
"""Grey levels within a cell, after smoothing, under which it is bare paper."""

CLIPPED: Final = (6, 249)
FEWEST_CELLS: Final = 40
SECOND_DIFFERENCE: Final = np.array([1, -2, 1], dtype=np.float32)
EXIF_SOFTWARE, EXIF_CHANGED, EXIF_TAKEN, EXIF_DETAILS = 0x0131, 0x0132, 0x9003, 0x8769

Whole = npt.NDArray[np.int64]


class Grain(NamedTuple):
    """Grain of the bare paper of a page.

    `usual` is its standard deviation in grey levels, `bare` the number of cells of bare paper that are not clipped to
    white or black, `flat` the share of them without any grain; `smooth` the largest place much smoother than the rest,
    with its share of the bare cells.
    """

    usual: float = 0.0
    bare: int = 0
    flat: float = 0.0
    smooth: Box | None = None
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file says of where it comes from: programs, and whether it was changed after it was signed."""

    programs: tuple[str, ...] = ()
    changed_before_taken: bool = False
    changed_after_signing: bool = False


def grain(page: Pixels) -> Grain:
    """Measure the grain of a page, in colour or grey, in cells of 32 pixels (Immerkær 1996)."""
    grey = single(page)
    rows, columns = grey.shape[0] // CELL, grey.shape[1] // CELL
    if rows * columns < FEWEST_CELLS:
        return Grain()
    cut = grey[: rows * CELL, : columns * CELL]
    apart = cv2.convertScaleAbs(cv2.sepFilter2D(cut, cv2.CV_16S, SECOND_DIFFERENCE, SECOND_DIFFERENCE))
    noise = _cells(apart, CELL, np.add) * float(np.sqrt(np.pi / 2) / 6 / CELL**2)
    # Half the side is enough to see whether a cell is calm.
    smooth = cv2.GaussianBlur(reduced(cut, 2), (0, 0), 1)
    calm = _cells(smooth, CELL // 2, np.maximum) - _cells(smooth, CELL // 2, np.minimum) < CALM_RANGE
    light = _cells(smooth, CELL // 2, np.add) / (CELL // 2) ** 2
    bare = calm & (light > CLIPPED[0]) & (light < CLIPPED[1])
    count = int(np.count_nonzero(bare))
    if count < FEWEST_CELLS:
        return Grain(bare=count)
    usual = float(np.median(noise[bare]))
    place, size = _largest(bare & (noise < usual / 5))
    box = None if place is None else _box(place, rows, columns)
    return Grain(usual, count, float(np.mean(noise[bare] < 0.02)), box, size / count)  # noqa: PLR2004 - no grain at all


def _cells(values: cv2.typing.MatLike, side: int, taken: np.ufunc) -> Whole:
    """One number of each cell: the sum, the largest or the smallest. Whole rows go first, which is quick."""
    height, width = values.shape[:2]
    rows = taken.reduce(np.asarray(values).reshape(height // side, side, width), axis=1, dtype=np.uint16)
    return np.asarray(taken.reduce(rows.reshape(height // side, width // side, side), axis=2, dtype=np.int64))


def _largest(where: npt.NDArray[np.bool_]) -> tuple[tuple[int, int, int, int] | None, int]:
    """The largest connected place (left, top, width, height in cells) that fills its box, and its size."""
    count, _labels, stats, _middles = cv2.connectedComponentsWithStats(where.astype(np.uint8), connectivity=4)
    best: tuple[tuple[int, int, int, int] | None, int] = (None, 0)
    for label in range(1, count):
        left, top, width, height, size = (int(value) for value in stats[label])
        if size > best[1] and size >= 0.7 * width * height:
            best = ((left, top, width, height), size)
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
