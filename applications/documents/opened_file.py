"""One file inside the sandbox, opened step by step: each property is read when a check first asks for it."""

from dataclasses import replace
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from applications.documents.damage import has_hole, jpeg_is_damaged
from applications.documents.drawing import (
    Drawer,
    PictureDrawer,
    PictureFacts,
    Pixels,
    picture_facts,
    place_shown,
    single,
)
from applications.documents.examination import MrzReading, Page, ReaderMissingError, UnreadableError
from applications.documents.face_finder import Portrait, portrait
from applications.documents.file_type import Ends, FileType, claimed_type, ends, true_type
from applications.documents.forensics import Origin, Plain, origin_of, plain, smooths_grain
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
from applications.documents.orientation import Orientation, laid, upright
from applications.documents.page_shape import Letters, PageShape, ink, letters, page_shape
from applications.documents.previews import measured_page
from applications.documents.recompression import saved_once
from applications.documents.verdict import Box

if TYPE_CHECKING:
    from applications.documents.pdf_facts import PdfFacts
    from applications.documents.reading import PaperText


class OpenedFile:
    """The bytes of a file with the name and kind claimed for it; pictures of its pages go to `out_dir`; `tessdata` is where
    the language data of the text reader lies, None where there is none; `framings` says which pages are turned or cut by hand;
    without `reads_upright` nothing is read to learn which side of a page is up; `length` is that of the whole file where
    the bytes are only its beginning, as of one that is too big.

    Checks may read any property; those that open or draw the file raise nothing on a bad one but UnreadableError.
    """

    def __init__(
        self,
        data: bytes,
        *,
        length: int | None = None,
        name: str,
        kind: str | None,
        out_dir: Path,
        tessdata: Path | None = None,
        framings: Framings = NOT_FRAMED,
        reads_upright: bool = True,
    ) -> None:
        self.data = data
        self.length = len(data) if length is None else length
        self.name = name
        self.kind = kind
        self._out_dir = out_dir
        self._tessdata = tessdata
        self._framings = framings
        self._reads_upright = reads_upright
        self._drawn: tuple[int, Pixels, Pixels] | None = None
        self._small: tuple[int, Pixels, Pixels, Letters] | None = None
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

    @cached_property
    def damaged(self) -> tuple[int, ...]:
        """Numbers of the pages that lack data, or have some that is none, as far as that can be told."""
        if self.pdf is not None:
            from applications.documents.pdf_facts import damaged_pages  # noqa: PLC0415 - as for `pdf`

            return damaged_pages(self.data)
        looks = {"jpeg": jpeg_is_damaged, "heic": has_hole}.get(self.type.name)
        return (1,) if looks is not None and looks(self.data) else ()

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
        cut_short = self.type.name == "jpeg" and (self.ends.complete is False or bool(self.damaged))
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
            found = known if known or page.blank else read_zone(self.in_grey(page.number), page.number)
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

    @cached_property
    def saved_once(self) -> Box | None:
        """The place of a picture, or of the one on a PDF's first page, in shares of it as it is stored, that was saved once
        less often than the rest.
        """
        if self.pdf is None:
            return saved_once(self.data)
        from applications.documents.pdf_facts import scanned_jpeg  # noqa: PLC0415 - as for `pdf`

        return saved_once(scanned_jpeg(self.data))

    def as_shown(self, place: Box) -> Box | None:
        """A place of a stored picture on its page as it is shown; None where a person cut the page, and for PDFs."""
        if self.picture is None or 1 in self._framings:
            return None
        self.draw(1)
        return place_shown(self.data, place, lambda picture: upright(picture, self.orientations[1]))

    @cache  # noqa: B019 - a file lives as long as its child
    def plain(self, number: int) -> Plain:
        """Where a page has one single grey; raises UnreadableError."""
        return plain(self.in_grey(number))

    @property
    def keeps_grain(self) -> bool:
        """Whether the grain of paper would be seen in it, as it was saved."""
        return not smooths_grain(self.data)

    def draw(self, number: int) -> Pixels:
        """The pixels of one page, upright and level, large enough for what the kind is read for; raises UnreadableError."""
        return self._both(number)[0]

    def in_grey(self, number: int) -> Pixels:
        """The same in grey."""
        return self._both(number)[1]

    def _both(self, number: int) -> tuple[Pixels, Pixels]:
        if self._drawn is None or self._drawn[0] != number:
            side = ZONE_WORKING_SIDE if self.kind in ZONE_KINDS else WORKING_SIDE
            pixels = self.drawer.draw(number, side)
            colourless = single(pixels)
            page = self._laid(pixels, colourless, number)
            if page is not pixels:
                self._small = None
                colourless = single(page)
            self._drawn = (number, page, colourless)
        return self._drawn[1:]

    def _measured(self, number: int) -> tuple[Pixels, Pixels, Letters]:
        """A page in the size at which it is measured: grey, its ink, and the letters among that."""
        return self._shrunk(self.in_grey(number), number)

    def _shrunk(self, page: Pixels, number: int) -> tuple[Pixels, Pixels, Letters]:
        if self._small is None or self._small[0] != number:
            small = grey(page)
            page_ink = ink(small)
            self._small = (number, small, page_ink, letters(page_ink))
        return self._small[1:]

    def _laid(self, pixels: Pixels, colourless: Pixels, number: int) -> Pixels:
        """A drawn page upright and level. Nobody turns what a person turned; where it lies on its side all the same, that
        is told.
        """
        if number in self.orientations:
            return upright(pixels, self.orientations[number])
        lies, page = Orientation(), pixels
        if self._is_laid(self.drawer, number):
            reads = self._reads_upright and number not in self._framings
            folder = self._tessdata if reads else None
            small, _, found = self._shrunk(colourless, number)
            by_zone = None
            if reads and self.kind in ZONE_KINDS and number <= ZONE_PAGES:
                by_zone = self._by_zone(pixels, number, *laid(pixels, small, found, None))
            lies, page = by_zone or laid(pixels, small, found, folder)
        self.orientations[number] = lies
        return page

    def _by_zone(
        self, pixels: Pixels, number: int, lies: Orientation, level: Pixels
    ) -> tuple[Orientation, Pixels] | None:
        """Passports and cards have few lines of print; a zone that holds knows better which side is up, and is read anyway."""
        try:
            zone = standing_zone(level, number)
        except ReaderMissingError:  # told by the check of zones
            return None
        if zone is None:
            return None
        if not zone.turns:
            self._zones[number] = zone.reading
            return replace(lies, lies_on_side=False), level
        if zone.turns == 2 and zone.reading.box:  # noqa: PLR2004 - on its head
            left, top, right, bottom = zone.reading.box
            self._zones[number] = replace(zone.reading, box=(1 - right, 1 - bottom, 1 - left, 1 - top))
        turned = Orientation(zone.turns, tilt=zone.tilt if zone.turns % 2 else lies.tilt)
        return turned, upright(pixels, turned)
