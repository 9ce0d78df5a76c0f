"""The filters of the queue: plain selects over few values, each with an index behind it."""

from collections.abc import Iterator

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from applications.casework.queues import QUEUE, Queue, queues_for
from applications.casework.workflow import STATES, TURN_STAFF
from applications.core.models import Office, User
from applications.core.roles import ROLES
from applications.intake.models import Application

Choices = Iterator[tuple[str, str]]
PROCEDURES = {"simplified_descent": _("Simplified naturalisation")}


def queue_of(request: HttpRequest, officer: User) -> Queue:
    """Return the queue asked for, the officer's usual one, or all cases where he or she searches."""
    asked = request.GET.get("queue", "")
    offered = queues_for(officer)
    if asked in QUEUE and QUEUE[asked] in offered:
        return QUEUE[asked]
    return QUEUE["all"] if request.GET.get("q") else offered[0]


class QueueFilter(SimpleListFilter):
    """Keeps the queue's name in the list's addresses; the list itself narrows."""

    title = _("queue")
    parameter_name = "queue"
    is_tab = True

    def lookups(self, request: HttpRequest, model_admin: "ModelAdmin[Application]") -> Choices:
        """Every queue."""
        yield from ((queue.id, str(queue.title)) for queue in QUEUE.values())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Application]) -> QuerySet[Application]:
        """Leave the narrowing to the list, which knows the usual queue too."""
        return queryset


class ColumnFilter(SimpleListFilter):
    """A filter on one column by equality."""

    column = ""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Application]) -> QuerySet[Application]:
        """Compare the column with the value chosen, unless it is none of those offered."""
        value = self.value()
        if value is None or value not in {str(key) for key, _title in self.lookup_choices}:
            return queryset
        return queryset.filter(**{self.column: value})

    @property
    def options(self) -> list[tuple[str, object, bool]]:
        """Return (value, words, whether chosen) for the select."""
        return [(str(key), title, str(key) == self.value()) for key, title in self.lookup_choices]


class StateFilter(ColumnFilter):
    """By state."""

    title = _("state")
    parameter_name = column = "state"

    def lookups(self, request: HttpRequest, model_admin: "ModelAdmin[Application]") -> Choices:
        """Every state but the draft, which no officer sees."""
        yield from ((state.id, str(state.staff)) for state in STATES if state.id != "draft")


class TurnFilter(ColumnFilter):
    """By who must act."""

    title = _("whose turn")
    parameter_name = "turn"
    column = "waits_for"

    def lookups(self, request: HttpRequest, model_admin: "ModelAdmin[Application]") -> Choices:
        """Applicant, office, another authority, nobody."""
        yield from ((turn.value, str(words)) for turn, words in TURN_STAFF.items())


class OfficeFilter(ColumnFilter):
    """By office."""

    title = _("office")
    parameter_name = column = "office"

    def lookups(self, request: HttpRequest, model_admin: "ModelAdmin[Application]") -> Choices:
        """Every office, in the reader's language."""
        language = (get_language() or "hu")[:2]
        yield from ((str(office.pk), office.name_in(language)) for office in Office.objects.all())


class ProcedureFilter(ColumnFilter):
    """By procedure."""

    title = _("procedure")
    parameter_name = column = "procedure"

    def lookups(self, request: HttpRequest, model_admin: "ModelAdmin[Application]") -> Choices:
        """The procedures this installation knows."""
        yield from ((procedure, str(title)) for procedure, title in PROCEDURES.items())


class CaseworkerFilter(ColumnFilter):
    """By caseworker."""

    title = _("caseworker")
    parameter_name = column = "caseworker"

    def lookups(self, request: HttpRequest, model_admin: "ModelAdmin[Application]") -> Choices:
        """Everybody whose role takes cases."""
        working = [role.id for role in ROLES.values() if "work_cases" in role.permissions]
        people = (
            User.objects.filter(is_staff=True, is_active=True, groups__name__in=working).distinct().order_by("name")
        )
        yield from ((str(person.pk), str(person)) for person in people)


FILTERS = (QueueFilter, StateFilter, TurnFilter, OfficeFilter, ProcedureFilter, CaseworkerFilter)
