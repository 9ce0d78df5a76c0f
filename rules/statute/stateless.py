"""Stateless (hontalan): without any citizenship on the day of filing."""

from __future__ import annotations

from rules.case import Case
from rules.dates import not_later
from rules.facts import Citizenship, only_doubted
from rules.logic import Finding, officer, tell
from rules.words import say


def is_stateless(case: Case) -> Finding:
    """Is no citizenship held on the day of filing? An empty list says so; recognition as such is not modelled.

    A citizenship on papers that are doubted does not count against anyone by itself: a person looks at them.
    """
    entries, who = case.applicant.citizenships, case.who(case.applicant.id)
    sure = [_held(case, entry) for entry in entries or () if not only_doubted(entry.evidence)]
    weighed = [_held(case, entry) for entry in entries or () if only_doubted(entry.evidence)]
    answer = None if entries is None or (None in sure and True not in sure) else True not in sure
    if answer and weighed.count(False) < len(weighed):
        said = say("{who}: the papers for the citizenship are doubted: do they prove it?", who=who)
        return officer(said, case.path("citizenships"))
    return tell(
        answer,
        say("{who}: stateless", who=who),
        say("{who}: not stateless", who=who),
        say("{who}: citizenships are not known", who=who),
        case.path("citizenships"),
    )


def _held(case: Case, entry: Citizenship) -> bool | None:
    """Is this citizenship of the list held on the day of filing? One that ended on an unknown day is over."""
    begun = True if entry.since is None else not_later(entry.since, case.today)
    over = entry.lost_by is not None if entry.to is None else not_later(entry.to, case.today)
    if begun is False or over is True:
        return False
    return None if begun is None or over is None else True
