"""A request for information: only what was asked opens, point by point; the clock runs again only after 'send'."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from applications.casework.models import InformationRequest
from applications.core import clock, jobs
from applications.core.models import JournalEntry
from applications.intake.models import Application
from tests.documents import made_files
from tests.letters import roads
from tests.office.cases import with_paper
from tests.tracker.conftest import browser_of

pytestmark = pytest.mark.usefixtures("rows")
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


@pytest.fixture(scope="module")
def request_made(checked: int) -> int:
    """A text, a paper and a correction are asked of Anna."""
    return roads.ask(roads.to_review(Application.objects.get(pk=checked))).pk


@pytest.fixture
def asked(request_made: int, rows: None) -> InformationRequest:
    """The request, to answer as one likes."""
    return InformationRequest.objects.select_related("application__account").get(pk=request_made)


def address(asked: InformationRequest, path: str = "") -> str:
    """Return an address of the request's page."""
    return f"/my/{asked.application.reference}/request/{path}"


def test_it_shows_each_point_with_its_way_to_answer(asked: InformationRequest, reads):
    page = reads(asked.application, "request/")

    for item in asked.items.all():
        assert item.question in page
    assert "kind=birth_certificate" in page
    assert f"/apply/{asked.application.reference}/birth/" in page


def test_only_the_page_that_was_asked_for_opens(asked: InformationRequest):
    anna, reference = browser_of(asked.application.account), asked.application.reference

    assert anna.get(f"/apply/{reference}/birth/").status_code == 200
    assert anna.get(f"/apply/{reference}/name/").status_code == 302


def test_a_paper_that_was_not_asked_for_leads_to_the_request(asked: InformationRequest):
    paper = with_paper(asked.application, kind="passport")
    page = browser_of(asked.application.account).get(f"/apply/{asked.application.reference}/papers/{paper.pk}/")

    assert f'<a href="{address(asked)}">Answer the request</a>' in page.content.decode()
    assert 'name="files"' not in page.content.decode()


def test_texts_are_kept_and_nothing_is_sent_before_all_is_answered(asked: InformationRequest):
    anna = browser_of(asked.application.account)
    text = asked.items.order_by("pk")[0]
    anna.post(address(asked), {f"answer_{text.pk}": "Kolozsváron.", "go": "keep"})
    page = anna.post(address(asked), {f"answer_{text.pk}": "Kolozsváron.", "go": "send"}, follow=True).content.decode()

    assert "2 points have no answer yet" in page
    assert "Kolozsváron." in page
    asked.refresh_from_db()
    assert asked.state == InformationRequest.State.OPEN
    assert asked.application.submissions.count() == 1


def test_a_new_paper_is_checked_on_the_spot(asked: InformationRequest, reads):
    anna, reference = browser_of(asked.application.account), asked.application.reference
    paper = asked.items.get(kind="paper")
    anna.post(
        f"/apply/{reference}/papers/add/",
        {
            "kind": "birth_certificate",
            "person": asked.application.applicant_id,
            "files": SimpleUploadedFile("anyakonyv.pdf", PDF, "application/pdf"),
        },
    )
    paper.refresh_from_db()
    assert paper.paper is not None
    waits = reads(asked.application, "request/")
    assert "being checked" in waits
    assert "Looking whether it is safe to open" in waits
    assert "Look how far the checks are; what you wrote is kept" in waits

    jobs.drain()
    assert "cannot be used" in reads(asked.application, "request/")


def test_an_unusable_paper_is_held_until_it_is_mended_or_a_note_says_why(asked: InformationRequest):
    case = asked.application
    anna, paper = browser_of(case.account), asked.items.get(kind="paper")
    anna.post(
        f"/apply/{case.reference}/papers/add/",
        {
            "kind": "birth_certificate",
            "person": case.applicant_id,
            "files": SimpleUploadedFile("anyakonyv.pdf", PDF, "application/pdf"),
        },
    )
    asked.items.exclude(pk=paper.pk).update(answered_at=clock.now())
    texts = {f"answer_{item.pk}": "Kolozsváron." for item in asked.items.exclude(pk=paper.pk)}

    early = anna.post(address(asked), {**texts, "go": "send"}, follow=True).content.decode()
    jobs.drain()
    bad = anna.post(address(asked), {**texts, "go": "send"}, follow=True).content.decode()
    asked.refresh_from_db()
    assert "still being checked" in early
    assert "why you cannot do better" in bad
    assert asked.state == InformationRequest.State.OPEN

    note = {f"answer_{paper.pk}": "Az egyetlen példány megégett."}
    anna.post(address(asked), {**texts, **note, "go": "send"})
    asked.refresh_from_db()
    assert asked.state == "answered"


