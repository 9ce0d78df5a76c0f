"""Makes a fresh clone ready and starts it, with nothing but the machine's own Python.

It runs before anything is installed, so it imports the standard library alone, and its syntax is
one that old Pythons can still read in order to be told that they are too old. Whatever stands in
the way is said in one sentence; a traceback from here is a mistake of ours.

    python3 -I portal/bootstrap.py run      everything that `make run` does
    python3 -I portal/bootstrap.py setup    the virtual environment and the message catalogues
    python3 -I portal/bootstrap.py dev      the same, with what the tests and checks need
"""

import hashlib
import importlib.util
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

OLDEST_PYTHON = (3, 11)
LAST_PORT = 65535

if sys.version_info < OLDEST_PYTHON:
    sys.exit(
        "Honpolgár needs Python %s.%s or newer, and this is Python %s.%s (%s): install a newer one, "
        "or name one that you have: make run PYTHON=/path/to/python3"
        % (OLDEST_PYTHON + tuple(sys.version_info[:2]) + (sys.executable,))
    )

REPOSITORY = Path(__file__).resolve().parent.parent
REQUIREMENTS = {"setup": "requirements.txt", "dev": "requirements-dev.txt"}


class CannotStartError(Exception):
    """Something of the machine stands in the way; the message is the sentence for the person."""


def say(text: str) -> None:
    """Print one line of progress at once, also into a pipe."""
    print(text, flush=True)


def port_wanted() -> int:
    """Return the port of the web server from HONPOLGAR_PORT (8000 where unset).

    Raises CannotStartError when the variable is not a port number.
    """
    text = os.environ.get("HONPOLGAR_PORT") or "8000"
    if not text.isdecimal() or not 1 <= int(text) <= LAST_PORT:
        raise CannotStartError(f"HONPOLGAR_PORT must be a port number from 1 to {LAST_PORT}, not {text!r}.")
    return int(text)


def require_free_port(port: int) -> None:
    """Raise CannotStartError when another program already listens on the port of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError as error:
            raise CannotStartError(
                f"Port {port} is reserved for the system's administrator; choose another: make run HONPOLGAR_PORT=8001"
            ) from error
        except OSError as error:
            raise CannotStartError(
                f"Port {port} is taken by another program; stop that one, or choose another port: "
                f"make run HONPOLGAR_PORT={port + 1 if port < LAST_PORT else 8000}"
            ) from error


def require_writable(folder: Path, *, remedy: str) -> None:
    """Make the folder where it is missing; raise CannotStartError when nothing can be written into it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return
    except OSError as error:
        raise CannotStartError(f"Nothing can be written into {folder} ({error.strerror}); {remedy}") from error


def data_folder() -> Path:
    """Return where database, files, keys and broker live: HONPOLGAR_DATA_DIR or .data in the clone."""
    return Path(os.environ.get("HONPOLGAR_DATA_DIR") or REPOSITORY / ".data").resolve()


def python_of(environment: Path) -> Path:
    """Return the path of the interpreter in a virtual environment."""
    return environment / "bin" / "python"


