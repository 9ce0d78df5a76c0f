"""Places by any of their names, present or historical: Kolozsvár, Cluj-Napoca and Klausenburg are one place.

The data (history/gazetteer.tsv.gz, see gazetteer.LICENCE.md) are read when first asked for.
"""

# ruff: noqa: RUF001 - the letters of other scripts are meant.
from __future__ import annotations

import gzip
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from heapq import nsmallest
from pathlib import Path
from typing import Final

from rules.history.territories import LEFT_IN_1947, Belonged, Territory, municipality, returned_on, territory
from rules.history.territories import belonged as area_belonged
from rules.words import Day, Reason, say

SOURCE: Final = Path(__file__).parent / "history" / "gazetteer.tsv.gz"
MOST_FOUND: Final = 50
_FEWEST_LETTERS_INSIDE: Final = 3
_AFTER_ALL: Final = "\U0010ffff"
_TO_LATIN: Final = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ђ": "d", "е": "e", "є": "ie", "ж": "z", "з": "z",
        "и": "i", "і": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "c",
        "џ": "dz", "ш": "s", "щ": "sc", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia",
        "đ": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h", "þ": "th", "ð": "d", "-": " ",
        "'": "", "’": "", "ʼ": "", ".": " ", ",": " ", "/": " ",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A settlement: Hungarian name where there is one, all its names, today's state, area and county."""

    id: int
    name: str
    names: tuple[str, ...]
    country: str
    area: str
    county_now: str
    lat: float
    lon: float
    population: int

    def history(self, lang: str) -> str:
        """One sentence on when it belonged to the Kingdom of Hungary and when it was returned."""
        return _history(self).render(lang)


@dataclass(frozen=True, slots=True)
class _Index:
    places: tuple[Place, ...]
    by_id: dict[int, Place]
    keys: tuple[str, ...]
    owners: tuple[int, ...]
    text: str
    starts: tuple[int, ...]


