"""Offices and their appointment times, for the administrator."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.contrib import admin
from django.db.models import Count, Model, Q, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from applications.admin.base import OfficeAdmin
from applications.casework.models import Slot
from applications.core import clock
from applications.core.models import Office

WEEKDAYS = 5
WALL_TIMES = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M")


class OfficeForm(forms.ModelForm):  # type: ignore[type-arg]  # the stubs' generics cannot be subclassed at run time
    """An office; its time zone is one the machine knows."""

    class Meta:
        model = Office
        fields = (
            "name_hu",
            "name_en",
            "kind",
            "country",
            "city",
            "address",
            "territory",
            "time_zone",
            "hours",
            "languages",
            "is_open",
        )

    def clean_time_zone(self) -> str:
        """Appointments are told in this zone."""
        zone = str(self.cleaned_data["time_zone"]).strip()
        if zone not in available_timezones():
            raise forms.ValidationError(_("Enter a time zone such as Europe/Budapest or America/New_York."))
        return zone

    def clean_country(self) -> str:
        """Countries are written as ISO 3166-1 codes."""
        return str(self.cleaned_data["country"]).strip().upper()


@admin.register(Office)
class OfficeScreen(OfficeAdmin):
    """Offices are data: territory, hours, languages, whether they receive people."""

    sees = changes = ("manage_users",)
    form = OfficeForm
    list_display = ("name_hu", "kind", "country", "city", "languages", "is_open")
    list_filter = ("kind", "is_open")
    search_fields = ("name_hu", "name_en", "city")
    ordering = ("country", "city")


class WallTimeField(forms.DateTimeField):
    """An hour as it is typed, in no zone yet: the office says which."""

    def prepare_value(self, value: object) -> object:
        """Show what was typed or is stored as it is."""
        return value

    def to_python(self, value: object) -> datetime | None:
        """Return the hour without a zone."""
        for form in WALL_TIMES:
            try:
                return datetime.strptime(str(value), form)  # noqa: DTZ007 - the office's zone is added in clean
            except ValueError:
                continue
        if value in self.empty_values:
            return None
        raise forms.ValidationError(self.error_messages["invalid"], code="invalid")


class SlotForm(forms.ModelForm):  # type: ignore[type-arg]  # the stubs' generics cannot be subclassed at run time
    """One time, or a series: the same times on the following working days."""

    starts_at = WallTimeField(
        label=_("Starts"),
        help_text=_("By the clock on the office’s wall."),
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
    )
    times = forms.IntegerField(
        label=_("Times one after the other"),
        min_value=1,
        max_value=40,
        initial=1,
        required=False,
        help_text=_("So many times on the same day, each beginning where the one before ends."),
    )
    days = forms.IntegerField(
        label=_("Working days"),
        min_value=1,
        max_value=120,
        initial=1,
        required=False,
        help_text=_("The same times on so many working days, the first one included. Weekends are left out."),
    )

    class Meta:
        model = Slot
        fields = ("office", "purpose", "starts_at", "minutes", "capacity")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        if self.instance.pk:
            self.initial["starts_at"] = self.instance.begins.replace(tzinfo=None)

    def clean(self) -> dict[str, object]:
        """Read the hour in the office's zone; appointments lie ahead."""
        given = super().clean() or {}
        office, wall = given.get("office"), given.get("starts_at")
        if isinstance(office, Office) and isinstance(wall, datetime):
            starts = wall.replace(tzinfo=ZoneInfo(office.time_zone))
            if not self.instance.pk and starts <= clock.now():
                self.add_error("starts_at", forms.ValidationError(_("The time must lie ahead.")))
            given["starts_at"] = starts
        return given


@admin.register(Slot)
class SlotScreen(OfficeAdmin):
    """Times at which families may come, added one by one or as a series."""

    sees = changes = ("manage_users",)
    form = SlotForm
    list_display = ("begins", "office", "purpose", "minutes", "capacity", "taken")
    list_filter = ("purpose", "office")
    list_select_related = ("office",)
    ordering = ("-starts_at", "-id")

    @admin.display(description=_("starts"), ordering="starts_at")
    def begins(self, slot: Slot) -> str:
        """When it begins, by the clock on the office's wall."""
        return date_format(slot.begins, "SHORT_DATETIME_FORMAT")

    @admin.display(description=_("taken"))
    def taken(self, slot: Slot) -> int:
        """How many families have a place in it."""
        return int(getattr(slot, "kept", 0))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Slot]:
        """Count the kept bookings with the times."""
        return Slot.objects.annotate(kept=Count("bookings", filter=Q(bookings__cancelled_at=None)))

    def get_fields(
        self, request: HttpRequest, obj: Model | None = None
    ) -> list[str | list[str] | tuple[str, ...] | tuple[()]]:
        """A series is made, not changed."""
        fields = ["office", "purpose", "starts_at", "minutes", "capacity"]
        return [*fields] if obj else [*fields, "times", "days"]

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A time nobody ever booked may go."""
        may = self.may(request, self.changes)
        return may and (obj is None or not Slot.objects.filter(pk=obj.pk, bookings__isnull=False).exists())

    def save_model(self, request: HttpRequest, obj: Slot, form: "ModelForm[Slot]", change: bool) -> None:  # noqa: FBT001 - Django's signature
        """Save the time and, for a new one, the series it begins; times that are there already stay as they are."""
        obj.save()
        if change:
            return
        given = form.cleaned_data
        for starts in series(obj.begins, obj.minutes, given.get("times") or 1, given.get("days") or 1):
            Slot.objects.get_or_create(
                office=obj.office,
                purpose=obj.purpose,
                starts_at=starts,
                defaults={"minutes": obj.minutes, "capacity": obj.capacity},
            )


def series(first: datetime, minutes: int, times: int, days: int) -> list[datetime]:
    """Return the beginnings of a series in the zone of ``first``; the hour stays when summer time begins or ends."""
    found: list[datetime] = []
    day = first.date()
    while days > 0:
        if day.weekday() < WEEKDAYS:
            start = datetime.combine(day, first.time(), tzinfo=first.tzinfo)
            found += [start + timedelta(minutes=minutes * number) for number in range(times)]
            days -= 1
        day += timedelta(days=1)
    return found
