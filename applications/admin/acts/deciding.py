"""What was decided: the President's decision with number and day, the office's own termination, the annulment."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from applications import pipeline
from applications.admin.acts.act import Step
from applications.admin.acts.proposing import proposal_shown
from applications.core import clock
from applications.core.models import User
from applications.decisions.models import Decision
from applications.intake.models import Application

NUMBER = forms.CharField(
    label=_("Number of the decision"),
    max_length=40,
    error_messages={"required": _("Enter the number of the decision.")},
)


def day_field(label: object, missing: object) -> forms.DateField:
    """Return a field for a day, typed or chosen."""
    return forms.DateField(
        label=label,  # type: ignore[arg-type]  # lazy words are fine
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": missing, "invalid": _("Enter a real date.")},  # type: ignore[dict-item]  # as above
    )


class DecisionForm(forms.Form):
    """Number and day of a decision of the President."""

    number = NUMBER
    decided_on = day_field(_("Date of the decision"), _("Enter the date of the decision."))

    def clean_decided_on(self) -> object:
        """A decision is not of a day to come."""
        day = self.cleaned_data["decided_on"]
        if day > clock.today():
            raise ValidationError(gettext("The date of the decision cannot lie ahead."))
        return day


class RecordDecision(Step):
    """Record what the President decided. No reasons are given and there is no remedy: the office only tells."""

    form_class = DecisionForm
    template = "admin/case/decision.html"
    kind = Decision.Kind.GRANT
    done = _("The decision is recorded and the applicant is told.")

    def context(self, case: Application, officer: User) -> dict[str, object]:
        """Show what the office proposed."""
        return {"proposal": proposal_shown(case)}

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Record it."""
        given = form.cleaned_data
        pipeline.record_decision(
            case=case, kind=self.kind, number=given["number"], decided_on=given["decided_on"], actor=officer
        )


class RecordGrant(RecordDecision):
    """The President granted citizenship."""

    lead = _("The citizenship begins with the oath or solemn promise, not with this decision.")


class RecordRefusal(RecordDecision):
    """The President refused. The database keeps the number and the day; nobody gives reasons."""

    lead = _("The President gives no reasons, and there is no remedy. The applicant may apply again.")
    kind = Decision.Kind.REFUSAL
    is_grave = True


class TerminationForm(forms.Form):
    """Number and reasons of the office's own decision."""

    number = NUMBER
    note = forms.CharField(
        label=_("Reasons"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=20000,
        help_text=_("They are part of the decision: the applicant reads them."),
        error_messages={"required": _("A termination is a reasoned decision: write the reasons.")},
    )


class Terminate(Step):
    """Terminate the procedure by the office's own reasoned decision (Ápt. 17. § (6))."""

    lead = _("Ápt. 17. § (6): the office’s own, reasoned decision. The applicant may apply again.")
    form_class = TerminationForm
    is_grave = True
    done = _("The procedure is terminated and the applicant is told.")

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Record the decision and close the case."""
        given = form.cleaned_data
        pipeline.terminate(case=case, number=given["number"], reasoning=given["note"], actor=officer)


class Annul(Step):
    """Record that a grant was annulled before the oath."""

    is_grave = True
    done = _("The annulment is recorded.")


class LayBefore(Step):
    """Lay an approved proposal before the President."""

    template = "admin/case/decision.html"
    done = _("The case is before the President.")

    def context(self, case: Application, officer: User) -> dict[str, object]:
        """Show what is proposed."""
        return {"proposal": proposal_shown(case)}
