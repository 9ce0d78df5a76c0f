"""Pages of pictures as pixels, by Pillow; upright, without metadata, never larger than asked for. PDF: pdf_drawing.py."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Final, Protocol

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps, PngImagePlugin

from applications.documents.damage import JPEG_END
from applications.documents.examination import UnreadableError
from applications.documents.file_type import true_type
from applications.documents.limits import MAX_PAGES, MISSING_ROWS, PREVIEW_SIDE, PaperSize
from applications.documents.verdict import Box

Pixels = npt.NDArray[np.uint8]
"""Height × width × 3 in the order red, green, blue; or height × width for grey."""

FORMATS: Final = ("JPEG", "PNG", "TIFF")
NOISE: Final = bytes(range(1, 251)) * 80
EXIF_GPS: Final = 0x8825
EXIF_ORIENTATION: Final = 0x0112
MARK_SIDE: Final = 1_000
"""Longest side, in pixels, of the picture on which a place is followed through turns."""

MM_PER_INCH: Final = 25.4
LEFT_OVER: Final = 1.25
"""Pixels that are at least left to become one after blocks were made one; with fewer the second step only blurs."""

# The size is checked before decoding; Pillow's own guard would only warn between one and two times its limit.
Image.MAX_IMAGE_PIXELS = None

# Programs for pictures write more into a PNG than the megabyte that Pillow takes of one text; of all texts it takes 64.
PngImagePlugin.MAX_TEXT_CHUNK = PngImagePlugin.MAX_TEXT_MEMORY


def opened(data: bytes) -> Image.Image:
    """The picture of a file, not decoded yet; to be closed. Decoders raise many kinds of errors on hostile files."""
    return Image.open(io.BytesIO(data), formats=heic_formats() if true_type(data).name == "heic" else FORMATS)


@cache
def heic_formats() -> tuple[str]:
    """The decoder of HEIC, loaded only for such a picture: it takes a tenth of a child's start."""
    import pillow_heif  # noqa: PLC0415

    pillow_heif.register_heif_opener(thumbnails=False)
    return ("HEIF",)


