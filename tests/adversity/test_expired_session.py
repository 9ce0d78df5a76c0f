"""A session that ended keeps what was being sent, and leads back to it after signing in."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.test import Client

from applications.core.models import User
from applications.intake.models import Answers, Application
from tests import personas

pytestmark = pytest.mark.django_db
NAME = {"family_name": "Bartha", "given_name": "Ágnes", "version": "1", "go": "next"}


@pytest.fixture
def returned(ilona: Client, draft: Application) -> Client:
    """Ilona's browser after her session ended while she was writing another name."""
    user = User.objects.get(email="ilona@example.hu")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    Session.objects.all().delete()
    return ilona


def sign_in(client: Client, address: str, following: str):
    """Sign in by the page an expired session leads to."""
    return client.post(
        f"/account/login/?next={following}",
        {"login": address, "password": personas.PASSWORD, "next": following},
        follow=True,
    )


def test_what_was_written_is_there_again_but_not_saved(returned: Client, draft: Application):
    page = f"/apply/{draft.reference}/name/"

    sent_away = returned.post(page, NAME)
    assert sent_away.url.startswith("/account/login/?next=")
    assert Answers.objects.get(step="name").data["family_name"] != "Bartha"

    User.objects.update(second_factor_offered_at=draft.started_at)
    html = sign_in(returned, "ilona@example.hu", page).content.decode()

    assert 'value="Bartha"' in html
    assert "It is not saved yet" in html
    assert Answers.objects.get(step="name").data["family_name"] != "Bartha"


def test_it_is_given_back_once(returned: Client, draft: Application):
    page = f"/apply/{draft.reference}/name/"
    returned.post(page, NAME)
    User.objects.update(second_factor_offered_at=draft.started_at)
    sign_in(returned, "ilona@example.hu", page)

    assert 'value="Bartha"' not in returned.get(page).content.decode()


def test_somebody_else_who_signs_in_there_sees_nothing_of_it(returned: Client, draft: Application):
    other = User.objects.create_user("mari@example.hu", personas.PASSWORD, second_factor_offered_at=draft.started_at)
    EmailAddress.objects.create(user=other, email=other.email, verified=True, primary=True)
    page = f"/apply/{draft.reference}/name/"
    returned.post(page, NAME)

    answer = sign_in(returned, "mari@example.hu", page)

    assert answer.status_code == 404
    assert "Bartha" not in answer.content.decode()


def test_what_is_held_lies_encrypted(returned: Client, draft: Application):
    returned.post(f"/apply/{draft.reference}/name/", NAME)

    assert "Bartha" not in str(dict(returned.session.items()))


def test_the_sign_in_page_says_what_happened(returned: Client, draft: Application):
    answer = returned.get(f"/apply/{draft.reference}/name/", follow=True)

    assert "Your session has ended" in answer.content.decode()
