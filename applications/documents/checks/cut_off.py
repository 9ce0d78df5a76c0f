"""Pages of which a side is missing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.limits import PASSPORT_PAGE, ZONE_KINDS
from applications.documents.verdict import Box, Evidence, Outcome, Scalar, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


STRIPS: dict[str, Box] = {"left": (0.0, 0.0, 0.06, 1.0), "right": (0.94, 0.0, 1.0, 1.0)}
SIDES_HU = {"left": "bal", "right": "jobb"}


@check(
    "cut-off",
    version="3",
    needs=("readable",),
    cost=41,
    label=Label("Egész oldal", "Whole page"),
    words={
        "cut-off": Words(
            hu="Lemaradt a papír {side_hu} széle ({page}. oldal): a sorok vagy a keret a kép szélén megszakadnak. Kérjük, "
            "fényképezze le újra úgy, hogy a papír mind a négy széle látsszon.",
            en="The {side_en} edge of the paper is missing (page {page}): lines or the frame break off at the side of the picture. "
            "Please photograph it again so that all four edges of the paper can be seen.",
            staff_hu="Levágott {side_hu} szél ({page}. oldal)",
            staff_en="Cut off at the {side_en} (page {page})",
        ),
    },
)
def cut_off(file: "OpenedFile") -> Iterator[Verdict]:
    """Where lines of print, a frame or a table run out of the picture.

    The page of a booklet may end at its fold, as a frame would that is cut off.
    """
    if file.kind == "photo":
        raise DoesNotApplyError
    for number, shape in file.shapes.items():
        zone = shape.cut_zone if file.kind in ZONE_KINDS else ()
        frame = () if file.paper is PASSPORT_PAGE else shape.open
        for side in dict.fromkeys((*shape.cut, *zone, *frame)):
            args: dict[str, Scalar] = {"page": number, "side_hu": SIDES_HU[side], "side_en": side}
            yield Verdict("cut-off", Outcome.REVIEW, args, (Evidence(number, STRIPS[side]),))
