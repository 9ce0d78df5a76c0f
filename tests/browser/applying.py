"""An applicant's first part of the road, in one go: account, form, papers, sending, the checks."""

from collections.abc import Sequence

from playwright.sync_api import Page

from applications.demo.people import Family
from applications.intake.models import Application
from tests.browser import account, folder, form
from tests.browser.folder import Sheet
from tests.browser.settling import reached, settled
from tests.browser.told import told

LANDMARKS = {"name", "ancestor-left", "cv", "oath-form"}


def applied(page: Page, address: str, family: Family, sheets: Sequence[Sheet]) -> Application:
    """Sign up, answer every page as the family would, bring the papers, send; return the case once it is checked."""
    account.sign_up(page, address)
    case = form.start(page)
    steps = form.answer_all(page, case, lambda stop: told(family, stop.asked, stop.step.id))
    assert set(steps) >= LANDMARKS
    brought = folder.bring_all(page, case, sheets)
    assert len(brought) == len(sheets)
    settled()
    form.send(page, case)
    reached(case, "checked")
    return case
