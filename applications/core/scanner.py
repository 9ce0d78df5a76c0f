"""The port to a malware scanner: ClamAV's daemon, spoken to over its socket (clamd(8), INSTREAM).

It fails closed: only the daemon's own "OK" is clean. No answer, a hang-up, a time-out, a file beyond the daemon's
StreamMaxLength and any other words are "not scanned", and what is not scanned stays in quarantine.
"""

import re
import socket
import struct
import time
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings

SECONDS: Final = 60.0
PIECE: Final = 64 * 1024
LONGEST_ANSWER: Final = 4096
PORT: Final = 3310


class Result(StrEnum):
    """What is known of a file; the values are those stored."""

    CLEAN = "clean"
    INFECTED = "infected"
    NOT_SCANNED = "not_scanned"


@dataclass(frozen=True, slots=True)
class Scan:
    """A result, with the name of the signature or why nothing was scanned."""

    result: Result
    detail: str = ""


def is_configured() -> bool:
    """Whether this installation names a scanner."""
    return bool(settings.CLAMAV)


def scan(content: bytes, *, seconds: float = SECONDS) -> Scan:
    """Have bytes scanned; never raises: whatever goes wrong is "not scanned"."""
    if not is_configured():
        return Scan(Result.NOT_SCANNED, "no scanner")
    pieces = (content[at : at + PIECE] for at in range(0, len(content), PIECE))
    stream = b"".join(struct.pack("!I", len(piece)) + piece for piece in pieces)
    try:
        answer = asked(b"zINSTREAM\0" + stream + struct.pack("!I", 0), seconds=seconds)
    except OSError as error:
        return Scan(Result.NOT_SCANNED, type(error).__name__)
    if answer == "stream: OK":
        return Scan(Result.CLEAN)
    if found := re.fullmatch(r"stream: (.+) FOUND", answer):
        return Scan(Result.INFECTED, found[1])
    return Scan(Result.NOT_SCANNED, answer[:180] or "no answer")


def version(*, seconds: float = 5.0) -> str:
    """Return what the daemon says it is; raises OSError where it does not answer."""
    return asked(b"zVERSION\0", seconds=seconds)


def signatures_made(told: str) -> datetime | None:
    """Return when the signatures that ``version`` names were made (naive); None where it names none."""
    try:
        return datetime.strptime(told.rpartition("/")[2], "%a %b %d %H:%M:%S %Y")  # noqa: DTZ007 - clamd tells no zone
    except ValueError:
        return None


def asked(request: bytes, *, seconds: float) -> str:
    """Send a request and return the answer without its end; raises OSError (a time-out too) where there is none.

    The time is for all of it together, so that a daemon that drips cannot hold a worker.
    """
    end = time.monotonic() + seconds
    with connected(seconds) as link:
        link.sendall(request)
        answer = b""
        while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
            link.settimeout(max(end - time.monotonic(), 0.001))
            piece = link.recv(LONGEST_ANSWER)
            if not piece:
                raise ConnectionResetError("hung up before the end of the answer")
            answer += piece
    return answer.removesuffix(b"\0").decode(errors="replace")


def connected(seconds: float) -> socket.socket:
    """Return a connection to the daemon that settings.CLAMAV names."""
    parts = urlsplit(settings.CLAMAV)
    if parts.scheme == "tcp":
        return socket.create_connection((parts.hostname or "localhost", parts.port or PORT), seconds)
    link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    link.settimeout(seconds)
    try:
        link.connect(parts.path)
    except OSError:
        link.close()
        raise
    return link
