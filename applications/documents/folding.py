# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Printed text brought to a form in which it can be searched: no accents, no case, no punctuation, common slips undone."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

LETTERS: Final = str.maketrans(
    {"đ": "d", "ð": "d", "ł": "l", "ß": "ss", "ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "ѕ": "s", "ё": "е", "ґ": "г"}
)
OTHER: Final = re.compile(r"[^0-9a-zа-яєіїђјљњћџ№]+")


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The letters and digits of a text in lower case without accents; everything else is left out."""
    # Accents come apart from their letters and go with all other signs.
    apart = unicodedata.normalize("NFKD", text.lower().replace("№", "№ "))
    return OTHER.sub("", apart.translate(LETTERS))


def tokens(text: str) -> list[str]:
    """The words of a text, each folded; words of punctuation alone are left out."""
    return [word for word in (folded(part) for part in re.split(r"[\s/]+", text)) if word]
