"""Ilona at her browser."""

import pytest
from django.test import Client

from applications.core.models import User
from applications.intake.models import Application
from tests import personas
from tests.form.walking import started


@pytest.fixture
def ilona() -> User:
    """Ilona's account."""
    return personas.applicant()


@pytest.fixture
def browser_of_ilona(client: Client, ilona: User) -> Client:
    """A client signed in as Ilona, reading English."""
    client.force_login(ilona)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def draft(browser_of_ilona: Client) -> Application:
    """A draft of Ilona's without any answer."""
    return started(browser_of_ilona)
