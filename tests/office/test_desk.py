"""The desk: what was found stands on the page and beside the answer, with the way from one to the other and back."""

import re
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from applications import pipeline
from applications.assessment.models import Finding
from applications.assessment.services import review
from applications.core.models import JournalEntry
from applications.documents.framing import Framing
from applications.documents.models import CheckedFile
from applications.documents.queries import papers_of
from applications.documents.trimming import frame_page
from applications.family.services import describe, set_parent
from tests.office.cases import Road, ancestors, do_jobs, member, with_paper
from tests.office.pages import case_url

FIELDS = {
    "name": ("Kovács Ilona", [0.3, 0.2, 0.6, 0.24]),
    "father": ("Kovács Béla", [0.3, 0.4, 0.6, 0.44]),
    "mother": ("Надь Марія", [0.3, 0.5, 0.6, 0.54]),
}


def read(paper, fields=None):
    """Let a reader of text have found these fields on a paper's first page."""
    checked = CheckedFile.objects.get(uses__paper=paper)
    checked.examination = {
        **checked.examination,
        "fields": [
            {"name": name, "value": value, "printed": value, "page": 1, "box": box}
            for name, (value, box) in (FIELDS if fields is None else fields).items()
        ],
    }
    checked.save()


@pytest.fixture
def desk(road: Road):
    """A case under review whose birth certificate names another father."""
    mother = set_parent(child=road.case.applicant, role="mother")
    describe(person=mother, changes={"family_name": "Nagy", "given_name": "Mária"})
    paper = with_paper(road.case)

    pipeline.papers_received(application=road.case, received=[paper])
    do_jobs()
    read(paper)
    case = road.to("under_review")
    return case, paper


def rows_of(page: str) -> dict[str, str]:
    return dict(re.findall(r'<tr id="fact-(\w+)"[^>]*>(.*?)</tr>', page, re.DOTALL))


def test_each_fact_leads_to_its_place_and_back(desk, signed_in):
    case, paper = desk
    page = signed_in("klara").get(f"{case_url(case)}?paper={paper.pk}").content.decode()

    rows = rows_of(page)
    for key in FIELDS:
        assert f'href="#mark-{key}"' in rows[key]
        assert re.search(rf'<a href="#fact-{key}" id="mark-{key}"[^>]*aria-label="\d\. ', page)
    assert "agrees" in rows["name"]
    assert "conflict" in rows["father"]
    assert "explained" in rows["mother"]
    assert "style=" not in page
    for sort in ("explained", "conflict"):
        assert f'<span class="sort sort--{sort}">{sort}</span>' in page


def test_a_finding_shows_its_snippet_and_sentence(desk, signed_in):
    case, paper = desk
    finding = Finding.objects.get(application=case, code="printed-father-conflict", superseded_at=None)
    page = signed_in("klara").get(f"{case_url(case)}?paper={paper.pk}&finding={finding.pk}").content.decode()

    assert 'class="snippet"' in page
    assert "the paper says “Kovács Béla”, elsewhere it is “Kovács István”" in page
    assert page.count("<rect x=") >= len(FIELDS) + 1
    assert f'href="#finding-{finding.pk}"' in page


def test_an_accepted_finding_counts_beside_the_answer_and_in_the_line(desk, signed_in):
    case, paper = desk
    client = signed_in("klara")
    before = client.get(f"{case_url(case)}?paper={paper.pk}").content.decode()
    assert "link--weak" in before

    for finding in Finding.objects.filter(application=case, paper=paper, superseded_at=None, outcome="review"):
        review(finding=finding, officer=member("klara"), outcome="accept", reason="Elírás, a többi irat egyezik.")
    after = client.get(f"{case_url(case)}?paper={paper.pk}").content.decode()

    assert "accepted by an officer" in rows_of(after)["father"]
    assert "link--proven" in after


