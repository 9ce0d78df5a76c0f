"""Ápt. 4. § (4): five years are enough for those born in Hungary and for those who settled there as minors."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from rules.case import Case
from rules.dates import Span, earlier, not_later, on, within
from rules.facts import Residence, only_doubted
from rules.history.listed import HUNGARY
from rules.history.territories import Belonged, belonged, returned_on, territory
from rules.logic import Finding, all_of, any_of, met, not_met, officer, tell, unknown
from rules.parameters import turning_day
from rules.rule import rule
from rules.statute.citizenship import APT
from rules.statute.stateless import is_stateless
from rules.words import say

CITES: Final = ("Ápt. 4. § (4)",)
TITLE: Final = "Was born in Hungary, or settled there as a minor"
PROOF: Final = ("birth_certificate", "address_register_extract")
READS: Final = ("born.on", "born.area", "residences")
SETTLED: Final = turning_day("stateless_settled")


@rule(
    "rooted_here",
    title=TITLE,
    cites=CITES,
    since=APT,
    until=SETTLED - timedelta(days=1),
    proof=PROOF,
    reads=(*READS, "citizenships"),
)
def rooted_here_until_2023(case: Case) -> Finding:
    """As today, and c) 'hontalan': the stateless needed five years until they moved to the list of three.

    The day of that move is not settled; a stateless person's filing before 2024 is for a person.
    """
    said = say("It is not settled when the stateless moved from five years to three: which term applied on this day?")
    moved = officer(said, case.path("citizenships"))
    return any_of(all_of(is_stateless(case), moved), _born_here(case), _settled_young(case))


@rule("rooted_here", title=TITLE, cites=CITES, since=SETTLED, proof=PROOF, reads=READS)
def rooted_here(case: Case) -> Finding:
    """'…a) az ország területén született; b) kiskorúsága idején létesített magyarországi lakóhelyet.'

    Chosen: any domicile begun in Hungary before the 18th birthday is enough, even where the person left and came
    back; a birth in lands that belonged to Hungary on that day only is for a person.
    """
    return any_of(_born_here(case), _settled_young(case))


def _born_here(case: Case) -> Finding:
    path, area = case.path("born", "area"), case.applicant.born.area
    if area is None:
        return unknown(say("It is not known where the applicant was born"), path)
    if area.partition("-")[0] == HUNGARY:
        return met(say("Born in Hungary"), path)
    born = case.applicant.born.on
    if belonged(area) is Belonged.UNIT_NEEDED and _by_1945(born) is not False:
        return unknown(say("The county of birth is needed: part of the country belonged to Hungary"), path)
    then = _then_hungarian(area, born)
    if then:
        return officer(
            say("Born in a land that belonged to Hungary on that day: does it count as born in Hungary?"), path
        )
    if then is False:
        return not_met(say("Not born in Hungary"), path)
    return unknown(
        say("Whether the land belonged to Hungary depends on the day of birth, which is not known exactly"),
        case.path("born", "on"),
    )


def _by_1945(born: Span | None) -> bool | None:
    return None if born is None else earlier(born, on(turning_day("armistice_1945")))


def _then_hungarian(area: str, born: Span | None) -> bool | None:
    """Did the land belong to Hungary on the birthday: before 26 July 1921, or between an award and the armistice?"""
    if belonged(area) is Belonged.NO:
        return False
    if born is None:
        return None
    before = earlier(born, on(turning_day("cession_1921")))
    row = territory(area)
    if row is None or row.reannexed_from is None or row.reannexed_to is None:
        return before
    again = within(born, returned_on(area)[0], row.reannexed_to)
    return True if before or again else None if None in (before, again) else False


def _settled_young(case: Case) -> Finding:
    path = case.path("residences")
    if case.applicant.residences is None:
        vague = () if case.applicant.born.on else (case.path("born", "on"),)
        return unknown(say("It is not known where the applicant has lived"), path, *vague)
    parts = [
        _begun_young(case, residence, f"{path}.{number}")
        for number, residence in enumerate(case.applicant.residences)
        if residence.country == HUNGARY
    ]
    return any_of(not_met(say("No domicile in Hungary begun as a minor"), path), *parts)


def _begun_young(case: Case, residence: Residence, path: str) -> Finding:
    born = case.applicant.born.on
    young = arrived = None
    if born is not None:
        since = residence.since or _some_day(case, born, residence)
        young = earlier(since, born.plus_years(case.number("adult_age")))
        arrived = not_later(since, case.today)
    vague = [f"{path}.from"] if residence.since is None or not residence.since.whole else []
    vague += [] if born is not None and (vague or born.whole) else [case.path("born", "on")]
    paths = tuple(vague) or (f"{path}.from", case.path("born", "on"))
    begun = tell(
        young,
        say("Settled in Hungary as a minor"),
        say("Settled in Hungary only after coming of age"),
        say("It is not known whether the applicant was a minor when settling in Hungary"),
        *paths,
    )
    before_filing = tell(
        arrived,
        say("Settled in Hungary before filing"),
        say("Settled in Hungary only after the day of filing"),
        say("It is not known whether the applicant was a minor when settling in Hungary"),
        *paths,
    )
    return all_of(begun, before_filing, _domicile(residence, path))


def _some_day(case: Case, born: Span, residence: Residence) -> Span:
    """A first day not known: somewhere between birth and the end of the residence."""
    last = min(case.as_of, residence.to.last) if residence.to else case.as_of
    return Span(min(born.first, last), last)


def _domicile(residence: Residence, path: str) -> Finding:
    if residence.kind is None:
        return unknown(say("Whether it was a domicile (lakóhely) or only a stay is not known"), f"{path}.kind")
    if residence.kind == "stay":
        return officer(say("Came to Hungary as a minor for a stay, not a domicile: does it count as settling?"), path)
    if only_doubted(residence.evidence):
        return officer(say("The papers for a residence are doubted: do they prove it?"), path)
    return met(say("A domicile in Hungary"), path)
