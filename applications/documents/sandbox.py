"""Examines each file in a limited child of its own, so that no file can harm the process that asks.

A child that dies is a finding about the file, never an exception here. See examine.py for the child's side,
confinement.py for what is taken from it, and children.py for where it comes from.
"""

import json
import os
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Final, NamedTuple

from django.conf import settings

from applications.documents import children
from applications.documents.check import checks
from applications.documents.examination import BadReportError, Examination, examination_from_json, verdict_from_json
from applications.documents.limits import CHILD_WALL_SECONDS
from applications.documents.text_data import data_folder
from applications.documents.verdict import Outcome, Verdict

CHILD: Final = ("-m", "applications.documents.examine")
Began = Callable[[str], None]
Start = Callable[[Sequence[str], Sequence[str], IO[bytes]], children.Child]
LOOK_SECONDS: Final = 0.25
OVERHEARD_BYTES: Final = 64 * 1024
MAX_REPORT_BYTES: Final = 8 * 1024 * 1024
OPENING: Final = frozenset({"size", "file-type", "foreign-data", "truncated", "password", "active-content"}) | {
    "page-count",
    "dimensions",
}
"""Checks that open the file: a child that dies in one of them says that the file cannot be opened."""

DRAWING: Final = "readable"
TURNING: Final = "orientation"
"""The check that draws the pages, and the one without which nothing is read while they are drawn: a child that dies in the
first says that the file cannot be opened where another dies that read nothing.
"""


@dataclass(slots=True)
class _Report:
    """What was heard of a child: the whole examination, or how far it came."""

    examination: Examination | None = None
    began: str = ""
    true_type: str = "unknown"
    peak_mb: float = 0.0
    verdicts: list[Verdict] = field(default_factory=list)


def examine(
    path: Path,
    *,
    file_name: str,
    out_dir: Path,
    kind: str | None = None,
    framing: str = "",
    began: Began | None = None,
) -> Examination:
    """Examines the file at `path` and writes its clean page pictures to `out_dir` (made if missing).

    `file_name` is the name its owner gave it, `kind` an id of kinds.py or None, `framing` what framing.as_text wrote.
    `began` hears, a quarter of a second late at most, the ids of the checks that began.
    Never raises for a bad file: one that kills its child is answered with `broke-reader` (reject) or, where only a
    later check died, or what reads which side of a page is up, with `could-not-check`.
    Raises OSError where the file cannot be read at all or no child can be started.
    """
    if not path.is_file():
        raise FileNotFoundError(path)
    path.open("rb").close()
    out_dir.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    skip: list[str] = []
    while True:
        arguments = _arguments(path, file_name=file_name, out_dir=out_dir, kind=kind, skip=skip)
        report, timed_out = _run_child([*arguments, *([f"--framing={framing}"] if framing else [])], began)
        if report.examination is not None:
            return replace(report.examination, seconds=round(time.monotonic() - started, 3))
        died_in = TURNING if report.began == DRAWING else report.began
        if timed_out or died_in in OPENING or not died_in or died_in in skip:
            return _broken(report, timed_out=timed_out, seconds=time.monotonic() - started)
        skip.append(died_in)


class Isolation(NamedTuple):
    """Whether children on this machine are cut off from the network, and from files that are not theirs."""

    network: bool
    files: bool


def isolation() -> Isolation:
    """Starts children on an empty file, in both ways, to see what the system lets them give up.

    Raises OSError where no child starts.
    """
    warm = children.warm_process()
    with tempfile.TemporaryDirectory(prefix="isolation-") as folder:
        empty = Path(folder) / "empty"
        empty.touch()
        arguments = _arguments(empty, file_name="empty", out_dir=Path(folder), kind=None, skip=[])
        found = [_run_once(start, arguments, None)[0].examination for start in (children.start, children.Fresh)]
    if warm is None:
        # Whoever only asks needs none for longer.
        children.let_go()
    return Isolation(
        all(examination is not None and examination.network_isolated for examination in found),
        all(examination is not None and examination.files_confined for examination in found),
    )


