"""Another law from a small TOML file laid over the one of this package: docs/law-overlay.md says what may stand in it.

Nothing of the law below is changed: what comes out is a new `Law`.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from rules.law import BUILT_IN, Law
from rules.overlay.draft import Draft
from rules.overlay.module import declared
from rules.overlay.numbers import parameters
from rules.overlay.tables import OverlayError, table, text
from rules.rule import LawError

_KEYS: Final = ("title", "module", "parameters", "rules", "routes")


def read_law(file: str | Path, below: Law = BUILT_IN) -> Law:
    """The law of an overlay file. OverlayError, one sentence, where the file cannot be read or says what cannot be."""
    path = Path(file)
    try:
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        raise OverlayError(f"{path} cannot be read: {getattr(error, 'strerror', error)}") from error
    try:
        content = tomllib.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise OverlayError(f"{path} is not TOML: {error}") from error
    try:
        return _laid_over(below, content, path, raw)
    except LawError as error:
        raise OverlayError(f"{path}: {error}") from error


def _laid_over(below: Law, content: Mapping[str, object], path: Path, raw: bytes) -> Law:
    given = table(content, "the file", _KEYS)
    name = text(given["title"], "title") if "title" in given else path.stem
    numbers = parameters(below.parameters, table(given.get("parameters", {}), "parameters"), name)
    digest = hashlib.sha256(below.version.encode() + b"\0" + raw)
    draft = Draft({key: list(wordings) for key, wordings in below.conditions.items()}, dict(below.routes))
    if "module" in given:
        source, book = declared(path.parent / text(given["module"], "module"), numbers)
        digest.update(b"\0" + source)
        draft.add(book)
    for identity, said in table(given.get("rules", {}), "rules").items():
        for place, one in enumerate(said if isinstance(said, list) else [said]):
            draft.change_rule(identity, one, f"rules.{identity}" + (f".{place}" if isinstance(said, list) else ""))
    for identity, said in table(given.get("routes", {}), "routes").items():
        draft.change_route(identity, said, f"routes.{identity}")
    draft.check()
    return Law(draft.conditions, draft.routes, numbers, digest.hexdigest()[:12], name)


__all__ = ["OverlayError", "read_law"]
