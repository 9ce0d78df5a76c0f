"""Declaring that the answers are true, and sending: one act, so that nothing is sent undeclared."""

from django.db import transaction

from applications import pipeline
from applications.core import clock
from applications.core.models import User
from applications.intake.models import Submission
from applications.intake.services import save_answers
from portal.public.draft import Draft
from portal.public.saving import DECLARATION
from portal.public.step import form_version


def declare_and_send(*, draft: Draft, actor: User) -> Submission:
    """Save the declaration with the answers and submit; raises CannotMove, and then nothing is saved."""
    with transaction.atomic():
        save_answers(
            application=draft.application,
            person=draft.application.applicant,
            step=DECLARATION,
            actor=actor,
            shared=False,
            data={"true": True, "warned": True, "privacy": True, "at": clock.now().isoformat()},
            form_version=form_version(),
        )
        return pipeline.submit(application=draft.application, actor=actor, form_version=form_version())
