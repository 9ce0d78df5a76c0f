"""The counting of years against the plainest model there is: one day after the other."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.dates import years_after
from tests.law.families import RESIDENT, answer

AS_OF = date(2024, 5, 10)
KINDS = ("stay", None, "domicile")
QUICK = settings(max_examples=150, deadline=None)

days = st.one_of(
    st.dates(date(2020, 6, 1), date(2024, 9, 1)),
    st.sampled_from([AS_OF, AS_OF - timedelta(days=1), date(2021, 5, 9), date(2021, 5, 10), date(2021, 5, 11)]),
)
periods = st.lists(st.tuples(days, st.one_of(st.none(), days), st.sampled_from(KINDS)), max_size=5)


def said(residences):
    return answer("ordinary_3", "residence_3", RESIDENT, {"people.applicant.residences": residences})


def written(lived, length=10):
    """The periods as facts, their days cut to 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'."""
    return [
        {"country": "HU", "from": str(first)[:length], "kind": kind} | ({"to": str(last)[:length]} if last else {})
        for first, last, kind in lived
    ]


def day_by_day(lived):
    """What each day of the three years rests on at best: domicile, kind not known, stay, nothing."""
    day = next(day for day in (AS_OF - timedelta(days=back) for back in range(1200)) if years_after(day, 3) <= AS_OF)
    found = []
    while day <= AS_OF:
        kinds = [KINDS.index(kind) for first, last, kind in lived if first <= day and (last is None or day <= last)]
        found.append(max(kinds, default=-1))
        day += timedelta(days=1)
    if -1 in (found[0], found[-1]):
        return "not_met"
    if KINDS.index(None) in found:
        return "unknown"
    return "met" if set(found) == {KINDS.index("domicile")} else "officer"


@QUICK
@given(periods)
def test_whole_days_are_counted_as_by_hand(lived):
    assert said(written(lived)) == day_by_day(lived)


@QUICK
@given(periods, st.sampled_from([4, 7]))
def test_a_settled_answer_holds_for_every_day_a_vague_date_allows(lived, length):
    vague = said(written(lived, length))

    assert vague not in ("met", "not_met") or said(written(lived)) == vague


@QUICK
@given(periods, periods)
def test_more_domicile_never_counts_against_anybody(lived, more):
    rank = ("not_met", "unknown", "officer", "met")
    domiciles = [(first, last, "domicile") for first, last, _ in more]
    before, after = said(written(lived)), said(written(lived + domiciles))

    assert rank.index(after) >= rank.index(before)
