"""Runs a program that ends when its parent ends, however the parent ends.

    python portal/leash.py PARENT_PID GRACE_SECONDS PROGRAM [ARGUMENT …]

The supervisor stops its children itself; only when it is killed outright can it not. On Linux the
kernel then sends the termination signal in its stead; elsewhere the program stays. A program that
was asked to end and does not, say because its broker died in the same moment, is ended with its
whole process group, which the leash has to lead.
"""

import ctypes
import os
import signal
import subprocess
import sys
from types import FrameType

PR_SET_PDEATHSIG = 1


def main(parent: int, grace: float, command: list[str]) -> int:
    """Run the command tied to the parent, then end as it ended: with its status or by its signal.

    ``grace`` is how many seconds the program may take to end after a termination signal.
    """
    if sys.platform == "linux":  # before handlers and program: a parent that died since is seen below
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    started: list[subprocess.Popen[bytes]] = []

    def ask(number: int, frame: FrameType | None) -> None:
        if not started:
            end(number, frame)
        started[0].send_signal(number)
        signal.setitimer(signal.ITIMER_REAL, grace)

    def end(_number: int, _frame: FrameType | None) -> None:
        os.killpg(0, signal.SIGKILL)

    for number, handler in ((signal.SIGTERM, ask), (signal.SIGINT, ask), (signal.SIGALRM, end)):
        signal.signal(number, handler)
    if os.getppid() != parent:
        sys.exit("The supervisor ended before its child began.")
    started.append(subprocess.Popen(command))  # noqa: S603 - the supervisor's own command
    status = started[0].wait()
    if os.getppid() != parent:
        end(signal.SIGALRM, None)
    return status if status >= 0 else die_by(-status)


def die_by(number: int) -> int:
    """End this process by the signal, so that the supervisor sees what ended the program."""
    if number != signal.SIGKILL:
        signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    return 128 + number


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]))
