"""Looks at the warm process and its children from outside, as the system shows them."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from applications.documents import children


def children_of(process: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def lives(process: int) -> bool:
    """Whether a process runs; one that waits to be reaped does not."""
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def name_of(process: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{process}/comm").read_text().strip()
    return ""


def status_of(process: int) -> dict[str, str]:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def memory_of(process: int) -> bytes:
    """What a process has written into its memory, as far as the system lets it be read."""
    found = []
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            place, rights = line.split()[:2]
            start, end = (int(side, 16) for side in place.split("-"))
            if rights.startswith("rw"):
                memory.seek(start)
                with suppress(OSError):
                    found.append(memory.read(end - start))
    return b"".join(found)


def settled(process: int) -> bool:
    """Whether a process does nothing for a while, as the warm one when all is loaded."""
    spent = []
    for _ in range(3):
        spent.append(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13])
        time.sleep(0.3)
    return spent[0] == spent[2]


class Seen:
    """Looks at the child when its first check begins: one that has met the file and given up its rights."""

    def __init__(self, look: Callable[[int], object]) -> None:
        self.look = look
        self.children: list[int] = []
        self.said: list[object] = []

    def __call__(self, check: str) -> None:
        process = children.warm_process()
        for child in children_of(process) if process else ():
            if child not in self.children and lives(child):
                self.children.append(child)
                self.said.append(self.look(child))
