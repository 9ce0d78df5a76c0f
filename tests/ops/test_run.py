"""`make run` as a person does it: one command, everything up; Ctrl-C, everything down; data kept."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from portal.management.commands.run import page_answers
from tests.installation import REPOSITORY, free_port, wait_until

pytestmark = [pytest.mark.kill, pytest.mark.slow]


def processes_of(folder):
    """Return the ids of all processes whose environment names this data folder."""
    needle = f"HONPOLGAR_DATA_DIR={folder}\0".encode()
    found = set()
    for environ in Path("/proc").glob("[0-9]*/environ"):
        try:
            if needle in environ.read_bytes():
                found.add(int(environ.parent.name))
        except OSError:
            continue
    return found


class Running:
    """`make run` in a data folder of its own, as the leader of a process group like in a terminal."""

    def __init__(self, folder, **changes):
        self.port = free_port()
        self.log = folder.parent / f"{folder.name}.log"
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("HONPOLGAR_", "DJANGO_", "MAKE"))}
        for name in ("DATABASE_URL", "REDIS_URL"):
            inherited.pop(name, None)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-I", "portal/bootstrap.py", "run"],
                cwd=REPOSITORY,
                env={**inherited, "HONPOLGAR_DATA_DIR": str(folder), "HONPOLGAR_PORT": str(self.port), **changes},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def said(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def wait_until_ready(self):
        wait_until(
            lambda: "is ready" in self.said() or self.process.poll() is not None,
            seconds=300,
            what=f"the portal is ready; {self.said()[-3000:]}",
        )
        assert "is ready" in self.said(), self.said()

    def stop(self, number):
        os.killpg(self.process.pid, number)
        return self.process.wait(timeout=60)


@pytest.fixture
def folder(tmp_path):
    """A data folder; whatever still runs in it afterwards is ended."""
    name = tmp_path / "data"
    yield name
    for process in processes_of(name):
        os.kill(process, signal.SIGKILL)


def test_one_command_starts_everything_and_ctrl_c_stops_it_and_keeps_the_data(folder):
    begun = time.monotonic()
    first = Running(folder)
    first.wait_until_ready()
    first_took = time.monotonic() - begun
    with urllib.request.urlopen(f"http://127.0.0.1:{first.port}/", timeout=30) as page:
        assert page.status == 200
    names = set(re.findall(r"^\d\d:\d\d:\d\d (\w+) +\| ", first.said(), re.MULTILINE))
    assert {"honpolgar", "worker"} <= names
    assert f"http://localhost:{first.port}/" in first.said()
    assert len(processes_of(folder)) >= 6

    assert first.stop(signal.SIGINT) == 0
    assert processes_of(folder) == set()
    assert not page_answers(first.port)
    made = (folder / "keys").read_text(), (folder / "honpolgar.sqlite3").stat().st_size

    begun = time.monotonic()
    second = Running(folder)
    second.wait_until_ready()
    second_took = time.monotonic() - begun
    assert "Installing" not in second.said()
    assert second.stop(signal.SIGTERM) == 0
    assert processes_of(folder) == set()
    assert (folder / "keys").read_text() == made[0]
    assert (folder / "honpolgar.sqlite3").stat().st_size >= made[1]
    assert second_took < max(30, first_took)


def test_a_process_that_dies_starts_again(folder):
    running = Running(folder)
    running.wait_until_ready()
    worker = min(
        process for process in processes_of(folder) if b"\0worker\0" in Path(f"/proc/{process}/cmdline").read_bytes()
    )

    os.killpg(worker, signal.SIGKILL)

    wait_until(lambda: "worker was killed by SIGKILL" in running.said(), seconds=30, what="its death is told")
    running.stop(signal.SIGTERM)
    assert processes_of(folder) == set()


def test_nothing_outlives_a_killed_supervisor(folder):
    running = Running(folder)
    running.wait_until_ready()

    running.process.kill()
    running.process.wait()

    wait_until(lambda: processes_of(folder) == set(), seconds=60, what="every process has ended")


def test_a_database_that_cannot_be_reached_is_said_in_one_line(folder):
    running = Running(folder, DATABASE_URL=f"postgres://nobody@127.0.0.1:{free_port()}/nothing")

    assert running.process.wait(timeout=120) != 0
    assert "The database cannot be reached" in running.said().splitlines()[-1]
    assert "Traceback" not in running.said()
