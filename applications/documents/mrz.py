"""Machine-readable zones by ICAO Doc 9303 (parts 3 to 6): check digits, the three formats, and the repair of reading
errors that a field's own alphabet makes plain. Pure on text; the pixels are read elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import Final, NamedTuple

from applications.documents.states import STATES

FILLER: Final = "<"
WEIGHTS: Final = (7, 3, 1)

TO_DIGIT: Final = str.maketrans("OQDILZSBGTA", "00011258674")
TO_LETTER: Final = str.maketrans("01258604", "OIZSBGOA")
CONFUSED: Final = ("0O", "1I", "2Z", "5S", "8B", "6G", "0D", "0Q", "1L")
"""Pairs of a digit and a letter that readers take for each other, the commonest first."""

DIGITS_OF: Final = {"T": "71"}
"""Letters that readers see in place of more than one digit."""

MAX_REPAIRS: Final = 2


class Field(NamedTuple):
    """Where a field stands: line and columns from 0 (end excluded), the column of its check digit, its alphabet."""

    name: str
    line: int
    start: int
    end: int
    digit_at: int | None = None
    alphabet: str = "mixed"


@dataclass(frozen=True, slots=True)
class Format:
    """One of the three formats: lines × columns, its fields, and what the composite check digit covers."""

    name: str
    lines: int
    columns: int
    fields: tuple[Field, ...]
    composite: tuple[tuple[int, int, int], ...]
    composite_line: int


TD1: Final = Format(
    "TD1",
    3,
    30,
    (
        Field("document_code", 0, 0, 2, alphabet="letters"),
        Field("issuing_state", 0, 2, 5, alphabet="letters"),
        Field("document_number", 0, 5, 14, 14),
        Field("optional", 0, 15, 30),
        Field("born_on", 1, 0, 6, 6, "digits"),
        Field("sex", 1, 7, 8, alphabet="letters"),
        Field("expires_on", 1, 8, 14, 14, "digits"),
        Field("nationality", 1, 15, 18, alphabet="letters"),
        Field("names", 2, 0, 30, alphabet="letters"),
    ),
    ((0, 5, 30), (1, 0, 7), (1, 8, 15), (1, 18, 29)),
    1,
)
TD2: Final = Format(
    "TD2",
    2,
    36,
    (
        Field("document_code", 0, 0, 2, alphabet="letters"),
        Field("issuing_state", 0, 2, 5, alphabet="letters"),
        Field("names", 0, 5, 36, alphabet="letters"),
        Field("document_number", 1, 0, 9, 9),
        Field("nationality", 1, 10, 13, alphabet="letters"),
        Field("born_on", 1, 13, 19, 19, "digits"),
        Field("sex", 1, 20, 21, alphabet="letters"),
        Field("expires_on", 1, 21, 27, 27, "digits"),
        Field("optional", 1, 28, 35),
    ),
    ((1, 0, 10), (1, 13, 20), (1, 21, 35)),
    1,
)
TD3: Final = Format(
    "TD3",
    2,
    44,
    (
        Field("document_code", 0, 0, 2, alphabet="letters"),
        Field("issuing_state", 0, 2, 5, alphabet="letters"),
        Field("names", 0, 5, 44, alphabet="letters"),
        Field("document_number", 1, 0, 9, 9),
        Field("nationality", 1, 10, 13, alphabet="letters"),
        Field("born_on", 1, 13, 19, 19, "digits"),
        Field("sex", 1, 20, 21, alphabet="letters"),
        Field("expires_on", 1, 21, 27, 27, "digits"),
        Field("optional", 1, 28, 42, 42),
    ),
    ((1, 0, 10), (1, 13, 20), (1, 21, 43)),
    1,
)
FORMATS: Final = (TD3, TD2, TD1)

PADDED: Final = 3
"""Fillers behind which a letter alone at the end of optional data is noise: these are padded to their end (9303-5, 4.2.2)."""

MAX_LENGTH_FAULT: Final = 3
"""Characters by which a read line may be too long or too short and still be mended at its fillers."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A parsed zone: its lines after repair, fields by name, and the names of what does not hold (empty: all holds).

    `mended` counts the letters by which its lines were read too long or too short, and those swapped for a check digit.
    """

    format: str
    lines: tuple[str, ...]
    fields: dict[str, str]
    faults: tuple[str, ...]
    mended: int = 0


def check_digit(text: str) -> str:
    """The check digit of a text of the zone's alphabet (9303-3, 4.9): weights 7, 3, 1, modulo 10."""
    return str(sum(_value(letter) * WEIGHTS[at % 3] for at, letter in enumerate(text)) % 10)


