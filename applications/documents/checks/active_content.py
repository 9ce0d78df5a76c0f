"""What a PDF would do rather than show: scripts, programs, attached files, forms, films."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.verdict import Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile

MEND_HU: Final = "Kérjük, nyomtassa ki PDF-be („Nyomtatás PDF-be”), vagy fényképezze le a papírt, és azt töltse fel."
MEND_EN: Final = "Please print it to a new PDF (“Print to PDF”) or take a photo of the paper, and upload that."

CODES: Final = {
    "javascript": ("pdf-script", Outcome.REJECT),
    "launch": ("pdf-launch", Outcome.REJECT),
    "attachment": ("pdf-attachment", Outcome.REJECT),
    "xfa": ("pdf-form", Outcome.REJECT),
    "media": ("pdf-media", Outcome.REJECT),
    "outgoing": ("pdf-outgoing", Outcome.REVIEW),
}


@check(
    "active-content",
    version="1",
    needs=("password",),
    cost=20,
    label=Label("Aktív tartalom", "Active content"),
    words={
        "pdf-script": Words(
            hu=f"Ebben a PDF-ben program (JavaScript) van, ezért biztonsági okból nem fogadhatjuk el. {MEND_HU}",
            en=f"This PDF holds a script (JavaScript), so for safety we cannot take it. {MEND_EN}",
            staff_hu="Program a PDF-ben",
            staff_en="Script in the PDF",
        ),
        "pdf-launch": Words(
            hu=f"Ez a PDF másik programot indítana el, ezért biztonsági okból nem fogadhatjuk el. {MEND_HU}",
            en=f"This PDF would start another program, so for safety we cannot take it. {MEND_EN}",
            staff_hu="Programindítás a PDF-ben",
            staff_en="PDF starts a program",
        ),
        "pdf-attachment": Words(
            hu="Ebben a PDF-ben csatolt fájl van, amelyet nem tudunk átvenni. Kérjük, töltse fel a csatolt papírt külön "
            "fájlként, ezt pedig melléklet nélkül.",
            en="This PDF has another file attached, which we cannot take. Please upload the attached paper as a file "
            "of its own, and this one without attachments.",
            staff_hu="Csatolt fájl a PDF-ben",
            staff_en="File attached to the PDF",
        ),
        "pdf-form": Words(
            hu=f"Ez a PDF olyan űrlap (XFA), amelynek a tartalmát nem tudjuk megbízhatóan megjeleníteni. {MEND_HU}",
            en=f"This PDF is a kind of form (XFA) whose content we cannot show reliably. {MEND_EN}",
            staff_hu="XFA-űrlap",
            staff_en="XFA form",
        ),
        "pdf-media": Words(
            hu=f"Ebben a PDF-ben film, hang vagy más lejátszható tartalom van, ezért nem fogadhatjuk el. {MEND_HU}",
            en=f"This PDF holds film, sound or other media, so we cannot take it. {MEND_EN}",
            staff_hu="Médiatartalom a PDF-ben",
            staff_en="Media in the PDF",
        ),
        "pdf-outgoing": Words(
            hu="Ez a PDF más fájlra vagy címre mutató műveletet tartalmaz; egy ügyintéző megnézi. Önnek most nincs "
            "teendője.",
            en="This PDF holds an action that leads to another file or address; a caseworker will look at it. You need "
            "not do anything now.",
            staff_hu="Kifelé mutató művelet a PDF-ben",
            staff_en="PDF action that leads outside",
        ),
        "pdf-too-complex": Words(
            hu=f"Ez a PDF olyan sok részből áll, hogy nem tudjuk végignézni. {MEND_HU}",
            en=f"This PDF has so many parts that we cannot look through it. {MEND_EN}",
            staff_hu="Túl összetett PDF",
            staff_en="PDF too complex",
        ),
    },
)
def active_content(file: "OpenedFile") -> Iterator[Verdict]:
    """Goes through all objects of a PDF, those in object streams included."""
    if file.pdf is None:
        raise DoesNotApplyError
    for found in sorted(file.pdf.active):
        code, outcome = CODES[found]
        yield Verdict(code, outcome)
    if file.pdf.too_complex:
        yield Verdict("pdf-too-complex", Outcome.REJECT)
