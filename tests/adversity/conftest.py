"""Ilona with her draft, and Mari, who has nothing to do with it."""

import pytest
from django.test import Client

from applications.core.models import User
from applications.intake.models import Application
from tests import personas
from tests.form.walking import started, walk


def reading_english(user: User) -> Client:
    """Return a browser in which somebody is signed in and reads English."""
    client = Client()
    client.force_login(user)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def ilona() -> Client:
    """Ilona's browser."""
    return reading_english(personas.applicant())


@pytest.fixture
def mari() -> Client:
    """The browser of a stranger who has an account too."""
    return reading_english(personas.applicant("mari"))


@pytest.fixture
def draft(ilona: Client) -> Application:
    """Ilona's draft, answered as far as the law demands for sending."""
    case = started(ilona)
    walk(ilona, case, {}, until="contact")
    case.refresh_from_db()
    return case
