"""The text of a paper: read from its pixels, or taken from the file where the drawn page bears it out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import Label, check
from applications.documents.verdict import Outcome, Verdict, Words, on_pages

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "text",
    version="5",
    needs=("readable",),
    cost=1000,
    label=Label("Szöveg elolvasva", "Text read"),
    words={
        "text-not-read": Words(
            hu="A papír szövegét itt most nem tudjuk gépi úton elolvasni; egy ügyintéző olvassa el. Önnek most nincs "
            "teendője.",
            en="The text of this paper cannot be read automatically here at present; a caseworker will read it. You "
            "need not do anything now.",
            staff_hu="Szöveg nem olvasva: nincsenek nyelvi adatok",
            staff_en="Text not read: no language data installed",
        ),
        "text-took-too-long": Words(
            hu="A(z) {pages}. oldal szövegét nem tudtuk időben elolvasni; egy ügyintéző olvassa el. Önnek most nincs "
            "teendője.",
            en="We could not read the text of page {pages} in time; a caseworker will read it. You need not do anything "
            "now.",
            staff_hu="Szöveg nem olvasva: lejárt az idő ({pages}. oldal)",
            staff_en="Text not read: out of time (page {pages})",
        ),
        "text-of-the-file": Words(
            hu="A szöveget magából a fájlból vettük, nem a képéről ({pages}. oldal).",
            en="The text was taken from the file itself, not from its picture (page {pages}).",
            staff_hu="A szöveg a fájl saját rétegéből való ({pages}. oldal)",
            staff_en="Text is the file's own layer (page {pages})",
        ),
    },
)
def text(file: "OpenedFile") -> Iterator[Verdict]:
    """What could not be read for want of data or time is said; it speaks of this machine, not against the paper."""
    reading = file.text.reading
    if reading.missing:
        yield Verdict("text-not-read", Outcome.NOT_CHECKED)
    if reading.late_pages:
        pages = ", ".join(map(str, reading.late_pages))
        yield Verdict("text-took-too-long", Outcome.NOT_CHECKED, {"pages": pages}, on_pages(reading.late_pages))
    if reading.layer_pages:
        pages = ", ".join(map(str, reading.layer_pages))
        yield Verdict("text-of-the-file", Outcome.ACCEPT, {"pages": pages}, on_pages(reading.layer_pages))
