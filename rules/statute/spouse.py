"""The spouse of a citizen, Ápt. 4. § (3a): the marriage, its years, and the citizen's statement that it stands."""

from __future__ import annotations

from typing import NamedTuple

from rules.case import Case
from rules.dates import Span, not_later
from rules.facts import Marriage, Person, only_doubted
from rules.logic import NOT_MET, Finding, all_of, any_of, met, not_met, officer, tell, unknown
from rules.rule import rule
from rules.statute.simplified import SPOUSE
from rules.words import say

CITES = ("Ápt. 4. § (3a)",)


class Bond(NamedTuple):
    """One marriage of the applicant and whether it stands on the day of filing."""

    marriage: Marriage
    path: str
    stands: Finding


@rule(
    "citizen_spouse",
    title="Is married to a Hungarian citizen",
    cites=CITES,
    since=SPOUSE,
    proof=("marriage_certificate", "citizenship_certificate"),
    reads=("marriages",),
)
def citizen_spouse(case: Case) -> Finding:
    """At filing the spouse is a Hungarian citizen and the marriage is valid.

    Widowed and divorced people are not meant. A spouse naturalised yesterday suffices.
    """
    if case.applicant.marriages is None:
        return unknown(say("It is not known whether the applicant is married"), case.path("marriages"))
    no = not_met(say("Not married to a Hungarian citizen"), case.path("marriages"))
    return any_of(no, *(all_of(bond.stands, spouse_is_citizen(case, bond)) for bond in bonds(case)))


@rule(
    "marriage_years",
    title="The marriage has lasted long enough",
    cites=CITES,
    since=SPOUSE,
    proof=("marriage_certificate", "birth_certificate"),
    reads=("marriages", "children"),
)
def marriage_years(case: Case) -> Finding:
    """The marriage has lasted ten years, or five and a common child was born.

    The years count the marriage, not the spouse's citizenship. Chosen: a child born before the marriage, or adopted
    by both, is for a person.
    """
    if case.applicant.marriages is None:
        return unknown(say("It is not known whether the applicant is married"), case.path("marriages"))
    no = not_met(say("No marriage stands on the day of filing"), case.path("marriages"))
    parts = [all_of(bond.stands, _long_enough(case, bond)) for bond in bonds(case)]
    return any_of(*parts) if parts else no


@rule(
    "spouse_statement",
    title="The Hungarian spouse stated that the marriage stands",
    cites=CITES,
    since=SPOUSE,
    proof=("spouse_statement",),
    needs=("spouse_statement",),
)
def spouse_statement(case: Case) -> Finding:
    """The Hungarian spouse states in writing, in person or before a notary, that the marriage still stands."""
    return tell(
        case.applicant.spouse_statement,
        say("The spouse stated that the marriage stands"),
        say("The spouse did not state that the marriage stands"),
        say("The spouse has not made the statement yet"),
        case.path("spouse_statement"),
    )


def bonds(case: Case) -> list[Bond]:
    """Every marriage of the applicant that may stand on the day of filing."""
    bonds = []
    for number, marriage in enumerate(case.applicant.marriages or ()):
        path = case.path("marriages", str(number))
        stands = _stands(case, marriage, path)
        if only_doubted(marriage.evidence):
            stands = all_of(stands, officer(say("The papers for the marriage are doubted: do they prove it?"), path))
        bonds.append(Bond(marriage, path, stands))
    return bonds


def _stands(case: Case, marriage: Marriage, path: str) -> Finding:
    ended: bool | None = False
    if marriage.until is not None:
        ended = not_later(marriage.until, case.today)
    elif marriage.ended_by is not None:
        ended = True
    spouse = case.facts.people.get(marriage.to or "")
    if spouse is not None and spouse.died is not None and not ended:
        dead = not_later(spouse.died, case.today)
        ended = True if dead else None if dead is None else ended
    begun = None if marriage.since is None else not_later(marriage.since, case.today)
    return all_of(
        tell(
            None if ended is None else not ended,
            say("The marriage stands on the day of filing"),
            say("The marriage had ended by the day of filing"),
            say("It is not known whether the marriage still stands"),
            *_told_at(case, marriage, spouse, path),
        ),
        tell(
            begun,
            say("The marriage was concluded before filing"),
            say("The marriage was concluded only after the day of filing"),
            say("The day of the marriage is not known"),
            f"{path}.from",
        ),
    )


