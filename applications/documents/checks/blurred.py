"""Pages out of focus."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.limits import BLURRED_VARIANCE, REJECT_DPI
from applications.documents.verdict import Outcome, Verdict, Words, on_pages

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "blurred",
    version="3",
    needs=("readable",),
    cost=1,
    label=Label("Élesség", "Sharpness"),
    words={
        "blurred": Words(
            hu="Életlen a kép ({pages}. oldal), az apró betűk nem olvashatók. Kérjük, fényképezze le újra: jó "
            "fényben, nyugodt kézzel, és várja meg, míg a kamera élesre áll.",
            en="The picture is blurred (page {pages}); small letters cannot be read. Please photograph it again in good "
            "light, with a steady hand, once the camera has focused.",
            staff_hu="Életlen ({pages}. oldal)",
            staff_en="Blurred (page {pages})",
        ),
    },
)
def blurred(file: "OpenedFile") -> Iterator[Verdict]:
    """A portrait is soft by nature, a blank page has no edges, and of a picture too small to be read `resolution` tells."""
    if file.kind == "photo":
        raise DoesNotApplyError
    soft = [
        page.number
        for page in file.pages
        if page.blur < BLURRED_VARIANCE and not page.blank and (page.resolution_dpi or REJECT_DPI) >= REJECT_DPI
    ]
    if soft:
        yield Verdict("blurred", Outcome.REVIEW, {"pages": ", ".join(map(str, soft))}, on_pages(soft))
