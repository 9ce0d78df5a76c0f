"""Checks files as an upload would be checked, without a database: text for people, or one JSON line a file."""

import json
import os
import tempfile
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from applications.core import clock
from applications.documents import check, kinds, sandbox
from applications.documents.examination import Examination
from applications.documents.kind_names import NAMES
from applications.documents.verdict import Outcome, Verdict

UNKNOWN: Final = ("ismeretlen fajta", "no kind recognised")
SEEN: Final = {
    "hu": "olvasva: {kind} ({language}, {words} szó)",
    "en": "read: {kind} ({language}, {words} words)",
}
TITLES: Final = {
    Outcome.ACCEPT: {"hu": "rendben", "en": "accept"},
    Outcome.REVIEW: {"hu": "ügyintéző megnézi", "en": "review"},
    Outcome.REJECT: {"hu": "nem fogadható el", "en": "reject"},
    Outcome.NOT_CHECKED: {"hu": "nem ellenőrzött", "en": "not checked"},
}


@dataclass(frozen=True)
class Checked:
    """A file with its examination, and all verdicts with those of the paper that it alone would make."""

    path: Path
    examination: Examination
    verdicts: tuple[Verdict, ...]

    @property
    def findings(self) -> list[Verdict]:
        """What there is to say: everything but that a check was passed."""
        return [verdict for verdict in self.verdicts if not verdict.code.endswith("-ok")]


class Command(BaseCommand):
    """`manage.py check_document [--kind KIND] [--json] FILE…`."""

    help = "Check documents: true type, safe, readable, sharp, what they say; with --kind also whether they are it."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declares files and options."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--kind", choices=sorted(kinds.KIND), help="what the paper is said to be")
        parser.add_argument("--json", action="store_true", help="one JSON object a line for each file")
        parser.add_argument("--language", choices=["hu", "en"], default=settings.LANGUAGE_CODE[:2])

    def handle(self, *, files: list[Path], kind: str | None, language: str, **options: object) -> None:
        """Prints a verdict for each file; CommandError (exit status 1) where one could not be given."""
        failed = 0
        write = _as_json if options["json"] else _as_text
        for path in files:
            try:
                self.stdout.write(write(checked(path, kind), language))
            except OSError as error:
                self.stderr.write(f"{_printable(path)}: {error.strerror or 'not a file'}")
                failed += 1
        if failed:
            raise CommandError(f"{failed} of {len(files)} files could not be read.")


def checked(path: Path, kind: str | None) -> Checked:
    """Checks one file; OSError where there is none or it cannot be read."""
    with tempfile.TemporaryDirectory(prefix="check-") as folder:
        examination = sandbox.examine(path, file_name=path.name, out_dir=Path(folder), kind=kind)
    verdicts = list(examination.verdicts)
    if kind and examination.pages:
        paper = check.ComparedPaper(path.name, kind, (), (examination,))
        verdicts += check.run_comparisons(paper, [], check.ExpectedPerson(), clock.today())
    return Checked(path, examination, tuple(verdicts))


def _as_json(found: Checked, language: str) -> str:
    """One line of ASCII, which every standard output takes and every reader of JSON understands, whatever the file's name."""
    return json.dumps(
        {
            "file": str(found.path),
            "type": found.examination.true_type,
            "verdict": check.outcome(found.verdicts).value,
            "findings": [
                {
                    "code": verdict.code,
                    "outcome": verdict.outcome.value,
                    "message": check.render(verdict.code, verdict.args, language),
                }
                for verdict in found.findings
            ],
            "seconds": found.examination.seconds,
            "peak_mb": found.examination.peak_mb,
        }
    )


def _printable(path: Path) -> str:
    """A path for people; bytes of a name that are no text are shown as marks of what is missing."""
    return os.fsencode(path).decode(errors="replace")


def _as_text(found: Checked, language: str) -> str:
    examination = found.examination
    head = (
        f"{_printable(found.path)}: {TITLES[check.outcome(found.verdicts)][language]}  "
        f"[{examination.true_type}, {len(examination.pages)} p., {examination.seconds:.2f} s, {examination.peak_mb:.0f} MB]"
    )
    lines = [
        f"  {TITLES[verdict.outcome][language]}: {check.render(verdict.code, verdict.args, language)}"
        for verdict in found.findings
    ]
    return "\n".join([head, *_read(examination, language), *lines])


def _read(examination: Examination, language: str) -> list[str]:
    """What was recognised and read, a line each; nothing where no text was read."""
    if not examination.words:
        return []
    names = NAMES.get(examination.recognised, UNKNOWN)
    kind = names[0] if language == "hu" else names[1]
    title = SEEN[language].format(kind=kind, language=examination.language, words=len(examination.words))
    printed = [
        f"    {field.name}: {field.value}" + (f"  [{field.printed}]" if field.printed != field.value else "")
        for field in examination.fields
    ]
    return [f"  {title}", *printed]
