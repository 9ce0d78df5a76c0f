"""Every letter and e-mail of whole roads, made once a language."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.db import transaction

from applications import pipeline
from applications.core import clock
from applications.core.models import User
from applications.correspondence.models import Letter, Message
from applications.correspondence.services import draw
from applications.intake.models import Application
from tests.letters import household, roads

Road = Callable[[Application], Application]


@dataclass
class Told:
    """What a person who writes in ``language`` was told on all roads: PDFs by kind, e-mails by template."""

    language: str
    pdfs: dict[str, bytes] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)
    mails: dict[str, Message] = field(default_factory=dict)

    def collect(self, case: Application) -> None:
        """Take over what a case was told."""
        for letter in Letter.objects.filter(application=case):
            with draw(letter).stored.open() as stored:
                self.pdfs[letter.kind] = stored.read()
            self.references[letter.kind] = case.reference
        for message in Message.objects.filter(application=case).select_related("application"):
            self.mails[message.template] = message


def decider() -> User:
    """Return the deciding officer of the road walked."""
    return User.objects.get(email="denes@example.hu")


def taken_back(case: Application) -> Application:
    """Have the applicant take a checked case back to correct it."""
    pipeline.move(case=case, transition="take_back", actor=case.account)
    return case


def withdrawn(case: Application) -> Application:
    """Have the applicant withdraw a checked case."""
    pipeline.withdraw(case=case, actor=case.account)
    return case


def lapsed(case: Application) -> Application:
    """Let the year of a case with a summons run out."""
    today = clock.today()
    pipeline.deliver_summons(case=case, on=today.replace(year=today.year - 2, day=1), actor=case.caseworker)
    pipeline.move(case=case, transition="lapse", actor=decider(), note="Nem jelent meg.")
    return case


def annulled(case: Application) -> Application:
    """Have the grant of a case with a summons annulled before the oath."""
    pipeline.move(case=case, transition="annul", actor=decider(), note="Hamis okmány derült ki.")
    return case


ROAD: tuple[tuple[Road | None, tuple[Road, ...]], ...] = (
    (None, (taken_back, withdrawn)),
    (roads.to_review, (roads.to_a_refusal, roads.to_a_termination)),
    (roads.to_the_summons, (lapsed, annulled)),
    (roads.to_the_oath, ()),
)
"""The road in stretches, and the ways that leave it after each: they are walked, read and undone."""


@pytest.fixture(scope="session", params=["hu", "en"])
def told(request, django_db_setup, django_db_blocker) -> Told:
    """Everything told on the road to the oath and on the ways that leave it, in one language."""
    everything = Told(request.param)
    with django_db_blocker.unblock(), transaction.atomic():
        case = household.checked(request.param)
        for stretch, ways in ROAD:
            if stretch:
                stretch(case)
            for way in ways:
                with transaction.atomic():
                    everything.collect(way(Application.objects.get(pk=case.pk)))
                    transaction.set_rollback(True)
        everything.collect(case)
        transaction.set_rollback(True)
    return everything
