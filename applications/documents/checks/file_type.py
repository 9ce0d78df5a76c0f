"""What the file truly is, against the types we take."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import Label, check
from applications.documents.verdict import Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "file-type",
    version="1",
    needs=("size",),
    cost=0,
    label=Label("Fájltípus", "File type"),
    words={
        "type-not-taken": Words(
            hu="Ez a fájl a tartalma szerint nem PDF, JPEG, PNG, HEIC vagy TIFF. Kérjük, mentse el a papírt ezek "
            "egyikeként (például PDF-ként), vagy fényképezze le.",
            en="By its content this file is not a PDF, JPEG, PNG, HEIC or TIFF. Please save the paper as one of these "
            "(for example as PDF), or take a photo of it.",
            staff_hu="Nem elfogadott fájltípus ({found})",
            staff_en="File type not taken ({found})",
        ),
        "type-disguised": Words(
            hu="Ennek a fájlnak a neve {claimed} fájlt ígér, a tartalma azonban más ({found}). Biztonsági okból nem "
            "fogadhatjuk el. Kérjük, készítsen új fájlt a papírról.",
            en="The name of this file promises {claimed}, but its content is something else ({found}). For safety we "
            "cannot take it. Please make a new file of the paper.",
            staff_hu="Álcázott fájl ({claimed} néven {found})",
            staff_en="Disguised file ({found} named as {claimed})",
        ),
    },
)
def file_type(file: "OpenedFile") -> Iterator[Verdict]:
    """Goes by content alone: a HEIC that a phone named .jpg is fine, a program named .jpg is not."""
    if file.type.allowed:
        return
    args = {"found": file.type.name, "claimed": file.claimed_type or "–"}
    known = file.type.name not in ("unknown", file.claimed_type)
    yield Verdict("type-disguised" if known and file.claimed_type else "type-not-taken", Outcome.REJECT, args)
