"""Finds words that nobody has translated, and words of the code that no catalogue knows.

    python -m tests.translations     prints what is missing and fails

Finding new words takes xgettext (the package gettext); everything else is read off the catalogues.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

REPOSITORY = Path(__file__).resolve().parent.parent
SOURCES = ("manage.py", "portal", "applications", "rules", "templates", "static", "locale", "pyproject.toml")
# The words of `rules` are message ids in a catalogue of their own, which tests/law keeps complete.
ELSEWHERE = ("rules/*",)


def unfinished(catalogue: Path) -> list[str]:
    """Return a line for each entry that is untranslated, half translated or fuzzy.

    English is what the code says in the domain django, so that its catalogue there may be empty.
    """
    speaks_for_itself = catalogue.parts[-3:] == ("en", "LC_MESSAGES", "django.po")
    lines = []
    for entry in polib.pofile(str(catalogue)):
        if entry.obsolete:
            continue
        texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
        if entry.fuzzy or (not all(texts) and not speaks_for_itself):
            lines.append(f"{catalogue.relative_to(REPOSITORY)}: {entry.msgid!r}")
    return lines


def known(catalogue: Path) -> set[tuple[str, str]]:
    """Return the entries in use, as (context, words)."""
    return {(entry.msgctxt or "", entry.msgid) for entry in polib.pofile(str(catalogue)) if not entry.obsolete}


def unknown(language: str = "hu") -> list[str]:
    """Return a line for each word of code and templates that the catalogue lacks, or has in vain."""
    ours = REPOSITORY / "locale" / language / "LC_MESSAGES" / "django.po"
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for source in SOURCES:
            target = copy / source
            if (REPOSITORY / source).is_dir():
                shutil.copytree(REPOSITORY / source, target, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
            else:
                shutil.copy(REPOSITORY / source, target)
        ignored = [part for pattern in ELSEWHERE for part in ("--ignore", pattern)]
        subprocess.run(
            [sys.executable, "manage.py", "makemessages", "--locale", language, *ignored], cwd=copy, check=True
        )
        found = known(copy / "locale" / language / "LC_MESSAGES" / "django.po")
    have = known(ours)
    return [f"not in {ours.relative_to(REPOSITORY)}: {words!r}" for _context, words in sorted(found - have)] + [
        f"no longer said, in {ours.relative_to(REPOSITORY)}: {words!r}" for _context, words in sorted(have - found)
    ]


def main() -> None:
    """Print what is missing; exit 1 where anything is, or where xgettext cannot be run."""
    if not shutil.which("xgettext"):
        sys.exit("Finding new words takes xgettext: install gettext (Debian, Ubuntu: apt-get install gettext).")
    catalogues = sorted((REPOSITORY / "locale").glob("*/LC_MESSAGES/*.po"))
    problems = [line for catalogue in catalogues for line in unfinished(catalogue)] + unknown()
    for line in problems:
        print(line)  # noqa: T201
    sys.exit(f"{len(problems)} words are not in order.") if problems else print("Every word is translated.")  # noqa: T201


if __name__ == "__main__":
    main()