def test_what_a_paper_says_of_the_mother_leaves_the_tie_to_the_father_alone(road, signed_in):
    mother = set_parent(child=road.case.applicant, role="mother")
    describe(person=mother, changes={"family_name": "Nagy", "given_name": "Mária"})
    paper = with_paper(road.case)

    pipeline.papers_received(application=road.case, received=[paper])
    do_jobs()
    read(paper, {"father": ("Kovács István", [0.3, 0.4, 0.6, 0.44]), "mother": ("Varga Olga", [0.3, 0.5, 0.6, 0.54])})
    case = road.to("under_review")
    assert Finding.objects.filter(application=case, code="printed-mother-conflict").exists()
    others = Finding.objects.filter(application=case, paper=paper, outcome="review").exclude(
        code="printed-mother-conflict"
    )
    for finding in others:
        review(finding=finding, officer=member("klara"), outcome="accept", reason="Jó.")

    assert "link--proven" in signed_in("klara").get(case_url(case)).content.decode()


def test_trimming_is_told_and_the_whole_page_can_be_opened(road, signed_in):
    paper = with_paper(road.case)
    pipeline.papers_received(application=road.case, received=[paper])
    do_jobs()
    file = paper.files.get()
    half = Framing(0, (0, 0, 1000, 500))
    frame_page(file=file, number=1, framing=half, actor=road.account, chain=road.case.reference)
    pipeline.papers_received(application=road.case, received=[paper])
    do_jobs()
    case = road.to("under_review")
    klara = signed_in("klara")

    page = klara.get(f"{case_url(case)}?paper={paper.pk}").content.decode()
    heights = {}
    for size in ("page", "whole"):
        answer = klara.get(reverse("admin:case_picture", args=[case.pk, file.pk, 1, size]))
        with Image.open(BytesIO(answer.content)) as picture:
            heights[size] = picture.height / picture.width

    assert page.count("trimmed by the applicant") == 2
    assert page.count(reverse("admin:case_picture", args=[case.pk, file.pk, 1, "whole"])) == 2
    assert heights["page"] == pytest.approx(heights["whole"] / 2, rel=0.01)
    assert case.submissions.get().papers[0]["files"] == [
        {"part": "original", "sha256": file.checked.sha256, "framing": "1=0@0,0,1000,500"}
    ]


def compare_url(case, **query):
    words = "&".join(f"{name}={value}" for name, value in query.items())
    return f"{reverse('admin:case_compare', args=[case.pk])}?{words}"


def test_two_pages_lie_side_by_side(road, signed_in):

    first, second = with_paper(road.case), with_paper(road.case, ancestors(road.case)[0])
    pipeline.papers_received(application=road.case, received=[first, second])
    do_jobs()
    case = road.to("under_review")
    client = signed_in("klara")

    page = client.get(compare_url(case, left=f"{second.pk}.1", right=f"{first.pk}.1", zoom=2)).content.decode()

    files = {paper.pk: paper.kept_files[0].pk for paper in papers_of(case.family_id)}
    pictures = re.findall(r'<img src="[^"]*/file/(\d+)/1/page/"', page)
    assert pictures == [str(files[second.pk]), str(files[first.pk])]
    assert page.count('class="sheet sheet--2"') == 2
    assert page.count(" selected>") == 2
    assert JournalEntry.objects.filter(chain__endswith="/readings", event="case.read", subject="compare").count() == 1
    swapped = re.search(r'href="(\?[^"]+)" data-key="x"', page)[1].replace("&amp;", "&")
    again = client.get(reverse("admin:case_compare", args=[case.pk]) + swapped).content.decode()
    assert re.findall(r'<img src="[^"]*/file/(\d+)/1/page/"', again) == [
        str(files[first.pk]),
        str(files[second.pk]),
    ]


@pytest.mark.parametrize("query", ["", "left=999.1", "left=x&right=.&zoom=99", "left_page=-1"])
def test_odd_choices_show_something(road, signed_in, query):
    case = road.to("filed")

    answer = signed_in("klara").get(f"{reverse('admin:case_compare', args=[case.pk])}?{query}")

    assert answer.status_code == 200
    assert "No page of a paper could be drawn yet." in answer.content.decode()


def test_only_who_may_open_the_case_compares(road, signed_in):
    case = road.to("filed")

    assert signed_in("adam").get(reverse("admin:case_compare", args=[case.pk])).status_code in {403, 404}
