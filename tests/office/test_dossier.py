"""The whole dossier, read back: bookmarks, contents with the right pages, and what each audience may see."""

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from applications import pipeline
from applications.assessment.models import Finding
from applications.assessment.services import review
from applications.casework.assignment import write_note
from applications.casework.workflow import STATE
from applications.core.models import Job, JournalEntry
from applications.correspondence import dossier
from applications.correspondence.dossier import Audience
from tests.office.cases import Road, ancestors, do_jobs, member, with_paper

NOTE, REASON = "Belső feljegyzés a családról.", "Az ügyintéző szerint az irat jó."


@pytest.fixture
def case(road: Road):
    """A granted case with two papers, a note and a review."""
    papers = [with_paper(road.case), with_paper(road.case, ancestors(road.case)[0], "church_register")]
    pipeline.papers_received(application=road.case, received=papers)
    do_jobs()
    case = road.to("granted")
    write_note(case=case, author=member("klara"), text=NOTE)
    finding = Finding.objects.filter(application=case, superseded_at=None, paper=papers[0]).first()
    assert finding
    review(finding=finding, officer=member("klara"), outcome="accept", reason=REASON)
    return case


def texts(pdf: bytes) -> list[str]:
    """The words of each page."""
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


def bookmarks(pdf: bytes) -> list[tuple[int, str, int]]:
    """Every bookmark as (depth, title, page from 1)."""
    found = []

    def walk(items, depth):
        for item in items:
            place = item.destination[0]
            number = next(index for index, page in enumerate(opened.pages, start=1) if page.obj.objgen == place.objgen)
            found.append((depth, item.title, number))
            walk(item.children, depth + 1)

    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
        walk(outline.root, 1)
    return found


@pytest.mark.parametrize("language", ["hu", "en"])
def test_contents_and_bookmarks_name_the_pages(case, language):
    pdf = dossier.build(case, Audience.OFFICE, language)
    pages, marks = texts(pdf), bookmarks(pdf)

    assert len(marks) >= 9
    contents = pages[0]
    for _depth, title, number in marks[1:]:
        assert f"{title} {number}" in contents, title
        assert f"{number} / {len(pages)}" in pages[number - 1]
    own = [(title, number) for depth, title, number in marks if depth == 2 or title in {"Findings", "Timeline"}]
    for title, number in own:
        assert title in pages[number - 1], title
        assert f"{case.reference} · {title}" in pages[number - 1]
    if language == "en":
        heads = [title for depth, title, _number in marks if depth == 1]
        assert heads == ["Contents", "Answers", "Letters", "Papers", "Findings", "Decision", "Timeline"]


def test_the_pictures_of_papers_are_in_it_and_nothing_of_their_files(case):
    pdf = dossier.build(case, Audience.OFFICE, "en")
    first = next(number for _depth, title, number in bookmarks(pdf) if title.startswith("Birth certificate"))

    with pikepdf.open(BytesIO(pdf)) as opened:
        images = list(opened.pages[first - 1].get_images().values())
        assert len(images) == 1
        assert images[0].Filter == "/DCTDecode"
        names = {str(key) for item in opened.objects if isinstance(item, pikepdf.Dictionary) for key in item}
    assert not names & {"/JavaScript", "/JS", "/EmbeddedFile", "/Launch", "/OpenAction"}


def test_the_office_reads_everything(case):
    text = " ".join(texts(dossier.build(case, Audience.OFFICE, "en")))

    for words in (NOTE, REASON, "KE/1/2026", "Az iratok alapján.", member("klara").get_full_name(), "Findings"):
        assert words in text, words


def test_the_applicant_reads_what_applicants_may_see(case):
    pdf = dossier.build(case, Audience.APPLICANT, "en")
    text = " ".join(texts(pdf))

    assert "KE/1/2026" in text
    with translation.override("en"):
        assert str(STATE["granted"].public) in text
    heads = [title for depth, title, _number in bookmarks(pdf) if depth == 1]
    assert "Findings" not in heads
    staff = {user.get_full_name() for user in (member("klara"), member("denes"), member("csaba"))}
    for words in (NOTE, REASON, "Az iratok alapján.", *staff):
        assert words not in text, words


def test_letters_that_are_not_public_stay_in_the_office(case):
    letter = case.letters.exclude(kind__in=("copy", "packet")).first()
    case.letters.filter(pk=letter.pk).update(is_public=False)

    titles = {
        audience: [title for _d, title, _n in bookmarks(dossier.build(case, audience, "en"))] for audience in Audience
    }

    with translation.override("en"):
        title = str(letter.shown_title)
    assert title in titles[Audience.OFFICE]
    assert title not in titles[Audience.APPLICANT]


def test_it_is_kept_until_the_case_changes(case):
    first = pipeline.dossier_of(case=case, audience=Audience.OFFICE, language="en")
    assert dossier.kept(case, Audience.OFFICE, "en") == first
    assert dossier.kept(case, Audience.APPLICANT, "en") is None

    write_note(case=case, author=member("klara"), text="Még egy.")

    assert dossier.kept(case, Audience.OFFICE, "en") is None


def test_downloads_are_journaled(case, signed_in):
    answer = signed_in("klara").get(reverse("admin:case_dossier", args=[case.pk]))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment;")
    own = Client(headers={"accept-language": "en"})
    own.force_login(case.account, backend="django.contrib.auth.backends.ModelBackend")
    assert own.get(f"/my/{case.reference}/dossier/").content.startswith(b"%PDF")

    entries = JournalEntry.objects.filter(event="dossier.read").order_by("pk")
    assert [entry.actor for entry in entries] == [member("klara"), case.account]
    assert entries[0].chain.endswith("/readings")


def test_nobody_else_gets_one(case, signed_in):
    stranger = Client()
    stranger.force_login(Road(name="Más").account, backend="django.contrib.auth.backends.ModelBackend")

    assert stranger.get(f"/my/{case.reference}/dossier/").status_code == 404
    assert signed_in("adam").get(reverse("admin:case_dossier", args=[case.pk])).status_code in {403, 404}


def test_a_large_one_is_made_by_a_worker(case, signed_in, monkeypatch):
    monkeypatch.setattr(dossier, "LARGE", 1)
    client, address = signed_in("klara"), reverse("admin:case_dossier", args=[case.pk])

    waiting = client.get(address)
    again = client.get(address)
    assert (waiting.status_code, waiting["Refresh"]) == (202, "3")
    assert again.status_code == 202
    assert Job.objects.filter(kind="dossier").count() == 1
    do_jobs()

    assert client.get(address).content.startswith(b"%PDF")
    assert Job.objects.filter(kind="dossier", state="done").count() == 1
