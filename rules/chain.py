"""The line of descent link by link: did each parent pass citizenship on to the child, by the law of that birth?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from rules.case import Case
from rules.facts import Facts
from rules.history.listed import birthday
from rules.law import BUILT_IN, Law
from rules.parameters import using
from rules.words import Reason


class Link(NamedTuple):
    """One tie of a line: met where the child was a citizen at birth. answer: met, not_met, unknown or officer."""

    child: str
    parent: str
    answer: str
    because: tuple[Reason, ...]
    law: tuple[str, ...]


def links(facts: Facts, as_of: date, line: Sequence[str], law: Law = BUILT_IN) -> tuple[Link, ...]:
    """The links of a line of people, each a parent of the one before; whoever the facts do not know is left out."""
    known = [person for person in line if person in facts.people]
    with using(law.parameters):
        history = Case(facts, as_of).history
        found = []
        for child, parent in pairwise(known):
            finding = history.citizen_on(child, birthday(facts.people[child]))
            found.append(Link(child, parent, finding.answer.value, finding.because, finding.law))
    return tuple(found)
