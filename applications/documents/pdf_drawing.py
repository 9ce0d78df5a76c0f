"""Pages of PDFs as pixels, by pdfium. Loaded only for a PDF."""

from typing import Final

import cv2
import numpy as np
import pypdfium2  # type: ignore[import-untyped] # ships no types
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped] # ships no types

from applications.documents.drawing import Pixels
from applications.documents.examination import UnreadableError
from applications.documents.limits import PaperSize

POINTS_PER_INCH: Final = 72
MAX_SCALE: Final = 600 / POINTS_PER_INCH
COVERS_PAGE: Final = 0.5
"""Share of a page's area from which a picture on it is taken to be a scan of the page."""


class PdfDrawer:
    """Pages of a PDF by pdfium; raises UnreadableError where pdfium does not open it."""

    def __init__(self, data: bytes) -> None:
        try:
            self._document = pypdfium2.PdfDocument(data)
            self.page_count = len(self._document)
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(str(error)) from error
        if self.page_count < 1:
            raise UnreadableError("no page")

    def draw(self, number: int, longest_side: int) -> Pixels:
        """See Drawer. Annotations are drawn, form scripts are never run."""
        try:
            page = self._document[number - 1]
            longest = max(page.get_size())
            if longest <= 0:
                raise UnreadableError("a page without size")
            bitmap = page.render(
                scale=min(longest_side / longest, MAX_SCALE),
                rev_byteorder=True,
                prefer_bgrx=False,
                may_draw_forms=False,
            )
            pixels = np.array(bitmap.to_numpy(), dtype=np.uint8)
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(str(error)) from error
        return _coloured(pixels)

    def page(self, number: int) -> pypdfium2.PdfPage:
        """Page `number` (from 1) as pdfium has it, for its text."""
        return self._document[number - 1]

    def resolution(self, number: int, paper: PaperSize) -> int | None:
        """See Drawer: of the largest picture, where it covers at least half of the page."""
        page = self._document[number - 1]
        width, height = page.get_size()
        best: tuple[float, int] = (COVERS_PAGE * width * height, 0)
        for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
            left, bottom, right, top = item.get_bounds()
            area = (right - left) * (top - bottom)
            if area >= best[0] and right > left:
                best = (area, round(item.get_px_size()[0] / ((right - left) / POINTS_PER_INCH)))
        return best[1] or None


def _coloured(pixels: Pixels) -> Pixels:
    """One, three or four channels as three."""
    single = pixels.ndim < 3 or pixels.shape[2] == 1  # noqa: PLR2004 - height, width, channels
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGB) if single else pixels[:, :, :3], dtype=np.uint8).copy()
