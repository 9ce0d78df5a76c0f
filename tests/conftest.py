"""What every test may ask for, and what none may do: reach the network, keep a changed clock."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from django.test.utils import setup_databases, teardown_databases

from applications.core import clock
from tests import chromium
from tests.database import Snapshot
from tests.installation import Installation

LOOPBACK = ("127.", "::1", "localhost")
connect = socket.socket.connect


def guarded_connect(self: socket.socket, address: object) -> None:
    """Connect within this machine only."""
    if self.family != socket.AF_UNIX and not str(address[0]).startswith(LOOPBACK):
        raise AssertionError(f"A test reached for the network: {address}")
    connect(self, address)


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse every connection that leaves this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        yield


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    """Forget rate limits and cached pages between tests."""
    yield
    cache.clear()


@pytest.fixture
def tell_time() -> Iterator[Callable[[datetime], None]]:
    """Return a function that tells the test's own code another present (aware) from then on."""
    with ExitStack() as stack:
        yield lambda moment: stack.enter_context(clock.at(moment))


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment, django_db_blocker, django_db_use_migrations, django_db_modify_db_settings
) -> Iterator[Snapshot]:
    """Make the test database and a copy of it, to go back to after a test that commits.

    pytest-django's own fixture makes it for marked tests only, and those that commit for other
    processes to see carry no mark. Emptying table by table, as Django would after them, is what the
    append-only triggers refuse.
    """
    if not django_db_use_migrations:
        settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    with pytest.MonkeyPatch.context() as patch:
        with django_db_blocker.unblock():
            made = setup_databases(verbosity=0, interactive=False)
            snapshot = Snapshot()
            snapshot.take()
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: snapshot.restore())
        yield snapshot
        with django_db_blocker.unblock():
            snapshot.drop()
            connection.close()
            teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def pristine(django_db_setup: Snapshot) -> Snapshot:
    """The copy of the freshly migrated database."""
    return django_db_setup


@pytest.fixture(scope="module")
def committed_db(pristine: Snapshot, django_db_blocker) -> Iterator[None]:
    """Let a module's tests read and commit to the database itself; put it back afterwards.

    Tests that ask for this (or for `installation`) must not carry the django_db mark.
    """
    with django_db_blocker.unblock():
        yield
        pristine.restore()


@pytest.fixture(scope="module")
def installation(committed_db: None) -> Iterator[Installation]:
    """A web server, a Celery worker and beat as real processes on the module's database."""
    running = Installation(changes={"HONPOLGAR_SWEEP_SECONDS": "2"})
    try:
        running.start_broker()
        for service in ("worker", "beat", "web"):
            running.start(service)
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The Chromium to drive; without one the test fails and says what to install."""
    path = chromium.find()
    if not path:
        pytest.fail(chromium.ADVICE)
    return path


@pytest.fixture(scope="session")
def browser(browser_path: str):
    """A Chromium that knows this machine alone.

    Playwright keeps an event loop running in this thread, in which Django would refuse to touch the
    database; nothing here runs concurrently with it.
    """
    from playwright.sync_api import sync_playwright

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(
            executable_path=browser_path,
            args=[
                *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"),
                *("--disable-component-update", "--disable-sync"),
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
            ],
        )
        yield chrome
        chrome.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser, installation: Installation):
    """A page of a fresh visitor, in English, at desktop width; addresses are relative to the portal."""
    with browser.new_context(
        base_url=installation.url, viewport={"width": 1440, "height": 900}, locale="en-GB"
    ) as context:
        context.set_default_timeout(15000)
        yield context.new_page()
