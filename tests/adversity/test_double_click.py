"""Who presses twice is answered once: one submission, one e-mail, one case."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from applications.correspondence.models import Message
from applications.intake.models import Answers, Application, Submission
from tests.form.walking import started

DECLARED = {"true": "on", "warned": "on", "privacy": "on"}


def sent(client: Client, case: Application):
    """Send the declaration as the open page would."""
    return client.post(f"/apply/{case.reference}/check/", {**DECLARED, "version": str(case.version)})


def only_one_of_each(case: Application) -> None:
    """Expect one submission, one change of state and one e-mail."""
    assert Submission.objects.filter(application=case).count() == 1
    assert case.changes.filter(transition="submit").count() == 1
    assert Message.objects.filter(application=case, template="submitted").count() == 1


@pytest.mark.django_db
def test_a_second_click_finds_it_sent(ilona: Client, draft: Application):
    first, second = sent(ilona, draft), sent(ilona, draft)

    assert first.url == second.url == f"/apply/{draft.reference}/sent/"
    assert ilona.get(second.url).status_code == 200
    only_one_of_each(draft)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_send_once(ilona: Client, draft: Application):
    def click(_number: int) -> int:
        try:
            other = Client()
            other.cookies = ilona.cookies
            return sent(other, draft).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as clicks:
        codes = list(clicks.map(click, range(4)))

    assert codes == [302] * 4
    only_one_of_each(draft)


@pytest.mark.django_db
def test_saving_a_page_twice_saves_it_once(ilona: Client, draft: Application):
    page, sex = f"/apply/{draft.reference}/sex/", {"sex": "male", "version": "1", "go": "next"}

    first, second = ilona.post(page, sex), ilona.post(page, sex)

    assert first.status_code == second.status_code == 302
    assert Answers.objects.get(step="sex").version == 2


@pytest.mark.django_db
def test_starting_twice_makes_one_application_only(ilona: Client):
    started(ilona)
    second = ilona.post("/apply/")

    assert second.status_code in (200, 302)
    assert Application.objects.count() == 1
