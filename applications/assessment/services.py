"""Verbs that write findings. A newer run supersedes; nothing is overwritten, nothing is decided."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction

import rules
from applications.assessment.models import Finding, FindingReview
from applications.core import clock, journal
from applications.core.models import User
from applications.documents.models import Paper, PaperFile
from applications.family.models import Person
from applications.intake.models import Application, Submission

ROUTES = {"simplified_descent": ("simplified_descent", "citizen", "dual_nationality")}


@dataclass(frozen=True)
class Statement:
    """A finding before it is written (see models.Finding for the fields)."""

    source: str
    code: str
    outcome: str
    code_version: str
    person: Person | None = None
    paper: Paper | None = None
    file: PaperFile | None = None
    route: str = ""
    reasons: Sequence[Mapping[str, object]] = ()
    law: Sequence[str] = ()
    missing: Sequence[str] = ()
    would_change: Sequence[object] = ()
    proof: Sequence[str] = ()
    evidence: Sequence[object] = field(default_factory=tuple)


def by_law(*, application: Application, person: Person, facts: Mapping[str, object]) -> list[Statement]:
    """Return what the law says of these facts about one applicant: a statement a condition, one a route."""
    wanted = ROUTES[application.procedure]
    known = {route for route in wanted if route in rules.ROUTES}
    statements: list[Statement] = []
    for route in rules.assess(facts, routes=known).routes:
        statements.append(
            Statement(
                Finding.Source.RULE, f"route.{route.route}", route.outcome, rules.VERSION, person, route=route.route
            )
        )
        for condition in route.conditions:
            statements.append(
                Statement(
                    source=Finding.Source.RULE,
                    code=condition.id,
                    outcome=condition.answer,
                    code_version=rules.VERSION,
                    person=person,
                    route=route.route,
                    reasons=[reason.as_dict() for reason in condition.because],
                    law=list(condition.law),
                    missing=list(condition.missing),
                    would_change=list(condition.would_change),
                    proof=list(condition.proof),
                )
            )
    return statements


def write(
    *,
    application: Application,
    submission: Submission | None,
    scope: Mapping[str, object],
    statements: Iterable[Statement],
) -> list[Finding]:
    """Write statements as the current findings of ``scope`` (model fields, such as source or paper).

    What the scope said before is superseded where it differs; a finding that says the same stays, so
    that an officer's review of it stays too. Run twice, nothing changes.
    """
    moment = clock.now()
    with transaction.atomic():
        current = list(Finding.objects.select_for_update().filter(application=application, superseded_at=None, **scope))
        standing = {said(row): row for row in current}
        kept: list[Finding] = []
        for statement in statements:
            row = Finding(
                application=application,
                submission=submission,
                person=statement.person,
                paper=statement.paper,
                file=statement.file,
                source=statement.source,
                route=statement.route,
                code=statement.code,
                outcome=statement.outcome,
                reasons=list(statement.reasons),
                law=list(statement.law),
                missing=list(statement.missing),
                would_change=list(statement.would_change),
                proof=list(statement.proof),
                evidence=list(statement.evidence),
                code_version=statement.code_version,
                made_at=moment,
            )
            same = standing.pop(said(row), None)
            if same is None:
                row.save()
            kept.append(same or row)
        Finding.objects.filter(pk__in=[row.pk for row in standing.values()]).update(superseded_at=moment)
    return kept


def said(row: Finding) -> tuple[object, ...]:
    """Return what makes two findings the same statement."""
    return (
        row.submission_id,
        row.person_id,
        row.paper_id,
        row.file_id,
        row.source,
        row.route,
        row.code,
        row.outcome,
        # PostgreSQL hands the members of an object back in an order of its own.
        *(json.dumps(value, sort_keys=True, default=str) for value in (row.reasons, row.law, row.evidence)),
        row.code_version,
    )


def review(*, finding: Finding, officer: User, outcome: str, reason: str) -> FindingReview:
    """Accept a finding (the same outcome) or override it (another one), with a reason."""
    verdict = FindingReview.Verdict.ACCEPTED if outcome == finding.outcome else FindingReview.Verdict.OVERRIDDEN
    with transaction.atomic():
        row = FindingReview.objects.create(
            finding=finding, officer=officer, verdict=verdict, outcome=outcome, reason=reason, at=clock.now()
        )
        journal.record(
            chain=finding.application.reference,
            event=f"finding.{verdict}",
            actor=officer,
            subject=f"finding/{finding.pk}",
            data={"code": finding.code, "from": finding.outcome, "to": outcome},
        )
        return row
