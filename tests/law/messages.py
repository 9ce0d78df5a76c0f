"""Every message id the rules can say, found in their source and registries."""

import ast
from pathlib import Path

import rules
from rules import names
from rules.explain import OUTCOMES
from rules.history.losses import _ACTS
from rules.words import COUNTRIES, KIN, MONTHS

SOURCES = Path(rules.__file__).parent


def said() -> set[str]:
    """The literal first arguments of say() and translate()."""
    found = set()
    for file in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("say", "translate"):
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return found


def all_messages() -> set[tuple[str | None, str]]:
    """(context, message id) of everything a person may read."""
    plain = said() | set(OUTCOMES.values()) | set(COUNTRIES.values()) | set(KIN) | set(MONTHS)
    plain |= {*names.FACTS.values(), *names.PARTS.values(), *names.PAPERS.values()}
    plain |= {sentence for sentence, _ in _ACTS.values()}
    plain |= {rule.title for rule in rules.RULES} | {route.title for route in rules.ROUTES.values()}
    return {(None, message) for message in plain} | {("owner", kin) for kin in KIN}
