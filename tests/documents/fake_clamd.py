"""A daemon that speaks INSTREAM as ClamAV's does, and misbehaves when told to."""

import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ENOUGH = 1024 * 1024
"""Bytes the daemon takes (StreamMaxLength)."""


def eicar() -> bytes:
    """The test file every scanner knows, put together here so that this file is none."""
    halves = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
    return "".join(halves).encode()


class FakeClamd:
    """Serves on a socket; ``manner`` is how: well, silent, hangs_up, drips, babbles, half, refuses."""

    def __init__(self, server: socket.socket) -> None:
        self.server = server
        self.manner = "well"
        self.asked: list[bytes] = []
        self.bytes_read = 0
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while True:
            try:
                link, _address = self.server.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(link,), daemon=True).start()

    def talk(self, link: socket.socket) -> None:
        with link:
            try:
                self.answer(link)
            except OSError:
                return

    def answer(self, link: socket.socket) -> None:
        if self.manner == "refuses":
            link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return
        command = self.line(link)
        self.asked.append(command)
        if command == b"zVERSION":
            link.sendall(b"ClamAV 1.4.6/27400/Thu Nov 26 08:00:00 2026\0")
            return
        said = self.scanned(link)
        if self.manner == "silent":
            time.sleep(3)
        elif self.manner == "drips":
            for letter in b"stream: OK":
                link.sendall(bytes([letter]))
                time.sleep(0.3)
        else:
            link.sendall(
                {"babbles": b"stream: OK probably\0", "half": b"stream: OK", "well": said}.get(self.manner, b"")
            )

    @staticmethod
    def line(link: socket.socket) -> bytes:
        command = b""
        while not command.endswith(b"\0"):
            command += link.recv(1)
        return command[:-1]

    def scanned(self, link: socket.socket) -> bytes:
        content = b""
        while length := struct.unpack("!I", self.exactly(link, 4))[0]:
            if len(content) + length > ENOUGH:
                return b"INSTREAM size limit exceeded. ERROR\0"
            content += self.exactly(link, length)
        self.bytes_read = len(content)
        return b"stream: Eicar-Test-Signature FOUND\0" if eicar() in content else b"stream: OK\0"

    @staticmethod
    def exactly(link: socket.socket, count: int) -> bytes:
        content = b""
        while len(content) < count:
            piece = link.recv(count - len(content))
            if not piece:
                raise ConnectionResetError
            content += piece
        return content


@contextmanager
def fake_clamd(folder: Path, kind: str = "unix") -> Iterator[tuple[FakeClamd, str]]:
    """Give a daemon and its address, on a socket in ``folder`` or on a port of the loopback interface."""
    if kind == "unix":
        server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        server.bind(str(folder / "clamd.ctl"))
        address = f"unix://{folder}/clamd.ctl"
    else:
        server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        server.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
    server.listen()
    try:
        yield FakeClamd(server), address
    finally:
        server.close()
