"""What the other state says when its citizen becomes Hungarian. Advice only: Hungary asks for no renunciation.

other_states.csv has each state's rule with its dates, source and confidence; 'effect' is the reading of it:
kept, kept_by_birth (only by those who are its citizens by birth), kept_unless_naturalised, warn.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from rules.case import Case
from rules.dates import not_later
from rules.facts import Citizenship, only_doubted
from rules.history.listed import HUNGARY
from rules.logic import MET, Finding, YesNo, all_of, met, officer, unknown
from rules.rule import ALWAYS, route, rule
from rules.words import COUNTRIES, Country, say

SOURCE: Final = Path(__file__).with_name("other_states.csv")


@dataclass(frozen=True, slots=True)
class OtherState:
    """One state's rule on its citizens who become Hungarian, in a period."""

    country: str
    name: str
    since: date
    until: date
    effect: str
    rule: str


def _load() -> tuple[OtherState, ...]:
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    COUNTRIES.update({row["iso2"]: row["state"] for row in rows})
    return tuple(
        OtherState(
            row["iso2"],
            row["state"],
            date.fromisoformat(row["valid_from"]) if row["valid_from"] else date.min,
            date.fromisoformat(row["valid_to"]) if row["valid_to"] else date.max,
            row["effect"],
            row["rule"],
        )
        for row in rows
    )


STATES: Final = _load()


@rule(
    "keeps_other",
    title="Keeps the other citizenships",
    cites=("Ápt. 2. § (2)",),
    proof=("passport",),
    reads=("citizenships",),
)
def keeps_other(case: Case) -> Finding:
    """Each other citizenship is kept under that state's law as it stands on the day. Advice, never a condition.

    Not modelled: personal exceptions of the other state. Chosen: a state that is not in the table is for a person.
    """
    path = case.path("citizenships")
    if case.applicant.citizenships is None:
        return unknown(say("The other citizenships are not known"), path)
    parts = [
        _one(case, entry, held, f"{path}.{number}")
        for number, entry in enumerate(case.applicant.citizenships)
        if entry.country != HUNGARY and (held := _held(case, entry)) is not False
    ]
    return all_of(*parts) if parts else met(say("No other citizenship"), path)


def _held(case: Case, entry: Citizenship) -> YesNo:
    """Does the applicant hold this citizenship on the day? Held from a day not stated means held already."""
    begun = True if entry.since is None else not_later(entry.since, case.today)
    over = entry.lost_by is not None if entry.to is None else not_later(entry.to, case.today)
    if begun is False or over is True:
        return False
    return True if begun and over is False else None


def _one(case: Case, entry: Citizenship, held: YesNo, path: str) -> Finding:
    finding = _effect(case, entry, path)
    if held or finding.answer is MET:
        return finding
    said = say("{country}: it is not known whether its citizenship runs on this day", country=Country(entry.country))
    return all_of(finding, unknown(said, f"{path}.from" if entry.to is None else f"{path}.to"))


def _effect(case: Case, entry: Citizenship, path: str) -> Finding:
    state = Country(entry.country)
    row = next((row for row in STATES if row.country == entry.country and row.since <= case.as_of <= row.until), None)
    if row is None:
        said = say(
            "{country}: its law is not on record here: what do its authorities say of keeping its citizenship?",
            country=state,
        )
        return officer(said, path)
    law = (f"{row.country}: {row.rule}",) if row.rule else ()
    kept = met(say("{country}: no loss of its citizenship is known", country=state), path, law=law)
    warned = officer(
        say(
            "{country}: its law may end its citizenship or set conditions: what do its authorities say before the "
            "oath?",
            country=state,
        ),
        path,
        law=law,
    )  # fmt: skip
    finding = _by_effect(row.effect, entry, kept, warned, f"{path}.acquired_by")
    doubted = say("{country}: the papers for this citizenship are doubted: do they prove it?", country=state)
    return all_of(finding, officer(doubted, path)) if only_doubted(entry.evidence) else finding


def _by_effect(effect: str, entry: Citizenship, kept: Finding, warned: Finding, path: str) -> Finding:
    how = entry.acquired_by
    if effect == "kept_by_birth" and how is None:
        said = say("{country}: only its citizens by birth keep it, and how it was acquired is not known",
                   country=Country(entry.country))  # fmt: skip
        return unknown(said, path)
    if effect == "kept_by_birth":
        return kept if how == "birth" else warned
    if effect == "kept_unless_naturalised":
        return warned if how == "naturalisation" else kept
    return kept if effect == "kept" else warned


route(
    "dual_nationality",
    title="Keeping the other citizenship",
    cites=("Ápt. 2. § (2)",),
    since=ALWAYS,
    conditions=("keeps_other",),
)
