"""Background jobs: what waits, what failed and why; what was given up is tried again."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from applications.admin.base import ReadOnlyAdmin, officer_of
from applications.admin.columns import tag
from applications.core import jobs, journal
from applications.core.models import Job

TONES = {"due": "wait", "running": "wait", "done": "ok", "failed": "stop"}


@admin.register(Job)
class JobScreen(ReadOnlyAdmin):
    """Jobs name rows by their numbers only: nothing of a case is to be read here."""

    sees = ("manage_users", "audit")
    list_display = ("id", "kind", "state_tag", "due_at", "attempts", "created_at", "done_at")
    list_filter = ("state", "kind")
    ordering = ("-id",)
    fields = ("kind", "key", "state_tag", "attempts", "created_at", "due_at", "done_at", "error")
    readonly_fields = fields
    actions = ("try_again",)

    @admin.display(description=_("state"))
    def state_tag(self, job: Job) -> str:
        """Where the work stands, as a tag."""
        return tag(TONES[job.state], job.get_state_display())

    @admin.display(description=_("last error"))
    def error(self, job: Job) -> str:
        """What went wrong last."""
        return format_html('<pre class="mail">{}</pre>', job.last_error or "–")

    def has_retry_permission(self, request: HttpRequest) -> bool:
        """Whether the reader runs the installation."""
        return self.may(request, ("manage_users",))

    @admin.action(description=_("Try again what was given up"), permissions=["retry"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[Job]) -> None:
        """Make each selected job that was given up due again."""
        officer, again = officer_of(request), 0
        for job in queryset:
            if jobs.retry(job):
                again += 1
                journal.record(chain="administration", event="job.retried", actor=officer, subject=f"job/{job.pk}")
        said = ngettext("%(count)d job is due again.", "%(count)d jobs are due again.", again) % {"count": again}
        self.message_user(request, said, messages.SUCCESS if again else messages.WARNING)
