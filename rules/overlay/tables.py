"""Reading what a TOML table says, with one clear sentence where it says something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date


class OverlayError(ValueError):
    """An overlay says what cannot be; the message is one sentence and names the place."""


def table(value: object, where: str, keys: Sequence[str] | None = None) -> Mapping[str, object]:
    """A table with no keys but these."""
    if not isinstance(value, Mapping):
        raise OverlayError(f"{where} must be a table")
    for key in value:
        if keys is not None and key not in keys:
            raise OverlayError(f"{where}: {key!r} is not known here; known are {', '.join(keys)}")
    return value


def text(value: object, where: str) -> str:
    """Words, not empty."""
    if not isinstance(value, str) or not value.strip():
        raise OverlayError(f"{where} must be text")
    return value


def words(value: object, where: str, *, empty: bool = False) -> tuple[str, ...]:
    """A list of texts."""
    if isinstance(value, str) or not isinstance(value, Sequence) or not (value or empty):
        raise OverlayError(f"{where} must be a list of texts")
    return tuple(text(item, where) for item in value)


def day_of(value: object, where: str) -> date:
    """A date without a time."""
    if type(value) is not date:
        raise OverlayError(f"{where} must be a date such as 2026-01-01")
    return value
