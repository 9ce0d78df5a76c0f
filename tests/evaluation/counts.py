"""Counting: shares with their bounds, precision and recall, and rows of tables."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

CONFIDENCE_Z = 1.96


def share(hits: int, total: int) -> str:
    """A share in words: "99.3 % (304 of 306; at least 97.6 %)", with the lower bound of Wilson's interval."""
    if not total:
        return "–"
    return f"{100 * hits / total:.1f} % ({hits} of {total}; at least {100 * least(hits, total):.1f} %)"


def rare(hits: int, total: int) -> str:
    """The share of what should not happen: "0.050 % (2 of 4005; at most 0.182 %)", with the upper bound of Wilson's interval."""
    if not total:
        return "–"
    return f"{100 * hits / total:.3f} % ({hits} of {total}; at most {100 * most(hits, total):.3f} %)"


def least(hits: int, total: int) -> float:
    """The lower end of Wilson's 95 % interval of a share."""
    return _interval(hits, total)[0]


def most(hits: int, total: int) -> float:
    """The upper end of Wilson's 95 % interval of a share."""
    return _interval(hits, total)[1]


def _interval(hits: int, total: int) -> tuple[float, float]:
    if not total:
        return 0.0, 1.0
    p, z = hits / total, CONFIDENCE_Z
    centre = p + z * z / (2 * total)
    spread = z * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total))
    whole = 1 + z * z / total
    return max(0.0, (centre - spread) / whole), min(1.0, (centre + spread) / whole)


@dataclass
class Tally:
    """How often something was there and found, there and missed, found and not there."""

    hits: int = 0
    misses: int = 0
    false: int = 0

    def count(self, *, there: bool, found: bool) -> None:
        """Add one case."""
        self.hits += there and found
        self.misses += there and not found
        self.false += found and not there

    @property
    def recall(self) -> str:
        """Of what was there, what was found."""
        return share(self.hits, self.hits + self.misses)

    @property
    def precision(self) -> str:
        """Of what was found, what was there."""
        return share(self.hits, self.hits + self.false)


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """A Markdown table."""
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    return [*lines, *(f"| {' | '.join(str(cell) for cell in row)} |" for row in rows)]
