"""Takes rights away from the running process, for good: memory, time, network, files. Linux; best effort is reported."""

import ctypes
import os
import resource
import signal
import socket
import struct
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from applications.documents.limits import (
    CHILD_CPU_SECONDS,
    CHILD_FILE_BYTES,
    CHILD_MEMORY_BYTES,
    CHILD_OPEN_FILES,
)

CLONE_NEWUSER: Final = 0x10000000
CLONE_NEWNET: Final = 0x40000000
PR_SET_PDEATHSIG: Final = 1
PR_SET_NAME: Final = 15
PR_SET_NO_NEW_PRIVS: Final = 38

# The Landlock system calls have these numbers on every architecture.
LANDLOCK_CREATE_RULESET: Final = 444
LANDLOCK_ADD_RULE: Final = 445
LANDLOCK_RESTRICT_SELF: Final = 446
RULE_PATH_BENEATH: Final = 1
EXECUTE: Final = 1 << 0
WRITE_FILE: Final = 1 << 1
READ_FILE: Final = 1 << 2
READ_DIR: Final = 1 << 3
MAKE_REG: Final = 1 << 8
ALL_OF_ABI_1: Final = (1 << 13) - 1
READING: Final = EXECUTE | READ_FILE | READ_DIR
WRITING: Final = READING | WRITE_FILE | MAKE_REG
FILE_RIGHTS: Final = EXECUTE | WRITE_FILE | READ_FILE


def name_process(name: str) -> None:
    """Gives the process a name of its own (up to 15 bytes) in lists of processes, where the system knows such."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_NAME, name.encode(), 0, 0, 0)


def end_with(parent: int) -> None:
    """Has the system kill this process when its parent ends, however it ends; ProcessLookupError where it has ended."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        raise ProcessLookupError(parent)


def limit_resources(preloaded: int = 0) -> None:
    """Sets hard limits of memory, processor time, file size and open files; leaves no core dump.

    `preloaded`: bytes of the address space that are allowed beyond, since they were filled before.
    """
    for what, amount in (
        (resource.RLIMIT_AS, CHILD_MEMORY_BYTES + preloaded),
        (resource.RLIMIT_CPU, CHILD_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, CHILD_FILE_BYTES),
        (resource.RLIMIT_NOFILE, CHILD_OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        allowed = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        resource.setrlimit(what, (allowed, allowed))


def leave_network() -> bool:
    """Moves the process into a network of its own without interfaces; True where the system let it.

    Must be called while the process has one thread. Without the right to make a user namespace it tries the network
    alone, which needs the rights of an administrator.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0 and libc.unshare(CLONE_NEWNET) != 0:
        return False
    return {name for _, name in socket.if_nameindex()} <= {"lo"}


def leave_files(*, reading: Iterable[Path], writing: Iterable[Path]) -> bool:
    """Lets the process open nothing but what lies under these paths (Landlock); True where the system supports it."""
    libc = ctypes.CDLL(None, use_errno=True)
    attributes = ctypes.create_string_buffer(struct.pack("=Q", ALL_OF_ABI_1), 8)
    ruleset = libc.syscall(LANDLOCK_CREATE_RULESET, attributes, 8, 0)
    if ruleset < 0:
        return False
    try:
        allowed = [(path, READING) for path in reading] + [(path, WRITING) for path in writing]
        for path, rights in allowed:
            if path.exists():
                _allow(libc, ruleset, path, rights)
        libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return bool(libc.syscall(LANDLOCK_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path, rights: int) -> None:
    folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        granted = rights if path.is_dir() else rights & FILE_RIGHTS
        rule = ctypes.create_string_buffer(struct.pack("=Qi", granted, folder), 12)
        libc.syscall(LANDLOCK_ADD_RULE, ruleset, RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(folder)
