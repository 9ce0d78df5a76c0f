"""The applicant's road by other ways: without JavaScript, and by keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from applications.core import clock
from applications.core.models import User
from applications.demo.families import family
from applications.documents.models import PaperFile
from applications.intake.models import Answers, Application
from tests import personas
from tests.browser import account, folder, form, tracker
from tests.browser.conftest import Desk, confirm
from tests.browser.settling import free_times, reached
from tests.browser.told import told

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TABS = 60


def test_the_road_needs_no_script(desk: Desk, cast: dict[str, User]):
    """Signing in, answering, uploading, sending and booking work with plain forms."""
    household = family(11, 15, country="RO", filed_on=clock.today())
    passport = next(sheet for sheet in folder.drawn(household) if sheet.paper.kind == "passport")
    vera = confirm(personas.applicant("vera"))
    free_times("filing")
    page = desk(script=False)

    account.sign_in(page, vera.email)
    case = form.start(page)
    form.answer_all(page, case, lambda stop: told(household, stop.asked, stop.step.id), until="contact")
    assert folder.bring_all(page, case, [passport])
    expect(page.locator("noscript, .tag").first).to_be_attached()
    form.send(page, case)
    reached(case, "checked")
    tracker.stands(page, case, "Book your visit")
    tracker.book(page, case, "Book your visit")

    assert PaperFile.objects.filter(paper__family=case.family_id).count() == 1


def to(page: Page, label: str) -> None:
    """Press Tab until the control with this name has the focus."""
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if label in page.evaluate(
            "() => [document.activeElement.textContent, ...[...(document.activeElement.labels || [])]"
            ".map(each => each.textContent)].join(' ')"
        ):
            return
    raise AssertionError(f"The Tab key does not lead to {label!r} on {page.url}")


def name_with_a_slip(page: Page) -> None:
    """Answer the page of the name by keyboard, with a digit in it first."""
    to(page, "Family name")
    page.keyboard.type("Kov4cs")
    page.keyboard.press("Enter")
    expect(page.locator("#errors")).to_be_focused()
    assert page.title().startswith("Error:")
    to(page, "A name may only hold")
    page.keyboard.press("Enter")
    field = page.locator("input[name=family_name]")
    expect(field).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Kovács")
    to(page, "Given name")
    page.keyboard.type("Lili")
    page.keyboard.press("Enter")
    page.wait_for_url("**/birth-name/")


def test_a_page_is_answered_by_keyboard_alone(desk: Desk, cast: dict[str, User]):
    """Tab, arrows and Enter start an application, answer pages, meet an error and get past it."""
    page = desk(confirm(personas.applicant("lili")))
    page.goto("/my/")
    to(page, "Start my application")
    page.keyboard.press("Enter")
    page.wait_for_url("**/apply/**")
    case = Application.objects.get(account__email="lili@example.hu")
    to(page, "Go on:")
    page.keyboard.press("Enter")
    page.wait_for_url("**/name/")

    name_with_a_slip(page)
    to(page, "Yes")
    page.keyboard.press("Space")
    to(page, "Save and come back later")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/apply/{case.reference}/")
    saved = Answers.objects.get(person=case.applicant, step="name").data
    assert (saved["family_name"], saved["given_name"]) == ("Kovács", "Lili")


def test_two_tabs_are_shown_to_choose_from(desk: Desk, cast: dict[str, User]):
    """The page that is saved second shows both versions, and the one chosen is kept."""
    page = desk(confirm(personas.applicant("nora")))
    case = form.start(page)
    form.go_on(page, case)
    form.fill(page, {"family_name": "Kovács", "given_name": "Nóra"})
    other = page.context.new_page()
    other.goto(page.url)
    form.fill(other, {"family_name": "Kovács", "given_name": "Eleonóra"})
    form.save(other)

    form.button(page).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("This page was saved elsewhere meanwhile")
    expect(page.locator("main")).to_contain_text("Eleonóra")
    with page.expect_navigation():
        page.get_by_role("button", name="Use what I have just written").click()
    assert Answers.objects.get(person=case.applicant, step="name").data["given_name"] == "Nóra"


def test_a_double_click_sends_the_application_once(desk: Desk, cast: dict[str, User]):
    """Two quick presses of the last button make one submission."""
    household = family(11, 15, country="RO", filed_on=clock.today())
    page = desk(confirm(personas.applicant("dora")))
    case = form.start(page)
    form.answer_all(page, case, lambda stop: told(household, stop.asked, stop.step.id), until="contact")
    page.goto(f"/apply/{case.reference}/check/")
    for name in ("true", "warned", "privacy"):
        page.locator(f"input[name={name}]").check()

    page.get_by_role("button", name="Declare and send").dblclick()

    expect(page.get_by_role("heading", level=1)).to_have_text("Your application was sent")
    assert case.submissions.count() == 1
    assert case.messages.filter(template="submitted").count() == 1
