"""The case page: everything on one screen, each reading in the journal, pictures for whoever may see them."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from applications import pipeline
from applications.assessment.models import Finding
from applications.casework.assignment import write_note
from applications.casework.models import OfficeReading
from applications.core import clock, journal
from applications.core.models import Job, JournalEntry
from applications.documents.models import PaperFile
from tests.office.cases import Road, ancestors, member, with_paper
from tests.office.pages import case_url


def readings() -> list[tuple[str, str]]:
    """Return (event, subject) of the journal of readings."""
    entries = JournalEntry.objects.filter(chain__endswith="/readings").order_by("number")
    return list(entries.values_list("event", "subject"))


def test_the_page_shows_the_case(road, signed_in):
    with_paper(road.case)
    case = road.to("under_review")
    page = signed_in("klara").get(case_url(case)).content.decode()
    for words in (case.reference, "Kovács Ilona", "Under review", "Birth certificate", "Kovács János", "Ápt. 4. § (3)"):
        assert words in page
    for act in ("request_information", "recommend", "ask_advice", "hand_over", "note"):
        assert f"/act/{act}/" in page


def test_each_reading_is_journaled(road, signed_in):
    case = road.to("filed")
    client = signed_in("klara")
    client.get(case_url(case))
    client.get(case_url(case))
    assert readings() == [("case.read", "case")] * 2
    entry = JournalEntry.objects.filter(chain=journal.readings_of(case.reference)).first()
    assert entry.actor == member("klara")
    assert entry.data == {"case": case.reference}
    assert not journal.broken_links([journal.readings_of(case.reference)])


def test_a_refused_reading_is_no_reading(road, signed_in):
    case = road.to("filed")
    signed_in("adam").get(case_url(case))
    assert readings() == []


def test_what_is_new_since_the_last_look(road, signed_in, tell_time):
    case = road.to("filed")
    client = signed_in("klara")
    assert "This is your first look at the case." in client.get(case_url(case)).content.decode()
    tell_time(clock.now() + timedelta(hours=3))
    write_note(case=case, author=member("kamill"), text="Telefonált.")
    tell_time(clock.now() + timedelta(hours=3))
    page = client.get(case_url(case)).content.decode()
    assert "Note · Kamill" in page
    assert '<span class="new">new</span>' in page
    again = client.get(case_url(case)).content.decode()
    assert '<span class="new">new</span>' in again, "leafing through the case is one look"
    tell_time(clock.now() + timedelta(hours=3))
    assert '<span class="new">new</span>' not in client.get(case_url(case)).content.decode()


def test_ones_own_doings_are_not_news(road, signed_in, tell_time):
    case = road.to("filed")
    client = signed_in("klara")
    client.get(case_url(case))
    tell_time(clock.now() + timedelta(hours=1))
    write_note(case=case, author=member("klara"), text="Magamnak.")
    tell_time(clock.now() + timedelta(hours=1))
    assert "Nothing new since" in client.get(case_url(case)).content.decode()


def test_who_else_is_in_the_case(road, signed_in, tell_time):
    case = road.to("filed")
    signed_in("kamill").get(case_url(case))
    assert "Kamill is in this case now" in signed_in("klara").get(case_url(case)).content.decode()
    tell_time(clock.now() + timedelta(minutes=6))
    assert "is in this case now" not in signed_in("klara").get(case_url(case)).content.decode()
    assert OfficeReading.objects.filter(application=case).count() == 2


def test_queries_do_not_grow_with_findings_and_events(road, signed_in):
    case = road.to("under_review")
    client = signed_in("klara")
    client.get(case_url(case))

    def needed() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(case_url(case))
        return len(queries)

    few = needed()
    row = case.findings.filter(superseded_at=None).first()
    for number in range(8):
        Finding.objects.create(
            application=case,
            submission=row.submission,
            person=row.person,
            source="rule",
            route=row.route,
            code="language",
            outcome="unknown",
            code_version=str(number),
        )
        write_note(case=case, author=member("kamill"), text=f"{number}")
    assert needed() == few
    assert few < 60


def test_pictures_are_for_the_office_and_journaled(road, signed_in):
    with_paper(road.case)
    case = road.to("filed")
    file = PaperFile.objects.get(paper__family=case.family)
    url = f"/office/applications/application/{case.pk}/file/{file.pk}/1/page/"
    client = signed_in("klara")
    assert url in client.get(case_url(case)).content.decode()
    picture = client.get(url)
    assert picture["Content-Type"] == "image/jpeg"
    assert picture.content[:2] == b"\xff\xd8"
    assert "no-store" in picture["Cache-Control"]
    assert ("page.read", f"file/{file.pk}/1") in readings()
    client.get(url)
    assert readings().count(("page.read", f"file/{file.pk}/1")) == 1
    cache.clear()
    assert signed_in("adam").get(url).status_code in (403, 404)
    other = Road(name="Szabó").to("filed")
    assert client.get(f"/office/applications/application/{other.pk}/file/{file.pk}/1/page/").status_code == 404
    assert client.get(url.replace("/1/page", "/2/page")).status_code == 404
    assert client.get(url.replace("/page/", "/original/")).status_code == 404


def test_the_line_is_drawn_with_its_proofs(road, signed_in):
    father, _grandfather = ancestors(road.case)
    with_paper(road.case, father)
    case = road.to("under_review")
    page = signed_in("klara").get(case_url(case)).content.decode()
    assert '<svg class="line"' in page
    assert "no paper yet" in page
    assert "papers to be looked at" in page or "proved by papers" in page


def test_a_finding_is_accepted_or_overridden_with_a_reason(road, signed_in):
    case = road.to("under_review")
    client = signed_in("klara")
    finding = case.findings.get(code="criminal_record", superseded_at=None)
    url = f"/office/applications/application/{case.pk}/finding/{finding.pk}/"
    assert "Write down the reason." in client.post(url, {"outcome": "met"}).content.decode()
    for _click in range(2):
        client.post(url, {"outcome": "met", "reason": "Az erkölcsi bizonyítvány tiszta."})
    review = finding.reviews.get()
    assert (review.verdict, review.outcome, review.officer) == ("overridden", "met", member("klara"))
    page = client.get(case_url(case)).content.decode()
    assert "Az erkölcsi bizonyítvány tiszta." in page
    assert client.post(url, {"outcome": "reject", "reason": "x"}).status_code == 200, "not an outcome of the law"
    assert finding.reviews.count() == 1


def test_a_superseded_finding_is_not_reviewed(road, signed_in):
    case = road.to("under_review")
    finding = case.findings.get(code="criminal_record", superseded_at=None)
    Finding.objects.filter(pk=finding.pk).update(superseded_at=clock.now())
    client = signed_in("klara")
    answer = client.post(
        f"/office/applications/application/{case.pk}/finding/{finding.pk}/",
        {"outcome": "met", "reason": "x"},
        follow=True,
    )
    assert "A newer check has taken" in answer.content.decode()
    assert not finding.reviews.exists()


def test_findings_of_another_case_are_not_found(road, signed_in):
    case, other = road.to("filed"), Road(name="Szabó").to("filed")
    finding = other.findings.first()
    assert (
        signed_in("klara").get(f"/office/applications/application/{case.pk}/finding/{finding.pk}/").status_code == 404
    )


@pytest.mark.parametrize("what", ["0", "abc", "999999", "1%27"])
def test_what_is_no_case_is_not_found(signed_in, what):
    assert signed_in("klara").get(f"/office/applications/application/{what}/change/").status_code == 404


def test_letters_are_read_by_the_office(road, signed_in):
    case = road.to("filed")
    letter = case.letters.first()
    assert letter is not None
    client = signed_in("klara")
    url = f"/office/applications/application/{case.pk}/letter/{letter.pk}/"
    assert url in client.get(case_url(case)).content.decode()
    pdf = client.get(url)
    assert pdf["Content-Type"] == "application/pdf"
    assert b"".join(pdf.streaming_content)[:4] == b"%PDF"
    assert ("letter.read", f"letter/{letter.pk}") in readings()
    assert signed_in("adam").get(url).status_code in (403, 404)


def test_the_officers_language_is_the_pages_language(road, signed_in):
    case = road.to("under_review")
    client = signed_in("klara")
    client.cookies["django_language"] = "hu"
    page = client.get(case_url(case)).content.decode()
    assert "magyar" in page.lower()
    assert "Under review" not in page


def test_a_check_given_up_is_said(road, signed_in):
    with_paper(road.case)
    pipeline.submit(application=road.case, actor=road.account, form_version="1")
    Job.objects.filter(case=road.case.reference, kind="check_paper").update(state="failed")
    page = signed_in("klara").get(case_url(road.case)).content.decode()
    assert "one was given up" in page
