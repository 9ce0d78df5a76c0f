"""One view for every act: the form, the preview of what will be sent, the confirmation.

A page that is out of date and a double click change nothing: the form carries the case's last change,
and whoever comes second reads what happened meanwhile.
"""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from applications.admin.acts.act import Act, rehearse
from applications.admin.acts.table import ACTS
from applications.admin.base import officer_of
from applications.casework.queries import visible_cases
from applications.casework.services import CannotMove
from applications.casework.workflow import STATE, TRANSITION
from applications.core.models import User
from applications.correspondence.plain_text import blocks_of
from applications.intake.models import Application

CONFIRM = "confirm"
EDIT = "edit"


def page(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Show an act's form, then what it will send, then do it."""
    officer = officer_of(request)
    case = get_object_or_404(
        visible_cases(officer).select_related("applicant", "account", "caseworker", "office"), pk=pk
    )
    if act not in ACTS:
        raise Http404
    chosen = ACTS[act]
    if not officer.may(chosen.permission):
        raise PermissionDenied
    if request.method == "POST" and is_stale(request, case):
        return already(request, case, chosen, officer)
    if not chosen.is_offered(case, officer):
        if request.method == "POST":
            return turned_away(request, case, _("This was done already, or is not to be done any more."))
        return turned_away(request, case, _("This does not belong to the state the case is in now."))
    reason = chosen.hindrance(case, officer)
    if reason:
        return turned_away(request, case, str(reason))
    return answer(request, case, chosen, officer)


def answer(request: HttpRequest, case: Application, act: Act, officer: User) -> HttpResponse:
    """Draw the form, or the preview of a sound one, or do what was confirmed."""
    if request.method != "POST":
        return draw(request, case, act, officer, act.form(case, officer))
    form = act.form(case, officer, request.POST)
    if EDIT in request.POST or not form.is_valid():
        return draw(request, case, act, officer, form)
    try:
        if act.sends_message and CONFIRM not in request.POST:
            sent = rehearse(case, lambda: act.perform(case=case, officer=officer, form=form))
            read = [(message, blocks_of(message.html)) for message in sent]
            context = {"sent": read, "kept": kept_fields(request)}
            return render(request, "admin/case/preview.html", around(request, case, act, officer) | context)
        act.perform(case=case, officer=officer, form=form)
    except CannotMove as error:
        return turned_away(request, case, str(error.reason))
    messages.success(request, str(act.done))
    return redirect(address(case))


def draw(request: HttpRequest, case: Application, act: Act, officer: User, form: forms.Form) -> HttpResponse:
    """Draw an act's form."""
    context = around(request, case, act, officer) | {"form": form} | act.context(case, officer)
    return render(request, act.template, context, status=200)


def around(request: HttpRequest, case: Application, act: Act, officer: User) -> dict[str, object]:
    """Return what every page of an act shows."""
    return {
        **admin.site.each_context(request),
        "case": case,
        "act": act,
        "state": STATE[case.state],
        "seen": token(case),
        "title": act.title,
        "case_url": address(case),
    }


def token(case: Application) -> str:
    """Return what the page was drawn from: the case's state and its last change."""
    last = case.changes.order_by("-pk").values_list("pk", flat=True).first()
    return f"{case.state}.{last or 0}"


def is_stale(request: HttpRequest, case: Application) -> bool:
    """Whether the case went on since the page was drawn."""
    return request.POST.get("seen") != token(case)


def already(request: HttpRequest, case: Application, act: Act, officer: User) -> HttpResponse:
    """Answer a second click with peace, a stale page with what happened meanwhile."""
    change = case.changes.select_related("actor").order_by("-pk").first()
    if change and change.transition == act.id and change.actor_id == officer.pk:
        messages.info(request, _("This was done already."))
    elif change:
        way = TRANSITION.get(change.transition)
        said = _("The case went on since you opened the page: “%(what)s” (%(who)s). Nothing was changed; look again.")
        messages.warning(
            request, said % {"what": way.label if way else change.transition, "who": change.actor or _("system")}
        )
    else:
        messages.warning(request, _("The page was out of date. Nothing was changed; look again."))
    return redirect(address(case))


def turned_away(request: HttpRequest, case: Application, reason: str) -> HttpResponse:
    """Lead back to the case and say why."""
    messages.warning(request, reason)
    return redirect(address(case))


def address(case: Application) -> str:
    """Return the address of the case page."""
    return reverse("admin:applications_application_change", args=[case.pk])


def kept_fields(request: HttpRequest) -> SafeString:
    """Return what was entered as hidden fields, so that confirming sends it again."""
    pairs = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", "seen", CONFIRM, EDIT}
        for value in values
    ]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', pairs) or SafeString("")
