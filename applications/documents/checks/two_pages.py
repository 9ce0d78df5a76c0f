"""Two pages of a booklet in one picture."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.verdict import Evidence, Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


FOLD_WIDTH = 0.02


@check(
    "two-pages",
    version="2",
    needs=("readable",),
    cost=43,
    label=Label("Egy kép, egy oldal", "One page a picture"),
    words={
        "two-pages": Words(
            hu="Ezen a képen egy füzet két oldala látszik egymás mellett ({page}. oldal). Ha az apró betűk nem olvashatók, "
            "kérjük, fényképezze le a két oldalt külön.",
            en="This picture shows two pages of a booklet side by side (page {page}). If small letters cannot be read, "
            "please photograph the two pages one by one.",
            staff_hu="Két oldal egy képen ({page}. oldal)",
            staff_en="Two pages in one picture (page {page})",
        ),
    },
)
def two_pages(file: "OpenedFile") -> Iterator[Verdict]:
    """Only pointed out: an open booklet is a fair picture of both pages where it is large enough."""
    if file.kind == "photo":
        raise DoesNotApplyError
    for number, shape in file.shapes.items():
        if shape.fold is not None:
            box = (shape.fold - FOLD_WIDTH, 0.0, shape.fold + FOLD_WIDTH, 1.0)
            yield Verdict("two-pages", Outcome.ACCEPT, {"page": number}, (Evidence(number, box),))
