"""Withdrawing and taking back: asked once more, done once, told, and never after it is too late."""

import pytest

from applications import pipeline
from applications.casework.models import InformationRequest
from applications.correspondence.models import Message
from applications.intake.models import Application
from tests.letters import roads
from tests.tracker.conftest import browser_of

pytestmark = pytest.mark.usefixtures("rows")


def test_withdrawing_wants_a_yes(case: Application):
    anna, address = browser_of(case.account), f"/my/{case.reference}/withdraw/"
    response = anna.post(address, {"reason": "Elköltözöm."})
    assert response.status_code == 422
    assert "Confirm that you want to withdraw." in response.content.decode()

    for _ in range(2):
        anna.post(address, {"sure": "on", "reason": "Elköltözöm."})
    case.refresh_from_db()
    assert (case.state, case.waits_for) == ("withdrawn", "nobody")
    assert case.changes.get(transition="withdraw").note == "Elköltözöm."
    assert Message.objects.filter(application=case, template="withdrawn").count() == 1


def test_withdrawing_gives_the_booked_time_back(case: Application):
    slot = roads.slot()
    pipeline.book_visit(case=case, slot=slot, actor=case.account)
    browser_of(case.account).post(f"/my/{case.reference}/withdraw/", {"sure": "on"})

    assert not slot.bookings.filter(cancelled_at=None).exists()


def test_withdrawing_closes_what_was_asked(case: Application):
    asked = roads.ask(roads.to_review(case))
    browser_of(case.account).post(f"/my/{case.reference}/withdraw/", {"sure": "on"})

    asked.refresh_from_db()
    assert asked.state == InformationRequest.State.CANCELLED


def test_after_the_decision_nothing_is_withdrawn(case: Application):
    roads.to_the_summons(roads.to_review(case))
    response = browser_of(case.account).post(f"/my/{case.reference}/withdraw/", {"sure": "on"}, follow=True)

    case.refresh_from_db()
    assert case.state == "summons_sent"
    assert "cannot be withdrawn any more" in response.content.decode()


def test_taking_back_opens_the_form_and_sending_again_makes_a_new_submission(case: Application):
    anna = browser_of(case.account)
    assert "checked anew" in anna.get(f"/my/{case.reference}/take-back/").content.decode()

    anna.post(f"/my/{case.reference}/take-back/")
    case.refresh_from_db()
    assert case.state == "draft"
    assert anna.get(f"/apply/{case.reference}/name/").status_code == 200

    pipeline.submit(application=case, actor=case.account, form_version="1")
    assert case.submissions.count() == 2
    assert case.letters.filter(kind="packet").count() == 2


def test_a_booked_visit_is_cancelled_before_taking_back(case: Application):
    pipeline.book_visit(case=case, slot=roads.slot(), actor=case.account)
    page = browser_of(case.account).get(f"/my/{case.reference}/take-back/", follow=True).content.decode()

    assert "Cancel a booked visit first" in page
