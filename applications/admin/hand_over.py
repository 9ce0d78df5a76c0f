"""Hand several cases over at once."""

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications.admin.acts.assigning import HandOverForm, colleagues
from applications.admin.base import demand
from applications.casework import assignment
from applications.casework.queries import visible_cases
from applications.casework.services import CannotMove
from applications.core.models import User
from applications.intake.models import Application

MOST = 200


def chosen_cases(request: HttpRequest, officer: User) -> list[Application]:
    """Return the cases named in the address that the officer may open."""
    ids = [int(part) for part in request.GET.get("ids", "").split(",") if part.isdigit()][:MOST]
    return list(
        visible_cases(officer).filter(pk__in=ids).select_related("applicant", "caseworker").order_by("reference")
    )


def list_page(request: HttpRequest) -> HttpResponse:
    """Ask for the colleague, then give him or her all of the cases or none."""
    officer = demand(request, "work_cases")
    cases = chosen_cases(request, officer)
    form = HandOverForm(request.POST or None)
    form.fields["to"].queryset = colleagues(officer)  # type: ignore[attr-defined]  # a ModelChoiceField, as declared
    if request.method == "POST" and cases and form.is_valid():
        given = form.cleaned_data
        try:
            with transaction.atomic():
                for case in cases:
                    assignment.hand_over(case=case, to=given["to"], by=officer, note=given["note"])
        except CannotMove as error:
            messages.warning(
                request,
                _("%(reference)s: %(reason)s Nothing was handed over.")
                % {
                    "reference": case.reference,
                    "reason": error.reason,
                },
            )
        else:
            said = ngettext(
                "%(count)d case was handed over to %(name)s.",
                "%(count)d cases were handed over to %(name)s.",
                len(cases),
            )
            messages.success(request, said % {"count": len(cases), "name": given["to"]})
            return redirect("admin:applications_application_changelist")
    context = {**admin.site.each_context(request), "cases": cases, "form": form, "title": _("Hand over")}
    return render(request, "admin/case/hand_over_list.html", context)
