"""The whole dossier of a case as PDF, for whoever may open the case; each reading goes to the journal."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from applications import pipeline
from applications.admin.base import officer_of
from applications.admin.words import language_now
from applications.casework.queries import visible_cases
from applications.core import journal
from applications.correspondence.dossier import Audience

WAIT = "3"


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the office's dossier; where a worker has yet to make it, a page that looks again by itself."""
    officer = officer_of(request)
    case = get_object_or_404(visible_cases(officer).select_related("applicant", "office"), pk=pk)
    pdf = pipeline.dossier_of(case=case, audience=Audience.OFFICE, language=language_now())
    if pdf is None:
        context = {
            **admin.site.each_context(request),
            "title": _("The dossier is being made"),
            "case": case,
            "case_url": reverse("admin:applications_application_change", args=[case.pk]),
        }
        response = render(request, "admin/case/dossier.html", context, status=202)
        response["Refresh"] = WAIT
        return response
    journal.record(
        chain=journal.readings_of(case.reference),
        event="dossier.read",
        actor=officer,
        subject="dossier",
        data={"case": case.reference},
    )
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{case.reference}-dossier.pdf"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
