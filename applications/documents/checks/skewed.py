"""Pages that lie askew."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.limits import ASKEW_DEGREES, SKEWED_DEGREES
from applications.documents.verdict import Outcome, Scalar, Verdict, Words, on_pages

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "skewed",
    version="3",
    needs=("readable",),
    cost=40,
    label=Label("Egyenesen áll", "Lies level"),
    words={
        "levelled": Words(
            hu="Ferdén állt a(z) {pages}. oldal; egyenesbe fordítottuk. Önnek nincs teendője.",
            en="Page {pages} came in tilted; we have levelled it. You need not do anything.",
            staff_hu="Egyenesbe fordítva ({pages}. oldal, {degrees}°)",
            staff_en="Levelled (page {pages}, {degrees}°)",
        ),
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
    """Pages are levelled before anything else looks at them; those that lie far askew should be taken anew all the same."""
    if file.kind == "photo":
        raise DoesNotApplyError
    tilts = {
        page.number: abs(file.orientations[page.number].tilt) for page in file.pages if page.number in file.orientations
    }
    tilted = {number: tilt for number, tilt in tilts.items() if tilt > SKEWED_DEGREES}
    levelled = {number: tilt for number, tilt in tilts.items() if ASKEW_DEGREES <= tilt <= SKEWED_DEGREES}
    if tilted:
        yield Verdict("skewed", Outcome.REVIEW, _said(tilted), on_pages(tilted))
    if levelled:
        yield Verdict("levelled", Outcome.ACCEPT, _said(levelled), on_pages(levelled))


def _said(tilts: dict[int, float]) -> dict[str, Scalar]:
    return {"pages": ", ".join(map(str, tilts)), "degrees": round(max(tilts.values()))}
