"""Messages and letters: read by their addressee alone, written down, drawn when asked for."""

from io import BytesIO

import pikepdf
import pytest

from applications.core.models import JournalEntry
from applications.correspondence.models import Letter, Message
from applications.correspondence.services import draw
from applications.intake.models import Application
from tests import personas
from tests.tracker.conftest import browser_of

pytestmark = pytest.mark.usefixtures("rows")


def test_reading_a_message_is_noted_once(case: Application):
    anna, row = browser_of(case.account), Message.objects.get(application=case, template="submitted")
    assert "2<span" in anna.get("/messages/").content.decode().replace("\n", "")

    for _ in range(2):
        page = anna.get(f"/messages/{row.pk}/").content.decode()
    row.refresh_from_db()
    assert "We have received your application" in page
    assert "Dear Anna Kovács," in page
    assert row.read_at
    assert JournalEntry.objects.filter(event="message.read", subject=f"message/{row.pk}").count() == 1


def test_a_letter_is_drawn_when_it_is_asked_for_at_latest(case: Application):
    letter = Letter.objects.get(application=case, kind="packet")
    Letter.objects.filter(pk=letter.pk).update(stored="", sha256="")
    response = browser_of(case.account).get(f"/my/{case.reference}/letters/{letter.pk}/")

    assert response["Content-Type"] == "application/pdf"
    assert "no-store" in response["Cache-Control"]
    with pikepdf.open(BytesIO(response.content)) as pdf:
        assert len(pdf.pages) > 5
    assert JournalEntry.objects.filter(chain=case.reference, event="letter.read").exists()


def test_a_stored_letter_lies_encrypted(case: Application):
    letter = draw(Letter.objects.select_related("application").get(application=case, kind="copy"))
    with open(letter.stored.path, "rb") as raw:  # noqa: PTH123 - the file as it lies on the disk
        assert not raw.read().startswith(b"%PDF")
    assert letter.stored.open().read().startswith(b"%PDF")


def test_two_who_ask_at_once_get_one_letter(case: Application):
    letter = Letter.objects.select_related("application").get(application=case, kind="copy")
    Letter.objects.filter(pk=letter.pk).update(stored="", sha256="")
    first, second = (Letter.objects.select_related("application").get(pk=letter.pk) for _ in range(2))
    draw(first)
    draw(second)

    assert first.stored.name == second.stored.name
    assert first.sha256 == second.sha256


def test_somebody_else_s_post_is_not_there(case: Application):
    stranger = browser_of(personas.applicant("mari"))
    row, letter = Message.objects.filter(application=case).first(), case.letters.first()

    assert stranger.get(f"/messages/{row.pk}/").status_code == 404
    assert stranger.get(f"/my/{case.reference}/letters/{letter.pk}/").status_code == 404
    assert row.subject not in stranger.get("/messages/").content.decode()


def test_a_letter_of_the_office_alone_is_not_shown(case: Application, reads):
    letter = case.letters.get(kind="copy")
    Letter.objects.filter(pk=letter.pk).update(is_public=False)

    assert "Copy of what you sent" not in reads(case)
    assert browser_of(case.account).get(f"/my/{case.reference}/letters/{letter.pk}/").status_code == 404
