"""The journal cannot be changed unnoticed, whoever tries, on both engines."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from applications.core import clock, journal
from applications.core.models import JournalAnchor, JournalEntry, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain() -> str:
    """A chain of three entries."""
    ilona = User.objects.create_user("ilona@example.hu")
    for event in ("one", "two", "three"):
        journal.record(chain="HN-26-AAAA-AAAA", event=event, actor=ilona, data={"event": event})
    return "HN-26-AAAA-AAAA"


def unguarded(statement: str, *values: object) -> None:
    """Run a statement as somebody who took the guards away first."""
    with connection.cursor() as cursor:
        for act in ("update", "delete"):
            on = " ON applications_journalentry" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER applications_journalentry_no_{act}{on}")
        cursor.execute(statement, values)


def test_a_sound_chain_has_no_break(chain: str):
    assert journal.broken_links([chain]) == []
    assert [entry.number for entry in JournalEntry.objects.filter(chain=chain)] == [1, 2, 3]


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_refuses_to_change_an_entry(chain: str, act: str):
    entries = JournalEntry.objects.filter(chain=chain, number=2)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entries.update(event="forged") if act == "update" else entries.delete()


def test_a_changed_entry_shows(chain: str):
    unguarded("UPDATE applications_journalentry SET event = 'forged' WHERE chain = %s AND number = 2", chain)

    assert [(each.number, each.problem) for each in journal.broken_links([chain])] == [(2, "its content was changed")]


def test_a_removed_entry_shows(chain: str):
    unguarded("DELETE FROM applications_journalentry WHERE chain = %s AND number = 2", chain)

    assert [each.number for each in journal.broken_links([chain])] == [3]


def test_writers_of_different_cases_have_chains_of_their_own(chain: str):
    other = journal.record(chain="HN-26-BBBB-BBBB", event="one", actor=None)

    assert (other.number, other.previous, other.actor_role) == (1, "", "system")


def test_a_day_is_anchored_once(chain: str):
    first, second = journal.anchor(clock.today()), journal.anchor(clock.today())

    assert first == second == JournalAnchor.objects.get()
    assert first.chains == 1


def test_a_writer_whose_number_is_taken_takes_the_next(chain: str, monkeypatch: pytest.MonkeyPatch):
    """Another writer appended between the reading of the head and the writing."""
    heads = iter([(2, JournalEntry.objects.get(chain=chain, number=2).hash)])
    truth = journal.head_of
    monkeypatch.setattr(journal, "head_of", lambda of: next(heads, None) or truth(of))

    entry = journal.record(chain=chain, event="four", actor=None)

    assert (entry.number, entry.pk) == (4, JournalEntry.objects.get(chain=chain, number=4).pk)
    assert journal.broken_links([chain]) == []


def test_a_writer_who_is_never_first_says_so(chain: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(journal, "head_of", lambda _chain: (0, ""))

    with pytest.raises(IntegrityError, match="faster"):
        journal.record(chain=chain, event="four", actor=None)

    assert JournalEntry.objects.filter(chain=chain).count() == 3
