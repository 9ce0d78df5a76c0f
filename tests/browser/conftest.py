"""The cast at its desks, each in a browser of his or her own."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Browser, Page

from applications.core import clock
from applications.core.models import User
from tests import personas
from tests.installation import Installation

Desk = Callable[..., Page]
WIDE = {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def cast(installation: Installation) -> dict[str, User]:
    """Every member of staff, reading English, with confirmed addresses."""
    members = {name: personas.staff(name) for name in personas.STAFF}
    for user in members.values():
        confirm(user)
    return members


def confirm(user: User) -> User:
    """Give an account a confirmed address, English, and the offer of a second factor behind it."""
    user.language, user.second_factor_offered_at = "en", clock.now()
    user.save(update_fields=["language", "second_factor_offered_at"])
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    return user


def session_of(user: User) -> str:
    """Return the key of a new session in which an account is signed in."""
    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    just_now = {"method": "password", "at": time.time() + 3600, "email": user.email, "reauthenticated": True}
    store["account_authentication_methods"] = [just_now]
    store["account_authentication_methods_user"] = str(user.pk)
    store.create()
    return str(store.session_key)


def cookies_of(url: str, user: User | None, language: str) -> list[dict[str, str]]:
    """Return the cookies of a reader's language and, where there is a user, of a session."""
    cookies = {"django_language": language, **({"sessionid": session_of(user)} if user else {})}
    return [{"name": name, "value": value, "url": url} for name, value in cookies.items()]


@pytest.fixture(scope="module")
def site(committed_db: None, request: pytest.FixtureRequest) -> Iterator[Installation]:
    """A web server where nothing needs a worker; a module's `SETTINGS` are the environment it starts with."""
    running = Installation(changes=getattr(request.module, "SETTINGS", {}))
    try:
        running.start("web")
        yield running
    finally:
        running.stop()


@pytest.fixture
def desk(browser: Browser, installation: Installation) -> Iterator[Desk]:
    """Return a function that opens a browser for somebody, signed in where a user is given."""
    with ExitStack() as stack:

        def opened(user: User | None = None, *, width: int = 1440, language: str = "en", script: bool = True) -> Page:
            context = stack.enter_context(
                browser.new_context(
                    base_url=installation.url,
                    viewport={"width": width, "height": 900},
                    locale=language,
                    java_script_enabled=script,
                )
            )
            context.set_default_timeout(15000)
            context.add_cookies(cookies_of(installation.url, user, language))
            return context.new_page()

        yield opened
