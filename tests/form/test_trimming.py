"""Pages turned and cut by their owner: what is shown, checked anew, undone, and when nothing may be changed."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from applications.core import jobs
from applications.core.models import Job, JournalEntry
from applications.documents.clean_copy import clean_pages
from applications.documents.models import CheckedFile, Paper, PaperFile
from applications.documents.queries import papers_of
from applications.intake.models import Application
from tests.documents import made_files

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def scan() -> bytes:
    """A page of print as a JPEG file."""
    return made_files.jpeg(made_files.page(827, 1169, lines=8))


@pytest.fixture(autouse=True)
def without_text(settings, tmp_path: Path) -> None:
    """No text is read: it takes seconds, and nothing here depends on it."""
    settings.TESSDATA = str(tmp_path)


@pytest.fixture
def file(browser_of_ilona: Client, draft: Application, scan: bytes) -> PaperFile:
    """A birth certificate of one page, examined."""
    browser_of_ilona.post(
        reverse("public:paper_add", args=[draft.reference]),
        {
            "kind": "birth_certificate",
            "person": str(draft.applicant_id),
            "title": "",
            "files": [SimpleUploadedFile("a.jpg", scan, "image/jpeg")],
        },
    )
    jobs.drain()
    return PaperFile.objects.get()


def paper_page(file: PaperFile, draft: Application, name: str = "paper", *more: object) -> str:
    """Return an address of the paper."""
    return reverse(f"public:{name}", args=[draft.reference, file.paper_id, *more])


def act(client: Client, file: PaperFile, draft: Application, said: str) -> int:
    """Press a button of the paper's page."""
    return client.post(paper_page(file, draft, "paper_change"), {"act": said}).status_code


def size(client: Client, file: PaperFile, kind: str = "page") -> tuple[int, int]:
    """Return the size of the first page's picture."""
    answer = client.get(reverse("public:picture", args=[file.pk, 1, kind]))
    with Image.open(io.BytesIO(answer.content)) as picture:
        return picture.size


def trimmed(client: Client, file: PaperFile, draft: Application, **fields: object):
    """Send the trimming page."""
    said = {"left": 0, "right": 0, "top": 0, "bottom": 0, "turns": 0, "go": "keep", **fields}
    return client.post(paper_page(file, draft, "page_trim", file.pk, 1), said)


def test_a_turned_page_is_shown_at_once_and_drawn_so_after_the_check(
    browser_of_ilona: Client, draft: Application, file: PaperFile, scan: bytes
) -> None:
    before = size(browser_of_ilona, file)

    assert act(browser_of_ilona, file, draft, f"turn:{file.pk}:1:1") == 302

    waiting = browser_of_ilona.get(paper_page(file, draft)).content.decode()
    assert 'transform="matrix(0 -1 1 0 0' in waiting
    assert "being checked" in waiting
    jobs.drain()
    assert size(browser_of_ilona, file) == before[::-1]
    assert size(browser_of_ilona, file, "whole") == before
    assert "turned by you" in browser_of_ilona.get(paper_page(file, draft)).content.decode()
    assert browser_of_ilona.get(reverse("public:original", args=[file.pk])).content == scan
    (paper,) = papers_of(draft.family_id)
    (page,) = clean_pages(paper.kept_files)
    with Image.open(io.BytesIO(page.jpeg)) as picture:
        assert picture.size == before[::-1]


def test_pressing_twice_is_turning_once_and_only_the_last_turn_is_examined(
    browser_of_ilona: Client, draft: Application, file: PaperFile
) -> None:
    for turns in (1, 1, 2, 3):
        act(browser_of_ilona, file, draft, f"turn:{file.pk}:1:{turns}")
    jobs.drain()

    assert [row.framing for row in CheckedFile.objects.order_by("pk")] == ["", "1=3@0,0,1000,1000"]
    assert JournalEntry.objects.filter(event="file.framed").count() == 3
    assert not Job.objects.exclude(state=Job.State.DONE).exists()


def test_turned_back_it_is_the_file_as_brought_without_a_new_check(
    browser_of_ilona: Client, draft: Application, file: PaperFile
) -> None:
    act(browser_of_ilona, file, draft, f"turn:{file.pk}:1:1")
    act(browser_of_ilona, file, draft, f"turn:{file.pk}:1:0")

    file.refresh_from_db()
    assert (file.checked.framing, file.checked.state) == ("", "checked")
    assert JournalEntry.objects.filter(event="file.unframed").exists()


