"""Files that are two things at once: data hidden before or behind the document."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import Label, check
from applications.documents.verdict import Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "foreign-data",
    version="1",
    needs=("file-type",),
    cost=5,
    label=Label("Idegen adat a fájlban", "Foreign data in the file"),
    words={
        "two-in-one": Words(
            hu="Ebben a fájlban a képen kívül más adat is van ({found}). Biztonsági okból nem fogadhatjuk el. Kérjük, "
            "készítsen új beolvasást vagy fényképet a papírról.",
            en="Besides the picture, this file holds other data ({found}). For safety we cannot take it. Please scan "
            "or photograph the paper again.",
            staff_hu="Idegen adat a fájlban ({found})",
            staff_en="Foreign data in the file ({found})",
        ),
        "data-after-end": Words(
            hu="A fájl vége után további, ismeretlen adat áll; egy ügyintéző megnézi. Ha teheti, mentse el újra a "
            "papírt PDF-ként, és azt töltse fel.",
            en="There is unknown data after the end of this file; a caseworker will look at it. If you can, save the "
            "paper as PDF again and upload that.",
            staff_hu="Adat a fájl vége után",
            staff_en="Data after the end of the file",
        ),
        "data-before-start": Words(
            hu="A fájl eleje nem szabályos; egy ügyintéző megnézi. Ha teheti, mentse el újra a papírt PDF-ként, és azt "
            "töltse fel.",
            en="The beginning of this file is irregular; a caseworker will look at it. If you can, save the paper as "
            "PDF again and upload that.",
            staff_hu="Szabálytalan fájlkezdet",
            staff_en="Irregular beginning of the file",
        ),
    },
)
def foreign_data(file: "OpenedFile") -> Iterator[Verdict]:
    """Reads the structure to its end mark; what phones themselves add to a photo is not foreign."""
    ends = file.ends
    if ends.foreign == "data" and file.type.name == "pdf":
        yield Verdict("data-after-end", Outcome.REVIEW)
    elif ends.foreign:
        yield Verdict("two-in-one", Outcome.REJECT, {"found": ends.foreign})
    if ends.header_late:
        yield Verdict("data-before-start", Outcome.REVIEW)
