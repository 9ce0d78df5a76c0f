"""What the tracker says in each state: public name, whose turn, what next, by when, and what can be done."""

import pytest
from django.utils import translation
from django.utils.html import escape

from applications import pipeline
from applications.assessment.models import Finding
from applications.casework.readings import look
from applications.casework.workflow import STATE, STATES
from applications.core import clock
from applications.documents.services import add_paper
from applications.intake.models import Application
from applications.intake.queries import latest_submission
from portal.public.state_words import STATE_WORDS
from portal.public.tracker_view import paper_states, road
from tests import personas
from tests.letters import household, roads
from tests.tracker.conftest import browser_of

pytestmark = pytest.mark.usefixtures("rows")


def test_every_state_but_the_draft_has_words():
    assert set(STATE_WORDS) == {state.id for state in STATES} - {"draft"}


@pytest.mark.parametrize("state", [state.id for state in STATES if state.id != "draft"])
def test_it_shows_the_public_name_and_never_the_office_s(case: Application, reads, state: str):
    Application.objects.filter(pk=case.pk).update(state=state, waits_for=STATE[state].turn, closed_at=None)
    case.refresh_from_db()

    page = reads(case)
    with translation.override("en"):
        public, staff = str(STATE[state].public), str(STATE[state].staff)
        now, following = str(STATE_WORDS[state].now), str(STATE_WORDS[state].next)
    assert f"<h1>{escape(public)}</h1>" in page
    assert escape(now) in page
    assert escape(following) in page
    if staff.lower() not in public.lower() and staff not in ("Filed", "Checked", "Granted", "Citizen"):
        assert f"<h1>{staff}</h1>" not in page


def test_a_draft_leads_to_the_task_list(reads):
    draft = household.draft("en")

    assert reads(draft, status=302) == f"/apply/{draft.reference}/"


def test_a_checked_case_offers_the_visit_and_the_papers_to_print(case: Application, reads):
    page = reads(case)

    assert f"/my/{case.reference}/visit/" in page
    assert "Packet for the visit, to print" in page
    assert "Copy of what you sent" in page
    assert f"/my/{case.reference}/take-back/" in page


def test_the_notice_says_no_more_than_the_tag(case: Application, reads):
    for state in ("visit_booked", "information_requested"):
        Application.objects.filter(pk=case.pk).update(state=state, waits_for=STATE[state].turn)
        case.refresh_from_db()

        page = reads(case)

        assert f'class="tag tag--{STATE[state].tone}"' in page
        assert f'class="note note--{STATE[state].tone}"' in page


def test_the_road_knows_what_is_behind_and_what_is_ahead(case: Application):
    stretches = road(case)

    assert [stretch.kind for stretch in stretches] == ["done", "now"] + ["future"] * 6
    assert all(stretch.on for stretch in stretches[:2])
    assert not any(stretch.on for stretch in stretches[2:])


def test_the_road_of_a_withdrawn_case_stops_where_it_stood(case: Application):
    pipeline.withdraw(case=case, actor=case.account)
    stretches = road(case)

    assert [stretch.kind for stretch in stretches] == ["done", "stopped"]
    assert stretches[-1].words == STATE["withdrawn"].public


def test_the_road_of_a_citizen_is_behind(case: Application, reads):
    roads.to_the_oath(roads.to_the_summons(roads.to_review(case)))
    kinds = [stretch.kind for stretch in road(case)]

    assert kinds[-1] == "now"
    assert set(kinds[:-1]) == {"done"}
    assert "Certificate of naturalisation" in reads(case)


def test_after_the_end_nobody_is_asked_to_mend_a_paper(case: Application, reads):
    paper = add_paper(person=case.applicant, kind="passport", actor=case.account, chain=case.reference)
    newer = latest_submission(case)
    newer.pk, newer.number, newer.papers = None, newer.number + 1, [{"paper": paper.pk}]
    newer.save(force_insert=True)
    said = {"application": case, "submission": newer, "paper": paper, "code_version": "1"}
    reasons = [{"id": "blurred", "args": {}}]
    Finding.objects.create(**said, source="file", code="blurred", outcome="review", reasons=reasons)
    Finding.objects.create(**said, source="file", code="blank", outcome="accept", reasons=[])
    before = next(each for each in paper_states(case) if each.paper == paper)

    assert "take the application back and correct it" in reads(case)
    Application.objects.filter(pk=case.pk).update(state="under_review")
    assert "You need do nothing until we ask you." in reads(case)

    case.closed_at = clock.now()
    after = next(each for each in paper_states(case) if each.paper == paper)

    assert (before.tone, len(before.reasons)) == ("look", 1)
    assert (after.tone, list(after.reasons)) == ("ok", [])


def test_a_stranger_learns_nothing(case: Application, client):
    stranger = browser_of(personas.applicant("mari"))
    for path in (
        "",
        "history/",
        "visit/",
        "oath/",
        "request/",
        "withdraw/",
        "take-back/",
        f"letters/{case.letters.first().pk}/",
    ):
        assert stranger.get(f"/my/{case.reference}/{path}").status_code == 404, path
    assert client.get(f"/my/{case.reference}/").status_code == 302


def test_who_opened_it_is_shown_by_day_and_role_not_by_name(case: Application, reads):
    klara = personas.staff("klara")
    look(case=case, officer=klara)
    look(case=case, officer=klara)
    page = reads(case, "history/")

    assert page.count("<td>Caseworker</td>") == 1
    assert "Klára" not in page


def test_the_code_on_paper_leads_the_office_to_its_desk_and_the_applicant_here(case: Application):
    address = f"/case/{case.reference}/"
    assert browser_of(case.account).get(address)["Location"] == f"/my/{case.reference}/"
    assert (
        browser_of(personas.staff("csaba")).get(address)["Location"]
        == f"/office/applications/application/{case.pk}/change/"
    )
    assert browser_of(personas.staff("adam")).get(address).status_code == 404
    assert browser_of(personas.applicant("mari")).get(address).status_code == 404
