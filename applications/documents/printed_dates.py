# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Dates as papers print them, in figures and words of ten languages, as ISO 8601."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

from rapidfuzz.distance import Levenshtein

from applications.documents.folding import folded
from applications.documents.number_words import number_in

MONTHS: Final = (
    "január januárius januári jan ianuarie ian enero january jänner januar јануар јануара januara sijecanj siječnja januára "
    "leden ledna січень січня января januarius januarii",
    "február februárius februári feb febr februarie febrero february feber februar фебруар фебруара februara veljača veljače "
    "februára únor února лютий лютого февраля februarius februarii",
    "március márcz márc martie marzo mar mart march märz marz март марта marta ožujak ožujka marca marec březen března "
    "березень березня mártius martius martii",
    "április ápr aprilie abril apr april април априла aprila travanj travnja apríla apríl duben dubna квітень квітня апреля "
    "aprilis",
    "május máj mai mayo may maj мај маја maja svibanj svibnja mája květen května травень травня мая majus maius maii majus majii",
    "június jún iunie iun junio june jun juni јун јуна juna juni lipanj lipnja júna červen června червень червня июня junius "
    "iunius junii iunii",
    "július júl iulie iul julio july jul juli јул јула jula juli srpanj srpnja júla července липень липня июля julius iulius "
    "julii iulii",
    "augusztus aug august agosto avgust август августа avgusta augusta kolovoz kolovoza august srpna серпень серпня "
    "augustus augusti",
    "szeptember szept sept septembrie septiembre setiembre sep september септембар септембра septembar septembra rujan rujna september "
    "září вересень вересня сентября septembris 7bris 7ber",
    "október okt octombrie octubre oct october oktober октобар октобра oktobar oktobra listopada října жовтень жовтня "
    "октября octobris 8bris 8ber",
    "november nov noiembrie noviembre noi novembru новембар новембра novembar novembra studeni studenog studenoga novembra listopadu "
    "листопад листопада ноября novembris 9bris 9ber",
    "december dec decz decembrie diciembre dezember dez децембар децембра decembar decembra prosinac prosinca prosince decembra "
    "грудень грудня декабря decembris xbris 10bris",
)
"""Names of the months, in the cases that dates stand in; where two languages disagree the rarer form is left out."""

ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
LONG_NAME: Final = 5
"""Letters from which a name may have a slip: jun and jul lie one letter apart."""

EARLIEST: Final = 1700
LATEST: Final = 2100
FILLING: Final = (
    r"(?:[\s.,:\-–/()|_]|\([^)]{1,40}\)|\b(?:év|évi|ik|iki|hó|hónap|havának|napja|napján|nap|án|én|jén|ján|de|del|a|al|la|luna|lunii|ziua|anul|anului|an|ai|"
    r"den|dne|dňa|года|рік|року|р|г|godine|god|g|године|год|den|der|ten|die|mensis|anno|domini|st|nd|rd|th|of|day|the|"
    r"dan|дан|месец|mesec|mjesec|година|godina|день|місяць|числа)\b)*"
)
YEAR: Final = r"(?P<year>1[789]\d\d|20\d\d)"
DAY: Final = r"(?P<day>[0-3]?\d)"
MONTH: Final = r"(?P<month>[0-1]?\d)"
NAME: Final = r"(?P<name>[^\W\d_]{3,}|[789]bris|[789]ber|10bris)"
ROMAN_NAME: Final = r"(?P<roman>[IVX]{1,4})"
WHOLE: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){YEAR}\s?[.\-/]\s?{MONTH}\s?[.\-/]\s?{DAY}(?!\d)",
        rf"(?<!\d){DAY}\s?[.\-/,]\s?{MONTH}\s?[.\-/,]\s?{YEAR}(?!\d)",
        rf"(?<!\d){DAY}\s{{1,3}}{MONTH}\s{{1,3}}{YEAR}(?!\d)",
        rf"(?<!\d){DAY}(?:st|nd|rd|th)?{FILLING}{NAME}{FILLING}{YEAR}(?!\d)",
        rf"(?<!\d){YEAR}{FILLING}{NAME}{FILLING}{DAY}(?!\d)",
        rf"(?<!\d){YEAR}{FILLING}\b{DAY}\b{FILLING}{NAME}\b(?!{FILLING}\d)",
        rf"\b{NAME}\s{DAY}(?:st|nd|rd|th)?[\s.,]+{YEAR}(?!\d)",
        rf"(?<!\d){DAY}[\s.\-/]+{ROMAN_NAME}[\s.\-/]+{YEAR}(?!\d)",
        rf"(?<!\d){YEAR}[\s.\-/]+{ROMAN_NAME}[\s.\-/]+{DAY}(?!\d)",
        rf"(?<!\d){YEAR}{FILLING}luna{FILLING}{MONTH}{FILLING}{DAY}(?!\d)",
    )
)

