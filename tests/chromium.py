"""Finds the Chromium that browser tests drive, or installs one with the system's own means.

python -m tests.chromium            prints its path, or says what to install and fails
python -m tests.chromium --install  installs one first where none is found
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
INSTALLERS = (
    ("apt-get", ("apt-get update -q", "apt-get install -yq --no-install-recommends chromium")),
    ("dnf", ("dnf install -y chromium",)),
    ("apk", ("apk add chromium",)),
    ("pacman", ("pacman -S --noconfirm chromium",)),
    ("brew", ("brew install --cask chromium",)),
)
ADVICE = (
    "No Chromium was found for the browser tests. Install Chromium or Chrome (Debian and Ubuntu: "
    "sudo apt-get install chromium; Fedora: sudo dnf install chromium; macOS: brew install --cask "
    "chromium), or name one: make test E2E_BROWSER_PATH=/path/to/chromium"
)


def find() -> str:
    """Return the path of a browser that runs, or "" where there is none.

    E2E_BROWSER_PATH goes before everything else; one that names nothing runnable is refused.
    """
    named = os.environ.get("E2E_BROWSER_PATH", "")
    if named:
        return named if runs(named) else ""
    found = [path for name in NAMES if (path := shutil.which(name))]
    return next((path for path in [*found, *MAC] if runs(path)), "")


def runs(path: str) -> bool:
    """Tell whether the program starts; distributions ship empty wrappers under these names."""
    if not Path(path).exists():
        return False
    answer = subprocess.run([path, "--version", "--no-sandbox"], capture_output=True, check=False, timeout=60)
    return answer.returncode == 0


def install() -> None:
    """Install a Chromium with the first package manager at hand, as root or by sudo without a password."""
    manager, commands = next(((name, lines) for name, lines in INSTALLERS if shutil.which(name)), ("", ()))
    prefix: list[str] = []
    if manager != "brew" and os.getuid() != 0:
        if not shutil.which("sudo"):
            return
        prefix = ["sudo", "--non-interactive"]
    for line in commands:
        print(" ".join([*prefix, line]), flush=True)  # noqa: T201
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        if subprocess.run([*prefix, *line.split()], check=False, env=environment).returncode:
            return


def main() -> None:
    """Print the browser's path, after installing one where asked; exit 1 with advice otherwise."""
    if "--install" in sys.argv and not find() and not os.environ.get("E2E_BROWSER_PATH"):
        install()
    sys.exit(ADVICE) if not (path := find()) else print(path)  # noqa: T201


if __name__ == "__main__":
    main()
