"""Adopted by a Hungarian citizen: a ground of Ápt. 4. § (2) c) and, for a minor, of (6)."""

from __future__ import annotations

from rules.case import Case
from rules.dates import Span, not_later
from rules.facts import ParentTie, only_doubted
from rules.logic import MET, NOT_MET, Finding, all_of, any_of, met, not_met, officer, tell, unknown
from rules.words import say


def adopted(case: Case) -> Finding:
    """Was the applicant adopted by somebody who was a Hungarian citizen then?

    Chosen: a citizen who adopted counts, whatever became of that citizenship; one who became a citizen only after
    the adoption is for a person.
    """
    path, ties = case.path("parents"), case.applicant.parents
    if ties is None:
        return unknown(say("It is not known whether the applicant was adopted"), path)
    parts = [_by(case, tie, f"{path}.{number}") for number, tie in enumerate(ties) if tie.by == "adoption"]
    return any_of(not_met(say("Not adopted by a Hungarian citizen"), path), *parts)


def tied_by_now(case: Case, tie: ParentTie, path: str) -> Finding:
    """Does the tie to a parent hold on the day of filing? An adoption from its day on; doubted papers: a person."""
    who = case.who(tie.person)
    begun = True if tie.on is None or tie.by == "birth" else not_later(tie.on, case.today)
    holds = tell(
        begun,
        say("{who}: a parent of the applicant", who=who),
        say("{who}: adopted the applicant only after the day of filing", who=who),
        say("{who}: it is not known whether the adoption came before filing", who=who),
        f"{path}.on",
    )
    if only_doubted(tie.evidence):
        return all_of(
            holds, officer(say("{who}: the papers for a parent are doubted: do they prove it?", who=who), path)
        )
    return holds


def _by(case: Case, tie: ParentTie, path: str) -> Finding:
    return all_of(tied_by_now(case, tie, path), _citizen(case, tie, path))


def _citizen(case: Case, tie: ParentTie, path: str) -> Finding:
    """Was the adopter a citizen on the day of the adoption? A day not known lies anywhere in the applicant's life."""
    who, born = case.who(tie.person), case.applicant.born.on
    day = tie.on or Span(min(born.first if born else case.as_of, case.as_of), case.as_of)
    then = case.history.citizen_on(tie.person, day)
    if then.answer is MET:
        said = say("{who}: a Hungarian citizen, adopted the applicant", who=who)
        return met(said, path, *then.turns, law=then.law)
    if then.answer is NOT_MET and case.history.citizen_on(tie.person, case.today).answer is not NOT_MET:
        said = say("{who}: became a Hungarian citizen only after the adoption: is that enough?", who=who)
        return officer(said, path, law=then.law)
    return then
