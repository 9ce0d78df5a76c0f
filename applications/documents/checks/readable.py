"""Whether the decoders can open the file and draw every page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import Label, check
from applications.documents.examination import UnreadableError
from applications.documents.verdict import Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "readable",
    version="2",
    needs=("foreign-data", "truncated", "active-content", "page-count", "dimensions"),
    cost=150,
    label=Label("Megnyitható", "Can be opened"),
    words={
        "unreadable": Words(
            hu="Ez a fájl sérült, vagy ritka fajta, és nem tudjuk megnyitni. Kérjük, töltse fel újra, mentse el PDF-ként vagy "
            "JPEG-ként, vagy készítsen új képet a papírról.",
            en="This file is damaged, or of a rare kind, and we cannot open it. Please upload it again, save it as PDF or JPEG, "
            "or take a new picture of the paper.",
            staff_hu="Nem nyitható meg",
            staff_en="Cannot be opened",
        ),
        "readers-disagree": Words(
            hu="Ez a PDF hibás: az egyik olvasónk megnyitja, a másik nem. Egy ügyintéző megnézi; ha teheti, mentse el "
            "újra PDF-ként, és azt töltse fel.",
            en="This PDF is faulty: one of our readers opens it, the other does not. A caseworker will look at it; if "
            "you can, save it as PDF again and upload that.",
            staff_hu="Az olvasók nem értenek egyet a PDF-ről",
            staff_en="Readers disagree about the PDF",
        ),
    },
)
def readable(file: "OpenedFile") -> Iterator[Verdict]:
    """Draws all pages; for a PDF both the reader of its structure and the one of its pixels must open it.
    What is opened with an empty password of its owner alone is shown by no viewer without that of its reader.
    """
    try:
        drawn = len(file.pages)
    except UnreadableError:
        encrypted = file.pdf is not None and file.pdf.encrypted
        yield Verdict("password-needed" if encrypted else "unreadable", Outcome.REJECT)
        return
    if file.pdf is not None and (file.pdf.fault or file.pdf.page_count != drawn):
        yield Verdict("readers-disagree", Outcome.REVIEW)
