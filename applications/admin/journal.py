"""The journal, for the auditor: read, narrow, verify. Nobody changes it, the database itself sees to that."""

import json

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from applications import pipeline
from applications.admin.base import ReadOnlyAdmin, demand
from applications.core.models import JournalAnchor, JournalEntry
from applications.core.references import normalised

SHOWN_BREAKS = 5


@admin.register(JournalEntry)
class JournalScreen(ReadOnlyAdmin):
    """Who did, saw, changed or sent what, and when."""

    sees = ("audit",)
    list_display = ("at", "chain", "number", "event", "actor_role", "actor", "subject")
    list_filter = ("actor_role",)
    list_select_related = ("actor",)
    search_fields = ("chain",)
    search_help_text = gettext_lazy("Reference of a case, name of another chain, or an event")
    ordering = ("-at", "-id")
    fields = ("chain", "number", "at", "event", "actor", "actor_role", "subject", "content", "previous", "hash")
    readonly_fields = fields
    change_list_template = "admin/journal.html"

    @admin.display(description=gettext_lazy("data"))
    def content(self, entry: JournalEntry) -> str:
        """What the entry holds."""
        return format_html('<pre class="mail">{}</pre>', json.dumps(entry.data, ensure_ascii=False, indent=1))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[JournalEntry], search_term: str
    ) -> tuple[QuerySet[JournalEntry], bool]:
        """Search by a case's reference, a chain's name, or the beginning of an event."""
        text = search_term.strip()
        if not text:
            return queryset, False
        reference = normalised(text)
        if reference or JournalEntry.objects.filter(chain=text).exists():
            return queryset.filter(chain=reference or text), False
        return queryset.filter(event__startswith=text), False

    def get_urls(self) -> list[URLPattern]:
        """Add the button that verifies."""
        return [
            path("verify/", self.admin_site.admin_view(require_POST(verify)), name="journal_verify"),
            *super().get_urls(),
        ]


def verify(request: HttpRequest) -> HttpResponse:
    """Check every chain now and say what was found."""
    demand(request, "audit")
    breaks = pipeline.verify_journal()
    if not breaks:
        messages.success(request, _("Every chain of the journal holds."))
    for each in breaks[:SHOWN_BREAKS]:
        messages.error(request, f"{each.chain} {each.number}: {each.problem}")
    if len(breaks) > SHOWN_BREAKS:
        messages.error(request, _("%(count)d breaks in all.") % {"count": len(breaks)})
    return redirect("admin:applications_journalentry_changelist")


@admin.register(JournalAnchor)
class AnchorScreen(ReadOnlyAdmin):
    """The signed fingerprints of the journal's heads, one a day."""

    sees = ("audit",)
    list_display = ("on", "chains", "digest", "made_at")
    ordering = ("-on",)
    fields = ("on", "chains", "digest", "signature", "made_at")
    readonly_fields = fields
