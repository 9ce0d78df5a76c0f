"""After sending, only what the office asks for opens for change."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from applications.casework import requests
from applications.casework.models import RequestedItem
from applications.documents.models import Paper
from applications.intake.models import Answers, Application
from tests import personas
from tests.form.test_uploads import upload
from tests.form.test_wizard import NAME, at, stop_at
from tests.form.walking import answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(browser_of_ilona: Client, draft: Application) -> Application:
    """Ilona's case, in which the office asks for her name again and for a passport."""
    answer(browser_of_ilona, draft, stop_at(draft, "name"), {})
    answer(browser_of_ilona, draft, stop_at(draft, "sex"), {})
    Application.objects.filter(pk=draft.pk).update(state="information_requested")
    requests.open_request(
        case=draft,
        introduction="",
        due_on=date(2027, 1, 31),
        asked_by=personas.staff("klara"),
        points=[
            requests.Point(RequestedItem.Kind.ANSWER, "Is this your whole name?", person=draft.applicant, step="name"),
            requests.Point(RequestedItem.Kind.PAPER, "Please bring it.", person=draft.applicant, paper_kind="passport"),
        ],
    )
    return draft


def test_the_page_asked_for_opens_and_saving_it_answers_the_point(browser_of_ilona: Client, asked: Application) -> None:
    assert browser_of_ilona.get(at(asked, "name")).status_code == 200

    done = browser_of_ilona.post(at(asked, "name"), {**NAME, "given_name": "Ilona Mária", "version": "1"})

    assert done.status_code == 302
    assert asked.reference in done.url
    assert Answers.objects.get(step="name").data["given_name"] == "Ilona Mária"
    assert RequestedItem.objects.get(kind="answer").answered_at is not None


def test_another_page_stays_closed(browser_of_ilona: Client, asked: Application) -> None:
    page = browser_of_ilona.post(at(asked, "sex"), {"sex": "male", "version": "1"})

    assert page.status_code == 302
    assert Answers.objects.get(step="sex").data["sex"] == "female"


def test_only_the_paper_asked_for_is_taken(browser_of_ilona: Client, asked: Application) -> None:
    from tests.documents import made_files

    add = reverse("public:paper_add", args=[asked.reference])
    sent = {"person": str(asked.applicant_id), "title": ""}
    scan = made_files.jpeg(made_files.page())

    refused = browser_of_ilona.post(add, {**sent, "kind": "birth_certificate", "files": upload("a.jpg", scan)})
    taken = browser_of_ilona.post(add, {**sent, "kind": "passport", "files": upload("a.jpg", scan)})

    assert (refused.status_code, taken.status_code) == (404, 302)
    assert RequestedItem.objects.get(kind="paper").paper == Paper.objects.get()
