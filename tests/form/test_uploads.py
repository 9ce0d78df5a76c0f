"""Papers brought by the applicant: what is taken, what is refused and why, who sees them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from applications.core import jobs
from applications.core.models import JournalEntry, User
from applications.documents import limits
from applications.documents.models import CheckedFile, Paper, PaperFile
from applications.intake.models import Application
from tests.documents import made_files

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def scan() -> bytes:
    """A page of print as a JPEG file."""
    return made_files.jpeg(made_files.page())


def upload(name: str, content: bytes, kind: str = "image/jpeg") -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(name, content, kind)


def brought(client: Client, draft: Application, *files: SimpleUploadedFile, **more: object):
    """Bring a birth certificate of the applicant's."""
    return client.post(
        reverse("public:paper_add", args=[draft.reference]),
        {"kind": "birth_certificate", "person": str(draft.applicant_id), "title": "", "files": list(files), **more},
    )


def test_several_photos_and_a_translation_make_one_paper(
    browser_of_ilona: Client, draft: Application, scan: bytes
) -> None:
    second = made_files.jpeg(made_files.page(lines=12))

    done = brought(
        browser_of_ilona, draft, upload("a.jpg", scan), upload("b.jpg", second), translation=[upload("hu.jpg", second)]
    )

    paper = Paper.objects.get()
    assert done.url == reverse("public:paper", args=[draft.reference, paper.pk])
    assert [(file.part, file.position) for file in paper.files.all()] == [
        ("original", 1),
        ("original", 2),
        ("translation", 1),
    ]
    assert CheckedFile.objects.count() == 2
    waiting = browser_of_ilona.get(done.url).content.decode()
    assert "being checked" in waiting
    assert "http-equiv" in waiting


def test_the_worker_looks_and_the_page_says_what_was_found(
    browser_of_ilona: Client, draft: Application, scan: bytes
) -> None:
    blurred = made_files.jpeg(made_files.blurred(made_files.page(), radius=12))
    done = brought(browser_of_ilona, draft, upload("a.jpg", scan), upload("b.jpg", blurred))
    paper = Paper.objects.get()
    state = reverse("public:paper_state", args=[draft.reference, paper.pk])
    assert browser_of_ilona.get(state).json()["waiting"] == 2

    jobs.drain()

    assert browser_of_ilona.get(state).json()["waiting"] == 0
    page = browser_of_ilona.get(done.url).content.decode()
    assert "being checked" not in page
    first, second = paper.files.order_by("position")
    picture = browser_of_ilona.get(reverse("public:picture", args=[first.pk, 1, "page"]))
    assert picture["Content-Type"] == "image/jpeg"
    assert picture.content[:2] == b"\xff\xd8"
    assert "sandbox" in picture["Content-Security-Policy"]
    assert browser_of_ilona.get(reverse("public:picture", args=[second.pk, 2, "page"])).status_code == 404
    remarks = [said for _tone, said in browser_of_ilona.get(done.url).context["view"].files[1].said]
    assert remarks


def test_the_original_is_a_download_that_no_browser_runs(
    browser_of_ilona: Client, draft: Application, scan: bytes
) -> None:
    brought(browser_of_ilona, draft, upload("anyakönyv.jpg", scan))

    answer = browser_of_ilona.get(reverse("public:original", args=[PaperFile.objects.get().pk]))

    assert answer.content == scan
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/octet-stream"


def test_stored_files_are_encrypted(browser_of_ilona: Client, draft: Application, scan: bytes) -> None:
    from pathlib import Path

    from django.conf import settings

    brought(browser_of_ilona, draft, upload("a.jpg", scan))

    checked = CheckedFile.objects.get()
    assert scan[:64] not in (Path(settings.MEDIA_ROOT) / checked.stored.name).read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("page.html", b"<html>" + b"x" * 200, "page.html is not a PDF"),
        ("scan.jpg", b"MZ" + b"x" * 200, "scan.jpg is not a PDF"),
        ("empty.pdf", b"", "Choose at least one file|empty"),
        ("tiny.pdf", b"%PDF-1.4", "too small"),
    ],
)
def test_a_bad_file_is_refused_beside_its_field(
    browser_of_ilona: Client, draft: Application, name: str, content: bytes, words: str
) -> None:
    page = brought(browser_of_ilona, draft, upload(name, content))

    assert page.status_code == 422
    errors = " ".join(page.context["form"].errors["files"])
    assert any(word in errors for word in words.split("|"))
    assert 'id="id_files_error"' in page.content.decode()
    assert not Paper.objects.exists()


