"""Has pages laid on each other in a confined child; see lay.py for the child's side."""

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from django.core.cache import cache

from applications.documents import children
from applications.documents.laid import NOT_LAID, Laid, PagePair
from applications.documents.limits import CHILD_WALL_SECONDS

CHILD: Final = ("-m", "applications.documents.lay")
EDITION: Final = "3"
"""Part of what is remembered: to be raised when pages are compared otherwise."""

KEPT_SECONDS: Final = 30 * 24 * 3600
AT_ONCE: Final = 12
"""Pairs a child compares; each takes about half a second."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The clean picture of a page (JPEG): a name that no other picture ever has, and how its bytes are had."""

    name: str
    read: Callable[[], bytes]


Look = Callable[[Sequence[tuple[Picture, Picture]]], Sequence[Laid | None]]


def lay(pairs: Sequence[tuple[Picture, Picture]]) -> list[Laid]:
    """Return for each pair of pages how far they agree; a pair that breaks the child does not.

    Relatives bring the same papers to many cases: a pair that was laid on each other is remembered for KEPT_SECONDS.
    """
    known = {key: laid for key, laid in zip(map(_key, pairs), remembered(pairs), strict=True) if laid is not None}
    due = [(key, pair) for key, pair in {_key(pair): pair for pair in pairs}.items() if key not in known]
    for start in range(0, len(due), AT_ONCE):
        some = due[start : start + AT_ONCE]
        heard = _run([(one.read(), other.read()) for _key, (one, other) in some])
        laid = {key: found for (key, _pair), found in zip(some, heard, strict=False)}
        cache.set_many(laid, KEPT_SECONDS)
        known |= laid
    return [known.get(_key(pair), NOT_LAID) for pair in pairs]


def remembered(pairs: Sequence[tuple[Picture, Picture]]) -> list[Laid | None]:
    """Return what is known of each pair without opening a picture; None of one that was not laid."""
    known: dict[str, Laid] = cache.get_many([_key(pair) for pair in pairs])
    return [known.get(_key(pair)) for pair in pairs]


def laid_pages(
    pairs: Sequence[PagePair],
    picture: Callable[[str, int], Picture],
    look: Look = lay,
) -> dict[PagePair, Laid]:
    """Return how far pages agree, for pairs that do the other way round as well.

    ``picture`` gives a page's picture by the id of its paper and its number. With ``look`` as `remembered` no picture is
    opened, and pairs that were not laid are left out.
    """

    def look_at(wanted: Sequence[PagePair]) -> dict[PagePair, Laid]:
        pictures = [(picture(pair.paper, pair.page), picture(pair.other, pair.other_page)) for pair in wanted]
        return {pair: laid for pair, laid in zip(wanted, look(pictures), strict=True) if laid is not None}

    there = look_at(pairs)
    back = [pair.turned_round for pair, laid in there.items() if laid.is_same or laid.is_same_photo]
    return there | look_at(back)


def _key(pair: tuple[Picture, Picture]) -> str:
    one, other = (sha256(each.name.encode()).hexdigest()[:32] for each in pair)
    return f"laid/{EDITION}/{one}/{other}"


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
    numbers = [value.get(name) for name in ("agree", "elsewhere", "patches", "odd", "cells")]
    box = value.get("differs")
    sides = [float(side) for side in box if isinstance(side, int | float)] if isinstance(box, list) else []
    known = [float(number) for number in numbers if isinstance(number, int | float)]
    if len(known) != len(numbers):
        return NOT_LAID
    agree, elsewhere, patches, odd, cells = known
    place = (sides[0], sides[1], sides[2], sides[3]) if len(sides) == 4 else None  # noqa: PLR2004 - sides of a box
    return Laid(agree, elsewhere, int(patches), odd, place, int(cells))