def _value(letter: str) -> int:
    if letter == FILLER:
        return 0
    return int(letter, 36)


def parse(read: Sequence[str]) -> Zone | None:
    """The zone in some lines of read text; None where they have the shape of none of the three formats.

    Of several shapes that fit, the one with the fewest faults, then the fewest letters mended.
    """
    lines = [line for line in (_cleaned(text) for text in read) if line]
    zones = [zone for form in FORMATS for zone in _zones(form, lines)]
    return min(zones, key=lambda zone: (len(zone.faults), zone.mended), default=None)


def _cleaned(text: str) -> str:
    return re.sub(r"[^A-Z0-9<]", "", text.upper().replace("«", "<<"))


def _zones(form: Format, lines: Sequence[str]) -> Iterator[Zone]:
    """Every run of neighbouring lines that can be brought to the format's shape, as a zone."""
    for first in range(len(lines) - form.lines + 1):
        fitted = [_fitted(line, form, number) for number, line in enumerate(lines[first : first + form.lines])]
        whole = [line for line in fitted if line is not None]
        if len(whole) == form.lines:
            read = lines[first : first + form.lines]
            yield _zone(form, whole, mended=sum(abs(len(line) - form.columns) for line in read))


def _fitted(line: str, form: Format, number: int) -> str | None:
    """The line at the format's length: fillers are added or taken away where there are most; None if too far off."""
    missing = form.columns - len(line)
    if missing == 0:
        return line
    is_names = any(field.name == "names" and field.line == number for field in form.fields)
    if is_names and FILLER in line and line[-1] == FILLER:
        return line.ljust(form.columns, FILLER) if missing > 0 else _shortened(line, -missing)
    if abs(missing) > MAX_LENGTH_FAULT:
        return None
    runs = sorted(re.finditer(r"<{2,}", line), key=lambda run: run.end() - run.start())
    if not runs:
        return None
    longest = runs[-1]
    if missing > 0:
        return line[: longest.end()] + FILLER * missing + line[longest.end() :]
    return line[: longest.end() + missing] + line[longest.end() :] if len(longest[0]) > -missing else None


def _shortened(line: str, surplus: int) -> str | None:
    return line[:-surplus] if line.endswith(FILLER * surplus) else None


def _zone(form: Format, lines: Sequence[str], *, mended: int) -> Zone:
    rows = [list(line) for line in lines]
    for field in form.fields:
        _repair_by_alphabet(rows[field.line], field)
        if field.name == "optional":
            _repair_padding(rows[field.line], field.end - 1)
    composite_at = form.columns - 1
    rows[form.composite_line][composite_at] = rows[form.composite_line][composite_at].translate(TO_DIGIT)
    as_read = [list(row) for row in rows]
    for field in form.fields:
        if field.digit_at is not None and field.alphabet == "mixed":
            _repair_by_digit(rows[field.line], field, lines[field.line][field.digit_at])
    mended += sum(
        one != other for row, read in zip(rows, as_read, strict=True) for one, other in zip(row, read, strict=True)
    )
    repaired = tuple("".join(row) for row in rows)
    return Zone(form.name, repaired, _values(form, repaired), tuple(_faults(form, repaired)), mended)


def _repair_by_alphabet(row: list[str], field: Field) -> None:
    """Letters where only letters may stand, digits where only digits may (9303-3, 4.3)."""
    if field.alphabet == "letters":
        row[field.start : field.end] = "".join(row[field.start : field.end]).translate(TO_LETTER)
    elif field.alphabet == "digits":
        row[field.start : field.end] = "".join(row[field.start : field.end]).translate(TO_DIGIT)
    if field.digit_at is not None:
        row[field.digit_at] = row[field.digit_at].translate(TO_DIGIT)


def _repair_padding(row: list[str], last: int) -> None:
    """A filler at the last place of optional data, where fillers stand before it."""
    if row[last - PADDED : last] == [FILLER] * PADDED:
        row[last] = FILLER


def _repair_by_digit(row: list[str], field: Field, printed: str) -> None:
    """Where a number fails its check digit, swaps the fewest look-alikes that make it hold.

    Of several ways the one whose letters are the most easily confused; where that is not one, none. The check digit as
    it was printed may itself stand for two digits.
    """
    if field.digit_at is None or row[field.digit_at] == FILLER:
        return
    text = "".join(row[field.start : field.end])
    for swaps in range(MAX_REPAIRS + 1):
        holding = {
            (other, digit): rank
            for digit in DIGITS_OF.get(printed, row[field.digit_at])
            for rank, other in _swapped(text, swaps)
            if check_digit(other) == digit
        }
        if holding:
            likeliest = [pair for pair, rank in holding.items() if rank == min(holding.values())]
            if len(likeliest) == 1:
                row[field.start : field.end], row[field.digit_at] = likeliest[0]
            return


