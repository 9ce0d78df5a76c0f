"""Counts the largest resident memory of the running process."""

import resource
from contextlib import suppress
from pathlib import Path
from typing import TextIO


class OwnMemory:
    """The kernel's count of this process. A confined process can ask only what it opened before."""

    def __init__(self) -> None:
        self._status: TextIO | None = None

    def open(self) -> None:
        """To be called by the process that is counted, before it gives up its files."""
        with suppress(OSError):
            self._status = Path("/proc/self/status").open(encoding="ascii")  # noqa: SIM115 - asked to the end

    def peak_mb(self) -> float:
        """Largest resident memory so far, in megabytes; of a forked process since the fork, with what it shares.

        The kernel's own count is asked first: what `getrusage` tells includes the parent from before a program was started.
        """
        kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        if self._status is not None:
            self._status.seek(0)
            kilobytes = next((int(line.split()[1]) for line in self._status if line.startswith("VmHWM:")), kilobytes)
        return round(kilobytes / 1024, 1)


own_memory = OwnMemory()