def test_a_file_that_is_too_large_is_refused(
    browser_of_ilona: Client, draft: Application, monkeypatch: pytest.MonkeyPatch, scan: bytes
) -> None:
    monkeypatch.setattr("portal.public.upload_form.MAX_FILE_BYTES", limits.MIN_FILE_BYTES)

    page = brought(browser_of_ilona, draft, upload("large.jpg", scan))

    assert "larger than" in " ".join(page.context["form"].errors["files"])


def test_too_many_files_at_once_are_refused(browser_of_ilona: Client, draft: Application, scan: bytes) -> None:
    page = brought(browser_of_ilona, draft, *[upload(f"{number}.jpg", scan) for number in range(21)])

    assert "at most 20" in " ".join(page.context["form"].errors["files"])


def test_the_script_gets_errors_and_addresses_as_json(
    browser_of_ilona: Client, draft: Application, scan: bytes
) -> None:
    address = reverse("public:paper_add", args=[draft.reference])
    fields = {"kind": "passport", "person": str(draft.applicant_id)}

    bad = browser_of_ilona.post(
        address, {**fields, "files": upload("a.txt", b"x" * 100)}, headers={"accept": "application/json"}
    )
    good = browser_of_ilona.post(
        address, {**fields, "files": upload("a.jpg", scan)}, headers={"accept": "application/json"}
    )

    assert list(bad.json()["errors"]) == ["files"]
    assert good.json()["address"].startswith(f"/apply/{draft.reference}/papers/")


def test_pages_are_added_moved_and_taken_away(browser_of_ilona: Client, draft: Application, scan: bytes) -> None:
    brought(browser_of_ilona, draft, upload("1.jpg", scan))
    paper = Paper.objects.get()
    address = reverse("public:paper", args=[draft.reference, paper.pk])
    change = reverse("public:paper_change", args=[draft.reference, paper.pk])
    browser_of_ilona.post(
        address, {"part": "original", "files": [upload("2.jpg", made_files.jpeg(made_files.page(lines=5)))]}
    )
    first, second = paper.files.order_by("position")

    browser_of_ilona.post(change, {"act": f"up:{second.pk}"})
    assert [file.name for file in paper.files.order_by("position")] == ["2.jpg", "1.jpg"]
    browser_of_ilona.post(change, {"act": f"remove_file:{first.pk}"})

    first.refresh_from_db()
    assert first.removed_at is not None
    assert JournalEntry.objects.filter(event="file.moved").exists()


def test_the_trouble_is_marked_on_the_picture_with_its_advice(
    browser_of_ilona: Client, draft: Application, scan: bytes
) -> None:
    cut = made_files.jpeg(made_files.page().crop((0, 0, 1000, 2339)))
    done = brought(browser_of_ilona, draft, upload("good.jpg", scan), upload("cut.jpg", cut))
    jobs.drain()

    answer = browser_of_ilona.get(done.url, headers={"accept-language": "en"})

    good, bad = answer.context["view"].files
    assert good.troubles == []
    (trouble,) = bad.troubles
    (box,) = trouble.boxes
    assert box == (940, 0, 60, 2339)
    assert "all four edges" in trouble.words
    assert f'<rect x="{box[0]}" y="{box[1]}"' in answer.content.decode()
    assert answer.content.decode().count('class="trouble"') == 1


