"""The President's list: decisions that came back together, each with its number and day, recorded at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from applications import pipeline
from applications.admin.acts.act import Data
from applications.admin.base import demand
from applications.casework.queries import visible_cases
from applications.casework.services import CannotMove
from applications.core import clock
from applications.core.models import User
from applications.decisions.models import Decision, Recommendation
from applications.intake.models import Application

MOST = 200


class RowForm(forms.Form):
    """What the President decided in one case; a row left empty is left alone."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        required=False,
        choices=[
            ("", "–"),
            (Decision.Kind.GRANT, gettext_lazy("granted")),
            (Decision.Kind.REFUSAL, gettext_lazy("refused")),
        ],
    )
    number = forms.CharField(label=gettext_lazy("Number"), max_length=40, required=False)
    decided_on = forms.DateField(
        label=gettext_lazy("Date"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def clean(self) -> dict[str, object]:
        """A decision has a number and a day that does not lie ahead."""
        given = super().clean() or {}
        if not given.get("kind"):
            return given
        if not given.get("number"):
            self.add_error("number", ValidationError(_("Enter the number of the decision.")))
        day = given.get("decided_on")
        if not day:
            self.add_error("decided_on", ValidationError(_("Enter the date of the decision.")))
        elif day > clock.today():
            self.add_error("decided_on", ValidationError(_("The date of the decision cannot lie ahead.")))
        return given


@dataclass(frozen=True)
class Row:
    """A case of the list with its form and what the office proposed."""

    case: Application
    proposal: str
    form: RowForm


def page(request: HttpRequest) -> HttpResponse:
    """Show the cases before the President with a row each; record what is filled in, all of it or nothing."""
    officer = demand(request, "record_decisions")
    rows = rows_of(request, officer, request.POST if request.method == "POST" else None)
    problems: list[str] = []
    if request.method == "POST":
        sound = [row.form.is_valid() for row in rows]
        filled = [row for row in rows if row.form.is_valid() and row.form.cleaned_data["kind"]]
        problems = [] if all(sound) and filled else problems_of(rows)
        if not problems:
            try:
                pipeline.record_decisions(
                    rows=[
                        (row.case, given["kind"], given["number"].strip(), given["decided_on"])
                        for row in filled
                        for given in [row.form.cleaned_data]
                    ],
                    actor=officer,
                )
            except CannotMove as error:
                problems = [_("%(reason)s Nothing was recorded.") % {"reason": error.reason}]
            else:
                said = ngettext("%(count)d decision is recorded.", "%(count)d decisions are recorded.", len(filled))
                messages.success(request, said % {"count": len(filled)})
                return redirect("admin:president")
    context = {**admin.site.each_context(request), "rows": rows, "problems": problems, "title": _("President’s list")}
    return render(request, "admin/president.html", context)


def rows_of(request: HttpRequest, officer: User, data: Data) -> list[Row]:
    """Return a row for each case before the President, narrowed to the ids in the address where there are any."""
    cases = visible_cases(officer).filter(state="before_president").select_related("applicant").order_by("reference")
    ids = [int(part) for part in request.GET.get("ids", "").split(",") if part.isdigit()]
    if ids:
        cases = cases.filter(pk__in=ids)
    rows = []
    for case in cases.prefetch_related("recommendations")[:MOST]:
        standing = [row for row in case.recommendations.all() if row.state != Recommendation.State.RETURNED]
        said = standing[-1].get_proposal_display() if standing else "–"
        rows.append(Row(case, said, RowForm(data, prefix=f"case-{case.pk}")))
    return rows


def problems_of(rows: Sequence[Row]) -> list[str]:
    """Return what stands in the way of recording the list, a sentence a case."""
    said = [f"{row.case.reference}: {error}" for row in rows for errors in row.form.errors.values() for error in errors]
    return said or [_("Nothing is filled in yet.")]
