"""Tinted paper without any grain: drawn by a program, not scanned or photographed. For caseworkers alone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.verdict import Outcome, Verdict, Words, on_pages

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile

PAGES: Final = 4
FLAT: Final = 0.98
FEWEST_BARE: Final = 3_000


@check(
    "flat-paper",
    version="3",
    needs=("readable",),
    cost=12,
    staff_only=True,
    label=Label("A papír szemcséje", "Grain of the paper"),
    words={
        "paper-without-grain": Words(
            hu="A színes papírnak sehol nincs szemcséje ({pages}. oldal): program rajzolta, nem papírról készült kép.",
            en="The tinted paper has no grain anywhere (page {pages}): it was drawn by a program, not taken from paper.",
            staff_hu="Rajzolt papír ({pages}. oldal)",
            staff_en="Drawn paper (page {pages})",
        ),
    },
)
def flat_paper(file: "OpenedFile") -> Iterator[Verdict]:
    """Pages whose paper is clipped to white are left out: many scanners clean it. So are pictures saved too coarsely for grain,
    and PDFs with text of their own.
    """
    if file.pdf is not None or file.kind == "photo" or not file.keeps_grain:
        raise DoesNotApplyError
    flat = [
        page.number
        for page in file.pages[:PAGES]
        if (found := file.plain(page.number)).bare >= FEWEST_BARE and found.flat >= FLAT
    ]
    if flat:
        yield Verdict("paper-without-grain", Outcome.REVIEW, {"pages": ", ".join(map(str, flat))}, on_pages(flat))
