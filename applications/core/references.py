"""Case references: short, safe to read aloud, with a check character.

``HN-26-7K3F-9Q2X``: year of the start, seven random characters, one check character. The alphabet
leaves out what is misread or misheard (0 O 1 I L U V). The check character is a sum weighted by place, modulo the
prime 29: it notices every single wrong character and every swap of two of them.
"""

import secrets
from datetime import date

ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ"
PREFIX = "HN"
RANDOM_LENGTH = 7


def new_reference(on: date) -> str:
    """Return a fresh reference for a case started on ``on``."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_LENGTH))
    return written(f"{on:%y}", body + check_character(f"{on:%y}" + body))


def written(year: str, characters: str) -> str:
    """Return the reference as people see it: two groups of four after the year."""
    return f"{PREFIX}-{year}-{characters[:4]}-{characters[4:]}"


def check_character(text: str) -> str:
    """Return the check character of year digits and body (digits 0 and 1 of a year count as 27, 28)."""
    total = sum((place + 1) * value_of(character) for place, character in enumerate(reversed(text), start=1))
    return ALPHABET[total % len(ALPHABET)]


def value_of(character: str) -> int:
    """Return the weight of a character; years may hold 0 and 1, which no body does."""
    return {"0": 27, "1": 28}.get(character, ALPHABET.find(character))


def normalised(text: str) -> str | None:
    """Return the written form of a reference typed by hand, or None where it cannot be one.

    Case, spaces and dashes do not matter; a wrong character is noticed by the check character.
    """
    plain = "".join(character for character in text.upper() if character.isalnum())
    if len(plain) != len(PREFIX) + 2 + RANDOM_LENGTH + 1 or not plain.startswith(PREFIX):
        return None
    year, characters = plain[2:4], plain[4:]
    if not year.isdigit() or any(character not in ALPHABET for character in characters):
        return None
    return written(year, characters) if check_character(year + characters[:-1]) == characters[-1] else None