def _told_at(case: Case, marriage: Marriage, spouse: Person | None, path: str) -> tuple[str, ...]:
    """Where the end of a marriage is told: on its own record, with the spouse's death, or in both places."""
    by_record = marriage.ended_by is not None if marriage.until is None else not_later(marriage.until, case.today)
    dead = spouse is not None and spouse.died is not None and not_later(spouse.died, case.today) is not False
    if spouse is None or not dead:
        return (f"{path}.until",)
    died = f"people.{spouse.id}.died"
    return (died,) if by_record is False else (f"{path}.until", died)


def spouse_is_citizen(case: Case, bond: Bond) -> Finding:
    """Is the spouse a citizen on the day of filing, no matter since when?"""
    if bond.marriage.to is None:
        return unknown(say("The spouse is not known"), f"{bond.path}.to")
    return case.history.citizen_on(bond.marriage.to, case.today)


def _long_enough(case: Case, bond: Bond) -> Finding:
    since = bond.marriage.since
    ten = lasted(case, since, case.number("spouse_years"), bond.path)
    five = lasted(case, since, case.number("spouse_years_with_child"), bond.path)
    if five.answer is NOT_MET:
        return five
    return any_of(ten, all_of(five, _common_child(case, bond)))


def lasted(case: Case, since: Span | None, years: int, path: str) -> Finding:
    """Have so many years of marriage passed by the day of filing?"""
    return tell(
        None if since is None else not_later(since.plus_years(years), case.today),
        say("The marriage has lasted {years} years", years=years),
        say("The marriage has not lasted {years} years yet", years=years),
        say("It is not known whether the marriage has lasted {years} years", years=years),
        f"{path}.from",
    )


def _common_child(case: Case, bond: Bond) -> Finding:
    """A child of both spouses, on the applicant's list of children or tied to both in the case."""
    path = case.path("children")
    if bond.marriage.to is None:
        return unknown(say("The spouse is not known"), f"{bond.path}.to")
    parts = [_child_of_both(case, child, bond) for child in case.children()]
    if case.applicant.children is None:
        parts.append(unknown(say("It is not known whether there is a common child"), path))
    return any_of(not_met(say("No common child"), path), *parts)


def _child_of_both(case: Case, child: str, bond: Bond) -> Finding:
    path, who = f"people.{child}", case.who(child)
    person = case.facts.people.get(child)
    if person is None or person.parents is None:
        return unknown(say("{who}: the parents are not known", who=who), f"{path}.parents")
    ties = {tie.person: tie.by for tie in person.parents}
    if case.applicant.id not in ties or bond.marriage.to not in ties:
        return not_met(say("{who}: not a child of both spouses", who=who), f"{path}.parents")
    if "adoption" in (ties[case.applicant.id], ties[bond.marriage.to or ""]):
        return officer(
            say("{who}: adopted, not born to both: is it a common child in the sense of the Act?", who=who),
            f"{path}.parents",
        )
    finding = _born_in_marriage(case, child, bond)
    ours = [tie for tie in person.parents if tie.person in (case.applicant.id, bond.marriage.to)]
    if any(only_doubted(tie.evidence) for tie in ours):
        return all_of(
            finding,
            officer(say("{who}: the papers for a parent are doubted: do they prove it?", who=who), f"{path}.parents"),
        )
    return finding


def _born_in_marriage(case: Case, child: str, bond: Bond) -> Finding:
    path, who = f"people.{child}.born.on", case.who(child)
    born = case.facts.people[child].born.on
    if born is None:
        return met(say("{who}: a common child", who=who), f"people.{child}.parents")
    arrived = tell(
        not_later(born, case.today),
        say("{who}: a common child", who=who),
        say("{who}: born only after the day of filing", who=who),
        say("{who}: it is not known whether the child was born by the day of filing", who=who),
        path,
    )
    since = bond.marriage.since
    in_marriage = since is None or not_later(since, born)
    if in_marriage:
        return arrived
    if in_marriage is None:
        unsure = say("{who}: it is not known whether the child was born before the marriage", who=who)
        return all_of(arrived, unknown(unsure, path))
    return all_of(
        arrived,
        officer(say("{who}: born before the marriage: is it a common child in the sense of the Act?", who=who), path),
    )
