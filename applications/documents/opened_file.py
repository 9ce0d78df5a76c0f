"""One file inside the sandbox, opened step by step: each property is read when a check first asks for it."""

from dataclasses import replace
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from applications.documents.drawing import (
    Drawer,
    PictureDrawer,
    PictureFacts,
    Pixels,
    picture_facts,
)
from applications.documents.examination import MrzReading, Page, ReaderMissingError, UnreadableError
from applications.documents.face_finder import Portrait, portrait
from applications.documents.file_type import Ends, FileType, claimed_type, ends, true_type
from applications.documents.forensics import Grain, Origin, grain, origin_of
from applications.documents.framed_drawer import FramedDrawer
from applications.documents.framing import NOT_FRAMED, Framings
from applications.documents.limits import (
    TEXT_PAGES,
    WORKING_SIDE,
    ZONE_KINDS,
    ZONE_PAGES,
    ZONE_WORKING_SIDE,
    PaperSize,
    paper_size,
)
from applications.documents.measures import grey
from applications.documents.mrz_reader import read_zone, standing_zone
from applications.documents.orientation import Orientation, orientation, upright
from applications.documents.page_shape import PageShape, ink, page_shape
from applications.documents.previews import measured_page

if TYPE_CHECKING:
    from applications.documents.pdf_facts import PdfFacts
    from applications.documents.reading import PaperText


