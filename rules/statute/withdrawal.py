"""Withdrawal (visszavonás), Ápt. 9. §: citizenship acquired in breach of the law, within a term of years.

What the route finds is only whether the way is open: the President decides on the minister's proposal, and loss of the
citizenship of the Union needs a weighing of each person's case (C-135/08 Rottmann, C-221/17 Tjebbes). So it is never
answered with met.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from rules.case import Case
from rules.dates import Span, earlier
from rules.history.listed import hungarian
from rules.logic import MET, Finding, met, not_met, officer, tell, unknown
from rules.rule import route, rule
from rules.statute.citizenship import APT
from rules.words import Day, say

CITES: Final = ("Ápt. 9. §",)
# In October 2019 ten years were still applied; from some later day the text says twenty.
LONGER_TERM: Final = date(2019, 11, 1)
TITLE: Final = "The term for withdrawal has not passed"
# Ways of acquiring that a decision or declaration opened. All others but birth are for a person.
_GRANTED: Final = frozenset(["naturalisation", "renaturalisation", "declaration"])


@rule(
    "not_by_birth",
    title="Did not become a citizen by birth",
    cites=CITES,
    since=APT,
    proof=("naturalisation_document", "citizenship_certificate"),
    reads=("citizenships", "acquired_by_fraud.acquired_on", "events", "oath"),
)
def not_by_birth(case: Case) -> Finding:
    """Only a citizenship that was acquired can be withdrawn: by naturalisation, renaturalisation or declaration."""
    path = case.path("citizenships")
    entries = [entry for entry in hungarian(case.applicant) if entry.to is None and entry.lost_by is None]
    ways = {entry.acquired_by for entry in entries}
    if ways & _GRANTED or (not entries and _sworn(case)):
        return met(say("Became a citizen by naturalisation or declaration"), path)
    if ways == {"birth"}:
        return not_met(say("A citizen by birth: nothing was acquired that could be withdrawn"), path)
    if ways - {None, "birth"}:
        return officer(say("Became a citizen in another way: can such a citizenship be withdrawn?"), path)
    if case.applicant.acquired_by_fraud.acquired_on is not None:
        return met(say("The day on which citizenship was acquired is on record"),
                   case.path("acquired_by_fraud", "acquired_on"))  # fmt: skip
    if not entries and case.applicant.citizenships is not None:
        return not_met(say("No acquired Hungarian citizenship on record"), path)
    return unknown(say("It is not known how citizenship was acquired"), path)


def _sworn(case: Case) -> bool:
    """Is an oath or a declaration among the facts?"""
    return case.applicant.oath == "taken" or any(
        event.kind in ("oath", "declared") for event in case.applicant.events or ()
    )


@rule(
    "breach_of_law",
    title="Acquired in breach of the law",
    cites=CITES,
    since=APT,
    proof=("court_judgment", "document_examination"),
    reads=("acquired_by_fraud.false_statement",),
)
def breach_of_law(case: Case) -> Finding:
    """Acquired in breach of the law, above all by false data or by hiding facts, misleading the authority.

    A finding opens the way and a person decides, weighing what the loss means for this person and the family. Not
    modelled: other breaches of the law. Language found too weak later proves no misleading by itself.
    """
    path = case.path("acquired_by_fraud", "false_statement")
    match case.applicant.acquired_by_fraud.false_statement:
        case True:
            said = say(
                "A false statement was found: is withdrawal proportionate to what the loss means for this person?"
            )
            return officer(said, path)
        case False:
            return not_met(say("No false statement was found"), path)
    return unknown(say("It is not known whether a statement was false"), path)


@rule(
    "withdrawal_term", title=TITLE, cites=CITES, since=APT, until=LONGER_TERM - timedelta(days=1),
    reads=("acquired_by_fraud.acquired_on", "citizenships"),
)  # fmt: skip
def withdrawal_term_1993(case: Case) -> Finding:
    """Citizenship cannot be withdrawn after ten years from its acquisition. The last day itself is for a person."""
    return _term(case, case.number("withdrawal_years"))


@rule(
    "withdrawal_term", title=TITLE, cites=CITES, since=LONGER_TERM,
    reads=("acquired_by_fraud.acquired_on", "citizenships"),
)  # fmt: skip
def withdrawal_term(case: Case) -> Finding:
    """Citizenship cannot be withdrawn after twenty years from its acquisition. The last day itself is for a person.

    From which day twenty years apply, and whether to those whose ten years were over by then, is not settled: between
    ten and twenty years a person decides.
    """
    long = _term(case, case.number("withdrawal_years"))
    when = _acquired(case)
    if long.answer is not MET or when is None:
        return long
    short = case.number("withdrawal_years_before")
    if earlier(case.today, when.plus_years(short)):
        return long
    said = say("More than {short} but less than {years} years have passed: which term applies?",
               short=short, years=case.number("withdrawal_years"))  # fmt: skip
    return officer(said, case.path("acquired_by_fraud", "acquired_on"))


def _acquired(case: Case) -> Span | None:
    """The day found for this case, or else the one from which the list says citizenship ran."""
    stated = case.applicant.acquired_by_fraud.acquired_on
    days = [entry.since for entry in hungarian(case.applicant) if entry.acquired_by in _GRANTED and entry.since]
    return stated or (days[-1] if len(days) == 1 else None)


def _term(case: Case, years: int) -> Finding:
    path, when = case.path("acquired_by_fraud", "acquired_on"), _acquired(case)
    if when is None:
        return unknown(say("It is not known when citizenship was acquired"), path)
    end = when.plus_years(years)
    if end.whole and end.first == case.as_of:
        return officer(say("This is the last day of the {years} years: does it still count?", years=years), path)
    passed = False if earlier(case.today, end) else (True if earlier(end, case.today) else None)
    return tell(
        None if passed is None else not passed,
        say("Less than {years} years since citizenship was acquired ({day})", years=years, day=Day(when.text())),
        say("More than {years} years since citizenship was acquired ({day})", years=years, day=Day(when.text())),
        say("It is not known whether {years} years have passed since citizenship was acquired", years=years),
        path,
    )


route(
    "withdrawal",
    title="Withdrawal of citizenship",
    cites=CITES,
    since=APT,
    conditions=("citizen", "not_by_birth", "breach_of_law", "withdrawal_term"),
)
