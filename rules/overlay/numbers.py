"""The numbers and turning days of an overlay: new dated values beside or instead of those below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from rules.overlay.tables import OverlayError, day_of, table, text
from rules.parameters import Parameter, Value

# Far above any number of the law; a larger one is a slip of the pen, and dates could not be counted with it.
_LARGEST: Final = 100_000
_VALUE: Final = ("from", "value", "cite")


def parameters(below: Mapping[str, Parameter], said: Mapping[str, object], cite: str) -> dict[str, Parameter]:
    """All parameters of the law, those that the overlay names changed. `cite` is said where a value cites nothing."""
    changed = dict(below)
    for name, content in said.items():
        where = f"parameters.{name}"
        old = below.get(name)
        given = table(content, where, ("title", "unit", "value", "values", "cite"))
        if old is None:
            changed[name] = _new(name, given, where, cite)
        elif ("value" in given) == ("values" in given):
            raise OverlayError(f"{where} needs either `value`, for every day, or `values` with their days")
        elif "value" in given:
            first = old.values[0]
            changed[name] = replace(old, values=(_value(old, {**given, "from": first.since}, where, cite),))
        else:
            changed[name] = replace(old, values=_dated(old, old.values, given, where, cite))
    return changed


def _new(name: str, given: Mapping[str, object], where: str, cite: str) -> Parameter:
    if "title" not in given or "unit" not in given or "values" not in given:
        raise OverlayError(f"{where}: there is no such parameter, and a new one needs `title`, `unit` and `values`")
    empty = Parameter(name, text(given["title"], f"{where}.title"), text(given["unit"], f"{where}.unit"), ())
    return replace(empty, values=_dated(empty, (), given, where, cite))


def _dated(
    old: Parameter, values: tuple[Value, ...], given: Mapping[str, object], where: str, cite: str
) -> tuple[Value, ...]:
    """The values below, each new one in the place of one from the same day."""
    rows = given["values"]
    if not isinstance(rows, list) or not rows:
        raise OverlayError(f"{where}.values must be a list of tables")
    by_day = {value.since: value for value in values}
    for place, row in enumerate(rows):
        here = f"{where}.values.{place}"
        new = _value(old, table(row, here, _VALUE), here, cite)
        by_day[new.since] = new
    return tuple(by_day[day] for day in sorted(by_day))


def _value(old: Parameter, given: Mapping[str, object], where: str, cite: str) -> Value:
    if "from" not in given or "value" not in given:
        raise OverlayError(f"{where} needs `from` and `value`")
    since = day_of(given["from"], f"{where}.from")
    value = given["value"]
    if old.unit == "day":
        value = day_of(value, f"{where}.value")
    elif type(value) is not int or not 0 <= value <= _LARGEST:
        raise OverlayError(f"{where}.value must be a whole number from 0 to {_LARGEST}")
    said = text(given.get("cite", cite), f"{where}.cite")
    return Value(since, value, said, "overlay", date.min, "overlay")
