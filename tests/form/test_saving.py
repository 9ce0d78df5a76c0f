"""What another tab does between the reading and the writing of a page is neither overwritten nor lost."""

import pytest
from django.db import transaction
from django.test import Client

from applications.core import journal
from applications.core.models import JournalEntry
from applications.intake.models import Answers, Application
from applications.intake.services import StaleAnswers, save_answers
from portal.public.draft import open_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def known(browser_of_ilona: Client, draft: Application) -> Answers:
    """The page of the name as a request has read it, saved once."""
    save(draft, {"given_name": "Ilona"}, version=0)
    row = open_draft(draft).pages.row((draft.applicant_id, "name"), draft)
    assert row is not None
    return row


def save(draft: Application, data: dict[str, object], *, version: int, known: Answers | None = None) -> Answers:
    """Save the page of the name."""
    return save_answers(
        application=draft,
        person=draft.applicant,
        step="name",
        data=data,
        actor=draft.account,
        shared=False,
        form_version="test",
        expected_version=version,
        known=known,
    )


def saved() -> list[tuple[object, int]]:
    """Return the given names that are saved, with their versions."""
    return [(row.data["given_name"], row.version) for row in Answers.objects.filter(step="name")]


def entries(draft: Application) -> int:
    """Return how often the journal says that answers were saved."""
    return JournalEntry.objects.filter(chain=draft.reference, event="answers.saved").count()


def test_a_page_read_and_unchanged_is_saved_with_its_next_version(draft: Application, known: Answers):
    save(draft, {"given_name": "Júlia"}, version=1, known=known)

    assert saved() == [("Júlia", 2)]
    assert entries(draft) == 2


def test_what_was_saved_after_the_reading_is_not_overwritten(draft: Application, known: Answers):
    save(draft, {"given_name": "Éva"}, version=1)

    with pytest.raises(StaleAnswers) as stale, transaction.atomic():
        save(draft, {"given_name": "Júlia"}, version=1, known=known)

    assert (stale.value.current.data, stale.value.current.version) == ({"given_name": "Éva"}, 2)
    assert saved() == [("Éva", 2)]
    assert entries(draft) == 2


def test_what_was_dropped_after_the_reading_is_saved_anew(draft: Application, known: Answers):
    Answers.objects.filter(step="name").delete()

    save(draft, {"given_name": "Júlia"}, version=1, known=known)

    assert saved() == [("Júlia", 1)]


def test_the_same_again_writes_nothing(draft: Application, known: Answers):
    save(draft, {"given_name": "Ilona"}, version=1, known=known)

    assert saved() == [("Ilona", 1)]
    assert entries(draft) == 1


def test_a_saved_page_lies_encrypted(draft: Application, known: Answers):
    save(draft, {"given_name": "Júlia"}, version=1, known=known)

    row = Answers.objects.extra(select={"token": "data"}).get(step="name")
    assert row.token.startswith("k1$")
    assert "lia" not in row.token
    assert journal.broken_links([draft.reference]) == []
