"""Rules that an overlay brings along: a Python file that declares them with @rule and route().

The file is the user's own program and is run as such; only what it declares is kept apart from every other law.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from rules.logic import Finding
from rules.overlay.tables import OverlayError
from rules.parameters import Parameter, using
from rules.rule import Book, Check, LawError, writing

if TYPE_CHECKING:
    from rules.case import Case


def declared(path: Path, numbers: Mapping[str, Parameter]) -> tuple[bytes, Book]:
    """Run the file; its bytes and what it declared. OverlayError where it cannot be read or fails."""
    try:
        source = path.read_bytes()
    except (OSError, ValueError) as error:
        raise OverlayError(f"the module {path} cannot be read: {getattr(error, 'strerror', error)}") from error
    book, module = Book(), ModuleType(f"rules_overlay_{path.stem}")
    module.__file__ = str(path)
    before = sys.modules.get(module.__name__)
    # Dataclasses look their module up by name while they are made.
    sys.modules[module.__name__] = module
    try:
        with writing(book), using(numbers):
            exec(compile(source, str(path), "exec"), module.__dict__)  # noqa: S102 - the user's own program
    except Exception as error:
        raise OverlayError(f"the module {path} failed: {type(error).__name__}: {error}") from error
    finally:
        if before is None:
            del sys.modules[module.__name__]
        else:
            sys.modules[module.__name__] = before
    if not book.rules and not book.routes:
        raise OverlayError(f"the module {path} declares neither a rule nor a route")
    for condition, wordings in book.conditions.items():
        book.conditions[condition] = [replace(each, check=_guarded(condition, each.check)) for each in wordings]
    return source, book


def _guarded(condition: str, check: Check) -> Check:
    """The check, whose own mistakes are told as a fault of the law, with the name of the rule."""

    @wraps(check)
    def asked(case: Case) -> Finding:
        try:
            found: object = check(case)
        except Exception as error:
            raise LawError(f"the rule {condition} failed: {type(error).__name__}: {error}") from error
        if not isinstance(found, Finding):
            raise LawError(f"the rule {condition} answered {type(found).__name__}, not a Finding")
        return found

    return asked
