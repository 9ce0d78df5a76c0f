"""Starts the children that open files: forked from a warm process where the system allows it, else as fresh interpreters.

Each asking process has a warm process of its own (warm.py), from the first child it asks for until it ends, however it
ends. One that dies or does not answer is ended, and a fresh interpreter takes its place for that child.
"""

import atexit
import compileall
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO, Final, Protocol

from django.conf import settings

from applications.documents.text_data import data_folder
from applications.documents.warm import FORK, PROGRAMS

PROJECT: Final = Path(__file__).resolve().parents[2]
WARM: Final = ("-m", "applications.documents.warm")
FORKS: Final = sys.platform == "linux" and hasattr(os, "pidfd_open")
ANSWER_SECONDS: Final = 15.0
"""Longest wait for a forked child; the first waits for all modules to load, which takes a second on an idle machine."""

LEAVE_SECONDS: Final = 1.0
"""How long a warm process may take to end by itself: it looks up between two loads, which take a tenth of that at most on
an idle machine. One that is killed leaves dead children to the system, and in a container nobody may be there to reap them.
"""

REST_SECONDS: Final = 60.0
"""How long no other is tried after a warm process that never answered, or said no."""


class Child(Protocol):
    """A child that writes its report to the file that it was started with."""

    def ended(self, seconds: float) -> bool:
        """Whether it ends within so many seconds."""

    @property
    def lost(self) -> bool:
        """Whether it ended for no reason of its own."""

    def end(self) -> None:
        """Leave nothing running: the child has a session of its own, which goes as a whole."""


def start(program: Sequence[str], arguments: Sequence[str], output: IO[bytes]) -> Child:
    """Start a child as `python PROGRAM ARGUMENTS`, with `output` as its standard output.

    Raises OSError where none can be started.
    """
    served = len(program) == 2 and program[0] == "-m" and program[1] in PROGRAMS  # noqa: PLR2004 - a flag, a module
    child = _keeper.fork([program[1], *arguments], output) if FORKS and served else None
    return child or Fresh(program, arguments, output)


def let_go() -> None:
    """End the warm process of this process, where it has one; the next child starts another."""
    _keeper.let_go()


def warm_process() -> int | None:
    """The number of this process's warm process, where it has one that lives."""
    return _keeper.number


def child_environment() -> dict[str, str]:
    """What a child may know: nothing of the installation."""
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "PYTHONIOENCODING": "utf-8",
        "OMP_THREAD_LIMIT": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }


class Fresh:
    """A child that is an interpreter of its own."""

    lost = False

    def __init__(self, program: Sequence[str], arguments: Sequence[str], output: IO[bytes]) -> None:
        _compile_readers()
        # The child gets no environment of ours: keys and addresses of the installation stay here.
        self._process = subprocess.Popen(  # noqa: S603 - a fixed command; the file's name is one argument, no shell
            [sys.executable, *program, *arguments],
            cwd=PROJECT,
            env=child_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def ended(self, seconds: float) -> bool:
        """Whether it ends within so many seconds."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def end(self) -> None:
        """Leave nothing running."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


@cache
def _compile_readers() -> None:
    """Compiles what children load, once: they may not write, and would each compile it anew (a third of their start)."""
    if not sys.dont_write_bytecode:
        compileall.compile_dir(PROJECT / "applications" / "documents", quiet=2)


class Forked:
    """A child of the warm process, by its number and a handle on it. Its number is its own while `link` is open."""

    def __init__(self, number: int, handle: int, link: socket.socket) -> None:
        self.number = number
        self._handle = handle
        self._link = link

    def ended(self, seconds: float) -> bool:
        """Whether it ends within so many seconds."""
        return _readable(self._handle, seconds)

    @property
    def lost(self) -> bool:
        """Whether the warm process went, and took the child along: it says nothing more on the link, and closes it first."""
        return _readable(self._link.fileno(), 0)

    def end(self) -> None:
        """Leave nothing running."""
        # A child that is killed at once may have no session yet, and nothing but itself then.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.number, signal.SIGKILL)
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)
        os.close(self._handle)
        self._link.close()


def _readable(handle: int, seconds: float) -> bool:
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    return bool(poll.poll(max(0, seconds) * 1000))


class _Warm:
    """A warm process and the socket on which it is asked."""

    def __init__(self) -> None:
        self._requests, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._requests.settimeout(ANSWER_SECONDS)
        self.answered = False
        tessdata = data_folder(settings.TESSDATA)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - a fixed command, no shell
                [
                    *(sys.executable, *WARM, str(theirs.fileno())),
                    *([f"--tessdata={tessdata.resolve()}"] if tessdata else []),
                ],
                cwd=PROJECT,
                env=child_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )

    @property
    def number(self) -> int | None:
        return self._process.pid if self._process.poll() is None else None

    def fork(self, command: Sequence[str], output: IO[bytes]) -> Forked:
        """A new child; OSError where the process does not answer."""
        link, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            # The command is read by the child alone: the name of a file is somebody's, too.
            with theirs, open(os.memfd_create("command"), "w+b", buffering=0) as told:  # noqa: PTH123 - has no path
                told.write(json.dumps(command).encode())
                told.seek(0)
                socket.send_fds(self._requests, [FORK], [output.fileno(), theirs.fileno(), told.fileno()])
            link.settimeout(ANSWER_SECONDS)
            answer, given, _, _ = socket.recv_fds(link, 32, 1, socket.MSG_CMSG_CLOEXEC)
            if not given:
                raise ConnectionResetError
        except BaseException:
            link.close()
            raise
        self.answered = True
        return Forked(int(answer), given[0], link)

    def end(self) -> None:
        """End the process, which takes its children along: by itself where it can, so that it still reaps them."""
        self.forget()
        try:
            self._process.wait(LEAVE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def forget(self) -> None:
        self._requests.close()


class _Keeper:
    """The warm process of this process: one, whichever thread asks."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._warm: _Warm | None = None
        self._rests_until = 0.0

    def fork(self, command: Sequence[str], output: IO[bytes]) -> Forked | None:
        """A child of the warm process; None where that is not to be had."""
        try:
            warm = self._living()
        except OSError:
            return None
        if warm is None:
            return None
        try:
            return warm.fork(command, output)
        except OSError as error:
            self._give_up(warm, rests=not (warm.answered and isinstance(error, TimeoutError)))
            return None

    @property
    def number(self) -> int | None:
        with self._lock:
            return self._warm.number if self._warm else None

    def let_go(self) -> None:
        with self._lock:
            if self._warm is not None:
                self._warm.end()
                self._warm = None

    def leave_to_parent(self) -> None:
        """Forget, in a forked process, what is the parent's. An end held open here would keep it alive for too long."""
        if self._warm is not None:
            self._warm.forget()
        self.__init__()  # type: ignore[misc] # the lock may be held by a thread that is not here

    def _living(self) -> _Warm | None:
        with self._lock:
            if self._warm is not None and self._warm.number is None:
                self._warm.end()
                self._warm = None
            if self._warm is None and time.monotonic() >= self._rests_until:
                self._warm = _Warm()
            return self._warm

    def _give_up(self, warm: _Warm, *, rests: bool) -> None:
        with self._lock:
            if rests:
                self._rests_until = time.monotonic() + REST_SECONDS
            if self._warm is warm:
                self._warm = None
            warm.end()


_keeper = _Keeper()
atexit.register(let_go)
os.register_at_fork(after_in_child=_keeper.leave_to_parent)
