"""An applicant whose case carries signals walks through every page of it and reads none of them."""

import pytest
from django.test import Client
from django.urls import reverse

from applications.assessment.evidence import standing
from applications.assessment.models import Finding
from applications.documents import check
from applications.documents.models import CheckedFile
from applications.documents.queries import papers_of
from tests.office.cases import Road, with_paper

pytestmark = pytest.mark.django_db
SIGN = "Photoshop 25.0"
TRACKER = ("public:case", "public:history")


def planted(road: Road) -> None:
    """Give the case a paper whose file bears a signal, as its check would have written it."""
    with_paper(road.case)
    for checked in CheckedFile.objects.all():
        from applications.documents.services import examine

        examine(checked)
        found = dict(checked.examination)
        found["verdicts"] = [
            *found["verdicts"],
            {"code": "made-by-editor", "outcome": "review", "args": {"program": SIGN}, "evidence": []},
        ]
        checked.examination = found
        checked.save()


def words_of_signals() -> list[str]:
    """Return the beginnings of every sentence that only staff may read, in both languages."""
    return [
        text.partition("{")[0].strip()
        for code, words in check.codes().items()
        if check.for_staff_only(code)
        for text in (words.hu, words.en)
        if len(text.partition("{")[0].strip()) > 12
    ]


def pages(road: Road) -> list[str]:
    """Return what the applicant reads on each page of the case."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(road.account, backend="django.contrib.auth.backends.ModelBackend")
    reference = road.case.reference
    addresses = [reverse(f"public:{name}", args=[reference]) for name in ("tasks", "check", "sent", "papers")]
    for paper in papers_of(road.case.family_id):
        addresses += [reverse(f"public:{name}", args=[reference, paper.pk]) for name in ("paper", "paper_state")]
    addresses += [reverse(name, args=[reference]) for name in TRACKER]
    return [client.get(address, follow=True).content.decode(errors="replace") for address in addresses]


@pytest.mark.parametrize("state", ["draft", "checked", "under_review"])
def test_the_applicant_reads_no_signal(road, state):
    planted(road)
    road.to(state)
    Finding.objects.create(
        application=road.case,
        paper=papers_of(road.case.family_id)[0],
        source="signal",
        code="seen-picture",
        outcome="review",
        reasons=[{"id": "seen-picture", "args": {"other": "ZZ-OTHER-CASE", "person": "Valaki Más", "weight": "grave"}}],
        code_version="1",
    )

    read = pages(road)

    assert len(read) >= 3
    for page in read:
        assert SIGN not in page
        assert "ZZ-OTHER-CASE" not in page
        assert "Valaki Más" not in page
        assert not [words for words in words_of_signals() if words in page]


def test_a_signal_takes_nothing_from_a_paper_as_evidence(road):
    planted(road)

    assert standing(papers_of(road.case.family_id)[0]) == "readable"


def test_the_caseworker_reads_it(road, signed_in):
    planted(road)
    road.to("checked")

    page = signed_in("klara").get(reverse("admin:applications_application_change", args=[road.case.pk]))

    assert SIGN in page.content.decode()
