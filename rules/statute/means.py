"""Ápt. 4. § (1) c): livelihood and a place to live in Hungary."""

from __future__ import annotations

from rules.case import Case
from rules.logic import Finding, tell
from rules.rule import rule
from rules.statute.citizenship import APT
from rules.words import say

CITES = ("Ápt. 4. § (1) c)",)


@rule(
    "livelihood",
    title="Livelihood is secured in Hungary",
    cites=CITES,
    since=APT,
    proof=("income_certificate", "employment_contract", "pension_decision"),
    reads=("livelihood",),
)
def livelihood(case: Case) -> Finding:
    """'…megélhetése … Magyarországon biztosított.' How much is enough is not modelled: the fact is the officer's."""
    return tell(
        case.applicant.livelihood,
        say("Livelihood is secured in Hungary"),
        say("Livelihood is not secured in Hungary"),
        say("It is not known whether livelihood is secured in Hungary"),
        case.path("livelihood"),
    )


@rule(
    "home",
    title="A place to live is secured in Hungary",
    cites=CITES,
    since=APT,
    proof=("title_deed", "rental_contract", "host_statement"),
    reads=("home",),
)
def home(case: Case) -> Finding:
    """'…lakhatása Magyarországon biztosított.' Owned, rented or let by another: not modelled."""
    return tell(
        case.applicant.home,
        say("A place to live is secured in Hungary"),
        say("A place to live is not secured in Hungary"),
        say("It is not known whether a place to live is secured in Hungary"),
        case.path("home"),
    )
