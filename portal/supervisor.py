"""Runs several programs side by side: prints their lines by name, restarts the dead, stops them all.

Each program gets a process group of its own, so that Ctrl-C in the terminal reaches the supervisor
alone, which then ends every group in good order and leaves no orphan behind.
"""

import itertools
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

LEASH = Path(__file__).with_name("leash.py")
COLOURS = ("36", "33", "32", "35", "34", "31")
STOPPING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True)
class Service:
    """One program: the name before its lines, its command, and what its end means.

    ``keep`` services are started again when they die; the others run once. ``order`` says when a
    service is stopped: higher numbers outlive lower ones.
    """

    name: str
    command: tuple[str, ...]
    keep: bool = True
    order: int = 0


@dataclass
class Child:
    """A started service: its process, since when it runs, and how often it died in a row."""

    service: Service
    process: subprocess.Popen[bytes]
    colour: str
    deaths: int = 0
    started: float = field(default_factory=time.monotonic)
    restart_at: float | None = None


class Supervisor:
    """Starts services, pumps their output, restarts and stops them.

    ``grace`` is how many seconds a service may take to end after the termination signal;
    ``first_pause`` the seconds before the first restart, doubled with each death in a row up to
    ``longest_pause`` and forgotten after a minute of life.
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        *,
        grace: float = 12,
        first_pause: float = 1,
        longest_pause: float = 30,
    ) -> None:
        self.environment = dict(environment)
        self.grace = grace
        self.first_pause = first_pause
        self.longest_pause = longest_pause
        self.stopping = False
        self.children: dict[str, Child] = {}
        self._lines: queue.SimpleQueue[tuple[str, str, bytes]] = queue.SimpleQueue()
        self._colours = itertools.cycle(COLOURS)

    def say(self, text: str) -> None:
        """Print lines of the supervisor's own."""
        self._print("honpolgar", "", text)

    def start(self, service: Service) -> None:
        """Start a service; its output appears as soon as `pump` runs."""
        self._launch(service, colour=next(self._colours), deaths=0)

    def drop(self, name: str) -> None:
        """End a service at once and forget it."""
        child = self.children.pop(name)
        self._end_group(child)

    def running(self, name: str) -> bool:
        """Tell whether the service's process is alive at this moment."""
        child = self.children.get(name)
        return child is not None and child.process.poll() is None

    def exit_status(self, name: str) -> int | None:
        """Return how a service that runs once ended, or None while it runs."""
        return self.children[name].process.poll()

    def pump(self, seconds: float) -> None:
        """Print what the services say for about so many seconds, and restart the dead meanwhile."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            with suppress(queue.Empty):
                self._print(*self._lines.get(timeout=min(left, 0.2)))
            if not self.stopping:
                self._revive()

    def wait_for(self, condition: Callable[[], bool], *, seconds: float) -> bool:
        """Pump until the condition holds; return False when the time is over or all is to stop."""
        end = time.monotonic() + seconds
        while not condition():
            if self.stopping or time.monotonic() > end:
                return False
            self.pump(0.1)
        return True

    def run_until_signal(self) -> None:
        """Pump until a stopping signal arrives."""
        while not self.stopping:
            self.pump(0.5)

    @contextmanager
    def watching_signals(self) -> Iterator[None]:
        """Turn Ctrl-C, SIGTERM and a closed terminal into an orderly stop within the block."""

        def stop(_signum: int, _frame: FrameType | None) -> None:
            self.stopping = True

        before = {number: signal.signal(number, stop) for number in STOPPING_SIGNALS}
        try:
            yield
        finally:
            self.stop()
            for number, handler in before.items():
                signal.signal(number, handler)

    def stop(self) -> None:
        """Stop every service, lowest order first, and end whatever is left of their groups."""
        self.stopping = True
        for order in sorted({child.service.order for child in self.children.values()}):
            batch = [child for child in self.children.values() if child.service.order == order]
            for child in batch:
                if child.process.poll() is None:
                    child.process.terminate()
            end = time.monotonic() + self.grace
            while time.monotonic() < end and any(child.process.poll() is None for child in batch):
                self.pump(0.1)
            for child in batch:
                self._end_group(child)
        self.pump(0.05)
        self.children.clear()

    def _launch(self, service: Service, *, colour: str, deaths: int) -> None:
        process = subprocess.Popen(  # noqa: S603 - commands come from this repository alone
            [sys.executable, "-S", str(LEASH), str(os.getpid()), str(self.grace), *service.command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.environment,
            start_new_session=True,
        )
        self.children[service.name] = Child(service, process, colour, deaths)
        threading.Thread(target=self._read, args=(service.name, colour, process), daemon=True).start()

    def _read(self, name: str, colour: str, process: subprocess.Popen[bytes]) -> None:
        if process.stdout is None:
            return
        with process.stdout as stream:
            for line in stream:
                self._lines.put((name, colour, line))

    def _revive(self) -> None:
        now = time.monotonic()
        for child in list(self.children.values()):
            if not child.service.keep or child.process.poll() is None:
                continue
            if child.restart_at is None:
                self._note_death(child, now)
            elif now >= child.restart_at:
                self._launch(child.service, colour=child.colour, deaths=child.deaths)

    def _note_death(self, child: Child, now: float) -> None:
        self._end_group(child)
        long_lived = now - child.started > 60  # noqa: PLR2004 - a minute of life is a new beginning
        child.deaths = 1 if long_lived else child.deaths + 1
        pause = min(self.first_pause * 2 ** (child.deaths - 1), self.longest_pause)
        child.restart_at = now + pause
        status = child.process.returncode
        how = f"was killed by {signal.Signals(-status).name}" if status < 0 else f"ended with status {status}"
        self.say(f"{child.service.name} {how}; it starts again in {pause:g} s")

    def _end_group(self, child: Child) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.process.pid, signal.SIGKILL)
        child.process.wait()

    def _print(self, name: str, colour: str, data: bytes | str) -> None:
        text = data.decode("utf-8", "replace") if isinstance(data, bytes) else data
        prefix = f"{datetime.now(UTC).astimezone():%H:%M:%S} {name:<9} | "
        if colour and sys.stdout.isatty():
            prefix = f"\033[{colour}m{prefix}\033[0m"
        try:
            for line in text.splitlines() or [""]:
                sys.stdout.write(f"{prefix}{line}\n")
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever read our output is gone (`make run | head`): time to go, too.
            self.stopping = True
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
