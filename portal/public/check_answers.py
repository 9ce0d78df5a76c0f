"""Check your answers, declare that they are true, send, and the page after."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from applications.casework.services import CannotMove
from applications.casework.workflow import STATE
from applications.documents.queries import papers_of
from applications.intake.services import StaleAnswers
from portal.public import access, held
from portal.public.addresses import page_address
from portal.public.declaration import declare_and_send
from portal.public.draft import Draft, open_draft
from portal.public.musts import lacking
from portal.public.outlook import outlook
from portal.public.sheet import Answered, answered
from portal.public.steps import SECTION
from portal.public.tracker_view import road


class DeclarationForm(forms.Form):
    """What is declared when an application is sent."""

    true = forms.BooleanField(
        label=gettext_lazy("My answers are true and complete, as far as I know."),
        error_messages={"required": gettext_lazy("Confirm that your answers are true.")},
    )
    warned = forms.BooleanField(
        label=gettext_lazy("I know that citizenship got by false statements can be withdrawn (Ápt. 9. §)."),
        error_messages={"required": gettext_lazy("Confirm that you know what follows from false statements.")},
    )
    privacy = forms.BooleanField(
        label=gettext_lazy("I have read how my data and those of my family are used (privacy notice)."),
        error_messages={"required": gettext_lazy("Confirm that you have read the privacy notice.")},
    )
    version = forms.CharField(widget=forms.HiddenInput, required=False)


@dataclass(frozen=True)
class Block:
    """Rows of one section about one person on check-your-answers."""

    title: str | Promise
    who: str
    rows: list[dict[str, object]]


@held.signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, reference: str) -> HttpResponse:
    """Show every answer with a change link and what still stands in the way; send on a declaration."""
    application = access.own_application(request, reference)
    if application.state != access.DRAFT:
        return redirect("public:sent", reference=application.reference)
    draft = open_draft(application)
    musts = lacking(draft)
    form = DeclarationForm(request.POST if request.method == "POST" else None, initial={"version": application.version})
    if request.method == "POST" and not musts and form.is_valid():
        if form.cleaned_data["version"] == str(application.version):
            return sent_by(request, draft)
        messages.warning(
            request, _("Your answers changed since you opened this page. Look at them once more, then send.")
        )
        return redirect("public:check", reference=application.reference)
    return render(
        request,
        "public/check.html",
        {
            "section": "application",
            "application": application,
            "form": form,
            "blocks": blocks(draft),
            "outlook": outlook(draft),
            "papers": list(papers_of(application.family_id)),
            "name": draft.name(application.applicant_id),
            "musts": [
                {"must": each.must, "link": page_address(draft, each.stop), "who": draft.who(each.stop.asked)}
                for each in musts
            ],
            "open": sum(stop.key not in draft.pages for stop in draft.stops),
        },
        status=422 if form.errors else 200,
    )


def sent_by(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Send the application; a second click finds it sent already."""
    try:
        declare_and_send(draft=draft, actor=access.account(request))
    except CannotMove as refused:
        messages.warning(request, str(refused.reason))
    except StaleAnswers:
        pass  # The other click of a double one declared in this very moment, and sent.
    return redirect("public:sent", reference=draft.application.reference)


def blocks(draft: Draft) -> list[Block]:
    """Return all pages of the path in groups by section and person."""
    found: dict[tuple[str, int], Block] = {}
    for page in answered(draft):
        section, person = page.stop.step.section, page.stop.asked.person
        block = found.setdefault((section, person), Block(SECTION[section].title, called(draft, page), []))
        block.rows.extend(rows_of(draft, page))
    return list(found.values())


def called(draft: Draft, page: Answered) -> str:
    """Return a person's name and how he or she is related: Kovács István, your father."""
    name = draft.name(page.stop.asked.person)
    return f"{name}, {page.who}" if name and page.who not in ("", name) else name or page.who


def rows_of(draft: Draft, page: Answered) -> list[dict[str, object]]:
    """Return the rows of one page: question, answer, and where it is changed; what was left empty stands in one row."""
    link = page_address(draft, page.stop) + "?back=check"
    if page.stop.key not in draft.pages:
        return [{"label": page.heading, "value": "", "link": link, "missing": True}]
    rows: list[dict[str, object]] = [
        {"label": line.label, "value": line.value, "link": link} for line in page.lines if line.value
    ]
    if not rows:
        return [{"label": page.heading, "value": "", "link": link}]
    empty = [str(line.label) for line in page.lines if not line.value]
    if empty:
        rows.append({"label": _("Left empty"), "value": " · ".join(empty), "link": link, "empty": True})
    return rows


@held.signed_in
@never_cache
@require_safe
def sent(request: HttpRequest, reference: str) -> HttpResponse:
    """Confirm that an application was sent: its reference, and what happens next."""
    application = access.own_application(request, reference)
    if application.state == access.DRAFT:
        return redirect("public:tasks", reference=application.reference)
    return render(
        request,
        "public/sent.html",
        {
            "section": "application",
            "application": application,
            "state": STATE[application.state],
            "road": road(application),
        },
    )
