"""The child that examines one file: `python -m applications.documents.examine FILE OUT_DIR --name NAME [--kind KIND] [--tessdata FOLDER] [--framing TEXT]`.

It limits itself before it reads, and reports in JSON lines on standard output: {"begin": check}, {"verdicts": [...]},
at last {"examination": {...}}. Whoever starts it (sandbox.py) can so tell what it was doing when it died. It is started
as a fresh interpreter or, with everything loaded, forked from the warm process (warm.py).
"""

import argparse
import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Final

from applications.documents.confinement import leave_files, leave_network, limit_resources, name_process
from applications.documents.framing import framings_from
from applications.documents.limits import MAX_FILE_BYTES
from applications.documents.own_memory import own_memory

NAME: Final = "paper-examine"
"""What the process is called in a list of processes."""

PROJECT = Path(__file__).resolve().parents[2]


def main(arguments: list[str], preloaded: int = 0) -> int:
    """Examines one file and reports; 0 when a whole report was made.

    `preloaded`: bytes of the address space that were filled before, and do not count against the file.
    """
    started = time.monotonic()
    name_process(NAME)
    options = _options(arguments)
    report = _report_channel()
    own_memory.open()
    limit_resources(preloaded)
    network_isolated = leave_network()
    # A fresh interpreter loads decoders and their libraries only now, with the limits in force and the network gone.
    from applications.documents import examiner  # noqa: PLC0415

    # Tesseract writes its remarks to /dev/null, and ends the process where it may not.
    files_confined = leave_files(reading=_readable(options), writing=[options.out_dir, Path("/dev/null")])
    with options.file.open("rb") as file:
        data = file.read(MAX_FILE_BYTES + 1)
        length = os.fstat(file.fileno()).st_size
    found = examiner.examine_file(
        data,
        length=length,
        name=options.name,
        kind=options.kind,
        out_dir=options.out_dir,
        skip=frozenset(options.skip),
        tessdata=options.tessdata,
        framings=framings_from(options.framing),
        tell=lambda line: _write(report, line),
    )
    whole = replace(
        found,
        seconds=round(time.monotonic() - started, 3),
        peak_mb=own_memory.peak_mb(),
        network_isolated=network_isolated,
        files_confined=files_confined,
    )
    _write(report, {"examination": whole.as_json()})
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="examine", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("out_dir", type=Path)
    parser.add_argument("--name", required=True)
    parser.add_argument("--kind")
    parser.add_argument("--tessdata", type=Path, help="folder of the language data to read text with")
    parser.add_argument("--framing", default="", help="which pages are turned or cut by hand (framing.as_text)")
    parser.add_argument("--skip", action="append", default=[], help="check that killed an earlier child")
    return parser.parse_args(arguments)


def _report_channel() -> int:
    """Keeps standard output for the report, so that what libraries print there goes to standard error."""
    report = os.dup(1)
    os.dup2(2, 1)
    return report


def _write(report: int, line: dict[str, object]) -> None:
    os.write(report, (json.dumps(line, ensure_ascii=False) + "\n").encode())


def _readable(options: argparse.Namespace) -> list[Path]:
    """What the child may read: the file, the language data, and what it is made of."""
    return [options.file, *([options.tessdata] if options.tessdata else []), *library_paths()]


def library_paths() -> list[Path]:
    """What the interpreter may still have to load: itself, installed packages, this application, system libraries."""
    found = [PROJECT / "applications", Path(sys.prefix) / "lib", Path(sys.base_prefix) / "lib"]
    system = ("/lib", "/lib64", "/usr/lib", "/usr/local/lib", "/etc/ld.so.cache", "/dev/null", "/dev/urandom")
    return found + [Path(path) for path in system]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
