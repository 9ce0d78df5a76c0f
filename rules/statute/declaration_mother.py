"""Ápt. 5/A. § (1) c): the child of a Hungarian mother and a foreign father, born before 1 October 1957."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from rules.case import Case
from rules.dates import ANY_DAY, Span, earlier, on
from rules.facts import ParentTie, only_doubted
from rules.history.claims import doubt
from rules.history.descent import parent_of_sex
from rules.logic import NOT_MET, UNKNOWN, Finding, officer, opposite, tell, unknown
from rules.parameters import turning_day
from rules.rule import rule
from rules.statute.declaration import DECLARATION
from rules.words import say

CITES: Final = ("Ápt. 5/A. § (1) c)",)
PROOF: Final = ("birth_certificate", "marriage_certificate", "citizenship_certificate")


@rule("born_before_october_1957", title="Was born before 1 October 1957", cites=CITES, since=DECLARATION,
      proof=("birth_certificate",), reads=("born.on",))  # fmt: skip
def born_before_october_1957(case: Case) -> Finding:
    """Born before 1 October 1957, when either parent began to give citizenship. Descendants cannot declare."""
    born = case.applicant.born.on
    return tell(
        None if born is None else earlier(born, on(turning_day("act_1957"))),
        say("Born before 1 October 1957"),
        say("Born on 1 October 1957 or later"),
        say("The day of birth is not known exactly"),
        case.path("born", "on"),
    )


@rule(
    "mother_citizen_at_birth",
    title="The mother was a Hungarian citizen at the birth",
    cites=CITES,
    since=DECLARATION,
    proof=PROOF,
    reads=("born.on", "parents"),
)
def mother_citizen_at_birth(case: Case) -> Finding:
    """The mother was a citizen on the day of the birth.

    A marriage to a foreigner before 1 February 1949 had taken it from her; one from then until 1957 is for a person.
    """
    return _parent(case, "female")


@rule(
    "father_foreign_at_birth",
    title="The father was a foreigner at the birth",
    cites=CITES,
    since=DECLARATION,
    proof=PROOF,
    reads=("born.on", "parents"),
)
def father_foreign_at_birth(case: Case) -> Finding:
    """The father was not a Hungarian citizen on the day of the birth; one who had lost it by then was a foreigner."""
    return opposite(_parent(case, "male"))


@rule(
    "no_citizenship_at_birth",
    title="Did not become a citizen at birth",
    cites=CITES,
    since=DECLARATION,
    proof=("birth_certificate",),
    reads=("born.on", "parents", "parents_married", "citizenships"),
)
def no_citizenship_at_birth(case: Case) -> Finding:
    """By the law of the day of birth the person did not become a citizen: born in wedlock to a foreign father.

    Whoever was born a citizen and lost it later is not meant.
    """
    return opposite(_at_birth(case, case.applicant.id))


def _birth(case: Case) -> Span:
    return case.applicant.born.on or Span(ANY_DAY.first, case.as_of)


# A day in the time of each law.
_DAYS: Final = tuple(date(year, 6, 1) for year in (1850, 1890, 1925, 1952, 1960, 1994, 2015))


def _at_birth(case: Case, person: str) -> Finding:
    """Was this person a citizen on the day of the birth? That day, where it is not known, is open as well."""
    finding = case.history.citizen_on(person, _birth(case))
    if finding.answer is not UNKNOWN or case.applicant.born.on is not None:
        return finding
    day = case.path("born", "on")

    def turns() -> tuple[str, ...]:
        """The day alone, where on one of these days all is settled; or the person's list alone; else both."""
        for when in map(on, _DAYS):
            born = replace(case.applicant.born, on=when)
            if case.history.supposing(case.applicant.id, born=born).citizen_on(person, when).answer is not UNKNOWN:
                return (day,)
        if case.facts.people[person].citizenships is None:
            listed = case.history.supposing(person, citizenships=())
            if listed.citizen_on(person, _birth(case)).answer is not UNKNOWN:
                return (f"people.{person}.citizenships",)
        return tuple(dict.fromkeys((*finding.turns, day)))

    return finding._replace(missing=tuple(dict.fromkeys((*finding.missing, day))), turns=turns())


def _parent(case: Case, sex: str) -> Finding:
    """Was the mother or the father a citizen at the birth? Whoever is not named is not known."""
    path = case.path("parents")
    sure, possible = parent_of_sex(case.history, case.applicant, sex)
    if sure is not None:
        return _citizen(case, sure, sex)
    findings = [_citizen(case, tie, sex) for tie in possible]
    if len(possible) == 2 and all(finding.answer is NOT_MET for finding in findings):  # noqa: PLR2004 - both parents
        return min(findings, key=lambda finding: len(finding.turns))
    if possible:
        return _either(case, possible, findings)
    named = say("The mother is not known") if sex == "female" else say("The father is not known")
    return unknown(named, path)


def _either(case: Case, possible: list[ParentTie], findings: list[Finding]) -> Finding:
    """One of these is meant: whose sex is told decides, with what is missing about that parent.

    Where both are said to be of the same sex, correcting one leaves the other.
    """
    said = say("It is not known which parent is the mother and which the father")
    meant = findings if case.facts.people[possible[0].person].sex is None else findings[::-1]
    ways = [
        (f"people.{tie.person}.sex", *(finding.turns if finding.answer is UNKNOWN else ()))
        for tie, finding in zip(possible, meant, strict=True)
    ]
    missing = tuple(dict.fromkeys([way[0] for way in ways] + [path for each in findings for path in each.missing]))
    return unknown(said, *missing)._replace(turns=min(ways, key=len))


def _citizen(case: Case, tie: ParentTie, sex: str) -> Finding:
    """Was this parent a citizen at the birth? Where the tie is doubted, a foreign father is not shown either."""
    finding = _at_birth(case, tie.person)
    path, doubted = case.path("parents"), say("The papers for a parent are doubted: do they prove it?")
    if sex == "male" and finding.answer is NOT_MET and only_doubted(tie.evidence):
        return officer(doubted, path)
    return doubt(tie.evidence, finding, doubted, path)
