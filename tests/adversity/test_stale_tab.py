"""Two tabs with one page: whoever saves second is shown both versions and chooses."""

import pytest
from django.test import Client

from applications.intake.models import Answers, Application

pytestmark = pytest.mark.django_db


def name(given: str, version: int) -> dict[str, str]:
    """Return the page of the name as a tab sends it."""
    return {"family_name": "Kovács", "given_name": given, "version": str(version), "go": "next"}


@pytest.fixture
def page(draft: Application) -> str:
    """The page that is open in two tabs."""
    return f"/apply/{draft.reference}/name/"


@pytest.fixture
def version(draft: Application) -> int:
    """The version both tabs were opened with."""
    return Answers.objects.get(step="name", person=draft.applicant).version


def saved() -> str:
    """Return the given name that is saved."""
    return str(Answers.objects.get(step="name").data["given_name"])


def test_both_versions_are_shown_and_nothing_is_saved(ilona: Client, page: str, version: int):
    ilona.post(page, name("Júlia", version))

    answer = ilona.post(page, name("Éva", version))

    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Júlia" in html
    assert "Éva" in html
    assert saved() == "Júlia"


def test_the_second_version_is_saved_when_it_is_chosen(ilona: Client, page: str, version: int):
    ilona.post(page, name("Júlia", version))
    choice = ilona.post(page, name("Éva", version)).context["version"]

    answer = ilona.post(page, name("Éva", choice))

    assert answer.status_code == 302
    assert saved() == "Éva"


def test_the_same_answer_in_both_tabs_needs_no_choice(ilona: Client, page: str, version: int):
    ilona.post(page, name("Júlia", version))

    assert ilona.post(page, name("Júlia", version)).status_code == 302


def test_a_draft_sent_in_another_tab_cannot_be_changed(ilona: Client, draft: Application, page: str, version: int):
    ilona.post(
        f"/apply/{draft.reference}/check/",
        {"true": "on", "warned": "on", "privacy": "on", "version": str(draft.version)},
    )

    answer = ilona.post(page, name("Éva", version), follow=True)

    assert "cannot be changed" in answer.content.decode()
    assert saved() != "Éva"
