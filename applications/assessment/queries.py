"""Reads of findings."""

from django.db.models import Prefetch, QuerySet

from applications.assessment.models import Finding, FindingReview
from applications.intake.models import Application


def current(application: Application) -> QuerySet[Finding]:
    """Return the findings that stand now, with their reviews (``all_reviews``, the last one counts)."""
    reviews = FindingReview.objects.select_related("officer").order_by("at", "pk")
    return (
        Finding.objects.filter(application=application, superseded_at=None)
        .select_related("person", "paper", "file")
        .prefetch_related(Prefetch("reviews", queryset=reviews, to_attr="all_reviews"))
        .order_by("source", "route", "pk")
    )


def standing(finding: Finding) -> str:
    """Return the outcome that counts: the last review's, or the finding's own."""
    last = finding.reviews.order_by("at", "pk").last()
    return last.outcome if last else finding.outcome


def outcome_of(finding: Finding) -> str:
    """Return the outcome that counts of a finding read by ``current``: its reviews are at hand."""
    reviews: list[FindingReview] = getattr(finding, "all_reviews", [])
    return reviews[-1].outcome if reviews else finding.outcome
