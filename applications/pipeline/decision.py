"""Proposal, second look, the President's decision, and the office's own termination."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from applications.casework import requests
from applications.casework.models import InformationRequest
from applications.core import clock
from applications.core.models import User
from applications.correspondence import drafts
from applications.correspondence import services as correspondence
from applications.correspondence.models import Letter
from applications.decisions import services as decisions
from applications.decisions.models import Decision
from applications.intake.models import Application
from applications.pipeline.moving import move


def recommend(*, case: Application, proposal: str, grounds: Sequence[str], reasoning: str, actor: User) -> None:
    """Propose to grant or to refuse, with the grounds."""
    with transaction.atomic():
        decisions.recommend(case=case, proposal=proposal, grounds=grounds, reasoning=reasoning, by=actor)
        move(case=case, transition="recommend", actor=actor)


def second_look(*, case: Application, approved: bool, actor: User, note: str = "") -> None:
    """Approve a proposal or return it to review; never one's own."""
    with transaction.atomic():
        move(case=case, transition="approve" if approved else "return_proposal", actor=actor, note=note)
        recommendation = decisions.latest_recommendation(case)
        if recommendation:
            decisions.second_look(recommendation=recommendation, officer=actor, approved=approved, note=note)


def record_decision(*, case: Application, kind: str, number: str, decided_on: date, actor: User) -> None:
    """Record the President's decision with number and date."""
    transition = "record_grant" if kind == Decision.Kind.GRANT else "record_refusal"
    with transaction.atomic():
        decision = decisions.record_decision(
            case=case, kind=kind, number=number, decided_on=decided_on, recorded_by=actor
        )
        letter = letter_about(decision, "grant_notice" if kind == Decision.Kind.GRANT else "refusal_notice")
        move(case=case, transition=transition, actor=actor, decision=decision, letters=[letter])


def letter_about(decision: Decision, kind: str) -> Letter:
    """Write the letter that tells of a decision."""
    return correspondence.write_letter(
        application=decision.application, kind=kind, key=str(decision.pk), data=drafts.decided(decision, kind)
    )


def record_decisions(*, rows: Sequence[tuple[Application, str, str, date]], actor: User) -> None:
    """Record decisions (case, kind, number, day) from one list of the President's: all of them, or none."""
    with transaction.atomic():
        for case, kind, number, decided_on in rows:
            record_decision(case=case, kind=kind, number=number, decided_on=decided_on, actor=actor)


def terminate(*, case: Application, number: str, reasoning: str, actor: User) -> None:
    """Terminate the procedure by the office's own reasoned decision (Ápt. 17. § (6))."""
    with transaction.atomic():
        open_request = case.requests.filter(state=InformationRequest.State.OPEN).first()
        if open_request:
            requests.close(request=open_request, state=InformationRequest.State.CANCELLED)
        decision = decisions.record_decision(
            case=case,
            kind=Decision.Kind.TERMINATION,
            number=number,
            decided_on=clock.today(),
            reasoning=reasoning,
            recorded_by=actor,
        )
        letter = letter_about(decision, "termination")
        move(case=case, transition="terminate", actor=actor, note=reasoning, decision=decision, letters=[letter])
