"""Clean copies of pages: JPEG pictures made from pixels alone, so that nothing of the original file is left in them."""

from pathlib import Path

import cv2

from applications.documents.drawing import Pixels, shrunk
from applications.documents.examination import Page
from applications.documents.limits import BLANK_INK_SHARE, PREVIEW_QUALITY, PREVIEW_SIDE, THUMB_SIDE
from applications.documents.marks import marks_of
from applications.documents.measures import ink_share, perceptual_hash, sharpness


def measured_page(pixels: Pixels, page: Pixels, number: int, resolution_dpi: int | None, out_dir: Path) -> Page:
    """Measures a drawn page and writes its preview and its thumbnail to `out_dir`; OSError where that fails.

    `page` is the same in `grey`.
    """
    preview_file = f"page-{number:03}.jpg"
    thumb_file = f"page-{number:03}-small.jpg"
    preview = shrunk(pixels, PREVIEW_SIDE)
    _write(preview, out_dir / preview_file)
    _write(shrunk(preview, THUMB_SIDE), out_dir / thumb_file)
    height, width = pixels.shape[:2]
    blank = ink_share(page) < BLANK_INK_SHARE
    return Page(
        number=number,
        width=width,
        height=height,
        preview_file=preview_file,
        thumb_file=thumb_file,
        phash=perceptual_hash(page),
        blank=blank,
        blur=round(sharpness(page), 1),
        resolution_dpi=resolution_dpi,
        marks=() if blank else marks_of(preview),
    )


def _write(pixels: Pixels, path: Path) -> None:
    encoded, data = cv2.imencode(
        ".jpg", cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, PREVIEW_QUALITY]
    )
    if not encoded:
        raise OSError(f"no picture could be made for {path.name}")
    path.write_bytes(data.tobytes())
