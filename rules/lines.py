"""Cases as the command reads them: one JSON object, or one a line; a faulty one is told in its place."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from rules.reading import FactsError

Given = Mapping[str, object] | FactsError


class UnreadableError(Exception):
    """A file of cases cannot be read; the message is one sentence."""


def read(file: str) -> bytes:
    """The bytes of a file, or of standard input for '-'."""
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableError(f"cannot read {file}: {getattr(error, 'strerror', error)}") from error


def cases(text: bytes) -> Iterator[Given]:
    """Each case of a file, or the fault in its place."""
    try:
        decoded = text.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield FactsError("", "is not UTF-8 text")
        return
    if not decoded.strip():
        return
    whole = _read(decoded)
    if not isinstance(whole, FactsError):
        yield whole
        return
    # Not one object: then each line is a case.
    yield from (_read(line) for line in decoded.split("\n") if line.strip())


def _read(line: str) -> Given:
    try:
        case = json.loads(line)
    except ValueError as error:
        return FactsError("", f"is not JSON: {error}")
    except RecursionError:
        return FactsError("", "is nested too deeply")
    return case if isinstance(case, Mapping) else FactsError("", "must be a JSON object")


def day_for(case: Mapping[str, object], asked: date | None) -> date | None:
    """The day whose law applies: the one asked for, else None where the case names its own, else today."""
    if asked is not None or case.get("as_of") is not None:
        return asked
    return datetime.now().astimezone().date()


def fault(error: Exception) -> str:
    """A faulty case as a JSON line."""
    told = (error.path, error.message) if isinstance(error, FactsError) else ("", str(error))
    return json.dumps({"error": {"path": told[0], "message": told[1]}}, ensure_ascii=False)
