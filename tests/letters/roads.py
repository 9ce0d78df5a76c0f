"""Brings the household's case along the road, so that every letter and every e-mail there is gets written."""

from datetime import timedelta

from applications import pipeline
from applications.casework.models import RequestedItem, Slot
from applications.casework.requests import Point, answer_item
from applications.core import clock, jobs
from applications.intake.models import Application
from tests import personas


def slot(purpose: str = "filing", days: int = 7) -> Slot:
    """Return a time with one place."""
    return Slot.objects.create(office=personas.office(), purpose=purpose, starts_at=clock.now() + timedelta(days=days))


def to_review(case: Application) -> Application:
    """Bring a checked case under review, its visit booked, cancelled, booked and recorded on the way."""
    pipeline.book_visit(case=case, slot=slot(), actor=case.account)
    pipeline.cancel_visit(case=case, actor=case.account)
    pipeline.book_visit(case=case, slot=slot(days=1), actor=case.account)
    pipeline.watch_deadlines(clock.today())
    pipeline.record_visit(
        case=case,
        office=personas.office(),
        clerk=personas.staff("csaba"),
        details={str(case.applicant_id): {"identity_ok": True, "hungarian": "shown", "signature_ok": True}},
    )
    pipeline.begin_review(case=case, actor=personas.staff("klara"))
    case.refresh_from_db()
    return case


def ask(case: Application, days: int = 45):
    """Return a request for a text, a paper and a correction."""
    points = [
        Point(RequestedItem.Kind.TEXT, "Hol élt a dédapja 1921 és 1945 között?"),
        Point(
            RequestedItem.Kind.PAPER,
            "Kérjük a születési anyakönyvi kivonat második oldalát is.",
            person=case.applicant,
            paper_kind="birth_certificate",
        ),
        Point(RequestedItem.Kind.ANSWER, "Ellenőrizze a születése napját.", person=case.applicant, step="birth"),
    ]
    return pipeline.request_information(
        case=case,
        points=points,
        introduction="Köszönjük a türelmét.",
        due_on=clock.today() + timedelta(days=days),
        actor=case.caseworker,
    )


def asked_and_answered(case: Application) -> None:
    """Ask once and cancel, ask again and answer, and have another authority give its opinion."""
    first = ask(case)
    pipeline.close_request(request=first, transition="cancel_request", actor=case.caseworker)
    second = ask(case, days=14)
    pipeline.watch_deadlines(clock.today())
    for item in second.items.all():
        answer_item(item=item, answer="Kolozsváron, a Farkas utcában.")
    pipeline.answer_request(request=second, actor=case.account, form_version="1")
    jobs.drain()
    pipeline.move(case=case, transition="ask_advice", actor=case.caseworker, note="Kérdés a levéltárhoz.")
    pipeline.move(case=case, transition="record_advice", actor=case.caseworker, note="Igazolták.")


def before_president(case: Application, proposal: str, ground: str):
    """Bring a reviewed case before the President; return the deciding officer."""
    decider = personas.staff("denes")
    pipeline.recommend(case=case, proposal=proposal, grounds=[ground], reasoning="", actor=case.caseworker)
    pipeline.second_look(case=case, approved=True, actor=decider)
    pipeline.move(case=case, transition="send_to_president", actor=decider)
    return decider


def to_the_summons(case: Application) -> Application:
    """Bring a case under review as far as the summons to the oath."""
    asked_and_answered(case)
    decider = before_president(case, "grant", "ancestor")
    pipeline.record_decision(case=case, kind="grant", number="KE/1234/2026", decided_on=clock.today(), actor=decider)
    pipeline.send_summons(case=case, office=personas.office(), actor=case.caseworker)
    return case


def to_the_oath(case: Application) -> Application:
    """Make the applicant of a case with a summons a citizen."""
    pipeline.book_oath(case=case, slot=slot("oath"), actor=case.account)
    pipeline.cancel_oath(case=case, actor=case.account)
    pipeline.book_oath(case=case, slot=slot("oath", days=9), actor=case.account)
    pipeline.record_oath(
        case=case,
        actor=case.caseworker,
        form="oath",
        taken_on=clock.today(),
        place="Csíkszereda",
        received_by="Nagy Ágnes konzul",
        identity_matches=True,
        certificate_number="H-2026/77",
    )
    jobs.drain()
    return case


def to_a_refusal(case: Application) -> Application:
    """Have a case under review refused."""
    decider = before_president(case, "refuse", "no_ancestor")
    pipeline.record_decision(case=case, kind="refusal", number="KE/99/2026", decided_on=clock.today(), actor=decider)
    jobs.drain()
    return case


def to_a_termination(case: Application) -> Application:
    """End a case under review by the office's own decision after a request expired."""
    request = ask(case)
    pipeline.close_request(request=request, transition="expire_request", actor=None)
    pipeline.terminate(
        case=case,
        number="BP/17/2026",
        reasoning="A kért okmányt a határidőig nem küldte meg.",
        actor=personas.staff("denes"),
    )
    jobs.drain()
    return case
