"""Draws and saves any page of the form."""

from functools import lru_cache

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from applications.intake.services import StaleAnswers
from portal.public import access, held
from portal.public.addresses import address, page_address
from portal.public.answer_lines import lines_of
from portal.public.draft import Draft, open_draft
from portal.public.leaving_out import WORDS
from portal.public.pages import form_for
from portal.public.requested import answered_request
from portal.public.saving import Saved, save_page
from portal.public.shell import page_around
from portal.public.step import Stop, all_steps, following, previous, reached, worth_asking
from portal.public.step_form import StepForm, without_item
from portal.public.steps import SECTION, SECTIONS
from portal.public.unasked import not_needed


@held.signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, reference: str, step: str, person: int | None = None) -> HttpResponse:
    """Show or save one page of the form about one person."""
    application = access.own_application(request, reference)
    if step not in all_steps():
        raise Http404
    draft = open_draft(application)
    key = (person or application.applicant_id, step)
    if not draft.has(key[0]):
        raise Http404
    if not access.opened(application).page(*key):
        messages.warning(request, _("Your application was sent: this page cannot be changed now."))
        return redirect("public:case", reference=application.reference)
    stop = reached(draft.household, key)
    if stop is None:
        messages.warning(request, _("This question is not asked any more, since another answer changed."))
        return redirect("public:tasks", reference=application.reference)
    if request.method == "POST":
        return saved(request, draft, stop)
    sent = held.taken_back(request)
    if sent is not None:
        messages.info(
            request, _("Here is what you wrote before your session ended. It is not saved yet: check it and save.")
        )
    if not worth_asking(stop):
        messages.info(request, not_needed(draft))
    blank = 1 if request.GET.get("more") else 0
    return drawn(request, draft, stop, form_for(draft, stop, sent, blank_items=blank))


def saved(request: HttpRequest, draft: Draft, stop: Stop) -> HttpResponse:
    """Validate and save what was sent; draw the page again where something is wrong with it."""
    data: QueryDict = request.POST
    number = str(data.get("remove") or "")
    if number.isdigit() and stop.step.form.item:
        data = without_item(data, stop.step.form, int(number))
    form = form_for(draft, stop, data)
    if not form.is_valid():
        return drawn(request, draft, stop, form, status=422)
    version = str(data.get("version") or "")
    try:
        done = save_page(
            draft=draft,
            stop=stop,
            form=form,
            actor=access.account(request),
            expected_version=int(version) if version.isdigit() else None,
        )
    except StaleAnswers as stale:
        return both_versions(request, draft, stop, form, stale)
    tell_dropped(request, done)
    return HttpResponseRedirect(onward(request, done.draft, stop))


def onward(request: HttpRequest, draft: Draft, stop: Stop) -> str:
    """Return where to go after saving: the next page, or where the reader came from."""
    reference = draft.application.reference
    asked = answered_request(draft.application, *stop.key)
    if asked:
        return asked
    if "remove" in request.POST or request.POST.get("go") == "more":
        return page_address(draft, stop) + ("?more=1" if request.POST.get("go") == "more" else "")
    if request.POST.get("go") == "later":
        messages.success(request, _("Your answers are saved. You can go on at any time, on any device."))
        return address("tasks", reference)
    after = following(draft.household, stop.key)
    if request.GET.get("back") == "check" and (after is None or after.key in draft.pages):
        return address("check", reference)
    if after is None:
        return address("tasks", reference)
    return page_address(draft, after) + ("?back=check" if request.GET.get("back") == "check" else "")


def tell_dropped(request: HttpRequest, done: Saved) -> None:
    """Say which answers were removed since nobody is asked for them any more."""
    titles = {
        str(all_steps()[step].form.title) % {"who": _("this person")}
        if "%(who)s" in str(all_steps()[step].form.title)
        else str(all_steps()[step].form.title)
        for _person, step in done.dropped
        if step in all_steps()
    }
    if titles:
        words = ngettext(
            "One question is not asked any more, and its answer was removed: %(titles)s",
            "Some questions are not asked any more, and their answers were removed: %(titles)s",
            len(titles),
        )
        messages.info(request, words % {"titles": " · ".join(sorted(titles))})


@lru_cache(maxsize=512)
def fixed_parts(step: str, _language: str) -> dict[str, SafeString]:
    """Return the parts of a page that are the same for everybody who reads the language: progress, reasons, buttons."""
    declared = all_steps()[step]
    place, total = SECTIONS.index(SECTION[declared.section]), len(SECTIONS)
    words = {
        "why": declared.form.why,
        "proves": declared.form.proves,
        "law": declared.form.law,
        "place": place + 1,
        "total": total,
        "threads": ["done"] * place + ["now"] + [""] * (total - place - 1),
    }
    parts = ("progress", "why", "buttons")
    drawn_parts = {part: SafeString(get_template(f"public/step_{part}.html").render(words)) for part in parts}
    return {**drawn_parts, "back_word": SafeString(escape(_("Back")))}


def back_of(request: HttpRequest, draft: Draft, stop: Stop) -> str:
    """Return where the way back leads: to where the reader came from, or the page before."""
    if request.GET.get("back") == "check":
        return address("check", draft.application.reference)
    before = previous(draft.household, stop.key)
    return page_address(draft, before) if before else address("tasks", draft.application.reference)


def drawn(request: HttpRequest, draft: Draft, stop: Stop, form: StepForm, *, status: int = 200) -> HttpResponse:
    """Answer with the page."""
    make = fixed_parts.__wrapped__ if settings.DEBUG else fixed_parts
    version = request.POST.get("version") if form.is_bound and request.method == "POST" else draft.version(stop.key)
    leave_out = WORDS.get(stop.asked.about) if draft.application.state == access.DRAFT else None
    words = {
        "back": back_of(request, draft, stop),
        "version": str(version),
        "caption": caption(draft, stop),
        "leave_out_link": address("leave_out", draft.application.reference, stop.asked.person) if leave_out else "",
    }
    steady_words = {"leave_out": str(leave_out or ""), **make(stop.step.id, get_language() or "")}
    return page_around(request, form, words, steady_words, status=status)


def caption(draft: Draft, stop: Stop) -> str:
    """Return the section and whom the page is about: Your line · Kovács István, your father."""
    name, who = draft.name(stop.asked.person), draft.who(stop.asked)
    about = f"{name}, {who}" if name and name != who else name
    return f"{SECTION[stop.step.section].title} · {about}" if about else str(SECTION[stop.step.section].title)


def both_versions(request: HttpRequest, draft: Draft, stop: Stop, form: StepForm, stale: StaleAnswers) -> HttpResponse:
    """Show what another tab or device saved beside what was sent now, to choose from."""
    hidden = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in ("csrfmiddlewaretoken", "version", "go")
    ]
    theirs = stale.current.data
    saved_form = stop.step.form(asked=stop.asked, who=form.subject, initial=theirs)
    return render(
        request,
        "public/stale.html",
        {
            "section": "application",
            "application": draft.application,
            "stop": stop,
            "heading": form.heading,
            "mine": lines_of(form, form.answers()),
            "theirs": lines_of(saved_form, theirs),
            "hidden": hidden,
            "version": stale.current.version,
            "saved_at": stale.current.saved_at,
            "address": page_address(draft, stop),
        },
        status=409,
    )
