"""The applicant's form in a browser: one page after the other, filled in by the names of its fields."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Error, Locator, Page, expect

from applications.intake.models import Application
from portal.public.draft import Draft, open_draft
from portal.public.step import Stop

Told = Mapping[str, object]
Tell = Callable[[Stop], Told]
FIELDS = """() => [...document.querySelectorAll('main form [name]')].filter(e => e.offsetParent !== null
    && !['submit', 'button', 'hidden'].includes(e.type) && e.tagName !== 'BUTTON')
    .map(e => ({name: e.name, kind: e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase(),
    value: e.type === 'checkbox' || e.type === 'radio' ? (e.checked ? e.value : '') : e.value,
    options: e.tagName === 'SELECT' ? [...e.options].map(o => o.value) : [e.value],
    optional: !!e.closest('.field')?.querySelector('.optional')}))"""
MOST_PAGES = 120
TEXTS = {
    "family": "Kovács",
    "given": "Ilona",
    "number": "1",
    "town": "Kolozsvár",
    "place": "Kolozsvár",
    "settlement": "Győr",
}
DAY = {"year": "2020", "month": "3", "day": "5"}


def start(page: Page) -> Application:
    """Start an application and return it; its task list is open."""
    page.goto("/my/")
    page.get_by_role("button", name="Start my application").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("application")
    return Application.objects.get(reference=PurePosixPath(urlsplit(page.url).path).parts[2])


def go_on(page: Page, application: Application) -> None:
    """Open the task list and the page it leads to."""
    page.goto(f"/apply/{application.reference}/")
    with page.expect_navigation():
        page.locator("main .buttons a.button").click()


def stop_at(draft: Draft, url: str) -> Stop | None:
    """Return the page of the form an address belongs to, or None for other pages."""
    parts = PurePosixPath(urlsplit(url).path).parts[3:]
    if not parts or parts[-1] not in {stop.step.id for stop in draft.stops}:
        return None
    person = int(parts[0]) if len(parts) > 1 else draft.household.applicant
    return next((stop for stop in draft.stops if stop.key == (person, parts[-1])), None)


def fill(page: Page, answers: Told) -> None:
    """Fill in every visible field: what ``answers`` names, else something plausible; optional ones stay as they are.

    An answer may show further fields: after each the page is looked at anew.
    """
    done: set[str] = set()
    while left := [control for control in page.evaluate(FIELDS) if control["name"] not in done]:
        first, name = left[0], str(left[0]["name"])
        controls = [control for control in left if control["name"] == name]
        done.add(name)
        if name in answers:
            enter(page, name, str(first["kind"]), answers[name])
        elif not first["optional"] and not any(control["value"] for control in controls):
            made_up(page, name, str(first["kind"]), [str(value) for each in controls for value in each["options"]])


def enter(page: Page, name: str, kind: str, value: object) -> None:
    """Enter one answer."""
    field = page.locator(f"main form [name='{name}']")
    if kind in ("radio", "checkbox"):
        wanted = {str(each) for each in value} if isinstance(value, list) else {str(value)}
        for index in range(field.count()):
            one = field.nth(index)
            if (one.get_attribute("value") or "on") in wanted:
                one.check()
            elif kind == "checkbox":
                one.uncheck()
    elif kind == "select":
        field.select_option(str(value))
    else:
        field.fill(str(value))


def made_up(page: Page, name: str, kind: str, options: list[str]) -> None:
    """Enter something plausible: no, Romania, else the first choice; a name, a place, a day."""
    if kind == "checkbox":
        return
    if kind in ("radio", "select"):
        chosen = next((each for each in ("no", "RO") if each in options), next(each for each in options if each))
        enter(page, name, kind, chosen)
        return
    part = name.rpartition("_")[2]
    enter(page, name, kind, DAY.get(part) or TEXTS.get(name.split("_", maxsplit=1)[0], "Teszt"))


def save(page: Page) -> None:
    """Save the page and go on; fail with the page's own words where it does not."""
    address = page.url
    with page.expect_navigation():
        button(page).click()
    assert not page.locator("#errors").count(), f"{address}: {page.locator('#errors').inner_text()}"


def button(page: Page) -> Locator:
    """Return the button that saves a page and goes on."""
    return page.get_by_role("button", name="Save and continue")


def answer_all(page: Page, application: Application, tell: Tell, *, until: str = "") -> list[str]:
    """Answer page after page until none is left, or until the page ``until``; return the steps in order."""
    go_on(page, application)
    steps: list[str] = []
    for _ in range(MOST_PAGES):
        stop = stop_at(open_draft(application), page.url)
        if stop is None or stop.step.id == until:
            return steps
        fill(page, tell(stop))
        save(page)
        steps.append(stop.step.id)
    raise AssertionError(f"The form does not end: {steps[-5:]}")


def send(page: Page, application: Application) -> None:
    """Declare on check-your-answers that all is true, and send."""
    go(page, f"/apply/{application.reference}/check/")
    for name in ("true", "warned", "privacy"):
        page.locator(f"input[name={name}]").check()
    page.get_by_role("button", name="Declare and send").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your application was sent")
    expect(page.locator("main")).to_contain_text(application.reference)


class File(NamedTuple):
    """A file as it is chosen on the applicant's device."""

    name: str
    mime: str
    content: bytes


def go(page: Page, address: str) -> None:
    """Open an address, a second time where the page that was open loaded itself anew at that moment."""
    try:
        page.goto(address)
    except Error as error:
        if "ERR_ABORTED" not in error.message:
            raise
        page.goto(address)


def open_upload(page: Page, application: Application, *, kind: str, person: int) -> None:
    """Open the page for a new paper of a kind about a person."""
    go(page, f"/apply/{application.reference}/papers/add/?kind={kind}&person={person}")


def choose_files(page: Page, field: str, *files: File) -> None:
    """Choose files in a field of the page."""
    page.locator(f"input[name={field}]").set_input_files(
        [{"name": file.name, "mimeType": file.mime, "buffer": file.content} for file in files]
    )


def upload(page: Page) -> None:
    """Send the chosen files; the paper's own page is open then."""
    page.get_by_role("button", name="Upload").click()
    page.wait_for_url(lambda url: "/papers/add/" not in url)
    expect(page.locator("main h1")).to_be_visible()
