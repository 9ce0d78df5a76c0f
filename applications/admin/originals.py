"""A paper's clean copy and its files as they were brought, for whoever may open the case; each download is journaled.

A file that no scanner has called clean is in quarantine: the office gets the pages drawn from it, never the file.
"""

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from applications.admin.base import officer_of
from applications.casework.queries import visible_cases
from applications.core import journal
from applications.core.models import User
from applications.documents.clean_copy import clean_copy
from applications.documents.models import CheckedFile, PaperFile
from applications.documents.queries import papers_of
from applications.intake.models import Application

SANDBOX = "default-src 'none'; sandbox"


def clean_pdf(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """Return a paper as a PDF made of its drawn pages alone; 404 where none was drawn."""
    officer = officer_of(request)
    case = get_object_or_404(visible_cases(officer), pk=pk)
    row = get_object_or_404(papers_of(case.family_id), pk=paper)
    pdf = clean_copy(row)
    if pdf is None:
        raise Http404
    note(case, officer, "paper.read", f"paper/{row.pk}", paper=row.pk)
    return download(pdf, "application/pdf", f"{case.reference}-{row.kind}-{row.pk}.pdf")


def original(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Return the bytes as they were brought, as a download only; 403 with the reason while they are in quarantine."""
    officer = officer_of(request)
    case = get_object_or_404(visible_cases(officer).select_related("applicant"), pk=pk)
    row = get_object_or_404(
        PaperFile.objects.select_related("checked", "paper"), pk=file, paper__family_id=case.family_id
    )
    if row.checked.scan != CheckedFile.Scan.CLEAN:
        context = {
            **admin.site.each_context(request),
            "title": _("This file is in quarantine"),
            "case": case,
            "case_url": reverse("admin:applications_application_change", args=[case.pk]),
            "file": row,
        }
        return render(request, "admin/case/quarantine.html", context, status=403)
    note(case, officer, "file.read", f"file/{row.pk}", paper=row.paper_id)
    with row.checked.stored.open("rb") as content:
        return download(content.read(), "application/octet-stream", row.name)


def note(case: Application, officer: User, event: str, subject: str, *, paper: int) -> None:
    """Write a reading to the journal."""
    journal.record(
        chain=journal.readings_of(case.reference),
        event=event,
        actor=officer,
        subject=subject,
        data={"case": case.reference, "paper": paper},
    )


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    """Return bytes that are saved, never shown: no cache keeps them, no browser guesses about them, no page runs."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"  # noqa: FBT003 - Django's signature
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    return response
