"""Submitting: what was signed is frozen, checked and assessed; and taking an application back."""

from django.db import transaction

import rules
from applications.assessment import facts
from applications.casework import requests, visits
from applications.casework.models import InformationRequest, Slot
from applications.core import clock, journal
from applications.core.models import User
from applications.correspondence import services as correspondence
from applications.correspondence import sheets
from applications.correspondence.models import Letter
from applications.documents.models import PaperFile
from applications.documents.queries import papers_of
from applications.intake.models import Application, Submission
from applications.intake.queries import answers_about, persons_in
from applications.intake.services import freeze
from applications.intake.sheet import rows_of
from applications.pipeline.checking import have_checked
from applications.pipeline.moving import move


def submit(*, application: Application, actor: User, form_version: str) -> Submission:
    """Freeze what the applicant signed, move the case, and have it checked and assessed."""
    with transaction.atomic():
        submission = frozen(application=application, actor=actor, form_version=form_version)
        letters = [own_paper(submission, "packet"), own_paper(submission, "copy")]
        move(case=application, transition="submit", actor=actor, submission=submission, letters=letters)
        have_checked(submission)
        return submission


def own_paper(submission: Submission, kind: str) -> Letter:
    """Write one of the applicant's own papers about a submission: the packet to sign, or the copy."""
    draft = {"packet": sheets.packet, "copy": sheets.copy}[kind](submission)
    return correspondence.write_letter(
        application=submission.application, kind=kind, key=str(submission.number), data=draft
    )


def frozen(*, application: Application, actor: User, form_version: str) -> Submission:
    """Return a new frozen copy of facts, answers and papers."""
    today = clock.today()
    submission = freeze(
        application=application,
        facts={
            facts.fact_id(person): facts.build(application=application, person=person, on=today)
            for person in persons_in(application)
        },
        answers=[
            {
                "person": row.person_id,
                "step": row.step,
                "shared": row.application_id is None,
                "data": row.data,
                "version": row.version,
            }
            for row in answers_about(application)
        ],
        papers=[
            {
                "paper": paper.pk,
                "person": paper.person_id,
                "kind": paper.kind,
                "files": [frozen_file(file) for file in paper.kept_files],
            }
            for paper in papers_of(application.family_id)
        ],
        sheet=rows_of(application),
        form_version=form_version,
        rules_version=rules.VERSION,
        language=application.language,
    )
    journal.record(
        chain=application.reference,
        event="application.frozen",
        actor=actor,
        subject=f"submission/{submission.number}",
        data={"digest": submission.digest},
    )
    return submission


def frozen_file(file: PaperFile) -> dict[str, str]:
    """Return a file as a submission names it: part, bytes, and how its pages were turned or cut where they were."""
    named = {"part": file.part, "sha256": file.checked.sha256}
    return {**named, "framing": file.checked.framing} if file.checked.framing else named


def withdraw(*, case: Application, actor: User, note: str = "") -> None:
    """Withdraw an application: an open request is closed and a booked time given back with it."""
    with transaction.atomic():
        open_request = case.requests.filter(state=InformationRequest.State.OPEN).first()
        if open_request:
            requests.close(request=open_request, state=InformationRequest.State.CANCELLED)
        visits.cancel(case=case, purpose=Slot.Purpose.FILING)
        move(case=case, transition="withdraw", actor=actor, note=note)
