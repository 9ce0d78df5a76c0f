"""Children forked from the warm process: the same answers and limits as from a fresh interpreter, and nothing left behind."""

import json
import os
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from applications.documents import children, laying, sandbox, warm
from applications.documents.limits import CHILD_CPU_SECONDS, CHILD_FILE_BYTES, CHILD_MEMORY_BYTES, CHILD_OPEN_FILES
from tests.documents.conftest import findings
from tests.documents.processes import Seen, children_of, lives, memory_of, name_of, settled, status_of
from tests.documents.test_likeness import form, jpeg
from tests.installation import REPOSITORY, wait_until

pytestmark = [
    pytest.mark.skipif(not children.FORKS, reason="this system has no handles on processes"),
    pytest.mark.usefixtures("own_warm_process"),
]
PROGRAM = "applications.documents.examine"


def test_it_answers_as_a_fresh_interpreter_does(examined, monkeypatch):
    forked = [examined() for _ in range(2)]
    process = children.warm_process()
    monkeypatch.setattr(children, "FORKS", False)
    fresh = examined()

    def told(examination):
        return replace(examination, seconds=0, peak_mb=0)

    assert process is not None
    assert [told(each) for each in forked] == [told(fresh)] * 2


def test_pages_are_laid_on_each_other_by_it():
    one, other = (laying.Picture(f"warm {each}", partial(jpeg, form(), each)) for each in (82, 40))

    laid = laying.lay([(one, other)])

    assert laid[0].is_same
    assert children.warm_process() is not None


def test_one_process_serves_file_after_file(examined):
    examined()
    first = children.warm_process()
    examined()

    assert children.warm_process() == first
    assert name_of(first) == warm.NAME
    wait_until(lambda: not children_of(first), what="no child is left")


def test_the_child_is_limited_and_alone(examined, soon):
    def look(child):
        limits = Path(f"/proc/{child}/limits").read_text()
        spaces = [Path(f"/proc/{each}/ns/net").readlink() for each in (child, os.getpid())]
        environment = Path(f"/proc/{child}/environ").read_bytes().split(b"\0")
        handles = {str(each.readlink()) for each in Path(f"/proc/{child}/fd").iterdir()}
        return limits, spaces, environment, handles, os.getsid(child), status_of(child)

    seen = Seen(look)
    examination = examined(seen)
    limits, spaces, environment, handles, session, status = seen.said[0]

    def limit(name):
        return next(line for line in limits.splitlines() if line.startswith(name))[len(name) :].split()[:2]

    memory = int(limit("Max address space")[0])
    assert CHILD_MEMORY_BYTES <= memory < CHILD_MEMORY_BYTES + 256 * 1024**2
    assert limit("Max cpu time") == [str(CHILD_CPU_SECONDS)] * 2
    assert limit("Max file size") == [str(CHILD_FILE_BYTES)] * 2
    assert limit("Max open files") == [str(CHILD_OPEN_FILES)] * 2
    assert limit("Max core file size") == ["0", "0"]
    assert (spaces[0] != spaces[1]) is examination.network_isolated
    assert (status["NoNewPrivs"] == "1") is examination.files_confined
    assert session == seen.children[0]
    assert {each.partition(b"=")[0].decode() for each in environment if each} <= set(children.child_environment())
    assert not any(each.startswith(("socket:", "anon_inode:")) for each in handles)


def test_keys_are_not_in_the_warm_process(examined, monkeypatch):
    monkeypatch.setenv("HONPOLGAR_ENCRYPTION_KEYS", "secret")
    examined()

    environment = Path(f"/proc/{children.warm_process()}/environ").read_bytes()

    assert b"secret" not in environment
    assert b"OMP_THREAD_LIMIT=1" in environment


def test_the_warm_process_never_learns_the_name_of_a_file(sandboxed):
    sandboxed(b"nothing", "Szabo_Anna_utlevele.jpg")
    memory = memory_of(children.warm_process())

    assert b"Szabo_Anna_utlevele" not in memory
    assert b"applications.documents.likeness" in memory


