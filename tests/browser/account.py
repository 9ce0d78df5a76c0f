"""Signing up, in and out as people do it, with the code from the e-mail."""

from playwright.sync_api import Page, expect

from tests import personas
from tests.browser.mailbox import code_for


def sign_up(page: Page, address: str) -> None:
    """Make an account, confirm the address by the code that was sent, and put off the second factor."""
    page.goto("/account/signup/")
    fill_in_sign_up(page, address)
    expect(page.get_by_role("heading", level=1)).to_contain_text("A second lock for your papers")
    page.get_by_role("button", name="Not now").click()


def fill_in_sign_up(page: Page, address: str) -> None:
    """Fill in the sign-up page that is open, and the code that is sent."""
    page.get_by_label("E-mail address").fill(address)
    page.get_by_label("Choose a password").fill(personas.PASSWORD)
    page.get_by_role("button", name="Create the account").click()
    expect(page.get_by_role("heading", name="Enter the code we sent")).to_be_visible()
    page.get_by_label("Code").fill(code_for(address))
    page.get_by_role("button", name="Confirm").click()


def sign_in(page: Page, address: str) -> None:
    """Sign in with the password of the cast."""
    page.goto("/account/login/")
    fill_in(page, address)


def fill_in(page: Page, address: str) -> None:
    """Fill in the sign-in page that is open."""
    page.get_by_label("E-mail address").fill(address)
    page.get_by_role("textbox", name="Password").fill(personas.PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "/account/login/" not in url)


def sign_out(page: Page) -> None:
    """Sign out by the button on every page."""
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").first.click()
