"""A place on a page whose paper has none of the grain of the rest: something laid over it. For caseworkers alone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.verdict import Evidence, Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile

PAGES: Final = 4
FEWEST_GRAIN: Final = 1.2
"""Grey levels of grain under which a page is too clean for a place to stand out."""

SMALLEST, LARGEST = 0.006, 0.3
"""Share of the bare paper that such a place takes: less is chance, more is another sheet."""


@check(
    "assembled",
    version="2",
    needs=("readable",),
    cost=30,
    staff_only=True,
    label=Label("Egy darabból van-e", "Made of one piece"),
    words={
        "place-without-grain": Words(
            hu="Egy helyen (bekeretezve, {page}. oldal) a papírnak nincs meg az a szemcséje, amely a többinek: lehet, "
            "hogy ráfestettek vagy ráillesztettek valamit.",
            en="In one place (framed, page {page}) the paper lacks the grain that the rest has: something may have been "
            "painted or pasted over it.",
            staff_hu="Szemcse nélküli hely ({page}. oldal)",
            staff_en="A place without grain (page {page})",
        ),
    },
)
def assembled(file: "OpenedFile") -> Iterator[Verdict]:
    """Not asked of portraits, whose backgrounds blur, nor of zones clipped to white."""
    if file.kind == "photo":
        raise DoesNotApplyError
    for page in file.pages[:PAGES]:
        found = file.grain(page.number)
        if found.usual >= FEWEST_GRAIN and found.smooth and SMALLEST <= found.share <= LARGEST:
            where = (Evidence(page.number, found.smooth),)
            yield Verdict("place-without-grain", Outcome.REVIEW, {"page": page.number}, where)
