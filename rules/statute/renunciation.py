"""Renunciation (lemondás), Ápt. 8. §: a citizen who lives abroad and will not be left stateless."""

from __future__ import annotations

from typing import Final

from rules.case import Case
from rules.history.listed import HUNGARY
from rules.history.presumption import domiciled_here, running
from rules.logic import MET, NOT_MET, Finding, all_of, any_of, met, not_met, officer, opposite, tell, unknown
from rules.rule import route, rule
from rules.statute.citizenship import APT
from rules.statute.other_citizenship import other_citizenship, promised
from rules.words import say

CITES: Final = ("Ápt. 8. §",)


@rule("wants_to_renounce", title="Wishes to renounce", cites=CITES, since=APT, proof=("renunciation_declaration",),
      reads=("wants.renounce",))  # fmt: skip
def wants_to_renounce(case: Case) -> Finding:
    """Renunciation is the citizen's own declaration: nobody renounces for another, and nobody by silence.

    Not modelled: taking it back within one year where no other citizenship was got; the court against a refusal.
    """
    return tell(
        case.applicant.wants.renounce,
        say("Wishes to renounce"),
        say("Does not wish to renounce"),
        say("It is not known whether the citizen wishes to renounce"),
        case.path("wants", "renounce"),
    )


@rule(
    "lives_abroad",
    title="Lives abroad, without a registered address in Hungary",
    cites=CITES,
    since=APT,
    proof=("address_register_extract",),
    reads=("registered_in_hungary", "residences"),
)
def lives_abroad(case: Case) -> Finding:
    """The citizen lives abroad: there is no registered address in Hungary.

    A domicile here that runs on the day answers no as well. Chosen: a stay here without registration is for a person.
    """
    path = case.path("registered_in_hungary")
    home = _no_home_here(case)
    match case.applicant.registered_in_hungary:
        case True:
            # Where the residences name a home here as well, both would have to be otherwise.
            also = home.turns if home.answer is NOT_MET else ()
            return not_met(say("Has a registered address in Hungary"), path, *also)
        case False:
            return all_of(met(say("No registered address in Hungary"), path), home)
    return home if home.answer is NOT_MET else unknown(
        say("It is not known whether there is a registered address in Hungary"), path)  # fmt: skip


def _no_home_here(case: Case) -> Finding:
    """No domicile here on the day. Where no residences are given, the register alone is asked."""
    path = case.path("residences")
    none = met(say("No domicile in Hungary"), path)
    if case.applicant.residences is None:
        return none
    here = domiciled_here(case.history, case.applicant, case.today)
    stays = [
        each
        for each in case.applicant.residences
        if each.country == HUNGARY and each.kind == "stay" and running(each, case.today, case.today) is not False
    ]
    if here.answer is not MET and stays:
        return all_of(
            opposite(here), officer(say("Stays in Hungary without a domicile: does the person live abroad?"), path)
        )
    return opposite(here)


@rule(
    "another_citizenship",
    title="Has another citizenship or will probably get it",
    cites=CITES,
    since=APT,
    proof=("passport", "foreign_authority_certificate"),
    reads=("citizenships", "citizenship_promised"),
)
def another_citizenship(case: Case) -> Finding:
    """The citizen has another citizenship or makes it probable that it will be got."""
    return any_of(other_citizenship(case), promised(case))


route(
    "renunciation",
    title="Renunciation of citizenship",
    cites=CITES,
    since=APT,
    conditions=("citizen", "wants_to_renounce", "lives_abroad", "another_citizenship", "consent"),
)
