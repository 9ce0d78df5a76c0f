# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Values of printed fields in some words of a row: dates, names, places, numbers, offices."""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Final, NamedTuple

from applications.documents.examination import Word
from applications.documents.field_labels import OFFICES
from applications.documents.folding import folded
from applications.documents.given_names import is_given_name
from applications.documents.known_words import is_exact_given_name, is_plain_given_name
from applications.documents.phrase_search import around
from applications.documents.printed_dates import first_date

READ_FOR_CAPITALS: Final = "іїl"
"""Small letters that readers see in capitals without arms."""

READ_FOR_I: Final = "l1!|"
LETTERS_FOR_FIGURES: Final = str.maketrans({"1": "l", "0": "o"})
"""What readers see in a capital I, and figures that they see in letters of names."""

PIECES_GAP: Final = 0.5
PIECE_LETTERS: Final = 2
"""Gap, in heights of a word as pages are shaped (a space is 0.6 and more), that does not part two words, of which one is so
short.
"""

ASIDE_GAP: Final = 3.0
"""The gap, in the same heights, from which a word of a letter or two no longer belongs to a name before it."""

MOST_NAME_WORDS: Final = 7
NAME_TRUST: Final = 48
"""Trust (0 to 100) of the reader in each word under which nothing is taken for a name."""

SURE_NAME: Final = 90
"""Trust in every word from which a name is taken though none of its words is a known given name: forenames of the whole
world are in no table, but what a reader makes of handwriting mostly is no name at all.
"""

VALUE_TRUST: Final = 45
"""Trust in each word of a place or a number under which it is not taken."""

IN_NAMES: Final = "-–'’ʼ`.,&()/"
DASHES: Final = ("-", "–", "—")
MOST_PLACE_WORDS: Final = 6

NUMBER: Final = re.compile(
    r"(?:(?P<series>(?:[IІVX1l]{1,3}[-–])?[^\W\d_]{1,3}(?:[-–][^\W\d_]{1,3})?)[\s.,:\-–]*)?"
    r"(?:(?:nr|no|n°|№|мо|ме|ne|n2|br|č|num)[\s.:°]*)*"
    r"(?P<number>\d[\d\s]{0,14}\d(?:\s?[/|\-–.]\s?[\dA-Za-zIVX]{1,8})*|\d+(?:\s?[/|\-–.]\s?[\dA-Za-zIVX]{1,8})*)(?![^\W\d_])",
    re.IGNORECASE,
)
MISREAD_STROKE: Final = re.compile(r"(?<=\d)\s[IІl1]\s(?=(?:1[789]|20)\d\d(?!\d))")
"""What readers make of the stroke between a number and its year."""

NUMBER_SIGNS: Final = ("nr", "no", "№", "мо", "ме", "ne", "n", "br", "č", "num", "pag", "str", "fol", "vol")


class Value(NamedTuple):
    """A value with the words it was read from."""

    value: str
    words: tuple[Word, ...]


def dated(words: Sequence[Word], *, american: bool) -> Value | None:
    """The first date in some words of one row."""
    text, starts = "", []
    for word in words:
        starts.append(len(text))
        text += word.text + " "
    found = first_date(text, american=american)
    if found is None:
        return None
    within = [
        word
        for word, start in zip(words, starts, strict=True)
        if start < found.end and start + len(word.text) > found.start
    ]
    return Value(found.iso, tuple(within)) if within else None


def name_in(words: Sequence[Word]) -> Value | None:
    """A person's name: words of letters, up to the first figure or sentence."""
    kept: list[Word] = []
    words = _mended(words)
    for before, word in zip((None, *words), words, strict=False):
        text = _bare(word.text)
        # After a dash stands the label once more in a second language, which may be misread.
        doubled = before is not None and before.text in DASHES and any(map(str.isdigit, text))
        if not text or (not kept and (text.isdigit() or doubled)):
            continue
        if any(map(str.isdigit, text)) or len(kept) == MOST_NAME_WORDS or (kept and _is_sentence(text)):
            break
        if len(kept) > 1 and _is_aside(kept[-1], word):
            break
        if _is_misread(word, text) or (not kept and _is_sentence(text)):
            return None
        kept.append(word)
        if word.text.endswith((";", ",")) and len(kept) > 1:
            break
    letters = sum(letter.isalpha() for word in kept for letter in word.text)
    return Value(" ".join(_capital(_bare(word.text)) for word in kept), tuple(kept)) if letters > 1 else None


def _capital(text: str) -> str:
    """A word of a name with the capital that a reader took for a small letter, a figure or a sign: llona is Ilona."""
    return f"I{text[1:]}" if text[:1] and text[0] in READ_FOR_I and is_given_name(f"I{text[1:]}") else text


def _mended(words: Sequence[Word]) -> list[Word]:
    """The words with given names made whole that a reader tore into pieces (Juli j ana), or misread the capital of."""
    mended: list[Word] = []
    for last, word in zip((None, *words), words, strict=False):
        whole = word
        if last is not None and _touch(last, word):
            before = mended.pop()
            trust = min(before.confidence, word.confidence)
            whole = replace(before, text=before.text + word.text, box=around((before, word)), confidence=trust)
        mended.append(whole)
    return [replace(word, text=_readable(word.text)) for word in mended]


