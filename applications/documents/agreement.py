"""Whether what a paper prints and what was answered can be one: whole names, dates, and places.

Nothing here says that two people are one. An agreement that needs an explanation is told with it, and a person judges.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import permutations
from typing import Final

from applications.documents.comparison import Kin
from applications.documents.given_names import are_forms_of_one_name, is_given_name
from applications.documents.names import ALIKE, SAME, similarity, sounding, words
from rules import gazetteer

MOST_WORDS: Final = 6
WHOLE_DATE: Final = 3
"""Parts of a date that lacks nothing."""
FEMININE: Final = ("OVÁ", "OVA")
WIFE_OF: Final = ("NÉ", "NE")
ROUNDED: Final = str.maketrans({"Ö": "E", "Ő": "E", "Ü": "IU", "Ű": "IU"})
BEFORE_A_PLACE: Final = frozenset(
    [
        "com",
        "comuna",
        "oras",
        "orasul",
        "mun",
        "municipiul",
        "sat",
        "satul",
        "jud",
        "judetul",
        "grad",
        "opstina",
        "selo",
        "naselje",
        "mesto",
        "obec",
        "okres",
        "misto",
        "selo",
        "smt",
        "raion",
        "oblast",
        "obl",
        "kozseg",
        "varos",
        "megye",
        "vm",
        "m",
        "r",
        "stadt",
        "gemeinde",
    ]
)


class Alike(IntEnum):
    """How near two whole names are; more is nearer."""

    DIFFERENT = 0
    NATIONAL = 1
    SPELLING = 2
    SAME = 3


class Standing(IntEnum):
    """Into what a name sorts that a paper prints for somebody whose names are known; more is better."""

    CONFLICT = 0
    UNKNOWN_FAMILY_NAME = 1
    MARRIED = 2
    NATIONAL = 3
    SPELLING = 4
    SAME = 5


@dataclass(frozen=True, slots=True, order=True)
class Judged:
    """A printed name sorted, with the answered name that is nearest to it."""

    standing: Standing
    answered: str


def alike(one: str, other: str) -> Alike:
    """How near two whole names are, whatever their order, accents and scripts; symmetric.

    Each word of the shorter name needs a partner of its own in the longer; the weakest pair counts.
    """
    ours, theirs = _telling(one), _telling(other)
    if not ours or not theirs:
        return Alike.DIFFERENT
    joined = sounding("".join(ours)) == sounding("".join(theirs)) != ""
    if joined:
        return Alike.SAME if similarity("".join(ours), "".join(theirs)) >= SAME else Alike.SPELLING
    short, long = sorted((ours, theirs), key=len)
    return max(
        min(_word(left, right) for left, right in zip(short, chosen, strict=True))
        for chosen in permutations(long, len(short))
    )


def _telling(name: str) -> list[str]:
    """The words of a name that tell something: initials and stray letters do not, where there are whole words."""
    found = words(name)
    whole = [word for word in found if len(word) > 1]
    return (whole or found)[:MOST_WORDS]


@lru_cache(maxsize=16384)
def _word(one: str, other: str) -> Alike:
    near = similarity(one, other)
    if near >= SAME:
        return Alike.SAME
    if are_forms_of_one_name(one, other):
        return Alike.NATIONAL
    if _are_two(one, other):
        return Alike.DIFFERENT
    if max(near, similarity(_eastern(one), _eastern(other))) >= ALIKE:
        return Alike.SPELLING
    if similarity(_without(one, FEMININE), _without(other, FEMININE)) >= ALIKE:
        return Alike.NATIONAL
    return Alike.DIFFERENT


def _are_two(one: str, other: str) -> bool:
    """Whether words that sound nearly alike are known to be two: János and Jánosné, Ioan and Ioana, Emil and Emma."""
    short, long = sorted((sounding(one), sounding(other)), key=len)
    if long == short + "a" and (is_given_name(one) or is_given_name(other)):
        return True
    if one.endswith(WIFE_OF) != other.endswith(WIFE_OF) and _alike_stems(one, other):
        return True
    return is_given_name(one) and is_given_name(other)


def _eastern(word: str) -> str:
    """A word as registers to the east and south write what they hear: Szőke as Секе, Székely as Sekej."""
    return word.translate(ROUNDED).replace("LY", "J")


def _alike_stems(one: str, other: str) -> bool:
    return similarity(_without(one, WIFE_OF), _without(other, WIFE_OF)) >= ALIKE


def _without(word: str, endings: Iterable[str]) -> str:
    return next((word.removesuffix(ending) for ending in endings if word.endswith(ending)), word)


def judged(printed: str, who: Kin) -> Judged:
    """Sort a printed name by every name the person ever bore, and by the names of husbands and wives."""
    nearest, level = "", Alike.DIFFERENT
    for name in who.names:
        found = alike(name, printed)
        if found > level or not nearest:
            nearest, level = name, found
    if level:
        return Judged(Standing(level + Standing.MARRIED), nearest)
    if by_marriage(printed, who):
        return Judged(Standing.MARRIED, nearest)
    given = any(_has(printed, given) for given in who.given_names)
    return Judged(Standing.UNKNOWN_FAMILY_NAME if given else Standing.CONFLICT, nearest)


def by_marriage(printed: str, who: Kin) -> bool:
    """Whether a printed name is one by marriage: a partner's family name with the own given name, or „Nagy Jánosné”."""
    for partner in who.partners:
        family, _space, given = partner.partition(" ")
        own = any(_has(printed, name) for name in who.given_names)
        wife_of = any(
            _without(word, WIFE_OF) != word and _has(_without(word, WIFE_OF), given) for word in words(printed)
        )
        if family and _has(printed, family) and (own or wife_of):
            return True
    return False


