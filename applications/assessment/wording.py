"""The words of findings in a language: the law's own, the checks' own."""

from collections.abc import Mapping

import rules
from applications.assessment.models import Finding
from applications.documents import check
from applications.documents.verdict import Scalar
from rules import words as law_words


def rule_title(code: str, language: str) -> str:
    """Return the title of a condition or of a route (``route.<id>``) in a language."""
    if code.startswith("route."):
        route = rules.ROUTES.get(code.removeprefix("route."))
        return law_words.translate(route.title, language) if route else code
    wordings = rules.CONDITIONS.get(code)
    return law_words.translate(wordings[-1].title, language) if wordings else code


def finding_title(finding: Finding, language: str) -> str:
    """Return the few words by which a finding stands in a list."""
    if finding.source == Finding.Source.RULE:
        return rule_title(finding.code, language)
    reason = next(iter(reasons_of(finding)), None)
    try:
        return check.staff_label(finding.code, plain(reason[1]) if reason else {}, language)
    except KeyError:
        return finding.code


def finding_sentences(finding: Finding, language: str, names: Mapping[str, str] | None = None) -> list[str]:
    """Return the reasons of a finding as sentences; ``names`` puts names to the law's ids of persons."""
    sentences = []
    for identity, args in reasons_of(finding):
        if finding.source == Finding.Source.RULE:
            sentences.append(law_words.render(identity, named(args, names or {}), language))
        else:
            try:
                sentences.append(check.render(identity, plain(args), language))
            except KeyError:
                sentences.append(identity)
    return sentences


def reasons_of(finding: Finding) -> list[tuple[str, dict[str, object]]]:
    """Return the stored reasons as (id, arguments)."""
    return [(str(reason["id"]), dict(reason.get("args", {}))) for reason in finding.reasons]


def plain(args: Mapping[str, object]) -> dict[str, Scalar]:
    """Return the arguments that are plain values, as the checks' words take them."""
    return {name: value for name, value in args.items() if isinstance(value, Scalar)}


def named(args: Mapping[str, object], names: Mapping[str, str]) -> dict[str, object]:
    """Return arguments in which persons carry their names beside their line."""
    return {
        key: {**value, "name": value.get("name") or names.get(str(value["person"]))}
        if isinstance(value, Mapping) and "person" in value
        else value
        for key, value in args.items()
    }
