"""Answers become facts that the law understands, and nothing that was not said."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from jsonschema import Draft202012Validator

import rules
from applications.assessment import facts
from applications.core import clock
from applications.intake.models import Application
from portal.public.draft import open_draft
from portal.public.step import Stop
from tests.form.test_walk import EVERYTHING, a_citizen_grandfather
from tests.form.walking import walk

pytestmark = pytest.mark.django_db

SCHEMA = json.loads((Path(__file__).parent / "facts.schema.json").read_text())
SIMPLE = {
    "marital-status": {"status": "single"},
    "parents": {"known": ["father", "mother"]},
    "parents-marriage": {"married": "yes", "on": "1980", "mother_otherwise": "no"},
    "hungarian": {"level": "fluent"},
    "hungarian-before": {"citizen": "no"},
    "oath-place": {"where": "mayor", "office": ""},
    "ancestor-nationality": {"other": "listed"},
}


def through_the_fathers(stop: Stop) -> Mapping[str, object]:
    """Father born 1958, grandfather 1930, great-grandfather 1905 in Kolozsvár, a citizen until 1921."""
    born = {("father",): "1958", ("father", "father"): "1930", ("father", "father", "father"): "1905"}
    deepest = stop.asked.trail == ("father", "father", "father")
    said: dict[str, Mapping[str, object]] = {
        "ancestor-birth": {"on": born.get(stop.asked.trail, "1960")},
        "ancestor-hungarian": {"citizen": "yes" if deepest else "no"},
        "ancestor-citizenship": {"by": "birth", "ended": "yes", "until": "1921-07-26", "ended_by": "trianon"},
        "ancestor-left": {"left": "no"},
        "ancestor-parents": {"known": ["father"] if "mother" not in stop.asked.trail else ["none"]},
        "ancestor-parents-marriage": {"married": "yes"},
    }
    return said.get(stop.step.id, {})


def built(application: Application, on: date = date(2026, 11, 21)) -> dict[str, object]:
    """Return the facts about the applicant, held against the contract."""
    found = facts.build(application=application, person=application.applicant, on=on)
    Draft202012Validator(SCHEMA).validate(found)
    rules.parse(found)
    return found


def test_an_empty_draft_is_a_case_of_which_nothing_is_known(draft: Application) -> None:
    found = built(draft)

    assert found["people"] == {found["applicant"]: {}}
    assert {route.outcome for route in rules.assess(found, routes=["simplified_descent"]).routes} == {"unknown"}


def test_every_page_answered_makes_valid_facts_about_all_who_apply(
    browser_of_ilona: Client, draft: Application
) -> None:
    walk(browser_of_ilona, draft, EVERYTHING, a_citizen_grandfather)

    found = built(draft)
    child = draft.children.get()
    of_child = facts.build(application=draft, person=child, on=date(2026, 11, 21))

    Draft202012Validator(SCHEMA).validate(of_child)
    me = found["people"][found["applicant"]]
    assert {each["country"] for each in me["citizenships"]} == {"RO", "HU"}
    assert me["applies_with"] == [facts.fact_id(child)]
    assert of_child["people"][facts.fact_id(child)]["applies_with"] == [found["applicant"]]


def test_a_line_to_a_citizen_meets_the_condition_of_descent(browser_of_ilona: Client, draft: Application) -> None:
    walk(browser_of_ilona, draft, SIMPLE, through_the_fathers)

    answer = rules.assess(built(draft), routes=["simplified_descent"])["simplified_descent"]

    answers = {condition.id: condition.answer for condition in answer.conditions}
    assert answers["ancestry"] == "met"


def test_names_are_never_facts(browser_of_ilona: Client, draft: Application) -> None:
    walk(browser_of_ilona, draft, SIMPLE, through_the_fathers)

    assert "Kovács" not in json.dumps(built(draft), ensure_ascii=False)


def test_the_form_in_memory_gives_the_facts_of_the_line_that_a_submitted_case_has(
    browser_of_ilona: Client, draft: Application
) -> None:
    walk(browser_of_ilona, draft, EVERYTHING, a_citizen_grandfather)

    submitted = built(draft, on=clock.today())["people"]
    in_memory = facts.line_facts(open_draft(draft).household.known())["people"]

    assert in_memory.keys() <= submitted.keys()
    assert all(fact.items() <= submitted[person].items() for person, fact in in_memory.items())
    personal = {"hungarian", "capacity", "convictions", "prosecution", "prosecution_abroad", "applies_with"}
    me = facts.fact_id(draft.applicant_id)
    assert submitted[me].keys() - in_memory[me].keys() == personal
