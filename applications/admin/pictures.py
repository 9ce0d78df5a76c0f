"""Pages of papers as pictures, for whoever may open the case; each reading goes to the journal."""

from django.core.cache import cache
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from applications.admin.base import officer_of
from applications.casework.queries import visible_cases
from applications.core import journal
from applications.documents.examination import examination_from_json
from applications.documents.models import CheckedFile, PaperFile
from applications.documents.services import page_name
from applications.documents.trimming import as_brought

AGAIN = 600


def page_picture(request: HttpRequest, pk: int, file: int, number: int, size: str) -> HttpResponse:
    """Return page ``number`` of a file as JPEG: ``page`` to read it, ``thumb`` to find it, ``whole`` as it was brought.

    404 for cases the officer may not open, files of other families and pages there are none of. The
    same page looked at again within ten minutes is one line in the journal of readings.
    """
    officer = officer_of(request)
    case = get_object_or_404(visible_cases(officer), pk=pk)
    row = get_object_or_404(
        PaperFile.objects.select_related("checked", "paper"), pk=file, paper__family_id=case.family_id
    )
    name = picture_name(row.checked, number, size)
    if name is None or not default_storage.exists(name):
        raise Http404
    if size != "thumb":
        seen = f"reading/{officer.pk}/{row.pk}/{number}"
        if cache.add(seen, 1, AGAIN):
            journal.record(
                chain=journal.readings_of(case.reference),
                event="page.read",
                actor=officer,
                subject=f"file/{row.pk}/{number}",
                data={"case": case.reference, "paper": row.paper_id},
            )
    with default_storage.open(name) as stored:
        response = HttpResponse(stored.read(), content_type="image/jpeg")
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def picture_name(checked: CheckedFile, number: int, size: str) -> str | None:
    """Return the storage name of a page's picture, or None where there is none."""
    if size == "whole":
        checked = as_brought(checked)
    if checked.examination is None or size not in {"page", "thumb", "whole"}:
        return None
    for each in examination_from_json(checked.examination).pages:
        if each.number == number:
            stored = each.thumb_file if size == "thumb" else each.preview_file
            return page_name(checked, stored) if stored else None
    return None
