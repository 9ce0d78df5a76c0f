"""Accept a finding or override it, with a reason."""

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.admin.base import demand
from applications.admin.case_seen import hits
from applications.admin.words import language_now
from applications.assessment.models import Finding
from applications.assessment.queries import standing
from applications.assessment.services import review
from applications.assessment.wording import finding_sentences, finding_title
from applications.casework.queries import visible_cases

OF_LAW = (Finding.Outcome.MET, Finding.Outcome.NOT_MET, Finding.Outcome.UNKNOWN, Finding.Outcome.OFFICER)
OF_PAPERS = (Finding.Outcome.ACCEPT, Finding.Outcome.REVIEW, Finding.Outcome.REJECT, Finding.Outcome.NOT_CHECKED)


class ReviewForm(forms.Form):
    """The outcome that is to count, and why."""

    outcome = forms.ChoiceField(label=gettext_lazy("What counts"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        help_text=gettext_lazy("Whoever reads the case later, the applicant included, may ask for it."),
        error_messages={"required": gettext_lazy("Write down the reason.")},
    )

    def __init__(self, *args: object, finding: Finding, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        outcomes = OF_LAW if finding.source == Finding.Source.RULE else OF_PAPERS
        self.fields["outcome"].choices = [  # type: ignore[attr-defined]  # a choice field, as declared
            (outcome.value, self.words(outcome, finding)) for outcome in outcomes
        ]

    def words(self, outcome: Finding.Outcome, finding: Finding) -> str:
        """Return an outcome's name; what the check itself says is marked."""
        if outcome == finding.outcome:
            return _("%(outcome)s – as found") % {"outcome": outcome.label}
        return str(outcome.label)


def page(request: HttpRequest, pk: int, finding: int) -> HttpResponse:
    """Show a finding with the form to accept or override it; write the review."""
    officer = demand(request, "work_cases", "approve_proposals")
    case = get_object_or_404(visible_cases(officer).select_related("applicant"), pk=pk)
    row = get_object_or_404(Finding.objects.select_related("person", "paper"), pk=finding, application=case)
    if row.source == Finding.Source.SIGNAL and not hits(case, [row], officer):
        raise Http404
    address = reverse("admin:applications_application_change", args=[case.pk])
    if row.superseded_at is not None:
        messages.warning(request, _("A newer check has taken this finding’s place: look at that one."))
        return redirect(f"{address}#findings")
    if case.closed_at is not None:
        messages.warning(request, _("The case is closed."))
        return redirect(address)
    form = ReviewForm(request.POST or None, finding=row, initial={"outcome": standing(row)})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        last = row.reviews.order_by("at", "pk").last()
        if not (
            last
            and last.officer_id == officer.pk
            and (last.outcome, last.reason) == (given["outcome"], given["reason"])
        ):
            review(finding=row, officer=officer, outcome=given["outcome"], reason=given["reason"])
        messages.success(request, _("Your review of the finding is kept."))
        return redirect(f"{address}#finding-{row.pk}")
    language = language_now()
    context = {
        **admin.site.each_context(request),
        "case": case,
        "case_url": address,
        "form": form,
        "finding": row,
        "title": finding_title(row, language),
        "sentences": finding_sentences(row, language),
        "reviews": row.reviews.select_related("officer").order_by("at", "pk"),
    }
    return render(request, "admin/case/finding.html", context)
