"""The law: pure functions over facts, dated, cited and explained. A library and a command (`python -m rules`).

Knows no framework and no clock; reads nothing after import but word catalogues and the gazetteer, when first asked.
"""

from rules import gazetteer, words
from rules.asking import LineLeft, Question, line_left, questions
from rules.assess import Assessment, Condition, RouteAnswer, assess
from rules.edition import VERSION
from rules.facts import Facts
from rules.law import BUILT_IN, Law
from rules.overlay import OverlayError, read_law
from rules.reading import FactsError, parse
from rules.rule import CONDITIONS, ROUTES, RULES
from rules.words import Reason

__all__ = [
    "BUILT_IN",
    "CONDITIONS",
    "ROUTES",
    "RULES",
    "VERSION",
    "Assessment",
    "Condition",
    "Facts",
    "FactsError",
    "Law",
    "LineLeft",
    "OverlayError",
    "Question",
    "Reason",
    "RouteAnswer",
    "assess",
    "gazetteer",
    "line_left",
    "parse",
    "questions",
    "read_law",
    "words",
]
