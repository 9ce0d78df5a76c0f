"""Every page there is, wide and narrow, in English and Hungarian: no barrier, no overflow, no error of scripts or policies."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Browser, Page

from tests import personas
from tests.browser import addresses, axe, world
from tests.browser.addresses import Row
from tests.browser.conftest import cookies_of
from tests.installation import Installation

pytestmark = [pytest.mark.browser, pytest.mark.slow]
VIEWS = {"wide": (1440, "en"), "narrow": (390, "hu")}


class Looker:
    """Browsers in which the world's people are signed in, one a person and view, kept while the pages go by."""

    def __init__(self, browser: Browser, url: str, made: world.World) -> None:
        self.browser, self.url, self.world = browser, url, made
        self.pages: dict[tuple[str, str], tuple[Page, list[str]]] = {}

    def page(self, row: Row, view: str) -> tuple[Page, list[str]]:
        """Return the reader's page in a view, and what it has complained of since the last time."""
        user = addresses.reader(row, self.world)
        key = (user.email if user else "", view)
        if key not in self.pages:
            width, language = VIEWS[view]
            context = self.browser.new_context(
                base_url=self.url, viewport={"width": width, "height": 900}, reduced_motion="reduce"
            )
            context.add_cookies(cookies_of(self.url, user, language))
            axe.prepare(context)
            page = context.new_page()
            self.pages[key] = (page, axe.listen(page))
        page, heard = self.pages[key]
        heard.clear()
        return page, heard

    def close(self) -> None:
        """Close every browser."""
        for page, _heard in self.pages.values():
            page.context.close()


@pytest.fixture(scope="module")
def looker(browser: Browser, committed_db: None) -> Iterator[Looker]:
    """The world and a web server that shows it; no worker, so that everything stays as it is."""
    running = Installation(changes={"HONPOLGAR_SWEEP_SECONDS": "3600"})
    made = world.built()
    try:
        running.start("web")
        looker = Looker(browser, running.url, made)
        yield looker
        looker.close()
    finally:
        running.stop()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("row", addresses.ROWS, ids=str)
def test_a_page_is_for_everybody(looker: Looker, row: Row, view: str):
    page, heard = looker.page(row, view)
    address = row.address(looker.world)

    answer = page.goto(address)

    assert answer is not None
    assert answer.status == row.status, address
    assert page.url.endswith(address), f"{address} leads to {page.url}"
    heard[:] = [words for words in heard if str(row.status) not in words or row.status < 400]
    assert [*axe.frame(page, VIEWS[view][1]), *axe.faults(page), *heard] == [], address


def test_every_pattern_has_a_row():
    listed = {row.name for row in addresses.ROWS} | set(addresses.NOT_PAGES) | set(addresses.closed_screens())
    known = set(addresses.patterns())

    assert known - listed == set(), "give these a row in tests/browser/addresses.py"
    assert listed - known - {"404"} == set(), "these have a row but no pattern"


@pytest.mark.parametrize("name", addresses.closed_screens())
def test_a_screen_without_a_row_is_closed_to_everybody(looker: Looker, name: str):
    try:
        address = reverse(name)
    except NoReverseMatch:
        address = reverse(name, args=[1])
    for member in personas.STAFF:
        client = Client(headers={"host": "localhost"})
        client.force_login(looker.world.people[member])

        assert client.get(address).status_code in (302, 403, 404), (member, address)