def _swapped(text: str, swaps: int) -> Iterator[tuple[int, str]]:
    """The text with so many look-alikes swapped, and how unlikely the swap is (the sum of places in CONFUSED)."""
    alternatives = {
        at: [(rank, pair.replace(letter, "")) for rank, pair in enumerate(CONFUSED) if letter in pair]
        for at, letter in enumerate(text)
        if any(letter in pair for pair in CONFUSED)
    }
    for places in combinations(alternatives, swaps):
        for chosen in product(*(alternatives[at] for at in places)):
            letters = list(text)
            for at, (_, letter) in zip(places, chosen, strict=True):
                letters[at] = letter
            yield sum(rank for rank, _ in chosen), "".join(letters)


def _values(form: Format, lines: Sequence[str]) -> dict[str, str]:
    values = {
        field.name: lines[field.line][field.start : field.end].strip(FILLER).replace(FILLER, " ")
        for field in form.fields
    }
    names = next(field for field in form.fields if field.name == "names")
    del values["names"]
    # After the given names only fillers follow; what a reader saw among them is noise.
    family, _, rest = lines[names.line][names.start : names.end].partition(FILLER * 2)
    values["family_names"] = family.strip(FILLER).replace(FILLER, " ")
    values["given_names"] = rest.partition(FILLER * 2)[0].strip(FILLER).replace(FILLER, " ")
    values["document_number"] = _document_number(form, lines)
    return values


def _document_number(form: Format, lines: Sequence[str]) -> str:
    """The number; on TD1 one longer than nine characters goes on in the optional data (9303-5, 4.2.2)."""
    number = next(field for field in form.fields if field.name == "document_number")
    line = lines[number.line]
    text = line[number.start : number.end]
    if form is TD1 and line[14] == FILLER and FILLER not in text:
        text += line[15:30].partition(FILLER)[0][:-1]
    return text.strip(FILLER)


def _faults(form: Format, lines: Sequence[str]) -> Iterator[str]:
    """The names of fields whose check digit, code or date does not hold."""
    for field in form.fields:
        if field.digit_at is not None and not _holds(form, field, lines):
            yield field.name
    covered = "".join(lines[line][start:end] for line, start, end in form.composite)
    if check_digit(covered) != lines[form.composite_line][form.columns - 1]:
        yield "composite"
    values = _values(form, lines)
    yield from (name for name in ("issuing_state", "nationality") if values[name] not in STATES)
    if values["sex"] not in ("M", "F", "X", ""):
        yield "sex"
    if not values["family_names"] or not re.fullmatch(r"[A-Z ]+", values["family_names"] + values["given_names"]):
        yield "names"
    yield from (f"{name}_date" for name in ("born_on", "expires_on") if not _is_date(values[name]))


def _holds(form: Format, field: Field, lines: Sequence[str]) -> bool:
    line = lines[field.line]
    digit = line[field.digit_at] if field.digit_at is not None else ""
    text = line[field.start : field.end]
    if field.name == "document_number" and form is TD1 and digit == FILLER:
        more = line[15:30].partition(FILLER)[0]
        return len(more) > 1 and check_digit(text + FILLER + more[:-1]) == more[-1]
    if field.name == "optional" and not text.strip(FILLER):
        return digit in (FILLER, "0")
    return check_digit(text) == digit


def day_of_expiry(printed: str, on: date) -> str:
    """Return the day a document expires, in ISO 8601, from the six digits of its zone; "" where they are not six digits.

    A zone has no century: documents expire in the one of the day ``on``.
    """
    if not re.fullmatch(r"\d{6}", printed):
        return ""
    return f"{on.year // 100}{printed[0:2]}-{printed[2:4]}-{printed[4:6]}"


def _is_date(text: str) -> bool:
    """Six digits that can be a day; parts that are not known may be fillers (9303-3, 4.8)."""
    if not re.fullmatch(r"(\d\d| *){3}", text):
        return False
    year_month_day = text.ljust(6)
    month, day = year_month_day[2:4].strip(), year_month_day[4:6].strip()
    return (not month or 1 <= int(month) <= 12) and (not day or 1 <= int(day) <= 31)  # noqa: PLR2004 - the calendar
