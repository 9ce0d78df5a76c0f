"""Why a finding of the law says what it says: its explanation as a tree, from what was stored with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

import rules
from applications.assessment.facts import fact_id
from applications.assessment.models import Finding
from applications.assessment.trial import frozen_facts
from applications.family.models import Person
from applications.intake.models import Application, Submission
from rules.explain import Said, points
from rules.rule import ALWAYS
from rules.words import Reason


@dataclass(frozen=True)
class Explainer:
    """Explains the findings of one submission: the facts of each applicant are read once."""

    assessments: Mapping[int, rules.Assessment]
    language: str

    def tree(self, finding: Finding, reasons: Sequence[str]) -> list[Said]:
        """Return what is said of a finding point by point; nothing for one about a route, a paper, or other facts."""
        assessment = self.assessments.get(finding.person_id or 0)
        if assessment is None or finding.source != Finding.Source.RULE or finding.code not in rules.CONDITIONS:
            return []
        wording = rules.BUILT_IN.wording(finding.code, assessment.as_of)
        condition = rules.Condition(
            id=finding.code,
            answer=finding.outcome,
            law=tuple(finding.law),
            because=tuple(Reason(reason) for reason in reasons),
            missing=tuple(finding.missing),
            would_change=tuple(path for path in finding.would_change if isinstance(path, str)),
            proof=tuple(finding.proof),
            title="",
            since=wording.since if wording else ALWAYS,
        )
        return list(points(assessment, condition, self.language))

    def rule_url(self, finding: Finding) -> str:
        """Return where the rule of a finding is printed as it stood on the day of the case."""
        assessment = self.assessments.get(finding.person_id or 0)
        day = f"?on={assessment.as_of.isoformat()}" if assessment else ""
        return f"{reverse('pages:law')}{day}#rule-{finding.code}"


def explainer(
    case: Application,
    submission: Submission | None,
    applying: Sequence[Person],
    names: Mapping[str, str],
    language: str,
) -> Explainer:
    """Return what explains the findings of a case; it explains nothing where nothing was signed."""
    found: dict[int, rules.Assessment] = {}
    for person in applying:
        if submission is not None and fact_id(person) in submission.facts:
            try:
                facts = rules.parse(frozen_facts(case, submission, person, names))
            except rules.FactsError:
                # Signed under an older contract of facts: the findings stand, only their tree cannot be drawn.
                continue
            found[person.pk] = rules.Assessment(facts.as_of or submission.at.date(), (), facts=facts)
    return Explainer(found, language)


def facts_of(explained: Explainer, person: int) -> tuple[rules.Facts, date] | None:
    """Return the facts about an applicant and their day; None where nothing was signed."""
    assessment = explained.assessments.get(person)
    if assessment is None or assessment.facts is None:
        return None
    return assessment.facts, assessment.as_of
