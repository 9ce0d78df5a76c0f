"""How a page behaves under the hands: by keyboard, in the dark, without JavaScript, on a double click, when time runs out."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from applications.core.models import User
from applications.family.models import Place
from tests import personas
from tests.browser import account, axe, form
from tests.browser.conftest import confirm, cookies_of
from tests.installation import Installation

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Opened = Callable[..., Page]
SETTINGS = {"HONPOLGAR_SESSION_SECONDS": str(600 + 240)}
DARK = [
    "/",
    "/guidance/other-nationality/",
    "/guidance/road/",
    "/privacy/",
    "/help/",
    "/account/login/",
    "/account/signup/",
    "/nowhere/",
]


@pytest.fixture(scope="module")
def zita(committed_db: None) -> User:
    """An applicant who has done everything but begin."""
    return confirm(personas.applicant("zita"))


@pytest.fixture
def opened(browser: Browser, site: Installation) -> Iterator[Opened]:
    """Return a function that opens a browser, signed in where a user is given."""
    with ExitStack() as stack:

        def made(user: User | None = None, language: str = "en", **options: object) -> Page:
            context = stack.enter_context(browser.new_context(base_url=site.url, reduced_motion="reduce", **options))
            context.set_default_timeout(15000)
            context.add_cookies(cookies_of(site.url, user, language))
            axe.prepare(context)
            return context.new_page()

        yield made


@pytest.mark.parametrize("width", [390, 1440])
def test_the_dark_is_as_readable_as_the_light(opened: Opened, width: int):
    page = opened(color_scheme="dark", viewport={"width": width, "height": 900})
    for path in DARK:
        page.goto(path)

        assert axe.faults(page) == [], path


def test_the_first_key_leads_past_the_header(opened: Opened):
    page = opened()
    page.goto("/guidance/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('header') === null")


def test_an_account_can_be_made_by_keyboard_alone(opened: Opened):
    page = opened()
    page.goto("/account/signup/")
    page.get_by_label("E-mail address").focus()
    page.keyboard.type("keyboard@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type(personas.PASSWORD)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Enter the code we sent")).to_be_visible()


def test_the_error_summary_has_the_focus_and_leads_to_the_field(opened: Opened):
    page = opened()
    page.goto("/account/signup/")
    page.get_by_label("Choose a password").fill("short")
    page.get_by_role("button", name="Create the account").click()

    expect(page.locator("#errors")).to_be_focused()
    expect(page).to_have_title("Error: Create an account – Honpolgár")
    page.get_by_role("link", name="Fill this in: E-mail address").click()
    expect(page.get_by_label("E-mail address")).to_be_focused()


def test_what_was_typed_as_a_password_can_be_seen(opened: Opened):
    page = opened()
    page.goto("/account/signup/")
    field = page.get_by_role("textbox", name="Choose a password")
    field.fill("titok")
    page.get_by_role("button", name="Show the password").click()
    expect(field).to_have_attribute("type", "text")
    page.get_by_role("button", name="Hide the password").click()
    expect(field).to_have_attribute("type", "password")


def test_signing_up_switching_and_signing_out_need_no_script(opened: Opened):
    page = opened(java_script_enabled=False)
    account.sign_up(page, "noscript@example.org")
    page.get_by_role("button", name="Magyar").click()
    expect(page.get_by_role("button", name="Kilépés")).to_be_visible()
    page.get_by_role("button", name="Kilépés").click()

    expect(page.get_by_role("link", name="Belépés").first).to_be_visible()


def test_a_double_click_sends_a_form_once(opened: Opened):
    page = opened()
    page.goto("/account/password/reset/")
    page.get_by_label("E-mail address").fill("nobody@example.org")
    page.evaluate(
        "() => { window.sent = 0; addEventListener('submit', e => {"
        " window.sent += e.defaultPrevented ? 0 : 1; e.preventDefault(); }) }"
    )
    page.get_by_role("button", name="Send the code").dblclick()

    assert page.evaluate("window.sent") == 1


def test_places_are_suggested_and_chosen_by_keyboard(opened: Opened, zita: User):
    Place.objects.create(
        id="681290",
        name="Kolozsvár",
        names=["Kolozsvár", "Cluj-Napoca", "Klausenburg"],
        country="RO",
        population=286598,
        search="|kolozsvar|cluj-napoca|klausenburg|",
    )
    page = opened(zita)
    case = form.start(page)
    page.goto(f"/apply/{case.reference}/birth/")
    field = page.get_by_role("combobox").first
    field.press_sequentially("Klausenb", delay=30)
    option = page.get_by_role("option").filter(has_text="Kolozsvár")
    expect(option).to_be_visible()
    assert axe.faults(page) == []

    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "id_place_list_0")
    field.press("Enter")
    expect(field).to_have_value("Kolozsvár")
    assert page.locator("[data-place]").first.input_value() != ""

    field.press("Backspace")
    assert page.locator("[data-place]").first.input_value() == "", "another name is no longer the picked place"
    field.press("Escape")


def test_the_end_of_a_session_is_announced_and_can_be_put_off(opened: Opened, zita: User):
    page = opened(zita)
    page.clock.install()
    page.goto("/account/")
    warning = page.get_by_role("region", name="Your session ends soon")
    expect(warning).to_be_hidden()

    page.clock.run_for(20_000)
    expect(warning).to_be_visible()
    assert axe.faults(page) == []
    with page.expect_response("**/account/stay/") as answer:
        page.get_by_role("button", name="Stay signed in").click()

    assert answer.value.status == 204


def test_a_field_appears_with_the_answer_that_asks_for_it(opened: Opened):
    """Without a script all fields stand there; with one, those that an answer asks for come with it."""
    user = confirm(personas.applicant("vera"))
    page = opened(user)
    case = form.start(page)
    address = f"/apply/{case.reference}/birth-name/"
    reason = page.locator("input[name=reason]").first
    page.goto(address)
    expect(page.locator("input[name=same]").first).to_be_visible()
    expect(page.locator("input[name=birth_family_name]")).to_be_hidden()
    page.locator("input[name=same][value=no]").check()
    expect(page.locator("input[name=birth_family_name]")).to_be_visible()
    expect(reason).to_be_visible()
    assert axe.faults(page) == []
    page.locator("input[name=same][value=yes]").check()
    expect(reason).to_be_hidden()

    plain = opened(user, java_script_enabled=False)
    plain.goto(address)
    expect(plain.locator("input[name=birth_family_name]")).to_be_visible()
