"""The tracker: where a case stands, whose turn it is, what happens next and by when; and its history."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from applications.casework import deadlines
from applications.casework.models import Booking, InformationRequest, Slot
from applications.casework.visits import kept_booking
from applications.casework.workflow import BEFORE_DECISION, STATE, TRANSITION, TURN_WORDS, Turn
from applications.core.references import normalised
from applications.decisions.services import latest_summons
from applications.intake.models import Application
from applications.intake.queries import latest_submission
from portal.public import access, held
from portal.public.state_words import STATE_WORDS
from portal.public.tracker_view import paper_states, readings, road

LATEST = 4


@held.signed_in
@never_cache
@require_safe
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """Show where a case stands; a draft leads to its task list."""
    application = access.own_application(request, reference)
    if application.state == access.DRAFT:
        return redirect("public:tasks", reference=application.reference)
    words = STATE_WORDS[application.state]
    papers = paper_states(application)
    return render(
        request,
        "public/tracker/case.html",
        {
            "section": "application",
            "application": application,
            "state": STATE[application.state],
            "words": words,
            "turn": TURN_WORDS[Turn(application.waits_for)],
            "due": due(application) if words.by else None,
            "road": road(application),
            "papers": papers,
            "doubtful": any(each.reasons for each in papers),
            "act": act(application),
            "booking": standing_booking(application),
            "request_open": open_request(application),
            "letters": application.letters.filter(is_public=True).order_by("-made_at", "-pk"),
            "messages_told": application.messages.order_by("-made_at", "-pk")[:LATEST],
            "can_take_back": application.state in TRANSITION["take_back"].sources,
            "can_withdraw": application.state in BEFORE_DECISION,
            "submission": latest_submission(application),
            "year_ends": year_ends(application),
        },
    )


def due(application: Application) -> object:
    """Return the day by which whoever's turn it is acts: as kept with the case, or computed where it moves."""
    return application.due_on or deadlines.due_on(application)


def act(application: Application) -> tuple[str, str] | None:
    """Return what the applicant can do now: (address, words), or None."""
    reference = application.reference
    match application.state:
        case "checked":
            return reverse("public:visit", args=[reference]), _("Book your visit")
        case "visit_booked":
            return reverse("public:visit", args=[reference]), _("Move or cancel the visit")
        case "information_requested":
            return reverse("public:request", args=[reference]), _("Read what we ask and answer")
        case "summons_sent":
            return reverse("public:oath", args=[reference]), _("Choose a day for your oath")
        case "oath_booked":
            return reverse("public:oath", args=[reference]), _("Move or cancel the oath")
        case _other:
            return None


def standing_booking(application: Application) -> Booking | None:
    """Return the appointment that stands in this state, or None."""
    purposes = {"visit_booked": Slot.Purpose.FILING, "oath_booked": Slot.Purpose.OATH}
    purpose = purposes.get(application.state)
    return kept_booking(application, purpose) if purpose else None


def open_request(application: Application) -> InformationRequest | None:
    """Return the request that waits for an answer, or None."""
    return application.requests.filter(state=InformationRequest.State.OPEN).first()


def year_ends(application: Application) -> object:
    """Return the last day to take the oath, once the delivery of the summons is recorded."""
    if application.state not in ("summons_sent", "oath_booked"):
        return None
    summons = latest_summons(application)
    delivered = summons.summons_delivered_on if summons else None
    return deadlines.months_later(delivered, 12) if delivered else None


@held.signed_in
@never_cache
@require_safe
def history(request: HttpRequest, reference: str) -> HttpResponse:
    """Show everything that happened to a case, and who of the office opened it."""
    application = access.own_application(request, reference)
    changes = [
        {"at": change.at, "words": STATE[change.target].public, "mine": change.actor_id == application.account_id}
        for change in application.changes.order_by("-at", "-pk")
    ]
    return render(
        request,
        "public/tracker/history.html",
        {
            "section": "application",
            "application": application,
            "changes": changes,
            "readings": readings(application),
        },
    )


@held.signed_in
@require_safe
def scanned(request: HttpRequest, reference: str) -> HttpResponse:
    """Lead who scans the code on a paper to the case: the office to its desk, the applicant to the tracker."""
    account = access.account(request)
    if account.is_staff:
        found = Application.objects.filter(reference=normalised(reference)).first()
        if found and account.may("see_cases") and found.account_id != account.pk:
            return redirect("admin:applications_application_change", found.pk)
    return redirect("public:case", reference=access.own_application(request, reference).reference)
