"""Minors, Ápt. 4. § (5) and (6): with a parent the years may be waived; adopted by a citizen they do not matter."""

from __future__ import annotations

from typing import Final

from rules.case import Case
from rules.dates import reached
from rules.facts import ParentTie
from rules.logic import NOT_MET, Finding, all_of, any_of, not_met, officer, tell, unknown
from rules.rule import route, rule
from rules.statute.adoption import adopted, tied_by_now
from rules.statute.citizenship import APT
from rules.statute.means import home, livelihood
from rules.words import say

WITH_PARENT: Final = ("Ápt. 4. § (5)",)
ADOPTED: Final = ("Ápt. 4. § (6)",)


@rule(
    "minor",
    title="Is a minor on the day of filing",
    cites=(*WITH_PARENT, *ADOPTED, "Ptk. 2:10. §"),
    since=APT,
    proof=("birth_certificate",),
    reads=("born.on",),
)
def minor(case: Case) -> Finding:
    """Under 18 when the application is filed. Not modelled: full age by marriage before 18."""
    of_age = reached(case.applicant.born.on, case.number("adult_age"), case.as_of)
    return tell(
        None if of_age is None else not of_age,
        say("A minor on the day of filing"),
        say("Of age on the day of filing"),
        say("The day of birth is not known exactly"),
        case.path("born", "on"),
    )


@rule(
    "with_parent",
    title="Applies with a parent, or a parent has become a citizen",
    cites=WITH_PARENT,
    since=APT,
    proof=("birth_certificate", "citizenship_certificate"),
    reads=("applies_with", "parents"),
)
def with_parent(case: Case) -> Finding:
    """'…kiskorú tekintetében el lehet tekinteni, ha honosítását a szülőjével együtt kéri, vagy szülője a magyar

    állampolgárságot megszerezte.' The years of residence are not held open: where this holds they do not count.
    Not modelled: what becomes of the child's request where the parent's fails.
    """
    path, ties = case.path("parents"), case.applicant.parents
    if ties is None:
        return unknown(say("The applicant's parents are not known"), path)
    no = not_met(say("No parent applies too, and none is a Hungarian citizen"), path)
    return any_of(no, *(_with(case, tie, f"{path}.{number}") for number, tie in enumerate(ties)))


def _with(case: Case, tie: ParentTie, path: str) -> Finding:
    return all_of(tied_by_now(case, tie, path), any_of(_jointly(case, tie), _citizen(case, tie)))


def _jointly(case: Case, tie: ParentTie) -> Finding:
    together, who = case.applicant.applies_with, case.who(tie.person)
    return tell(
        None if together is None else tie.person in together,
        say("{who}: applies together with the applicant", who=who),
        say("{who}: does not apply together with the applicant", who=who),
        say("{who}: it is not known whether the parent applies too", who=who),
        case.path("applies_with"),
    )


def _citizen(case: Case, tie: ParentTie) -> Finding:
    return case.history.citizen_on(tie.person, case.today)


@rule(
    "adopted_by_citizen",
    title="Was adopted by a Hungarian citizen",
    cites=ADOPTED,
    since=APT,
    proof=("adoption_decision", "citizenship_certificate"),
    reads=("parents",),
)
def adopted_by_citizen(case: Case) -> Finding:
    """'A magyar állampolgár által örökbefogadott kiskorú gyermek lakóhelyétől függetlenül honosítható.'

    In newer texts the sentence seems to have another number; its content is the same.
    """
    return adopted(case)


@rule(
    "child_means",
    title="Livelihood and a place to live for the adopted child",
    cites=(*ADOPTED, "Ápt. 4. § (1) c)"),
    since=APT,
    proof=("income_certificate", "title_deed", "rental_contract"),
    reads=("livelihood", "home"),
)
def child_means(case: Case) -> Finding:
    """Whether § 4 (1) c) is asked of an adopted child who may live anywhere is not settled.

    Chosen: where livelihood and home in Hungary are secured it does not matter; where they are not, a person decides.
    """
    secured = all_of(livelihood(case), home(case))
    if secured.answer is not NOT_MET:
        return secured
    said = say("It is not settled: is livelihood in Hungary asked of an adopted child?")
    return officer(said, *secured.turns)


route(
    "minor_with_parent",
    title="Naturalisation of a minor with a parent",
    cites=WITH_PARENT,
    since=APT,
    conditions=(
        "not_citizen", "minor", "with_parent",
        "criminal_record", "prosecution", "livelihood", "home", "security", "exam", "consent",
    ),
)  # fmt: skip
route(
    "minor_adopted",
    title="Naturalisation of a minor adopted by a citizen",
    cites=ADOPTED,
    since=APT,
    conditions=(
        "not_citizen", "minor", "adopted_by_citizen",
        "criminal_record", "prosecution", "child_means", "security", "exam", "consent",
    ),
)  # fmt: skip
