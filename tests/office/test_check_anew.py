"""After the checks have changed, papers of open cases are examined once more, and nobody else's."""

import pytest
from django.core.management import call_command

from applications import pipeline
from applications.assessment.models import Finding
from applications.core import clock
from applications.core.models import Job
from applications.documents.models import CheckedFile, Trace
from tests.documents import made_files
from tests.office.cases import Road, do_jobs, with_paper

pytestmark = pytest.mark.django_db


def examined(road: Road) -> CheckedFile:
    """A paper of the case as older checks left it: it has no traces, and the case was looked for under their versions."""
    checked = CheckedFile.objects.get(uses__paper__family=road.case.family_id)
    assert checked.state == CheckedFile.State.CHECKED
    Trace.objects.filter(checked=checked).delete()
    Job.objects.filter(kind="look_for", case=road.case.reference).delete()
    checked.versions = {"size": "0"}
    checked.save(update_fields=["versions"])
    return checked


def test_open_cases_are_checked_anew_and_only_once(capsys):
    road = Road()
    with_paper(road.case, content=made_files.jpeg(made_files.page(827, 1169)))
    road.check()
    old = examined(road)
    before = Finding.objects.filter(application=road.case, superseded_at=None).count()

    call_command("check_anew")
    call_command("check_anew")

    assert capsys.readouterr().out == "Papers to be checked anew: 1\n" * 2
    assert Job.objects.filter(kind="check_paper", state=Job.State.DUE).count() == 1
    do_jobs()
    old.refresh_from_db()
    assert "readable" in old.versions
    assert Trace.objects.filter(checked=old).exists()
    assert Finding.objects.filter(application=road.case, superseded_at=None).count() == before
    assert pipeline.check_anew() == 0


def test_drafts_and_closed_cases_are_left_alone():
    draft, closed = Road(), Road()
    for number, road in enumerate((draft, closed)):
        with_paper(road.case, content=made_files.jpeg(made_files.page(827, 1169 + number)))
    pipeline.papers_received(application=draft.case, received=list(draft.case.family.papers.all()))
    do_jobs()
    closed.check()
    for road in (draft, closed):
        examined(road)
    closed.case.closed_at = clock.now()
    closed.case.save(update_fields=["closed_at"])

    assert pipeline.check_anew() == 0
