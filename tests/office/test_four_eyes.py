"""Nobody decides what he recommended: at the service, on the screen, in the database."""

import pytest
from django.db import IntegrityError, transaction

from applications import pipeline
from applications.casework.services import CannotMove
from applications.core.models import User
from tests.office.cases import Road, member
from tests.office.pages import act_url, case_url, do


@pytest.fixture
def proposed_by_denes(db) -> Road:
    """A case that the deciding officer himself recommended."""
    road = Road()
    road.caseworker = member("denes")
    road.to("recommended")
    return road


@pytest.mark.parametrize("approved", [True, False])
def test_the_proposer_cannot_look_a_second_time(proposed_by_denes, approved):
    with pytest.raises(CannotMove):
        pipeline.second_look(case=proposed_by_denes.case, approved=approved, actor=member("denes"), note="x")
    proposed_by_denes.case.refresh_from_db()
    assert proposed_by_denes.case.state == "recommended"


def test_the_screen_says_why_not(proposed_by_denes, signed_in):
    case = proposed_by_denes.case
    client = signed_in("denes")
    assert "a colleague must look at it" in client.get(case_url(case)).content.decode()
    answer = client.get(act_url(case, "approve"), follow=True)
    assert "a colleague must look at it" in answer.content.decode()


def test_the_database_refuses_one_pair_of_eyes(road):
    road.to("recommended")
    row = road.case.recommendations.get()
    row.second = row.by
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_colleague_approves(road, signed_in):
    case = road.to("recommended")
    page = do(signed_in("denes"), case, "approve", {"note": "Rendben."})
    case.refresh_from_db()
    assert case.state == "approved"
    assert page.status_code == 200
    assert case.recommendations.get().second == member("denes")


def test_a_colleague_returns_with_reasons(road, signed_in):
    case = road.to("recommended")
    client = signed_in("denes")
    assert "Write down the reason." in do(client, case, "return_proposal").content.decode()
    do(client, case, "return_proposal", {"note": "Hiányzik a nagyapa anyakönyve."})
    case.refresh_from_db()
    assert case.state == "under_review"
    assert case.recommendations.get().state == "returned"


def test_a_new_proposal_after_a_return_is_looked_at_anew(road):
    case = road.to("recommended")
    pipeline.second_look(case=case, approved=False, actor=road.decider, note="x")
    second = User.objects.get(email="denes@example.hu")
    pipeline.recommend(case=case, proposal="refuse", grounds=["no_language"], reasoning="x", actor=second)
    with pytest.raises(CannotMove):
        pipeline.second_look(case=case, approved=True, actor=second)


def test_officers_do_not_see_their_own_case(signed_in):
    officer = member("klara")
    case = Road(account=officer).to("filed")
    client = signed_in("klara")
    assert client.get(case_url(case)).status_code == 404
    assert client.get(act_url(case, "take_up")).status_code == 404
    assert case.reference not in client.get("/office/applications/application/?queue=all").content.decode()
    assert case.reference not in client.get("/office/").content.decode()
