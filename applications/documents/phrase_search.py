"""Finds phrases among the words of a page as a reader saw them: with slips of letters, split words and joined words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from applications.documents.examination import Word
from applications.documents.folding import folded
from applications.documents.verdict import Box

LONGEST: Final = 7
"""Words of the longest run that is compared with a phrase."""


class Found(NamedTuple):
    """A phrase found: its index, the first word and the one after the last (indexes of the page's words), the slips."""

    phrase: int
    start: int
    end: int
    slips: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as it is looked for: its letters without spaces, and how many words it has."""

    letters: str
    length: int

    @property
    def slips(self) -> int:
        """How many letters may be read wrongly: none in the shortest, one in seven of long ones."""
        letters = len(self.letters)
        if letters < 6:  # noqa: PLR2004
            return 0
        return max(1, letters // 7)


def phrase(text: str) -> Phrase:
    """A phrase of a table, ready to be looked for."""
    parts = [folded(part) for part in text.split()]
    return Phrase("".join(parts), len([part for part in parts if part]))


def joined_letters(words: Sequence[Word]) -> list[Word]:
    """The words with titles in spaced letters (R O D N Ý) made one word."""
    joined: list[Word] = []
    run: list[Word] = []
    for word in [*words, None]:
        if word and len(word.text) == 1 and word.text.isalpha() and (not run or run[-1].line == word.line):
            run.append(word)
            continue
        joined += [_one(run)] if len(run) > 2 else run  # noqa: PLR2004 - initials stand in twos
        run = [word] if word and len(word.text) == 1 and word.text.isalpha() else []
        if word and not run:
            joined.append(word)
    return joined


def _one(run: Sequence[Word]) -> Word:
    text = "".join(word.text for word in run)
    return Word(text, run[0].page, run[0].line, around(run), min(word.confidence for word in run))


def around(words: Sequence[Word]) -> Box:
    """The box around some words of one page."""
    lefts, tops, rights, bottoms = zip(*(word.box for word in words), strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def find(phrases: Sequence[Phrase], words: Sequence[Word]) -> list[Found]:
    """Every place where a phrase stands; of places that overlap for one phrase only the best is kept."""
    letters = [folded(word.text) for word in words]
    hits = []
    for length in range(1, LONGEST + 1):
        due = [at for at, item in enumerate(phrases) if item.letters and abs(item.length - length) <= 1]
        starts = [at for at in range(len(words) - length + 1) if letters[at] and letters[at + length - 1]]
        if due and starts:
            hits += list(_hits(phrases, due, letters, starts, length))
    best: dict[int, list[Found]] = {}
    for hit in sorted(hits, key=lambda hit: (hit.slips, hit.end - hit.start, hit.start)):
        kept = best.setdefault(hit.phrase, [])
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted((hit for kept in best.values() for hit in kept), key=lambda hit: (hit.start, hit.phrase))


def _hits(
    phrases: Sequence[Phrase], due: Sequence[int], letters: Sequence[str], starts: Sequence[int], length: int
) -> Iterator[Found]:
    runs = ["".join(letters[start : start + length]) for start in starts]
    sought = [phrases[at].letters for at in due]
    allowed = np.array([phrases[at].slips for at in due])
    slips = cdist(sought, runs, scorer=Levenshtein.distance, dtype=np.int32, score_cutoff=int(allowed.max()))
    for row, column in np.argwhere(slips <= allowed[:, None]):
        yield Found(due[row], starts[column], starts[column] + length, int(slips[row, column]))
