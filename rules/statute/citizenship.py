"""Step zero of every case: is the applicant a Hungarian citizen on this day already?"""

from __future__ import annotations

from datetime import date
from typing import Final

from rules.case import Case
from rules.logic import Finding, opposite
from rules.rule import ALWAYS, route, rule

APT: Final = date(1993, 10, 1)
PROOF: Final = ("citizenship_certificate", "birth_certificate", "marriage_certificate", "naturalisation_document")
READS: Final = (
    "born.on", "parents", "parents_married", "citizenships", "events", "domicile_right", "marriages", "residences",
)  # fmt: skip


@rule(
    "citizen",
    title="Is a Hungarian citizen on this day",
    cites=("Ápt. 3. §", "Fundamental Law G(1)", "Ápt. 1. § (4)"),
    proof=PROOF,
    reads=READS,
)
def citizen(case: Case) -> Finding:
    """Hungarian citizens are those who are citizens by birth or became ones later and did not lose it.

    Each link of the line is judged by the law of its own dates. Not modelled: what the Acts of 1990 undid, absence on
    government commission, the mass return of settlers under Act IV of 1886.
    """
    return case.history.citizen_on(case.applicant.id, case.today)


@rule(
    "not_citizen",
    title="Is not a Hungarian citizen now",
    cites=("Ápt. 4. § (1)",),
    since=APT,
    proof=("passport", "identity_card", "birth_certificate", "citizenship_certificate", "dismissal_document"),
    reads=READS,
)
def not_citizen(case: Case) -> Finding:
    """Only a person who is not a Hungarian citizen can be naturalised; the office looks into it first, ex officio."""
    return opposite(citizen(case))


route(
    "citizen",
    title="Hungarian citizen already",
    cites=("Ápt. 3. §", "Fundamental Law G(1)"),
    since=ALWAYS,
    conditions=("citizen",),
)
