"""The questions for visitors in a real browser: to the end, back, changed, and on into an application."""

import pytest
from playwright.sync_api import Page, expect

from applications.intake.models import Application
from portal.inquiry.question import Answer, Key
from tests.browser import account, axe
from tests.inquiry.walking import GRANDCHILD, scripted

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def answer(page: Page, key: str) -> None:
    """Fill in the question that is open by the grandchild's script, and go on."""
    trail, _dot, question = key.rpartition(".")
    given: Answer = scripted(GRANDCHILD, Key(trail, question))
    form = page.locator("main form")
    for name, value in given.items():
        if name == "on":
            for part, text in zip(("year", "month", "day"), value.split("-"), strict=False):
                form.locator(f"[name=on_{part}]").fill(text)
        elif name == "place":
            form.locator("[name=place]").fill(value.partition("/")[2])
        elif form.locator(f"select[name={name}]").count():
            form.locator(f"select[name={name}]").select_option(value)
        else:
            form.locator(f'[name={name}][value="{value}"]').check()
    with page.expect_navigation():
        page.get_by_role("button", name="Continue" if given else "I do not know", exact=True).click()


def asked(page: Page) -> str:
    """Return the key of the question that is open, "" at the end."""
    field = page.locator("main input[name=ask]")
    return str(field.get_attribute("value")) if field.count() else ""


def to_the_end(page: Page) -> list[str]:
    """Answer all that is asked; return what the audit finds on the way and on the page at the end."""
    faults = []
    while key := asked(page):
        faults += axe.faults(page)
        answer(page, key)
    return faults + axe.faults(page)


def test_a_grandchild_answers_goes_back_and_reads_the_result(page: Page):
    axe.prepare(page.context)
    page.goto("/")
    page.get_by_role("link", name="Am I a citizen, or can I become one?").click()
    with page.expect_navigation():
        page.get_by_role("link", name="Start the questions").click()
    while asked(page) != "parents":
        answer(page, asked(page))

    page.go_back()
    assert asked(page) == "nationality"
    expect(page.locator("[name=by]:checked")).to_have_value("birth")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Do you know who your parents are?")
    page.get_by_role("button", name="Back").click()
    expect(page.locator("[name=country]")).to_have_value("RO")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Do you know who your parents are?")

    assert to_the_end(page) == []
    expect(page.get_by_role("heading", level=1)).to_contain_text("A way looks open to you")
    page.get_by_role("link", name="A link without names").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A way looks open to you")


def test_the_answers_go_through_sign_up_into_an_application(page: Page):
    axe.prepare(page.context)
    page.goto("/check/questions/")
    to_the_end(page)
    page.get_by_role("link", name="Start an application with these answers").click()
    page.get_by_role("link", name="Create an account").click()
    account.fill_in_sign_up(page, "unoka@example.org")

    page.get_by_role("button", name="Start", exact=True).click()

    expect(page.get_by_role("main")).to_contain_text("What fits from your answers is in the form")
    assert Application.objects.get(account__email="unoka@example.org").applicant.born_on == "1980"