def test_a_page_is_cut_and_may_be_had_back_whole(browser_of_ilona: Client, draft: Application, file: PaperFile) -> None:
    width, height = size(browser_of_ilona, file)

    shown = trimmed(browser_of_ilona, file, draft, left=25, bottom=50, go="show").content.decode()
    assert trimmed(browser_of_ilona, file, draft, left=25, bottom=50).url == paper_page(file, draft)
    jobs.drain()

    assert 'class="trim-off" d="M0 0H' in shown
    file.refresh_from_db()
    assert file.checked.framing == "1=0@250,0,1000,500"
    cut = size(browser_of_ilona, file)
    assert abs(cut[0] / cut[1] - 0.75 * width / (0.5 * height)) < 0.01
    again = browser_of_ilona.get(paper_page(file, draft, "page_trim", file.pk, 1)).context["form"]
    assert (again["left"].value(), again["bottom"].value()) == (25, 50)
    page = browser_of_ilona.get(paper_page(file, draft)).content.decode()
    assert "trimmed by you" in page
    assert act(browser_of_ilona, file, draft, f"as_brought:{file.pk}") == 302
    assert size(browser_of_ilona, file) == (width, height)


def test_a_cut_keeps_its_place_where_the_page_was_turned_meanwhile(
    browser_of_ilona: Client, draft: Application, file: PaperFile
) -> None:
    act(browser_of_ilona, file, draft, f"turn:{file.pk}:1:2")

    trimmed(browser_of_ilona, file, draft, left=30, turns=0)

    file.refresh_from_db()
    assert file.checked.framing == "1=2@0,0,700,1000"


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [({"left": 60, "right": 40}, "right"), ({"top": "x"}, "top"), ({"left": -1}, "left"), ({"bottom": 95}, "bottom")],
)
def test_a_cut_that_leaves_nothing_is_refused(
    browser_of_ilona: Client, draft: Application, file: PaperFile, fields: dict[str, object], wrong: str
) -> None:
    answer = trimmed(browser_of_ilona, file, draft, **fields)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [wrong]
    assert CheckedFile.objects.count() == 1


@pytest.mark.parametrize(
    "said", ["turn:{0}:2:1", "turn:{0}:1:4", "turn:{0}:1", "turn:0:1:1", "turn:{0}:1:1:1", "turn:"]
)
def test_what_no_button_says_finds_nothing(
    browser_of_ilona: Client, draft: Application, file: PaperFile, said: str
) -> None:
    assert act(browser_of_ilona, file, draft, said.format(file.pk)) == 404


def test_after_sending_no_page_is_turned_or_cut(browser_of_ilona: Client, draft: Application, file: PaperFile) -> None:
    Application.objects.filter(pk=draft.pk).update(state="submitted")

    assert act(browser_of_ilona, file, draft, f"turn:{file.pk}:1:1") == 404
    assert act(browser_of_ilona, file, draft, f"as_brought:{file.pk}") == 404
    assert trimmed(browser_of_ilona, file, draft, left=10).status_code == 404
    page = browser_of_ilona.get(paper_page(file, draft)).content.decode()
    assert "Turn left" not in page
    assert Paper.objects.get().files.get().checked.framing == ""


def test_the_page_says_how_far_the_checks_are(browser_of_ilona: Client, draft: Application, file: PaperFile) -> None:
    act(browser_of_ilona, file, draft, f"turn:{file.pk}:1:2")
    CheckedFile.objects.filter(state="waiting").update(checking="readable")

    state = browser_of_ilona.get(paper_page(file, draft, "paper_state")).json()
    view = browser_of_ilona.get(paper_page(file, draft)).context["view"]

    assert state["checking"] == {str(file.pk): "readable"}
    assert [(each.id, each.state) for each in view.files[0].progress] == [
        ("safe", "done"),
        ("readable", "now"),
        ("text", "next"),
    ]


def test_the_worker_notes_each_group_of_checks_as_it_begins(
    browser_of_ilona: Client, draft: Application, file: PaperFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    from applications.documents import services

    noted: list[str] = []
    note = services.note_group

    def noting(checked: CheckedFile, check_id: str) -> None:
        note(checked, check_id)
        noted.append(CheckedFile.objects.get(pk=checked.pk).checking)

    monkeypatch.setattr(services, "note_group", noting)
    act(browser_of_ilona, file, draft, f"turn:{file.pk}:1:2")
    jobs.drain()

    assert list(dict.fromkeys(noted)) == ["safe", "readable", "text"]
    assert CheckedFile.objects.order_by("pk").last().checking == ""
