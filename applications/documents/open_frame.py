"""Printed rules and frames that run out of a picture: what a page whose side was cut off has, and no whole page.

Works on a grey page of ANALYSIS_WIDTH. A rule that runs from side to side says nothing: it may be ruled paper, or the
paper's own edge before a scanner's lid.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from applications.documents.drawing import Pixels
from applications.documents.measures import parts

SHADE: Final = 9
"""Grey levels by which a rule is darker than what lies three pixels on either side of it."""

ASIDE: Final = 3
SHORTEST: Final = 60
"""Pixels over which a rule must run without a gap."""

LONG: Final = 0.25
"""Share of the width over which a rule that counts runs."""

TALL: Final = 0.5
"""Share of the height over which the closed side of a frame runs."""

SLOPE: Final = 0.03
"""Height over width up to which a rule is level."""

AT_SIDE: Final = 4
"""Pixels from the side of the picture within which a rule touches it; a blur hides the last ones."""

INSIDE: Final = 15
"""Pixels from the other side, within which a rule would run from side to side."""

CORNER: Final = 14
"""Pixels within which a rule and the closed side of its frame end at one corner."""

FRAME_RULES: Final = 2
TABLE_RULES: Final = 4
"""Rules that run out of one side: two of a frame that is closed on the other side, or those of a table."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight dark line: its box in pixels."""

    left: int
    top: int
    right: int
    bottom: int


def open_sides(page: Pixels) -> tuple[str, ...]:
    """Sides (left, right) at which a frame or the rules of a table run out of the picture, at most one."""
    width = page.shape[1]
    rules = [rule for rule in level_rules(page) if rule.right - rule.left >= LONG * width]
    to_left = [rule for rule in rules if rule.left <= AT_SIDE and rule.right < width - INSIDE]
    to_right = [rule for rule in rules if rule.right >= width - AT_SIDE and rule.left > INSIDE]
    out, ends = (to_left, "left") if len(to_left) > len(to_right) else (to_right, "right")
    if len(out) < FRAME_RULES or min(len(to_left), len(to_right)) > 0:
        return ()
    inner = [rule.right if ends == "left" else rule.left for rule in out]
    if len(out) >= TABLE_RULES and _most_near(inner) >= TABLE_RULES:
        return (ends,)
    return (ends,) if _is_closed(page, out, inner) else ()


def _most_near(places: list[int]) -> int:
    """How many of the places lie near one of them: the rules of a table end in one column."""
    return max(sum(abs(place - other) <= CORNER for other in places) for place in places)


def _is_closed(page: Pixels, rules: list[Rule], inner: list[int]) -> bool:
    """Whether the inner ends of an upper and a lower rule are joined by an upright one: the closed side of a frame."""
    height = page.shape[0]
    for side in upright_rules(page):
        if side.bottom - side.top < TALL * height:
            continue
        at_ends = [
            rule for rule, place in zip(rules, inner, strict=True) if side.left - CORNER <= place <= side.right + CORNER
        ]
        above = any(abs(rule.bottom - side.top) <= 2 * CORNER for rule in at_ends)
        below = any(abs(rule.top - side.bottom) <= 2 * CORNER for rule in at_ends)
        if above and below:
            return True
    return False


def level_rules(page: Pixels) -> list[Rule]:
    """Rules that run across the page, a little askew at most."""
    height, width = page.shape
    above, below = np.roll(page, ASIDE, axis=0), np.roll(page, -ASIDE, axis=0)
    dark = cv2.subtract(np.minimum(above, below), page) >= SHADE
    dark[:ASIDE] = dark[height - ASIDE :] = False
    thick = cv2.dilate(dark.astype(np.uint8), np.ones((3, 3), np.uint8))
    # What opening would take from a rule at the side of the picture lies outside of it.
    wide = cv2.copyMakeBorder(thick, 0, 0, SHORTEST, SHORTEST, cv2.BORDER_REPLICATE)
    runs = cv2.morphologyEx(wide, cv2.MORPH_OPEN, np.ones((1, SHORTEST), np.uint8))[:, SHORTEST : SHORTEST + width]
    _, found = parts(np.ascontiguousarray(runs, dtype=np.uint8))
    boxes = [[int(value) for value in row[:4]] for row in found[1:]]
    return [
        Rule(left, top, left + wide_, top + high)
        for left, top, wide_, high in boxes
        if high <= max(2 * ASIDE + 2, SLOPE * wide_ + 2 * ASIDE)
    ]


def upright_rules(page: Pixels) -> list[Rule]:
    """The same down the page."""
    turned = level_rules(np.ascontiguousarray(page.T))
    return [Rule(rule.top, rule.left, rule.bottom, rule.right) for rule in turned]