class Drawer(Protocol):
    """Something with pages that can be drawn."""

    page_count: int

    def draw(self, number: int, longest_side: int) -> Pixels:
        """Page `number` (from 1), upright, at most so many pixels long; raises UnreadableError."""

    def resolution(self, number: int, paper: PaperSize) -> int | None:
        """Dots per inch of the picture on the page, at the assumed paper where it does not say; None for drawn text."""


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What the headers of a picture file say: sizes in pixels of its frames (at most one more than the page limit)."""

    fault: str = ""
    sizes: tuple[tuple[int, int], ...] = ()
    has_location: bool = False
    software: str = ""


def picture_facts(data: bytes) -> PictureFacts:
    """Reads headers only, no pixels; never raises for a bad file."""
    sizes = []
    try:
        with opened(data) as picture:
            # Where a PNG names no EXIF data, Pillow would decode the whole picture to look for it.
            location = picture.format != "PNG" and bool(picture.getexif().get_ifd(EXIF_GPS))
            for frame in range(MAX_PAGES + 1):
                try:
                    picture.seek(frame)
                except EOFError:
                    break
                sizes.append(picture.size)
                if picture.format == "MPO":
                    break
    except Exception as error:  # noqa: BLE001 - decoders raise many kinds on hostile files
        return PictureFacts(fault=f"{type(error).__name__}: {error}"[:300])
    return PictureFacts(sizes=tuple(sizes), has_location=location)


class PictureDrawer:
    """Frames of a JPEG, PNG, TIFF or HEIC file."""

    def __init__(self, data: bytes, facts: PictureFacts, *, cut_short: bool) -> None:
        self._data = data + JPEG_END if cut_short else data
        if cut_short and _missing_share(data.removesuffix(JPEG_END)) > MISSING_ROWS:
            raise UnreadableError("the lower part of the picture is missing")
        self._sizes = facts.sizes
        self.page_count = len(facts.sizes)

    def draw(self, number: int, longest_side: int) -> Pixels:
        """See Drawer."""
        try:
            with opened(self._data) as picture:
                picture.seek(number - 1)
                if picture.format in ("JPEG", "MPO"):
                    # The decoder halves a picture for nothing; both sides are named, as it never goes below either.
                    scale = longest_side / max(picture.size)
                    picture.draft("RGB", (ceil(picture.width * scale), ceil(picture.height * scale)))
                ImageOps.exif_transpose(picture, in_place=True)
                pixels = np.asarray(_flattened(picture), dtype=np.uint8)
        except Exception as error:
            raise UnreadableError(f"{type(error).__name__}: {error}"[:300]) from error
        return shrunk(pixels, longest_side)

    def resolution(self, number: int, paper: PaperSize) -> int | None:
        """See Drawer: the longer side of the picture is assumed to be the longer side of the sheet."""
        return round(max(self._sizes[number - 1]) / (paper.long / MM_PER_INCH))


def place_shown(data: bytes, place: Box, laid: Callable[[Pixels], Pixels]) -> Box | None:
    """Where a place of a stored picture (shares of it) is once the picture is turned as it says and then `laid`, which
    turns a picture in colour; None where that leaves nothing of it.
    """
    with opened(data) as picture:
        mark = Image.new("RGB", picture.size)
        mark.thumbnail((MARK_SIDE, MARK_SIDE))
        mark.getexif()[EXIF_ORIENTATION] = picture.getexif().get(EXIF_ORIENTATION, 1)
    width, height = mark.size
    left, top, right, bottom = place
    mark.paste((255, 255, 255), (int(left * width), int(top * height), ceil(right * width), ceil(bottom * height)))
    ImageOps.exif_transpose(mark, in_place=True)
    shown = laid(np.asarray(mark, dtype=np.uint8))[..., 0] >= 128  # noqa: PLR2004 - half
    rows, columns = np.flatnonzero(shown.any(axis=1)), np.flatnonzero(shown.any(axis=0))
    if not len(rows):
        return None
    high, wide = shown.shape
    return (columns[0] / wide, rows[0] / high, (columns[-1] + 1) / wide, (rows[-1] + 1) / high)


def _missing_share(data: bytes) -> float:
    """Share of the rows of a JPEG without its end mark that are lost.

    The decoder fills what it did not get, and nothing tells what it filled; but what it got does not depend on what
    follows. So two different ends are put to it: rows are lost from the first that comes out differently.
    """
    drawn = []
    for end in (JPEG_END, NOISE + JPEG_END):
        try:
            with Image.open(io.BytesIO(data + end), formats=("JPEG",)) as picture:
                picture.draft("RGB", (PREVIEW_SIDE // 2, PREVIEW_SIDE // 2))
                drawn.append(np.asarray(picture.convert("RGB")))
        except Exception:  # noqa: BLE001 - decoders raise many kinds on hostile files
            return 1.0
    differs = np.any(drawn[0] != drawn[1], axis=(1, 2))
    return float(len(differs) - np.argmax(differs)) / len(differs) if bool(differs.any()) else 0.0


def _flattened(picture: Image.Image) -> Image.Image:
    """Any mode of picture as RGB, transparent parts as white paper."""
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        deep = np.asarray(picture, dtype=np.float32)
        span = float(deep.max() - deep.min()) or 1.0
        return Image.fromarray(((deep - deep.min()) * (255 / span)).astype(np.uint8)).convert("RGB")
    if picture.mode == "La":
        picture = picture.convert("LA")
    if "A" in picture.mode or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        paper = Image.new("RGBA", layered.size, (255, 255, 255, 255))
        return Image.alpha_composite(paper, layered).convert("RGB")
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def turned(pixels: Pixels, quarters: int) -> Pixels:
    """The picture turned to the left by so many quarters; itself where that is none."""
    if not quarters % 4:
        return pixels
    way = (cv2.ROTATE_90_COUNTERCLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_CLOCKWISE)[quarters % 4 - 1]
    return np.asarray(cv2.rotate(pixels, way), dtype=np.uint8)


def single(pixels: Pixels) -> Pixels:
    """The picture in grey; itself where it is."""
    if pixels.ndim == 2:  # noqa: PLR2004 - height and width alone
        return pixels
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def shrunk(pixels: Pixels, longest_side: int) -> Pixels:
    """The picture made smaller so that its longer side fits; never made larger."""
    height, width = pixels.shape[:2]
    if max(height, width) <= longest_side:
        return pixels
    scale = longest_side / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return resized(pixels, size)


def resized(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """The picture at a width and height in pixels, smaller or larger.

    Blocks of pixels are made one first. What is left is between neighbours: that shows what an exact mean shows, for a
    tenth of its time.
    """
    height, width = pixels.shape[:2]
    near = reduced(pixels, int(min(width / size[0], height / size[1]) / LEFT_OVER))
    return np.asarray(cv2.resize(near, size, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def reduced(pixels: Pixels, block: int) -> Pixels:
    """The picture with blocks of so many pixels a side made one; what is over at the right and the foot is left out.

    Means of whole blocks cost a tenth of those that take parts of pixels.
    """
    if block < 2:  # noqa: PLR2004 - blocks of one pixel
        return pixels
    across, down = pixels.shape[1] // block, pixels.shape[0] // block
    whole = pixels[: down * block, : across * block]
    return np.asarray(cv2.resize(whole, (across, down), interpolation=cv2.INTER_AREA), dtype=np.uint8)
