"""The review, and requests for information with their answers."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from applications.casework import assignment, requests
from applications.casework import services as casework
from applications.casework.models import InformationRequest
from applications.core import journal
from applications.core.models import User
from applications.correspondence import drafts
from applications.correspondence import services as correspondence
from applications.documents import services as documents
from applications.documents.models import Paper
from applications.intake.models import Application, Submission
from applications.pipeline.checking import have_checked
from applications.pipeline.moving import move
from applications.pipeline.submission import frozen, own_paper


def begin_review(*, case: Application, actor: User) -> None:
    """Begin the review of a filed case; a case nobody has becomes the officer's own."""
    with transaction.atomic():
        if case.caseworker_id is None:
            assignment.take(case=case, officer=actor)
        move(case=case, transition="take_up", actor=actor)


def request_information(
    *, case: Application, points: Sequence[requests.Point], introduction: str, due_on: date, actor: User
) -> InformationRequest:
    """Ask the applicant; the clock stops until the answer."""
    with transaction.atomic():
        asked = requests.open_request(
            case=case, points=points, introduction=introduction, due_on=due_on, asked_by=actor
        )
        letter = correspondence.write_letter(
            application=case, kind="information_request", key=str(asked.number), data=drafts.information_request(asked)
        )
        move(case=case, transition="request_information", actor=actor, request=asked, letters=[letter])
        return asked


def answer_request(*, request: InformationRequest, actor: User, form_version: str) -> Submission:
    """Take the answer in as a new submission, have it checked, and give the clock back to the office."""
    with transaction.atomic():
        case = request.application
        submission = frozen(application=case, actor=actor, form_version=form_version)
        requests.close(request=request, state=InformationRequest.State.ANSWERED, submission=submission)
        for old in Paper.objects.filter(pk__in=request.items.exclude(paper=None).values("replaces")):
            documents.remove_paper(paper=old, actor=actor, chain=case.reference)
        letters = [own_paper(submission, "copy")]
        move(case=case, transition="answer_request", actor=actor, request=request, letters=letters)
        have_checked(submission)
        return submission


def extend_request(*, request: InformationRequest, actor: User) -> InformationRequest:
    """Give the applicant the one extension there is; the case's due day moves with it."""
    with transaction.atomic():
        extended = requests.extend(request=request)
        casework.settle(Application.objects.select_for_update().get(pk=request.application_id))
        journal.record(
            chain=request.application.reference,
            event="request.extended",
            actor=actor,
            subject=f"request/{request.number}",
            data={"until": extended.due_on.isoformat()},
        )
        return extended


def close_request(*, request: InformationRequest, transition: str, actor: User | None) -> None:
    """Close a request unanswered: ``cancel_request`` by an officer, ``expire_request`` by the clock."""
    state = InformationRequest.State.CANCELLED if transition == "cancel_request" else InformationRequest.State.EXPIRED
    with transaction.atomic():
        requests.close(request=request, state=state)
        move(case=request.application, transition=transition, actor=actor, request=request)
