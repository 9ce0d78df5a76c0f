"""Copies within one case are laid on each other in the background, so that whoever looks at the case is told at once."""

import pytest

from applications import pipeline
from applications.assessment.models import Finding
from applications.core.models import Job
from applications.documents import laying
from tests.documents.test_likeness import form, jpeg, turned
from tests.documents.test_look_alike import SISTER, scanned
from tests.office.cases import Road, do_jobs, with_paper

pytestmark = pytest.mark.django_db


def alike(case):
    """Which papers a draft's checks name as copies, and of which."""
    return {
        (statement.paper.pk, int(reason["args"]["other"]))
        for statement in pipeline.preflight(case)
        for reason in statement.reasons
        if statement.code.startswith("looks-like")
    }


def test_a_copy_is_told_on_both_papers_before_and_after_submission(monkeypatch):
    road = Road()
    first = with_paper(road.case, content=jpeg(form()))
    pipeline.papers_received(application=road.case, received=[first])
    do_jobs()
    copy = with_paper(road.case, content=jpeg(turned(form(), 4)[60:1340, 50:960]))
    sister = with_paper(road.case, content=jpeg(scanned(form(SISTER))))
    pipeline.papers_received(application=road.case, received=[copy, sister])
    do_jobs()

    with monkeypatch.context() as nobody_opens:
        nobody_opens.setattr(laying, "_run", lambda pairs: pytest.fail("a page was opened for a reader"))
        assert alike(road.case) == {(first.pk, copy.pk), (copy.pk, first.pk)}
    assert set(Job.objects.filter(kind="lay_pages").values_list("state", flat=True)) == {Job.State.DONE}

    road.check()
    found = Finding.objects.filter(application=road.case, code="looks-like-another", superseded_at=None)
    assert {row.paper_id for row in found} == {first.pk, copy.pk}


def test_a_copy_of_bytes_that_are_known_already_is_told_too():
    elsewhere, road = Road(), Road()
    known = with_paper(elsewhere.case, content=jpeg(form()))
    pipeline.papers_received(application=elsewhere.case, received=[known])
    do_jobs()
    copy = with_paper(road.case, content=jpeg(form(), 30))
    pipeline.papers_received(application=road.case, received=[copy])
    do_jobs()
    first = with_paper(road.case, content=jpeg(form()))
    pipeline.papers_received(application=road.case, received=[first])
    assert list(Job.objects.filter(kind="lay_pages", state=Job.State.DUE).values_list("arguments", flat=True)) == [
        {"paper": first.pk}
    ]
    do_jobs()

    assert alike(road.case) == {(first.pk, copy.pk), (copy.pk, first.pk)}
