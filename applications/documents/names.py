# ruff: noqa: RUF001, RUF002 - Cyrillic letters are meant
"""Whether two spellings can be one name: across accents, scripts, and the spellings of the lands we get papers from.

Two levels. `passport_forms` gives the spellings that ICAO Doc 9303-3 (section 6) and national practice put into a zone
for a name; `sounding` folds Hungarian, Romanian, Slavic and German spelling of one sound to one letter (Szabó, Сабо and
Sabo). Neither says that two people are one; a person judges what only sounds alike.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import product
from typing import Final

from anyascii import anyascii
from rapidfuzz import fuzz

TRANSLITERATIONS: Final = {
    "Ä": ("AE", "A"), "Ö": ("OE", "O"), "Ü": ("UE", "U", "UXX"), "Ő": ("OE", "O"), "Ű": ("UE", "U"), "Å": ("AA", "A"),
    "Ø": ("OE", "O"), "Æ": ("AE",), "ß": ("SS",), "Ñ": ("N", "NXX"), "Đ": ("D", "DJ"), "Ð": ("D",), "Þ": ("TH",),
    "Ł": ("L",), "Ă": ("A",), "Â": ("A",), "Î": ("I",), "Ș": ("S",), "Ş": ("S",), "Ț": ("T",), "Ţ": ("T",),
    "Ж": ("ZH", "Z"), "Х": ("KH", "H", "CH"), "Ц": ("TS", "C"), "Ч": ("CH", "C"), "Ш": ("SH", "S"),
    "Щ": ("SHCH", "SCH"), "Ю": ("IU", "YU", "JU"), "Я": ("IA", "YA", "JA"), "Є": ("IE", "YE", "JE"),
    "Ї": ("I", "YI", "JI"), "Й": ("I", "Y", "J"), "И": ("Y", "I"), "Г": ("H", "G"), "Ґ": ("G",), "Ё": ("E", "YO"),
    "Ы": ("Y",), "Э": ("E",), "Ь": ("",), "Ъ": ("", "IE"), "Ђ": ("DJ", "D"), "Ј": ("J",), "Љ": ("LJ",), "Њ": ("NJ",),
    "Ћ": ("C",), "Џ": ("DZ",), "В": ("V",), "У": ("U",), "Р": ("R",), "С": ("S",), "Н": ("N",),
}  # fmt: skip
MAX_FORMS: Final = 64
"""Spellings made of one name; a name with more choices keeps the first ones."""

SOUNDS: Final = (
    (r"sch|sh|sz|s", "s"), (r"dzs|dzh|dz", "z"), (r"tsch|tch|cs|ch|kh|cz|tz|ts|c", "c"), (r"zs|zh|z", "z"),
    (r"gy|dj|di(?=[aeou])|d", "d"), (r"ny|nj|n", "n"), (r"ly|lj|ll|l", "l"), (r"ty|tj|t", "t"), (r"w|v", "v"),
    (r"ph|f", "f"), (r"qu|ck|k|q", "k"), (r"x", "ks"), (r"[yji]+", "i"), (r"oe|oo|ö|ő", "o"), (r"ue|uu|ü|ű", "u"),
    (r"ae|aa|ä", "a"), (r"h", ""),
)  # fmt: skip
"""Spellings of one sound and the letter they are folded to, applied in turn to letters without accents."""

SAME: Final = 100.0
ALIKE: Final = 84.0
"""Similarity, of 100, of two soundings from which two spellings may be one name."""


def words(name: str) -> list[str]:
    """The parts of a name in capitals; hyphens, apostrophes and full stops part words as in a zone."""
    return [word for word in re.split(r"[^\w]+", unicodedata.normalize("NFC", name).upper()) if word]


@lru_cache(maxsize=4096)
def passport_forms(word: str) -> frozenset[str]:
    """The spellings in A to Z under which a passport may print one word of a name, in capitals."""
    choices = [
        TRANSLITERATIONS.get(letter) or (_plain(letter),) for letter in unicodedata.normalize("NFC", word.upper())
    ]
    forms = set()
    for letters in product(*choices):
        forms.add("".join(letters))
        if len(forms) >= MAX_FORMS:
            break
    return frozenset(forms)


def _plain(letter: str) -> str:
    return re.sub(r"[^A-Z]", "", anyascii(letter).upper())


@lru_cache(maxsize=4096)
def sounding(word: str) -> str:
    """A coarse key that spellings of one sound share; lower case letters, empty for a word without letters."""
    text = re.sub(r"[^a-zöőüűä]", "", _to_latin(word))
    for spelling, letter in SOUNDS:
        text = re.sub(spelling, letter, text)
    return re.sub(r"(.)\1+", r"\1", text)


def _to_latin(word: str) -> str:
    first = [TRANSLITERATIONS.get(letter, (letter,))[-1 if letter in "ЦЧШЖХ" else 0] for letter in word.upper()]
    return anyascii("".join(first)).lower()


def similarity(one: str, other: str) -> float:
    """How near two words are, 0 to 100: SAME where a passport could print one for the other, else by their sounding."""
    if (passport_forms(one) & passport_forms(other)) - {""}:
        return SAME
    keys = sounding(one), sounding(other)
    if not all(keys):
        return 0.0
    return min(fuzz.ratio(*keys), SAME - 1)


def agreement(answered: str, printed: str, *, cut_off: bool = False) -> float:
    """How well a name of one or more words agrees with a printed one, 0 to 100, whatever is the longer of the two.

    Each word of the shorter name needs its own partner in the longer; the weakest pair counts. `cut_off`: the printed
    name may have lost its end (9303-3, 4.6), so that its last word may be the beginning of a longer one.
    """
    ours, theirs = words(answered), words(printed)
    if not ours or not theirs:
        return 0.0
    if "".join(ours) == "".join(theirs):
        return SAME
    short, long = (ours, list(theirs)) if len(ours) <= len(theirs) else (theirs, list(ours))
    weakest = SAME
    for word in short:
        best = max(long, key=lambda candidate: _pair(word, candidate, cut_off=cut_off))
        weakest = min(weakest, _pair(word, best, cut_off=cut_off))
        if len(long) > 1:
            long.remove(best)
    return weakest


def _pair(one: str, other: str, *, cut_off: bool) -> float:
    near = similarity(one, other)
    if cut_off and near < SAME:
        pairs = product(passport_forms(one), passport_forms(other))
        if any(left.startswith(right) or right.startswith(left) for left, right in pairs):
            return SAME
    return near