def _broken(report: _Report, *, timed_out: bool, seconds: float) -> Examination:
    last = Verdict("took-too-long", Outcome.REVIEW) if timed_out else Verdict("broke-reader", Outcome.REJECT)
    versions = {declared.id: declared.version for declared in checks("file")}
    return Examination(
        true_type=report.true_type,
        verdicts=(*report.verdicts, last),
        versions=versions,
        seconds=round(seconds, 3),
        peak_mb=report.peak_mb,
    )


def _arguments(path: Path, *, file_name: str, out_dir: Path, kind: str | None, skip: list[str]) -> list[str]:
    """What the child that examines a file is told; the file's name is one argument, and no shell reads it."""
    command = [str(path.resolve()), str(out_dir.resolve())]
    tessdata = data_folder(settings.TESSDATA)
    command += [f"--tessdata={tessdata.resolve()}"] if tessdata else []
    return [
        *command,
        f"--name={file_name}",
        *([f"--kind={kind}"] if kind else []),
        *(f"--skip={name}" for name in skip),
    ]


def _run_child(arguments: list[str], began: Began | None) -> tuple[_Report, bool]:
    """Runs one child to its end or its time-out; the report, and whether time ran out."""
    report, timed_out, lost = _run_once(children.start, arguments, began)
    if lost and report.examination is None:
        # The file is not to blame, or else it is blamed by the next child, which nothing else can take along.
        report, timed_out, _ = _run_once(children.Fresh, arguments, began)
    return report, timed_out


def _run_once(start: Start, arguments: list[str], began: Began | None) -> tuple[_Report, bool, bool]:
    """What was heard of one child, whether time ran out, and whether it was lost for no reason of its own."""
    with tempfile.TemporaryFile() as output:
        child = start(CHILD, arguments, output)
        try:
            ended = _waited(child, output, began)
            lost = ended and child.lost
        finally:
            child.end()
        return _read(output), not ended, lost


def _waited(child: children.Child, output: IO[bytes], began: Began | None) -> bool:
    """Waits for a child, and meanwhile tells which checks it began; whether it ended in time."""
    ends, heard = time.monotonic() + CHILD_WALL_SECONDS, 0
    while True:
        left = max(0.0, ends - time.monotonic())
        ended = child.ended(left if began is None else min(LOOK_SECONDS, left))
        if began is not None:
            heard = _overhear(output, heard, began)
        if ended or not left:
            return ended


def _overhear(output: IO[bytes], heard: int, began: Began) -> int:
    """Reads on in a report from a place in bytes; returns the place after the last whole line."""
    # The child writes where this file stands, so it must not be moved by reading.
    new = os.pread(output.fileno(), OVERHEARD_BYTES, heard)
    whole = new[: new.rfind(b"\n") + 1]
    for line in whole.splitlines():
        if line.startswith(b'{"begin"'):
            report = _Report()
            try:
                _hear(report, json.loads(line))
            except (ValueError, TypeError, KeyError):
                continue
            began(report.began)
    return heard + len(whole)


def _read(output: IO[bytes]) -> _Report:
    """Reads the lines of a report as far as they go; a line that is not of the agreed form ends it."""
    output.seek(0)
    report = _Report()
    for line in output.read(MAX_REPORT_BYTES).splitlines():
        try:
            _hear(report, json.loads(line))
        except (ValueError, TypeError, AttributeError):
            break
    return report


def _hear(report: _Report, line: object) -> None:
    if not isinstance(line, Mapping):
        raise BadReportError("a line of the report is no object")
    if "begin" in line:
        report.began = str(line["begin"])
        report.true_type = str(line["true_type"])
        report.peak_mb = float(line["peak_mb"])
    elif "verdicts" in line:
        report.verdicts += [verdict_from_json(item) for item in line["verdicts"]]
    elif "examination" in line:
        report.examination = examination_from_json(line["examination"])
