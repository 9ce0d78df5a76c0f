"""The warm process, its children and who asks are killed and stopped: each file still gets its findings, and nothing remains."""

import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from applications.documents import children, examine, sandbox
from tests.documents import made_files
from tests.documents.conftest import findings
from tests.documents.processes import Seen, children_of, lives, name_of
from tests.installation import REPOSITORY, wait_until

PR_SET_CHILD_SUBREAPER = 36

pytestmark = [
    pytest.mark.skipif(not children.FORKS, reason="this system has no handles on processes"),
    pytest.mark.usefixtures("own_warm_process"),
]


@pytest.fixture
def inherits():
    """Has what an ended process leaves behind come to this one, not to the first process of the system."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    yield
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def stopped(child: int) -> None:
    os.kill(child, signal.SIGSTOP)


def test_it_is_killed_between_files(examined):
    examined()
    first = children.warm_process()
    os.kill(first, signal.SIGKILL)
    wait_until(lambda: not lives(first), what="it is gone")

    assert findings(examined()) == {}
    assert children.warm_process() not in (None, first)


def test_it_is_killed_while_a_child_runs(examined, soon):
    killed = []

    def look(child):
        if not killed:
            killed.append(children.warm_process())
            os.kill(killed[0], signal.SIGKILL)
            wait_until(lambda: not lives(child), what="the child went along")

    seen = Seen(look)

    examination = examined(seen)

    assert len(killed) == 1
    assert findings(examination) == {}
    assert examination.pages


def test_nothing_remains_to_be_reaped_when_it_is_let_go(examined, inherits):
    examined()
    first = children.warm_process()

    children.let_go()

    assert not Path(f"/proc/{first}").exists()
    assert not [each for each in children_of(os.getpid()) if name_of(each) == examine.NAME]


def test_one_that_hangs_is_replaced(examined, monkeypatch):
    examined()
    first = children.warm_process()
    os.kill(first, signal.SIGSTOP)
    children._keeper._warm._requests.settimeout(0.5)
    monkeypatch.setattr(children, "ANSWER_SECONDS", 0.5)

    assert findings(examined()) == {}

    assert not lives(first)
    monkeypatch.undo()
    assert findings(examined()) == {}
    assert children.warm_process() not in (None, first)


def test_without_one_there_is_the_fresh_interpreter(examined, monkeypatch, tmp_path):
    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit(1)")
    monkeypatch.setattr(children, "WARM", (str(broken),))

    assert findings(examined()) == {}
    assert children.warm_process() is None
    monkeypatch.setattr(children._Warm, "__init__", lambda self: pytest.fail("tried again at once"))
    assert findings(examined()) == {}


def test_a_child_that_hangs_is_ended_with_its_session(examined, soon, monkeypatch):
    monkeypatch.setattr(sandbox, "CHILD_WALL_SECONDS", 3)
    seen = Seen(stopped)

    assert findings(examined(seen)) == {"took-too-long": "review"}

    wait_until(lambda: not Path(f"/proc/{seen.children[0]}").exists(), what="it is gone and reaped")
    assert children.warm_process() is not None


def test_a_child_that_is_killed_is_a_finding(examined, soon):
    seen = Seen(lambda child: os.kill(child, signal.SIGKILL))

    found = findings(examined(seen))

    assert found
    assert set(found) <= {"broke-reader", "could-not-check"}
    assert seen.children


@pytest.mark.slow
def test_a_file_that_breaks_the_reader_is_a_finding(sandboxed):
    sandboxed(b"nothing")
    process = children.warm_process()

    examination = sandboxed(made_files.recursive_pdf())

    assert findings(examination) == {"broke-reader": "reject"}
    assert children.warm_process() == process


ASKER = """
import sys
from pathlib import Path
import django
django.setup()
from applications.documents import children, sandbox
def began(check):
    print(children.warm_process(), flush=True)
sandbox.LOOK_SECONDS = 0.01
while True:
    sandbox.examine(Path(sys.argv[1]), file_name="a.jpg", out_dir=Path(sys.argv[2]), began=began)
"""


def test_nothing_remains_of_an_asker_that_is_killed(paper, tmp_path):
    asker = subprocess.Popen(
        [sys.executable, "-c", ASKER, str(paper), str(tmp_path / "out")],
        cwd=REPOSITORY,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        process = int(asker.stdout.readline())
        running = []
        wait_until(
            lambda: running.extend(each for each in children_of(process) if name_of(each) == examine.NAME) or running,
            what="a child runs",
        )
    finally:
        asker.kill()
        asker.wait()
        asker.stdout.close()

    wait_until(lambda: not any(map(lives, [process, *running])), what="warm process and child are gone")
