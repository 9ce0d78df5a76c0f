"""Runs the file checks over one file, inside the sandboxed child, and says what it does as it goes."""

import resource
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import cv2

from applications.documents.check import Check, run_file_checks
from applications.documents.examination import Examination, Page, UnreadableError
from applications.documents.framing import NOT_FRAMED, Framings
from applications.documents.opened_file import OpenedFile
from applications.documents.verdict import Verdict

if TYPE_CHECKING:
    from applications.documents.reading import PaperText

Tell = Callable[[dict[str, object]], None]


def _opened_status() -> TextIO | None:
    try:
        return Path("/proc/self/status").open(encoding="ascii")
    except OSError:
        return None


# Opened while this is loaded: afterwards the child gives up all files that it does not need to read the paper.
_status = _opened_status()


def examine_file(
    data: bytes,
    *,
    name: str,
    kind: str | None,
    out_dir: Path,
    skip: frozenset[str],
    tell: Tell,
    tessdata: Path | None = None,
    framings: Framings = NOT_FRAMED,
) -> Examination:
    """Examines the bytes of one file; previews go to `out_dir`; `tell` hears of each check as it begins and ends.

    Checks named in `skip` are not run and reported as not checked. `tessdata` is the folder of the language data for
    text, None where this machine has none. `framings` says which pages are turned or cut by hand.
    """
    cv2.setNumThreads(1)
    file = OpenedFile(data, name=name, kind=kind, out_dir=out_dir, tessdata=tessdata, framings=framings)
    verdicts: list[Verdict] = []
    versions: dict[str, str] = {}

    def begin(declared: Check) -> None:
        tell({"begin": declared.id, "true_type": file.type.name, "peak_mb": peak_mb()})

    for declared, found in run_file_checks(file, kind=kind, skip=skip, begin=begin):
        tell({"verdicts": [verdict.as_json() for verdict in found]})
        verdicts += found
        versions[declared.id] = declared.version
    examination = Examination(
        true_type=file.type.name,
        pages=_pages(file),
        mrz=vars(file).get("zone"),
        verdicts=tuple(verdicts),
        versions=versions,
    )
    return _with_text(examination, vars(file).get("text"))


def _with_text(examination: Examination, text: "PaperText | None") -> Examination:
    """The examination with what was read, where a check read it."""
    if text is None:
        return examination
    return replace(
        examination,
        words=text.reading.words,
        language=text.reading.languages[0] if text.reading.languages else "",
        recognised=text.kind,
        fields=text.fields,
    )


def peak_mb() -> float:
    """Largest resident memory of this process so far, in megabytes.

    The kernel's own count is asked first: what `getrusage` tells includes the parent from before the program was started.
    """
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if _status is not None:
        _status.seek(0)
        kilobytes = next((int(line.split()[1]) for line in _status if line.startswith("VmHWM:")), kilobytes)
    return round(kilobytes / 1024, 1)


def _pages(file: OpenedFile) -> tuple[Page, ...]:
    """The pages where a check drew them; none where the file was refused before."""
    if "pages" not in vars(file):
        return ()
    try:
        return file.pages
    except UnreadableError:
        return ()
