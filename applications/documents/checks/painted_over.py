"""A place on a page of one single grey, where paper has grain: something painted over it. For caseworkers alone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.verdict import Evidence, Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile

PAGES: Final = 4
MOST_ELSEWHERE: Final = 0.08
MOST_EVERYWHERE: Final = 0.5
"""Share of cells of one grey, elsewhere within the page and in all, from which it is drawn, too clean, or too coarsely saved
for a place to stand out.
"""


@check(
    "painted-over",
    version="1",
    needs=("readable",),
    cost=12,
    staff_only=True,
    label=Label("Átfestett hely", "Painted over"),
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
def painted_over(file: "OpenedFile") -> Iterator[Verdict]:
    """Not asked of portraits, whose backgrounds may be of one colour, nor of PDFs that are drawn and not scanned."""
    if file.kind == "photo":
        raise DoesNotApplyError
    for page in file.pages[:PAGES]:
        if page.resolution_dpi is None:
            continue
        found = file.plain(page.number)
        if found.place and found.elsewhere <= MOST_ELSEWHERE and found.everywhere <= MOST_EVERYWHERE:
            where = (Evidence(page.number, found.place),)
            yield Verdict("place-without-grain", Outcome.REVIEW, {"page": page.number}, where)
