"""The tracker in a browser: where a case stands, appointments, requests, letters."""

import re

from playwright.sync_api import Page, expect

from applications.intake.models import Application
from tests.browser.form import File, choose_files, go, upload


def stands(page: Page, case: Application, heading: str) -> None:
    """Open the tracker and see what it says of the case."""
    page.goto(f"/my/{case.reference}/")
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def book(page: Page, case: Application, what: str) -> None:
    """Go from the tracker to the free times, choose the first, and see it on the tracker again."""
    page.goto(f"/my/{case.reference}/")
    page.locator("main .buttons").get_by_role("link", name=what).click()
    page.locator("#times .times button").first.click()
    expect(page.locator(".banner--success")).to_contain_text("The time is booked")
    expect(page.get_by_role("link", name="Into my calendar")).to_be_visible()


def letter(page: Page, title: str) -> bytes:
    """Download a letter listed on the tracker that is open; it is a PDF."""
    address = page.locator("#letters + ul").get_by_role("link", name=title).first.get_attribute("href")
    answer = page.request.get(str(address))
    assert answer.ok, (title, answer.status)
    assert answer.headers["content-type"] == "application/pdf"
    return answer.body()


def answer_request(page: Page, case: Application, *, text: str, paper: File) -> None:
    """Answer a request of one text and one paper from the tracker, and send it."""
    page.goto(f"/my/{case.reference}/")
    page.get_by_role("link", name="Read what we ask and answer").click()
    page.get_by_role("link", name=re.compile("Bring the paper")).click()
    choose_files(page, "files", paper)
    upload(page)
    expect(page.locator("[data-waiting]")).to_have_count(0, timeout=60000)
    go(page, f"/my/{case.reference}/request/")
    page.get_by_label("Your answer").fill(text)
    page.get_by_role("button", name="Send the answer").click()
    expect(page.locator(".banner--success")).to_contain_text("Your answer is sent")
