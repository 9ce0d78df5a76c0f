"""Ápt. 4. § (1) b) and d): a clean record, no criminal proceedings before a Hungarian court, security."""

from __future__ import annotations

from rules.case import Case
from rules.logic import Finding, all_of, met, not_met, officer, tell
from rules.rule import rule
from rules.statute.citizenship import APT
from rules.words import say


@rule(
    "criminal_record",
    title="Has a clean criminal record",
    cites=("Ápt. 4. § (1) b)", "Act XLVII of 2009"),
    since=APT,
    proof=("criminal_record_extract",),
    needs=("convictions",),
)
def criminal_record(case: Case) -> Finding:
    """A clean record under Hungarian law: a conviction counts until statutory rehabilitation (mentesítés)."""
    path = case.path("convictions")
    match case.applicant.convictions:
        case "none":
            return met(say("No conviction"), path)
        case "spent":
            return met(say("The conviction is spent: by Hungarian law the record is clean"), path)
    return not_met(say("There is a conviction that is not spent yet"), path)


@rule(
    "prosecution",
    title="No criminal proceedings before a Hungarian court",
    cites=("Ápt. 4. § (1) b)",),
    since=APT,
    proof=("court_certificate",),
    needs=("prosecution",),
)
def prosecution(case: Case) -> Finding:
    """No criminal proceedings against the applicant before a Hungarian court when the decision is made.

    Looked at on the day of the decision; here with the facts of the day. Proceedings abroad: see security.
    """
    return tell(
        not case.applicant.prosecution,
        say("No criminal proceedings before a Hungarian court"),
        say("Criminal proceedings are pending before a Hungarian court"),
        say("It is not known whether criminal proceedings are pending"),
        case.path("prosecution"),
    )


@rule(
    "security",
    title="No harm to public or national security",
    cites=("Ápt. 4. § (1) d)",),
    since=APT,
    proof=("security_opinion",),
    reads=("security_objection", "prosecution_abroad"),
)
def security(case: Case) -> Finding:
    """The naturalisation does not violate public security and national security.

    The opinion is weighed by a person, never by a rule; criminal proceedings abroad are weighed here as well.
    """
    path = case.path("security_objection")
    objection = case.applicant.security_objection
    opinion = tell(
        None if objection is None else not objection,
        say("No objection from the security services"),
        say("The security services object"),
        say("The opinion of the security services has not come yet"),
        path,
    )
    if objection:
        opinion = officer(say("The security services object: is naturalisation a danger to security?"), path)
    if not case.applicant.prosecution_abroad:
        return opinion
    abroad = say("Criminal proceedings are pending abroad: do they speak against the naturalisation?")
    return all_of(opinion, officer(abroad, case.path("prosecution_abroad")))
