"""Suspension (felfüggesztés), the Act of 2025: a citizen who is also a citizen of a state outside the EEA.

Citizenship is not lost; the minister decides, for ten years at most, and a court may be asked within thirty days. So
it is never answered with met.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from rules.case import Case
from rules.dates import reached
from rules.logic import Finding, not_met, officer, tell, unknown
from rules.rule import route, rule
from rules.statute.other_citizenship import outside_eea
from rules.words import say

CITES: Final = ("Act of 2025 on suspension", "Fundamental Law G")
# The amendment of the Fundamental Law; the Act followed about 1 July 2025.
AMENDMENT: Final = date(2025, 4, 14)
ACT_OF_2025: Final = date(2025, 7, 1)


@rule(
    "suspension_act",
    title="The Act on suspension is in force",
    cites=CITES,
    since=AMENDMENT,
    until=ACT_OF_2025 - timedelta(days=1),
)
def suspension_act(_case: Case) -> Finding:
    """The Fundamental Law allowed it from 14 April 2025; the exact day on which the Act followed is not settled."""
    return officer(say("The Act on suspension followed on some day of 2025: was it in force already?"), "as_of")


@rule("citizen_outside_eea", title="Is also a citizen of a state outside the EEA", cites=CITES, since=AMENDMENT,
      proof=("passport",), reads=("citizenships",))  # fmt: skip
def citizen_outside_eea(case: Case) -> Finding:
    """Also a citizen of a state outside the European Economic Area. One such state is enough, whatever else is held."""
    return outside_eea(case)


@rule("suspension_age", title="Is 14 or older", cites=CITES, since=AMENDMENT, reads=("born.on",))
def suspension_age(case: Case) -> Finding:
    """Nobody under fourteen."""
    years = case.number("suspension_age")
    return tell(
        reached(case.applicant.born.on, years, case.as_of),
        say("{years} years old or older", years=years),
        say("Not {years} years old yet", years=years),
        say("The day of birth is not known exactly"),
        case.path("born", "on"),
    )


@rule("danger", title="A danger to public order or security", cites=CITES, since=AMENDMENT,
      proof=("security_opinion",), reads=("security_objection",))  # fmt: skip
def danger(case: Case) -> Finding:
    """A danger to public order or to public or national security, and a measure that is proportionate.

    Both are weighed by a person. Not modelled: the length of the suspension, at most ten years; its end.
    """
    path = case.path("security_objection")
    match case.applicant.security_objection:
        case True:
            return officer(
                say("A danger is named: does the minister find it real, and suspension proportionate?"), path
            )
        case False:
            return not_met(say("No danger is named"), path)
    return unknown(say("It is not known whether a danger is named"), path)


route(
    "suspension",
    title="Suspension of citizenship",
    cites=CITES,
    since=AMENDMENT,
    conditions=("suspension_act", "citizen", "citizen_outside_eea", "suspension_age", "danger"),
)
