"""The desk of the case page by keyboard alone: from place to place, to the answer and back, and two pages together."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from applications import pipeline
from applications.intake.models import Application
from tests.browser import axe
from tests.browser.conftest import confirm, cookies_of
from tests.installation import Installation
from tests.office.cases import Road, ancestors, do_jobs, with_paper
from tests.office.pages import case_url
from tests.office.test_desk import read

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FOCUS = "() => document.activeElement.id || document.activeElement.closest('tr')?.id"
DOWN = "() => [...document.querySelectorAll('[data-moves]')].map(s => s.scrollTop / (s.scrollHeight - s.clientHeight))"


@pytest.fixture(scope="module")
def case(committed_db: None) -> Application:
    """A case under review with two papers; of one the text was read."""
    road = Road()
    papers = [with_paper(road.case), with_paper(road.case, ancestors(road.case)[0], "church_register")]
    pipeline.papers_received(application=road.case, received=papers)
    do_jobs()
    read(papers[0])
    case = road.to("under_review")
    confirm(road.caseworker)
    case.caseworker = road.caseworker
    return case


@pytest.fixture
def opened(browser: Browser, site: Installation, case: Application) -> Iterator[Callable[..., Page]]:
    """Return a function that opens the case at a width, signed in as its caseworker."""
    contexts = []

    def made(query: str, width: int = 1440) -> Page:
        context = browser.new_context(
            base_url=site.url, viewport={"width": width, "height": 900}, reduced_motion="reduce"
        )
        contexts.append(context)
        context.set_default_timeout(15000)
        context.add_cookies(cookies_of(site.url, case.caseworker, "en"))
        axe.prepare(context)
        page = context.new_page()
        page.goto(f"{case_url(case)}{query}")
        return page

    yield made
    for context in contexts:
        context.close()


def test_keys_lead_to_a_place_to_its_answer_and_back(opened: Callable[..., Page]) -> None:
    page = opened("?page=1#desk")
    heard = axe.listen(page)

    focused = []
    for key in ("j", "j", "k", "j", "Enter", "Enter"):
        page.keyboard.press(key)
        focused.append(page.evaluate(FOCUS))

    assert focused == ["mark-name", "mark-father", "mark-name", "mark-father", "fact-father", "mark-father"]
    assert heard == []


@pytest.mark.parametrize("width", [390, 1440])
def test_desk_and_comparison_are_sound_at_both_widths(opened: Callable[..., Page], width: int) -> None:
    page = opened("?page=1#desk", width)
    assert axe.faults(page) == []

    page.get_by_role("link", name="Compare").click()
    page.wait_for_url("**/compare/**")

    assert axe.faults(page) == []
    assert page.locator("[data-moves] img").count() == 2


def test_two_pages_move_together(opened: Callable[..., Page]) -> None:
    page = opened("?page=1#desk")
    page.keyboard.press("c")
    page.wait_for_url("**/compare/**")
    page.keyboard.press("3")
    page.wait_for_url("**zoom=3**")
    page.wait_for_load_state("networkidle")

    page.locator("[data-moves]").first.focus()
    page.keyboard.press("End")
    page.wait_for_function(f"() => ({DOWN})()[0] > 0.5")
    page.wait_for_function(f"() => {{ const [a, b] = ({DOWN})(); return Math.abs(a - b) < 0.02; }}")

    one, other = page.evaluate(DOWN)
    assert one == pytest.approx(other, abs=0.02)
    assert one > 0.5
