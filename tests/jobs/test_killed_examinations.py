"""Workers and the children that open files are killed in the middle of the checks of a submission: every paper still has
each of its findings once, and the case goes on once.
"""

import os
import signal
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from applications.assessment.models import Finding
from applications.core.models import Job, JournalEntry
from applications.documents import examine, sandbox, warm
from applications.documents.models import Paper
from applications.intake.models import Application
from tests.installation import wait_until
from tests.office.cases import scan

pytestmark = [pytest.mark.kill, pytest.mark.slow]
SUBMIT = """
from tests.office import cases
road = cases.Road()
for about in (road.case.applicant, *cases.ancestors(road.case)):
    cases.with_paper(road.case, about)
road.submit()
"""


def descendants(process: int) -> dict[int, str]:
    """Names of the processes below one, by their numbers."""
    parents, names = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            names[int(folder.name)] = (folder / "comm").read_text().strip()
    found, waiting = {}, [process]
    while waiting:
        parent = waiting.pop()
        children = [child for child, of in parents.items() if of == parent]
        found |= {child: names.get(child, "") for child in children}
        waiting += children
    return found


def examining(worker: int) -> list[int]:
    """The children of a worker that have a file open now."""
    return [child for child, name in descendants(worker).items() if name == examine.NAME]


def test_a_submission_whose_workers_are_killed_has_each_finding_once(hurt, tmp_path):
    hurt.kill("worker")
    hurt.run(SUBMIT)
    struck = []
    hurt.start("worker")
    for with_child in (False, True):
        worker = hurt.processes["worker"].pid
        wait_until(lambda of=worker: examining(of), seconds=120, what="a paper is being examined")
        children = examining(worker)
        warm_ones = [child for child, name in descendants(worker).items() if name == warm.NAME]
        assert warm_ones
        hurt.kill("worker")
        for child in children if with_child else ():
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        struck += children
        wait_until(
            lambda of=(*children, *warm_ones): not any(Path(f"/proc/{each}").exists() for each in of),
            what="nothing of the killed worker remains",
        )
        hurt.start("worker")

    wait_until(lambda: not Job.objects.exclude(state=Job.State.DONE).exists(), seconds=120, what="all jobs done")

    assert len(struck) >= 2
    case = Application.objects.get()
    assert case.state == "checked"
    papers = Paper.objects.filter(family=case.family)
    assert papers.count() == 3
    for paper in papers:
        picture = tmp_path / f"{paper.pk}.png"
        picture.write_bytes(scan(f"{paper.kind} {paper.person_id}"))
        found = sandbox.examine(picture, file_name="scan.png", out_dir=tmp_path / f"{paper.pk}", kind=paper.kind)
        said = Finding.objects.filter(paper=paper, source=Finding.Source.FILE, superseded_at=None)
        assert Counter(each.code for each in said) == Counter(verdict.code for verdict in found.verdicts)
    # Two papers may differ from one in the same way: what a finding says and where makes it one of its own.
    shown = Counter(
        (
            each.paper_id,
            each.person_id,
            each.source,
            each.route,
            each.code,
            each.file_id,
            str(each.reasons),
            str(each.evidence),
        )
        for each in Finding.objects.filter(superseded_at=None)
    )
    assert set(shown.values()) == {1}
    assert JournalEntry.objects.filter(chain=case.reference, event="case.finish_checks").count() == 1
