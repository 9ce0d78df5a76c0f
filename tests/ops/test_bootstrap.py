"""Whatever stands in the way of a first start is said in one sentence, without a traceback."""

import ast
import os
import runpy
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from portal import bootstrap

REPOSITORY = Path(__file__).resolve().parents[2]
SCRIPT = REPOSITORY / "portal" / "bootstrap.py"


def start(*arguments, python=sys.executable, script=SCRIPT, **environment):
    """Run the bootstrap as `make` does and return how it ended."""
    return subprocess.run(
        [python, "-I", script, *arguments],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, **environment},
        timeout=60,
    )


def assert_one_sentence(finished, *words):
    assert finished.returncode != 0
    (line,) = finished.stderr.strip().splitlines()
    for word in words:
        assert word in line


def test_it_says_that_a_port_is_taken():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        finished = start("run", HONPOLGAR_PORT=str(port))

    assert_one_sentence(finished, f"Port {port} is taken", "HONPOLGAR_PORT=")


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1"])
def test_it_says_what_a_port_is(port):
    assert_one_sentence(start("run", HONPOLGAR_PORT=port), "HONPOLGAR_PORT must be a port number", port)


def test_it_says_that_a_folder_cannot_be_written(tmp_path):
    (tmp_path / "a-file").touch()
    folder = tmp_path / "a-file" / "data"

    finished = start("run", HONPOLGAR_PORT=free_port(), HONPOLGAR_DATA_DIR=str(folder))

    assert_one_sentence(finished, f"Nothing can be written into {folder}", "HONPOLGAR_DATA_DIR=")


def test_it_says_that_the_clone_is_read_only(tmp_path, monkeypatch):
    """A file in the folder's place refuses even the superuser, whom permissions do not stop."""
    (tmp_path / "clone").touch()
    monkeypatch.setattr(bootstrap, "REPOSITORY", tmp_path / "clone")

    with pytest.raises(bootstrap.CannotStartError, match=r"Nothing can be written into .*clone .* folder of your own"):
        bootstrap.prepare("requirements.txt")


def test_it_says_that_python_is_too_old(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4, "final", 0))

    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(SCRIPT), run_name="__main__")

    assert "needs Python 3.11 or newer, and this is Python 3.10" in stopped.value.code


def test_an_old_python_can_read_it():
    """A syntax error would be the first thing an old Python says, instead of the sentence."""
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize(("missing", "word"), [("venv", "python3-venv"), ("pip", "pip")])
def test_it_says_what_a_stripped_python_lacks(monkeypatch, tmp_path, missing, word):
    find_spec = bootstrap.importlib.util.find_spec
    lacking = {"venv"} if missing == "venv" else {"ensurepip", "pip"}
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda n: None if n in lacking else find_spec(n))
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    requirements = tmp_path / "requirements.txt"
    requirements.touch()

    def prepare():
        bootstrap.create_environment(tmp_path / "env")
        bootstrap.install(tmp_path / "env", requirements)

    with pytest.raises(bootstrap.CannotStartError, match=word):
        prepare()


def test_it_says_that_packages_cannot_be_installed(tmp_path):
    """Without hashes in the list neither installer takes it, with or without a network."""
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("a-package-without-a-hash==1.0\n")
    bootstrap.create_environment(tmp_path / "env")

    with pytest.raises(bootstrap.CannotStartError, match="could not be installed"):
        bootstrap.install(tmp_path / "env", requirements)

    assert not (tmp_path / "env" / ".requirements.sha256").exists()


def test_it_installs_once_and_again_when_the_list_changes(tmp_path, monkeypatch):
    calls = []
    monkeypatch.setattr(bootstrap, "installers", lambda environment: [["true", "pip"]])
    monkeypatch.setattr(bootstrap, "say", calls.append)
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("one")

    bootstrap.install(tmp_path, requirements)
    bootstrap.install(tmp_path, requirements)
    requirements.write_text("two")
    bootstrap.install(tmp_path, requirements)

    assert len(calls) == 2


def test_it_replaces_an_environment_that_no_longer_runs(tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to(tmp_path / "gone")

    assert not bootstrap.works(tmp_path)
    assert not bootstrap.works(tmp_path / "nowhere")
    assert bootstrap.works(Path(sys.prefix))


def test_it_refuses_an_unknown_task():
    assert_one_sentence(start("fly"), "Say what to do")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])
