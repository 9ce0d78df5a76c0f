"""Pages and originals of papers, for those who may see them and nobody else."""

from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from applications.documents.examination import examination_from_json
from applications.documents.models import CheckedFile
from applications.documents.services import page_name
from applications.documents.trimming import as_brought
from portal.public import access, held

SANDBOX = "default-src 'none'; sandbox"


@held.signed_in
@require_safe
def picture(request: HttpRequest, file: int, number: int, size: str) -> HttpResponse:
    """Answer with the picture of a page: ``page`` to read it, ``thumb`` to find it, ``whole`` as it was brought."""
    row = access.seen_file(request, file)
    checked = as_brought(row.checked) if size == "whole" else row.checked
    if checked.examination is None:
        raise Http404
    pages = {page.number: page for page in examination_from_json(checked.examination).pages}
    if number not in pages:
        raise Http404
    stored = pages[number].thumb_file if size == "thumb" else pages[number].preview_file
    name = page_name(checked, stored)
    if not stored or not default_storage.exists(name):
        raise Http404
    with default_storage.open(name) as content:
        return guarded(HttpResponse(content.read(), content_type="image/jpeg"))


@held.signed_in
@require_safe
def original(request: HttpRequest, file: int) -> HttpResponse:
    """Answer with the bytes as they were brought, as a download only; malware is given to nobody, its owner neither."""
    row = access.seen_file(request, file)
    if row.checked.scan == CheckedFile.Scan.INFECTED:
        raise PermissionDenied
    with row.checked.stored.open("rb") as content:
        response = HttpResponse(content.read(), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, row.name) or "attachment"  # noqa: FBT003 - Django's signature
    return guarded(response)


def guarded(response: HttpResponse) -> HttpResponse:
    """Return an answer that no cache keeps, no browser guesses about and no page runs."""
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    return response
