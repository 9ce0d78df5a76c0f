"""A grandfather was a citizen: the form asks no further up, says so, and takes an answer all the same."""

from collections.abc import Mapping

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from applications.core.models import User
from portal.public.draft import open_draft
from portal.public.step import Stop, first_open
from tests import personas
from tests.browser import axe, form
from tests.browser.conftest import Desk, confirm
from tests.form.filling import dated
from tests.form.walking import started, walk
from tests.installation import Installation

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GRANDFATHER = ("father", "father")
BORN = {1: "1955", 2: "1912", 3: "1885"}
BEFORE: Mapping[str, Mapping[str, object]] = {
    "marital-status": {"status": "single"},
    "birth": {"on": "1985-05-03"},
    "hungarian-before": {"citizen": "no"},
}


def told(stop: Stop) -> Mapping[str, object]:
    """Both parents of everybody are known; the father's father was a citizen until the Treaty of Trianon."""
    citizen = stop.asked.trail == GRANDFATHER
    pages: dict[str, Mapping[str, object]] = {
        "parents": {"known": ["father", "mother"]},
        "ancestor-birth": {**dated("on", BORN.get(len(stop.asked.trail), "")), "place": "Kolozsvár", "country": "RO"},
        "ancestor-hungarian": {"citizen": "yes" if citizen else "no"},
        "ancestor-nationality": {"other": "none"},
        "ancestor-citizenship": {"by": "birth", "ended": "yes", "ended_by": "trianon", **dated("until", "1921-07-26")},
        "ancestor-left": {"left": "no"},
        "ancestor-parents": {"known": ["father", "mother"]},
        "ancestor-parents-marriage": {"married": "yes", "mother_otherwise": "no", **dated("on", "1935")},
        "parents-marriage": {"married": "yes", "mother_otherwise": "no", **dated("on", "1980")},
    }
    return pages.get(stop.step.id, {})


@pytest.fixture
def anna(installation: Installation) -> User:
    """An applicant whose address is confirmed."""
    return confirm(personas.applicant("anna"))


def test_a_citizen_grandfather_ends_the_questions(desk: Desk, anna: User):
    client = Client(headers={"host": "localhost"})
    client.force_login(anna)
    case = started(client)
    walk(client, case, BEFORE, until="parents")
    page: Page = desk(anna)
    axe.prepare(page.context)

    steps = form.answer_all(page, case, told, until="children")

    draft = open_draft(case)
    assert first_open(draft.household).step.id == "children"
    assert steps.count("ancestor-name") == 6
    assert steps.count("ancestor-parents") == 2
    assert steps.count("ancestor-citizenship") == 1
    assert steps.count("ancestor-left") == 1
    assert not {"ancestor-domicile", "ancestor-life", "origin"} & set(steps)
    assert len(draft.left_out) == 5

    page.goto(f"/apply/{case.reference}/")
    expect(page.get_by_role("heading", name="What we do not need to ask")).to_be_visible()
    expect(page.locator("#unasked")).to_contain_text("One is enough")
    page.get_by_text("Show these questions").click()
    assert axe.faults(page) == []
    page.get_by_role("link", name="Is your father’s father alive?").click()
    expect(page.locator("main")).to_contain_text("You may answer this question all the same.")
    form.fill(page, {"alive": "unknown"})
    form.save(page)

    assert len(open_draft(case).left_out) == 4
    page.goto(f"/apply/{case.reference}/")
    expect(page.locator("#unasked")).not_to_contain_text("alive")
