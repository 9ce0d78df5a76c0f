"""Dates in words, as registers of Hungary and Romania write them: ezerkilencszázharmincegy, una mie nouă sute treizeci."""

import re
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from applications.documents.folding import folded

HUNGARIAN_TENS: Final = {
    "": 0, "tiz": 10, "tizen": 10, "husz": 20, "huszon": 20, "harminc": 30, "negyven": 40, "otven": 50, "hatvan": 60,
    "hetven": 70, "nyolcvan": 80, "nyolczvan": 80, "kilencven": 90, "kilenczven": 90,
}  # fmt: skip
HUNGARIAN_ONES: Final = {
    "": 0, "egy": 1, "elso": 1, "elseje": 1, "elsej": 1, "ketto": 2, "ket": 2, "kettedik": 2, "masodik": 2, "harom": 3,
    "harmadik": 3, "negy": 4, "negyedik": 4, "ot": 5, "otodik": 5, "hat": 6, "hatodik": 6, "het": 7, "hetedik": 7,
    "nyolc": 8, "nyolcz": 8, "nyolcadik": 8, "nyolczadik": 8, "kilenc": 9, "kilencz": 9, "kilencedik": 9,
    "kilenczedik": 9,
}  # fmt: skip
HUNGARIAN_ROUND: Final = {"tizedik": 10, "huszadik": 20, "harmincadik": 30, "harminczadik": 30}
ROMANIAN: Final = {
    "una": 1, "unu": 1, "un": 1, "intai": 1, "doi": 2, "doua": 2, "trei": 3, "patru": 4, "cinci": 5, "sase": 6,
    "sapte": 7, "opt": 8, "noua": 9, "zece": 10, "unsprezece": 11, "doisprezece": 12, "douasprezece": 12,
    "treisprezece": 13, "paisprezece": 14, "cincisprezece": 15, "saisprezece": 16, "saptesprezece": 17,
    "optsprezece": 18, "nouasprezece": 19, "douazeci": 20, "treizeci": 30, "patruzeci": 40, "cincizeci": 50,
    "saizeci": 60, "saptezeci": 70, "optzeci": 80, "nouazeci": 90,
}  # fmt: skip
HUNGARIAN_MONTHS: Final = (
    "januar", "februar", "marcius", "aprilis", "majus", "junius", "julius", "augusztus", "szeptember", "oktober",
    "november", "december",
)  # fmt: skip
ROMANIAN_MONTHS: Final = (
    "ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august", "septembrie", "octombrie",
    "noiembrie", "decembrie",
)  # fmt: skip
LAST_DAY: Final = 31
YEARS: Final = range(1700, 2100)


class InWords(NamedTuple):
    """A date in words: ISO 8601 and where it stands in the text."""

    iso: str
    start: int
    end: int


@cache
def hungarian_number(word: str) -> int:
    """The number, from 1 to 2099, that a folded Hungarian word says; 0 where it says none."""
    if word in HUNGARIAN_ROUND:
        return HUNGARIAN_ROUND[word]
    thousands, rest = 0, word
    for prefix, amount in (("ketezer", 2000), ("ezer", 1000)):
        if word.startswith(prefix):
            thousands, rest = amount, word[len(prefix) :]
            break
    hundreds, parted, small = rest.partition("szaz")
    if parted and hundreds not in HUNGARIAN_ONES:
        return 0
    if not parted:
        hundreds, small = "", rest
    below = _hungarian_below_hundred(small)
    if below is None:
        return 0
    return thousands + (100 * max(1, HUNGARIAN_ONES[hundreds]) if parted else 0) + below


def _hungarian_below_hundred(word: str) -> int | None:
    for tens in sorted(HUNGARIAN_TENS, key=len, reverse=True):
        if word.startswith(tens) and word[len(tens) :] in HUNGARIAN_ONES:
            return HUNGARIAN_TENS[tens] + HUNGARIAN_ONES[word[len(tens) :]]
    return None


def romanian_number(words: list[str]) -> int:
    """The number that folded Romanian words say (una mie nouă sute treizeci și unu); 0 where they say none."""
    total = part = 0
    for word in words:
        if word in ("mie", "mii"):
            total, part = total + 1000 * max(1, part), 0
        elif word in ("suta", "sute"):
            total, part = total + 100 * max(1, part), 0
        elif word in ROMANIAN:
            part += ROMANIAN[word]
        elif word != "si":
            return 0
    return total + part


def number_in(text: str) -> InWords | None:
    """The first date of a text that is written in words, in Hungarian or Romanian; None where there is none."""
    places = [(folded(found[0]), found.start(), found.end()) for found in re.finditer(r"[^\W\d_]+", text)]
    words = [word for word, _, _ in places]
    for at, word in enumerate(words):
        found = _hungarian_date(words, at) if word in HUNGARIAN_MONTHS else _romanian_date(words, at)
        if found:
            iso, first, last = found
            return InWords(iso, places[first][1], places[last][2])
    return None


def _hungarian_date(words: list[str], at: int) -> tuple[str, int, int] | None:
    """Year … month … day around a Hungarian month: ezerkilencszázharmincegy év május hó negyedik napján."""
    years = [(hungarian_number(words[index]), index) for index in range(max(0, at - 3), at)]
    days = [(hungarian_number(_bare(words[index])), index) for index in range(at + 1, min(len(words), at + 3))]
    for year, first in years:
        for day, last in days:
            iso = _iso(year, HUNGARIAN_MONTHS.index(words[at]) + 1, day)
            if iso:
                return iso, first, last
    return None


def _bare(word: str) -> str:
    """A day without its ending: negyedikén, negyedikére."""
    return re.sub(r"(iken|ikan|ikere|en|an)$", lambda end: "ik" if end[0].startswith("ik") else "", word)


def _romanian_date(words: list[str], at: int) -> tuple[str, int, int] | None:
    """Year in words with day and month in words or without: anul una mie nouă sute … luna mai ziua patru."""
    if words[at] not in ROMANIAN_MONTHS:
        return None
    month = ROMANIAN_MONTHS.index(words[at]) + 1
    for first in range(at):
        year = romanian_number(_trimmed(words[first:at]))
        for last in range(at + 1, min(len(words), at + 6)):
            day = romanian_number(_trimmed(words[at + 1 : last + 1]))
            if (iso := _iso(year, month, day)) and (last + 1 == len(words) or words[last + 1] not in {"si", *ROMANIAN}):
                return iso, first, last
    for first in range(max(0, at - 4), at):
        day = romanian_number(_trimmed(words[first:at]))
        for last in range(min(len(words), at + 10) - 1, at, -1):
            iso = _iso(romanian_number(_trimmed(words[at + 1 : last + 1])), month, day)
            if iso:
                return iso, first, last
    return None


def _trimmed(words: list[str]) -> list[str]:
    return [word for word in words if word not in ("anul", "luna", "lunii", "ziua", "anului", "data", "de")]


def _iso(year: int, month: int, day: int) -> str:
    if year not in YEARS or not 1 <= day <= LAST_DAY:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
