"""Ápt. 5/A. § (1) a): citizenship taken by the Acts and decrees of 1946–57, or by dismissal until 1990."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from rules.case import Case
from rules.dates import Span, earlier, not_later, on, years_after
from rules.facts import Citizenship, Papers
from rules.history.claims import doubt
from rules.history.listed import hungarian
from rules.logic import NOT_MET, Finding, all_of, any_of, in_other_words, met, not_met, officer, unknown
from rules.parameters import turning_day
from rules.rule import rule
from rules.statute.consent import consent
from rules.statute.declaration import DECLARATION
from rules.words import Day, say

CITES: Final = ("Ápt. 5/A. § (1) a)",)
NAMED: Final = frozenset(["1947:X", "1948:XXVI", "1948:LX", "1957:V", "7970/1946", "10515/1947", "12200/1947"])
# The order to resettle: by which decree those who left under it lost citizenship is read from the file.
RESETTLEMENT_ORDER: Final = "12330/1945"
_WRITTEN: Final = re.compile(r"[0-9]{4}:[IVXLCDM]+|[0-9]+/[0-9]{4}")
_KINDS: Final = {"deprivation": "deprived", "resettlement": "resettled", "dismissal": "dismissed"}


class Loss(NamedTuple):
    """One loss that may be of the kind meant: deprived, resettled or dismissed. act: where its Act would be told."""

    kind: str
    day: Span | None
    by: str | None
    path: str
    papers: Papers
    act: str


@rule(
    "undone_loss",
    title="Lost citizenship in a way that the declaration undoes",
    cites=CITES,
    since=DECLARATION,
    proof=("dismissal_document", "deprivation_decision", "resettlement_record", "citizenship_certificate"),
    reads=("events", "citizenships"),
)
def undone_loss(case: Case) -> Finding:
    """Deprived under 1947:X, 1948:XXVI, 1948:LX or 1957:V; lost by 7970/1946, 10515/1947 or 12200/1947; or dismissed
    between 15 September 1947 and 2 May 1990.

    The person's own loss only. Chosen: a dismissal on the first or last day, a loss under Decree 12330/1945 alone, and
    a citizenship regained after the loss are for a person.
    """
    losses = _losses(case)
    return any_of(*(_one(case, loss) for loss in losses)) if losses else _none_named(case)


def _losses(case: Case) -> list[Loss]:
    """The events up to the day of the case; and entries of the list that name a loss no event tells."""
    person, found = case.applicant, []
    entries = {_KINDS[entry.lost_by]: entry for entry in hungarian(person) if entry.lost_by in _KINDS}
    for number, event in enumerate(person.events or ()):
        if event.kind in _KINDS.values():
            entry = entries.pop(event.kind, None)
            day = event.on or (entry.to if entry else None)
            path = case.path("events", str(number))
            found.append(Loss(event.kind, day, event.by, path, event.evidence, f"{path}.by"))
    for kind, entry in entries.items():
        path = case.path("citizenships", str((person.citizenships or ()).index(entry)))
        found.append(Loss(kind, entry.to, None, path, entry.evidence, case.path("events")))
    return [loss for loss in found if loss.day is None or not_later(loss.day, case.today) is not False]


def _none_named(case: Case) -> Finding:
    """No such loss in the facts: settled where the acts are listed, where each end is told, or who never was one."""
    no = say("No deprivation, resettlement or dismissal on record")
    if case.applicant.events is not None:
        return not_met(no, case.path("events"))
    ever = case.history.was_ever_citizen(case.applicant.id)
    if ever.answer is NOT_MET:
        return in_other_words(say("Never was a Hungarian citizen; the declaration is personal"), ever)
    own = hungarian(case.applicant)
    if own and not any(_end_open(entry) for entry in own):
        return not_met(no, case.path("citizenships"))
    return unknown(say("It is not known how citizenship was lost"), case.path("events"))


def _end_open(entry: Citizenship) -> bool:
    return entry.to is not None and entry.lost_by is None


def _one(case: Case, loss: Loss) -> Finding:
    finding = _dismissed(loss) if loss.kind == "dismissed" else _taken(loss)
    finding = doubt(loss.papers, finding, say("The papers for the loss are doubted: do they prove it?"), loss.path)
    if finding.answer is NOT_MET or not _regained(case, loss):
        return finding
    return all_of(
        finding, officer(say("Citizenship was regained after the loss: is there still something to undo?"), loss.path)
    )


def _regained(case: Case, loss: Loss) -> bool:
    return any(
        entry.since is not None and loss.day is not None and earlier(loss.day, entry.since)
        for entry in hungarian(case.applicant)
    )


def _taken(loss: Loss) -> Finding:
    """Deprived or resettled: the Act or decree decides."""
    if loss.by is None:
        first = turning_day("first_deprivation" if loss.kind == "deprived" else "first_resettlement")
        if loss.day is not None and earlier(loss.day, on(first)):
            return not_met(say("The loss came before the Acts and decrees that the declaration undoes"), loss.path)
        return unknown(say("It is not known under which Act or decree citizenship was lost"), loss.act)
    act = loss.by.split()[0] if loss.by.strip() else ""
    if act in NAMED:
        return met(say("Lost citizenship under {act}, which the declaration undoes", act=loss.by), loss.path)
    if act == RESETTLEMENT_ORDER:
        said = say("Resettled under Decree 12330/1945: which decree took the citizenship?")
        return officer(said, loss.path)
    if _WRITTEN.fullmatch(act):
        return not_met(say("{act} is not one of the Acts and decrees that the declaration undoes", act=loss.by),
                       loss.path)  # fmt: skip
    return officer(say("Which Act or decree took the citizenship, where the papers say {act}?", act=loss.by), loss.path)


def _dismissed(loss: Loss) -> Finding:
    """Dismissed between the two days; whether those days themselves count is not settled."""
    first, last = turning_day("dismissed_from"), turning_day("dismissed_until")
    day = loss.day
    if day is not None and day.whole and day.first in (first, last):
        return officer(say("Dismissed on the first or last day of the period: does that day count?"), loss.path)
    text = Day(day.text() if day else "")
    if day is not None and day.first > first and day.last < last:
        return met(say("Dismissed within the period that the declaration undoes ({day})", day=text), loss.path)
    if day is not None and (day.last < first or day.first > last):
        return not_met(say("Dismissed outside the period that the declaration undoes ({day})", day=text), loss.path)
    return unknown(say("It is not known whether the dismissal lies between 15 September 1947 and 2 May 1990"),
                   f"{loss.path}.on")  # fmt: skip


@rule(
    "declaration_a_consent",
    title="Is of age, or everyone with parental authority consents",
    cites=("Ápt.", "Ptk. 2:10. §"),
    since=DECLARATION,
    proof=("parental_consent", "court_order"),
    reads=("born.on", "consent_of", "custody", "parents"),
)
def declaration_a_consent(case: Case) -> Finding:
    """No age limit and no term; a minor declares with the consent of everyone with parental authority.

    Every loss meant here happened by 2 May 1990, so from 2 May 2008 on all who declare are of age.
    """
    grown = years_after(turning_day("dismissed_until"), case.number("adult_age"))
    if case.as_of >= grown:
        return met(say("Everyone whom this letter means is of age by now"), "as_of")
    return consent(case)
