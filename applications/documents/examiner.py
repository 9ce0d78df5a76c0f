"""Runs the file checks over one file, inside the sandboxed child, and says what it does as it goes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import cv2

from applications.documents.check import Check, run_file_checks
from applications.documents.examination import Examination, Page, UnreadableError
from applications.documents.framing import NOT_FRAMED, Framings
from applications.documents.opened_file import OpenedFile
from applications.documents.own_memory import own_memory
from applications.documents.verdict import Verdict

if TYPE_CHECKING:
    from applications.documents.reading import PaperText

Tell = Callable[[dict[str, object]], None]


def examine_file(  # noqa: PLR0913  # what is known of one file, by its names
    data: bytes,
    *,
    length: int | None = None,
    name: str,
    kind: str | None,
    out_dir: Path,
    skip: frozenset[str],
    tell: Tell,
    tessdata: Path | None = None,
    framings: Framings = NOT_FRAMED,
) -> Examination:
    """Examines the bytes of one file; previews go to `out_dir`; `tell` hears of each check as it begins and ends.

    `length` is how many bytes the whole file has, where `data` may be only the beginning of one that is too big.
    Checks named in `skip` are not run and reported as not checked; without `orientation` pages are drawn as they were
    brought. `tessdata` is the folder of the language data for text, None where this machine has none. `framings` says
    which pages are turned or cut by hand.
    """
    cv2.setNumThreads(1)
    file = OpenedFile(
        data,
        length=length,
        name=name,
        kind=kind,
        out_dir=out_dir,
        tessdata=tessdata,
        framings=framings,
        reads_upright="orientation" not in skip,
    )
    verdicts: list[Verdict] = []
    versions: dict[str, str] = {}

    def begin(declared: Check) -> None:
        tell({"begin": declared.id, "true_type": file.type.name, "peak_mb": own_memory.peak_mb()})

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


def _pages(file: OpenedFile) -> tuple[Page, ...]:
    """The pages where a check drew them; none where the file was refused before."""
    if "pages" not in vars(file):
        return ()
    try:
        return file.pages
    except UnreadableError:
        return ()
