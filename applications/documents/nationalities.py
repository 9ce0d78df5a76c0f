"""Codes of nationality as answers, registers and zones write them, brought to one form."""

from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global

ZONE_ALPHA_2: Final = {"D": "DE", "GBD": "GB", "GBN": "GB", "GBO": "GB", "GBP": "GB", "GBS": "GB", "RKS": "XK"}


@cache
def alpha_2(code: str) -> str:
    """The two-letter code of ISO 3166 for a code of two or three letters or of a zone; the code itself if it has none."""
    upper = code.upper()
    known = ZONE_ALPHA_2.get(upper)
    if known:
        return known
    aliases = get_global("territory_aliases").get(upper, ())
    return aliases[0] if len(upper) == 3 and len(aliases) == 1 else upper  # noqa: PLR2004 - the longer code


def country(code: str, language: str) -> str:
    """The name of the state in "hu" or "en" for a code of a zone; the code itself where it is no state's."""
    return str(Locale(language).territories.get(alpha_2(code), code))
