"""The text of one opened file and what it makes of the paper: words, languages, kind, fields. Loaded only to read."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from applications.documents.drawing import Drawer, Pixels
from applications.documents.examination import MrzReading, Page, PrintedField, Word
from applications.documents.faces import shows_a_face
from applications.documents.languages import ranked
from applications.documents.limits import FACE_WORDS, MAX_WORDS, TEXT_PAGES, TEXT_SECONDS
from applications.documents.page_outline import FlatPage, laid_flat
from applications.documents.printed_fields import printed_fields
from applications.documents.recognition import recognise
from applications.documents.text_data import LANGUAGES, installed
from applications.documents.text_reader import TextReader

SURE: Final = 60
SURE_LETTERS: Final = 3
ZONE_MARGIN: Final = 0.1
"""Trust (0 to 100) and letters from which a word counts as print, where it is asked whether there is any; and the share of a
zone's height, above and below, that is its margin.
"""

LEAST_SIDE: Final = 32
"""Pixels of a page's shorter side from which a line of print fits on it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the words, the languages (the first is the paper's), and which pages were read how.

    `layer_pages` gave their text themselves, `late_pages` were not read for lack of time; `missing`: pages could not be
    read since there is no language data. Words of a page that was laid `flat` to be read have their places on the flat one.
    """

    words: tuple[Word, ...] = ()
    languages: tuple[str, ...] = ()
    layer_pages: tuple[int, ...] = ()
    late_pages: tuple[int, ...] = ()
    missing: bool = False
    flat: dict[int, FlatPage] = field(default_factory=dict)

    def on_pictures(self) -> "Reading":
        """The same with the places of all words as people see the pages, where it is read no further."""
        words = [
            replace(word, box=self.flat[word.page].on_picture(word.box)) if word.page in self.flat else word
            for word in self.words
        ]
        return replace(self, words=tuple(words), flat={})


@dataclass(frozen=True, slots=True)
class PaperText:
    """A reading, the kind of paper (id of kinds.py, or empty) that it makes, and what the paper says."""

    reading: Reading
    kind: str
    fields: tuple[PrintedField, ...]


def paper_text(
    drawer: Drawer,
    pages: Sequence[Page],
    draw: Callable[[int], Pixels],
    *,
    folder: Path | None,
    zone: MrzReading | None,
) -> PaperText:
    """Reads the first pages that are not blank, and tells what paper they are and what it says.

    `folder` holds the language data, None where there is none; `zone` is the machine-readable zone, where one was read.
    """
    due = [page for page in pages if not page.blank and min(page.width, page.height) >= LEAST_SIDE][:TEXT_PAGES]
    reading = read_text(drawer, due, draw, folder, zone)
    kind = _kind(reading, zone)
    if not kind and due and not reading.missing and _hardly_print(reading) and shows_a_face(draw(due[0].number)):
        kind = "photo"
    fields = printed_fields(reading.words, kind, reading.languages)
    return PaperText(reading.on_pictures(), kind, tuple(_on_picture(each, reading.flat) for each in fields))


def _on_picture(said: PrintedField, flat: dict[int, FlatPage]) -> PrintedField:
    page = flat.get(said.page)
    return replace(said, box=page.on_picture(said.box)) if page and said.box else said


def read_text(
    drawer: Drawer, pages: Iterable[Page], draw: Callable[[int], Pixels], folder: Path | None, zone: MrzReading | None
) -> Reading:
    """Reads pages: by their own text where the drawn page bears it out, else from their pixels, without a zone that holds."""
    words: list[Word] = []
    languages: list[str] = []
    layer: list[int] = []
    late: list[int] = []
    flat: dict[int, FlatPage] = {}
    reader = TextReader(folder) if installed(folder) else None
    missing = False
    ends = time.monotonic() + TEXT_SECONDS
    for page in pages:
        own = _own_text(drawer, page, draw)
        words += own
        if own:
            layer.append(page.number)
            continue
        if reader is None:
            missing = True
            continue
        told = _holds(zone, page.number)
        pixels = _without_zone(draw(page.number), zone if told else None)
        if laid := laid_flat(pixels):
            flat[page.number], pixels = laid, laid.pixels
        read = reader.read(pixels, page.number, _left(ends), pale=laid is not None and laid.small, once=told)
        if read.whole:
            words += read.words
            languages += read.languages
        else:
            late.append(page.number)
    if layer:
        languages += ranked([word.text for word in words], LANGUAGES)
    return Reading(tuple(words[:MAX_WORDS]), tuple(dict.fromkeys(languages)), tuple(layer), tuple(late), missing, flat)


def _holds(zone: MrzReading | None, number: int) -> bool:
    """Whether a page's zone holds: what matters most of the page is then told by it."""
    return zone is not None and zone.valid and zone.page == number


def _without_zone(page: Pixels, zone: MrzReading | None) -> Pixels:
    """A page with nothing but paper in place of its zone: that has been read by a reader that knows its letters better."""
    if zone is None or zone.box is None:
        return page
    height, width = page.shape[:2]
    left, top, right, bottom = zone.box
    # A zone is cut out with a margin, where other print may begin.
    margin = ZONE_MARGIN * (bottom - top)
    rows = slice(round((top + margin) * height), round((bottom - margin) * height))
    columns = slice(round(left * width), round(right * width))
    plain = page.copy()
    side = max(3, (rows.stop - rows.start) // 3)
    if plain[rows, columns].size:
        plain[rows, columns] = cv2.dilate(page[rows, columns], np.ones((side, side), np.uint8))
    return plain


def _left(ends: float) -> int:
    """Milliseconds until then; at least one, since none would be without limit."""
    return max(1, int(1000 * (ends - time.monotonic())))


def _kind(reading: Reading, zone: MrzReading | None) -> str:
    """By the zone where it holds, else by the words."""
    if zone is not None and zone.valid:
        return "passport" if zone.fields.get("document_code", "").startswith("P") else "id_card"
    return recognise(reading.words).kind


def _hardly_print(reading: Reading) -> bool:
    sure = [word for word in reading.words if word.confidence >= SURE and len(word.text) >= SURE_LETTERS]
    return len(sure) < FACE_WORDS


def _own_text(drawer: Drawer, page: Page, draw: Callable[[int], Pixels]) -> tuple[Word, ...]:
    """The text of a PDF page that is no scan, where the drawn page bears it out."""
    if page.resolution_dpi is not None:
        return ()
    # Only pages drawn from a PDF have no resolution of their own; what reads PDFs is loaded for them alone.
    from applications.documents.pdf_drawing import PdfDrawer  # noqa: PLC0415
    from applications.documents.text_layer import layer_words  # noqa: PLC0415

    if not isinstance(drawer, PdfDrawer):
        return ()
    return layer_words(drawer.page(page.number), draw(page.number), page.number)
