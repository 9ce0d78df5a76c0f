"""Who works on a case: take it, hand it over, leave a note."""

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from applications.admin.acts.act import Act, Data, Words
from applications.casework import assignment
from applications.core.models import User
from applications.core.roles import ROLES
from applications.intake.models import Application


def colleagues(officer: User) -> QuerySet[User]:
    """Return everybody else whose role works on cases, those of the officer's office first."""
    working = [role.id for role in ROLES.values() if "work_cases" in role.permissions]
    people = User.objects.filter(is_staff=True, is_active=True, groups__name__in=working).exclude(pk=officer.pk)
    return people.select_related("office").distinct().order_by("office__city", "name")


class Take(Act):
    """Make a case one's own."""

    id = "take"
    title = _("Take the case")
    shortcut = "t"
    done = _("The case is yours now.")

    def is_offered(self, case: Application, officer: User) -> bool:
        """Open cases of nobody, for whoever works on cases."""
        return case.closed_at is None and case.caseworker_id is None and officer.may(self.permission)

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Take it, unless a colleague was faster."""
        assignment.take(case=case, officer=officer)


class HandOverForm(forms.Form):
    """To whom, and what he or she should know."""

    to = forms.ModelChoiceField(label=_("Colleague"), queryset=User.objects.none())
    note = forms.CharField(
        label=_("What should your colleague know?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=8000,
    )


class HandOver(Act):
    """Give a case to a colleague."""

    id = "hand_over"
    title = _("Hand over")
    lead = _(
        "Your colleague finds the case among his or her own. The note is kept with the case; the applicant does not see it."
    )
    shortcut = "h"
    form_class = HandOverForm
    done = _("The case was handed over.")

    def is_offered(self, case: Application, officer: User) -> bool:
        """Open cases, for whoever works on cases."""
        return case.closed_at is None and officer.may(self.permission)

    def form(self, case: Application, officer: User, data: Data = None) -> forms.Form:
        """Offer the colleagues, but the one who has it and the applicant."""
        form = super().form(case, officer, data)
        others = colleagues(officer).exclude(pk__in=[case.caseworker_id or 0, case.account_id])
        form.fields["to"].queryset = others  # type: ignore[attr-defined]  # a ModelChoiceField, as declared
        return form

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Hand it over."""
        assignment.hand_over(case=case, to=form.cleaned_data["to"], by=officer, note=form.cleaned_data["note"])


class NoteTextForm(forms.Form):
    """An internal note."""

    text = forms.CharField(
        label=_("Note"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=8000,
        error_messages={"required": _("Write the note.")},
    )


class WriteNote(Act):
    """Leave an internal note."""

    id = "note"
    title = _("Write a note")
    lead = _("Notes are for the office alone. The applicant does not see them.")
    permission = "see_cases"
    shortcut = "n"
    form_class = NoteTextForm
    done = _("The note is kept.")

    def is_offered(self, case: Application, officer: User) -> bool:
        """Always, for whoever does something with cases; who only reads writes nothing."""
        return any(officer.may(permission) for permission in ("work_cases", "record_visits", "approve_proposals"))

    def hindrance(self, case: Application, officer: User) -> Words | None:
        """Nothing hinders a note."""
        return None

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Keep it."""
        assignment.write_note(case=case, author=officer, text=form.cleaned_data["text"])