def _readable(text: str) -> str:
    """A word of a name as it must have been printed where that makes it a given name: its figures letters, its capital whole."""
    letters = text.translate(LETTERS_FOR_FIGURES)
    if letters.startswith("D") and is_exact_given_name(f"Đ{_bare(letters)[1:]}"):
        return f"Đ{letters[1:]}"
    return letters if is_plain_given_name(_bare(letters)) else _capital(text)


def _is_aside(name: Word, other: Word) -> bool:
    """Whether a word of a letter or two stands so far from a name that it is what a reader makes of ornament and signatures."""
    gap = other.box[0] - name.box[2]
    return gap > ASIDE_GAP * (name.box[3] - name.box[1]) and len(_bare(other.text)) <= PIECE_LETTERS


def _touch(one: Word, other: Word) -> bool:
    """Whether two words are pieces of one: letters on both sides of less than a space, of which one side is a letter or two."""
    gap = other.box[0] - one.box[2]
    sides = one.text, other.text
    return (
        gap < PIECES_GAP * (one.box[3] - one.box[1])
        and one.text[-1:].isalnum()
        and other.text[:1].isalnum()
        and not other.text[0].isupper()
        and min(map(len, sides)) <= PIECE_LETTERS
    )


def whole_name_in(words: Sequence[Word]) -> Value | None:
    """A person's whole name, of two words at least, that is to be relied on: a wrong name is worse than none."""
    found = name_in(words)
    return found if found is not None and is_reliable(found) else None


def is_reliable(name: Value) -> bool:
    """Whether a whole name has two words, none cut to its first letter, and reads like one."""
    parts = [part for word in name.words for part in re.split(r"[-–]", _capital(_bare(word.text))) if part]
    initials = [word for word in name.words if len(_bare(word.text)) == 1 and not word.text.endswith(".")]
    if len(parts) < 2 or initials:  # noqa: PLR2004 - as said above
        return False
    return all(word.confidence >= SURE_NAME for word in name.words) or any(map(is_given_name, parts))


def is_forename(name: Value) -> bool:
    """Whether a name is one known given name, surely read."""
    return len(name.words) == 1 and name.words[0].confidence >= SURE_NAME and is_given_name(_bare(name.words[0].text))


def _is_sentence(text: str) -> bool:
    """Whether a word begins like one of a sentence and not like one of a name."""
    return text[0].islower() and text[0] not in READ_FOR_CAPITALS and not _joins(text)


def _is_misread(word: Word, text: str) -> bool:
    """Whether a word of a name is not to be relied on: a wrong name is worse than none."""
    if not all(letter.isalpha() or letter in IN_NAMES for letter in text):
        return True
    return word.confidence < NAME_TRUST and not is_exact_given_name(text)


def _joins(text: str) -> bool:
    """Words that stand in lower case within names."""
    return text in {
        "von",
        "de",
        "és",
        "szül",
        "született",
        "né",
        "rođ",
        "роđ",
        "rod",
        "născută",
        "geb",
        "née",
        "van",
        "der",
    }


def place_in(words: Sequence[Word]) -> Value | None:
    """A place: what is left of some words without dates and figures."""
    day = dated(words, american=False)
    rest = [word for word in words if day is None or word not in day.words]
    kept: list[Word] = []
    for word in rest:
        text = _bare(word.text)
        if not text or any(letter.isdigit() for letter in text):
            if kept:
                break
            continue
        if not kept and text[0].islower():
            continue
        kept.append(word)
        if len(kept) == MOST_PLACE_WORDS:
            break
    if sum(letter.isalpha() for word in kept for letter in word.text) < 2:  # noqa: PLR2004 - no place has one letter
        return None
    return Value(" ".join(word.text for word in kept).strip(" ,.;:/-–—_|"), tuple(kept)) if _trusted(kept) else None


def _trusted(words: Sequence[Word]) -> bool:
    return all(word.confidence >= VALUE_TRUST for word in words if _bare(word.text))


def number_of(words: Sequence[Word]) -> Value | None:
    """A number of a register or paper, with the letters of its series; a date is none."""
    text = MISREAD_STROKE.sub(" / ", " ".join(word.text for word in words))
    found = NUMBER.search(text)
    if found is None or first_date(text[: found.end() + 6]) is not None:
        return None
    series = found["series"] or ""
    if series.lower() in NUMBER_SIGNS or series.islower():
        series = ""
    number = re.sub(r"\s", "", found["number"]).replace("|", "/")
    used = [word for word in words if any(part in found[0] for part in (word.text, _bare(word.text)) if part)]
    return Value(f"{series.upper()} {number}".strip(), tuple(used or words)) if _trusted(used or words) else None


def is_office(own: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether a label is part of the office's name: not set off by a colon or a gap."""
    high = median(word.box[3] - word.box[1] for word in own)
    if folded("".join(word.text for word in own)) not in OFFICES:
        return False
    return not own[-1].text.endswith(":") and right[0].box[0] - own[-1].box[2] < high and own[0].text[0].isupper()


def office_in(words: Sequence[Word]) -> Value | None:
    kept = [word for word in words if _bare(word.text)]
    if sum(letter.isalpha() for word in kept for letter in word.text) < 3:  # noqa: PLR2004 - no office has a shorter name
        return None
    return Value(" ".join(word.text for word in kept).strip(" ,.;:/-–—_|"), tuple(kept))


def _bare(text: str) -> str:
    """A word without the signs around it; empty for dots and lines of a form."""
    return text.strip(" .,;:/\\|()[]{}_-–—=*\"'„”“»«…<>~•°")
