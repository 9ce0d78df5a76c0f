"""How many bytes the file has."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import Label, check
from applications.documents.limits import MAX_FILE_BYTES, MEGABYTE, MIN_FILE_BYTES
from applications.documents.verdict import Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "size",
    version="1",
    cost=0,
    label=Label("Fájlméret", "File size"),
    words={
        "empty": Words(
            hu="Ez a fájl üres. Kérjük, válassza ki újra, vagy készítsen új képet a papírról.",
            en="This file is empty. Please choose it again, or take a new picture of the paper.",
            staff_hu="Üres fájl",
            staff_en="Empty file",
        ),
        "too-big": Words(
            hu="Ez a fájl {megabytes} MB, legfeljebb {limit} MB lehet. Kérjük, mentse kisebb felbontással, vagy töltse "
            "fel több részletben.",
            en="This file is {megabytes} MB; it may be {limit} MB at most. Please save it at a lower resolution, or "
            "upload it in parts.",
            staff_hu="Túl nagy fájl ({megabytes} MB)",
            staff_en="File too big ({megabytes} MB)",
        ),
    },
)
def size(file: "OpenedFile") -> Iterator[Verdict]:
    """Refuses files without content and files above the limit of an upload."""
    length = file.length
    if length < MIN_FILE_BYTES and not file.data.strip():
        yield Verdict("empty", Outcome.REJECT)
    elif length > MAX_FILE_BYTES:
        megabytes = round(length / MEGABYTE, 1)
        yield Verdict("too-big", Outcome.REJECT, {"megabytes": megabytes, "limit": MAX_FILE_BYTES // MEGABYTE})