def fold(text: str) -> str:
    """A name without accents, case or script: 'Суботица' and 'SUBOTICA' both 'subotica'."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_TO_LATIN))
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(kept.translate(_TO_LATIN).split())


def _read() -> Iterator[Place]:
    with gzip.open(SOURCE, "rt", encoding="utf-8") as file:
        for line in file:
            identity, name, names, country, area, county, lat, lon, population = line.rstrip("\n").split("\t")
            yield Place(
                int(identity), name, tuple(names.split("|")), country, area, county,
                float(lat), float(lon), int(population),
            )  # fmt: skip


@cache
def _index() -> _Index:
    """All places, their folded names sorted for a search by beginning, and joined for one by any part."""
    found = tuple(_read())
    pairs = sorted({(key, number) for number, place in enumerate(found) for name in place.names for key in _keys(name)})
    keys = tuple(key for key, _ in pairs)
    starts, at = [], 0
    for key in keys:
        starts.append(at)
        at += len(key) + 1
    owners = tuple(number for _, number in pairs)
    return _Index(found, {place.id: place for place in found}, keys, owners, "\n".join(keys), tuple(starts))


def _keys(name: str) -> Iterator[str]:
    """A name as it is looked for: folded, and in one word, as Hungarian writes what older maps write in two."""
    key = fold(name)
    yield key
    if " " in key:
        yield key.replace(" ", "")


def places() -> Iterator[Place]:
    """Every place, the most populous first."""
    yield from _index().places


def by_id(identity: int | str) -> Place | None:
    """The place with this GeoNames id, or None."""
    try:
        return _index().by_id.get(int(identity))
    except ValueError:
        return None


def named(text: str) -> list[Place]:
    """Places one of whose names is the text, whatever its accents, case or script; the most populous first."""
    index = _index()
    found = {owner for wanted in _keys(text[:100]) for owner in _exactly(index, wanted)}
    return [index.places[owner] for owner in sorted(found)]


def search(text: str, limit: int = 8, lang: str = "hu") -> list[Place]:
    """Places one of whose names is, begins with, or contains the text; lands of the former Kingdom first.

    A place that bears the name comes before one that bore it once, and a whole word before the beginning of one.
    Accents, case and script do not matter. `lang` 'en' drops that preference and goes by population alone.
    """
    wanted, limit = fold(text[:100]), max(0, min(limit, MOST_FOUND))
    if not wanted or not limit:
        return []
    index = _index()
    ranks = _ranks(index, text[:100], wanted)
    if len(ranks) < limit and len(wanted) >= _FEWEST_LETTERS_INSIDE:
        for owner in _containing(index, wanted, limit * 8):
            ranks.setdefault(owner, 4)

    def order(owner: int) -> tuple[int, bool, int]:
        place = index.places[owner]
        return ranks[owner], lang == "hu" and not _of_kingdom(place.area), owner

    return [index.places[owner] for owner in nsmallest(limit, ranks, key=order)]


def _ranks(index: _Index, text: str, wanted: str) -> dict[int, int]:
    """0 for places that bear the name, 1 that bore it, 2 that begin with it as a word, 3 that begin with it."""
    ranks: dict[int, int] = {}
    for key in _keys(text):
        for owner in _exactly(index, key):
            ranks.setdefault(owner, 0 if _bears(index.places[owner], key) else 1)
    for rank, beginning in ((2, f"{wanted} "), (3, wanted)):
        first, end = bisect_left(index.keys, beginning), bisect_left(index.keys, beginning + _AFTER_ALL)
        for owner in index.owners[first:end]:
            ranks.setdefault(owner, rank)
    return ranks


def _exactly(index: _Index, wanted: str) -> tuple[int, ...]:
    return index.owners[bisect_left(index.keys, wanted) : bisect_right(index.keys, wanted)]


def _bears(place: Place, key: str) -> bool:
    """Is it the Hungarian or the present name: the first, and abroad the first two of the list?"""
    return any(key in _keys(name) for name in place.names[: 1 if place.country == "HU" else 2])


def _containing(index: _Index, wanted: str, most: int) -> Iterator[int]:
    at = index.text.find(wanted)
    while at >= 0 and most:
        yield index.owners[bisect_left(index.starts, at + 1) - 1]
        most -= 1
        at = index.text.find(wanted, index.text.find("\n", at) + 1 or len(index.text))


@cache
def _of_kingdom(area: str) -> bool:
    return "-" in area and area_belonged(area) is not Belonged.NO


def _history(place: Place) -> Reason:
    """The sentence, from the row of the area in the table of territories."""
    row = territory(place.area)
    if place.country == "HU":
        return say("{place} is in Hungary and always belonged to it.", place=place.name)
    if place.area == "SK-BL" and any(name.casefold() in LEFT_IN_1947 for name in place.names):
        return say("{place} belonged to Hungary until 15 September 1947.", place=place.name)
    # A place that bears only its country's code lies outside the listed areas, except in Serbia (around Belgrade).
    nowhere = row is None or (place.area == place.country and place.country != "RS")
    if row is None or nowhere or Belonged.NO in (row.belonged, area_belonged(place.area)):
        return say("{place} did not belong to the Kingdom of Hungary.", place=place.name)
    own = municipality(place.area, place.names)
    if own is not None and row.kingdom_until is not None:
        return _again(place.name, row.kingdom_until, own.since, own.until)
    return _belonging(place.name, row)


def _belonging(name: str, row: Territory) -> Reason:
    if row.belonged is Belonged.CROWN:
        return say("{place}: Croatia-Slavonia and Fiume were lands of the Hungarian Crown; a person weighs what it means.",
                   place=name)  # fmt: skip
    if row.belonged is Belonged.PARTLY or row.kingdom_until is None:
        return say("{place}: only part of this county belonged to the Kingdom; it depends on the municipality.",
                   place=name)  # fmt: skip
    until = Day(row.kingdom_until.isoformat())
    if row.reannexed_from is None or row.reannexed_to is None:
        return say("{place} belonged to the Kingdom of Hungary until {until}.", place=name, until=until)
    if "whole" in row.note:
        return _again(name, row.kingdom_until, row.reannexed_from, row.reannexed_to)
    first, *later = [Day(day.isoformat()) for day in returned_on(row.code)]
    to = Day(row.reannexed_to.isoformat())
    if later:
        return say(
            "{place} belonged to the Kingdom of Hungary until {until}, and again until {to}: from {first} or from "
            "{since}, which depends on the municipality.",
            place=name, until=until, to=to, first=first, since=later[-1],
        )  # fmt: skip
    return say(
        "{place} belonged to the Kingdom of Hungary until {until}. Whether it did again from {since} to {to} depends on "
        "the municipality.",
        place=name, until=until, since=first, to=to,
    )  # fmt: skip


def _again(name: str, until: date, since: date, to: date) -> Reason:
    return say(
        "{place} belonged to the Kingdom of Hungary until {until}, and again from {since} to {to}.",
        place=name, until=Day(until.isoformat()), since=Day(since.isoformat()), to=Day(to.isoformat()),
    )  # fmt: skip
