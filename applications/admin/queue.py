"""The queue of cases: Django's change list with our columns, tabs and search; the case page is its change view."""

from collections.abc import Iterator, Sequence

from django.contrib import admin, messages
from django.contrib.admin.templatetags.admin_list import result_headers
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from applications.admin import (
    case_compare,
    case_page,
    case_seen,
    dossier,
    finding_review,
    hand_over,
    letters,
    originals,
    pictures,
    what_if,
)
from applications.admin.acts import view as acts
from applications.admin.base import OfficeAdmin, OfficeList, officer_of
from applications.admin.columns import born_column, day_column, due_column, name_column, state_column, turn_column
from applications.admin.queue_filters import FILTERS, queue_of
from applications.admin.queue_rows import rows
from applications.casework import assignment, queues
from applications.casework.queries import visible_cases
from applications.casework.services import CannotMove
from applications.core import clock
from applications.intake.models import Application


class QueueList(OfficeList):
    """The change list of cases: narrowed to a queue, with the queues as tabs."""

    def get_queryset(
        self, request: HttpRequest, exclude_parameters: list[str | None] | None = None
    ) -> QuerySet[Application]:
        """Narrow to the queue asked for; a search without a queue goes through every case."""
        officer = self.officer = officer_of(request)
        self.queue = queue_of(request, officer)
        found = super().get_queryset(request, exclude_parameters)
        return self.queue.narrow(found, officer, clock.today())

    @property
    def tabs(self) -> list[dict[str, object]]:
        """Return the queues of the reader's roles with their addresses."""
        return [
            {"title": each.title, "url": f"?{urlencode({'queue': each.id})}", "is_here": each is self.queue}
            for each in queues.queues_for(self.officer)
        ]

    @property
    def headers(self) -> Iterator[dict[str, int | str | None]]:
        """Return the heads of the columns as Django's own list makes them, with their orders."""
        return result_headers(self)

    @property
    def rows(self) -> Iterator[SafeString]:
        """Return the rows of the page."""
        pattern = reverse("admin:applications_application_change", args=[0]).replace("/0/", "/{}/")
        return rows(
            self.result_list, pattern=pattern, with_boxes="action_checkbox" in self.list_display, today=clock.today()
        )


