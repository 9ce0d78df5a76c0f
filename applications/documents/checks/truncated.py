"""Files that stop before their end mark, as after a broken upload."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.verdict import Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "truncated",
    version="1",
    needs=("foreign-data",),
    cost=5,
    label=Label("A fájl vége", "End of the file"),
    words={
        "cut-short": Words(
            hu="Ennek a fájlnak hiányzik a vége, talán megszakadt a mentés vagy a feltöltés. Kérjük, nézze meg, hogy "
            "minden látszik-e rajta; ha nem, töltse fel újra.",
            en="The end of this file is missing; saving or uploading may have been interrupted. Please look whether "
            "everything can be seen; if not, upload it again.",
            staff_hu="Hiányzik a fájl vége",
            staff_en="The file's end is missing",
        ),
    },
)
def truncated(file: "OpenedFile") -> Iterator[Verdict]:
    """Only looks for the end mark; whether the picture is whole is for the decoder to say."""
    if file.ends.complete is None:
        raise DoesNotApplyError
    if not file.ends.complete:
        yield Verdict("cut-short", Outcome.REVIEW)