def works(environment: Path) -> bool:
    """Tell whether the virtual environment's interpreter still runs and is new enough.

    A clone that was moved, or a system Python that was upgraded away, leaves one that does not.
    """
    probe = "import sys; sys.exit(sys.version_info < %r or sys.prefix == sys.base_prefix)" % (OLDEST_PYTHON,)  # noqa: UP031
    try:
        return subprocess.run([python_of(environment), "-c", probe], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def create_environment(environment: Path) -> None:
    """Make an empty virtual environment, with pip inside only where the standard library can do it.

    Raises CannotStartError when this Python has no `venv`, which some systems package apart.
    """
    if importlib.util.find_spec("venv") is None:
        raise CannotStartError(
            "This Python comes without its venv module: install it (on Debian and Ubuntu: "
            "apt-get install python3-venv), or name another Python: make run PYTHON=/path/to/python3"
        )
    with_pip = importlib.util.find_spec("ensurepip") is not None and shutil.which("uv") is None
    arguments = ["-m", "venv", "--clear", *([] if with_pip else ["--without-pip"]), str(environment)]
    made = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    if made.returncode:
        reason = (made.stdout + made.stderr).strip().splitlines()[-1:] or ["no reason given"]
        raise CannotStartError(f"The virtual environment {environment} could not be made: {reason[0]}")


def installers(environment: Path) -> Iterator[list[str]]:
    """Yield the commands that can install into the environment, best first; hashes always checked."""
    python = str(python_of(environment))
    uv = shutil.which("uv")
    if uv:
        yield [uv, "pip", "install", "--quiet", "--python", python, "--require-hashes", "-r"]
    pip = ["--quiet", "--disable-pip-version-check"]
    if importlib.util.find_spec("ensurepip") is not None:
        subprocess.run([python, "-m", "ensurepip"], capture_output=True, check=False)
        yield [python, "-m", "pip", *pip, "install", "--require-hashes", "-r"]
    elif importlib.util.find_spec("pip") is not None:
        yield [sys.executable, "-m", "pip", "--python", python, *pip, "install", "--require-hashes", "-r"]


def fingerprint(requirements: Path) -> str:
    """Return what an installation depends on: the locked list and the Python that runs it."""
    return hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()


def install(environment: Path, requirements: Path) -> None:
    """Install the locked list into the environment with uv, or else with pip.

    A stamp in the environment makes the next start skip this. Raises CannotStartError when no installer
    is at hand or none succeeds.
    """
    stamp = environment / f".{requirements.stem}.sha256"
    wanted = fingerprint(requirements)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    tried = False
    for command in installers(environment):
        tried = True
        say(f"Installing {requirements.name} with {'uv' if command[1] == 'pip' else 'pip'} …")
        if subprocess.run([*command, str(requirements)], check=False).returncode == 0:
            stamp.write_text(wanted, encoding="utf-8")
            return
    if not tried:
        raise CannotStartError(
            "This Python comes without pip: install it (on Debian and Ubuntu: apt-get install "
            "python3-venv), or install uv, and start again."
        )
    raise CannotStartError(
        f"The packages of {requirements.name} could not be installed; the lines above say why "
        "(a first start needs a network connection)."
    )


def compile_catalogues(python: Path) -> None:
    """Compile the message catalogues whose sources are newer than what was compiled from them."""
    sources = sorted((REPOSITORY / "locale").glob("*/LC_MESSAGES/*.po"))
    stale = {
        po.stem
        for po in sources
        if not po.with_suffix(".mo").exists() or po.with_suffix(".mo").stat().st_mtime < po.stat().st_mtime
    }
    for domain in sorted(stale):
        arguments = ["-m", "babel.messages.frontend", "--quiet", "compile", "-d", "locale", "-D", domain]
        if subprocess.run([python, *arguments], cwd=REPOSITORY, check=False).returncode:
            raise CannotStartError(f"The message catalogue {domain}.po could not be compiled; the lines above say why.")


def prepare(requirements: str) -> Path:
    """Bring .venv and the catalogues up to date and return the environment's interpreter."""
    environment = REPOSITORY / ".venv"
    if not works(environment):
        require_writable(REPOSITORY, remedy="move the clone to a folder of your own.")
        say("Making the virtual environment .venv …")
        create_environment(environment)
    install(environment, REPOSITORY / requirements)
    compile_catalogues(python_of(environment))
    return python_of(environment)


def main(arguments: list[str]) -> None:
    """Do what the one argument says: `setup`, `dev` or `run`."""
    task = arguments[0] if len(arguments) == 1 else ""
    if task == "run":
        require_free_port(port_wanted())
        require_writable(data_folder(), remedy="choose another folder: make run HONPOLGAR_DATA_DIR=~/honpolgar-data")
        python = prepare(REQUIREMENTS["setup"])
        os.chdir(REPOSITORY)
        os.execv(python, [str(python), "manage.py", "run"])
    if task not in REQUIREMENTS:
        raise CannotStartError("Say what to do: run, setup or dev.")
    prepare(REQUIREMENTS[task])


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        main(sys.argv[1:])
    except CannotStartError as obstacle:
        sys.exit(str(obstacle))
    except KeyboardInterrupt:
        sys.exit("Stopped before it was ready; the next start goes on from here.")
