"""`make screenshots`: draws the pictures in docs/screenshots/ from a demonstration of its own, which is gone afterwards."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
FOLDER = REPOSITORY / "docs" / "screenshots"
COLOURS = 160
HEIGHTS = {390: 844, 1440: 900}


@dataclass(frozen=True)
class Shot:
    """A picture: its name, whose page, the address, widths and how it is lit. ``whole`` shows the page to its end."""

    name: str
    who: str
    address: str
    widths: tuple[int, ...] = (1440, 390)
    dark: bool = False
    language: str = "en"
    whole: bool = False


def main() -> None:
    """Set a demonstration up, draw every picture, and take it down again."""
    folder = tempfile.mkdtemp(prefix="honpolgar-pictures-")
    for name in [name for name in os.environ if name.startswith("HONPOLGAR_")] + ["DATABASE_URL", "REDIS_URL"]:
        os.environ.pop(name, None)
    os.environ |= {
        "HONPOLGAR_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings", "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
    }  # fmt: skip
    try:
        import django

        django.setup()
        demonstrate()
        with web() as url:
            draw(url)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def demonstrate() -> None:
    """Make the demo cases, and a draft that is half answered."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from applications.core import clock
    from applications.core.models import User
    from applications.demo.families import family
    from tests.browser.told import told
    from tests.form.walking import started, walk

    for name in ("queue", "queue-control"):
        (Path(settings.DATA_DIR) / name).mkdir(parents=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_places")
    call_command("seed_demo", "--quick")
    household = family(11, 15, country="RO", filed_on=clock.today())
    account = User.objects.create_user("szabo.sandor@example.org", "x", language="en")
    browser = Client(headers={"host": "localhost"})
    browser.force_login(account)
    browser.cookies["django_language"] = "en"
    case = started(browser)
    walk(browser, case, {}, lambda stop: told(household, stop.asked, stop.step.id), until="ancestor-left")


@contextmanager
def web() -> Iterator[str]:
    """Serve the demonstration while the pictures are drawn."""
    from portal.management.commands.run import page_answers, services
    from tests.installation import free_port, wait_until

    port = free_port()
    options: dict[str, int | str] = {
        "host": "127.0.0.1",
        "port": port,
        "web_workers": 1,
        "threads": 4,
        "job_workers": 1,
    }
    command = next(each.command for each in services(options) if each.name == "web")
    server = subprocess.Popen(command, cwd=REPOSITORY)
    try:
        wait_until(lambda: page_answers(port), seconds=60, what="a page")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def shots() -> Iterator[Shot]:
    """Yield what is drawn."""
    from django.urls import reverse

    from applications.intake.models import Application
    from portal.inquiry.links import reduced, written
    from tests.inquiry.walking import GRANDCHILD, scripted, walked

    def first(state: str) -> Application:
        return Application.objects.filter(state=state).select_related("account").earliest("pk")

    def desk(state: str) -> str:
        return reverse("admin:applications_application_change", args=[first(state).pk])

    draft = Application.objects.get(account__email="szabo.sandor@example.org")
    owner = draft.account.email
    asked, citizen, checked = (first(state) for state in ("information_requested", "citizen", "checked"))
    yield Shot("home", "", "/")
    yield Shot("task-list", owner, f"/apply/{draft.reference}/")
    yield Shot("step", owner, f"/apply/{draft.reference}/birth/")
    yield Shot("step-dark", owner, f"/apply/{draft.reference}/birth/", (390,), dark=True)
    yield Shot("papers", asked.account.email, f"/apply/{asked.reference}/papers/", (390,))
    yield Shot("check", owner, f"/apply/{draft.reference}/check/", (390,))
    yield Shot("visit", checked.account.email, f"/my/{checked.reference}/visit/", (1440,))
    yield Shot("request", asked.account.email, f"/my/{asked.reference}/request/", (390,))
    yield Shot("tracker", citizen.account.email, f"/my/{citizen.reference}/")
    yield Shot("office-day", "klara@example.hu", "/office/", (1440,))
    yield Shot("office-queue", "klara@example.hu", "/office/applications/application/?queue=all", (1440,))
    yield Shot("case", "klara@example.hu", desk("under_review"))
    what_if = reverse("admin:case_what_if", args=[first("under_review").pk])
    yield Shot("what-if", "klara@example.hu", what_if, (1440,))
    grandchild = written(reduced(walked(lambda key: scripted(GRANDCHILD, key)).told))
    yield Shot("check-result", "", f"/check/result/?{grandchild}")
    yield Shot("law", "", "/law/?on=2015-01-01")
    yield Shot("case-dark", "klara@example.hu", desk("under_review"), (1440,), dark=True)
    yield Shot("case-hungarian", "denes@example.hu", desk("recommended"), (1440,), language="hu")


def draw(url: str) -> None:
    """Draw every picture at its widths."""
    from playwright.sync_api import sync_playwright

    from applications.core.models import User
    from tests import chromium
    from tests.browser.conftest import cookies_of

    path = chromium.find()
    if not path:
        sys.exit(chromium.ADVICE)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for shot in shots():
            user = User.objects.filter(email=shot.who).first()
            for width in shot.widths:
                context = browser.new_context(
                    base_url=url, viewport={"width": width, "height": HEIGHTS[width]}, reduced_motion="reduce",
                    color_scheme="dark" if shot.dark else "light",
                )  # fmt: skip
                context.add_cookies(cookies_of(url, user, shot.language))
                page = context.new_page()
                answer = page.goto(shot.address, wait_until="networkidle")
                if answer is None or not answer.ok:
                    sys.exit(f"{shot.name}: {shot.address} answers {answer.status if answer else 'nothing'}")
                keep(page.screenshot(full_page=shot.whole), FOLDER / f"{shot.name}-{width}.png")
                context.close()
        browser.close()


def keep(picture: bytes, target: Path) -> None:
    """Write a picture with few colours, which makes it a third as large."""
    from PIL import Image

    Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS).save(target, optimize=True)


if __name__ == "__main__":
    main()
