"""Has pages laid on each other in a confined child; see lay.py for the child's side."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from django.core.cache import cache

from applications.documents import children
from applications.documents.limits import CHILD_WALL_SECONDS, SAME_ELSEWHERE, SAME_PATCHES
from applications.documents.verdict import Box

CHILD: Final = ("-m", "applications.documents.lay")
EDITION: Final = "1"
"""Part of what is remembered: to be raised when pages are compared otherwise."""

KEPT_SECONDS: Final = 30 * 24 * 3600
AT_ONCE: Final = 12
"""Pairs a child compares; each takes about half a second."""

FEWEST_PATCHES: Final = 20
SAME_COLOURS: Final = 14.0
"""Grey levels by which two copies of one photo differ at most, on average."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What the child said of a pair; see likeness.Likeness."""

    agree: float
    elsewhere: float
    patches: int
    shift: float
    differs: Box | None

    @property
    def is_same(self) -> bool:
        """Whether they are one page; not for portraits."""
        return self.patches >= FEWEST_PATCHES and self.agree >= SAME_PATCHES and self.elsewhere >= SAME_ELSEWHERE

    @property
    def is_same_photo(self) -> bool:
        """Whether they are one portrait: those taken alike still differ in skin, hair and clothes."""
        return self.patches >= FEWEST_PATCHES // 2 and self.agree >= SAME_PATCHES and self.shift <= SAME_COLOURS


NOT_LAID: Final = Laid(0.0, 0.0, 0, 255.0, None)


def lay(pairs: Sequence[tuple[bytes, bytes]]) -> list[Laid]:
    """Return for each pair of clean page pictures (JPEG) how far they agree; a pair that breaks the child does not.

    Relatives bring the same papers to many cases: a pair that was laid on each other is remembered for KEPT_SECONDS.
    """
    keys = [_key(one, other) for one, other in pairs]
    known: dict[str, Laid] = cache.get_many(keys)
    due = [(key, pair) for key, pair in dict(zip(keys, pairs, strict=True)).items() if key not in known]
    for start in range(0, len(due), AT_ONCE):
        some = due[start : start + AT_ONCE]
        heard = _run([pair for _key, pair in some])
        laid = {key: found for (key, _pair), found in zip(some, heard, strict=False)}
        cache.set_many(laid, KEPT_SECONDS)
        known |= laid
    return [known.get(key, NOT_LAID) for key in keys]


def _key(one: bytes, other: bytes) -> str:
    return f"laid/{EDITION}/{sha256(one).hexdigest()[:32]}/{sha256(other).hexdigest()[:32]}"


def _run(pairs: Sequence[tuple[bytes, bytes]]) -> list[Laid]:
    with tempfile.TemporaryDirectory(prefix="lay-") as name:
        folder = Path(name)
        for number, (one, other) in enumerate(pairs):
            (folder / f"{number}-one.jpg").write_bytes(one)
            (folder / f"{number}-other.jpg").write_bytes(other)
        for start in (children.start, children.Fresh):
            with tempfile.TemporaryFile() as output:
                child = start(CHILD, [name, str(len(pairs))], output)
                try:
                    ended = child.ended(CHILD_WALL_SECONDS)
                    lost = ended and child.lost
                finally:
                    child.end()
                if lost:
                    continue
                output.seek(0)
                said = output.read().splitlines()[: len(pairs)] if ended else []
                return [_heard(line) for line in said]
    return []


def _heard(line: bytes) -> Laid:
    """Read a line of the child as strictly as a stranger's."""
    try:
        value = json.loads(line)
    except ValueError:
        return NOT_LAID
    if not isinstance(value, Mapping):
        return NOT_LAID
    numbers = [value.get(name) for name in ("agree", "elsewhere", "patches", "shift")]
    box = value.get("differs")
    sides = [float(side) for side in box if isinstance(side, int | float)] if isinstance(box, list) else []
    known = [float(number) for number in numbers if isinstance(number, int | float)]
    if len(known) != len(numbers):
        return NOT_LAID
    agree, elsewhere, patches, shift = known
    place = (sides[0], sides[1], sides[2], sides[3]) if len(sides) == 4 else None  # noqa: PLR2004 - sides of a box
    return Laid(agree, elsewhere, int(patches), shift, place)
