"""Draws pages as they are framed: turned, and cut to what was kept of them."""

from collections.abc import Callable
from typing import Final

import numpy as np

from applications.documents.drawing import Drawer, PictureDrawer, Pixels, shrunk
from applications.documents.framing import Framing, Framings
from applications.documents.limits import PaperSize
from applications.documents.orientation import Orientation, tilt_of, upright

MOST_SIDE: Final = 6_000
"""Longest side, in pixels, at which a page is drawn to be cut: 108 megabytes."""


class FramedDrawer:
    """The pages of another drawer; see drawing.Drawer. A page without a framing is drawn as that one draws it.

    `levels` says of which pages people saw a levelled picture when they said what to keep of it.
    """

    def __init__(self, drawer: Drawer, framings: Framings, levels: Callable[[int], bool]) -> None:
        self._levels = levels
        self._drawer = drawer
        self._framings = framings
        self._kept: dict[int, float] = {}
        self.page_count = drawer.page_count

    def draw(self, number: int, longest_side: int) -> Pixels:
        """See Drawer: what is cut out is drawn as large as the whole page would be, where the file has the pixels."""
        framing = self._framings.get(number)
        if framing is None:
            return self._drawer.draw(number, longest_side)
        left, top, right, bottom = framing.shares
        side = min(round(longest_side / max(right - left, bottom - top)), max(MOST_SIDE, longest_side))
        whole = self._drawer.draw(number, side)
        # A turn by quarters and one by degrees may be made in either order.
        seen = upright(whole, Orientation(tilt=tilt_of(whole))) if self._levels(number) else whole
        cut = _cut(np.rot90(seen, framing.turns), framing)
        self._kept[number] = max(cut.shape[:2]) / max(whole.shape[:2])
        return shrunk(np.ascontiguousarray(cut), longest_side)

    def resolution(self, number: int, paper: PaperSize) -> int | None:
        """See Drawer. What is left of a picture is taken to be the sheet, so it has fewer dots; a PDF says its own."""
        dots = self._drawer.resolution(number, paper)
        if dots is None or number not in self._framings or not isinstance(self._drawer, PictureDrawer):
            return dots
        if number not in self._kept:
            self.draw(number, 500)
        return max(1, round(dots * self._kept[number]))


def _cut(page: Pixels, framing: Framing) -> Pixels:
    height, width = page.shape[:2]
    left, top, right, bottom = framing.shares
    rows = slice(round(top * height), max(round(top * height) + 1, round(bottom * height)))
    columns = slice(round(left * width), max(round(left * width) + 1, round(right * width)))
    return page[rows, columns]
