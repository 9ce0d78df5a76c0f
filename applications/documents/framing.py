"""How somebody wants the pages of a file to be seen: turned by quarters, and cut to what is paper.

The bytes of the file stay as they are; a framing is an instruction beside them, obeyed wherever its pages are drawn.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Self, TypeAlias

from applications.documents.verdict import Box

WHOLE: Final = (0, 0, 1000, 1000)
LEAST: Final = 100
"""Thousandths of a side that are left at least: less is a slip of the finger, not a page."""

QUARTERS: Final = 4
WRITTEN: Final = re.compile(r"([1-9]\d{0,2})=([0-3])@(\d{1,4}),(\d{1,4}),(\d{1,4}),(\d{1,4})")

Thousandths: TypeAlias = tuple[int, int, int, int]
"""Left, top, right, bottom of a box, in thousandths of the turned page's width and height."""


class FramingError(ValueError):
    """A framing that leaves no page, or is not written as they are."""


@dataclass(frozen=True, slots=True)
class Framing:
    """One page: quarter turns to the left from the page as it was brought, then the part of the turned page that is kept.

    Raises FramingError where less than LEAST of a side would be left, or the box leaves the page.
    """

    turns: int = 0
    box: Thousandths = WHOLE

    def __post_init__(self) -> None:
        left, top, right, bottom = self.box
        inside = min(left, top) >= 0 and max(right, bottom) <= WHOLE[2]
        if self.turns not in range(QUARTERS) or not inside or min(right - left, bottom - top) < LEAST:
            raise FramingError(f"no page is left by {self.turns} turns and {self.box}")

    @property
    def is_cut(self) -> bool:
        """Whether a part of the page is left away."""
        return self.box != WHOLE

    @property
    def shares(self) -> Box:
        """The box as shares (0 to 1)."""
        left, top, right, bottom = self.box
        return left / 1000, top / 1000, right / 1000, bottom / 1000

    def turned_to(self, turns: int) -> Self:
        """The same part of the page with so many quarter turns (0 to 3) in all."""
        box = self.box
        for _ in range((turns - self.turns) % QUARTERS):
            left, top, right, bottom = box
            box = (top, 1000 - right, bottom, 1000 - left)
        return replace(self, turns=turns, box=box)


Framings: TypeAlias = Mapping[int, Framing]
"""Framings by the number of their page (from 1); pages that are seen as they were brought are not named."""

NOT_FRAMED: Final[Framings] = MappingProxyType({})


def framings_from(text: str) -> dict[int, Framing]:
    """Read what `as_text` wrote, '' being none; raises FramingError on anything else."""
    found: dict[int, Framing] = {}
    for part in text.split(";") if text else ():
        said = WRITTEN.fullmatch(part)
        if said is None:
            raise FramingError(f"{part!r} is no framing")
        number, turns, left, top, right, bottom = map(int, said.groups())
        found[number] = Framing(turns, (left, top, right, bottom))
    return found


def as_text(framings: Framings) -> str:
    """One text for one instruction: '1=3@0,50,1000,950;2=2@0,0,1000,1000', '' for none."""
    return ";".join(
        f"{number}={framing.turns}@{','.join(map(str, framing.box))}" for number, framing in sorted(framings.items())
    )
