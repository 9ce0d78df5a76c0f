"""A chosen picture is looked at before it is sent: the browser measures as the server does and says the same words."""

from collections.abc import Iterator

import cv2
import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from applications.core.models import User
from applications.documents import check
from applications.documents.limits import BLURRED_VARIANCE
from applications.documents.measures import grey, sharpness
from applications.intake.models import Application
from tests import personas
from tests.browser import axe, form
from tests.browser.conftest import confirm, cookies_of
from tests.documents import made_files
from tests.installation import Installation

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AFTER = "You may take the picture again, or upload it all the same."


@pytest.fixture(scope="module")
def zsuzsa(committed_db: None) -> User:
    """An applicant."""
    return confirm(personas.applicant("zsuzsa"))


@pytest.fixture
def page(browser: Browser, site: Installation, zsuzsa: User) -> Iterator[Page]:
    """The page for a new birth certificate, on a phone."""
    context = browser.new_context(base_url=site.url, viewport={"width": 390, "height": 844})
    context.set_default_timeout(15000)
    context.add_cookies(cookies_of(site.url, zsuzsa, "en"))
    axe.prepare(context)
    opened = context.new_page()
    case = Application.objects.filter(account=zsuzsa).first() or form.start(opened)
    form.open_upload(opened, case, kind="birth_certificate", person=case.applicant_id)
    yield opened
    context.close()


def picture(name: str, radius: float, *, lines: int = 30) -> form.File:
    """A photo of a page of print, out of focus by so many pixels."""
    drawn = made_files.blurred(made_files.page(lines=lines), radius=radius)
    return form.File(name, "image/jpeg", made_files.jpeg(drawn))


def said(code: str, **args: object) -> str:
    return check.render(code, {"pages": "1", **args}, "en")


def test_it_says_what_is_wrong_while_the_paper_is_at_hand(page: Page):
    small = form.File(
        "small.jpg", "image/jpeg", made_files.jpeg(made_files.blurred(made_files.page(), radius=6).resize((420, 594)))
    )
    told = page.locator("input[name=files] + .first-look")

    form.choose_files(
        page, "files", picture("sharp.jpg", 0), picture("soft.jpg", 6), picture("empty.jpg", 0, lines=0), small
    )

    expect(told.locator(".note")).to_have_count(3)
    notes = told.locator(".note").all_inner_texts()
    assert notes[0] == f"soft.jpg {said('blurred')}"
    assert notes[1] == f"empty.jpg {said('all-blank')}"
    assert notes[2] == f"small.jpg {said('resolution-too-low', dpi=51)}"
    expect(told).to_contain_text(AFTER)
    assert axe.faults(page) == []


def test_a_good_picture_is_passed_in_silence_and_takes_old_words_away(page: Page):
    told = page.locator("input[name=files] + .first-look")
    form.choose_files(page, "files", picture("soft.jpg", 6))
    expect(told.locator(".note")).to_have_count(1)

    form.choose_files(page, "files", picture("sharp.jpg", 0))

    expect(told.locator(".note")).to_have_count(0)
    form.upload(page)
    expect(page.locator("main")).to_contain_text("sharp.jpg")


def test_it_measures_what_the_server_measures(page: Page):
    for radius in (2, 3):
        shot = picture("page.jpg", radius)
        colours = cv2.cvtColor(cv2.imdecode(np.frombuffer(shot.content, np.uint8), cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)
        blurred = sharpness(grey(np.asarray(colours, dtype=np.uint8))) < BLURRED_VARIANCE
        form.choose_files(page, "files", picture("empty.jpg", 0, lines=0))
        expect(page.locator(".first-look .note")).to_contain_text(["empty.jpg"])

        form.choose_files(page, "files", shot, picture("empty.jpg", 0, lines=0))

        expected = ["page.jpg", "empty.jpg"] if blurred else ["empty.jpg"]
        expect(page.locator(".first-look .note")).to_contain_text(expected)
