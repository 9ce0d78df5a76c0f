"""A request for information: read what is asked, answer point by point, send; or ask for more time."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications import pipeline
from applications.casework import requests
from applications.casework.models import InformationRequest, RequestedItem
from applications.casework.services import CannotMove
from applications.documents.kinds import KIND
from applications.documents.queries import papers_of
from applications.intake.models import Application
from portal.public import access, held
from portal.public.addresses import page_address
from portal.public.calendar_file import Event, calendar_response
from portal.public.draft import Draft, open_draft
from portal.public.paper_view import PaperView, paper_view
from portal.public.step import Stop, all_steps, form_version, reached

REMIND = timedelta(days=3)
LONGEST = 4000


@dataclass(frozen=True)
class Point:
    """A point as it is answered: the item, where its page is, what its new paper looks like."""

    item: RequestedItem
    number: int
    title: str
    link: str
    paper: PaperView | None

    @property
    def field(self) -> str:
        """The name of its text field."""
        return f"answer_{self.item.pk}"


def standing_request(application: Application) -> InformationRequest | None:
    """Return the request that waits for an answer, or None."""
    return application.requests.filter(state=InformationRequest.State.OPEN).first()


@held.signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what is asked and what was answered so far; keep the texts, and send where asked to."""
    application = access.own_application(request, reference)
    asked = standing_request(application)
    if asked is None:
        messages.info(request, _("Nothing is asked of you now."))
        return redirect("public:case", reference=application.reference)
    if request.method == "POST":
        keep_texts(request, asked)
        if request.POST.get("go") != "send":
            messages.success(request, _("What you wrote is kept. It is not sent yet."))
            return redirect("public:request", reference=application.reference)
        return sent(request, asked)
    draft = open_draft(application)
    points = points_of(draft, asked)
    return render(
        request,
        "public/tracker/request.html",
        {
            "section": "application",
            "application": application,
            "asked": asked,
            "points": points,
            "left": sum(point.item.answered_at is None for point in points),
            "extension": requests.EXTENSION_DAYS,
            "longest": LONGEST,
        },
    )


def points_of(draft: Draft, asked: InformationRequest) -> list[Point]:
    """Return the points of a request as they stand."""
    kept = {paper.pk: paper for paper in papers_of(draft.application.family_id)}
    return [
        Point(
            item,
            number,
            title_of(draft, item),
            link_of(draft, item),
            paper_view(draft, kept[item.paper_id], whole=True) if item.paper_id in kept else None,
        )
        for number, item in enumerate(asked.items.select_related("person", "replaces").order_by("pk"), start=1)
    ]


def page_of(draft: Draft, item: RequestedItem) -> Stop | None:
    """Return the page of the form that a point opens, if it can be reached: the office may ask what the form did not."""
    if item.step not in all_steps():
        return None
    return reached(draft.household, (item.person_id or draft.application.applicant_id, item.step))


def title_of(draft: Draft, item: RequestedItem) -> str:
    """Return what a point is about, in a few words."""
    name = item.person.full_name if item.person else ""
    if item.kind == RequestedItem.Kind.PAPER and item.paper_kind in KIND:
        kind = str(KIND[item.paper_kind].title)
        return f"{kind} – {name}" if name else kind
    stop = page_of(draft, item) if item.kind == RequestedItem.Kind.ANSWER else None
    if stop:
        return stop.step.form(asked=stop.asked, who=draft.who(stop.asked)).heading
    return _("Your explanation")


def link_of(draft: Draft, item: RequestedItem) -> str:
    """Return where a paper is brought or a page corrected; nothing for a text."""
    if item.kind == RequestedItem.Kind.PAPER:
        person = item.person_id or draft.application.applicant_id
        address = reverse("public:paper_add", args=[draft.application.reference])
        return f"{address}?kind={item.paper_kind}&person={person}"
    stop = page_of(draft, item) if item.kind == RequestedItem.Kind.ANSWER else None
    return page_address(draft, stop) if stop else ""


def keep_texts(request: HttpRequest, asked: InformationRequest) -> None:
    """Keep the texts as written; a text also answers a point for a paper or a page that cannot be given."""
    with transaction.atomic():
        for item in asked.items.all():
            text = str(request.POST.get(f"answer_{item.pk}") or "").strip()[:LONGEST]
            changed = text != item.answer
            if changed and (text or item.kind != RequestedItem.Kind.ANSWER):
                requests.answer_item(item=item, answer=text)


def sent(request: HttpRequest, asked: InformationRequest) -> HttpResponse:
    """Send the answer where every point has one; the clock then runs for the office again."""
    reference = asked.application.reference
    left = len(requests.unanswered(asked))
    if left:
        words = ngettext("One point has no answer yet.", "%(count)s points have no answer yet.", left) % {"count": left}
        messages.error(request, words)
        return redirect("public:request", reference=reference)
    held_up = unusable(open_draft(asked.application), asked)
    if held_up:
        for point in held_up:
            messages.error(request, still_wrong(point))
        return redirect("public:request", reference=reference)
    try:
        pipeline.answer_request(request=asked, actor=access.account(request), form_version=form_version())
    except CannotMove as refused:
        messages.warning(request, str(refused.reason))
    else:
        messages.success(request, _("Your answer is sent. Thank you: now it is our turn again."))
    return redirect("public:case", reference=reference)


def unusable(draft: Draft, asked: InformationRequest) -> list[Point]:
    """Return the points whose new paper is not checked yet, lacks pages or cannot be used, and whose text says no reason."""
    return [
        point
        for point in points_of(draft, asked)
        if point.item.kind == RequestedItem.Kind.PAPER
        and point.paper
        and not point.item.answer
        and point.paper.holds_up
    ]


def still_wrong(point: Point) -> str:
    """Return what holds a point up, how to mend it, and how to send it all the same."""
    if point.paper and point.paper.waiting:
        return _("%(title)s: its pages are still being checked. Please wait a moment, then send.") % {
            "title": point.title
        }
    if point.paper and point.paper.is_incomplete:
        return _(
            "%(title)s: a page of it is still missing. Add the page, or write at this point why you cannot; then it is "
            "sent with your note."
        ) % {"title": point.title}
    return _(
        "%(title)s: it cannot be used as it is. Replace the page, or write at this point why you cannot do better; "
        "then it is sent with your note."
    ) % {"title": point.title}


@held.signed_in
@require_POST
def extend(request: HttpRequest, reference: str) -> HttpResponse:
    """Move the deadline, once."""
    application = access.own_application(request, reference)
    asked = standing_request(application)
    if asked is None:
        raise Http404
    try:
        pipeline.extend_request(request=asked, actor=access.account(request))
    except CannotMove as refused:
        messages.warning(request, str(refused.reason))
    else:
        messages.success(request, _("You have fifteen more days to answer."))
    return redirect("public:request", reference=application.reference)


@held.signed_in
@require_safe
def deadline_file(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer with the deadline for the applicant's calendar."""
    application = access.own_application(request, reference)
    asked = standing_request(application)
    if asked is None:
        raise Http404
    event = Event(
        id=f"request-{asked.pk}@{request.get_host()}",
        at=asked.due_on,
        minutes=0,
        place="",
        remind=REMIND,
        title=_("Answer by today: Hungarian citizenship"),
        words=f"{application.reference} {request.build_absolute_uri(f'/my/{application.reference}/request/')}",
    )
    return calendar_response(event, f"answer-{application.reference}")