def test_who_only_asks_for_the_isolation_keeps_none(sandboxed):
    sandbox.isolation()
    assert children.warm_process() is None

    sandboxed(b"nothing")
    process = children.warm_process()
    sandbox.isolation()
    assert children.warm_process() == process


def test_it_keeps_to_one_thread_whatever_it_loads(examined):
    examined()
    process = children.warm_process()
    wait_until(lambda: settled(process), seconds=60, what="all is loaded")

    assert status_of(process)["Threads"] == "1"
    assert examined().network_isolated is sandbox.isolation().network


def test_the_memory_of_a_child_is_its_own(sandboxed):
    """A file that is refused at once needs little, though the process was larger before."""
    sandboxed(b"nothing")
    process = children.warm_process()
    wait_until(lambda: int(status_of(process)["VmHWM"].split()[0]) > 100_000, seconds=60, what="readers are loaded")
    largest = int(status_of(process)["VmHWM"].split()[0]) / 1024

    assert 20 < sandboxed(b"nothing").peak_mb < largest


def test_two_threads_ask_at_once(tmp_path, paper):
    ready = threading.Barrier(4)

    def ask(number):
        ready.wait()
        return sandbox.examine(paper, file_name="a.jpg", out_dir=tmp_path / str(number))

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(ask, range(4)))

    assert [findings(each) for each in found] == [{}] * 4
    assert {each.files_confined for each in found} == {sandbox.isolation().files}
    for number, each in enumerate(found):
        assert {path.name for path in (tmp_path / str(number)).iterdir()} >= {page.preview_file for page in each.pages}
    beside = [each for each in children_of(os.getpid()) if name_of(each) == warm.NAME]
    assert beside == [children.warm_process()]


OTHER = """
import json, os, sys, time
sys.path.insert(0, {project!r})
from applications.documents import examine, warm
def other(arguments, preloaded):
    before = [len(examine.PROJECT.parts), os.environ.get("SPOILT"), os.getcwd()]
    examine.PROJECT = examine.PROJECT / "spoilt"
    os.environ["SPOILT"] = "yes"
    os.chdir("/")
    left = os.fork() or time.sleep(300)
    os.write(1, json.dumps([before, left]).encode())
    return 0
warm.PROGRAMS = {{"applications.documents.examine": other}}
sys.exit(warm.main(sys.argv[1:]))
"""


@pytest.fixture
def children_that_spoil(monkeypatch, tmp_path):
    """Runs one after the other as many children as asked for, which change what they can and leave a process running."""
    program = tmp_path / "other.py"
    program.write_text(OTHER.format(project=str(REPOSITORY)))
    monkeypatch.setattr(children, "WARM", (str(program),))

    def run(count):
        for _ in range(count):
            with tempfile.TemporaryFile() as output:
                child = children.start(("-m", PROGRAM), [], output)
                assert isinstance(child, children.Forked)
                assert child.ended(30)
                output.seek(0)
                before, left = json.loads(output.read())
                assert lives(left)
                child.end()
            yield before, left

    return run


def test_what_a_child_changes_the_next_does_not_see(children_that_spoil):
    found = [before for before, _ in children_that_spoil(3)]

    assert found == [[len(REPOSITORY.parts), None, str(REPOSITORY)]] * 3


def test_what_a_child_leaves_running_ends_with_it(children_that_spoil):
    [(_, left)] = children_that_spoil(1)

    wait_until(lambda: not lives(left), what="its session is gone")


def test_a_forked_asker_gets_its_own(examined):
    """As a worker does that was forked from one that had examined files."""
    examined()
    first = children.warm_process()
    inside, outside = os.pipe()
    forked = os.fork()
    if forked == 0:
        status = 1
        try:
            examined()
            os.write(outside, str(children.warm_process()).encode())
            status = 0
        finally:
            children.let_go()
            os._exit(status)
    os.close(outside)
    assert os.waitpid(forked, 0)[1] == 0
    own = int(os.read(inside, 32))
    os.close(inside)

    assert own != first
    assert not lives(own)
    assert children.warm_process() == first
