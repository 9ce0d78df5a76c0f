"""Pages that came in sideways or upside down."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.verdict import Outcome, Verdict, Words, on_pages

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "orientation",
    version="4",
    needs=("readable",),
    cost=2,
    label=Label("Felül van a teteje", "Right way up"),
    words={
        "turned-upright": Words(
            hu="Fordítva került be a(z) {pages}. oldal; felfordítottuk. Önnek nincs teendője.",
            en="Page {pages} came in the wrong way up; we have turned it. You need not do anything.",
            staff_hu="Felfordítva ({pages}. oldal)",
            staff_en="Turned upright (page {pages})",
        ),
        "lies-on-side": Words(
            hu="Oldalára fordulva került be a(z) {pages}. oldal. Kérjük, fordítsa egyenesbe a képénél lévő gombokkal.",
            en="Page {pages} lies on its side. Please turn it upright with the buttons at its picture.",
            staff_hu="Oldalán fekszik ({pages}. oldal)",
            staff_en="Lies on its side (page {pages})",
        ),
    },
)
def orientation(file: "OpenedFile") -> Iterator[Verdict]:
    """Pages are drawn upright before anything else looks at them; where nothing says what is up, a person has to."""
    if file.kind == "photo":
        raise DoesNotApplyError
    due = {page.number: file.orientations[page.number] for page in file.pages if page.number in file.orientations}
    turned = [number for number, lies in due.items() if lies.turns]
    if turned:
        yield Verdict("turned-upright", Outcome.ACCEPT, {"pages": ", ".join(map(str, turned))}, on_pages(turned))
    lying = [number for number, lies in due.items() if lies.lies_on_side]
    if lying:
        yield Verdict("lies-on-side", Outcome.REVIEW, {"pages": ", ".join(map(str, lying))}, on_pages(lying))
