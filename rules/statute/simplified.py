"""Simplified naturalisation (egyszerűsített honosítás): by ancestry, 4. § (3), and of a spouse, 4. § (3a)."""

from __future__ import annotations

from datetime import date
from typing import Final

from rules.rule import route

# Act XLIV of 2010 applies to cases from this day on; Act CCVII of 2012 opened the spouse's route.
SIMPLIFIED: Final = date(2011, 1, 1)
SPOUSE: Final = date(2013, 3, 1)

# Not asked on either route: residence, livelihood, the examination, giving up another citizenship.
route(
    "simplified_descent",
    title="Simplified naturalisation by ancestry",
    cites=("Ápt. 4. § (3)", "Act XLIV of 2010"),
    since=SIMPLIFIED,
    conditions=("not_citizen", "ancestry", "language", "criminal_record", "prosecution", "security", "consent"),
)
# Consent is not asked: a marriage of five years makes the applicant of age.
route(
    "simplified_spouse",
    title="Simplified naturalisation of a citizen's spouse",
    cites=("Ápt. 4. § (3a)", "Act CCVII of 2012"),
    since=SPOUSE,
    conditions=(
        "not_citizen", "citizen_spouse", "marriage_years", "spouse_statement",
        "language", "criminal_record", "prosecution", "security",
    ),
)  # fmt: skip
