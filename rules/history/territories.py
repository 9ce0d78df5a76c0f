"""What each of today's areas was to the Kingdom of Hungary: territories.csv, with its sources and notes.

Municipalities that came back on another day than the rest of their area are in returned.csv.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

SOURCE: Final = Path(__file__).with_name("territories.csv")
RETURNED: Final = Path(__file__).with_name("returned.csv")
# The three villages opposite Pozsony that stayed Hungarian until the Paris treaty of 1947.
LEFT_IN_1947: Final = frozenset(
    [
        "dunacsún",
        "čunovo",
        "cunovo",
        "horvátjárfalu",
        "jarovce",
        "oroszvár",
        "rusovce",
        "karlburg",
        "kroatisch-jahrndorf",
        "sarndorf",
    ]
)


class Belonged(Enum):
    """Did an area belong to the Kingdom proper?"""

    YES = "yes"
    PARTLY = "partly"
    CROWN = "crown"  # Croatia-Slavonia, Fiume: one citizenship by the Act of 1879, practice not settled
    NO = "no"
    UNIT_NEEDED = "unit_needed"  # only the country is known, and part of it belonged


@dataclass(frozen=True, slots=True)
class Territory:
    """One row: ISO 3166-2 code, name, and the days between which it was Hungarian."""

    code: str
    name: str
    country: str
    kingdom_until: date | None
    coverage: str
    reannexed_from: date | None
    reannexed_to: date | None
    note: str
    source: str
    status: str
    geonames: str
    confidence: str

    @property
    def belonged(self) -> Belonged:
        """Whether the area as a whole was part of the Kingdom proper."""
        if self.status in ("croatia_slavonia", "fiume"):
            return Belonged.CROWN
        if self.status != "kingdom_proper" and self.coverage == "none":
            return Belonged.NO
        return Belonged.YES if self.coverage == "full" else Belonged.PARTLY


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _load() -> dict[str, Territory]:
    with SOURCE.open(encoding="utf-8", newline="") as file:
        return {
            row["iso3166_2"]: Territory(
                row["iso3166_2"],
                row["name"],
                row["country"],
                _day(row["kingdom_until"]),
                row["coverage"],
                _day(row["reannexed_from"]),
                _day(row["reannexed_to"]),
                row["note"],
                row["source"],
                row["status"],
                row["geonames_admin1"],
                row["confidence"],
            )
            for row in csv.DictReader(file)
        }


class Returned(NamedTuple):
    """A municipality that came back on another day than the rest of its area."""

    area: str
    names: frozenset[str]
    since: date
    until: date


def _load_returned() -> tuple[Returned, ...]:
    with RETURNED.open(encoding="utf-8", newline="") as file:
        return tuple(
            Returned(
                row["iso3166_2"],
                frozenset(name.casefold() for name in row["names"].split("|")),
                date.fromisoformat(row["reannexed_from"]),
                date.fromisoformat(row["reannexed_to"]),
            )
            for row in csv.DictReader(file)
        )


TERRITORIES: Final = _load()
OWN_DAYS: Final = _load_returned()
_PARTLY_HUNGARIAN: Final = frozenset(
    row.country for row in TERRITORIES.values() if row.belonged is not Belonged.NO and "-" in row.code
)


def territory(area: str) -> Territory | None:
    """The row of an area, or of its whole country where the table has only that; None elsewhere."""
    return TERRITORIES.get(area) or TERRITORIES.get(area.partition("-")[0])


def belonged(area: str) -> Belonged:
    """Did the area belong to the Kingdom proper before 26 July 1921?"""
    country, _, unit = area.partition("-")
    if country == "HU":
        return Belonged.YES
    row = TERRITORIES.get(area) if unit or country not in _PARTLY_HUNGARIAN else None
    if row is not None:
        return row.belonged
    if country not in _PARTLY_HUNGARIAN:
        return Belonged.NO
    # A unit of such a country that the table does not list (RO-IF, SI-061) lies outside; no unit at all must be asked.
    return Belonged.NO if unit else Belonged.UNIT_NEEDED


@lru_cache(maxsize=512)
def returned_on(area: str) -> tuple[date, ...]:
    """Every day on which a part of the area came back between 1938 and 1941, the first one first."""
    row = territory(area)
    days = {each.since for each in OWN_DAYS if each.area == area}
    return tuple(sorted(days | ({row.reannexed_from} if row is not None and row.reannexed_from else set())))


def municipality(area: str, names: Iterable[str]) -> Returned | None:
    """The municipality of that area with a day of its own that bears one of these names, or None."""
    called = {name.casefold() for name in names}
    return next((each for each in OWN_DAYS if each.area == area and each.names & called), None)
