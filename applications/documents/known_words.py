"""Words that papers are full of, spelled exactly: those of labels, and given names.

A reader that puts together such a word out of what it hardly saw has hardly seen anything else: no other word is likely to
come out as one by chance.
"""

from functools import cache
from typing import Final

from applications.documents.field_labels import FIELDS, PARTS, PERSONS
from applications.documents.folding import folded, tokens
from applications.documents.given_names import FORMS

LEAST_LETTERS: Final = 4
"""Shorter words come out of specks and ornament."""

LABEL_LETTERS: Final = 5


def is_label_word(text: str) -> bool:
    """Whether a word, without accents and case, stands in a label of what is looked for."""
    word = folded(text)
    return len(word) >= LABEL_LETTERS and word in _of_labels()


def is_exact_given_name(text: str) -> bool:
    """Whether a word with its accents is a given name of the table, written as names are."""
    return len(text) >= LEAST_LETTERS and text in _given_names()


def is_plain_given_name(text: str) -> bool:
    """The same for a word whose accents may be missing."""
    return len(text) >= LEAST_LETTERS and text[0].isupper() and folded(text) in _plain_given_names()


@cache
def _of_labels() -> frozenset[str]:
    return frozenset(
        word for table in (FIELDS, PARTS, PERSONS) for phrases in table.values() for word in tokens(phrases)
    )


@cache
def _given_names() -> frozenset[str]:
    return frozenset(FORMS.split())


@cache
def _plain_given_names() -> frozenset[str]:
    return frozenset(map(folded, _given_names()))
