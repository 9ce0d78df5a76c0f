"""Which pages of the papers of one case are worth laying on each other."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from applications.documents.comparison import ComparedPaper
from applications.documents.examination import Page
from applications.documents.laid import PagePair
from applications.documents.limits import SAME_DOCUMENT_BITS

SHARED_MARKS: Final = 2
"""Marks in common from which pages are laid on each other: of pages that are not copies, three of ten have so many."""

OF_A_PAPER: Final = 12
"""Pairs laid for one paper, those with the most in common."""


def worth_laying(paper: ComparedPaper, others: Iterable[ComparedPaper]) -> list[PagePair]:
    """Return pairs of a page of a paper and one of another, the likeliest first; who is asked first does not matter.

    A photo of a face is held against photos alone. The same bytes are told by the comparison of files.
    """
    found: list[tuple[int, PagePair]] = []
    for other in others:
        alike = (paper.kind == "photo") == (other.kind == "photo")
        if other.id != paper.id and alike and not set(other.sha256s) & set(paper.sha256s):
            found += ((common, in_order(pair)) for common, pair in _pairs(paper, other))
    found.sort(key=lambda each: (-each[0], each[1]))
    return [pair for _common, pair in found[:OF_A_PAPER]]


def in_order(pair: PagePair) -> PagePair:
    """Return the pair with the earlier paper first, so that a pair is laid once for both of its papers."""
    return min(pair, pair.turned_round, key=lambda each: (len(each.paper), each))


def _pairs(paper: ComparedPaper, other: ComparedPaper) -> Iterator[tuple[int, PagePair]]:
    for number, page in _written(paper.pages):
        for other_number, theirs in _written(other.pages):
            common = in_common(page, theirs)
            if common >= SHARED_MARKS:
                yield common, PagePair(paper.id, number, other.id, other_number)


def _written(pages: Sequence[Page]) -> list[tuple[int, Page]]:
    return [(number, page) for number, page in enumerate(pages, 1) if page.preview_file and not page.blank]


def in_common(page: Page, other: Page) -> int:
    """Return how many marks two pages have in common; one examined before marks were taken is known by its hash."""
    if page.marks and other.marks:
        return len({*page.marks} & {*other.marks})
    near = (int(page.phash, 16) ^ int(other.phash, 16)).bit_count() <= SAME_DOCUMENT_BITS
    return SHARED_MARKS if near else 0
