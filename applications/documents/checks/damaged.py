"""Files of which a part was lost or spoilt on the way, though they have their end."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.verdict import Outcome, Verdict, Words, on_pages

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "damaged",
    version="1",
    needs=("readable",),
    cost=50,
    label=Label("A fájl épsége", "Soundness of the file"),
    words={
        "part-damaged": Words(
            hu="A fájl egy része sérült ({pages}. oldal): lehet, hogy csíkok vagy üres részek vannak rajta. Kérjük, nézze meg, "
            "hogy minden látszik-e; ha nem, olvassa be vagy fényképezze le újra a papírt, és azt töltse fel.",
            en="Part of this file is damaged (page {pages}): there may be stripes or empty parts on it. Please look whether "
            "everything can be seen; if not, scan or photograph the paper again and upload that.",
            staff_hu="Sérült oldal ({pages}. oldal)",
            staff_en="Damaged page ({pages})",
        ),
    },
)
def damaged(file: "OpenedFile") -> Iterator[Verdict]:
    """JPEG and HEIC, and what is written and shown on the pages of a PDF; of PNG and TIFF only their readers tell anything.
    A JPEG without its end was spoken of.
    """
    if file.type.name in ("png", "tiff") or (file.type.name == "jpeg" and not file.ends.complete):
        raise DoesNotApplyError
    if file.damaged:
        pages = ", ".join(map(str, file.damaged))
        yield Verdict("part-damaged", Outcome.REVIEW, {"pages": pages}, on_pages(list(file.damaged)))
