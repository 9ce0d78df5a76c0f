"""The examination in basic constitutional studies, Ápt. 4. § (1) e), and who is exempt from it, 4/A. §."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from rules.case import Case
from rules.dates import reached
from rules.history.listed import HUNGARY
from rules.logic import Finding, all_of, any_of, citing, met, officer, tell, unknown
from rules.parameters import number, turning_day
from rules.rule import route, rule
from rules.statute.citizenship import APT
from rules.words import say

CITES: Final = ("Ápt. 4/A. §",)
TITLE: Final = "Is exempt from the constitutional examination"
PROOF: Final = ("birth_certificate", "court_order", "school_certificate", "diploma", "medical_certificate")
READS: Final = ("born.on", "capacity", "hungarian_diploma", "hungarian_diploma_country", "health_exempt")
UNSURE: Final = turning_day("exam_age_unsure")
SETTLED: Final = turning_day("exam_age_settled")
ONE_DAY: Final = timedelta(days=1)


@rule("exam_exempt", title=TITLE, cites=CITES, since=APT, until=UNSURE - ONE_DAY, proof=PROOF, reads=READS)
def exempt_1993(case: Case) -> Finding:
    """Exempt are those without full capacity, with studies in Hungarian, in ill health for good, and from 65.

    The text of the 1990s; everything else as today.
    """
    return _exempt(case, _by_age(case, case.number("exam_age")))


@rule("exam_exempt", title=TITLE, cites=CITES, since=UNSURE, until=SETTLED - ONE_DAY, proof=PROOF, reads=READS)
def exempt_2001(case: Case) -> Finding:
    """As before; between 1 July 2001 and 1 November 2005 the age fell from 65 to 60 on a day that is not settled.

    Whoever is 60 but not yet 65 is for a person.
    """
    before = _by_age(case, case.number("exam_age"))
    after = _by_age(case, number("exam_age", SETTLED))
    said = say("The age fell from 65 to 60 on a day that is not settled: was it 60 already?")
    return _exempt(case, any_of(before, all_of(after, officer(said, case.path("born", "on")))))


@rule("exam_exempt", title=TITLE, cites=CITES, since=SETTLED, proof=PROOF, reads=READS)
def exempt(case: Case) -> Finding:
    """Exempt are those without full capacity, with studies in Hungarian, in ill health for good, and from 60.

    A minor lacks full capacity by age. Where in the world the studies must have been is not settled: those outside
    Hungary are for a person. The age counts on the day of filing.
    """
    return _exempt(case, _by_age(case, case.number("exam_age")))


@rule(
    "exam",
    title="Passed the constitutional examination in Hungarian, or is exempt",
    cites=("Ápt. 4. § (1) e)",),
    since=APT,
    proof=("exam_certificate", *PROOF),
    reads=("exam", *READS),
)
def exam(case: Case) -> Finding:
    """'…alkotmányos alapismeretekből magyar nyelven eredményes vizsgát tett, vagy ez alól … mentesül.'

    How long a passed examination is good for is not modelled.
    """
    taken = case.applicant.exam
    passed = tell(
        None if taken is None else taken == "passed",
        say("The examination was passed"),
        say("The examination has not been passed"),
        say("It is not known whether the examination was passed"),
        case.path("exam"),
    )
    wording = case.wording("exam_exempt")
    return passed if wording is None else any_of(passed, citing(wording(case), *wording.cites))


def _exempt(case: Case, by_age: Finding) -> Finding:
    return any_of(by_age, _by_capacity(case), _by_studies(case), _by_health(case))


def _by_age(case: Case, years: int) -> Finding:
    return tell(
        reached(case.applicant.born.on, years, case.as_of),
        say("{years} years old or older on the day of filing", years=years),
        say("Not yet {years} years old on the day of filing", years=years),
        say("The day of birth is not known exactly"),
        case.path("born", "on"),
    )


def _by_capacity(case: Case) -> Finding:
    """Legal capacity limited or removed by a court, or not yet full because of age."""
    of_age = reached(case.applicant.born.on, case.number("adult_age"), case.as_of)
    minor = tell(
        None if of_age is None else not of_age,
        say("A minor on the day of filing, so without full legal capacity"),
        say("Of age on the day of filing"),
        say("The day of birth is not known exactly"),
        case.path("born", "on"),
    )
    capacity = case.applicant.capacity
    ruled = tell(
        None if capacity is None else capacity != "full",
        say("A court limited or removed legal capacity"),
        say("Full legal capacity"),
        say("It is not known whether a court ruled on legal capacity"),
        case.path("capacity"),
    )
    return any_of(minor, ruled)


def _by_studies(case: Case) -> Finding:
    path = case.path("hungarian_diploma")
    studied = tell(
        case.applicant.hungarian_diploma,
        say("A degree was taken in Hungarian"),
        say("No degree taken in Hungarian"),
        say("It is not known whether a degree was taken in Hungarian"),
        path,
    )
    if case.applicant.hungarian_diploma:
        return all_of(studied, _where(case))
    if case.applicant.hungarian_diploma is None and case.applicant.hungarian_diploma_country is None:
        # A degree alone leaves open where it was taken.
        return studied._replace(turns=(path, case.path("hungarian_diploma_country")))
    return studied


def _where(case: Case) -> Finding:
    path, country = case.path("hungarian_diploma_country"), case.applicant.hungarian_diploma_country
    if country is None:
        return unknown(say("It is not known in which country the degree was taken"), path)
    if country == HUNGARY:
        return met(say("The degree was taken in Hungary"), path)
    return officer(say("It is not settled: does a Hungarian degree from abroad exempt?"), path)


def _by_health(case: Case) -> Finding:
    return tell(
        case.applicant.health_exempt,
        say("Lasting damage to health prevents the examination"),
        say("No lasting damage to health that prevents the examination"),
        say("It is not known whether damage to health prevents the examination"),
        case.path("health_exempt"),
    )


route(
    "exam_exemption",
    title="Exemption from the constitutional examination",
    cites=CITES,
    since=APT,
    conditions=("exam_exempt",),
)
