"""The broker that comes with the project: where it listens, that it keeps what it was given."""

import os
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest
import redis

from portal import embedded_broker
from tests.installation import wait_until


@pytest.fixture
def folder():
    """A folder short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="hpb-") as name:
        yield Path(name)


def run_broker(folder):
    command = embedded_broker.server_command(embedded_broker.server_binary(), folder)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    wait_until(lambda: embedded_broker.answers(folder), what="the broker answers")
    return process


def test_it_keeps_what_it_was_given_when_killed(folder):
    first = run_broker(folder)
    client = redis.Redis(unix_socket_path=str(embedded_broker.socket_path(folder)))
    client.rpush("queue", *range(50))
    client.wait(0, 0)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert not embedded_broker.answers(folder)

    second = run_broker(folder)

    assert client.llen("queue") == 50
    second.terminate()
    second.wait()


def test_a_socket_lies_in_the_data_folder_for_its_owner_alone(folder):
    process = run_broker(folder)
    path = embedded_broker.socket_path(folder)

    assert path.parent == folder / "broker"
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    process.terminate()
    process.wait()


def test_a_path_too_long_for_a_socket_is_replaced_by_a_stable_private_one(folder):
    deep = folder / ("long-" * 30)

    path = embedded_broker.socket_path(deep)

    assert len(os.fsencode(path)) <= embedded_broker.LONGEST_SOCKET_PATH
    assert path == embedded_broker.socket_path(deep)
    assert path != embedded_broker.socket_path(deep / "other")
    assert path.parent.stat().st_mode & 0o077 == 0
    path.parent.rmdir()


def test_a_socket_folder_of_somebody_else_is_refused(folder, monkeypatch):
    stranger = os.getuid() + 1
    monkeypatch.setattr(embedded_broker.os, "getuid", lambda: stranger)
    monkeypatch.setattr(embedded_broker.tempfile, "gettempdir", lambda: str(folder))

    with pytest.raises(PermissionError):
        embedded_broker.socket_path(folder / ("long-" * 30))


@pytest.mark.parametrize("system", ["FreeBSD", "SunOS"])
def test_a_machine_without_a_server_gets_none(monkeypatch, system):
    monkeypatch.setattr(embedded_broker.platform, "system", lambda: system)

    assert embedded_broker.server_binary() is None
