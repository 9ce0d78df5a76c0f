"""Programs run side by side: named lines, restarts with growing pauses, and no orphan afterwards."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from portal.supervisor import Service, Supervisor

REPOSITORY = Path(__file__).resolve().parents[2]


def python(code):
    return (sys.executable, "-u", "-c", code)


def alive(pid):
    """Tell whether the process runs; a zombie nobody has waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.fixture
def supervisor():
    made = Supervisor(os.environ, grace=2, first_pause=0.1, longest_pause=0.4)
    yield made
    made.stop()


def test_each_line_carries_its_programs_name(supervisor, capsys):
    supervisor.start(Service("one", python("print('Ő')"), keep=False))
    supervisor.start(Service("two", python("import sys; print('to the error stream', file=sys.stderr)"), keep=False))
    supervisor.wait_for(lambda: not supervisor.running("one") and not supervisor.running("two"), seconds=10)
    supervisor.pump(0.3)

    lines = [line.split(" ", 1)[1] for line in capsys.readouterr().out.splitlines()]
    assert "one       | Ő" in lines
    assert "two       | to the error stream" in lines


def test_the_dead_start_again_after_growing_pauses(supervisor, capsys):
    supervisor.start(Service("mayfly", python("raise SystemExit(3)")))
    supervisor.pump(2)

    said = capsys.readouterr().out
    assert "mayfly ended with status 3; it starts again in 0.1 s" in said
    assert "again in 0.2 s" in said
    assert "again in 0.4 s" in said
    assert "again in 0.8 s" not in said


def test_the_killed_start_again(supervisor, capsys):
    supervisor.start(Service("sleeper", python("import time; time.sleep(60)")))
    first = supervisor.children["sleeper"].process.pid
    supervisor.pump(0.3)
    os.kill(first, signal.SIGKILL)

    assert supervisor.wait_for(lambda: supervisor.children["sleeper"].process.pid != first, seconds=5)
    assert "was killed by SIGKILL" in capsys.readouterr().out


def test_what_runs_once_is_left_alone(supervisor):
    supervisor.start(Service("once", python("raise SystemExit(1)"), keep=False))
    supervisor.pump(1)

    assert supervisor.exit_status("once") == 1


def test_stopping_follows_the_order_and_ends_the_stubborn_and_their_children(supervisor, tmp_path):
    note = f"import pathlib, time; note = lambda n: pathlib.Path({str(tmp_path)!r}, n).write_text(str(time.time()))"
    polite = (
        f"{note}\nimport signal, sys\n"
        "signal.signal(signal.SIGTERM, lambda *a: (note(sys.argv[1]), sys.exit()))\n"
        "note(sys.argv[1] + '-up')\nwhile True: time.sleep(0.1)"
    )
    stubborn = (
        f"{note}\nimport os, signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        f"child = os.fork()\npathlib.Path({str(tmp_path)!r}, f'pid-{{bool(child)}}').write_text(str(os.getpid()))\n"
        "time.sleep(60)"
    )
    supervisor.start(Service("last", (*python(polite), "last"), order=1))
    supervisor.start(Service("first", (*python(polite), "first")))
    supervisor.start(Service("stubborn", python(stubborn)))
    files = ("last-up", "first-up", "pid-True", "pid-False")
    assert supervisor.wait_for(lambda: all((tmp_path / name).exists() for name in files), seconds=10)

    supervisor.stop()

    assert float((tmp_path / "first").read_text()) < float((tmp_path / "last").read_text())
    assert not alive((tmp_path / "pid-True").read_text())
    assert not alive((tmp_path / "pid-False").read_text())


@pytest.mark.parametrize("manner", ["signal.SIG_DFL", "signal.SIG_IGN"], ids=["polite", "stubborn"])
def test_children_do_not_outlive_a_killed_supervisor(manner):
    child = f"import signal, time; signal.signal(signal.SIGTERM, {manner}); time.sleep(60)"
    code = (
        "import os, sys; from portal.supervisor import Service, Supervisor; s = Supervisor(os.environ, grace=1)\n"
        f"s.start(Service('child', (sys.executable, '-c', {child!r})))\n"
        "print(s.children['child'].process.pid, flush=True); s.run_until_signal()"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True)
    child = int(parent.stdout.readline())
    time.sleep(0.5)
    assert alive(child)

    parent.kill()
    parent.wait()

    end = time.monotonic() + 5
    while alive(child) and time.monotonic() < end:
        time.sleep(0.05)
    assert not alive(child)
