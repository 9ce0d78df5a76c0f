"""A new paper for a request is followed while it is checked, and nothing typed meanwhile is lost."""

from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, expect

from applications.core import jobs
from applications.documents.models import CheckedFile
from applications.intake.models import Application
from tests.browser import axe
from tests.browser.conftest import confirm, cookies_of
from tests.documents import made_files
from tests.installation import Installation
from tests.letters import household, roads
from tests.tracker.conftest import browser_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def asked(committed_db: None) -> Application:
    """Anna's case, of which a text, a paper and a correction are asked."""
    case = household.checked("en")
    roads.ask(roads.to_review(case))
    confirm(case.account)
    return case


@pytest.fixture(params=[390, 1440])
def context(browser: Browser, site: Installation, asked: Application, request) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=site.url, viewport={"width": request.param, "height": 844})
    opened.set_default_timeout(15000)
    opened.add_cookies(cookies_of(site.url, asked.account, "en"))
    axe.prepare(opened)
    yield opened
    opened.close()


def test_the_checks_are_followed_beside_an_answer_that_is_being_written(context: BrowserContext, asked: Application):
    item = asked.requests.get().items.get(kind="paper")
    with override_settings(TESSDATA="/nonexistent"):
        jobs.drain()
        page = context.new_page()
        assert page.viewport_size
        scan = made_files.jpeg(made_files.page(827, 1000 + page.viewport_size["width"]))
        browser_of(asked.account).post(
            f"/apply/{asked.reference}/papers/add/",
            {
                "kind": "birth_certificate",
                "person": asked.applicant_id,
                "files": SimpleUploadedFile("scan.jpg", scan, "image/jpeg"),
            },
        )
        item.refresh_from_db()
        heard = axe.listen(page)
        page.goto(f"/my/{asked.reference}/request/")
        box = page.locator(f"#paper-{item.paper_id}")
        expect(box.locator(".progress-of-checks li").first).to_have_text("Looking whether it is safe to open")
        page.get_by_label("Your answer").fill("Kolozsváron, az apámtól.")
        assert (axe.faults(page), heard) == ([], [])

        CheckedFile.objects.filter(state="waiting").update(checking="readable")
        expect(box.locator(".progress-of-checks .is-done")).to_have_text("Safe to open")
        jobs.drain()

    expect(box.locator(".progress-of-checks")).to_have_count(0)
    expect(box.locator(".tag")).not_to_have_text("being checked")
    expect(page.get_by_label("Your answer")).to_have_value("Kolozsváron, az apámtól.")
    assert (axe.faults(page), heard) == ([], [])
