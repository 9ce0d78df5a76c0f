"""What the file says of the programs that made it. For caseworkers alone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from applications.documents.check import Label, check
from applications.documents.verdict import Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile

EDITORS: Final = (
    *("photoshop", "gimp", "affinity", "pixelmator", "paint.net", "paintshop", "paint shop", "corel", "photopea"),
    *("picsart", "canva", "inkscape", "illustrator", "krita", "pixlr", "snapseed", "faceapp", "facetune"),
    *(
        "stable diffusion",
        "midjourney",
        "dall-e",
        "firefly",
        "pdfescape",
        "sejda",
        "foxit phantom",
        "pdf-xchange editor",
    ),
)
"""Programs made for changing what is on a picture or a page; scanners, phones and office programs are not among them."""


@check(
    "edited",
    version="1",
    needs=("readable",),
    cost=3,
    staff_only=True,
    label=Label("Szerkesztés nyoma", "Signs of editing"),
    words={
        "made-by-editor": Words(
            hu="A fájl szerint képszerkesztő programmal készült ({program}). Lehet ártatlan is: körbevágás, forgatás.",
            en="The file says that it was made by an editing program ({program}). That may be harmless: cropping, turning.",
            staff_hu="Szerkesztőprogram a fájlban ({program})",
            staff_en="Made by an editing program ({program})",
        ),
        "dates-disagree": Words(
            hu="A fájl szerint előbb változtatták meg, mint ahogy készült.",
            en="The file says that it was changed before it was taken.",
            staff_hu="A fájl dátumai ellentmondanak",
            staff_en="Dates in the file disagree",
        ),
        "changed-after-signing": Words(
            hu="A PDF-et az aláírása után megváltoztatták.",
            en="The PDF was changed after it was signed.",
            staff_hu="Aláírás után módosított PDF",
            staff_en="PDF changed after signing",
        ),
    },
)
def edited(file: "OpenedFile") -> Iterator[Verdict]:
    """Metadata are easily removed: their silence says nothing."""
    origin = file.origin
    program = next((name for name in origin.programs if any(word in name.casefold() for word in EDITORS)), "")
    if program:
        yield Verdict("made-by-editor", Outcome.REVIEW, {"program": program[:60]})
    if origin.changed_before_taken:
        yield Verdict("dates-disagree", Outcome.REVIEW)
    if origin.changed_after_signing:
        yield Verdict("changed-after-signing", Outcome.REVIEW)
