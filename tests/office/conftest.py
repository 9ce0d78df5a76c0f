"""Fixtures of the back office: signed-in members of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.office.cases import Road, member


@pytest.fixture
def road(db) -> Road:
    """A case of Ilona's to walk along the road."""
    return Road()


@pytest.fixture
def signed_in(db) -> Callable[[str], Client]:
    """Return a function that gives a browser signed in as a member of the cast, reading English."""

    def sign_in(name: str) -> Client:
        client = Client(headers={"accept-language": "en"})
        client.cookies["django_language"] = "en"
        client.force_login(member(name), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