def _has(printed: str, name: str) -> bool:
    """Whether one of the words of a name, in any form, is among those printed."""
    return any(_word(ours, theirs) for ours in _telling(name) for theirs in words(printed))


def parted(name: str, family_names: Sequence[str]) -> tuple[str, str]:
    """Part a whole name into family and given name: by the family names known, else after the first word."""
    told = name.split()
    family = [word for word in told if any(_has(known, word) for known in family_names)]
    given = [word for word in told if word not in family]
    return (" ".join(family), " ".join(given)) if family and given else (" ".join(told[:1]), " ".join(told[1:]))


class Days(IntEnum):
    """How two dates stand to each other, as far as both are known; more is nearer."""

    DIFFERENT = 0
    SWAPPED = 1
    SAME = 2


def days(one: str, other: str) -> Days:
    """Compare two ISO dates that may lack parts; day and month changed places only where that gives a date; symmetric."""
    ours, theirs = one.split("-"), other.split("-")
    if all(left == right for left, right in zip(ours, theirs, strict=False)):
        return Days.SAME
    if len(ours) == len(theirs) == WHOLE_DATE and [ours[0], ours[2], ours[1]] == theirs:
        return Days.SWAPPED
    return Days.DIFFERENT


class Places(IntEnum):
    """How two names of places stand to each other; more is nearer."""

    DIFFERENT = 0
    UNKNOWN = 1
    SPELLING = 2
    RENAMED = 3
    SAME = 4


def places(one: str, other: str) -> Places:
    """Compare two names of places by the gazetteer, which knows those of all times and tongues; symmetric.

    UNKNOWN is where the gazetteer does not know one of them.
    """
    ours, theirs = pieces(one), pieces(other)
    if set(ours) & set(theirs):
        return Places.SAME
    known, known_too = _ids(ours), _ids(theirs)
    if known & known_too:
        return Places.RENAMED
    if any(similarity(left, right) >= ALIKE for left in ours[:1] for right in theirs[:1]):
        return Places.SPELLING
    return Places.DIFFERENT if known and known_too else Places.UNKNOWN


def pieces(place: str) -> list[str]:
    """The names in the words for a place, folded: "com. Szováta, jud. Mureş" names a commune and a county."""
    found = []
    for part in re.split(r"[,;/()]+", place):
        told = [word for word in gazetteer.fold(part).split() if word not in BEFORE_A_PLACE and not word.isdigit()]
        if told:
            found.append(" ".join(told))
    return found


def _ids(names: Sequence[str]) -> frozenset[int]:
    return frozenset(place.id for name in names for place in gazetteer.named(name))