def test_a_paper_that_says_it_has_more_pages_is_held_until_they_come_or_a_note_says_why(
    asked: InformationRequest, reads, settings, tmp_path
):
    settings.TESSDATA = str(tmp_path)
    case = asked.application
    anna, item = browser_of(case.account), asked.items.get(kind="paper")
    scan = made_files.jpeg(made_files.page(827, 1169))
    anna.post(
        f"/apply/{case.reference}/papers/add/",
        {
            "kind": "birth_certificate",
            "person": case.applicant_id,
            "files": SimpleUploadedFile("anyakonyv.jpg", scan, "image/jpeg"),
        },
    )
    jobs.drain()
    item.refresh_from_db()
    checked = item.paper.files.get().checked
    first_of_two = {"text": "1/2", "page": 1, "line": 1, "box": [0.48, 0.95, 0.52, 0.97], "confidence": 95}
    checked.examination = {**checked.examination, "words": [first_of_two]}
    checked.save()
    asked.items.exclude(pk=item.pk).update(answered_at=clock.now())
    texts = {f"answer_{each.pk}": "Kolozsváron." for each in asked.items.exclude(pk=item.pk)}

    assert "this paper has 2 pages, and page 2 is missing" in reads(case, "request/")
    held = anna.post(address(asked), {**texts, "go": "send"}, follow=True).content.decode()
    asked.refresh_from_db()
    assert "a page of it is still missing" in held
    assert asked.state == InformationRequest.State.OPEN

    anna.post(address(asked), {**texts, f"answer_{item.pk}": "A második oldal elveszett.", "go": "send"})
    asked.refresh_from_db()
    assert asked.state == "answered"


def test_an_answer_is_a_new_submission_and_the_clock_runs_again(asked: InformationRequest):
    case = asked.application
    anna = browser_of(case.account)
    due_before = case.due_on
    texts = {f"answer_{item.pk}": "Kolozsváron, a Farkas utcában." for item in asked.items.all()}
    page = anna.post(address(asked), {**texts, "go": "send"}, follow=True).content.decode()
    anna.post(address(asked), {**texts, "go": "send"})

    case.refresh_from_db()
    asked.refresh_from_db()
    assert "Your answer is sent" in page
    assert (case.state, case.waits_for, asked.state) == ("under_review", "office", "answered")
    assert case.submissions.count() == 2
    assert asked.submission == case.submissions.get(number=2)
    assert due_before != case.due_on
    assert [letter.kind for letter in case.letters.order_by("pk")].count("copy") == 2


def test_more_time_is_given_once(asked: InformationRequest):
    case, until = asked.application, asked.due_on
    anna = browser_of(case.account)
    anna.post(address(asked, "extend/"))
    second = anna.post(address(asked, "extend/"), follow=True).content.decode()

    asked.refresh_from_db()
    case.refresh_from_db()
    assert asked.due_on == until + timedelta(days=15) == case.due_on
    assert "it can be moved once" in second
    assert JournalEntry.objects.filter(chain=case.reference, event="request.extended").count() == 1


def test_after_the_deadline_there_is_no_more_time(asked: InformationRequest):
    InformationRequest.objects.filter(pk=asked.pk).update(due_on=clock.today() - timedelta(days=1))
    browser_of(asked.application.account).post(address(asked, "extend/"))

    asked.refresh_from_db()
    assert asked.extended_at is None


def test_the_deadline_goes_into_a_calendar(asked: InformationRequest):
    text = browser_of(asked.application.account).get(address(asked, "calendar/")).content.decode()

    assert f"DTSTART;VALUE=DATE:{asked.due_on:%Y%m%d}" in text
    assert "TRIGGER:-P3D" in text


def test_where_nothing_is_asked_it_leads_back(asked: InformationRequest):
    other = Application.objects.get(pk=asked.application_id)
    InformationRequest.objects.filter(pk=asked.pk).update(state="cancelled")
    response = browser_of(other.account).get(address(asked))

    assert response["Location"] == f"/my/{other.reference}/"