class OpenedFile:
    """The bytes of a file with the name and kind claimed for it; pictures of its pages go to `out_dir`; `tessdata` is where
    the language data of the text reader lies, None where there is none; `framings` says which pages are turned or cut by hand.

    Checks may read any property; those that open or draw the file raise nothing on a bad one but UnreadableError.
    """

    def __init__(
        self,
        data: bytes,
        *,
        name: str,
        kind: str | None,
        out_dir: Path,
        tessdata: Path | None = None,
        framings: Framings = NOT_FRAMED,
    ) -> None:
        self.data = data
        self.name = name
        self.kind = kind
        self._out_dir = out_dir
        self._tessdata = tessdata
        self._framings = framings
        self._drawn: tuple[int, Pixels] | None = None
        self._small: tuple[int, Pixels, Pixels] | None = None
        self._zones: dict[int, MrzReading] = {}
        self.orientations: dict[int, Orientation] = {}
        """How the pages lie that were drawn, by number."""

    @cached_property
    def type(self) -> FileType:
        """The true type by content."""
        return true_type(self.data)

    @property
    def claimed_type(self) -> str:
        """The type by the name."""
        return claimed_type(self.name)

    @cached_property
    def ends(self) -> Ends:
        """What stands before the header and after the end mark."""
        return ends(self.data, self.type.name)

    @cached_property
    def pdf(self) -> "PdfFacts | None":
        """The structure of a PDF; None for a picture."""
        if self.type.name != "pdf":
            return None
        # What reads PDFs takes a third of a child's start, and most files are pictures.
        from applications.documents.pdf_facts import pdf_facts  # noqa: PLC0415

        return pdf_facts(self.data)

    @cached_property
    def picture(self) -> PictureFacts | None:
        """The headers of a picture; None for a PDF."""
        return None if self.type.name == "pdf" else picture_facts(self.data)

    @property
    def paper(self) -> PaperSize:
        """The sheet that the file is assumed to show."""
        return paper_size(self.kind)

    @cached_property
    def drawer(self) -> Drawer:
        """Draws its pages; raises UnreadableError where the decoder does not open the file."""
        drawer = self._drawer
        return FramedDrawer(drawer, self._framings, partial(self._is_laid, drawer)) if self._framings else drawer

    def _is_laid(self, drawer: Drawer, number: int) -> bool:
        """Whether it is asked how a page lies: of scans and photos of paper only. A portrait has no lines, and a page that
        is drawn from text is upright.
        """
        return self.kind != "photo" and number <= TEXT_PAGES and drawer.resolution(number, self.paper) is not None

    @property
    def _drawer(self) -> Drawer:
        if self.picture is None:
            from applications.documents.pdf_drawing import PdfDrawer  # noqa: PLC0415 - as for `pdf`

            return PdfDrawer(self.data)
        if self.picture.fault:
            raise UnreadableError(self.picture.fault)
        cut_short = self.type.name == "jpeg" and self.ends.complete is False
        return PictureDrawer(self.data, self.picture, cut_short=cut_short)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages drawn once, measured, and written as previews; raises UnreadableError."""
        return tuple(self._page(number) for number in range(1, self.drawer.page_count + 1))

    def _page(self, number: int) -> Page:
        pixels, dots = self.draw(number), self.drawer.resolution(number, self.paper)
        measured = measured_page(pixels, self._measured(number)[0], number, dots, self._out_dir)
        by_hand = self._framings.get(number)
        return replace(measured, turned=by_hand.turns if by_hand else self.orientations[number].turns)

    @cached_property
    def shapes(self) -> dict[int, PageShape]:
        """How the print lies on the first pages that are not blank, by number; raises UnreadableError."""
        due = [page.number for page in self.pages if not page.blank][:TEXT_PAGES]
        return {number: page_shape(*self._measured(number)) for number in due}

    @cached_property
    def zone(self) -> MrzReading | None:
        """The machine-readable zone: of the first pages the first that holds, else the one with the fewest faults.

        Raises UnreadableError, and ReaderMissingError where the reader has no data.
        """
        best: MrzReading | None = None
        for page in self.pages[:ZONE_PAGES]:
            known = self._zones.get(page.number)
            found = known if known or page.blank else read_zone(self.draw(page.number), page.number)
            if found and (best is None or len(found.faults) < len(best.faults)):
                best = found
            if best and best.valid:
                break
        return best

    @cached_property
    def text(self) -> "PaperText":
        """The text of its first pages and what it makes of the paper; raises UnreadableError."""
        # What reads and searches text takes a while to load, and is not wanted for files that are refused before.
        from applications.documents.reading import paper_text  # noqa: PLC0415

        zone = vars(self).get("zone")
        return paper_text(self.drawer, self.pages, self.draw, folder=self._tessdata, zone=zone)

    @cached_property
    def portrait(self) -> Portrait:
        """The first page measured as a portrait; raises UnreadableError, and ReaderMissingError without the model."""
        return portrait(self.draw(1))

    @cached_property
    def origin(self) -> Origin:
        """What the file says of the programs that made it."""
        return origin_of(self.data, self.type.name)

    @cache  # noqa: B019 - a file lives as long as its child
    def grain(self, number: int) -> Grain:
        """The grain of a page's paper; raises UnreadableError."""
        return grain(self.draw(number))

    def draw(self, number: int) -> Pixels:
        """The pixels of one page, upright and level, large enough for what the kind is read for; raises UnreadableError."""
        if self._drawn is None or self._drawn[0] != number:
            side = ZONE_WORKING_SIDE if self.kind in ZONE_KINDS else WORKING_SIDE
            pixels = self.drawer.draw(number, side)
            lies = self.orientations.get(number) or self._orientation(pixels, number)
            self.orientations[number] = lies
            page = upright(pixels, lies)
            if page is not pixels:
                self._small = None
            self._drawn = (number, page)
        return self._drawn[1]

    def _measured(self, number: int) -> tuple[Pixels, Pixels]:
        """A page in the size at which it is measured: grey, and its ink."""
        page = self.draw(number)
        return self._shrunk(page, number)

    def _shrunk(self, page: Pixels, number: int) -> tuple[Pixels, Pixels]:
        if self._small is None or self._small[0] != number:
            small = grey(page)
            self._small = (number, small, ink(small))
        return self._small[1:]

    def _orientation(self, pixels: Pixels, number: int) -> Orientation:
        """Nobody turns what a person turned; where it lies on its side all the same, that is told."""
        if not self._is_laid(self.drawer, number):
            return Orientation()
        folder = None if number in self._framings else self._tessdata
        lies = orientation(pixels, *self._shrunk(pixels, number), folder)
        has_zone = self.kind in ZONE_KINDS and number <= ZONE_PAGES and number not in self._framings
        return self._by_zone(pixels, number, lies) if has_zone else lies

    def _by_zone(self, pixels: Pixels, number: int, lies: Orientation) -> Orientation:
        """Passports and cards have few lines of print; a zone that holds knows better which side is up."""
        try:
            zone = standing_zone(upright(pixels, lies), number)
        except ReaderMissingError:  # told by the check of zones
            return lies
        if zone is None:
            return lies
        if not zone.turns:
            self._zones[number] = zone.reading
            return replace(lies, lies_on_side=False)
        return Orientation((lies.turns + zone.turns) % 4, tilt=zone.tilt if zone.turns % 2 else lies.tilt)
