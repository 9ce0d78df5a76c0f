"""The form leaves out what cannot change anything: it ends where the whole form ends, with fewer pages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from hypothesis import HealthCheck, Phase, given, settings

import rules
from applications.assessment.facts import line_facts
from applications.assessment.told import OF_THE_LINE
from portal.public.household import Household
from portal.public.step import left_out, path
from rules.case import Case
from rules.logic import Answer
from tests.form.lives import TODAY, Life, Trail, World, every_page, filled_in, worlds
from tests.form.watched import Watched

calmly = settings(
    deadline=None,
    max_examples=50,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
"""Whole families shrink for minutes, and a busy machine must not fail them."""

RANKS = ("not_met", "unknown", "officer", "met")


def answers_of(household: Household) -> dict[str, str]:
    """Return what the law answers to the conditions of the route that rest on the line."""
    route = rules.assess(line_facts(household.known()), routes=["simplified_descent"])["simplified_descent"]
    return {each.id: each.answer for each in route.conditions if each.id in ("not_citizen", "ancestry")}


def together(answers: Mapping[str, str]) -> str:
    """Return what the route says as far as it rests on the line: all of its conditions must be met."""
    return min(answers.values(), key=RANKS.index)


def taken_at_their_word(household: Household) -> bool:
    """Whether nobody of whom the family says that he or she never was a citizen was made one by the law."""
    facts = rules.parse(line_facts(household.known()))
    history = Case(facts, TODAY).history
    never = (
        person
        for person, told in facts.people.items()
        if told.citizenships is not None and all(each.country != "HU" for each in told.citizenships)
    )
    return all(history.was_ever_citizen(person).answer is Answer.NOT_MET for person in never)


@calmly
@given(worlds())
def test_the_form_that_leaves_pages_out_ends_where_the_whole_form_ends(world: World) -> None:
    short, whole = filled_in(world), filled_in(world, every_page)

    assert short.answers.keys() <= whole.answers.keys()
    if taken_at_their_word(whole):
        assert together(answers_of(short)) == together(answers_of(whole))
        assert answers_of(short)["not_citizen"] == answers_of(whole)["not_citizen"]


@calmly
@given(worlds())
def test_whether_an_ancestor_was_a_citizen_never_hangs_on_what_is_left_out(world: World) -> None:
    short, whole = answers_of(filled_in(world)), answers_of(filled_in(world, every_page))

    assert short["ancestry"] == whole["ancestry"] or short["not_citizen"] == whole["not_citizen"] == "not_met"


@calmly
@given(worlds())
def test_what_is_left_out_at_the_end_is_nothing_the_law_asks_for(world: World) -> None:
    household = filled_in(world)
    asked = rules.questions(line_facts(household.known()), routes=["simplified_descent"])
    wanted = {question.path for question in asked if set(question.conditions) & {"not_citizen", "ancestry"}}

    for stop in left_out(household):
        for fact in stop.step.settles:
            whose, _dot, name = fact.rpartition(".")
            person = stop.asked.relative(whose) if whose else stop.asked.person
            place = f"people.p{person}." if name == "*" else f"people.p{person}.{name}"
            assert not [path for path in wanted if path.startswith(place)], (stop.key, fact)


@calmly
@given(worlds())
def test_the_facts_of_the_line_rest_on_the_pages_that_are_said_to_be_of_the_line(world: World) -> None:
    household = filled_in(world, every_page)
    answers = Watched(household.answers)

    line_facts(replace(household, answers=answers).known())

    assert answers.steps <= OF_THE_LINE


NOT_HUNGARIAN: Mapping[str, Mapping[str, object]] = {
    "ancestor-name": {"family_name": "Kovács", "given_name": "Anna"},
    "ancestor-hungarian": {"citizen": "no"},
    "ancestor-nationality": {"other": "listed", "items": [{"country": "RO"}]},
    "ancestor-parents-marriage": {"married": "yes", "on": "1935", "mother_otherwise": "no"},
    "ancestor-left": {"left": "no"},
    "ancestor-domicile": {"known": False},
}
OWN: Mapping[str, Mapping[str, object]] = {
    "nationalities": {"items": [{"country": "RO", "since": "", "by": "birth"}]},
    "former-nationalities": {"any": False},
    "hungarian-before": {"citizen": "no"},
    "marital-status": {"status": "single"},
    "parents": {"known": ["father", "mother"]},
    "adoption": {"adopted": False},
    "parents-marriage": {"married": "yes", "on": "1980", "mother_otherwise": "no"},
    "grandparents": {},
    "origin": {"relies": False},
}
BORN = {1: "1958", 2: "1912", 3: "1885"}


def family(citizen: Trail, **about_citizen: Mapping[str, object]) -> World:
    """Return a family in which everybody is known up to the great-grandparents, and one of them was a citizen."""

    def lives() -> Iterator[tuple[Trail, Life]]:
        trails: list[Trail] = [()]
        for generation in (1, 2, 3):
            trails = [(*trail, role) for trail in trails for role in ("father", "mother")]
            for trail in trails:
                yield trail, Life(BORN[generation], "RO-CJ", pages_of(trail, generation))

    def pages_of(trail: Trail, generation: int) -> Mapping[str, Mapping[str, object]]:
        known = {"known": ["father", "mother"] if generation < 3 else ["none"]}
        pages = {**NOT_HUNGARIAN, "ancestor-birth": {"on": BORN[generation]}, "ancestor-parents": known}
        return {**pages, "ancestor-hungarian": {"citizen": "yes"}, **about_citizen} if trail == citizen else pages

    return World(OWN, dict(lives()))


UNTIL_TRIANON = {
    "by": "birth", "since": "", "ended": "yes", "until": "1921-07-26", "ended_by": "trianon",
}  # fmt: skip
UNSURE = {"by": "birth", "since": "", "ended": "unknown", "until": "", "ended_by": ""}


def asked(world: World) -> list[tuple[str, str]]:
    """Return the pages about ancestors that the form asks, as (trail, page)."""
    answers = filled_in(world)
    return [("/".join(stop.asked.trail), stop.step.id) for stop in path(answers) if stop.asked.trail]


def test_once_the_fathers_father_was_a_citizen_nobody_is_asked_about_great_grandparents() -> None:
    pages = asked(family(("father", "father"), **{"ancestor-citizenship": UNTIL_TRIANON}))

    assert ("father/father", "ancestor-citizenship") in pages
    assert {trail for trail, _page in pages} == {
        "father", "mother", "father/father", "father/mother", "mother/father", "mother/mother",
    }  # fmt: skip
    assert ("mother/mother", "ancestor-parents") not in pages
    assert ("mother", "ancestor-parents") in pages


def test_what_an_end_that_is_told_has_settled_is_not_asked_any_more() -> None:
    settled = asked(family(("father", "father"), **{"ancestor-citizenship": UNTIL_TRIANON}))
    unsure = asked(family(("father", "father"), **{"ancestor-citizenship": UNSURE}))

    assert {page for _trail, page in settled} & {"ancestor-domicile", "ancestor-life"} == set()
    assert ("father/father", "ancestor-domicile") in unsure


def test_whichever_grandparent_was_a_citizen_nobody_is_asked_who_their_parents_were() -> None:
    """All of a generation are asked about before their parents are: the last of them may be the one."""
    pages = asked(family(("mother", "mother"), **{"ancestor-citizenship": UNTIL_TRIANON}))

    assert {trail for trail, page in pages if page == "ancestor-parents"} == {"father", "mother"}
    assert max(trail.count("/") for trail, _page in pages) == 1


def test_great_grandmothers_are_left_out_where_the_great_grandfathers_decide() -> None:
    """Born in wedlock before 1957, the grandparents followed their fathers; a citizen ancestor is named already."""
    household = filled_in(family(("father", "father", "father"), **{"ancestor-citizenship": UNTIL_TRIANON}))

    named = {stop.asked.trail for stop in path(household) if stop.step.id == "ancestor-name"}
    unnamed = {stop.asked.trail for stop in left_out(household) if stop.step.id == "ancestor-name"}
    assert {trail[-1] for trail in named if len(trail) == 3} == {"father"}
    assert {trail[-1] for trail in unnamed} == {"mother"}
    assert len(unnamed) == 4


def test_the_sheet_wants_the_departure_of_the_ancestor_relied_on_whatever_the_law_needs() -> None:
    """A grandmother's citizenship went no further, so nothing of it can change anything: her departure is a field."""
    pages = asked(family(("father", "mother"), **{"ancestor-citizenship": UNTIL_TRIANON}))

    assert ("father/mother", "ancestor-left") in pages
    assert not {page for _trail, page in pages} & {"ancestor-citizenship", "ancestor-domicile"}


def test_without_a_citizen_everybody_known_is_asked_about_and_the_origin_too() -> None:
    household = filled_in(family(()))

    assert sum(stop.step.id == "ancestor-hungarian" for stop in path(household)) == 2 + 4 + 8
    assert [stop.step.id for stop in path(household)].count("origin") == 1
    assert {stop.step.id for stop in left_out(household)} == set()


def test_whoever_says_to_be_a_citizen_already_is_asked_for_no_great_grandparents() -> None:
    world = family(("father", "father"))
    hungarian = {"items": [{"country": "HU", "since": "1985-05-03", "by": "birth"}]}

    household = filled_in(replace(world, own={**OWN, "nationalities": hungarian}))

    assert household.open.is_citizen
    assert all(len(stop.asked.trail) < 3 for stop in path(household))
