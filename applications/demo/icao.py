"""Machine-readable zones written by ICAO Doc 9303: the writer of the demo room, which knows nothing of any reader.

Sizes: TD3 (passports) two lines of 44, TD2 two of 36, TD1 (cards) three of 30. Source: Doc 9303 part 3
(check digits, transliteration), part 4 (TD3), part 5 (TD1), part 6 (TD2).
"""

import unicodedata
from dataclasses import dataclass
from datetime import date

_WEIGHTS = (7, 3, 1)
_LETTERS = {
    "Ä": "AE", "Ö": "OE", "Ü": "UE", "Ő": "O", "Ű": "U", "ß": "SS", "Å": "AA", "Æ": "AE", "Ø": "OE", "Đ": "D",
    "Ł": "L", "Ñ": "N", "А": "A", "Б": "B", "В": "V", "Г": "H", "Ґ": "G", "Д": "D", "Е": "E", "Є": "IE", "Ж": "ZH",
    "З": "Z", "И": "Y", "І": "I", "Ї": "I", "Й": "I", "К": "K", "Л": "L", "М": "M", "Н": "N", "О": "O", "П": "P",
    "Р": "R", "С": "S", "Т": "T", "У": "U", "Ф": "F", "Х": "KH", "Ц": "TS", "Ч": "CH", "Ш": "SH", "Щ": "SHCH",
    "Ь": "", "Ю": "IU", "Я": "IA",
}  # fmt: skip


@dataclass(frozen=True)
class Holder:
    """What a zone says: ``issuer`` and ``nationality`` are ICAO's three-letter codes, ``sex`` 'F', 'M' or '<'."""

    family_name: str
    given_names: str
    number: str
    issuer: str
    nationality: str
    born_on: date
    sex: str
    expires_on: date
    personal_number: str = ""


def check_digit(text: str) -> str:
    """The check digit of ``text`` (Doc 9303 part 3, 4.9: weights 7, 3, 1; A = 10 … Z = 35; filler 0)."""
    total = 0
    for position, letter in enumerate(text):
        value = 0 if letter == "<" else int(letter, 36)
        total += value * _WEIGHTS[position % 3]
    return str(total % 10)


def transliterated(name: str) -> str:
    """``name`` in the letters of a zone, words joined by fillers."""
    spelt = []
    for letter in name.upper():
        if letter in _LETTERS:
            spelt.append(_LETTERS[letter])
            continue
        plain = unicodedata.normalize("NFD", letter)[0]
        spelt.append(plain if plain.isascii() and plain.isalnum() else "" if letter in "'’." else "<")
    return "".join(spelt)


def _names(holder: Holder, room: int) -> str:
    names = f"{transliterated(holder.family_name)}<<{transliterated(holder.given_names)}"
    return names[:room].ljust(room, "<")


def _day(day: date) -> str:
    return day.strftime("%y%m%d")


def td3(holder: Holder) -> tuple[str, str]:
    """The two lines of a passport."""
    number = holder.number.ljust(9, "<")
    personal = holder.personal_number.ljust(14, "<")
    own = check_digit(personal) if holder.personal_number else "<"
    born, expires = _day(holder.born_on), _day(holder.expires_on)
    parts = (number + check_digit(number), born + check_digit(born), expires + check_digit(expires), personal + own)
    second = f"{parts[0]}{holder.nationality}{parts[1]}{holder.sex}{parts[2]}{parts[3]}"
    return f"P<{holder.issuer}{_names(holder, 39)}", second + check_digit("".join(parts))


def td2(holder: Holder, kind: str = "ID") -> tuple[str, str]:
    """The two lines of a larger card."""
    number = holder.number.ljust(9, "<")
    optional = holder.personal_number[:7].ljust(7, "<")
    born, expires = _day(holder.born_on), _day(holder.expires_on)
    parts = (number + check_digit(number), born + check_digit(born), expires + check_digit(expires), optional)
    second = f"{parts[0]}{holder.nationality}{parts[1]}{holder.sex}{parts[2]}{parts[3]}"
    return f"{kind}{holder.issuer}{_names(holder, 31)}", second + check_digit("".join(parts))


def td1(holder: Holder, kind: str = "I<") -> tuple[str, str, str]:
    """The three lines of a card of credit-card size."""
    number = holder.number.ljust(9, "<")
    first_optional = holder.personal_number[:15].ljust(15, "<")
    born, expires = _day(holder.born_on), _day(holder.expires_on)
    head = number + check_digit(number) + first_optional
    second_optional = "<" * 11
    checked = head + born + check_digit(born) + expires + check_digit(expires) + second_optional
    second = (
        f"{born}{check_digit(born)}{holder.sex}{expires}{check_digit(expires)}"
        f"{holder.nationality}{second_optional}{check_digit(checked)}"
    )
    return f"{kind}{holder.issuer}{head}", second, _names(holder, 30)
