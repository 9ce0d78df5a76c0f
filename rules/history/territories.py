"""What each of today's areas was to the Kingdom of Hungary: territories.csv, with its sources and notes."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Final

SOURCE: Final = Path(__file__).with_name("territories.csv")
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


TERRITORIES: Final = _load()
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
