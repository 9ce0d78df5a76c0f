"""What a page of the form costs, drawn and saved, against a signed-in view that does nothing."""

from collections.abc import Mapping

import pytest
from django.test import Client

from applications.intake.models import Answers, Application
from portal.public.addresses import page_address
from portal.public.draft import Draft, open_draft
from portal.public.pages import form_for
from portal.public.step import Stop, following, previous
from portal.templatetags.hon import drawn
from tests import personas
from tests.bench.cost import Reader, Work, costs, told
from tests.form.filling import filled
from tests.form.test_walk import EVERYTHING, a_citizen_grandfather
from tests.form.walking import started, walk

pytestmark = pytest.mark.bench
USUAL_FIELDS = 8
GOALS = (2.5, 3.5)


@pytest.fixture(scope="module")
def draft(committed_db: None) -> Application:
    """A draft in which every question of the form was asked and answered."""
    browser = Client(headers={"host": "localhost"})
    browser.force_login(personas.applicant())
    case = started(browser)
    walk(browser, case, EVERYTHING, a_citizen_grandfather)
    case.refresh_from_db()
    return case


@pytest.fixture(scope="module")
def reader(draft: Application) -> Reader:
    """The applicant."""
    return Reader(draft.account)


def controls(draft: Draft, stop: Stop) -> int:
    """Return how many inputs a page has."""
    html = "".join(drawn(field).control for field in form_for(draft, stop))
    return sum(html.count(tag) for tag in ("<input", "<select", "<textarea"))


@pytest.fixture(scope="module")
def pages(draft: Application) -> Mapping[str, Stop]:
    """The page with eight inputs or the next to it, the page with the most, those before and after one left out."""
    opened = open_draft(draft)
    usual = min(opened.stops, key=lambda stop: (abs(controls(opened, stop) - USUAL_FIELDS), stop.step.id))
    left_out = opened.left_out[0].key
    return {
        "usual": usual,
        "most": max(opened.stops, key=lambda stop: controls(opened, stop)),
        "before": previous(opened.household, left_out),
        "after": following(opened.household, left_out),
    }


@pytest.mark.parametrize("page", ["usual", "most", "before", "after"])
def test_drawing_and_saving_a_page(draft: Application, reader: Reader, pages: Mapping[str, Stop], page: str):
    stop = pages[page]
    address = page_address(open_draft(draft), stop)
    name = f"{stop.step.id}, {controls(open_draft(draft), stop)} inputs"
    sent = filled(form_for(open_draft(draft), stop), stop.step.id, EVERYTHING.get(stop.step.id))
    text = next((each for each, value in sent.items() if value in ("Teszt", "Kolozsvár", "Kovács")), "")
    saved = Answers.objects.filter(person=stop.asked.person, step=stop.step.id)
    changed = iter(range(10**6))

    def save():
        turn = next(changed)
        other = {text: f"Szent{'ABCDEFGHIJ'[turn % 10]}"} if text else {"other": ["none", "unknown"][turn % 2]}
        return reader.post(address, {**sent, **other, "version": saved.get().version})

    floor, read, written = costs(
        Work("a signed-in view that does nothing", lambda: reader.get("/nothing/")),
        Work(f"GET  {name}", lambda: reader.get(address)),
        Work(f"POST {name}, with version and journal", save, status=302),
    )
    told(floor, [read, written], GOALS)
