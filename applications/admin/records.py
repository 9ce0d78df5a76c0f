"""What is only ever added: findings, reviews, decisions, oaths. For the auditor to read; nobody changes them here."""

from typing import ClassVar

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from applications.admin.base import ReadOnlyAdmin
from applications.assessment.models import Finding, FindingReview
from applications.decisions.models import Decision, OathRecord, Recommendation


class RecordScreen(ReadOnlyAdmin):
    """A list of records over all cases, newest first."""

    sees = ("audit",)
    search_fields: ClassVar[tuple[str, ...]] = ("application__reference",)
    search_help_text = _("Reference of a case")
    list_select_related: ClassVar[tuple[str, ...]] = ("application",)
    ordering = ("-id",)


@admin.register(Finding)
class FindingScreen(RecordScreen):
    """What rules, checks and comparisons said."""

    list_display = ("made_at", "application", "source", "code", "outcome", "superseded_at")
    list_filter = ("source", "outcome")
    fields = ("application", "source", "route", "code", "outcome", "law", "made_at", "superseded_at", "code_version")
    readonly_fields = fields


@admin.register(FindingReview)
class ReviewScreen(RecordScreen):
    """What officers made of findings."""

    search_fields = ("finding__application__reference",)
    list_display = ("at", "finding", "officer", "verdict", "outcome")
    list_filter = ("verdict",)
    list_select_related = ("finding", "officer")
    fields = ("finding", "officer", "verdict", "outcome", "reason", "at")
    readonly_fields = fields


@admin.register(Recommendation)
class RecommendationScreen(RecordScreen):
    """What was proposed, and what second officers made of it."""

    list_display = ("at", "application", "proposal", "state", "by", "second", "second_at")
    list_filter = ("proposal", "state")
    list_select_related = ("application", "by", "second")
    fields = (
        "application",
        "proposal",
        "grounds",
        "reasoning",
        "by",
        "at",
        "state",
        "second",
        "second_at",
        "second_note",
    )
    readonly_fields = fields


@admin.register(Decision)
class DecisionScreen(RecordScreen):
    """What was decided, with number and date."""

    list_display = ("decided_on", "application", "kind", "number", "recorded_by", "recorded_at")
    list_filter = ("kind",)
    list_select_related = ("application", "recorded_by")
    search_fields = ("number", "application__reference")
    fields = ("application", "kind", "number", "decided_on", "reasoning", "recorded_by", "recorded_at")
    readonly_fields = fields


@admin.register(OathRecord)
class OathScreen(RecordScreen):
    """Oaths and solemn promises."""

    list_display = ("taken_on", "application", "form", "place", "certificate_number", "recorded_by")
    list_filter = ("form",)
    list_select_related = ("application", "recorded_by")
    search_fields = ("certificate_number", "application__reference")
    fields = (
        "application",
        "form",
        "taken_on",
        "place",
        "received_by",
        "identity_matches",
        "certificate_number",
        "recorded_by",
        "recorded_at",
    )
    readonly_fields = fields
