"""What the file tells beside the picture: where it was taken."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import Label, check
from applications.documents.verdict import Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "metadata",
    version="1",
    needs=("readable",),
    cost=1,
    label=Label("Rejtett adatok", "Hidden data"),
    words={
        "location-hidden": Words(
            hu="A fényképben benne van, hol készült. Az ügyintézők olyan másolatot látnak, amelyből ezt kivettük.",
            en="The photo says where it was taken. Caseworkers see a copy from which we have removed this.",
            staff_hu="Helyadat az eredeti képben",
            staff_en="Location in the original picture",
        ),
    },
)
def metadata(file: "OpenedFile") -> Iterator[Verdict]:
    """Only informs: previews are made from pixels alone and never carry metadata."""
    if file.picture is not None and file.picture.has_location:
        yield Verdict("location-hidden", Outcome.ACCEPT)
