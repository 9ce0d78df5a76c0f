"""What stands in a PDF without drawing it: pages, encryption, active content, pictures, compression. By pikepdf."""

import io
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

import pikepdf

from applications.documents.damage import jpeg_is_damaged
from applications.documents.limits import MAX_INFLATED_BYTES, MAX_PAGES, MAX_PDF_OBJECTS, MAX_PICTURE_PIXELS

ACTION_WORDS: Final = {
    "/JavaScript": "javascript",
    "/Launch": "launch",
    "/ImportData": "outgoing",
    "/SubmitForm": "outgoing",
    "/GoToR": "outgoing",
    "/GoToE": "attachment",
    "/Rendition": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/RichMediaExecute": "media",
}
"""ISO 32000-2, 12.6.4: action types beyond going to a page of the same document or to a web address."""

SUBTYPE_WORDS: Final = {
    "/FileAttachment": "attachment",
    "/RichMedia": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/Screen": "media",
    "/3D": "media",
}
KEY_WORDS: Final = {
    "/JS": "javascript",
    "/JavaScript": "javascript",
    "/EmbeddedFiles": "attachment",
    "/EmbeddedFile": "attachment",
    "/EF": "attachment",
    "/XFA": "xfa",
}
FLATE: Final = frozenset({"/FlateDecode", "/Fl"})
JPEG: Final = frozenset({"/DCTDecode", "/DCT"})
ZLIB_HEAD_BYTES: Final = 2
FLATE_RATIO: Final = 1032
"""Deflate cannot make a stream smaller than one part in this many."""


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What pikepdf says of a PDF.

    `fault` is empty where it opens. `page_sizes` are in points with UserUnit, of the first pages up to one more than
    the limit. `active` holds the words of ACTION_WORDS and its likes. `widest_picture` is width and height in pixels.
    """

    fault: str = ""
    needs_password: bool = False
    encrypted: bool = False
    page_count: int = 0
    declared_count: int = 0
    page_sizes: tuple[tuple[float, float], ...] = ()
    active: frozenset[str] = frozenset()
    widest_picture: tuple[int, int] = (0, 0)
    inflates: bool = False
    too_complex: bool = False


@dataclass(slots=True)
class _Found:
    active: set[str] = field(default_factory=set)
    widest_picture: tuple[int, int] = (0, 0)
    inflates: bool = False
    too_complex: bool = False


def pdf_facts(data: bytes) -> PdfFacts:
    """Opens the PDF and walks all its objects; never raises for a bad file, the fault is part of the answer."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _facts(pdf)
    except pikepdf.PasswordError:
        return PdfFacts(needs_password=True, encrypted=True, fault="password")
    except Exception as error:  # noqa: BLE001 - the library raises many kinds on hostile files
        return PdfFacts(fault=f"{type(error).__name__}: {error}"[:300], encrypted=b"/Encrypt" in data)


def _facts(pdf: pikepdf.Pdf) -> PdfFacts:
    found = _Found()
    for seen, item in enumerate(_values(pdf)):
        if seen > MAX_PDF_OBJECTS:
            found.too_complex = True
            break
        _look(item, found)
    pages = list(pdf.pages[: MAX_PAGES + 1])
    return PdfFacts(
        encrypted=pdf.is_encrypted,
        page_count=len(pdf.pages),
        declared_count=_declared_count(pdf),
        page_sizes=tuple(_page_size(page) for page in pages),
        active=frozenset(found.active),
        widest_picture=found.widest_picture,
        inflates=found.inflates,
        too_complex=found.too_complex,
    )


