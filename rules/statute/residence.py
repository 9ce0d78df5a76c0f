"""How long the applicant has lived in Hungary without a break, counted back from the day of filing.

Ápt. 4. § (1) a), (2) and (4), and 23. §: eight years, three or five for those with a closer tie.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from rules.case import Case
from rules.dates import ANY_DAY, latest_start
from rules.facts import Residence, only_doubted
from rules.history.listed import HUNGARY
from rules.logic import UNKNOWN, Finding, all_of, met, not_met, officer, unknown
from rules.rule import rule
from rules.statute.citizenship import APT
from rules.words import Day, say

PROOF: Final = ("address_card", "address_register_extract", "residence_permit")
READS: Final = ("residences", "born.on")


@rule(
    "residence_8",
    title="Has lived in Hungary continuously for eight years",
    cites=("Ápt. 4. § (1) a)", "Ápt. 23. §"),
    since=APT,
    proof=PROOF,
    needs=("residences",),
    reads=READS,
)
def residence_8(case: Case) -> Finding:
    """'…a kérelem előterjesztését megelőző nyolc éven át folyamatosan Magyarországon lakott.'

    Only a domicile (lakóhely), registered and lawful, counts by itself. Which stays count and which absences break
    the years is not settled (23. §): a stay, a gap between residences, and a residence abroad beside the one in
    Hungary are for a person. Not modelled: the kind of residence permit.
    """
    return lived_here(case, case.number("residence_years"))


@rule(
    "residence_5",
    title="Has lived in Hungary continuously for five years",
    cites=("Ápt. 4. § (4)", "Ápt. 23. §"),
    since=APT,
    proof=PROOF,
    needs=("residences",),
    reads=READS,
)
def residence_5(case: Case) -> Finding:
    """'…a kérelem előterjesztését megelőző öt éven át folyamatosan Magyarországon volt a lakóhelye.'

    Counted as the eight years are.
    """
    return lived_here(case, case.number("residence_years_settled"))


@rule(
    "residence_3",
    title="Has lived in Hungary continuously for three years",
    cites=("Ápt. 4. § (2)", "Ápt. 23. §"),
    since=APT,
    proof=PROOF,
    needs=("residences",),
    reads=READS,
)
def residence_3(case: Case) -> Finding:
    """'…a kérelme előterjesztését megelőző három éven át folyamatosan Magyarországon lakott.'

    Counted as the eight years are.
    """
    return lived_here(case, case.number("residence_years_tied"))


class Period(NamedTuple):
    """A residence as whole days, both included, in one reading of its dates."""

    first: date
    last: date
    residence: Residence
    path: str


class Window(NamedTuple):
    """The years that must be full, both days included."""

    first: date
    last: date
    years: int


def lived_here(case: Case, years: int) -> Finding:
    """Has the applicant lived in Hungary on every day of so many years before filing?

    Dates that are not exact are read once as the longest residence they allow and once as the shortest.
    """
    window = Window(latest_start(case.as_of, years), case.as_of, years)
    longest = _judged(case, window, longest=True)
    if _exact(case):
        return longest
    shortest = _judged(case, window, longest=False)
    if longest.answer is shortest.answer:
        return shortest
    open_dates = unknown(say("The days of the residences are not known exactly enough"), *_vague(case, window))
    finding = all_of(open_dates, *(each for each in (longest, shortest) if each.answer is UNKNOWN))
    # Days and kinds hang together; what surely turns it is another account of where the applicant lived.
    return finding._replace(turns=(case.path("residences"),))


def _exact(case: Case) -> bool:
    """Do the dates of the residences allow one reading only?"""
    return all(_longest(case, each) == _shortest(case, each) for each in case.applicant.residences or ())


def _vague(case: Case, window: Window) -> list[str]:
    """The dates that are not exact, of residences that may reach into the years."""
    found = []
    for number, residence in enumerate(case.applicant.residences or ()):
        path = case.path("residences", str(number))
        first, last = _longest(case, residence)
        if first > window.last or last < window.first:
            continue
        if residence.since is None or not residence.since.whole:
            found.append(f"{path}.from")
        if residence.to is not None and not residence.to.whole:
            found.append(f"{path}.to")
    return found


def _judged(case: Case, window: Window, *, longest: bool) -> Finding:
    """The answer in one reading of the dates."""
    here = _periods(case, longest=longest, here=True)
    gaps = _uncovered(here, window)
    path = case.path("residences")
    if gaps and (gaps[0][0] == window.first or gaps[-1][1] == window.last):
        return _too_short(gaps, window, path)
    domicile = _uncovered([each for each in here if _counts(each.residence)], window)
    perhaps = _uncovered([each for each in here if each.residence.kind is None or _counts(each.residence)], window)
    parts = [met(say("Domicile in Hungary for {years} years without a break", years=window.years), path)]
    for first, last in gaps:
        days = {"since": Day(first.isoformat()), "to": Day(last.isoformat())}
        parts.append(
            officer(say("No residence in Hungary from {since} to {to}: does that break the years?", **days), path)
        )
    if domicile != perhaps:
        kinds = [f"{each.path}.kind" for each in here if each.residence.kind is None and _within(each, domicile)]
        parts.append(unknown(say("Whether it was a domicile (lakóhely) or only a stay is not known"), *kinds))
    if perhaps != gaps:
        parts.append(_weighed(here, perhaps, path))
    if not gaps:
        parts += _abroad(case, window, longest=longest)
    return all_of(*parts)


def _counts(residence: Residence) -> bool:
    """A domicile on papers that nobody doubts counts by itself."""
    return residence.kind == "domicile" and not only_doubted(residence.evidence)


def _too_short(gaps: list[tuple[date, date]], window: Window, path: str) -> Finding:
    if gaps[-1][1] == window.last:
        return not_met(say("No residence in Hungary on the day of filing"), path)
    return not_met(say("Has not lived in Hungary for {years} years yet", years=window.years), path)


def _weighed(here: list[Period], open_days: list[tuple[date, date]], path: str) -> Finding:
    """Part of the years rests on a stay, or on papers that are doubted."""
    if any(only_doubted(each.residence.evidence) and _within(each, open_days) for each in here):
        return officer(say("The papers for a residence are doubted: do they prove it?"), path)
    return officer(say("Part of the years was a stay, not a domicile: does it count?"), path)


def _abroad(case: Case, window: Window, *, longest: bool) -> list[Finding]:
    """A residence elsewhere within the years, beside the one in Hungary: was the life here continuous?

    The longest reading of the residence in Hungary is the shortest of the one abroad. The day of moving is no overlap.
    """
    return [
        officer(say("A residence abroad runs beside the one in Hungary: was life in Hungary continuous?"), each.path)
        for each in _periods(case, longest=not longest, here=False)
        if max(each.first, window.first) < min(each.last, window.last)
    ]


def _periods(case: Case, *, longest: bool, here: bool) -> list[Period]:
    """The residences in Hungary, or those elsewhere, in the longest or shortest reading; empty ones left out."""
    found = []
    for number, residence in enumerate(case.applicant.residences or ()):
        if (residence.country == HUNGARY) is not here:
            continue
        first, last = _longest(case, residence) if longest else _shortest(case, residence)
        if first <= last:
            found.append(Period(first, last, residence, case.path("residences", str(number))))
    return found


def _longest(case: Case, residence: Residence) -> tuple[date, date]:
    since, born = residence.since or ANY_DAY, case.applicant.born.on or ANY_DAY
    # Nobody lived anywhere before birth; an exact day stands as it is.
    first = since.first if since.whole else max(since.first, born.first)
    return first, residence.to.last if residence.to else ANY_DAY.last


def _shortest(case: Case, residence: Residence) -> tuple[date, date]:
    last = residence.to.first if residence.to else ANY_DAY.last
    return residence.since.last if residence.since else min(last, case.as_of), last


def _uncovered(periods: list[Period], window: Window) -> list[tuple[date, date]]:
    """The days of the window in none of the periods, as pairs of first and last day."""
    gaps = []
    wanted, end = window.first.toordinal(), window.last.toordinal()
    for period in sorted(periods, key=lambda each: each.first):
        first, last = period.first.toordinal(), min(period.last.toordinal(), end)
        if first > end:
            break
        if first > wanted:
            gaps.append((wanted, first - 1))
        wanted = max(wanted, last + 1)
    if wanted <= end:
        gaps.append((wanted, end))
    return [(date.fromordinal(first), date.fromordinal(last)) for first, last in gaps]


def _within(period: Period, days: list[tuple[date, date]]) -> bool:
    return any(period.first <= last and first <= period.last for first, last in days)
