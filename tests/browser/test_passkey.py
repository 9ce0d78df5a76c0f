"""A passkey made on this site signs in without a password, with a virtual authenticator in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from applications.core.models import User
from tests import personas
from tests.browser.conftest import confirm, cookies_of
from tests.installation import Installation

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def site(committed_db: None) -> Iterator[Installation]:
    """A web server under a name: keys are bound to a name, never to a number."""
    running = Installation()
    running.url = f"http://localhost:{running.port}"
    running.environment["HONPOLGAR_SITE_URL"] = running.url
    try:
        running.start("web")
        yield running
    finally:
        running.stop()


@pytest.fixture
def page(browser: Browser, site: Installation) -> Iterator[Page]:
    """A browser whose device can keep keys and knows its owner."""
    with browser.new_context(base_url=site.url) as context:
        context.set_default_timeout(15000)
        opened = context.new_page()
        device = context.new_cdp_session(opened)
        device.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
            "isUserVerified": True, "automaticPresenceSimulation": True,
        }  # fmt: skip
        device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        yield opened


def test_a_passkey_is_added_and_signs_in_without_a_password(page: Page, site: Installation):
    owner: User = confirm(personas.applicant("petra"))
    page.context.add_cookies(cookies_of(site.url, owner, "en"))

    page.goto("/account/2fa/webauthn/add/")
    page.get_by_label("Name of the key").fill("The telephone")
    page.get_by_label("Name of the key").press("Enter")
    expect(page).to_have_url(f"{site.url}/account/2fa/webauthn/add/")  # Enter adds nothing by itself
    page.get_by_label("Sign in with this key alone").check()
    page.get_by_role("button", name="Add the key").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()

    page.context.clear_cookies()
    page.goto("/account/login/")
    page.get_by_role("button", name="passkey").click()

    expect(page.get_by_role("heading", name="My applications")).to_be_visible()
    assert owner.authenticator_set.filter(type="webauthn").count() == 1
