"""A bad file is refused with a sentence that names it, before anything of it is stored."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from applications.documents.limits import MAX_FILE_BYTES
from applications.documents.models import Paper, PaperFile
from applications.intake.models import Application
from tests.office.cases import scan

pytestmark = pytest.mark.django_db
PROGRAM = b"MZ" + bytes(4096)
BAD_FILES = {
    "program.pdf": (PROGRAM, "is not a PDF"),
    "page.html": (b"<!doctype html><script>alert(1)</script>" + bytes(600), "is not a PDF"),
    "drawing.svg": (b'<svg xmlns="http://www.w3.org/2000/svg">' + bytes(600), "is not a PDF"),
    "nothing.jpg": (b"", "empty"),
    "large.png": (b"\x89PNG\r\n\x1a\n" + bytes(MAX_FILE_BYTES), "larger than"),
}


def send(client: Client, case: Application, files: list[SimpleUploadedFile], **headers: str):
    """Send a new paper."""
    sent = {"kind": "birth_certificate", "person": str(case.applicant_id), "title": "", "files": files}
    return client.post(f"/apply/{case.reference}/papers/add/", sent, headers=headers)


@pytest.mark.parametrize("name", BAD_FILES)
def test_it_is_refused_by_name_and_nothing_is_stored(ilona: Client, draft: Application, name: str):
    content, words = BAD_FILES[name]

    answer = send(ilona, draft, [SimpleUploadedFile(name, content, "application/pdf")])

    html = answer.content.decode()
    assert answer.status_code == 422
    assert words in html
    assert not Paper.objects.exists()
    assert not PaperFile.objects.exists()


def test_one_bad_file_among_good_ones_is_named_alone(ilona: Client, draft: Application):
    good, bad = SimpleUploadedFile("good.png", scan()), SimpleUploadedFile("bad.pdf", PROGRAM)

    answer = send(ilona, draft, [good, bad], accept="application/json")

    assert answer.status_code == 422
    sentences = answer.json()["errors"]["files"]
    assert len(sentences) == 1
    assert sentences[0].startswith("bad.pdf ")
    assert not PaperFile.objects.exists()


def test_no_file_is_asked_for(ilona: Client, draft: Application):
    answer = ilona.post(f"/apply/{draft.reference}/papers/add/", {"kind": "passport", "person": draft.applicant_id})

    assert answer.status_code == 422
    assert "Choose at least one file." in answer.content.decode()


def test_a_file_name_is_only_a_name(ilona: Client, draft: Application):
    answer = send(ilona, draft, [SimpleUploadedFile("<b>scan<script>.png", scan())])

    assert answer.status_code == 302
    html = ilona.get(answer.url).content.decode()
    assert "&lt;b&gt;scan&lt;script&gt;.png" in html
    assert "<script>.png" not in html


def test_it_comes_back_as_it_was_and_never_runs(ilona: Client, draft: Application):
    content = scan()
    send(ilona, draft, [SimpleUploadedFile("scan.png", content, "text/html")])

    answer = ilona.get(f"/files/{PaperFile.objects.get().pk}/")

    assert b"".join(answer) == content
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "text/html" not in answer["Content-Type"]
