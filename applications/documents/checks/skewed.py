"""Pages that lie askew."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.limits import SKEWED_DEGREES
from applications.documents.verdict import Outcome, Scalar, Verdict, Words, on_pages

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "skewed",
    version="1",
    needs=("readable",),
    cost=40,
    label=Label("Egyenesen áll", "Lies level"),
    words={
        "skewed": Words(
            hu="Ferdén áll a kép ({pages}. oldal), ezért nehezen olvasható. Kérjük, fényképezze le újra egyenesen, "
            "felülről, úgy, hogy a papír széle párhuzamos legyen a kép szélével.",
            en="The picture is tilted (page {pages}), which makes it hard to read. Please photograph it again straight "
            "from above, with the edge of the paper in line with the edge of the picture.",
            staff_hu="Ferde ({pages}. oldal, {degrees}°)",
            staff_en="Tilted (page {pages}, {degrees}°)",
        ),
    },
)
def skewed(file: "OpenedFile") -> Iterator[Verdict]:
    """Only where it hinders: readers of text and of zones level a page by themselves up to some degrees."""
    if file.kind == "photo":
        raise DoesNotApplyError
    tilts = {number: shape.skew for number, shape in file.shapes.items() if shape.skew is not None}
    tilted = {number: skew for number, skew in tilts.items() if abs(skew) > SKEWED_DEGREES}
    if tilted:
        args: dict[str, Scalar] = {
            "pages": ", ".join(map(str, tilted)),
            "degrees": round(max(map(abs, tilted.values()))),
        }
        yield Verdict("skewed", Outcome.REVIEW, args, on_pages(tilted))
