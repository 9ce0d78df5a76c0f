"""The numbers and turning days of the law, read once from parameters.toml.

Rules ask for them by name only. Which table answers is set for the time of one assessment (`using`), in a context
variable: two laws asked in turn or in two threads never see each other's numbers.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

SOURCE: Final = Path(__file__).with_name("parameters.toml")


class NoValueError(LookupError):
    """A number was asked for on a day before its first value."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a parameter: as printed, from which day, by which section, and what it was compared with when."""

    since: date
    value: int | date
    cite: str
    source: str
    checked_on: date
    confidence: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A dated number of the law."""

    name: str
    title: str
    unit: str
    values: tuple[Value, ...]

    def at(self, day: date) -> Value:
        """The value in force that day. NoValueError before the first one."""
        for value in reversed(self.values):
            if value.since <= day:
                return value
        raise NoValueError(f"{self.name} has no value on {day}")


def _load() -> dict[str, Parameter]:
    with SOURCE.open("rb") as file:
        tables = tomllib.load(file)
    return {
        name: Parameter(
            name,
            table["title"],
            table["unit"],
            tuple(
                Value(row["from"], row["value"], row["cite"], row["source"], row["checked_on"], row["confidence"])
                for row in sorted(table["values"], key=lambda row: row["from"])
            ),
        )
        for name, table in tables.items()
    }


PARAMETERS: Final = _load()
_IN_FORCE: Final[ContextVar[Mapping[str, Parameter]]] = ContextVar("parameters in force", default=PARAMETERS)


class using:  # noqa: N801 - a block, read as a word
    """Within this block, and only here, the numbers of the law come from this table."""

    __slots__ = ("_parameters", "_token")

    def __init__(self, parameters: Mapping[str, Parameter]) -> None:
        self._parameters = parameters

    def __enter__(self) -> None:
        self._token = _IN_FORCE.set(self._parameters)

    def __exit__(self, *raised: object) -> None:
        _IN_FORCE.reset(self._token)


def number(name: str, day: date) -> int:
    """A number of the law on a day. LookupError where there was none yet."""
    value = _IN_FORCE.get()[name].at(day).value
    if not isinstance(value, int):
        raise TypeError(f"{name} is a day, not a number")
    return value


def turning_day(name: str) -> date:
    """A day on which the law changed, or on which something ended."""
    value = _IN_FORCE.get()[name].values[-1].value
    if not isinstance(value, date):
        raise TypeError(f"{name} is a number, not a day")
    return value
