"""Knowledge of Hungarian (magyar nyelvtudás), heard by the official who takes the application."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from rules.case import Case
from rules.dates import reached
from rules.logic import Finding, any_of, met, not_met, officer, tell, unknown
from rules.rule import rule
from rules.statute.simplified import SIMPLIFIED
from rules.words import Reason, say

INTERMEDIATE: Final = date(2020, 2, 1)
TITLE: Final = "Knows Hungarian"
PROOF: Final = ("official_language_remark",)
READS: Final = ("hungarian", "capacity", "born.on")


@rule(
    "language",
    title=TITLE,
    cites=("Ápt. 4. § (3)", "Decree 125/1993, 2. § (1)"),
    since=SIMPLIFIED,
    until=INTERMEDIATE - timedelta(days=1),
    proof=PROOF,
    reads=READS,
)
def language_2011(case: Case) -> Finding:
    """'…magyar nyelvtudását igazolja.' Asked from the 14th birthday and not of those without full capacity.

    How much is enough followed from a guideline (2013: intermediate, two-way). Not modelled: the child who turns 14
    during the case, whom the official may hear.
    """
    return _language(case, say("Hungarian was shown to the official"))


@rule(
    "language",
    title=TITLE,
    cites=("Ápt. 4. § (3)", "Decree 125/1993, 2. § (1)", "Decree 28/2020"),
    since=INTERMEDIATE,
    proof=PROOF,
    reads=READS,
)
def language(case: Case) -> Finding:
    """Intermediate two-way conversation; dialect or broken speech is no bar. From the 14th birthday, with capacity.

    Not modelled: the child who turns 14 during the case, whom the official may hear.
    """
    return _language(case, say("Hungarian was shown to the official in two-way conversation at intermediate level"))


def _language(case: Case, shown: Reason) -> Finding:
    return any_of(_by_age(case), _by_capacity(case), _known(case, shown))


def _by_age(case: Case) -> Finding:
    of_age = reached(case.applicant.born.on, case.number("language_age"), case.as_of)
    return tell(
        None if of_age is None else not of_age,
        say("Under 14 on the day of filing, so Hungarian is not asked"),
        say("14 or older on the day of filing"),
        say("The day of birth is not known exactly"),
        case.path("born", "on"),
    )


def _by_capacity(case: Case) -> Finding:
    capacity = case.applicant.capacity
    return tell(
        None if capacity is None else capacity != "full",
        say("A court limited or removed legal capacity, so Hungarian is not asked"),
        say("Full legal capacity"),
        say("It is not known whether a court ruled on legal capacity"),
        case.path("capacity"),
    )


def _known(case: Case, shown: Reason) -> Finding:
    path = case.path("hungarian")
    match case.applicant.hungarian:
        case "shown":
            return met(shown, path)
        case "partly":
            return officer(say("Hungarian was shown, but weaker: is it enough for the official who hears it?"), path)
        case "none":
            return not_met(say("The applicant does not speak Hungarian"), path)
        case "claimed":
            return unknown(say("Hungarian is heard in person at the visit"), path)
    return unknown(say("It is not known whether the applicant speaks Hungarian"), path)
