"""Ápt. 4. § (2): three years are enough for a citizen's spouse, widow(er), parent or adoptee, refugees, stateless."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from rules.case import Case
from rules.dates import ANY_DAY, Span, earlier, not_later, reached
from rules.facts import Marriage, ParentTie, only_doubted
from rules.logic import NOT_MET, Finding, all_of, any_of, citing, not_met, officer, tell, unknown
from rules.parameters import turning_day
from rules.rule import rule
from rules.statute.adoption import adopted
from rules.statute.citizenship import APT
from rules.statute.spouse import Bond, bonds, lasted, spouse_is_citizen
from rules.statute.stateless import is_stateless
from rules.words import Who, say

CITES: Final = ("Ápt. 4. § (2)",)
TITLE: Final = "Is a spouse, widow, widower, parent or adoptee of a citizen, a refugee or stateless"
PROOF: Final = (
    "marriage_certificate", "death_certificate", "birth_certificate", "citizenship_certificate", "adoption_decision",
    "refugee_decision", "stateless_decision",
)  # fmt: skip
READS: Final = ("marriages", "children", "parents", "refugee", "citizenships", "born.on")
SETTLED: Final = turning_day("stateless_settled")


@rule("close_tie", title=TITLE, cites=CITES, since=APT, until=SETTLED - timedelta(days=1), proof=PROOF, reads=READS)
def close_tie_until_2023(case: Case) -> Finding:
    """As today, but for e) 'hontalan', which stood among the five years before it moved here.

    The day of that move is not settled; a stateless person's filing before 2024 is for a person.
    """
    said = say("It is not settled when the stateless moved from five years to three: which term applied on this day?")
    return _close_tie(case, all_of(is_stateless(case), officer(said, case.path("citizenships"))))


@rule("close_tie", title=TITLE, cites=CITES, since=SETTLED, proof=PROOF, reads=READS)
def close_tie(case: Case) -> Finding:
    """'…a) magyar állampolgárral legalább három éve érvényes házasságban él, vagy házassága a házastárs halálával

    szűnt meg, b) kiskorú gyermeke magyar állampolgár, c) magyar állampolgár fogadta örökbe, d) magyar hatóság
    menekültként elismerte vagy e) hontalan.' Chosen: the years count the marriage, not the spouse's citizenship, as
    on the spouse's own route; a widow(er) needs no years of marriage, and a later marriage changes nothing.
    """
    return _close_tie(case, is_stateless(case))


def _close_tie(case: Case, without_state: Finding) -> Finding:
    return any_of(
        citing(_marriage(case), "Ápt. 4. § (2) a)"),
        citing(_minor_child(case), "Ápt. 4. § (2) b)"),
        citing(_adopted(case), "Ápt. 4. § (2) c)"),
        citing(_refugee(case), "Ápt. 4. § (2) d)"),
        citing(without_state, "Ápt. 4. § (2) e)"),
    )


def _marriage(case: Case) -> Finding:
    """a) Married to a citizen for three years on the day of filing, or widowed by one."""
    path = case.path("marriages")
    if case.applicant.marriages is None:
        return unknown(say("It is not known whether the applicant is married"), path)
    parts = [part for bond in bonds(case) for part in (_standing(case, bond), _widowed(case, bond))]
    return any_of(not_met(say("Neither married to a Hungarian citizen nor widowed by one"), path), *parts)


def _standing(case: Case, bond: Bond) -> Finding:
    years = case.number("marriage_years_tied")
    return all_of(bond.stands, lasted(case, bond.marriage.since, years, bond.path), spouse_is_citizen(case, bond))


def _widowed(case: Case, bond: Bond) -> Finding:
    marriage = bond.marriage
    ended = _by_death(case, marriage, bond.path)
    if ended.answer is NOT_MET:
        return ended
    if marriage.to is None:
        return all_of(ended, unknown(say("The spouse is not known"), f"{bond.path}.to"))
    # A death on a day not known lies between the wedding and filing.
    start = min((marriage.since or ANY_DAY).first, case.as_of)
    day = _death(case, marriage) or marriage.until or Span(start, case.as_of)
    parts = [ended, case.history.citizen_on(marriage.to, day)]
    if only_doubted(marriage.evidence):
        parts.append(officer(say("The papers for the marriage are doubted: do they prove it?"), bond.path))
    return all_of(*parts)


def _death(case: Case, marriage: Marriage) -> Span | None:
    spouse = case.facts.people.get(marriage.to or "")
    return spouse.died if spouse else None


def _by_death(case: Case, marriage: Marriage, path: str) -> Finding:
    """Did the spouse's death end the marriage by the day of filing?"""
    died = _death(case, marriage)
    no = not_met(say("The marriage was not ended by a death"), f"{path}.ended_by")
    if marriage.ended_by in ("divorce", "annulment"):
        return no
    if marriage.ended_by is None and died is None:
        if marriage.until is None:
            return no
        return unknown(say("It is not known how the marriage ended"), f"{path}.ended_by")
    day = died or marriage.until
    parts = [
        tell(
            True if day is None else not_later(day, case.today),
            say("The spouse died before filing"),
            say("The spouse died only after the day of filing"),
            say("It is not known whether the spouse died before filing"),
            f"{path}.until",
        )
    ]
    if marriage.ended_by is None and died is not None and marriage.until is not None:
        before = earlier(marriage.until, died)
        parts.append(
            tell(
                None if before is None else not before,
                say("The marriage ended with the spouse's death"),
                say("The marriage had ended before the spouse died"),
                say("It is not known how the marriage ended"),
                f"{path}.ended_by",
            )
        )
    return all_of(*parts)