@admin.register(Application)
class CaseAdmin(OfficeAdmin):
    """Cases: the queue is the list, the case page is the form."""

    sees = ("see_cases",)
    list_display = ("reference", "applicant_name", "born", "state_tag", "turn", "due", "caseworker", "submitted")
    list_display_links = ("reference",)
    list_filter = FILTERS
    list_select_related = ("applicant", "caseworker")
    search_fields = ("reference",)
    search_help_text = _("Reference, name (accents do not matter) or date of birth")
    ordering = ()
    actions = ("take_cases", "hand_over_cases", "record_decisions")
    change_list_template = "admin/case/queue.html"

    @admin.display(description=_("applicant"), ordering="applicant__search")
    def applicant_name(self, case: Application) -> str:
        """The applicant's name, family name first."""
        return name_column(case)

    @admin.display(description=_("born"))
    def born(self, case: Application) -> str:
        """The applicant's date of birth."""
        return born_column(case)

    @admin.display(description=_("state"))
    def state_tag(self, case: Application) -> str:
        """The office's name of the state, as a tag."""
        return state_column(case)

    @admin.display(description=_("whose turn"))
    def turn(self, case: Application) -> str:
        """Who must act now."""
        return turn_column(case)

    @admin.display(description=_("due"), ordering="due_on")
    def due(self, case: Application) -> str:
        """The day by which that is due; said in words where it is over."""
        return due_column(case, clock.today())

    @admin.display(description=_("submitted"), ordering="submitted_at")
    def submitted(self, case: Application) -> str:
        """The day the case was submitted."""
        return day_column(case.submitted_at)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Application]:
        """Return the cases the reader may open: no drafts, none of his or her own."""
        return visible_cases(officer_of(request))

    def get_changelist(self, request: HttpRequest, **kwargs: object) -> type[ChangeList]:
        """Return our list."""
        return QueueList

    def get_ordering(self, request: HttpRequest) -> Sequence[object]:  # type: ignore[override]  # expressions are fine for Django
        """Return the order of the queue: what is due first, or the newest first."""
        return queue_of(request, officer_of(request)).order

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Application], search_term: str
    ) -> tuple[QuerySet[Application], bool]:
        """Search by reference, birth date or name, each by its index."""
        if not search_term.strip():
            return queryset, False
        return queues.search(queryset, search_term), False

    def has_work_permission(self, request: HttpRequest) -> bool:
        """Whether the reader takes and prepares cases."""
        return self.may(request, ("work_cases",))

    def has_decisions_permission(self, request: HttpRequest) -> bool:
        """Whether the reader records the President's decisions."""
        return self.may(request, ("record_decisions",))

    @admin.action(description=_("Take"), permissions=["work"])
    def take_cases(self, request: HttpRequest, queryset: QuerySet[Application]) -> None:
        """Take each selected case nobody has; say which could not be taken."""
        officer, taken = officer_of(request), 0
        for case in queryset:
            try:
                assignment.take(case=case, officer=officer)
                taken += 1
            except CannotMove as error:
                self.message_user(request, f"{case.reference}: {error.reason}", messages.WARNING)
        if taken:
            said = ngettext("%(count)d case is yours now.", "%(count)d cases are yours now.", taken) % {"count": taken}
            self.message_user(request, said, messages.SUCCESS)

    @admin.action(description=_("Hand over…"), permissions=["work"])
    def hand_over_cases(self, request: HttpRequest, queryset: QuerySet[Application]) -> HttpResponse:
        """Go on to the page that asks for the colleague."""
        ids = ",".join(str(pk) for pk in queryset.values_list("pk", flat=True))
        return redirect(f"{reverse('admin:case_hand_over_list')}?{urlencode({'ids': ids})}")

    @admin.action(description=_("Record the President’s decisions…"), permissions=["decisions"])
    def record_decisions(self, request: HttpRequest, queryset: QuerySet[Application]) -> HttpResponse:
        """Go on to the list that asks for number and date of each."""
        ids = ",".join(str(pk) for pk in queryset.values_list("pk", flat=True))
        return redirect(f"{reverse('admin:president')}?{urlencode({'ids': ids})}")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """Show the case page."""
        return case_page.page(self.admin_site, request, object_id)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """Lead to the timeline: it is the history."""
        return redirect(f"{reverse('admin:applications_application_change', args=[object_id])}#timeline")

    def get_urls(self) -> list[URLPattern]:
        """Add the screens of a case."""
        wrap = self.admin_site.admin_view
        return [
            path("hand-over/", wrap(hand_over.list_page), name="case_hand_over_list"),
            path("<int:pk>/act/<slug:act>/", wrap(acts.page), name="case_act"),
            path("<int:pk>/finding/<int:finding>/", wrap(finding_review.page), name="case_finding"),
            path(
                "<int:pk>/file/<int:file>/<int:number>/<slug:size>/", wrap(pictures.page_picture), name="case_picture"
            ),
            path("<int:pk>/compare/", wrap(case_compare.page), name="case_compare"),
            path("<int:pk>/dossier/", wrap(dossier.page), name="case_dossier"),
            path("<int:pk>/file/<int:file>/original/", wrap(originals.original), name="case_original"),
            path("<int:pk>/paper/<int:paper>/clean-copy/", wrap(originals.clean_pdf), name="case_clean_copy"),
            path("<int:pk>/beside/<int:finding>/", wrap(case_seen.beside), name="case_beside"),
            path("<int:pk>/what-if/", wrap(what_if.page), name="case_what_if"),
            path("<int:pk>/letter/<int:letter>/", wrap(letters.letter_pdf), name="case_letter"),
            *super().get_urls(),
        ]
