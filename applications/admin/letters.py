"""Letters of a case as PDF, for whoever may open the case; each reading goes to the journal."""

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from applications.admin.base import officer_of
from applications.casework.queries import visible_cases
from applications.core import journal
from applications.correspondence.models import Letter
from applications.correspondence.services import draw


def letter_pdf(request: HttpRequest, pk: int, letter: int) -> HttpResponseBase:
    """Return a letter's PDF, drawn now where no worker has drawn it yet; 404 for cases the officer may not open."""
    officer = officer_of(request)
    case = get_object_or_404(visible_cases(officer), pk=pk)
    row = draw(get_object_or_404(Letter.objects.select_related("application"), pk=letter, application=case))
    journal.record(
        chain=journal.readings_of(case.reference),
        event="letter.read",
        actor=officer,
        subject=f"letter/{row.pk}",
        data={"case": case.reference},
    )
    response = FileResponse(
        row.stored.open("rb"), content_type="application/pdf", filename=f"{case.reference}-{row.kind}.pdf"
    )
    response["Cache-Control"] = "private, no-store"
    return response