def test_a_paper_is_taken_away_and_put_back(browser_of_ilona: Client, draft: Application, scan: bytes) -> None:
    brought(browser_of_ilona, draft, upload("1.jpg", scan))
    paper = Paper.objects.get()
    change = reverse("public:paper_change", args=[draft.reference, paper.pk])

    gone = browser_of_ilona.post(change, {"act": "remove"}, follow=True)
    assert "Put it back" in gone.content.decode()
    back = browser_of_ilona.post(change, {"act": "restore"}, follow=True)

    assert "Put it back" not in back.content.decode()
    assert browser_of_ilona.post(change, {"act": "burn"}).status_code == 404


def test_a_stranger_sees_nothing_of_somebodys_papers(
    browser_of_ilona: Client, client: Client, draft: Application, scan: bytes
) -> None:
    brought(browser_of_ilona, draft, upload("1.jpg", scan))
    jobs.drain()
    paper, file = Paper.objects.get(), PaperFile.objects.get()
    client.force_login(User.objects.create_user("stranger@example.org", "a long password"))

    for name, arguments in (
        ("papers", [draft.reference]),
        ("paper_add", [draft.reference]),
        ("paper", [draft.reference, paper.pk]),
        ("paper_state", [draft.reference, paper.pk]),
        ("original", [file.pk]),
        ("picture", [file.pk, 1, "page"]),
    ):
        assert client.get(reverse(f"public:{name}", args=arguments)).status_code == 404, name
    assert (
        client.post(reverse("public:paper_change", args=[draft.reference, paper.pk]), {"act": "remove"}).status_code
        == 404
    )
    client.logout()
    assert client.get(reverse("public:original", args=[file.pk])).status_code == 302


def test_a_paper_cannot_be_about_somebody_of_another_family(
    browser_of_ilona: Client, draft: Application, scan: bytes
) -> None:
    from applications.family.models import Person
    from applications.family.services import family_of

    other = Person.objects.create(family=family_of(User.objects.create_user("other@example.org", "a long password")))

    page = brought(browser_of_ilona, draft, upload("1.jpg", scan), person=str(other.pk))

    assert "person" in page.context["form"].errors


def test_the_list_says_what_each_person_needs_and_has(
    browser_of_ilona: Client, draft: Application, scan: bytes
) -> None:
    address = reverse("public:papers", args=[draft.reference])
    before = browser_of_ilona.get(address).content.decode()
    brought(browser_of_ilona, draft, upload("1.jpg", scan))
    jobs.drain()

    after = browser_of_ilona.get(address).content.decode()

    assert before.count("missing") == after.count("missing") + 1
    assert "in order" in after


def test_after_sending_papers_are_fixed(browser_of_ilona: Client, draft: Application, scan: bytes) -> None:
    brought(browser_of_ilona, draft, upload("1.jpg", scan))
    Application.objects.filter(pk=draft.pk).update(state="submitted")
    paper = Paper.objects.get()

    change = reverse("public:paper_change", args=[draft.reference, paper.pk])

    assert browser_of_ilona.post(change, {"act": "remove"}).status_code == 404
    assert brought(browser_of_ilona, draft, upload("2.jpg", scan)).status_code == 404


def test_a_page_is_replaced_in_its_place_and_may_be_put_back(
    browser_of_ilona: Client, draft: Application, scan: bytes
) -> None:
    other = made_files.jpeg(made_files.page(lines=9))
    brought(browser_of_ilona, draft, upload("1.jpg", scan), upload("2.jpg", other))
    paper = Paper.objects.get()
    first = paper.files.get(position=1)
    address = reverse("public:paper", args=[draft.reference, paper.pk])
    change = reverse("public:paper_change", args=[draft.reference, paper.pk])

    assert "Replace 1.jpg" in browser_of_ilona.get(f"{address}?replace={first.pk}").content.decode()
    browser_of_ilona.post(
        address, {"replaces": str(first.pk), "files": [upload("new.jpg", made_files.jpeg(made_files.page(lines=3)))]}
    )

    assert [file.name for file in paper.files.filter(removed_at=None).order_by("position")] == ["new.jpg", "2.jpg"]
    browser_of_ilona.post(change, {"act": f"restore_file:{first.pk}"})
    assert paper.files.filter(removed_at=None).count() == 3
