"""What the findings propose to ask an applicant for, in the words of his or her own language."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

import rules
from applications.admin.words import kind_words, language_now
from applications.assessment.models import Finding
from applications.assessment.queries import current, outcome_of
from applications.assessment.wording import finding_sentences, rule_title
from applications.casework.models import RequestedItem
from applications.documents.kinds import KIND
from applications.intake.models import Application

ASKED = frozenset({Finding.Outcome.REJECT, Finding.Outcome.REVIEW, Finding.Outcome.UNKNOWN, Finding.Outcome.NOT_MET})
AT_ONCE = frozenset({Finding.Outcome.REJECT})
NOT_THEIRS = frozenset({"security", "not_citizen"})
"""Conditions that other authorities or the office itself answer: nothing is asked of the applicant for them."""


@dataclass
class Proposed:
    """A point as a finding proposes it; ``asked`` ticks it from the start (see casework.requests.Point)."""

    asked: bool
    kind: str
    question: str
    finding_code: str
    person: int | None
    paper_kind: str = ""
    replaces: int | None = None
    about: str = ""


def proposed_points(case: Application) -> list[Proposed]:
    """Return a point for each finding that stands in the way, one a paper."""
    open_findings = [finding for finding in current(case) if outcome_of(finding) in ASKED]
    of_law = [
        finding
        for finding in open_findings
        if finding.source == Finding.Source.RULE and finding.route == case.procedure and finding.code not in NOT_THEIRS
    ]
    of_papers = [finding for finding in open_findings if finding.paper_id]
    reader = language_now()
    with translation.override(case.language):
        return [*by_paper(of_papers, case.language, reader), *by_condition(of_law, case.language, reader)]


def by_paper(findings: Iterable[Finding], language: str, reader: str) -> list[Proposed]:
    """Return one point a paper: bring it anew, for the reasons of all its findings."""
    grouped: dict[int, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.paper_id or 0, []).append(finding)
    points = []
    for rows in grouped.values():
        paper = rows[0].paper
        if paper is None:
            continue
        sentences = dict.fromkeys(sentence for row in rows for sentence in finding_sentences(row, language))
        title = kind_words(paper.kind)
        points.append(
            Proposed(
                asked=any(outcome_of(row) in AT_ONCE for row in rows),
                kind=RequestedItem.Kind.PAPER,
                question=" ".join([f"{title} ({paper.person.full_name}):", *sentences]),
                finding_code=rows[0].code,
                person=paper.person_id,
                paper_kind=paper.kind,
                replaces=paper.pk,
                about=f"{title_in(paper.kind, reader)} – {paper.person.full_name}",
            )
        )
    return points


def title_in(kind: str, language: str) -> str:
    """Return the name of a kind of paper in a language."""
    with translation.override(language):
        return kind_words(kind)


def by_condition(findings: Iterable[Finding], language: str, reader: str) -> list[Proposed]:
    """Return one point a condition of the law: explain it, or send what proves it."""
    points = []
    for finding in findings:
        if finding.code not in rules.CONDITIONS:
            continue
        title = rule_title(finding.code, language)
        proofs = [str(KIND[kind].title) for kind in finding.proof if kind in KIND]
        question = f"{title}: {'; '.join(finding_sentences(finding, language))}."
        if proofs:
            question += " " + _("You can prove it with one of these: %(papers)s.") % {"papers": ", ".join(proofs)}
        points.append(
            Proposed(
                asked=False,
                kind=RequestedItem.Kind.PAPER if proofs else RequestedItem.Kind.TEXT,
                question=question,
                finding_code=finding.code,
                person=finding.person_id,
                paper_kind=next((kind for kind in finding.proof if kind in KIND), ""),
                about=rule_title(finding.code, reader),
            )
        )
    return points
