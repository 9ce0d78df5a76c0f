"""Whether the picture has enough pixels for the paper it shows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import Label, check
from applications.documents.limits import REJECT_DPI, REVIEW_DPI
from applications.documents.verdict import Outcome, Scalar, Verdict, Words, on_pages

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "resolution",
    version="1",
    needs=("readable",),
    cost=1,
    label=Label("Felbontás", "Resolution"),
    words={
        "resolution-too-low": Words(
            hu="A kép túl kicsi ({pages}. oldal): körülbelül {dpi} dpi, így nem olvasható. Kérjük, olvassa be legalább "
            "200 dpi-vel, vagy fényképezze le közelebbről, és az eredeti képet töltse fel.",
            en="The picture is too small (page {pages}): about {dpi} dpi, which cannot be read. Please scan it at 200 "
            "dpi or more, or photograph it from closer, and upload the original picture.",
            staff_hu="Túl kicsi felbontás ({dpi} dpi)",
            staff_en="Resolution too low ({dpi} dpi)",
        ),
        "resolution-low": Words(
            hu="A kép kicsi ({pages}. oldal, körülbelül {dpi} dpi), az apró részletek nehezen olvashatók. Ha teheti, "
            "olvassa be legalább 200 dpi-vel.",
            en="The picture is small (page {pages}, about {dpi} dpi) and small details are hard to read. If you can, "
            "scan it at 200 dpi or more.",
            staff_hu="Kis felbontás ({dpi} dpi)",
            staff_en="Low resolution ({dpi} dpi)",
        ),
    },
)
def resolution(file: "OpenedFile") -> Iterator[Verdict]:
    """By the sheet a picture is assumed to fill (limits.py); PDF pages of drawn text have no resolution."""
    known = {page.number: page.resolution_dpi for page in file.pages if page.resolution_dpi is not None}
    bad = {number: dpi for number, dpi in known.items() if dpi < REJECT_DPI}
    weak = {number: dpi for number, dpi in known.items() if REJECT_DPI <= dpi < REVIEW_DPI}
    for code, outcome, found in (
        ("resolution-too-low", Outcome.REJECT, bad),
        ("resolution-low", Outcome.REVIEW, weak),
    ):
        if found:
            args: dict[str, Scalar] = {"pages": ", ".join(map(str, found)), "dpi": min(found.values())}
            yield Verdict(code, outcome, args, on_pages(found))
