"""The whole road: an applicant from the sign-up to citizenship, with three officers and real workers."""

import pytest
from playwright.sync_api import Page, expect

from applications.assessment.models import Finding
from applications.core import clock, journal
from applications.core.models import User
from applications.demo.families import family
from tests.browser import folder, office, tracker
from tests.browser.applying import applied
from tests.browser.conftest import Desk
from tests.browser.mailbox import awaited, subjects
from tests.browser.settling import free_times, settled

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ADDRESS = "sandor@example.org"
TOLD_OF = [
    "We have received your application", "checked, please book your visit", "your visit is booked",
    "your application is filed", "is before the President", "your application was granted", "choose a day for your oath",
    "your oath is booked", "welcome, you are a Hungarian citizen",
]  # fmt: skip


def told_once(address: str) -> None:
    """Expect each e-mail of the road exactly once."""
    mails = subjects(address)
    for words in TOLD_OF:
        assert sum(words in subject for subject in mails) == 1, (words, mails)


def test_an_applicant_becomes_a_citizen(page: Page, desk: Desk, cast: dict[str, User]):
    household = family(11, 15, country="RO", filed_on=clock.today())
    papers = folder.drawn(household)
    free_times("filing")
    free_times("oath")

    case = applied(page, ADDRESS, household, papers)
    assert set(Finding.objects.filter(application=case).values_list("source", flat=True)) >= {
        "rule",
        "file",
        "comparison",
    }

    tracker.stands(page, case, "Book your visit")
    tracker.book(page, case, "Book your visit")

    csaba, klara, denes = (desk(cast[name]) for name in ("csaba", "klara", "denes"))
    office.record_visit(csaba, case, hungarian="shown")
    office.act(klara, case, "Begin the review")
    expect(klara.locator(".shelf li")).to_have_count(len(papers))
    office.act(
        klara, case, "Recommend", {"reasoning": "A leszármazás igazolt, a nyelvtudás bizonyított.", **office.GRANT}
    )
    office.act(denes, case, "Approve the proposal")
    office.act(denes, case, "Lay before the President")
    tracker.stands(page, case, "The President decides")
    today = clock.today().isoformat()
    office.act(denes, case, "Record the grant", {"number": "KE/15/2026", "decided_on": today})
    office.act(klara, case, "Send the summons to the oath")
    office.act(klara, case, "Record the delivery", {"on": today})

    tracker.stands(page, case, "Choose a day for your oath")
    tracker.book(page, case, "Choose a day for your oath")
    office.act(csaba, case, "Record the oath", {"form": "oath", "identity_matches": "on", "certificate_number": "H-15"})

    settled()
    tracker.stands(page, case, "You are a Hungarian citizen")
    assert tracker.letter(page, "Certificate").startswith(b"%PDF")
    assert awaited(ADDRESS, "welcome")
    told_once(ADDRESS)
    assert journal.broken_links() == []
