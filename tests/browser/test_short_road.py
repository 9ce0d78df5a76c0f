"""The shortest road: sign-up, a few pages, sending, the checks of a real worker, a decision, the e-mail about it."""

import pytest
from playwright.sync_api import Page, expect

from applications import pipeline
from applications.core import clock
from applications.core.models import User
from applications.decisions.models import Decision
from applications.demo.families import family
from applications.intake.models import Application
from tests import personas
from tests.browser import account, form, office
from tests.browser.conftest import Desk
from tests.browser.mailbox import awaited, subjects, text_of
from tests.browser.settling import reached
from tests.browser.told import told

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ADDRESS = "eszter@example.org"


def review(case: Application, cast: dict[str, User]) -> None:
    """Bring a checked case to a proposal by the services behind the pages."""
    pipeline.record_visit(
        case=case,
        office=personas.office(),
        clerk=cast["csaba"],
        details={str(case.applicant_id): {"identity_ok": True, "hungarian": "shown", "signature_ok": True}},
    )
    pipeline.begin_review(case=case, actor=cast["klara"])
    pipeline.recommend(
        case=case, proposal="grant", grounds=["ancestor", "language"], reasoning="Rendben.", actor=cast["klara"]
    )


def test_from_sign_up_to_the_e_mail_about_the_decision(page: Page, desk: Desk, cast: dict[str, User]):
    household = family(7, 1, country="RO")
    account.sign_up(page, ADDRESS)
    case = form.start(page)
    form.answer_all(page, case, lambda stop: told(household, stop.asked, stop.step.id), until="parents")
    form.send(page, case)

    assert awaited(ADDRESS, case.reference)
    reached(case, "checked")

    review(case, cast)
    decider = desk(cast["denes"])
    office.act(decider, case, "Approve the proposal")
    office.act(decider, case, "Lay before the President")
    office.act(decider, case, "Record the grant", {"number": "KE/77/2026", "decided_on": clock.today().isoformat()})

    assert Decision.objects.get(application=case).kind == Decision.Kind.GRANT
    mail = awaited(ADDRESS, "granted")
    assert case.reference in text_of(mail), subjects(ADDRESS)
    expect(decider.locator(".case-tags")).to_contain_text("Granted")
