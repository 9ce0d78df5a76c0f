"""What a clerk ticks at a visit with a folder full of originals."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import axe
from tests.browser.conftest import confirm, cookies_of
from tests.installation import Installation
from tests.office.cases import Road, with_paper
from tests.office.pages import act_url

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_all_originals_are_ticked_at_once(browser: Browser, site: Installation, committed_db: None):
    road = Road()
    for kind in ("birth_certificate", "marriage_certificate", "passport"):
        with_paper(road.case, kind=kind)
    case = road.to("visit_booked")
    context = browser.new_context(base_url=site.url, viewport={"width": 390, "height": 844})
    context.set_default_timeout(15000)
    context.add_cookies(cookies_of(site.url, confirm(road.clerk), "en"))
    axe.prepare(context)
    page = context.new_page()
    page.goto(act_url(case, "record_visit"))
    boxes = page.locator("input[name=originals]")

    page.get_by_role("button", name="Tick all of them").click()

    expect(page.locator("input[name=originals]:checked")).to_have_count(boxes.count())
    assert axe.faults(page) == []
    boxes.first.uncheck()
    page.get_by_role("button", name="Tick all of them").click()
    page.get_by_role("button", name="Tick none of them").click()
    expect(page.locator("input[name=originals]:checked")).to_have_count(0)
    context.close()
