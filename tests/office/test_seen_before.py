"""What was seen before is told to those who handle both cases, and to nobody else."""

from dataclasses import replace

import pytest
from django.urls import reverse

from applications.assessment import seen
from applications.assessment.models import Finding
from applications.core import jobs
from applications.core.models import Job, JournalEntry
from applications.documents import check
from applications.documents import services as documents
from applications.documents.examination import Examination, PrintedField
from applications.documents.laid import Laid
from applications.documents.models import PaperFile, Trace
from applications.documents.traces import Met
from applications.family.services import describe
from applications.pipeline.looking import look_for
from tests import personas
from tests.office.cases import Road, ancestors, do_jobs, member, scan
from tests.office.pages import case_url

pytestmark = pytest.mark.django_db


def brought(case, content: bytes, kind: str = "birth_certificate", name: str = "scan.png"):
    """Bring a file as a paper about the applicant's grandfather."""
    paper = documents.add_paper(person=ancestors(case)[1], kind=kind, actor=case.account, chain=case.reference)
    documents.receive(
        paper=paper,
        files=[documents.Brought(name, "image/png", content)],
        actor=case.account,
        chain=case.reference,
    )
    return paper


def signals(case) -> list[Finding]:
    return list(Finding.objects.filter(application=case, source="signal", superseded_at=None).order_by("pk"))


def two_roads() -> tuple[Road, Road]:
    """Two families that have nothing in common but what is brought."""
    one, other = Road(), Road(personas.applicant("other"), name="Szabó")
    describe(person=other.case.applicant, changes={"born_on": "1990-01-01"})
    return one, other


def test_both_cases_learn_of_one_file():
    one, other = two_roads()
    for each in (one, other):
        brought(each.case, scan("Certificat de deces"))
        each.check()

    assert [row.code for row in signals(one.case)] == ["seen-file"]
    assert [row.code for row in signals(other.case)] == ["seen-file"]
    args = signals(one.case)[0].reasons[0]["args"]
    assert args["other"] == other.case.reference
    assert args["weight"] == "grave"  # the papers are about people of two names


def test_the_telling_ends_and_a_second_run_changes_nothing():
    one, other = two_roads()
    for each in (one, other):
        brought(each.case, scan("Certificat de deces"))
        each.check()
    written = Job.objects.count()
    before = list(Finding.objects.filter(source="signal").values_list("pk", "superseded_at"))
    traces = Trace.objects.count()

    for each in (one, other):
        conclusion = look_for(each.case.pk, tells=True)
        conclusion()
    do_jobs()

    assert list(Finding.objects.filter(source="signal").values_list("pk", "superseded_at")) == before
    assert Trace.objects.count() == traces
    assert not Job.objects.exclude(state="done").exists()
    assert Job.objects.count() <= written + 2


def test_a_case_that_is_about_to_look_is_not_told_too():
    one, other = two_roads()
    for each in (one, other):
        brought(each.case, scan("Certificat de deces"))
        each.check()
    waiting = jobs.enqueue(kind="look_for", key="waiting", arguments={"application": other.case.pk, "tells": False})
    before = Job.objects.count()

    look_for(one.case.pk, tells=True)()

    assert Job.objects.count() == before
    Job.objects.filter(pk=waiting.pk).delete()
    told = Job.objects.filter(key__startswith="look_for:", key__endswith=f"/told/{other.case.pk}")
    told.delete()
    look_for(one.case.pk, tells=True)()
    assert told.exists()


def test_different_papers_are_no_signal():
    one, other = two_roads()
    brought(one.case, scan("Certificat de deces"))
    brought(other.case, scan("Anyakönyvi kivonat"))
    for each in (one, other):
        each.check()

    assert signals(one.case) == signals(other.case) == []


def read(number: str, name: str = "", year: str = "2024") -> Examination:
    values = {"number": number, "name": name, "issued_on": f"{year}-05-03" if year else ""}
    fields = tuple(PrintedField(field, value, value, 1, None) for field, value in values.items() if value)
    return Examination("jpeg", fields=fields)


@pytest.mark.parametrize(
    ("other", "two"),
    [
        (read("219/1903", year=""), False),  # the year alone was not read
        (read("220/1903", year=""), True),
        (read("219/1903", year="2021"), True),
        (read("220/1903", name="Farkas Zoltán"), False),
    ],
)
def test_papers_are_two_by_what_was_read_on_both(other, two):
    assert seen.says_two(read("219/1903", name="Farkas Zoltan"), other) is two


CHANGED = Laid(0.95, 1.0, 120, 0.02, (0.2, 0.3, 0.4, 0.35))


