"""Findings in plain words, to be read aloud or drawn as a tree, and as JSON for whoever draws them otherwise.

What was decided, why, from which facts, by which section in which wording, what is missing, which paper could prove
it, and what would turn it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rules.asking import open_questions
from rules.assess import Assessment, Condition, RouteAnswer
from rules.names import fact_name, paper_name, value_words
from rules.people import stands
from rules.rule import ALWAYS
from rules.words import closed, shown_day, translate

OUTCOMES = {
    "met": "conditions met",
    "not_met": "conditions not met",
    "unknown": "not known yet",
    "officer": "for a person to decide",
}


class Node(NamedTuple):
    """A line of a tree and what hangs on it."""

    words: str
    below: tuple[Node, ...] = ()


class Said(NamedTuple):
    """One point of an explanation: a heading such as 'Missing', and what is said under it."""

    heading: str
    sentences: tuple[str, ...]
    apart: bool = False

    @property
    def whole(self) -> str:
        """All of it as one text: sentences of their own, or the parts of one."""
        return " ".join(map(closed, self.sentences)) if self.apart else closed("; ".join(self.sentences))


def as_text(assessment: Assessment, language: str) -> str:
    """The whole assessment as lines of plain text."""
    lines: list[str] = []
    # A condition answers the same in every route that asks it.
    told: dict[str, list[str]] = {}
    for answer in assessment.routes:
        lines.append(_head(assessment, answer, language))
        lines += [f"  {sentence}" for sentence in _about(assessment, answer, language)]
        for condition in answer.conditions:
            if condition.id not in told:
                told[condition.id] = _condition_lines(assessment, condition, language)
            lines += told[condition.id]
        lines.append("")
    return "\n".join(lines) + "\n"


def _condition_lines(assessment: Assessment, condition: Condition, language: str) -> list[str]:
    lines = [f"  {_outcome(condition.title_in(language), condition.answer, language)}"]
    for point in points(assessment, condition, language):
        lines.append(f"    {point.heading}: {point.whole}")
    return lines


def as_tree(assessment: Assessment, language: str) -> str:
    """The same as a tree: routes, their conditions, and under each what it rests on."""
    lines: list[str] = []
    told: dict[str, Node] = {}
    for answer in assessment.routes:
        below = [Node(sentence) for sentence in _about(assessment, answer, language)]
        for condition in answer.conditions:
            if condition.id not in told:
                told[condition.id] = _condition_node(assessment, condition, language)
            below.append(told[condition.id])
        lines += [_head(assessment, answer, language), *_drawn(below), ""]
    return "\n".join(lines) + "\n"


def _condition_node(assessment: Assessment, condition: Condition, language: str) -> Node:
    said = tuple(
        Node(point.heading, tuple(Node(sentence) for sentence in point.sentences))
        for point in points(assessment, condition, language)
    )
    return Node(_outcome(condition.title_in(language), condition.answer, language), said)


def _drawn(nodes: Sequence[Node], bar: str = "") -> Iterator[str]:
    """The lines of a tree, each behind the strokes that lead to it."""
    for number, node in enumerate(nodes, 1):
        stroke, below = ("└─ ", "   ") if number == len(nodes) else ("├─ ", "│  ")
        yield f"{bar}{stroke}{node.words}"
        yield from _drawn(node.below, bar + below)


def as_json(assessment: Assessment, language: str) -> str:
    """The same as one JSON object: what `assess` answers, and beside it the words for it."""
    return json.dumps(
        {
            "as_of": assessment.as_of.isoformat(),
            "law": {"version": assessment.law.version, "name": assessment.law.name},
            "to_be_confirmed": assessment.to_be_confirmed,
            "routes": [
                {
                    "route": answer.route,
                    "title": translate(assessment.law.routes[answer.route].title, language),
                    "outcome": answer.outcome,
                    "words": translate(OUTCOMES[answer.outcome], language),
                    "decided_by": [each.id for each in _deciding(answer)],
                    "conditions": [_condition(assessment, each, language) for each in answer.conditions],
                }
                for answer in assessment.routes
            ],
        },
        ensure_ascii=False,
    )


def _condition(assessment: Assessment, condition: Condition, language: str) -> dict[str, object]:
    return {
        "id": condition.id,
        "title": condition.title_in(language),
        "answer": condition.answer,
        "words": translate(OUTCOMES[condition.answer], language),
        "law": list(condition.law),
        "since": "" if condition.since == ALWAYS else condition.since.isoformat(),
        "because": [reason.render(language) for reason in condition.because],
        "facts": _facts(assessment, rests_on(assessment, condition), language),
        "missing": _facts(assessment, condition.missing, language),
        "proof": [{"kind": kind, "words": paper_name(kind, language)} for kind in condition.proof],
        "would_change": _facts(assessment, condition.would_change, language),
    }


def _facts(assessment: Assessment, paths: Iterable[str], language: str) -> list[dict[str, str]]:
    if assessment.facts is None:
        return [{"path": path} for path in paths]
    facts = assessment.facts
    return [
        {
            "path": path,
            "words": fact_name(facts, path, language),
            "value": _day(assessment, language) if path == "as_of" else value_words(facts, path, language),
        }
        for path in paths
    ]


def points(assessment: Assessment, condition: Condition, language: str) -> Iterator[Said]:
    """What is said of one condition, point by point; a point with nothing to say is left out."""
    reasons = tuple(reason.render(language) for reason in condition.because)
    yield Said(translate("Because", language), reasons, apart=True)
    if rested := rests_on(assessment, condition):
        yield Said(translate("From these facts", language), tuple(_named(assessment, rested, language)))
    yield Said(translate("By the law", language), tuple(_sections(condition, language)))
    if condition.missing:
        yield Said(translate("Missing", language), tuple(_named(assessment, condition.missing, language)))
    if condition.proof and condition.answer != "met":
        papers = tuple(paper_name(kind, language) for kind in condition.proof)
        yield Said(translate("Papers that could prove it", language), papers)
    turning = [path for path in condition.would_change if path not in condition.missing]
    if turning:
        yield Said(translate("Would change it", language), tuple(_named(assessment, turning, language, values=False)))


def rests_on(assessment: Assessment, condition: Condition) -> tuple[str, ...]:
    """The paths of the known facts that the condition looked at: those the rule reads of the applicant, and others."""
    facts = assessment.facts
    if facts is None:
        return ()
    wording = assessment.law.wording(condition.id, assessment.as_of)
    own = () if wording is None else wording.needs + wording.reads
    paths = [*[f"people.{facts.applicant_id}.{fact}" for fact in own], *condition.would_change]
    return tuple([path for path in dict.fromkeys(paths) if stands(facts, path)])


def _named(assessment: Assessment, paths: Iterable[str], language: str, *, values: bool = True) -> list[str]:
    named = []
    for fact in _facts(assessment, paths, language):
        words, value = fact.get("words", fact["path"]), fact.get("value", "") if values else ""
        named.append(f"{words} ({value})" if value else words)
    return named


def _sections(condition: Condition, language: str) -> list[str]:
    sections = list(condition.law)
    if condition.since != ALWAYS:
        day = shown_day(condition.since.isoformat(), language)
        sections.append(translate("in the wording in force since {day}", language).replace("{day}", day))
    return sections


def _outcome(title: str, answer: str, language: str) -> str:
    return f"{title}: {translate(OUTCOMES[answer], language)}"


def _head(assessment: Assessment, answer: RouteAnswer, language: str) -> str:
    return _outcome(translate(assessment.law.routes[answer.route].title, language), answer.outcome, language)


def _deciding(answer: RouteAnswer) -> list[Condition]:
    """The conditions that made the outcome; none where all are met."""
    if answer.outcome == "met":
        return []
    return [condition for condition in answer.conditions if condition.answer == answer.outcome]


def _day(assessment: Assessment, language: str) -> str:
    return shown_day(assessment.as_of.isoformat(), language)


def _about(assessment: Assessment, answer: RouteAnswer, language: str) -> Iterator[str]:
    """By the law of which day, and what decided."""
    day = _day(assessment, language)
    yield closed(translate("Judged by the law in force on {day}", language).replace("{day}", day))
    if assessment.law.name:
        yield translate("This is another law than the one in force: {name}.", language).replace(
            "{name}", assessment.law.name
        )
    if assessment.to_be_confirmed:
        yield translate("The law of this day is still to be confirmed.", language)
    if deciding := _deciding(answer):
        titles = "; ".join(condition.title_in(language) for condition in deciding)
        yield closed(f"{translate('Decided by', language)}: {titles}")


def questions_as_text(assessment: Assessment, language: str) -> str:
    """The open questions, the best first, each with the conditions it serves."""
    lines = []
    for number, question in enumerate(open_questions(assessment), 1):
        name = _named(assessment, [question.path], language)[0]
        titles = {each.id: each.title_in(language) for answer in assessment.routes for each in answer.conditions}
        lines.append(f"{number}. {name}: {'; '.join(titles[each] for each in question.conditions)}")
    return "\n".join(lines or [translate("Nothing more can change the outcome.", language)]) + "\n"
