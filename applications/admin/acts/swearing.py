"""The oath: the summons and its delivery, the day, the record of what was said."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from applications import pipeline
from applications.admin.acts.act import Act, Data, Step, Words
from applications.admin.acts.deciding import day_field
from applications.admin.words import language_now
from applications.casework.models import Slot
from applications.casework.visits import free_slots, kept_booking
from applications.core import clock
from applications.core.models import Office, User
from applications.decisions.models import OathRecord
from applications.decisions.oath_texts import OATH, PROMISE
from applications.decisions.services import latest_summons
from applications.intake.models import Application

SLOTS = 60


class SummonsForm(forms.Form):
    """Where the oath will be taken."""

    office = forms.ModelChoiceField(
        label=_("Where the oath is taken"),
        queryset=Office.objects.exclude(kind=Office.Kind.CENTRAL),
        error_messages={"required": _("Choose where the oath is taken.")},
    )


class SendSummons(Step):
    """Send the summons: within thirty days of the document's arrival."""

    lead = _("The year to take the oath runs from the day the summons is delivered. Record that day when you know it.")
    form_class = SummonsForm
    done = _("The summons is on its way.")

    def form(self, case: Application, officer: User, data: Data = None) -> forms.Form:
        """Offer the offices by the name in the reader's language; the case's own first."""
        form = SummonsForm(data, initial={"office": case.office_id})
        language = language_now()
        form.fields["office"].label_from_instance = lambda row: row.name_in(language)  # type: ignore[attr-defined]  # a ModelChoiceField
        return form

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Send it."""
        pipeline.send_summons(case=case, office=form.cleaned_data["office"], actor=officer)


class DeliveryForm(forms.Form):
    """The day the summons was delivered."""

    on = day_field(_("Delivered on"), _("Enter the day the summons was delivered."))

    def clean_on(self) -> object:
        """Nothing is delivered tomorrow."""
        day = self.cleaned_data["on"]
        if day > clock.today():
            raise ValidationError(gettext("The day of delivery cannot lie ahead."))
        return day


class DeliverSummons(Act):
    """Record the day the summons was delivered."""

    id = "deliver_summons"
    title = _("Record the delivery")
    lead = _(
        "The grant lapses one year after this day if the applicant lets it pass by his or her own fault (Ápt. 7. §)."
    )
    form_class = DeliveryForm
    done = _("The day of delivery is recorded: the year runs from it.")

    def is_offered(self, case: Application, officer: User) -> bool:
        """Where a summons was sent and its delivery is not recorded."""
        if case.state not in {"summons_sent", "oath_booked"} or not officer.may(self.permission):
            return False
        summons = latest_summons(case)
        return summons is not None and summons.summons_delivered_on is None

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Record it, unless it was recorded meanwhile."""
        pipeline.deliver_summons(case=case, on=form.cleaned_data["on"], actor=officer)


class AppointmentForm(forms.Form):
    """A free time for the oath."""

    slot = forms.TypedChoiceField(
        label=_("Time"),
        coerce=int,
        error_messages={"required": _("Choose a time.")},
    )


class AppointOath(Step):
    """Fix a time for the oath on the applicant's behalf."""

    lead = _("For applicants who asked by telephone or at the counter.")
    form_class = AppointmentForm
    done = _("The oath is fixed.")

    def form(self, case: Application, officer: User, data: Data = None) -> forms.Form:
        """Offer the free times of the office that sent the summons."""
        form = AppointmentForm(data)
        form.fields["slot"].choices = [(slot.pk, slot_words(slot)) for slot in self.slots(case)]  # type: ignore[attr-defined]  # a choice field
        return form

    def slots(self, case: Application) -> list[Slot]:
        """Return the coming free times where the oath is to be taken."""
        summons = latest_summons(case)
        return list(free_slots(summons.office, Slot.Purpose.OATH).select_related("office")[:SLOTS]) if summons else []

    def hindrance(self, case: Application, officer: User) -> Words | None:
        """Without a free time there is nothing to fix."""
        return super().hindrance(case, officer) or (
            None if self.slots(case) else _("The office has no free time for an oath: add appointment times first.")
        )

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Book it."""
        slot = Slot.objects.select_related("office").get(pk=form.cleaned_data["slot"])
        pipeline.appoint_oath(case=case, slot=slot, actor=officer)


def slot_words(slot: Slot) -> str:
    """Return day and hour of a time, by the clock on the office's wall."""
    return date_format(slot.begins, "DATETIME_FORMAT")


class OathForm(forms.Form):
    """What was said, when, where, before whom, and the number of the certificate."""

    form = forms.ChoiceField(
        label=_("What was taken"),
        choices=OathRecord.Form.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose oath or solemn promise.")},
    )
    taken_on = day_field(_("Taken on"), _("Enter the day it was taken."))
    place = forms.CharField(label=_("Place"), max_length=120, error_messages={"required": _("Enter the place.")})
    received_by = forms.CharField(
        label=_("Received by"), max_length=120, error_messages={"required": _("Enter who received it.")}
    )
    identity_matches = forms.BooleanField(
        label=_("The person is the one who filed the application: document, face and signature agree"),
        error_messages={"required": _("The oath is recorded only where the identity matches.")},
    )
    certificate_number = forms.CharField(
        label=_("Number of the certificate"),
        max_length=40,
        error_messages={"required": _("Enter the number of the certificate.")},
    )

    def clean_taken_on(self) -> object:
        """An oath is recorded once it was taken."""
        day = self.cleaned_data["taken_on"]
        if day > clock.today():
            raise ValidationError(gettext("The day of the oath cannot lie ahead."))
        return day


class RecordOath(Step):
    """Record the oath or promise: the citizenship begins on its day."""

    lead = _("Read the text aloud, sentence by sentence. From this day the applicant is a Hungarian citizen.")
    form_class = OathForm
    template = "admin/case/oath.html"
    done = _("The oath is recorded. Welcome the new citizen.")

    def initial(self, case: Application, officer: User) -> dict[str, object]:
        """Start with today, the place booked and the officer."""
        booking = kept_booking(case, Slot.Purpose.OATH)
        place = booking.slot.office if booking else officer.office
        return {"taken_on": clock.today(), "place": place.city if place else "", "received_by": officer.get_full_name()}

    def context(self, case: Application, officer: User) -> dict[str, object]:
        """Show the words of the law, with the applicant's name in them."""
        name = case.applicant.full_name
        return {
            "oath": [line.format(name=name) for line in OATH],
            "promise": [line.format(name=name) for line in PROMISE],
        }

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Record it."""
        pipeline.record_oath(case=case, actor=officer, **form.cleaned_data)


class Lapse(Step):
    """Record that the year passed without an oath, by the applicant's own fault."""

    lead = _(
        "Ápt. 7. §: the grant lapses where the year passed by the applicant’s own fault. Illness or another obstacle is none: say what you looked into."
    )
    is_grave = True
    done = _("The lapse is recorded.")