@pytest.mark.parametrize(
    ("shared", "back", "named"),
    [
        (seen.SURE_MARKS, CHANGED, True),
        (20, CHANGED, False),
        (seen.SURE_MARKS, replace(CHANGED, agree=0.72, elsewhere=0.8), False),
        (seen.SURE_MARKS, replace(CHANGED, agree=0.72, elsewhere=0.8, patches=11), True),
    ],
)
def test_a_changed_copy_that_is_marked_alike_is_named_though_its_number_was_misread(monkeypatch, shared, back, named):
    one, other = two_roads()
    brought(one.case, scan("Certificat de deces"))
    paper = brought(other.case, scan("Certificat de deces."))
    monkeypatch.setattr(seen, "picture", lambda checked, *_: checked.pk)
    monkeypatch.setattr(seen, "lay", lambda pairs: [CHANGED if pair[0] == file.checked_id else back for pair in pairs])
    monkeypatch.setattr(seen, "says_two", lambda *_: True)
    file = PaperFile.objects.get(paper=paper)
    uses = PaperFile.objects.filter(paper__family=one.case.family_id)
    pairs = [(Met(use.checked_id, 1, 1, shared), seen.Use(one.case, use)) for use in uses]

    found = seen.same_picture(paper, file, seen.examination_of(file.checked), pairs)

    assert [statement.code for _use, statement in found] == (["seen-picture-changed"] if named else [])


def test_the_same_person_from_two_accounts():
    one, other = Road(), Road(personas.applicant("other"))
    for each in (one, other):
        each.check()

    assert [row.code for row in signals(one.case)] == ["seen-person"]


def test_no_clear_text_is_kept_in_traces():
    one = Road()
    brought(one.case, scan())
    one.check()

    kept = {name for field in Trace._meta.get_fields() for name in [field.name]}
    assert kept == {"id", "kind", "key", "checked", "page", "application"}
    assert {"bytes", "picture", "person"} <= set(Trace.objects.values_list("kind", flat=True))


def test_the_page_explains_each_hit_and_shows_both_pages(signed_in):
    one, other = two_roads()
    for each in (one, other):
        brought(each.case, scan("Certificat de deces"))
        each.check()
    client = signed_in("klara")

    page = client.get(case_url(one.case)).content.decode()

    assert "Seen before" in page
    assert "grave: look at it first" in page
    assert other.case.reference in page
    found = signals(one.case)[0]
    beside = client.get(reverse("admin:case_beside", args=[one.case.pk, found.pk]))
    assert beside.content.decode().count('class="beside-side"') == 2
    read = JournalEntry.objects.filter(chain=f"{other.case.reference}/readings", event="case.read")
    assert read.filter(subject__startswith="paper/").exists()


def test_what_relatives_share_is_folded_by_the_other_case(signed_in):
    one, other = Road(), Road(personas.applicant("other"))
    describe(person=other.case.applicant, changes={"born_on": "1990-01-01", "given_name": "Béla"})
    for each in (one, other):
        brought(each.case, scan("Certificat de deces"))
        brought(each.case, scan("Anyakönyvi kivonat"), name="other.png")
        each.check()
    assert {row.reasons[0]["args"]["weight"] for row in signals(one.case)} == {"slight"}

    page = signed_in("klara").get(case_url(one.case)).content.decode()

    assert page.index('id="findings"') < page.index('id="seen-before"')
    folded = page.split("Slight, as usual among relatives: 1 case", 1)[1].split("</details>")[0]
    assert folded.count(other.case.reference + "</a>") == 1
    assert "Béla" in folded
    for row in signals(one.case):
        assert reverse("admin:case_beside", args=[one.case.pk, row.pk]) in folded


def test_a_signal_is_reviewed_with_a_reason(signed_in):
    one, other = two_roads()
    for each in (one, other):
        brought(each.case, scan("Certificat de deces"))
        each.check()
    found = signals(one.case)[0]

    signed_in("klara").post(
        reverse("admin:case_finding", args=[one.case.pk, found.pk]),
        {"outcome": "accept", "reason": "Unokatestvérek."},
    )

    assert found.reviews.get().verdict == "overridden"
    assert "Unokatestvérek." in signed_in("klara").get(case_url(one.case)).content.decode()


def test_one_of_ones_own_cases_is_not_named(signed_in):
    """An officer who applies too learns nothing of her own case by the back door."""
    one = Road()
    other = Road(member("klara"), name="Szabó")
    for each in (one, other):
        brought(each.case, scan("Certificat de deces"))
        each.check()
    client = signed_in("klara")
    found = signals(one.case)[0]

    assert other.case.reference not in client.get(case_url(one.case)).content.decode()
    assert client.get(reverse("admin:case_beside", args=[one.case.pk, found.pk])).status_code == 404
    assert client.get(reverse("admin:case_finding", args=[one.case.pk, found.pk])).status_code == 404


def test_who_sees_no_case_sees_no_pages(signed_in):
    one, other = two_roads()
    for each in (one, other):
        brought(each.case, scan("Certificat de deces"))
        each.check()

    answer = signed_in("adam").get(reverse("admin:case_beside", args=[one.case.pk, signals(one.case)[0].pk]))

    assert answer.status_code in (302, 403, 404)


def test_every_signal_is_for_staff_only():
    from applications.documents.signals import SEEN

    assert all(check.for_staff_only(code) for code in SEEN)
    assert not check.for_staff_only("blurred")
