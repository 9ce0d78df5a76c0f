"""Reads the text of drawn pages with Tesseract, inside the sandbox: one reading a page, in the language it is in.

The language is told from a few lines that are read twice, in one Latin and one Cyrillic alphabet: the wrong alphabet
gives low trust, and the words of the right one say the language, accents or not (docs/decisions/0009).
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import cv2
import numpy as np
import tesserocr  # type: ignore[import-untyped] # ships no types

from applications.documents.drawing import Pixels, resized, shrunk, single
from applications.documents.examination import ReaderMissingError, Word
from applications.documents.known_words import is_exact_given_name, is_label_word
from applications.documents.languages import LIKELIEST, SECOND_SHARE, ranked, votes
from applications.documents.limits import WORKING_SIDE
from applications.documents.page_cleaning import cleaned, refocused
from applications.documents.passed_over import SEARCH_WIDTH, Box, at_search_width, passed_over, pieces
from applications.documents.text_data import CYRILLIC, installed

PROBE_LINES: Final = 8
SENSE_LINES: Final = 4
PROBE_WIDTH: Final = 600
"""Lines that are read to learn the language and which side is up, and pixels of each: a tenth of a page of print."""

LINE_WIDTH: Final = 40
"""Least width, in pixels at SEARCH_WIDTH, of what is taken for a part of a line that tells the language."""

READ_WELL: Final = 72
"""Mean trust (0 to 100) from which a line is in the alphabet it was read in (right 80 to 95, wrong 45 to 65)."""

WORST: Final = 2
"""Lines unread in one alphabet that are read in the other first."""

WORDS_TELL: Final = 2
"""Votes of words in each alphabet from which both are taken to be on the page."""

SURE: Final = 85
SURE_WORD: Final = 5
SURE_LETTERS: Final = 8
"""Trust and letters of a word that is surely read, and letters in such words from which print is the right way up: four lines
had as many on 183 of 219 papers of the tuning seed that stood upright, and on 3 of them on their heads.
"""

LEAST_TRUST: Final = 25
"""Words that Tesseract trusts less than this are specks, ornament and handwriting."""

LATIN_PROBES: Final = ("ron", "deu", "slk", "eng", "srp_latn", "hun", "lat")
"""Latin languages in the order of their speed; the first that is installed is read to learn the language."""

ORNAMENT: Final = frozenset("XKOC|<>~ХОКЖ")
LEAST_ORNAMENT: Final = 4
TSV_WORD: Final = 5
TSV_CELLS: Final = 12
PROBE_MILLISECONDS: Final = 10_000


class Reading(NamedTuple):
    """The words of a page in reading order, and the languages they were read in; `whole`: time did not run out."""

    words: tuple[Word, ...]
    languages: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class _Probed:
    """What one alphabet made of some lines: the words of each, the mean trust in its letters (0 where none), and the letters
    in words that were surely read.
    """

    lines: tuple[tuple[str, ...], ...]
    trusts: tuple[float, ...]
    sure: int

    @property
    def texts(self) -> list[str]:
        """All words."""
        return [text for line in self.lines for text in line]

    @property
    def unread(self) -> list[int]:
        """The lines that are in another alphabet, or in none."""
        return [at for at, trust in enumerate(self.trusts) if trust < READ_WELL]

    @property
    def leaves_no_doubt(self) -> bool:
        """Whether words speak for one language and hardly one for any other."""
        first, second = [*(count for _, count in votes(self.texts).most_common(2)), 0, 0][:2]
        return first >= WORDS_TELL and second <= SECOND_SHARE * first

    def __add__(self, other: "_Probed") -> "_Probed":
        """The lines of both."""
        return _Probed(self.lines + other.lines, self.trusts + other.trusts, self.sure + other.sure)

    @property
    def strength(self) -> tuple[int, float]:
        """How much was read how well, to be compared: letters of lines that were read well, then of all times their trust."""
        letters = [sum(letter.isalpha() for text in line for letter in text) for line in self.lines]
        read = list(zip(letters, self.trusts, strict=True))
        return sum(count for count, trust in read if trust >= READ_WELL), sum(count * trust for count, trust in read)


@cache
def loaded(folder: Path | None, languages: str) -> tesserocr.PyTessBaseAPI:
    """Tesseract with the data of languages (`hun`, `hun+ron`) from a folder, loaded once a process; not for two threads.

    Raises RuntimeError where the folder has no such data.
    """
    reader = tesserocr.PyTessBaseAPI(path=str(folder), lang=languages, psm=tesserocr.PSM.AUTO)
    # A line that reads badly would be read again in white on black, which papers hardly ever are.
    reader.SetVariable("invert_threshold", "0")
    return reader


class TextReader:
    """Reads pages with the language data of one folder; raises ReaderMissingError where that has none of ours."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._languages = installed(folder)
        if not self._languages:
            raise ReaderMissingError(str(folder))

    def read(self, page: Pixels, number: int, milliseconds: int, *, pale: bool = False, once: bool = False) -> Reading:
        """Reads one page (grey or colour); a page without lines of text has no words. `pale`: see `cleaned`; `once`: print that
        was passed over is left so.
        """
        taken = shrunk(single(page), WORKING_SIDE)
        sharp = refocused(taken)
        grey = cleaned(taken if sharp is None else sharp, pale=pale)
        strips = [_strip(grey, box) for box in telling_lines(grey)]
        if not strips:
            return Reading((), (), whole=True)
        languages = self._languages_of(strips)
        reader = loaded(self._folder, "+".join(languages))
        reader.SetPageSegMode(tesserocr.PSM.AUTO)
        _show(reader, grey)
        height, width = grey.shape
        ends = time.monotonic() + milliseconds / 1000
        if not reader.Recognize(milliseconds):
            return Reading((), tuple(languages), whole=False)
        words = list(_words(reader.GetTSVText(0), number, grey))
        if once:
            return Reading(tuple(words), tuple(languages), whole=True)
        shown = [grey] if sharp is None else [grey, resized(sharp, (width, height))]
        words = _read_again(reader, shown, words, number, ends)
        return Reading(tuple(words), tuple(languages), whole=True)

    def sense(self, page: Pixels) -> float | None:
        """Mean trust (0 to 100) in a few lines of a page, in the alphabet that suits them best; None without any line.

        Lines are read, first one alone, first in the Latin alphabet, until some words are surely read: then it is 100.
        """
        grey = shrunk(single(page), WORKING_SIDE)
        # Low and long lines are print; handwriting and ornament are high.
        boxes = sorted(telling_lines(grey), key=_height)[:SENSE_LINES]
        languages = [
            next((name for name in names if name in self._languages), None) for names in (LATIN_PROBES, CYRILLIC)
        ]
        if not boxes:
            return None
        strips = [_strip(grey, box) for box in boxes]
        best = np.zeros(len(strips))
        for language in filter(None, languages):
            sure, trusts = 0, list[float]()
            for some in filter(None, (strips[:1], strips[1:2], strips[2:])):
                probed = self._probe(language, some)
                sure += probed.sure
                if sure >= SURE_LETTERS:
                    return 100.0
                trusts += probed.trusts
            best = np.maximum(best, trusts)
        return float(np.mean(best))

    def _languages_of(self, strips: Sequence[Pixels]) -> list[str]:
        """The languages to read a page in, told by some of its lines; at most two.

        Every second line will do where these leave no doubt. Only the lines that the Latin alphabet does not read well are
        read in the Cyrillic one, the worst first.
        """
        latin_names = [name for name in LATIN_PROBES if name in self._languages]
        cyrillic_names = [name for name in CYRILLIC if name in self._languages]
        if not latin_names or not cyrillic_names:
            only = latin_names or cyrillic_names
            return _chosen(self._probe(only[0], strips).texts, only)
        ordered = [*strips[::2], *strips[1::2]]
        latin = self._probe(latin_names[0], strips[::2])
        if not latin.leaves_no_doubt:
            latin += self._probe(latin_names[0], strips[1::2])
        unread = sorted(latin.unread, key=lambda at: latin.trusts[at])
        cyrillic = self._probe(cyrillic_names[0], [ordered[at] for at in unread[:WORST]])
        in_latin = sum(votes(latin.texts).values())
        if in_latin >= WORDS_TELL and len(cyrillic.unread) == len(cyrillic.lines) and not votes(cyrillic.texts):
            return _chosen(latin.texts, latin_names)
        cyrillic += self._probe(cyrillic_names[0], [ordered[at] for at in unread[WORST:]])
        in_cyrillic = sum(votes(cyrillic.texts).values())
        both = _chosen(latin.texts, latin_names), _chosen(cyrillic.texts, cyrillic_names)
        if min(in_latin, in_cyrillic) >= WORDS_TELL:
            # The alphabet of most lines goes first: the other is only asked about words that the first reads badly.
            return [
                name
                for names in (both if len(latin.unread) * 2 < len(latin.lines) else both[::-1])
                for name in names[:1]
            ]
        if in_latin != in_cyrillic:
            return both[0 if in_latin > in_cyrillic else 1]
        return both[0 if latin.strength >= cyrillic.strength else 1]

    def _probe(self, language: str, strips: Sequence[Pixels]) -> _Probed:
        """Reads strips, stacked, in one language."""
        if not strips:
            return _Probed((), (), 0)
        reader = loaded(self._folder, language)
        reader.SetPageSegMode(tesserocr.PSM.SINGLE_BLOCK)
        _show(reader, np.ascontiguousarray(np.vstack(strips)))
        reader.Recognize(PROBE_MILLISECONDS)
        ends = np.cumsum([len(strip) for strip in strips])
        read: list[list[tuple[str, float]]] = [[] for _ in strips]
        for cells in _rows(reader.GetTSVText(0)):
            middle = int(cells[7]) + int(cells[9]) / 2
            read[min(int(np.searchsorted(ends, middle)), len(strips) - 1)].append((cells[11], float(cells[10])))
        # Figures are the same in every alphabet.
        told = [[trust for text, trust in words if any(map(str.isalpha, text))] for words in read]
        trusts = tuple(float(np.mean(each)) if each else 0.0 for each in told)
        return _Probed(tuple(tuple(text for text, _ in words) for words in read), trusts, sum(map(_surely_read, read)))


