"""A minor's application: the legal representative files, and everyone with parental authority consents."""

from __future__ import annotations

from rules.case import Case
from rules.dates import not_later, reached
from rules.logic import Finding, all_of, any_of, met, tell, unknown
from rules.rule import rule
from rules.statute.citizenship import APT
from rules.words import say


@rule(
    "consent",
    title="Is of age, or everyone with parental authority consents",
    cites=("Ápt.", "Ptk. 2:10. §"),
    since=APT,
    proof=("parental_consent", "court_order", "death_certificate"),
    reads=("born.on", "consent_of", "custody", "parents"),
)
def consent(case: Case) -> Finding:
    """A minor applies through the legal representative, with the consent of both parents.

    Custody by law or judgment, or a death, says otherwise. A consent that is not there yet is called for: unknown,
    never a no; applying together is no consent. Not modelled: marriage before 18; the minor's own signature from 14,
    which is taken at the visit.
    """
    age = reached(case.applicant.born.on, case.number("adult_age"), case.as_of)
    of_age = tell(
        age,
        say("Of age on the day of filing"),
        say("A minor on the day of filing"),
        say("The day of birth is not known exactly"),
        case.path("born", "on"),
    )
    return of_age if age else any_of(of_age, _given(case))


def _given(case: Case) -> Finding:
    """Has everyone who must consent done so? Those who died before the day of filing need not.

    Where all of them died, somebody else has the parental authority.
    """
    needed = case.applicant.custody
    if needed is None:
        needed = _parents(case)
    if all(_dead(case, person) for person in needed):
        # Whoever it turns out to be has to consent as well.
        consents = () if case.applicant.consent_of else (case.path("consent_of"),)
        finding = unknown(say("It is not known who has parental authority"), case.path("custody"), *consents)
        # A consent given before the death is enough.
        return finding._replace(turns=(case.path("consent_of"),)) if needed else finding
    return all_of(*(_one(case, person) for person in needed))


def _parents(case: Case) -> tuple[str, ...]:
    """Both parents: those by adoption where there was one, otherwise by birth; () where two are not named."""
    ties = case.applicant.parents or ()
    adopted = tuple(tie.person for tie in ties if tie.by == "adoption")
    born = tuple(tie.person for tie in ties if tie.by == "birth")
    if adopted:
        return adopted
    return born if len(born) == 2 else ()  # noqa: PLR2004 - both parents


def _one(case: Case, person: str) -> Finding:
    who, path = case.who(person), case.path("consent_of")
    if person in (case.applicant.consent_of or ()):
        return met(say("{who}: consented", who=who), path)
    if _dead(case, person):
        return met(say("{who}: no longer alive", who=who), f"people.{person}.died")
    return unknown(say("{who}: the consent is not here yet", who=who), path)


def _dead(case: Case, person: str) -> bool:
    """Did this person certainly die by the day of filing, without having consented before?"""
    known = case.facts.people.get(person)
    if known is None or known.died is None or person in (case.applicant.consent_of or ()):
        return False
    return not_later(known.died, case.today) is True
