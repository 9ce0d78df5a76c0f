"""The world's countries by their names in the reader's language, in that language's order."""

from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language

from portal.public.markup import options

NOT_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
HUNGARIAN_LETTERS = (
    ("á", "a"),
    ("é", "e"),
    ("í", "i"),
    ("ó", "o"),
    ("ő", "o~"),
    ("ö", "o~"),
    ("ú", "u"),
    ("ű", "u~"),
    ("ü", "u~"),
    ("cs", "c~"),
    ("dz", "d~"),
    ("gy", "g~"),
    ("ly", "l~"),
    ("ny", "n~"),
    ("sz", "s~"),
    ("ty", "t~"),
    ("zs", "z~"),
)


def order(name: str, language: str) -> str:
    """Return a key that sorts ``name`` as ``language`` does: in Hungarian cs follows c, and ö follows o."""
    key = name.casefold()
    for letter, stands in HUNGARIAN_LETTERS if language == "hu" else ():
        key = key.replace(letter, stands)
    return key


@lru_cache(maxsize=8)
def names_in(language: str) -> dict[str, str]:
    """Return the countries' names in ``language`` by ISO 3166-1 alpha-2 code, in reading order."""
    territories = Locale(language).territories
    countries = {
        code: str(name)
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES  # noqa: PLR2004 - alpha-2
    }
    return dict(sorted(countries.items(), key=lambda pair: order(pair[1], language)))


def country_choices() -> list[tuple[str, str]]:
    """Return the choices of a country field in the active language, an empty one first."""
    return [("", ""), *names_in(reader_language()).items()]


@lru_cache(maxsize=8)
def country_options(language: str) -> str:
    """Return the ``<option>`` tags of all countries in ``language``, an empty one first, none selected."""
    return "".join(options([("", ""), *names_in(language).items()], []))


def country_name(code: str) -> str:
    """Return the name of the country ``code`` in the active language; an unknown code is returned as it is."""
    return names_in(reader_language()).get(code, code)


def reader_language() -> str:
    """Return the active language without its region: "hu" or "en"."""
    return (get_language() or "hu").split("-")[0]