def _height(box: Box) -> float:
    """The height of a line against the length that is read of it."""
    left, top, right, bottom = box
    return (bottom - top) / min(right - left, PROBE_WIDTH)


def _surely_read(words: Sequence[tuple[str, float]]) -> int:
    """Letters of the words, given with the trust in them, that are surely read."""
    counts = [sum(map(str.isalpha, text)) for text, trust in words if trust >= SURE]
    return sum(count for count in counts if count >= SURE_WORD)


def _chosen(texts: Sequence[str], among: Sequence[str]) -> list[str]:
    return ranked(texts, among) or [LIKELIEST if LIKELIEST in among else among[0]]


def _show(reader: tesserocr.PyTessBaseAPI, grey: Pixels) -> None:
    height, width = grey.shape
    reader.SetImageBytes(grey.tobytes(), width, height, 1, width)


def telling_lines(grey: Pixels) -> list[Box]:
    """Boxes (left, top, right, bottom; pixels) of some lines of print: the tallest, which are titles, and others from
    all over the page; empty for a page without any.
    """
    scale = min(1.0, SEARCH_WIDTH / grey.shape[1])
    boxes = pieces(at_search_width(grey), LINE_WIDTH, 3)
    tallest = sorted(range(len(boxes)), key=lambda at: boxes[at][1] - boxes[at][3])[:2]
    widest = sorted(range(len(boxes)), key=lambda at: boxes[at][0] - boxes[at][2])[: 4 * PROBE_LINES]
    spread = sorted(widest)[:: max(1, len(widest) // (PROBE_LINES - 2))]
    chosen = sorted({*tallest, *spread})[:PROBE_LINES]
    return [tuple(round(side / scale) for side in boxes[at]) for at in chosen]


def _strip(grey: Pixels, box: Box) -> Pixels:
    """One line cut out, on a strip of paper as wide as all others."""
    left, top, right, bottom = box
    line = grey[max(0, top - 4) : bottom + 4, left : min(right, left + PROBE_WIDTH)]
    paper = (int(np.percentile(line, 90)),)
    edge = PROBE_WIDTH + 20 - line.shape[1]
    framed = cv2.copyMakeBorder(line, 10, 10, 20, edge, cv2.BORDER_CONSTANT, value=paper)
    return np.asarray(framed, dtype=np.uint8)


def _rows(tsv: str) -> Iterator[list[str]]:
    """Words of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, trust, text."""
    for row in tsv.splitlines():
        cells = row.split("\t")
        if len(cells) == TSV_CELLS and int(cells[0]) == TSV_WORD and cells[11].strip():
            yield cells


def _is_ornament(text: str) -> bool:
    """Whether a word is what a reader sees in a chain of loops: XXKX, OOOO."""
    return len(text) >= LEAST_ORNAMENT and set(text.upper()) <= ORNAMENT


def is_worth_keeping(text: str, trust: float) -> bool:
    """Whether a word that was read with such trust (0 to 100) is one: words of labels and given names are, however it is."""
    if trust >= LEAST_TRUST:
        return not _is_ornament(text)
    bare = text.strip(" .,;:|()")
    return is_label_word(bare) or is_exact_given_name(bare)


def _read_again(
    reader: tesserocr.PyTessBaseAPI, shown: Sequence[Pixels], words: list[Word], number: int, ends: float
) -> list[Word]:
    """The words of a page with those of lines that were passed over or read badly in the whole of it, as far as time goes.

    `shown` are preparations of one page, of one size; each line is read in all of them, and the best is kept.
    """
    reader.SetPageSegMode(tesserocr.PSM.SINGLE_LINE)
    for line, due in enumerate(passed_over(shown[0], words), 1 + max((word.line for word in words), default=0)):
        piece = due
        for page in shown:
            left = round(1000 * (ends - time.monotonic()))
            _show(reader, piece.shown(page))
            if left <= 0 or not reader.Recognize(left):
                return words
            told = _kept(reader.GetTSVText(0))
            read = [Word(text, number, line, piece.on_page(box, page), trust) for text, box, trust, _ in told]
            if piece.is_read_better(read):
                words = [*(word for word in words if word not in piece.words), *read]
                piece = replace(piece, words=tuple(read))
    return words


def _words(tsv: str, number: int, grey: Pixels) -> Iterator[Word]:
    height, width = grey.shape
    line, seen = 0, ("", "", "")
    for text, (left, top, right, bottom), trust, place in _kept(tsv):
        if place != seen:
            line, seen = line + 1, place
        box = (round(left / width, 5), round(top / height, 5), round(right / width, 5), round(bottom / height, 5))
        yield Word(text, number, line, box, trust)


def _kept(tsv: str) -> Iterator[tuple[str, Box, int, tuple[str, str, str]]]:
    """The words that are worth keeping, their boxes in pixels, the trust in them, and their block, paragraph and line."""
    for cells in _rows(tsv):
        if is_worth_keeping(cells[11], float(cells[10])):
            left, top, wide, high = (int(cell) for cell in cells[6:10])
            place = (cells[2], cells[3], cells[4])
            yield cells[11].strip(), (left, top, left + wide, top + high), int(float(cells[10])), place