def _values(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary, stream and array of the file, the trailer's own included, without recursion."""
    waiting: list[pikepdf.Object] = [pdf.trailer, *pdf.objects]
    while waiting:
        item = waiting.pop()
        yield item
        if isinstance(item, pikepdf.Array):
            inner: list[object] = list(item)
        elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            inner = [item.get(key) for key in list(item.keys())]
        else:
            continue
        waiting += [
            value for value in inner if isinstance(value, pikepdf.Array | pikepdf.Dictionary) and not value.is_indirect
        ]


def _look(item: pikepdf.Object, found: _Found) -> None:
    if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        return
    subtype = str(item.get("/Subtype", ""))
    found.active |= {KEY_WORDS[key] for key in list(item.keys()) if key in KEY_WORDS}
    found.active |= {
        words[value]
        for words, value in ((ACTION_WORDS, str(item.get("/S", ""))), (SUBTYPE_WORDS, subtype))
        if value in words
    }
    if str(item.get("/Type", "")) == "/EmbeddedFile":
        found.active.add("attachment")
    if isinstance(item, pikepdf.Stream):
        if subtype == "/Image":
            _look_at_picture(item, found)
        else:
            found.inflates = found.inflates or _inflates(item)


def _look_at_picture(stream: pikepdf.Stream, found: _Found) -> None:
    width, height = _whole(stream.get("/Width")), _whole(stream.get("/Height"))
    if width * height > found.widest_picture[0] * found.widest_picture[1]:
        found.widest_picture = (width, height)


def _inflates(stream: pikepdf.Stream) -> bool:
    """Whether a compressed stream grows beyond the limit, found by inflating it in pieces up to that limit only."""
    filters = _filters(stream)
    if not filters or filters[0] not in FLATE:
        return False
    layers = len([name for name in filters if name in FLATE])
    raw = stream.read_raw_bytes()
    if layers == 1 and len(raw) * FLATE_RATIO < MAX_INFLATED_BYTES:
        return False
    for _ in range(layers):
        inflater = zlib.decompressobj()
        try:
            raw = inflater.decompress(raw, MAX_INFLATED_BYTES)
        except zlib.error:
            return False
        if inflater.unconsumed_tail:
            return True
    return False


def _filters(stream: pikepdf.Stream) -> list[str]:
    return [str(name) for name in _as_list(stream.get("/Filter"))]


def _as_list(value: object) -> list[object]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _whole(value: object) -> int:
    try:
        return max(0, int(str(value)))
    except ValueError:
        return 0


def _declared_count(pdf: pikepdf.Pdf) -> int:
    pages = pdf.Root.get("/Pages")
    return _whole(pages.get("/Count")) if isinstance(pages, pikepdf.Dictionary) else 0


def _page_size(page: pikepdf.Page) -> tuple[float, float]:
    """Width and height of the media box in points; (0, 0) where the page has none that makes sense."""
    try:
        left, bottom, right, top = (float(side) for side in page.mediabox)
        unit = float(page.obj.get("/UserUnit", 1))
    except (TypeError, ValueError, AttributeError, pikepdf.PdfError):
        return (0.0, 0.0)
    return (abs(right - left) * unit, abs(top - bottom) * unit)


def scanned_jpeg(data: bytes) -> bytes:
    """The largest picture of the first page, where it is a JPEG as scanners put them in; empty where it is not.

    Raises nothing on a bad file.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            # Forms that draw each other without end are not followed.
            found = pdf.pages[0].get_images(recursive=False).values()
            pictures = [pikepdf.PdfImage(picture) for picture in found if isinstance(picture, pikepdf.Stream)]
            largest = max(pictures, key=lambda picture: picture.width * picture.height, default=None)
            if largest is None or largest.filters != ["/DCTDecode"]:
                return b""
            return bytes(largest.obj.read_raw_bytes())
    except Exception:  # noqa: BLE001 - pikepdf and qpdf raise many kinds on hostile files
        return b""


def damaged_pages(data: bytes) -> tuple[int, ...]:
    """Numbers of the pages whose print or pictures are not all there or unsound; of the first pages that have together as many
    pixels in pictures as one picture may have.

    Raises nothing on a bad file.
    """
    found: list[int] = []
    known: dict[tuple[int, int], bool] = {}
    left = MAX_PICTURE_PIXELS
    with suppress(Exception), pikepdf.open(io.BytesIO(data)) as pdf:  # they raise many kinds on hostile files
        for number, page in enumerate(pdf.pages[:MAX_PAGES], 1):
            for stream in _shown_on(page):
                if stream.objgen not in known:
                    left -= _whole(stream.get("/Width")) * _whole(stream.get("/Height"))
                    if left < 0:
                        return tuple(found)
                    known[stream.objgen] = _is_damaged(stream)
                if known[stream.objgen] and number not in found:
                    found.append(number)
    return tuple(found)


def _shown_on(page: pikepdf.Page) -> Iterator[pikepdf.Stream]:
    """What is written on a page, and the pictures that are put on it."""
    for item in (*_as_list(page.obj.get("/Contents")), *page.get_images(recursive=False).values()):
        if isinstance(item, pikepdf.Stream):
            yield item


def _is_damaged(stream: pikepdf.Stream) -> bool:
    """Whether a stream's data ends too soon or is none; of JPEG and deflate, as others do not tell."""
    raw = stream.read_raw_bytes()
    for name in _filters(stream) if raw else []:
        if name in JPEG:
            return jpeg_is_damaged(raw)
        if name not in FLATE:
            return False
        # Without head and checksum: some programs cut off the latter, though nothing is lost by that.
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            raw = inflater.decompress(raw[ZLIB_HEAD_BYTES:], MAX_INFLATED_BYTES)
        except zlib.error:
            return True
        if not inflater.eof and not inflater.unconsumed_tail:
            return True
    return False
