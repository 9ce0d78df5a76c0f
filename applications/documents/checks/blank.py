"""Pages with nothing on them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import Label, check
from applications.documents.verdict import Outcome, Verdict, Words, on_pages

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "blank",
    version="2",
    needs=("readable",),
    cost=1,
    label=Label("Üres oldal", "Blank page"),
    words={
        "blank-page": Words(
            hu="Úgy látjuk, üres a(z) {pages}. oldal. Ha ez a papír hátoldala, hagyja így; ha kellene rajta lennie "
            "valaminek, kérjük, olvassa be újra.",
            en="Page {pages} looks blank to us. If it is the back of the paper, leave it; if something should be on "
            "it, please scan it again.",
            staff_hu="Üres oldal ({pages}.)",
            staff_en="Blank page ({pages})",
        ),
        "all-blank": Words(
            hu="Ez a fájl üresnek látszik. Kérjük, nézze meg, a papír írott oldalát olvasta-e be, és töltse fel azt.",
            en="This file looks blank. Please see whether you scanned the written side of the paper, and upload that.",
            staff_hu="Minden oldal üres",
            staff_en="All pages blank",
        ),
    },
)
def blank(file: "OpenedFile") -> Iterator[Verdict]:
    """A blank back page is common and is only pointed out; a file with nothing on it is for a person to look at."""
    empty = [page.number for page in file.pages if page.blank]
    if len(empty) == len(file.pages):
        yield Verdict("all-blank", Outcome.REVIEW, {}, on_pages(empty))
    elif empty:
        yield Verdict("blank-page", Outcome.ACCEPT, {"pages": ", ".join(map(str, empty))}, on_pages(empty))
