"""Re-naturalisation (visszahonosítás), Ápt. 5. §: a former citizen asks to be one again."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from rules.case import Case
from rules.logic import Finding, officer
from rules.parameters import turning_day
from rules.rule import route, rule
from rules.statute.citizenship import APT
from rules.statute.citizenship import READS as HISTORY
from rules.words import say

CITES: Final = ("Ápt. 5. §",)
NOW: Final = turning_day("former_citizens")


@rule(
    "former_citizen",
    title="Was a Hungarian citizen once",
    cites=CITES,
    since=APT,
    proof=("citizenship_certificate", "birth_certificate", "dismissal_document", "domicile_right_certificate"),
    reads=HISTORY,
)
def former_citizen(case: Case) -> Finding:
    """Was a citizen, on any day and by any title, and it ended; that it ended is asked by not_citizen.

    How it ended does not matter: cession, marriage, dismissal, renunciation, the end of a re-annexation.
    """
    return case.history.was_ever_citizen(case.applicant.id)


@rule(
    "former_text",
    title="The present text of the section applies",
    cites=CITES,
    since=APT,
    until=NOW - timedelta(days=1),
)
def former_text(case: Case) -> Finding:
    """Before 1 January 2011 the section had another text, which is not on record here: a person reads it."""
    said = say("The text before 1 January 2011 is not on record here: what did it ask of a former citizen?")
    return officer(said, case.path("citizenships"))


# Neither residence nor livelihood nor the examination is asked; knowledge of Hungarian is, since 2011.
route(
    "renaturalisation",
    title="Re-naturalisation of a former citizen",
    cites=CITES,
    since=APT,
    conditions=(
        "not_citizen", "former_citizen", "former_text", "language",
        "criminal_record", "prosecution", "security", "consent",
    ),
)  # fmt: skip
