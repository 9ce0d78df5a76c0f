"""For any answers the path is finite, names each page once, and leads back as it leads on."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.public.household import About, GivenTies, Household, line
from portal.public.step import (
    Stop,
    all_steps,
    blocks,
    first_open,
    following,
    form_version,
    left_out,
    path,
    possible_in,
    previous,
    reached,
)
from portal.public.steps import SECTION
from tests.form.watched import Watched

APPLICANT = 1
PEOPLE = st.integers(min_value=1, max_value=12)
TODAY = date(2026, 11, 21)

calmly = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
"""Households are large; a busy machine must not fail them."""

YES_NO = st.sampled_from([True, False, None])
BRANCHES = {
    "former-names": {"any": YES_NO},
    "birth": {
        "country": st.sampled_from(["HU", "RO"]),
        "on": st.sampled_from(["1985-05-03", "2010-01-01", "1980", ""]),
    },
    "former-nationalities": {"any": YES_NO},
    "hungarian-before": {"citizen": st.sampled_from(["yes", "no", "unknown"])},
    "address": {"country": st.sampled_from(["HU", "RO"])},
    "lived-elsewhere": {"any": YES_NO},
    "marital-status": {"status": st.sampled_from(["single", "married", "widowed", "partnership"])},
    "marriage-record": {"registered": YES_NO},
    "parents": {"known": st.lists(st.sampled_from(["father", "mother", "none"]), unique=True)},
    "ancestor-parents": {"known": st.lists(st.sampled_from(["father", "mother", "none"]), unique=True)},
    "ancestor-hungarian": {"citizen": st.sampled_from(["yes", "no", "unknown"])},
    "ancestor-birth": {"on": st.sampled_from(["1905", "1921-07-26", "1950-01-01", ""])},
    "children": {"any": YES_NO},
    "child-birth": {"on": st.sampled_from(["2013-11-21", "2013-11-22", "2020-05-05"])},
    "child-other-parent": {"parent": st.sampled_from(["other", "none", "7"])},
    "child-custody": {"holder": st.sampled_from(["both", "applicant", "guardian"])},
    "convictions": {"any": YES_NO},
    "proceedings": {"hungary": YES_NO, "abroad": YES_NO},
}


@st.composite
def households(draw: st.DrawFn) -> Household:
    """Any household, even one whose ties make no sense: people who are their own ancestors, unknown persons."""
    answers = {}
    for step, fields in BRANCHES.items():
        for person in draw(st.sets(PEOPLE, max_size=4)):
            answers[person, step] = {name: draw(values) for name, values in fields.items()}
    parents = draw(st.dictionaries(PEOPLE, st.dictionaries(st.sampled_from(["father", "mother"]), PEOPLE), max_size=12))
    ties = GivenTies(
        parents, draw(st.lists(PEOPLE, max_size=3, unique=True)), draw(st.lists(PEOPLE, max_size=3, unique=True))
    )
    return Household(APPLICANT, answers, TODAY, ties)


@calmly
@given(households())
def test_the_path_is_finite_and_names_each_page_once(household: Household) -> None:
    keys = [(stop.asked.about, *stop.key) for stop in path(household)]

    assert len(keys) == len(set(keys)) <= len(all_steps()) * 13


@calmly
@given(households())
def test_what_the_path_reads_is_declared_to_lead(household: Household) -> None:
    read: set[tuple[str, str]] = set()

    class Reading(Household):
        def said(self, person: int, step: str, name: str) -> object:
            read.add((step, name))
            return super().said(person, step, name)

    list(path(Reading(household.applicant, household.answers, household.today, household.ties)))

    assert {(step, name) for step, name in read if name not in all_steps()[step].form.leads} == set()


@calmly
@given(households())
def test_next_and_previous_are_each_others_mirror(household: Household) -> None:
    stops = list({stop.key: stop for stop in reversed(list(path(household)))}.values())[::-1]
    together: list[Stop] = list(path(household))
    if len(stops) != len(together):
        return  # somebody is asked about in two capacities, which ties of one family never make

    for number, stop in enumerate(stops):
        before, found, after = (look(household, stop.key) for look in (previous, reached, following))
        assert found is not None
        assert found.key == stop.key
        assert (before.key if before else None) == (stops[number - 1].key if number else None)
        assert (after.key if after else None) == (stops[number + 1].key if number + 1 < len(stops) else None)


@calmly
@given(households())
def test_nobody_is_his_own_ancestor(household: Household) -> None:
    people = [asked.person for asked in line(household)]

    assert APPLICANT not in people
    assert len(people) == len(set(people))


@calmly
@given(households())
def test_the_line_ends_at_a_citizen(household: Household) -> None:
    citizens = {asked.trail for asked in line(household) if asked.said("ancestor-hungarian", "citizen") == "yes"}

    for asked in line(household):
        assert not any(asked.trail[: len(trail)] == trail and asked.trail != trail for trail in citizens)


@calmly
@given(households())
def test_a_page_off_the_path_has_no_neighbours(household: Household) -> None:
    on_path = {stop.key for stop in path(household)}
    for key in household.answers.keys() - on_path:
        assert reached(household, key) is None
        assert following(household, key) is None


@calmly
@given(households())
def test_a_page_left_out_is_opened_between_the_pages_of_the_path(household: Household) -> None:
    stops = list(path(household))
    for stop in left_out(household):
        found, before, after = (look(household, stop.key) for look in (reached, previous, following))
        assert found is not None
        assert found.key == stop.key
        assert before is not None
        assert after is not None
        assert stops.index(after) == stops.index(before) + 1


@calmly
@given(households())
def test_a_page_with_saved_answers_is_never_left_out(household: Household) -> None:
    assert {stop.key for stop in left_out(household)} & household.answers.keys() == set()


@calmly
@given(households())
def test_the_nearest_ancestors_are_asked_about_first(household: Household) -> None:
    generations = [len(asked.trail) for asked in line(household)]

    assert generations == sorted(generations)


@calmly
@given(households())
def test_only_pages_that_say_so_lead_to_others(household: Household) -> None:
    answers = Watched(household.answers)

    # What else is looked at only leaves out pages without answers: nothing is dropped for it.
    for block in range(len(blocks())):
        list(possible_in(replace(household, answers=answers), block))

    assert answers.steps <= {step.id for step in all_steps().values() if step.form.leads}


def test_the_first_open_page_comes_after_the_one_just_left() -> None:
    household = Household(APPLICANT, {(APPLICANT, "name"): {}}, TODAY)

    assert first_open(household).step.id == "birth-name"
    assert first_open(household, after=(APPLICANT, "sex")).step.id == "birth"


def test_every_step_stands_in_a_section_of_its_file() -> None:
    assert {step.section for step in all_steps().values()} == set(SECTION)
    assert {step.about for step in all_steps().values()} == set(About)


def test_the_version_of_the_form_does_not_depend_on_the_language() -> None:
    from django.utils import translation

    form_version.cache_clear()
    with translation.override("hu"):
        hungarian = form_version()
    form_version.cache_clear()
    with translation.override("en"):
        assert form_version() == hungarian


def test_two_steps_of_one_name_are_refused() -> None:
    from portal.public.step import DeclarationError, step
    from portal.public.step_form import StepForm

    with pytest.raises(DeclarationError, match="name"):

        @step("name")
        class Again(StepForm):
            """A second page of the name "name"."""


def test_the_list_of_pages_in_the_documentation_is_current() -> None:
    from portal.management.commands.write_steps import PATH, written

    assert PATH.read_text(encoding="utf-8") == written()
