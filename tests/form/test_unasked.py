"""What is not asked since it cannot change anything is said, can be answered all the same, and stays answered."""

from collections.abc import Mapping
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from applications.casework import requests
from applications.casework.models import RequestedItem
from applications.family.models import Person
from applications.intake.models import Answers, Application
from portal.public import answering, stored
from portal.public.addresses import page_address
from portal.public.draft import open_draft
from portal.public.step import Stop, first_open
from tests import personas
from tests.form.test_walk import EVERYTHING, a_citizen_grandfather
from tests.form.walking import answer, walk

pytestmark = pytest.mark.django_db

ALIVE = {"alive": "unknown", "version": "0", "go": "next"}


@pytest.fixture
def settled(browser_of_ilona: Client, draft: Application) -> Application:
    """Ilona's draft, answered as far as her children: she was a citizen herself until 2020, her father one too."""
    walk(browser_of_ilona, draft, EVERYTHING, a_citizen_grandfather, until="children")
    return draft


def left_out(draft: Application, step: str) -> Stop:
    """Return the first page of this step that is not asked."""
    return next(stop for stop in open_draft(draft).left_out if stop.step.id == step)


def on_path(draft: Application) -> set[tuple[int, str]]:
    """Return the pages that are asked."""
    return {stop.key for stop in open_draft(draft).stops}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("About Kovács Ilona, your father", "One is enough", "Is your father alive?")),
        ("hu", ("Róla: Kovács Ilona, az édesapja", "Egy elég", "Él-e még az édesapja")),
    ],
)
def test_the_task_list_says_what_is_not_asked_and_why(
    browser_of_ilona: Client, settled: Application, language: str, words: tuple[str, ...]
) -> None:
    browser_of_ilona.cookies["django_language"] = language

    html = browser_of_ilona.get(reverse("public:tasks", args=[settled.reference])).content.decode()

    for each in words:
        assert each in html
    assert f'href="{page_address(open_draft(settled), left_out(settled, "ancestor-life"))}"' in html


def test_a_draft_of_which_everything_matters_says_nothing_of_it(browser_of_ilona: Client, draft: Application) -> None:
    html = browser_of_ilona.get(reverse("public:tasks", args=[draft.reference])).content.decode()

    assert 'id="unasked"' not in html


def test_a_page_that_is_not_asked_opens_and_says_so(browser_of_ilona: Client, settled: Application) -> None:
    stop = left_out(settled, "ancestor-life")

    page = browser_of_ilona.get(page_address(open_draft(settled), stop))

    assert page.status_code == 200
    assert "You may answer this question all the same." in page.content.decode()
    before = next(each for each in open_draft(settled).stops if each.step.id == "ancestor-left")
    assert f'class="back" href="{page_address(open_draft(settled), before)}"' in page.content.decode()


def test_what_is_answered_all_the_same_is_asked_from_then_on(browser_of_ilona: Client, settled: Application) -> None:
    stop = left_out(settled, "ancestor-life")
    assert stop.key not in on_path(settled)

    done = browser_of_ilona.post(page_address(open_draft(settled), stop), ALIVE)

    mother = next(each for each in open_draft(settled).stops if each.asked.trail == ("mother",))
    assert done.url == page_address(open_draft(settled), mother)
    assert stop.key in on_path(settled)
    checked = browser_of_ilona.get(reverse("public:check", args=[settled.reference])).content.decode()
    assert "Alive" in checked


def test_an_answer_that_is_not_needed_is_never_dropped_for_that(browser_of_ilona: Client, settled: Application) -> None:
    stop = left_out(settled, "ancestor-life")
    browser_of_ilona.post(page_address(open_draft(settled), stop), ALIVE)

    parents = reverse("public:step", args=[settled.reference, "parents"])
    browser_of_ilona.post(parents, {"known": ["father"], "version": "1"})

    assert Answers.objects.filter(person=stop.asked.person, step="ancestor-life").exists()
    assert stop.key in on_path(settled)


def test_the_office_may_ask_for_a_page_that_the_form_did_not(browser_of_ilona: Client, settled: Application) -> None:
    stop = left_out(settled, "ancestor-life")
    Application.objects.filter(pk=settled.pk).update(state="information_requested")
    asked = requests.open_request(
        case=settled,
        introduction="",
        due_on=date(2027, 1, 31),
        asked_by=personas.staff("klara"),
        points=[
            requests.Point(
                RequestedItem.Kind.ANSWER, "When?", person=Person.objects.get(pk=stop.asked.person), step=stop.step.id
            )
        ],
    )

    (point,) = answering.points_of(open_draft(settled), asked)

    assert point.link == page_address(open_draft(settled), stop)
    assert browser_of_ilona.get(point.link).status_code == 200


def women_only(stop: Stop) -> Mapping[str, object]:
    """Nobody was a citizen; the mother's mother's mother is known by name at most."""
    mothers = stop.asked.trail in (("mother",), ("mother", "mother"))
    said = {"ancestor-hungarian": {"citizen": "no"}, "ancestor-parents": {"known": ["mother"] if mothers else ["none"]}}
    return said.get(stop.step.id, {})


def test_somebody_who_is_not_asked_about_any_more_stays_in_the_family(
    browser_of_ilona: Client, draft: Application
) -> None:
    while True:
        stop = first_open(open_draft(draft).household)
        if len(stop.asked.trail) == 3:
            break
        answer(browser_of_ilona, draft, stop, {**EVERYTHING.get(stop.step.id, {}), **women_only(stop)})
    great_grandmother = stop.key
    father = next(each for each in open_draft(draft).stops if each.step.id == "ancestor-hungarian")
    address = page_address(open_draft(draft), father)

    browser_of_ilona.post(address, {"citizen": "yes", "version": "1"})

    assert great_grandmother not in on_path(draft)
    assert Person.objects.filter(pk=great_grandmother[0]).exists()
    browser_of_ilona.post(address, {"citizen": "no", "version": "2"})
    assert great_grandmother in on_path(draft)


def test_what_is_open_is_asked_of_the_law_once_a_version_of_the_answers(
    browser_of_ilona: Client, settled: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    judge = stored.StoredHousehold.ask
    monkeypatch.setattr(stored.StoredHousehold, "ask", lambda household: asked.append(1) or judge(household))
    stop = next(each for each in open_draft(settled).stops if each.step.id == "ancestor-nationality")
    address = page_address(open_draft(settled), stop)

    done = browser_of_ilona.post(address, {"other": "unknown", "items": "0", "version": "1"})
    browser_of_ilona.get(done.url)
    browser_of_ilona.get(done.url)

    assert len(asked) == 1
