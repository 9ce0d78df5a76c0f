"""A place that was saved once where the rest of the picture was saved twice: put in afterwards. For caseworkers alone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.verdict import Evidence, Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "saved-once",
    version="1",
    needs=("readable",),
    cost=60,
    staff_only=True,
    label=Label("Utólag a képre tett rész", "A part put in afterwards"),
    words={
        "place-saved-once": Words(
            hu="Az első oldalon egy hely (ha lehet, bekeretezve) eggyel kevesebbszer volt elmentve, mint a kép többi része: utólag tehették vagy "
            "írhatták a képre. Lehet ártatlan is: egy lapolvasó program felirata vagy dátuma.",
            en="One place on the first page (framed where possible) was saved once less often than the rest of the picture: it may have been put in or "
            "written over afterwards. That may be harmless: the mark or date of a scanning program.",
            staff_hu="Utólag a képre tett rész",
            staff_en="A part put in afterwards",
        ),
    },
)
def saved_once(file: "OpenedFile") -> Iterator[Verdict]:
    """Only JPEG keeps a trace of earlier savings, in a PDF as well; where it is lost by scaling, the picture says nothing."""
    if file.type.name not in ("jpeg", "pdf"):
        raise DoesNotApplyError
    place = file.saved_once
    if place is not None:
        yield Verdict("place-saved-once", Outcome.REVIEW, evidence=(Evidence(1, file.as_shown(place)),))
