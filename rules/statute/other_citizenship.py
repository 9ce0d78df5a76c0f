"""Another citizenship held on the day: what renunciation asks for, and what opens suspension."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rules.case import Case
from rules.dates import not_later
from rules.facts import Citizenship
from rules.history.claims import doubt
from rules.history.listed import HUNGARY
from rules.logic import Finding, any_of, met, not_met, tell, unknown
from rules.words import Country, say

# The European Union of 27 with Iceland, Liechtenstein and Norway: as it has been since 2021.
EEA: Final = frozenset(
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
        "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO",
    ]
)  # fmt: skip


def other_citizenship(case: Case) -> Finding:
    """Does the applicant hold any citizenship but the Hungarian on the day?"""
    return _holds(case, frozenset([HUNGARY]))


def outside_eea(case: Case) -> Finding:
    """Does the applicant hold the citizenship of a state outside the European Economic Area on the day?"""
    return _holds(case, EEA)


def _holds(case: Case, but: Iterable[str]) -> Finding:
    path, entries = case.path("citizenships"), case.applicant.citizenships
    if entries is None:
        return unknown(say("The other citizenships are not known"), path)
    parts = [_held(case, entry, f"{path}.{number}") for number, entry in enumerate(entries) if entry.country not in but]
    return any_of(*parts) if parts else not_met(say("No such other citizenship on record"), path)


def _held(case: Case, entry: Citizenship, path: str) -> Finding:
    """Is the entry running? Without a start it had begun, without an end it goes on unless it was lost."""
    begun = True if entry.since is None else not_later(entry.since, case.today)
    over = not_later(entry.to, case.today) if entry.to is not None else entry.lost_by is not None
    running = False if begun is False or over is True else (True if begun and over is False else None)
    state = Country(entry.country)
    finding = tell(
        running,
        say("{country}: its citizen on this day", country=state),
        say("{country}: not its citizen on this day", country=state),
        say("{country}: it is not known whether its citizenship runs on this day", country=state),
        path,
    )
    doubted = say("{country}: the papers for this citizenship are doubted: do they prove it?", country=state)
    return finding if running is False else doubt(entry.evidence, finding, doubted, path)


def promised(case: Case) -> Finding:
    """Is another citizenship promised or otherwise probable?"""
    promise, path = case.applicant.citizenship_promised, case.path("citizenship_promised")
    if promise:
        return met(say("Another citizenship is promised or probable"), path)
    return tell(
        promise,
        say("Another citizenship is promised or probable"),
        say("No other citizenship is promised or probable"),
        say("It is not known whether another citizenship is promised or probable"),
        path,
    )
