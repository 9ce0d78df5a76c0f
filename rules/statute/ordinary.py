"""Ordinary naturalisation (honosítás) after eight years, 4. § (1), after five, 4. § (4), and after three, 4. § (2)."""

from __future__ import annotations

from typing import Final

from rules.rule import route
from rules.statute.citizenship import APT

# 4. § (1) b)–e): asked whatever the years. A minor's application needs consent as everywhere.
COMMON: Final = ("criminal_record", "prosecution", "livelihood", "home", "security", "exam", "consent")

route(
    "ordinary_8",
    title="Naturalisation after eight years of residence",
    cites=("Ápt. 4. § (1)",),
    since=APT,
    conditions=("not_citizen", "residence_8", *COMMON),
)
route(
    "ordinary_5",
    title="Naturalisation after five years: born in Hungary, or settled there as a minor",
    cites=("Ápt. 4. § (4)",),
    since=APT,
    conditions=("not_citizen", "residence_5", "rooted_here", *COMMON),
)
route(
    "ordinary_3",
    title="Naturalisation after three years: family of a citizen, refugee or stateless",
    cites=("Ápt. 4. § (2)",),
    since=APT,
    conditions=("not_citizen", "residence_3", "close_tie", *COMMON),
)
