"""Citizenship by declaration, Ápt. 5/A. §: the routes of its four letters, and what is not settled about them.

Whoever meets a letter becomes a citizen on the day of filing: no oath, no language, no discretion. The declaration is
personal; descendants have naturalisation. Letters a), b) and c) are in files of their own.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from rules.case import Case
from rules.logic import MET, Finding, not_met, officer
from rules.rule import route, rule
from rules.statute.citizenship import READS, citizen
from rules.words import say

# The section came with the amendments of 2001 to 2005; the exact day is not settled.
DECLARATION: Final = date(2001, 7, 1)
SETTLED: Final = date(2005, 11, 1)


@rule(
    "declaration_in_force",
    title="The section on declarations is in force",
    cites=("Ápt. 5/A. §", "Act XXXII of 2001", "Act XLVI of 2005"),
    since=DECLARATION,
    until=SETTLED - timedelta(days=1),
)
def declaration_in_force(_case: Case) -> Finding:
    """The section and its letters came between 1 July 2001 and 1 November 2005: for those years a person decides."""
    return officer(
        say("This letter came into force on some day between 2001 and 2005: was it in force already?"), "as_of"
    )


@rule(
    "letter_d",
    title="Letter d) covers the person",
    cites=("Ápt. 5/A. § (1) d)",),
    since=DECLARATION,
    proof=("birth_certificate",),
    reads=READS,
)
def letter_d(case: Case) -> Finding:
    """Letter d) is in the text of 2024 and shares its form with b); its wording and first day were not found.

    Only one thing is certain: a citizen has nothing to declare. All else is for a person, whatever is missing.
    """
    already = citizen(case)
    if already.answer is MET:
        said = say("A citizen already, so there is nothing to declare")
        return not_met(said, *already.turns, law=already.law)
    return officer(
        say("The wording of letter d) is not on record here: does it cover this person?"), case.path("citizenships")
    )


route(
    "declaration_a",
    title="Declaration of a person once deprived, resettled or dismissed",
    cites=("Ápt. 5/A. § (1) a)",),
    since=DECLARATION,
    conditions=("declaration_in_force", "not_citizen", "undone_loss", "declaration_a_consent"),
)
route(
    "declaration_b",
    title="Declaration of a person born in Hungary without the parents' citizenship",
    cites=("Ápt. 5/A. § (1) b)",),
    since=DECLARATION,
    conditions=(
        "declaration_in_force", "not_citizen", "born_in_hungary", "not_the_parents_citizenship",
        "parent_domiciled_at_birth", "lived_here_before_declaring", "before_19", "consent",
    ),
)  # fmt: skip
route(
    "declaration_c",
    title="Declaration of the child of a Hungarian mother born before 1 October 1957",
    cites=("Ápt. 5/A. § (1) c)",),
    since=DECLARATION,
    conditions=(
        "declaration_in_force", "not_citizen", "born_before_october_1957", "mother_citizen_at_birth",
        "father_foreign_at_birth", "no_citizenship_at_birth",
    ),
)  # fmt: skip
route(
    "declaration_d",
    title="Declaration under letter d)",
    cites=("Ápt. 5/A. § (1) d)",),
    since=DECLARATION,
    conditions=("declaration_in_force", "letter_d"),
)
