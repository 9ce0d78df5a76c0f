"""Messages and letters as they were sent: read only; what failed is sent again."""

from django.contrib import admin
from django.contrib import messages as notices
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from applications.admin.base import ReadOnlyAdmin, officer_of
from applications.admin.columns import tag
from applications.core.references import normalised
from applications.correspondence.letters import LETTER
from applications.correspondence.models import Message
from applications.correspondence.resending import send_again, with_fate

TONES = {"waiting": "wait", "sending": "wait", "sent": "ok", "failed": "stop", "recorded": "none"}


@admin.register(Message)
class MessageScreen(ReadOnlyAdmin):
    """What was said to applicants, and what became of it."""

    sees = ("see_cases",)
    list_display = ("made_at", "case", "about", "language", "state_tag", "sent_at", "attempts")
    list_filter = ("state", "template", "language")
    list_select_related = ("application",)
    search_fields = ("application__reference",)
    search_help_text = _("Reference of a case")
    ordering = ("-made_at", "-id")
    fields = (
        "case",
        "template",
        "language",
        "address",
        "subject",
        "words",
        "state_tag",
        "made_at",
        "sent_at",
        "attempts",
    )
    readonly_fields = fields
    actions = ("send_again",)

    @admin.display(description=_("case"))
    def case(self, message: Message) -> str:
        """The case it belongs to, as a link."""
        if message.application is None:
            return "–"
        address = reverse("admin:applications_application_change", args=[message.application_id])
        return format_html('<a href="{}">{}</a>', address, message.application.reference)

    @admin.display(description=_("subject"))
    def about(self, message: Message) -> str:
        """What it is about, in the reader's language; the subject as sent stands in the message itself."""
        reference = message.application.reference if message.application else ""
        subject = (
            str(LETTER[message.template].subject) % {"reference": reference}
            if message.template in LETTER
            else message.template
        )
        return subject.removeprefix(f"{reference}: ")

    @admin.display(description=_("state"))
    def state_tag(self, message: Message) -> str:
        """What became of it, as a tag."""
        if getattr(message, "given_up", False):
            return tag("stop", Message.State.FAILED.label)
        return tag(TONES[message.state], message.get_state_display())

    @admin.display(description=_("text"))
    def words(self, message: Message) -> str:
        """The text as it was sent."""
        return format_html('<pre class="mail">{}</pre>', message.text)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Message]:
        """Return messages of cases the reader may open, without their long texts in lists."""
        found = with_fate(Message.objects.exclude(account=officer_of(request)))
        on_list = (
            request.resolver_match is not None and request.resolver_match.url_name == "applications_message_changelist"
        )
        return found.defer("html", "text", "subject", "address") if on_list else found

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Message], search_term: str
    ) -> tuple[QuerySet[Message], bool]:
        """Search by the reference of a case."""
        if not search_term.strip():
            return queryset, False
        return queryset.filter(application__reference=normalised(search_term) or ""), False

    def has_work_permission(self, request: HttpRequest) -> bool:
        """Whether the reader works on cases."""
        return self.may(request, ("work_cases",))

    @admin.action(description=_("Send again what failed"), permissions=["work"])
    def send_again(self, request: HttpRequest, queryset: QuerySet[Message]) -> None:
        """Have each selected message that failed sent again."""
        officer = officer_of(request)
        again = sum(send_again(message=message, actor=officer) for message in queryset)
        said = ngettext("%(count)d message is sent again.", "%(count)d messages are sent again.", again) % {
            "count": again
        }
        self.message_user(request, said, notices.SUCCESS if again else notices.WARNING)
