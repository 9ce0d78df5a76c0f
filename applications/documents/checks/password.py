"""PDF files that open with a password only."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.verdict import Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "password",
    version="1",
    needs=("file-type",),
    cost=15,
    label=Label("Jelszó", "Password"),
    words={
        "password-needed": Words(
            hu="Ez a PDF jelszóval védett, ezért nem tudjuk megnyitni. Kérjük, mentse el jelszó nélkül, és úgy töltse "
            "fel.",
            en="This PDF is protected by a password, so we cannot open it. Please save it without a password and "
            "upload it again.",
            staff_hu="Jelszóval védett",
            staff_en="Protected by a password",
        ),
        "broken-encryption": Words(
            hu="Ennek a PDF-nek hibás a titkosítása, ezért nem tudjuk megnyitni. Kérjük, mentse el titkosítás nélkül, "
            "és úgy töltse fel.",
            en="The encryption of this PDF is faulty, so we cannot open it. Please save it without encryption and "
            "upload it again.",
            staff_hu="Hibás titkosítás",
            staff_en="Faulty encryption",
        ),
    },
)
def password(file: "OpenedFile") -> Iterator[Verdict]:
    """A password that only limits printing or copying is no hindrance; one that is needed to read is."""
    if file.pdf is None:
        raise DoesNotApplyError
    if file.pdf.needs_password:
        yield Verdict("password-needed", Outcome.REJECT)
    elif file.pdf.encrypted and file.pdf.fault:
        yield Verdict("broken-encryption", Outcome.REJECT)
