"""Light that burnt print out of the picture."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.verdict import Evidence, Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "glare",
    version="3",
    needs=("readable",),
    cost=42,
    label=Label("Csillogás", "Glare"),
    words={
        "glare": Words(
            hu="Fény csillog a papíron ({page}. oldal), alatta nem látszik az írás. Kérjük, fényképezze le újra vaku "
            "nélkül, ablak mellett, kissé elfordítva a lámpától.",
            en="Light is reflected on the paper (page {page}) and hides the writing under it. Please photograph it again "
            "without flash, beside a window, turned a little away from the lamp.",
            staff_hu="Csillogás ({page}. oldal)",
            staff_en="Glare (page {page})",
        ),
    },
)
def glare(file: "OpenedFile") -> Iterator[Verdict]:
    """Burnt-out patches with print around them; scanned paper is white all over and has none."""
    if file.kind == "photo":
        raise DoesNotApplyError
    for number, shape in file.shapes.items():
        if shape.glare:
            where = tuple(Evidence(number, box) for box in shape.glare)
            yield Verdict("glare", Outcome.REVIEW, {"page": number}, where)
