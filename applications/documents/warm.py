"""The warm process: `python -m applications.documents.warm DESCRIPTOR [--tessdata FOLDER]`. It has loaded all that reads
papers, never meets one, and forks a child for each file (docs/decisions/0015).

It is asked on a socket (DESCRIPTOR; one message is one request, see children.py): the message carries the file for the
child's output, a link, and the file of the child's command, which only the child reads. The answer on the link is the
child's number and a handle on it; the link is closed where there can be no child. Whoever asked closes the link when the
child is no longer wanted, or by dying: the child's session is then killed. When the socket is closed, all are.
"""

import argparse
import gc
import json
import os
import selectors
import signal
import socket
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final, NoReturn

from applications.documents import examine, lay
from applications.documents.confinement import end_with, name_process

PROGRAMS: Final[Mapping[str, Callable[[list[str], int], int]]] = {
    "applications.documents.examine": examine.main,
    "applications.documents.lay": lay.main,
}
"""What a child may be, by the name under which a fresh interpreter finds it."""

READY: Final = ("hun", "ron", "eng", "srp", "srp_latn", "slk", "ukr")
"""Languages whose data is kept ready, 10 to 15 MB each. German, Latin and pairs were one in 25 of the demo's papers."""

FORK: Final = b"fork"
"""The only request."""

NAME: Final = "paper-warm"

Load = Callable[[], object]


def main(arguments: list[str]) -> int:
    """Loads, and serves until the socket is closed."""
    parser = argparse.ArgumentParser(prog="warm", description=__doc__)
    parser.add_argument("descriptor", type=int)
    parser.add_argument("--tessdata", type=Path)
    options = parser.parse_args(arguments)
    name_process(NAME)
    load_modules()
    with socket.socket(fileno=options.descriptor) as requests:
        Server(requests, readers(options.tessdata)).serve()
    return 0


def load_modules() -> None:
    """Imports all that a child may need, and nothing that knows the installation."""
    import cv2  # noqa: PLC0415

    from applications.documents import (  # noqa: F401, PLC0415
        check,
        examiner,
        likeness,
        pdf_drawing,
        pdf_facts,
        reading,
        text_layer,
    )

    cv2.setNumThreads(1)
    check.checks("file")


def readers(tessdata: Path | None) -> Iterator[Load]:
    """What takes time to load beside modules, the most wanted first; `tessdata` is the folder of the language data."""
    from applications.documents import (  # noqa: PLC0415
        drawing,
        face_finder,
        faces,
        labels_found,
        mrz_reader,
        recognition,
        text_data,
        text_reader,
    )

    names = text_data.installed(tessdata)
    groups = (text_reader.LATIN_PROBES, text_data.CYRILLIC)
    probes = [next((name for name in group if name in names), "") for group in groups]
    languages = [name for name in dict.fromkeys([*probes, *READY]) if name in names]
    yield mrz_reader.loaded
    yield labels_found.known_phrases
    yield recognition.known_phrases
    yield from (partial(text_reader.loaded, tessdata, language) for language in languages)
    yield face_finder.loaded
    yield faces.loaded
    yield drawing.heic_formats


class Server:
    """Forks children for whoever holds the other end of `requests`, and runs `loads` one by one while nobody asks."""

    def __init__(self, requests: socket.socket, loads: Iterator[Load]) -> None:
        self._requests = requests
        self._loads = deque(loads)
        self._children: dict[socket.socket, int] = {}
        self._selector = selectors.DefaultSelector()
        self._selector.register(requests, selectors.EVENT_READ)
        self._bare = address_space()

    def serve(self) -> None:
        """Serve until the other end is closed; leaves no child."""
        try:
            while True:
                ready = [key.fileobj for key, _ in self._selector.select(0 if self._loads else None)]
                if not ready:
                    self._load_next()
                for one in ready:
                    if one is not self._requests:
                        self._end(one)
                    elif not self._accept():
                        return
        finally:
            for link in list(self._children):
                self._end(link)

    def _load_next(self) -> None:
        # What cannot be loaded here cannot be loaded by a child that needs it either, which then says so.
        with suppress(Exception):
            self._loads.popleft()()
        # What is loaded stays: the collector need not look at it, nor thereby copy it in a child.
        gc.collect()
        gc.freeze()

    def _accept(self) -> bool:
        """Fork a child as it is asked; False where nobody asks any more."""
        message, handles, _, _ = socket.recv_fds(self._requests, len(FORK), 3)
        if not message:
            return False
        output, link, told = handles[0], socket.socket(fileno=handles[1]), handles[2]
        try:
            child = self._fork(told, output, link)
        except OSError:
            link.close()
            return True
        finally:
            os.close(output)
            os.close(told)
        self._children[link] = child
        self._selector.register(link, selectors.EVENT_READ)
        handle = os.pidfd_open(child)
        with suppress(BrokenPipeError):
            socket.send_fds(link, [str(child).encode()], [handle])
        os.close(handle)
        return True

    def _fork(self, told: int, output: int, link: socket.socket) -> int:
        """The number of a new child; OSError where there can be none."""
        if len(list(Path("/proc/self/task").iterdir())) > 1:
            raise PermissionError("A library has started a thread: children could not leave the network.")
        parent = os.getpid()
        child = os.fork()
        if child == 0:
            self._become(told, output, link, parent)
        return child

    def _become(self, told: int, output: int, link: socket.socket, parent: int) -> NoReturn:
        """Go on as the child, in a session of its own and with nothing of this process but what it loaded."""
        status = 1
        try:
            os.setsid()
            end_with(parent)
            self._selector.close()
            for inherited in (self._requests, link, *self._children):
                inherited.close()
            os.dup2(output, 1)
            os.close(output)
            with open(told, encoding="utf-8") as file:
                command: list[str] = json.load(file)
            status = PROGRAMS[command[0]](command[1:], address_space() - self._bare)
        finally:
            os._exit(status)

    def _end(self, link: object) -> None:
        """Kill what is left of a child's session. Only now is its number free for another process."""
        if not isinstance(link, socket.socket):
            raise TypeError(link)
        child = self._children.pop(link)
        self._selector.unregister(link)
        link.close()
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def address_space() -> int:
    """The size of this process's address space in bytes."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
