"""Terms are computed from intervals: pauses stretch them, a missed night changes nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.casework.deadlines import is_working_day, months_later, next_working_day, paused_days

DAYS = st.dates(date(2011, 1, 1), date(2090, 12, 31))


def at(day: date) -> datetime:
    """Return noon of a day."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 15), 3, date(2026, 4, 15)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 1, 31), 12, date(2027, 1, 31)),
    ],
)
def test_a_term_in_months_ends_on_the_same_day_or_the_last(day, months, expected):
    assert months_later(day, months) == expected


@given(DAYS, st.integers(0, 240))
def test_months_later_is_in_the_right_month_and_never_past_the_day(day, months):
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


@given(DAYS)
def test_a_term_ends_on_a_working_day_at_most_a_week_later(day):
    end = next_working_day(day)
    assert is_working_day(end)
    assert timedelta(0) <= end - day <= timedelta(7)
    assert next_working_day(end) == end


@pytest.mark.parametrize(
    "holiday",
    [date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 25), date(2026, 8, 20), date(2026, 10, 23), date(2026, 12, 25)],
)
def test_holidays_are_no_working_days(holiday):
    """Good Friday, Easter Monday, Whit Monday of 2026 and days that stay (Mt. 102. §)."""
    assert not is_working_day(holiday)


@given(
    st.lists(
        st.tuples(DAYS, st.sampled_from(["filed", "under_review", "information_requested", "advice_requested"])),
        max_size=12,
    ),
    DAYS,
)
def test_paused_days_are_the_days_spent_paused(steps, today):
    steps = sorted(step for step in steps if step[0] <= today)
    days = paused_days([(at(day), state) for day, state in steps], today)
    state_on: dict[date, str] = {}
    for (day, state), following in zip(steps, [*(step[0] for step in steps[1:]), today], strict=False):
        for offset in range((following - day).days):
            state_on[day + timedelta(offset)] = state
    assert days == sum(state in {"information_requested", "advice_requested"} for state in state_on.values())


@given(DAYS, st.integers(1, 200), st.integers(1, 100))
def test_a_pause_stretches_the_term_by_its_length(day, length, rest):
    changes = [
        (at(day), "under_review"),
        (at(day + timedelta(5)), "information_requested"),
        (at(day + timedelta(5 + length)), "under_review"),
    ]
    assert paused_days(changes, day + timedelta(5 + length + rest)) == length