def _minor_child(case: Case) -> Finding:
    """b) A child who is a minor and a Hungarian citizen on the day of filing, born or adopted."""
    path = case.path("children")
    parts = [_one_child(case, child) for child in case.children()]
    if case.applicant.children is None:
        parts.append(unknown(say("It is not known whether the applicant has children"), path))
    return any_of(not_met(say("No minor child who is a Hungarian citizen"), path), *parts)


def _one_child(case: Case, child: str) -> Finding:
    person, who, path = case.facts.people.get(child), case.who(child), f"people.{child}"
    if person is None:
        return unknown(say("{who}: the parents are not known", who=who), f"{path}.parents")
    tie = next((tie for tie in person.parents or () if tie.person == case.applicant.id), None)
    if tie is None and person.parents is not None:
        return not_met(say("{who}: not a child of the applicant", who=who), f"{path}.parents")
    of_age = reached(person.born.on, case.number("adult_age"), case.as_of)
    died = None if person.died is None else not_later(person.died, case.today)
    parts = [
        tell(
            None if of_age is None else not of_age,
            say("{who}: a minor on the day of filing", who=who),
            say("{who}: of age on the day of filing", who=who),
            say("{who}: the day of birth is not known", who=who),
            f"{path}.born.on",
        ),
        tell(
            True if person.died is None else None if died is None else not died,
            say("{who}: no death on record by the day of filing", who=who),
            say("{who}: no longer alive", who=who),
            say("{who}: it is not known whether the child was alive on the day of filing", who=who),
            f"{path}.died",
        ),
        case.history.citizen_on(child, case.today),
    ]
    return all_of(*parts, *_tie(case, tie, who, f"{path}.parents"))


def _tie(case: Case, tie: ParentTie | None, who: Who, path: str) -> list[Finding]:
    """What the tie between the applicant and the child leaves open."""
    if tie is None:
        return [unknown(say("{who}: the parents are not known", who=who), path)]
    parts = []
    if tie.by == "adoption" and tie.on is not None:
        parts.append(
            tell(
                not_later(tie.on, case.today),
                say("{who}: adopted before filing", who=who),
                say("{who}: adopted only after the day of filing", who=who),
                say("{who}: it is not known whether the adoption came before filing", who=who),
                path,
            )
        )
    if only_doubted(tie.evidence):
        parts.append(officer(say("{who}: the papers for a parent are doubted: do they prove it?", who=who), path))
    return parts


def _adopted(case: Case) -> Finding:
    """c) Adopted by a citizen and of age by now; a minor has § 4 (6), so whether this ground is open is weighed."""
    finding = adopted(case)
    if finding.answer is NOT_MET or reached(case.applicant.born.on, case.number("adult_age"), case.as_of):
        return finding
    path = case.path("born", "on")
    if reached(case.applicant.born.on, case.number("adult_age"), case.as_of) is None:
        return all_of(finding, unknown(say("The day of birth is not known exactly"), path))
    said = say("A minor adopted by a citizen has a section of its own: is this one open as well?")
    return all_of(finding, officer(said, path))


def _refugee(case: Case) -> Finding:
    """d) Recognised as a refugee by a Hungarian authority; other protection is not recognition."""
    return tell(
        case.applicant.refugee,
        say("Recognised as a refugee by a Hungarian authority"),
        say("Not recognised as a refugee by a Hungarian authority"),
        say("It is not known whether a Hungarian authority recognised the applicant as a refugee"),
        case.path("refugee"),
    )
