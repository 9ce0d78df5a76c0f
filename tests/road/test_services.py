"""The road without pages: every service once, from the first answer to the oath, and to a refusal."""

from datetime import timedelta

import pytest

from applications import pipeline
from applications.assessment.models import Finding
from applications.casework.models import RequestedItem, Slot
from applications.casework.requests import Point, answer_item
from applications.casework.services import CannotMove
from applications.core import clock, jobs, journal
from applications.core.models import Job
from applications.correspondence.models import Message
from applications.documents.services import Brought, add_paper, receive
from applications.family.services import describe, set_parent
from applications.intake.models import Application
from applications.intake.services import save_answers, start
from tests import personas

pytestmark = pytest.mark.django_db(transaction=True)
BLANK = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


@pytest.fixture
def case() -> Application:
    """Ilona's case, submitted and checked."""
    ilona = personas.applicant()
    case = start(account=ilona)
    save_answers(
        application=case,
        person=case.applicant,
        step="name",
        data={"family_name": "Kovács", "given_name": "Ilona"},
        actor=ilona,
        shared=True,
        form_version="1",
        describes={"family_name": "Kovács", "given_name": "Ilona", "born_on": "1952-03-04", "sex": "female"},
    )
    describe(
        person=set_parent(child=case.applicant, role="father"), changes={"family_name": "Kovács", "born_on": "1921"}
    )
    paper = add_paper(person=case.applicant, kind="passport", actor=ilona, chain=case.reference)
    receive(paper=paper, files=[Brought("útlevél.pdf", "application/pdf", BLANK)], actor=ilona, chain=case.reference)
    pipeline.submit(application=case, actor=ilona, form_version="1")
    jobs.drain()
    case.refresh_from_db()
    return case


def slot(purpose: str = "filing") -> Slot:
    """Return a time next week with one place."""
    return Slot.objects.create(office=personas.office(), purpose=purpose, starts_at=clock.now() + timedelta(days=7))


def to_review(case: Application) -> Application:
    """Bring a checked case through the visit under review."""
    pipeline.book_visit(case=case, slot=slot(), actor=case.account)
    pipeline.record_visit(
        case=case,
        office=personas.office(),
        clerk=personas.staff("csaba"),
        details={str(case.applicant_id): {"identity_ok": True, "hungarian": "shown", "signature_ok": True}},
    )
    pipeline.move(case=case, transition="take_up", actor=personas.staff("klara"))
    return case


def test_checks_find_and_the_case_goes_on(case: Application):
    sources = set(Finding.objects.filter(application=case, superseded_at=None).values_list("source", flat=True))

    assert case.state == "checked"
    assert {Finding.Source.RULE, Finding.Source.FILE} <= sources
    assert not Job.objects.exclude(state=Job.State.DONE).exists()


def test_a_grant_ends_with_the_oath(case: Application):
    to_review(case)
    klara, denes = case.changes.get(transition="take_up").actor, personas.staff("denes")
    pipeline.recommend(case=case, proposal="grant", grounds=["ancestor", "language"], reasoning="", actor=klara)
    pipeline.second_look(case=case, approved=True, actor=denes)
    pipeline.move(case=case, transition="send_to_president", actor=denes)
    pipeline.record_decision(case=case, kind="grant", number="KE/1/2026", decided_on=clock.today(), actor=denes)
    pipeline.send_summons(case=case, office=personas.office(), actor=klara)
    pipeline.book_oath(case=case, slot=slot("oath"), actor=case.account)
    pipeline.record_oath(
        case=case,
        actor=klara,
        form="oath",
        taken_on=clock.today(),
        place="Csíkszereda",
        received_by="konzul",
        identity_matches=True,
        certificate_number="C-1",
    )
    jobs.drain()

    case.refresh_from_db()
    assert (case.state, case.waits_for) == ("citizen", "nobody")
    assert case.closed_at is not None
    assert journal.broken_links() == []
    assert set(Message.objects.filter(application=case).values_list("state", flat=True)) == {Message.State.SENT}
    assert Message.objects.filter(application=case, template="citizen").count() == 1


def test_a_refusal_after_one_request(case: Application):
    to_review(case)
    klara, denes = case.changes.get(transition="take_up").actor, personas.staff("denes")
    asked = pipeline.request_information(
        case=case,
        points=[Point(RequestedItem.Kind.TEXT, "Mikor élt Magyarországon?")],
        introduction="",
        due_on=clock.today() + timedelta(days=45),
        actor=klara,
    )
    assert case.waits_for == "applicant"
    answer_item(item=asked.items.get(), answer="Soha.")
    second = pipeline.answer_request(request=asked, actor=case.account, form_version="1")
    jobs.drain()
    pipeline.recommend(case=case, proposal="refuse", grounds=["no_ancestor"], reasoning="Nincs irat.", actor=klara)
    pipeline.second_look(case=case, approved=True, actor=denes)
    pipeline.move(case=case, transition="send_to_president", actor=denes)
    pipeline.record_decision(case=case, kind="refusal", number="KE/2/2026", decided_on=clock.today(), actor=denes)

    case.refresh_from_db()
    assert case.state == "refused"
    assert second.number == 2
    assert Finding.objects.filter(application=case, superseded_at=None, submission=second).exists()


def test_nobody_decides_what_he_recommended(case: Application):
    to_review(case)
    denes = personas.staff("denes")
    pipeline.recommend(case=case, proposal="grant", grounds=["ancestor"], reasoning="", actor=denes)

    with pytest.raises(CannotMove):
        pipeline.second_look(case=case, approved=True, actor=denes)


def test_a_second_click_finds_the_case_moved(case: Application):
    booked = slot()
    pipeline.book_visit(case=case, slot=booked, actor=case.account)
    pipeline.cancel_visit(case=case, actor=case.account)

    with pytest.raises(CannotMove):
        pipeline.cancel_visit(case=case, actor=case.account)
    assert case.changes.filter(transition="cancel_visit").count() == 1


def test_the_last_place_is_taken_once(case: Application):
    booked, other = slot(), start(account=personas.applicant("mari"))
    Application.objects.filter(pk=other.pk).update(state="checked")
    other.refresh_from_db()
    pipeline.book_visit(case=case, slot=booked, actor=case.account)

    with pytest.raises(CannotMove):
        pipeline.book_visit(case=other, slot=booked, actor=other.account)
