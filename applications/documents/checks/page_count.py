"""How many pages the file has, and whether it says so truly."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import Label, check
from applications.documents.limits import MAX_PAGES
from applications.documents.verdict import Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "page-count",
    version="1",
    needs=("password",),
    cost=10,
    label=Label("Oldalszám", "Number of pages"),
    words={
        "too-many-pages": Words(
            hu="Ebben a fájlban több mint {limit} oldal van. Kérjük, csak a szükséges oldalakat töltse fel, vagy ossza "
            "több fájlra.",
            en="This file has more than {limit} pages. Please upload only the pages that are needed, or split it into "
            "several files.",
            staff_hu="Több mint {limit} oldal",
            staff_en="More than {limit} pages",
        ),
        "no-pages": Words(
            hu="Ebben a fájlban egyetlen oldal sincs. Kérjük, készítsen új fájlt a papírról.",
            en="There is no page in this file. Please make a new file of the paper.",
            staff_hu="Nincs benne oldal",
            staff_en="No pages",
        ),
        "page-count-lies": Words(
            hu="Ez a PDF {declared} oldalt ígér, de {found} van benne, tehát hibás. Kérjük, mentse el újra, vagy "
            "fényképezze le a papírt.",
            en="This PDF promises {declared} pages but has {found}, so it is damaged. Please save it again, or "
            "photograph the paper.",
            staff_hu="Hamis oldalszám ({declared} helyett {found})",
            staff_en="False page count ({found}, not {declared})",
        ),
    },
)
def page_count(file: "OpenedFile") -> Iterator[Verdict]:
    """Counts at most one page more than the limit, so that a file of millions costs nothing."""
    if file.pdf is not None:
        if file.pdf.fault:
            return
        count = file.pdf.page_count
    else:
        count = len(file.picture.sizes) if file.picture else 0
        if file.picture and file.picture.fault:
            return
    if count == 0:
        yield Verdict("no-pages", Outcome.REJECT)
    elif count > MAX_PAGES:
        yield Verdict("too-many-pages", Outcome.REJECT, {"limit": MAX_PAGES})
    elif file.pdf and file.pdf.declared_count > MAX_PAGES:
        yield Verdict("page-count-lies", Outcome.REJECT, {"declared": file.pdf.declared_count, "found": count})
