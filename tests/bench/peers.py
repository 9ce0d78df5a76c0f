"""The twelve conditions in four other engines, each as its manual shows rules: what they hold, and what comes out.

All start from the same facts, read and checked, which are put for each as it needs them: that work is part of its
answer, since nothing can be asked without it. It is done with the very functions that the plain functions and the
rules of ours use, and the line of ancestors is found once a case for everybody. Each engine asks all twelve
conditions of every case and has no short cut that the others lack. None of them says a reason; zen can keep a trace of
its nodes. business-rules notes what holds: its strings know no "other than", so half of the conditions cannot be
turned round to note what fails, which would spare it about a tenth.
"""

import json
from collections.abc import Callable
from typing import NamedTuple

import rule_engine
import zen
from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.fields import FIELD_TEXT
from business_rules.variables import (
    BaseVariables,
    boolean_rule_variable,
    numeric_rule_variable,
    string_rule_variable,
)
from json_logic import jsonLogic

from rules.facts import Facts
from tests.bench.shapes import Flat, flat, nested
from tests.bench.twelve import SMALLEST_GAP, TERRITORIES

CODES = tuple(f"r{number:02}" for number in range(1, 13))


class Peer(NamedTuple):
    """An engine: how the facts are put for it, and the codes that hold when it is asked."""

    name: str
    prepare: Callable[[Facts], Flat]
    ask: Callable[[Flat], set[str]]

    def answer(self, facts: Facts) -> set[str]:
        """Prepare, and ask."""
        return self.ask(self.prepare(facts))


def outcome(holds: set[str]) -> str:
    """What the twelve come to."""
    if "r11" not in holds:
        return "review"
    return "grant" if len(holds) == len(CODES) else "refuse"


# business-rules: variables with types, conditions as dictionaries, and an action that notes the code.
def _variable(name: str, kind: Callable[..., object]) -> object:
    return kind(lambda self: self.given[name])


_NUMBERS = (
    "age",
    "consents",
    "ancestors",
    "unproved",
    "unrecorded",
    "citizens",
    "gap",
    "extract",
    "married",
    "children",
)
_YES_NO = ("nothing_pending", "no_flag", "home")
_Variables = type(
    "_Variables",
    (BaseVariables,),
    {
        **{name: _variable(name, numeric_rule_variable()) for name in _NUMBERS},
        **{name: _variable(name, boolean_rule_variable()) for name in _YES_NO},
        **{name: _variable(name, string_rule_variable()) for name in ("hungarian", "convictions")},
    },
)


class _Actions(BaseActions):
    def __init__(self) -> None:
        self.holds: set[str] = set()

    @rule_action(params=[{"fieldType": FIELD_TEXT, "name": "code", "label": "Code"}])
    def hold(self, code: str) -> None:
        self.holds.add(code)


def _is(name: str, operator: str, value: object) -> dict[str, object]:
    return {"name": name, "operator": operator, "value": value}


def _either(name: str, *values: str) -> dict[str, object]:
    return {"any": [_is(name, "equal_to", value) for value in values]}


_BUSINESS: dict[str, dict[str, object]] = {
    "r01": {"any": [_is("age", "greater_than_or_equal_to", 18), _is("consents", "greater_than", 0)]},
    "r02": {"all": [_is("ancestors", "greater_than_or_equal_to", 3), _is("ancestors", "less_than_or_equal_to", 5)]},
    "r03": _is("unproved", "equal_to", 0),
    "r04": _is("unrecorded", "equal_to", 0),
    "r05": _is("citizens", "greater_than", 0),
    "r06": _is("gap", "greater_than_or_equal_to", SMALLEST_GAP),
    "r07": _is("hungarian", "equal_to", "shown"),
    "r08": _either("convictions", "none", "spent"),
    "r09": _is("nothing_pending", "is_true", True),
    "r10": {"all": [_is("extract", "greater_than_or_equal_to", 0), _is("extract", "less_than_or_equal_to", 90)]},
    "r11": _is("no_flag", "is_true", True),
    "r12": {
        "all": [
            _is("home", "is_true", True),
            {
                "any": [
                    _is("married", "greater_than_or_equal_to", 10),
                    {"all": [_is("married", "greater_than_or_equal_to", 5), _is("children", "greater_than", 0)]},
                ]
            },
        ]
    },
}
_BUSINESS_RULES = [
    {"conditions": conditions, "actions": [{"name": "hold", "params": {"code": code}}]}
    for code, conditions in _BUSINESS.items()
]


def business(given: Flat) -> set[str]:
    """All rules run; the action of each that fires notes its code."""
    variables, actions = _Variables(), _Actions()
    variables.given = given
    run_all(_BUSINESS_RULES, variables, actions)
    return actions.holds


