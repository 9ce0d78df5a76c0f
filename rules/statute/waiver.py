"""The President's waiver, Ápt. 4. § (7): residence, livelihood and examination, for an important interest."""

from __future__ import annotations

from typing import Final

from rules.case import Case
from rules.logic import Finding, not_met, officer, unknown
from rules.rule import route, rule
from rules.statute.citizenship import APT
from rules.words import say

CITES: Final = ("Ápt. 4. § (7)",)


@rule(
    "important_interest",
    title="An important interest of Hungary is claimed",
    cites=CITES,
    since=APT,
    proof=("statement_of_interest",),
    reads=("important_interest",),
)
def important_interest(case: Case) -> Finding:
    """The President of the Republic may waive § 4 (1) a), c) and e) where Hungary has an important interest.

    Never a yes: whether the interest is important is for the President.
    """
    path = case.path("important_interest")
    match case.applicant.important_interest:
        case True:
            return officer(say("An important interest is claimed: is it one for the President of the Republic?"), path)
        case False:
            return not_met(say("No important interest of Hungary is claimed"), path)
    return unknown(say("It is not known whether an important interest of Hungary is claimed"), path)


# b) and d) cannot be waived.
route(
    "presidents_waiver",
    title="Naturalisation with the President's waiver",
    cites=CITES,
    since=APT,
    conditions=("not_citizen", "important_interest", "criminal_record", "prosecution", "security", "consent"),
)
