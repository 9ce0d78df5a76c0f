"""The back office in a browser: an officer at a case page, doing one act after the other."""

from collections.abc import Mapping, Sequence

from playwright.sync_api import Page, expect

from applications.admin.acts.asking import BLANK
from applications.documents.queries import papers_of
from applications.intake.models import Application
from tests.browser.form import enter

Told = Mapping[str, object]
GRANT: Told = {"proposal": "grant", "grant": ["ancestor", "language"], "refuse": []}
REFUSE: Told = {"proposal": "refuse", "grant": [], "refuse": ["no_language"]}


def open_case(page: Page, case: Application) -> None:
    """Search the case by its reference and open it."""
    page.goto("/office/")
    page.get_by_label("Search cases").fill(case.reference)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=case.reference).first.click()
    expect(page.locator(".case-ref .reference")).to_have_text(case.reference)


def act(page: Page, case: Application, title: str, answers: Told | None = None) -> None:
    """Do one act from the case page: its form, then the preview of what is sent where something is."""
    open_case(page, case)
    page.locator(".act-bar").get_by_role("link", name=title).click()
    for name, value in (answers or {}).items():
        kind = page.locator(f"main form [name='{name}']").first.evaluate(
            "e => e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase()"
        )
        enter(page, name, kind, value)
    with page.expect_navigation():
        page.locator("main form .buttons button").first.click()
    assert not page.locator("#errors").count(), page.locator("#errors").inner_text()
    confirm = page.get_by_role("button", name="Confirm and send")
    if confirm.count():
        with page.expect_navigation():
            confirm.click()
    expect(page.locator(".case-ref .reference")).to_have_text(case.reference)
    expect(page.locator(".banner--success")).to_be_visible()


def record_visit(page: Page, case: Application, *, hungarian: str) -> None:
    """Record a visit at which identity, signature and every original were in order."""
    person = case.applicant_id
    papers = [str(paper.pk) for paper in papers_of(case.family_id)]
    seen = {f"identity_{person}": "on", f"signature_{person}": "on", f"hungarian_{person}": hungarian}
    act(page, case, "Record the visit", {**seen, "originals": papers})


def request(page: Page, case: Application, points: Sequence[Told]) -> None:
    """Ask for points of our own, in the empty rows under the proposed ones."""
    open_case(page, case)
    with page.expect_navigation():
        page.locator(".act-bar").get_by_role("link", name="Request information").click()
    rows = page.locator("main form fieldset.point").count()
    untick = {f"point-{number}-asked": [] for number in range(rows)}
    asked = {
        f"point-{rows - BLANK + number}-{name}": value
        for number, point in enumerate(points)
        for name, value in {"asked": ["on"], **point}.items()
    }
    act(page, case, "Request information", {**untick, **asked})