# rule-engine: one compiled expression a condition, over a dictionary.
_CONTEXT = rule_engine.Context(resolver=rule_engine.resolve_item)
_EXPRESSIONS = {
    code: rule_engine.Rule(text, context=_CONTEXT)
    for code, text in {
        "r01": "age >= 18 or consents > 0",
        "r02": "ancestors >= 3 and ancestors <= 5",
        "r03": "unproved == 0",
        "r04": "unrecorded == 0",
        "r05": "citizens > 0",
        "r06": f"gap >= {SMALLEST_GAP}",
        "r07": "hungarian == 'shown'",
        "r08": "convictions in ['none', 'spent']",
        "r09": "nothing_pending",
        "r10": "extract >= 0 and extract <= 90",
        "r11": "no_flag",
        "r12": "home and (married >= 10 or (married >= 5 and children > 0))",
    }.items()
}


def expressions(given: Flat) -> set[str]:
    """Each rule matched against the values."""
    return {code for code, expression in _EXPRESSIONS.items() if expression.matches(given)}


# JSON logic: expressions as JSON, which look into the lists of the nested object themselves.
def _var(name: str) -> dict[str, object]:
    return {"var": name}


_LOGIC: dict[str, dict[str, object]] = {
    "r01": {"or": [{">=": [_var("age"), 18]}, {">": [_var("consents"), 0]}]},
    "r02": {"<=": [3, {"reduce": [_var("ancestors"), {"+": [_var("accumulator"), 1]}, 0]}, 5]},
    "r03": {"all": [_var("links"), {"some": [_var("evidence"), {"==": [_var("standing"), "verified"]}]}]},
    "r04": {
        "all": [
            _var("ancestors"),
            {"and": [{"!=": [_var("year"), None]}, {"!!": [_var("citizenships")]}]},
        ]
    },
    "r05": {
        "some": [
            _var("ancestors"),
            {
                "and": [
                    {"some": [_var("citizenships"), {"==": [_var("country"), "HU"]}]},
                    {"in": [_var("area"), sorted(TERRITORIES)]},
                    {"!=": [_var("year"), None]},
                    {"<": [_var("year"), 1945]},
                ]
            },
        ]
    },
    "r06": {
        "all": [_var("ancestors"), {"or": [{"==": [_var("gap"), None]}, {">=": [_var("gap"), SMALLEST_GAP]}]}]
    },
    "r07": {"==": [_var("hungarian"), "shown"]},
    "r08": {"in": [_var("convictions"), ["none", "spent"]]},
    "r09": _var("nothing_pending"),
    "r10": {"<=": [0, _var("extract"), 90]},
    "r11": _var("no_flag"),
    "r12": {
        "and": [
            _var("home"),
            {
                "or": [
                    {">=": [_var("married"), 10]},
                    {"and": [{">=": [_var("married"), 5]}, {">": [_var("children"), 0]}]},
                ]
            },
        ]
    },
}  # fmt: skip


def logic(given: Flat) -> set[str]:
    """Each expression applied to the nested object."""
    return {code for code, expression in _LOGIC.items() if jsonLogic(expression, given)}


# zen: a decision of one node with twelve expressions, evaluated in Rust over the nested object.
_AREAS = ", ".join(f"'{area}'" for area in sorted(TERRITORIES))
_ZEN = {
    "r01": "age >= 18 or consents > 0",
    "r02": "len(ancestors) in [3..5]",
    "r03": "all(links, some(#.evidence, #.standing == 'verified'))",
    "r04": "all(ancestors, #.year != null and len(#.citizenships) > 0)",
    "r05": "some(ancestors, #.year != null and #.year < 1945 and #.area in "
    f"[{_AREAS}] and some(#.citizenships, #.country == 'HU'))",
    "r06": f"all(ancestors, #.gap == null or #.gap >= {SMALLEST_GAP})",
    "r07": "hungarian == 'shown'",
    "r08": "convictions in ['none', 'spent']",
    "r09": "nothing_pending",
    "r10": "extract in [0..90]",
    "r11": "no_flag",
    "r12": "home and (married >= 10 or (married >= 5 and children > 0))",
}
_DECISION = zen.ZenEngine().create_decision(
    json.dumps(
        {
            "nodes": [
                {"id": "in", "type": "inputNode", "name": "in"},
                {
                    "id": "twelve",
                    "type": "expressionNode",
                    "name": "twelve",
                    "content": {
                        "expressions": [{"id": code, "key": code, "value": text} for code, text in _ZEN.items()]
                    },
                },
                {"id": "out", "type": "outputNode", "name": "out"},
            ],
            "edges": [
                {"id": "1", "type": "edge", "sourceId": "in", "targetId": "twelve"},
                {"id": "2", "type": "edge", "sourceId": "twelve", "targetId": "out"},
            ],
        }
    )
)


def decision(given: Flat) -> set[str]:
    """The decision evaluated."""
    return {code for code, holds in _DECISION.evaluate(given)["result"].items() if holds is True}


def traced(given: Flat) -> set[str]:
    """The same with a trace of its nodes."""
    return {code for code, holds in _DECISION.evaluate(given, {"trace": True})["result"].items() if holds is True}


PEERS = (
    Peer("business-rules, flat facts, no reasons", flat, business),
    Peer("panzi-json-logic, nested facts, no reasons", nested, logic),
    Peer("rule-engine, flat facts, no reasons", flat, expressions),
    Peer("zen-engine, nested facts, no reasons", nested, decision),
    Peer("zen-engine with its trace", nested, traced),
)
