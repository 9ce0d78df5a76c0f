"""How large pages and pictures are, and whether compressed parts grow beyond measure."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import Label, check
from applications.documents.limits import (
    LARGE_PAGE_POINTS,
    MAX_PAGE_POINTS,
    MAX_PICTURE_PIXELS,
    MAX_PICTURE_SIDE,
    SMALL_PAGE_POINTS,
)
from applications.documents.verdict import Outcome, Verdict, Words, on_pages

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile
    from applications.documents.pdf_facts import PdfFacts


@check(
    "dimensions",
    version="1",
    needs=("page-count",),
    cost=11,
    label=Label("Oldalméret", "Page size"),
    words={
        "too-many-pixels": Words(
            hu="Ez a kép {width} × {height} képpont, ez túl sok. Kérjük, mentse kisebb felbontással (A4-es laphoz "
            "300 dpi bőven elég).",
            en="This picture has {width} × {height} pixels, which is too many. Please save it at a lower resolution "
            "(300 dpi is plenty for an A4 page).",
            staff_hu="Túl sok képpont ({width} × {height})",
            staff_en="Too many pixels ({width} × {height})",
        ),
        "page-too-large": Words(
            hu="Ennek a PDF-nek az egyik oldala több méteres. Kérjük, mentse el újra rendes lapmérettel (például A4).",
            en="A page of this PDF measures several metres. Please save it again at an ordinary page size (such as A4).",
            staff_hu="Óriási oldalméret",
            staff_en="Enormous page",
        ),
        "page-size-odd": Words(
            hu="Szokatlan az oldalméret ({pages}. oldal); egy ügyintéző megnézi. Ha teheti, mentse el újra A4-es lapra.",
            en="The page size is unusual (page {pages}); a caseworker will look at it. If you can, save it again at A4 "
            "size.",
            staff_hu="Szokatlan oldalméret ({pages}. oldal)",
            staff_en="Unusual page size (page {pages})",
        ),
        "grows-too-much": Words(
            hu="Ez a fájl kicsomagolva óriásira nő, ezért nem nyitjuk meg. Kérjük, készítsen új beolvasást vagy "
            "fényképet a papírról.",
            en="Unpacked, this file grows enormously, so we do not open it. Please scan or photograph the paper again.",
            staff_hu="Kicsomagolva óriási (bomba)",
            staff_en="Enormous when unpacked (bomb)",
        ),
    },
)
def dimensions(file: "OpenedFile") -> Iterator[Verdict]:
    """By headers alone, before anything is drawn."""
    if file.pdf is not None:
        yield from _pdf(file.pdf)
    elif file.picture is not None:
        for width, height in file.picture.sizes:
            if _too_many(width, height):
                yield Verdict("too-many-pixels", Outcome.REJECT, {"width": width, "height": height})
                return


def _too_many(width: int, height: int) -> bool:
    return width * height > MAX_PICTURE_PIXELS or max(width, height) > MAX_PICTURE_SIDE


def _pdf(facts: "PdfFacts") -> Iterator[Verdict]:
    if facts.inflates:
        yield Verdict("grows-too-much", Outcome.REJECT)
    width, height = facts.widest_picture
    if _too_many(width, height):
        yield Verdict("too-many-pixels", Outcome.REJECT, {"width": width, "height": height})
    if any(max(size) > MAX_PAGE_POINTS for size in facts.page_sizes):
        yield Verdict("page-too-large", Outcome.REJECT)
        return
    odd = [
        number
        for number, size in enumerate(facts.page_sizes, 1)
        if max(size) > LARGE_PAGE_POINTS or min(size) < SMALL_PAGE_POINTS
    ]
    if odd:
        yield Verdict("page-size-odd", Outcome.REVIEW, {"pages": ", ".join(map(str, odd))}, on_pages(odd))
