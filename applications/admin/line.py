"""The line of descent as a drawing: from the applicant up to the ancestor it rests on, a box a generation.

Each link between a child and a parent says how far it is proved, by a sign and in words, never by
colour alone. Text is measured with generous widths and cut before it could leave its box.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WIDTH, BOX, HEIGHT, GAP, PAD, MARGIN = 300, 292, 58, 58, 12, 4
NAME_SIZE, SMALL_SIZE = 15.0, 12.0
WIDE = frozenset("MWmwÖŐÜŰÓÚÁÉ@%&")
NARROW = frozenset("iíjlftrI1.,;:'’| -()[]")

PROVEN, WEAK, MISSING = "proven", "weak", "missing"
SIGNS: Mapping[str, str] = {PROVEN: "✓", WEAK: "?", MISSING: "–"}
STANDINGS: Mapping[str, str | Promise] = {
    PROVEN: _("proved by papers"),
    WEAK: _("papers to be looked at"),
    MISSING: _("no paper yet"),
}
LAW_SIGNS: Mapping[str, str] = {"met": "✓", "not_met": "○", "unknown": "?", "officer": "§"}
"""No cross where citizenship was not passed on: on the road by ancestry that is no fault, only how it came."""
LAW_WORDS: Mapping[str, str | Promise] = {
    "met": _("citizenship passed on"),
    "not_met": _("citizenship not passed on"),
    "unknown": _("citizenship: not known"),
    "officer": _("citizenship: an officer decides"),
}
BIRTH_PROOFS = frozenset({"birth_certificate", "church_register"})


@dataclass(frozen=True)
class Kin:
    """A person of the line: ``relation`` in words, ``life`` such as "1924 Kolozsvár", whether a Hungarian citizen."""

    id: int
    name: str
    relation: str
    life: str
    is_citizen: bool


@dataclass(frozen=True)
class Box:
    """A person as drawn: the corner of the box, the words cut to fit, the words in full."""

    kin: Kin
    x: int
    y: int
    name: str
    what: str

    @property
    def text(self) -> int:
        """Where the words begin."""
        return self.x + PAD

    @property
    def first(self) -> int:
        """The base line of the name; in the middle where it stands alone."""
        return self.y + (24 if self.what else 34)

    @property
    def second(self) -> int:
        """The base line of the words below."""
        return self.y + 44


@dataclass(frozen=True)
class Link:
    """The tie between a box and the one above: what the law says of it, and how far papers prove it."""

    x: int
    top: int
    bottom: int
    standing: str
    words: str
    sign: str
    law: str
    law_words: str
    law_sign: str

    @property
    def upper(self) -> int:
        """The base line of what the law says."""
        return (self.top + self.bottom) // 2 - 5

    @property
    def lower(self) -> int:
        """The base line of what the papers prove."""
        return (self.top + self.bottom) // 2 + 13

    @property
    def beside(self) -> int:
        """Where the words begin."""
        return self.x + 16


@dataclass(frozen=True)
class Drawing:
    """Everything the template prints; units are those of the view box."""

    width: int
    height: int
    boxes: Sequence[Box]
    links: Sequence[Link]
    box: int = BOX
    row: int = HEIGHT


def draw(people: Sequence[Kin], standings: Sequence[str], laws: Sequence[str]) -> Drawing:
    """Return the drawing of a line: ``people`` from the applicant upwards, of each tie between them papers and law.

    ``standings`` says how far papers prove a tie, ``laws`` what the law answers: was citizenship passed on?
    """
    if people and (len(standings) != len(people) - 1 or len(laws) != len(standings)):
        raise ValueError("There is one tie fewer than there are people.")
    height = len(people) * HEIGHT + max(len(people) - 1, 0) * GAP + 2 * MARGIN
    boxes = []
    for row, kin in enumerate(people):
        y = height - MARGIN - HEIGHT - row * (HEIGHT + GAP)
        words = " · ".join(part for part in (kin.relation, kin.life) if part)
        boxes.append(
            Box(kin, MARGIN, y, fitted(kin.name, NAME_SIZE, BOX - 2 * PAD), fitted(words, SMALL_SIZE, BOX - 2 * PAD))
        )
    links = [
        Link(
            x=MARGIN + 28,
            top=boxes[row + 1].y + HEIGHT,
            bottom=boxes[row].y,
            standing=standing,
            words=fitted(str(STANDINGS[standing]), SMALL_SIZE, BOX - 70),
            sign=SIGNS[standing],
            law=law,
            law_words=fitted(str(LAW_WORDS[law]), SMALL_SIZE, BOX - 70),
            law_sign=LAW_SIGNS[law],
        )
        for row, (standing, law) in enumerate(zip(standings, laws, strict=True))
    ]
    return Drawing(WIDTH, height, boxes, links)


def fitted(text: str, size: float, room: float) -> str:
    """Return ``text`` cut with an ellipsis so that it takes no more than ``room`` at font size ``size``."""
    if width_of(text, size) <= room:
        return text
    while text and width_of(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def width_of(text: str, size: float) -> float:
    """Return a width no common font exceeds: measured over the widest of the families in the style sheet."""
    shares = (0.95 if letter in WIDE else 0.4 if letter in NARROW else 0.62 for letter in text)
    return size * sum(shares)


def standing_of(outcomes: Iterable[str]) -> str:
    """Return how far a tie is proved by the outcomes that count of the papers for it; none is missing."""
    given = list(outcomes)
    if not given:
        return MISSING
    return PROVEN if all(outcome in {"accept", "met"} for outcome in given) else WEAK


def line_to(
    applicant: int, parents: Mapping[int, Sequence[int]], citizens: frozenset[int], limit: int = 12
) -> list[int]:
    """Return the path from the applicant up to the nearest citizen, or else the longest line that is named."""
    generation = [[applicant]]
    longest = [applicant]
    seen = {applicant}
    for _generation in range(limit):
        following = [
            [*path, parent] for path in generation for parent in parents.get(path[-1], ()) if parent not in seen
        ]
        found = next((path for path in following if path[-1] in citizens), None)
        if found:
            return found
        if not following:
            break
        longest = following[0]
        seen.update(path[-1] for path in following)
        generation = following
    return longest
