"""The other road: a request for information, its answer by the applicant, and the President's refusal."""

import pytest
from playwright.sync_api import Page, expect

from applications.casework.models import InformationRequest
from applications.core import clock, journal
from applications.core.models import User
from applications.demo.families import family
from applications.demo.people import Trouble
from applications.intake.models import Submission
from tests.browser import folder, office, tracker
from tests.browser.applying import applied
from tests.browser.conftest import Desk
from tests.browser.mailbox import awaited, subjects
from tests.browser.settling import free_times, settled

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ADDRESS = "orban@example.org"


def test_a_request_is_answered_and_the_application_refused(page: Page, desk: Desk, cast: dict[str, User]):
    household = family(11, 53, country="RO", filed_on=clock.today(), troubles=(Trouble.NO_HUNGARIAN,))
    sheets = folder.drawn(household)
    first = [sheet for sheet in sheets if sheet.paper.kind in ("passport", "birth_certificate")]
    later = next(sheet for sheet in sheets if sheet.paper.kind == "citizenship_certificate")
    free_times("filing")

    case = applied(page, ADDRESS, household, first)
    tracker.book(page, case, "Book your visit")

    csaba, klara, denes = (desk(cast[name]) for name in ("csaba", "klara", "denes"))
    office.record_visit(csaba, case, hungarian="none")
    office.act(klara, case, "Begin the review")
    ancestor = folder.people_of(case)[later.paper.about]
    office.request(klara, case, [
        {"kind": "text", "question": "How did you learn Hungarian?"},
        {"kind": "paper", "question": "Please bring the certificate of citizenship.", "paper_kind": later.paper.kind,
         "person": ancestor},
    ])  # fmt: skip
    tracker.stands(page, case, "We need something from you")
    assert awaited(ADDRESS, "we need something from you")
    tracker.answer_request(page, case, text="I did not learn it.", paper=folder.as_file(later.paper, later.content))

    settled()
    assert InformationRequest.objects.get(application=case).state == InformationRequest.State.ANSWERED
    assert list(Submission.objects.filter(application=case).values_list("number", flat=True)) == [1, 2]
    office.open_case(klara, case)
    expect(klara.locator(".case-tags")).to_contain_text("Under review")
    office.act(klara, case, "Recommend", {"reasoning": "A nyelvtudás nem igazolt.", **office.REFUSE})
    office.act(denes, case, "Approve the proposal")
    office.act(denes, case, "Lay before the President")
    office.act(denes, case, "Record the refusal", {"number": "KE/53/2026", "decided_on": clock.today().isoformat()})

    settled()
    tracker.stands(page, case, "Your application was refused")
    assert tracker.letter(page, "Notice of the President’s decision").startswith(b"%PDF")
    assert awaited(ADDRESS, "your application was refused")
    assert sum("we need something" in subject for subject in subjects(ADDRESS)) == 1
    assert journal.broken_links() == []
