"""Every answer that is left to a person names the question that the person must answer."""

import ast
import json
from pathlib import Path

import pytest

import rules

pytestmark = pytest.mark.usefixtures("catalogues")
SOURCES = sorted(Path(rules.__file__).parent.rglob("*.py"))
CASES = sorted(Path(__file__).parent.glob("*cases*.jsonl"))
# Where in the arguments the question stands.
ASKING = {"officer": 0, "doubt": 2}


def is_said(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say"


def bound(function: ast.FunctionDef) -> dict[str, list[str]]:
    """The messages that a function gives names to."""
    found: dict[str, list[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
            pairs = (
                zip(target.elts, value.elts, strict=True)
                if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
                else [(target, value)]
            )
            for name, said in pairs:
                if isinstance(name, ast.Name) and is_said(said):
                    found.setdefault(name.id, []).append(said.args[0].value)
    return found


def passed_on(function: ast.FunctionDef) -> set[str]:
    """Names whose message another function chose, or a loop: the callers are looked at, or all that are bound."""
    arguments = {each.arg for each in function.args.args}
    return arguments | {
        name.id
        for loop in ast.walk(function)
        if isinstance(loop, ast.For)
        for name in ast.walk(loop.target)
        if isinstance(name, ast.Name)
    }


def asked_of_persons() -> dict[str, str]:
    """Every message that the source hands to a person, with the place where it does."""
    found = {}
    for file in SOURCES:
        for function in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            names = bound(function)
            for call in ast.walk(function):
                if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ASKING):
                    continue
                question, place = call.args[ASKING[call.func.id]], f"{file.name}:{call.lineno}"
                if is_said(question):
                    found[question.args[0].value] = place
                elif isinstance(question, ast.Name) and question.id in names:
                    found |= dict.fromkeys(names[question.id], place)
                else:
                    assert isinstance(question, ast.Name), place
                    assert question.id in passed_on(function), place
    return found


def in_source(language: str) -> dict[str, str]:
    """The words of each such message in a language. Names are bound to statements too, for a yes or no: see below."""
    return {message: rules.words.translate(message, language) for message in asked_of_persons()}


# A name that is bound twice in one function: once to a question, once to what is told where nobody is asked.
TOLD = {
    "{who}: took the oath of citizenship",
    "{who}: citizenship from the re-annexation ended on 20 January 1945",
    "{who}: a Hungarian citizen, adopted the applicant",
    "{who}: the day of the marriage is not known exactly",
}


@pytest.mark.parametrize("language", ["en", "hu"])
def test_every_message_for_a_person_is_a_question_of_its_own(language):
    questions = {message: words for message, words in in_source(language).items() if message not in TOLD}

    assert len(questions) > 60
    for message, words in questions.items():
        assert words.strip().endswith("?"), message
        assert len(words.split()) > 3, message
    assert len(set(questions.values())) == len(questions)


def told_to_persons() -> list[tuple[str, rules.Condition]]:
    """Every condition that a person answers in all worked cases."""
    found = []
    for file in CASES:
        for line in file.read_text("utf-8").splitlines():
            case = json.loads(line) if line.strip() else None
            if case is not None:
                answered = rules.assess(case["facts"], rules.parse(case["facts"]).as_of)
                found += [
                    (case["id"], condition)
                    for route in answered.routes
                    for condition in route.conditions
                    if condition.answer == "officer"
                ]
    return found


def test_every_answer_left_to_a_person_in_the_worked_cases_asks_in_both_languages():
    found = told_to_persons()

    assert len({condition.id for _, condition in found}) > 25
    for case, condition in found:
        for language in ("en", "hu"):
            assert any(reason.render(language).endswith("?") for reason in condition.because), (case, condition)
