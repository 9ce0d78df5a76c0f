"""Messages to read and letters to download, for their addressee alone; each reading is written down."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from applications import pipeline
from applications.core import clock, journal
from applications.correspondence.dossier import Audience
from applications.correspondence.models import Letter, Message
from applications.correspondence.plain_text import blocks_of
from applications.correspondence.services import draw
from portal.public import access, held
from portal.public.countries import reader_language

MOST = 200


@held.signed_in
@never_cache
@require_safe
def messages(request: HttpRequest) -> HttpResponse:
    """List every message to this account, newest first."""
    account = access.account(request)
    rows = Message.objects.filter(account=account).select_related("application").order_by("-made_at", "-pk")[:MOST]
    return render(request, "public/tracker/messages.html", {"section": "messages", "rows": rows})


@held.signed_in
@never_cache
@require_safe
def message(request: HttpRequest, message: int) -> HttpResponse:
    """Show one message with the letters that go with it."""
    account = access.account(request)
    row = get_object_or_404(Message.objects.select_related("application"), pk=message, account=account)
    if (
        row.read_at is None
        and Message.objects.filter(pk=row.pk, read_at=None).update(read_at=clock.now())
        and row.application
    ):
        journal.record(
            chain=row.application.reference, event="message.read", actor=account, subject=f"message/{row.pk}"
        )
    return render(
        request,
        "public/tracker/message.html",
        {
            "section": "messages",
            "row": row,
            "blocks": blocks_of(row.html),
            "letters": row.letters.filter(is_public=True),
        },
    )


@held.signed_in
@require_safe
def letter(request: HttpRequest, reference: str, letter: int) -> HttpResponse:
    """Answer with a letter's PDF, drawn now where no worker has drawn it yet."""
    application = access.own_application(request, reference)
    row = (
        Letter.objects.select_related("application").filter(pk=letter, application=application, is_public=True).first()
    )
    if row is None:
        raise Http404
    drawn = draw(row)
    journal.record(
        chain=application.reference,
        event="letter.read",
        actor=access.account(request),
        subject=f"letter/{row.pk}",
        data={"kind": row.kind},
    )
    with drawn.stored.open("rb") as stored:
        response = HttpResponse(stored.read(), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{application.reference}-{row.kind}.pdf"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@held.signed_in
@require_safe
def dossier(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer with everything the applicant may see of a case as one PDF; a page that looks again while it is made."""
    application = access.own_application(request, reference)
    if application.state == access.DRAFT:
        raise Http404
    pdf = pipeline.dossier_of(case=application, audience=Audience.APPLICANT, language=reader_language())
    if pdf is None:
        response = render(request, "public/tracker/dossier.html", {"application": application}, status=202)
        response["Refresh"] = "3"
        return response
    journal.record(
        chain=application.reference, event="dossier.read", actor=access.account(request), subject="dossier", data={}
    )
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{application.reference}-dossier.pdf"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
