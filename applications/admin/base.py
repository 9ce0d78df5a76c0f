"""What the screens share: who asks, what a role may, lists that stay fast, records that stay as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from django.contrib import admin
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Field, Model
from django.forms import Field as FormField
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.text import capfirst

from applications.core import journal
from applications.core.models import User

COUNTED = 1000
ROWS = 50
ADMINISTRATION = "administration"


def officer_of(request: HttpRequest) -> User:
    """Return the member of staff who asks; raises PermissionDenied for anybody else."""
    if isinstance(request.user, User) and request.user.roles:
        return request.user
    raise PermissionDenied


def demand(request: HttpRequest, *permissions: str) -> User:
    """Return the officer where a role of his or hers carries one of ``permissions``; raises PermissionDenied."""
    officer = officer_of(request)
    if not any(officer.may(permission) for permission in permissions):
        raise PermissionDenied
    return officer


class CappedPaginator(Paginator):  # type: ignore[type-arg]  # the stubs' generics cannot be subclassed at run time
    """Counts to COUNTED and no further: a list longer than that is narrowed by filters, not leafed through.

    Neither the count nor the last page's OFFSET grows with the number of cases.
    """

    counted = COUNTED

    @cached_property
    def count(self) -> int:
        """The number of rows, COUNTED at most."""
        return int(self.object_list.order_by()[: COUNTED + 1].count())  # type: ignore[attr-defined]  # a query set

    @property
    def is_capped(self) -> bool:
        """Whether there are more rows than are counted."""
        return self.count > COUNTED


@dataclass(frozen=True)
class Select:
    """A filter as the list prints it: the name it is sent by, its words, (value, words, whether chosen)."""

    name: str
    title: object
    options: Sequence[tuple[str, object, bool]]
    is_hidden: bool
    value: str


class OfficeList(ChangeList):
    """A change list that gives its filters as selects and its pages as links, for templates without tags of their own."""

    @property
    def selects(self) -> list[Select]:
        """Return the filters."""
        return [self.select(spec) for spec in self.filter_specs]

    def select(self, spec: object) -> Select:
        """Return one filter of whatever class, by the addresses its choices lead to."""
        name = str(getattr(spec, "parameter_name", None) or getattr(spec, "lookup_kwarg", ""))
        options = []
        for choice in spec.choices(self):  # type: ignore[attr-defined]  # every filter of the admin has choices
            value = parse_qs(str(choice["query_string"]).lstrip("?")).get(name)
            if value:
                options.append((value[0], choice["display"], bool(choice["selected"])))
        chosen = next((value for value, _words, selected in options if selected), "")
        return Select(name, getattr(spec, "title", ""), options, getattr(spec, "is_tab", False), chosen)

    @property
    def page_links(self) -> list[tuple[object, str]]:
        """Return (number, address) of the pages near this one; no address for this page and for gaps."""
        links: list[tuple[object, str]] = []
        for number in self.paginator.get_elided_page_range(self.page_num, on_each_side=2, on_ends=1):
            away = isinstance(number, int) and number != self.page_num
            links.append((number, self.get_query_string({PAGE_VAR: number}) if away else ""))
        return links


class OfficeAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # as above
    """A screen whose permissions come from the table of roles, and whose changes go to the journal.

    ``sees`` and ``changes`` name permissions of core.roles; any of them is enough.
    """

    sees: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    show_full_result_count = False
    list_per_page = ROWS
    list_max_show_all = 0
    paginator = CappedPaginator
    actions_on_top = True
    actions: tuple[str, ...] | None = None

    def get_changelist(self, request: HttpRequest, **kwargs: object) -> type[ChangeList]:
        """Return our list."""
        return OfficeList

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """Head the list with what is in it."""
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: object) -> FormField | None:  # type: ignore[type-arg]  # as above
        """Return the plain field, without the buttons that open another table in a window of its own."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def may(self, request: HttpRequest, permissions: tuple[str, ...]) -> bool:
        """Whether a role of the reader's carries one of ``permissions``."""
        user = request.user
        return isinstance(user, User) and any(user.may(permission) for permission in permissions)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whoever sees the screen sees its module."""
        return self.may(request, self.sees)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Whether the reader's role sees this screen."""
        return self.may(request, self.sees)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whether the reader's role changes what this screen shows."""
        return self.may(request, self.changes)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Whether the reader's role changes what this screen shows."""
        return self.may(request, self.changes)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nothing is deleted in the back office."""
        return False

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """There is no log beside the journal, so there is no page that shows one."""
        raise Http404

    def log_addition(self, request: HttpRequest, obj: Model, message: object) -> None:  # type: ignore[override]  # no LogEntry: the journal is the log
        """Write the addition to the journal instead of Django's log, which anybody could edit."""
        self.to_journal(request, obj, "added", {})

    def log_change(self, request: HttpRequest, obj: Model, message: object) -> None:  # type: ignore[override]  # as above
        """Write the change to the journal: the names of the fields, never their contents."""
        changed = (
            [entry["changed"].get("fields", []) for entry in message if "changed" in entry]
            if isinstance(message, list)
            else []
        )
        self.to_journal(request, obj, "changed", {"fields": [name for names in changed for name in names]})

    def to_journal(self, request: HttpRequest, obj: Model, what: str, data: dict[str, object]) -> None:
        """Append an entry about administration."""
        name = obj._meta.model_name
        journal.record(
            chain=ADMINISTRATION,
            event=f"{name}.{what}",
            actor=officer_of(request),
            subject=f"{name}/{obj.pk}",
            data=data,
        )


class ReadOnlyAdmin(OfficeAdmin):
    """A screen on which nothing can be changed: what it shows is written by services and kept."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody changes by hand."""
        return False

    def save_model(self, request: HttpRequest, obj: Model, form: "ModelForm[Model]", change: bool) -> None:  # noqa: FBT001 - Django's signature
        """Refuse, should a form ever get this far."""
        raise PermissionDenied
