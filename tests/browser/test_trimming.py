"""A page is turned and its edges are cut off: with finger, mouse and keys, and by plain forms where there is no script."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from django.test import override_settings
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from applications.core import jobs
from applications.core.models import User
from applications.documents.models import CheckedFile, Paper, PaperFile
from applications.documents.services import add_paper
from applications.intake.models import Application
from tests import personas
from tests.browser import axe, form
from tests.browser.conftest import confirm, cookies_of
from tests.documents import made_files
from tests.installation import Installation

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def zsuzsa(committed_db: None) -> User:
    """An applicant."""
    return confirm(personas.applicant("zsuzsa"))


def do_jobs() -> None:
    """Do the worker's jobs, without reading text."""
    with override_settings(TESSDATA="/nonexistent"):
        jobs.drain()


@pytest.fixture
def opened(browser: Browser, site: Installation, zsuzsa: User) -> Iterator[Open]:
    """Return a function that opens the page of a birth certificate, photographed lying on a table, as somebody's browser."""
    with ExitStack() as stack:

        def open_paper(*, width: int = 390, language: str = "en", script: bool = True) -> Page:
            context = stack.enter_context(
                browser.new_context(
                    base_url=site.url,
                    viewport={"width": width, "height": 844},
                    java_script_enabled=script,
                    has_touch=width < 600,
                )
            )
            context.set_default_timeout(15000)
            context.add_cookies(cookies_of(site.url, zsuzsa, "en"))
            axe.prepare(context)
            page = context.new_page()
            case = Application.objects.filter(account=zsuzsa).first() or form.start(page)
            form.open_upload(page, case, kind="birth_certificate", person=case.applicant_id)
            form.choose_files(page, "files", form.File("photo.jpg", "image/jpeg", photo()))
            form.upload(page)
            context.add_cookies(cookies_of(site.url, None, language))
            do_jobs()
            if not script:  # with one, the page loads itself anew
                page.reload()
            expect(page.locator("[data-waiting]")).to_have_count(0)
            return page

        yield open_paper


def photo() -> bytes:
    """A certificate on a dark table, a quarter of each side of the picture being table."""
    table = Image.new("RGB", (1600, 2260), (70, 52, 36))
    table.paste(made_files.page(800, 1130, lines=20), (400, 565))
    return made_files.jpeg(table)


def framing() -> str:
    """Return how the newest file is framed."""
    return CheckedFile.objects.get(uses=PaperFile.objects.latest("pk")).framing


def test_a_page_is_turned_and_shown_so_at_once(opened: Open):
    page = opened()
    heard = axe.listen(page)

    page.get_by_role("button", name="Turn left").click()

    expect(page.locator("main")).to_contain_text("The page is turned")
    expect(page.locator(".leaf svg image")).to_have_attribute("transform", "matrix(0 -1 1 0 0 1600)")
    expect(page.locator(".progress-of-checks li").first).to_have_text("Looking whether it is safe to open")
    assert (axe.faults(page), heard) == ([], [])

    CheckedFile.objects.filter(state="waiting").update(checking="readable")
    expect(page.locator(".progress-of-checks .is-done")).to_have_text("Safe to open")
    do_jobs()
    expect(page.locator(".progress-of-checks")).to_have_count(0)
    shown = page.locator(".leaf img").bounding_box()
    assert shown
    assert shown["width"] > shown["height"]
    assert (axe.faults(page), heard) == ([], [])


def test_edges_are_drawn_with_mouse_and_arrow_keys(opened: Open):
    page = opened(width=1440)
    heard = axe.listen(page)
    page.get_by_role("link", name="Cut the edges off").click()
    page.locator(".trim-handle--right-bottom").scroll_into_view_if_needed()
    box = page.locator("[data-trim]").bounding_box()
    assert box
    corner = page.locator(".trim-handle--right-bottom").bounding_box()
    assert corner
    page.mouse.move(corner["x"] + corner["width"] / 2, corner["y"] + corner["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.75 * box["width"], box["y"] + 0.75 * box["height"], steps=5)
    page.mouse.up()
    left = page.get_by_role("slider", name="Left edge")
    left.focus()
    for key in ("Shift+ArrowRight", "Shift+ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    page.locator("input[name=top]").fill("20")

    expect(left).to_have_attribute("aria-valuenow", "11")
    expect(page.locator("input[name=left]")).to_have_value("11")
    expect(page.locator("input[name=right]")).to_have_value("25")
    expect(page.get_by_role("slider", name="Upper edge")).to_have_attribute("aria-valuenow", "20")
    assert (axe.faults(page), heard) == ([], [])
    page.get_by_role("button", name="Keep it like this").click()
    expect(page.locator("main")).to_contain_text("trimmed by you")
    assert framing() == "1=0@110,200,750,750"


def test_edges_are_drawn_with_a_finger(opened: Open):
    page = opened()
    page.get_by_role("link", name="Cut the edges off").click()
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    page.locator(".trim-handle--left").scroll_into_view_if_needed()
    box = page.locator("[data-trim]").bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    touch("touchStart", (box["x"] + 4, middle))
    for share in (0.1, 0.2, 0.25):
        touch("touchMove", (box["x"] + share * box["width"], middle))
    touch("touchEnd")

    expect(page.locator("input[name=left]")).to_have_value("25")
    assert axe.faults(page) == []


def test_without_a_script_numbers_are_typed_and_shown_first(opened: Open):
    page = opened(script=False)
    page.get_by_role("button", name="Turn right").click()
    expect(page.locator("main")).to_contain_text("The page is turned")
    page.get_by_role("link", name="Cut the edges off").click()

    page.locator("input[name=left]").fill("25")
    page.locator("input[name=bottom]").fill("30")
    page.get_by_role("button", name="Show me first").click()
    expect(page.locator(".trim-off")).to_have_attribute("d", "M0 0H2260V1600H0ZM565 0V1120H2260V0Z")
    page.get_by_role("button", name="Keep it like this").click()

    expect(page.locator("main")).to_contain_text("trimmed by you")
    assert framing() == "1=3@250,0,1000,700"
    page.get_by_role("button", name="Show it as I brought it").click()
    expect(page.locator("main")).to_contain_text("as you brought them")
    assert framing() == ""


def test_each_paper_of_the_list_leads_to_its_own_place(opened: Open):
    page = opened()
    case = Application.objects.get(account__email__startswith="zsuzsa")
    page.goto(f"/apply/{case.reference}/papers/")
    assert axe.faults(page) == []

    page.locator("main").get_by_role("link", name="Identity card").click()
    expect(page).to_have_url(re.compile(r"kind=id_card&person=\d+$"))
    page.go_back()
    page.locator("main .tasks li").filter(has_text="Passport").locator(".tag").click(force=True)
    expect(page).to_have_url(re.compile(r"kind=passport&person=\d+$"))
    page.go_back()
    papers = Paper.objects.filter(family=case.family_id).order_by("pk")
    if papers.count() == 1:
        add_paper(person=case.applicant, kind="birth_certificate", actor=case.account, chain=case.reference)
        page.reload()
    page.locator("main .tasks li").filter(has_text="first link").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(rf"/papers/{papers[0].pk}/$"))
