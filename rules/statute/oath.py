"""The oath or pledge (eskü, fogadalom), Ápt. 7. § and 16. §: when it may be taken and when its place may change."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from rules.case import Case
from rules.dates import days_before, not_later, on
from rules.logic import MET, Finding, any_of, met, not_met, officer, tell, unknown
from rules.rule import ALWAYS, route, rule
from rules.statute.citizenship import APT
from rules.words import Day, say

PLACE_CHANGE: Final = date(2021, 2, 1)


@rule("granted", title="Citizenship was granted", cites=("Ápt. 6. §",), since=APT, proof=("grant_document",),
      reads=("grant.on",))  # fmt: skip
def granted(case: Case) -> Finding:
    """The President of the Republic has granted citizenship by the day of the oath."""
    day, path = case.applicant.grant.on, case.path("grant", "on")
    if day is None:
        return unknown(say("It is not known when citizenship was granted"), path)
    return tell(
        not_later(day, case.today),
        say("Citizenship was granted ({day})", day=Day(day.text())),
        say("Citizenship is granted only after this day ({day})", day=Day(day.text())),
        say("It is not known whether citizenship was granted by this day"),
        path,
    )


@rule("oath_pending", title="The oath is still to be taken", cites=("Ápt. 7. §",), since=APT, needs=("oath",))
def oath_pending(case: Case) -> Finding:
    """Whoever has taken the oath is a citizen from that day and takes no other; whoever refused it is not called."""
    path = case.path("oath")
    match case.applicant.oath:
        case "taken":
            return not_met(say("The oath has been taken already"), path)
        case "refused":
            return not_met(say("The oath was refused"), path)
    return met(say("The oath has not been taken yet"), path)


@rule("oath_in_time", title="Within one year of the summons", cites=("Ápt. 7. §",), since=APT,
      proof=("summons_receipt", "medical_certificate"), reads=("grant.summons_delivered", "grant.own_fault"))  # fmt: skip
def oath_in_time(case: Case) -> Finding:
    """The grant lapses if, by the applicant's own fault, the oath is not taken within a year of the delivered summons.

    Where own fault is denied a person judges it. Not modelled: a last day that is no working day.
    """
    grant = case.applicant.grant
    delivered = grant.summons_delivered
    end = None if delivered is None else delivered.plus_years(case.number("oath_years"))
    in_time = tell(
        None if end is None else not_later(case.today, end),
        say("Within one year of the delivered summons"),
        say("More than one year after the summons was delivered"),
        say("It is not known when the summons was delivered"),
        case.path("grant", "summons_delivered"),
    )
    return in_time if in_time.answer is MET else any_of(in_time, _no_fault(case))


def _no_fault(case: Case) -> Finding:
    path = case.path("grant", "own_fault")
    match case.applicant.grant.own_fault:
        case True:
            return not_met(say("The year passed through the applicant's own fault"), path)
        case False if case.applicant.grant.summons_delivered is not None:
            return officer(say("Own fault in the delay is denied: whose fault was it?"), path)
    return unknown(say("It is not known whose fault the delay is"), path)


@rule("identity", title="Identity matches the one at filing", cites=("Ápt. 16. §",), since=APT,
      proof=("identity_card",), reads=("grant.identity_matches",))  # fmt: skip
def identity(case: Case) -> Finding:
    """Face and fingerprints match those taken at filing."""
    return tell(
        case.applicant.grant.identity_matches,
        say("Identity matches the one at filing"),
        say("Identity does not match the one at filing"),
        say("Identity has not been compared with the filing yet"),
        case.path("grant", "identity_matches"),
    )


@rule("alive", title="Is alive on the day", cites=("Ápt. 7. §",), since=APT, reads=("died",))
def alive(case: Case) -> Finding:
    """Citizenship begins with the oath; no death is on record by that day."""
    died, path = case.applicant.died, case.path("died")
    if died is None:
        return met(say("No death on record"), path)
    dead = not_later(died, case.today)
    return tell(
        None if dead is None else not dead,
        say("Alive on this day"),
        say("Died before this day"),
        say("It is not known whether the person was alive on this day"),
        path,
    )


TITLE: Final = "The place of the oath may still be changed"


@rule("oath_place", title=TITLE, cites=("Ápt. 16. §",), until=PLACE_CHANGE - timedelta(days=1))
def oath_place_before(case: Case) -> Finding:
    """Before 1 February 2021 the Act set neither a number nor a term: a person decides."""
    said = say("Before 1 February 2021 no number and no term was set: may the place still be changed?")
    return officer(said, case.path("grant", "place_changes"))


@rule("oath_place_once", title="The place has not been changed before", cites=("Ápt. 16. § (3)",),
      since=PLACE_CHANGE, reads=("grant.place_changes",))  # fmt: skip
def oath_place_once(case: Case) -> Finding:
    """The place of the oath may be changed once."""
    changes = case.applicant.grant.place_changes
    return tell(
        None if changes is None else changes < case.number("oath_place_changes"),
        say("The place has not been changed yet"),
        say("The place has been changed once already"),
        say("It is not known how often the place was changed"),
        case.path("grant", "place_changes"),
    )


@rule("oath_place", title=TITLE, cites=("Ápt. 16. § (3)",), since=PLACE_CHANGE, reads=("grant.oath_due",))
def oath_place(case: Case) -> Finding:
    """At the latest on the fifth day before the day set for the oath."""
    due = case.applicant.grant.oath_due
    in_time = None
    if due is not None:
        days = case.number("oath_place_days")
        first, last = days_before(due.first, days), days_before(due.last, days)
        in_time = not_later(case.today, on(first)) or (None if not_later(case.today, on(last)) else False)
    return tell(
        in_time,
        say("Asked at the latest on the fifth day before the oath"),
        say("Asked later than the fifth day before the oath"),
        say("The day set for the oath is not known exactly"),
        case.path("grant", "oath_due"),
    )


route(
    "oath",
    title="Oath or pledge",
    cites=("Ápt. 7. §", "Ápt. 16. §"),
    since=APT,
    conditions=("granted", "oath_pending", "oath_in_time", "identity", "alive"),
)
route(
    "oath_place_change",
    title="Another place for the oath",
    cites=("Ápt. 16. § (3)",),
    since=ALWAYS,
    conditions=("granted", "oath_pending", "oath_place_once", "oath_place"),
)
