"""Ápt. 5/A. § (1) b): born in Hungary, without the citizenship of the foreign parents, and at home here."""

from __future__ import annotations

from typing import Final

from rules.case import Case
from rules.dates import ANY_DAY, Span, not_later, reached
from rules.facts import Citizenship, only_doubted
from rules.history.claims import doubt
from rules.history.presumption import born_here, domiciled_here
from rules.logic import UNKNOWN, Finding, all_of, any_of, met, not_met, officer, tell, unknown
from rules.rule import rule
from rules.statute.declaration import DECLARATION
from rules.statute.residence import lived_here
from rules.words import Country, say

CITES: Final = ("Ápt. 5/A. § (1) b)",)


@rule("born_in_hungary", title="Was born in Hungary", cites=CITES, since=DECLARATION, proof=("birth_certificate",),
      reads=("born.area",))  # fmt: skip
def born_in_hungary(case: Case) -> Finding:
    """Born in the territory of Hungary."""
    return born_here(case.history, case.applicant)


@rule(
    "not_the_parents_citizenship",
    title="Did not get the foreign parents' citizenship by birth",
    cites=CITES,
    since=DECLARATION,
    proof=("birth_certificate", "foreign_authority_certificate"),
    reads=("citizenships", "parents"),
)
def not_the_parents_citizenship(case: Case) -> Finding:
    """By the birth the person did not become a citizen of the state whose citizen a parent is.

    One that came later is no bar. Not modelled: what the foreign law says; the facts say what was got and when.
    """
    entries, path = case.applicant.citizenships, case.path("citizenships")
    if entries is None:
        return unknown(say("It is not known what citizenships the person has"), path)
    none = met(say("Got no citizenship of a parent by birth"), path)
    parts = [_not_from_parent(case, entry, f"{path}.{number}") for number, entry in enumerate(entries)]
    return all_of(none, *parts)


def _not_from_parent(case: Case, entry: Citizenship, path: str) -> Finding:
    state = Country(entry.country)
    by_birth = _by_birth(case, entry)
    if by_birth is False:
        return met(say("{country}: its citizenship came later than the birth", country=state), path)
    from_parent = _of_a_parent(case, entry.country)
    if from_parent is False:
        return met(say("{country}: no parent is its citizen", country=state), path)
    if by_birth is None or from_parent is None:
        return _open(case, entry, path, by_birth=by_birth, from_parent=from_parent)
    if only_doubted(entry.evidence):
        return officer(say("The papers for a citizenship are doubted: do they prove it?"), path)
    return not_met(say("{country}: got a parent's citizenship by birth", country=state), path)


def _open(case: Case, entry: Citizenship, path: str, *, by_birth: bool | None, from_parent: bool | None) -> Finding:
    """What is not known of a citizenship that may have come from a parent by birth."""
    state, parents = Country(entry.country), case.path("parents")
    if by_birth:
        return unknown(say("{country}: it is not known whether a parent was its citizen", country=state), parents)
    said = say("{country}: it is not known whether its citizenship came by birth", country=state)
    if from_parent:
        return unknown(said, f"{path}.acquired_by")
    # Came it by birth, the parents would be asked next; they alone may settle it.
    return unknown(said, f"{path}.acquired_by", parents)._replace(turns=(parents,))


def _by_birth(case: Case, entry: Citizenship) -> bool | None:
    """Did this citizenship come by birth? One that runs from the birthday did."""
    if entry.acquired_by is not None:
        return entry.acquired_by == "birth"
    born = case.applicant.born.on
    if entry.since is None or born is None:
        return None
    return not_later(entry.since, born)


def _of_a_parent(case: Case, country: str) -> bool | None:
    """Is or was a parent a citizen of this state by the birth? None where not everything is known about both."""
    ties = case.applicant.birth_parents() or ()
    open_parent = case.applicant.parents is None or len(ties) < 2  # noqa: PLR2004 - two parents by birth
    for tie in ties:
        entries = case.facts.people[tie.person].citizenships
        if entries is None:
            open_parent = True
        elif any(entry.country == country for entry in entries):
            return True
    return None if open_parent else False


@rule(
    "parent_domiciled_at_birth",
    title="A parent had a domicile in Hungary at the birth",
    cites=CITES,
    since=DECLARATION,
    proof=("address_register_extract",),
    reads=("born.on", "parents"),
)
def parent_domiciled_at_birth(case: Case) -> Finding:
    """At the birth a parent had a domicile (lakóhely) in Hungary. One parent is enough; a stay is not a domicile."""
    path, ties = case.path("parents"), case.applicant.birth_parents() or ()
    when = case.applicant.born.on or Span(ANY_DAY.first, case.as_of)
    parts = []
    if len(ties) < 2 and case.applicant.parents != ():  # noqa: PLR2004 - two parents by birth
        parts.append(unknown(say("Not both parents are named"), path))
    for tie in ties:
        finding = domiciled_here(case.history, case.facts.people[tie.person], when)
        if finding.answer is UNKNOWN and case.applicant.born.on is None:
            # At home here on which day? Only the two together can tell.
            day = case.path("born", "on")
            finding = finding._replace(missing=(*finding.missing, day), turns=(*finding.turns, day))
        parts.append(doubt(tie.evidence, finding, say("The papers for a parent are doubted: do they prove it?"), path))
    return any_of(not_met(say("No parent is known to anyone"), path), *parts) if not parts else any_of(*parts)


@rule(
    "lived_here_before_declaring",
    title="Has lived in Hungary without interruption before declaring",
    cites=CITES,
    since=DECLARATION,
    proof=("address_register_extract",),
    needs=("residences",),
    reads=("born.on",),
)
def lived_here_before_declaring(case: Case) -> Finding:
    """Five years' uninterrupted residence in Hungary just before the declaration."""
    return lived_here(case, case.number("declaration_b_years"))


@rule("before_19", title="Is not 19 yet", cites=CITES, since=DECLARATION, proof=("birth_certificate",),
      reads=("born.on",))  # fmt: skip
def before_19(case: Case) -> Finding:
    """The declaration is made before the 19th birthday."""
    years = case.number("declaration_b_age")
    grown = reached(case.applicant.born.on, years, case.as_of)
    return tell(
        None if grown is None else not grown,
        say("Not {years} years old yet on the day of the declaration", years=years),
        say("{years} years old or older on the day of the declaration", years=years),
        say("The day of birth is not known exactly"),
        case.path("born", "on"),
    )
