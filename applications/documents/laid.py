"""What laying one page on another showed, as plain values: no picture is opened here."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from applications.documents.limits import SAME_ELSEWHERE, SAME_PATCHES
from applications.documents.verdict import Box

FEWEST_PATCHES: Final = 20
ENOUGH_PATCHES: Final = 40
"""Patches of print that must agree; with fewer than enough, two people's letters in small print once agreed in all 27 that
were seen.
"""

FEWEST_CELLS: Final = 15
MOST_ODD: Final = 0.09
"""Cells of a portrait that must be seen, and the share of them in which copies may differ: copies, lighter and darker ones
among them, 0.053 at most, saved in a quarter of their size 0.087; different people 0.13 and more.
"""


class PagePair(NamedTuple):
    """A page of a paper that another is laid on: ids of papers, and numbers of pages through all their files."""

    paper: str
    page: int
    other: str
    other_page: int

    @property
    def turned_round(self) -> "PagePair":
        """The same two with the first laid on the second."""
        return PagePair(self.other, self.other_page, self.paper, self.page)


@dataclass(frozen=True, slots=True)
class Laid:
    """What the child said of a pair; see likeness.Likeness."""

    agree: float
    elsewhere: float
    patches: int
    odd: float
    differs: Box | None
    cells: int = 0

    @property
    def is_same(self) -> bool:
        """Whether they are one page; not for portraits."""
        return self.patches >= FEWEST_PATCHES and self.agree >= SAME_PATCHES and self.elsewhere >= SAME_ELSEWHERE

    @property
    def is_denied(self) -> bool:
        """Whether enough was seen to say that they are not one page; a small picture may show too little this way round."""
        return self.patches >= FEWEST_PATCHES and not self.is_same

    @property
    def is_same_photo(self) -> bool:
        """Whether they are one portrait: people photographed alike differ in many places once both are equally bright."""
        return self.cells >= FEWEST_CELLS and self.odd <= MOST_ODD

    @property
    def is_changed(self) -> bool:
        """Whether a place differs while the rest agrees."""
        return self.differs is not None and self.agree < self.elsewhere

    @property
    def shows_enough(self) -> bool:
        """Whether so much was seen to agree, and nothing to differ, that nothing else needs to be asked."""
        return self.patches >= ENOUGH_PATCHES and not self.is_changed


NOT_LAID: Final = Laid(0.0, 0.0, 0, 1.0, None)