PARTIAL: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{YEAR}\D{{1,12}}?{NAME}{FILLING}$",
        rf"^{FILLING}{NAME}{FILLING}{YEAR}",
    )
)
"""Forms of whole dates, and of a month with its year."""

SLIPS: Final = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "S": "5", "B": "8"})


class PrintedDate(NamedTuple):
    """A date found in a text: ISO 8601, whole or (where the day is not told) year and month; and where it stands."""

    iso: str
    start: int
    end: int


def first_date(text: str, *, american: bool = False) -> PrintedDate | None:
    """The first date of a text, whole ones before partial ones; None where there is none.

    `american`: figures may put the month first, so that a date which can be read either way gives only its year.
    """
    for readable in (text, _mended(text)):
        for patterns in (WHOLE, PARTIAL):
            found = [date for pattern in patterns if (date := _first(pattern, readable, american=american))]
            if found:
                return min(found, key=lambda date: date.start)
    in_words = number_in(text)
    return PrintedDate(in_words.iso, in_words.start, in_words.end) if in_words else None


def _first(pattern: re.Pattern[str], text: str, *, american: bool) -> PrintedDate | None:
    for found in pattern.finditer(text):
        iso = _iso(found, american=american)
        if iso:
            return PrintedDate(iso, found.start(), found.end())
    return None


def every_date(text: str) -> Iterator[PrintedDate]:
    """All dates of a text from left to right, at most eight."""
    start = 0
    for _ in range(8):
        found = first_date(text[start:])
        if found is None:
            return
        yield PrintedDate(found.iso, start + found.start, start + found.end)
        start += found.end


def _mended(text: str) -> str:
    """The text with letters that stand among figures turned into the figures they look like."""
    return re.sub(r"(?<![^\W\d])[\dOolI|SB]*\d[\dOolI|SB]*(?![^\W\d])", lambda run: run[0].translate(SLIPS), text)


def _iso(found: re.Match[str], *, american: bool) -> str:
    parts = found.groupdict()
    year = int(parts["year"])
    if not EARLIEST <= year <= LATEST:
        return ""
    month = _month(parts)
    if not month:
        return ""
    day = int(parts["day"]) if parts.get("day") else 0
    if not day:
        return f"{year}-{month:02}" if parts.get("name") else ""
    if (
        american
        and "/" in found[0]
        and parts.get("month")
        and found["day"] != found["month"]
        and found.start("day") < found.start("month")
    ):
        return _american(year, day, month)
    return _valid(year, month, day)


def _american(year: int, first: int, second: int) -> str:
    """A date of two figures of which either may be the month: whole where only one can be, else the year alone."""
    months_first = _valid(year, first, second)
    days_first = _valid(year, second, first)
    if months_first and days_first:
        return str(year)
    return months_first or days_first


def _valid(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _month(parts: dict[str, str | None]) -> int:
    """The month from 1, or 0 where it is none; beyond 12 it may still be an American day."""
    if parts.get("month"):
        return int(parts["month"] or 0)
    if parts.get("roman"):
        roman = (parts["roman"] or "").lower()
        return ROMAN.index(roman) + 1 if roman in ROMAN else 0
    return month_named(parts.get("name") or "")


@cache
def _names() -> dict[str, int]:
    return {folded(name): number for number, names in enumerate(MONTHS, start=1) for name in names.split()}


def month_named(word: str) -> int:
    """The month (from 1) that a word names, with one slip allowed in long names; 0 where it names none."""
    name = folded(word)
    known = _names()
    if name in known:
        return known[name]
    if len(name) < LONG_NAME:
        return 0
    long_names = [other for other in known if len(other) >= LONG_NAME]
    near = {known[other] for other in long_names if Levenshtein.distance(name, other, score_cutoff=1) <= 1}
    return next(iter(near)) if len(near) == 1 else 0


def dates_in(texts: list[str]) -> list[str]:
    """The ISO dates of some texts, without doubles."""
    return list(dict.fromkeys(found.iso for text in texts for found in islice(every_date(text), 8)))
