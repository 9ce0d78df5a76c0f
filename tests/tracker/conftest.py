"""A signed-in applicant in front of the tracker."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from applications.core.models import User
from applications.intake.models import Application
from tests.letters import household


def browser_of(account: User) -> Client:
    """Return a client signed in as ``account``, reading English."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def reads():
    """Return a function that opens an address of a case as its own applicant and gives page and status."""

    def read(case: Application, path: str = "", *, status: int = 200) -> str:
        response = browser_of(case.account).get(f"/my/{case.reference}/{path}")
        assert response.status_code == status, response
        return response.content.decode() if status == 200 else response["Location"]

    return read


@pytest.fixture(scope="module")
def module_rows(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Rows that a module's tests share; they are gone after the module. Making a case anew for each test takes seconds."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def rows(module_rows: None) -> Iterator[None]:
    """The module's rows to change as one likes: each test's changes are undone."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def checked(module_rows: None) -> int:
    """Anna's case, checked."""
    return household.checked("en").pk


@pytest.fixture
def case(checked: int, rows: None) -> Application:
    """Anna's case, checked, to change as one likes."""
    return Application.objects.select_related("account", "applicant").get(pk=checked)
