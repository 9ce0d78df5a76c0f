"""My applications, the start of one, and the task list of a draft."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from applications.casework.workflow import STATE, STATES, TURN_WORDS, Turn
from applications.documents.queries import papers_of
from applications.family.models import Person
from applications.family.services import add_sibling, family_of
from applications.intake import services as intake
from applications.intake.models import Application
from applications.intake.queries import applications_of
from portal.inquiry.carry import carry
from portal.inquiry.links import BrokenLink, read
from portal.inquiry.question import Told
from portal.public import access, held
from portal.public.addresses import page_address
from portal.public.draft import Draft, open_draft
from portal.public.household import About, Asked
from portal.public.outlook import Outlook, outlook
from portal.public.step import Stop, first_open
from portal.public.steps import SECTIONS
from portal.public.unasked import because, unasked

MOST_DRAFTS = 20


@dataclass(frozen=True)
class Task:
    """A line of the task list: where it leads, how far it is, and what it says beside."""

    title: str | Promise
    link: str
    tone: str
    word: str | Promise
    hint: str = ""


@dataclass(frozen=True)
class Card:
    """Somebody of the family on the task list."""

    name: str
    relation: str
    link: str
    tone: str
    word: str
    here: bool = False


@held.signed_in
@never_cache
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """List the account's applications with whose turn it is."""
    account = access.account(request)
    cases = [
        {"case": case, "state": STATE[case.state], "turn": TURN_WORDS[Turn(case.waits_for)]}
        for case in applications_of(account)
    ]
    return render(request, "public/home.html", {"section": "application", "cases": cases})


class StartForm(forms.Form):
    """For whom an application is started."""

    person = forms.ChoiceField(label=gettext_lazy("Who applies?"), widget=forms.RadioSelect)

    def __init__(
        self, data: object = None, *, people: Sequence[tuple[int, str]], siblings: Sequence[tuple[int, str]] = ()
    ) -> None:
        """``people`` are those of the family who do not apply yet; ``siblings`` those whose brother or sister may apply."""
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or None
        named = [(str(person), name) for person, name in people]
        born_to_the_same = [
            (f"sibling-{person}", _("A brother or sister of %(name)s, with the same parents") % {"name": name})
            for person, name in siblings
        ]
        self.fields["person"].choices = [  # type: ignore[attr-defined]  # a choice field
            *named,
            *born_to_the_same,
            ("new", _("Somebody who is not named yet")),
        ]


@held.signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Begin an application: at once the first time, later for somebody chosen from the family."""
    account = access.account(request)
    family = family_of(account)
    applying = Application.objects.filter(family=family, closed_at=None)
    people = Person.objects.filter(family=family).exclude(applications__in=applying).exclude(family_name="")
    first = not applying.exists()
    told = told_before(request)
    form = StartForm(
        request.POST if request.method == "POST" and not first else None,
        people=[(person.pk, person.full_name) for person in people],
        siblings=[(case.applicant_id, case.applicant.full_name) for case in applying.select_related("applicant")],
    )
    if request.method == "POST" and (first or form.is_valid()):
        if applying.filter(state=access.DRAFT).count() >= MOST_DRAFTS:
            messages.error(request, _("You have many unfinished applications. Finish one of them first."))
            return redirect("public:home")
        applicant = None if first else chosen(form.cleaned_data["person"], people, applying)
        application = intake.start(account=account, applicant=applicant, language=(get_language() or "hu")[:2])
        if applicant is None and told:
            carry(application=application, told=told, actor=account)
            messages.success(request, _("What fits from your answers is in the form. Look through it and go on."))
        return redirect("public:tasks", reference=application.reference)
    context = {"section": "application", "form": form, "first": first, "told": bool(told)}
    return render(request, "public/start.html", context)


def told_before(request: HttpRequest) -> Told:
    """Return the answers of the interview that the address carries; none where it carries no whole ones."""
    try:
        return read(request.META.get("QUERY_STRING", ""))[0]
    except BrokenLink:
        return {}


def chosen(answer: str, people: QuerySet[Person], applying: QuerySet[Application]) -> Person | None:
    """Return who applies by the answer of the start page; None is somebody new."""
    kind, _dash, number = answer.rpartition("-")
    if kind == "sibling":
        return add_sibling(person=applying.get(applicant=int(number)).applicant)
    return None if answer == "new" else people.get(pk=int(answer))


@held.signed_in
@never_cache
@require_safe
def tasks(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what is done of a draft, what is left, how it looks today and what comes next."""
    application = access.own_application(request, reference)
    if application.state != access.DRAFT:
        return redirect("public:case", reference=application.reference)
    draft = open_draft(application)
    view = outlook(draft)
    going_on = first_open(draft.household)
    papers = papers_task(draft, view)
    return render(
        request,
        "public/tasks.html",
        {
            "section": "application",
            "application": application,
            "outlook": view,
            "tasks": section_tasks(draft, view),
            "people": cards(draft),
            "papers": papers,
            "unasked": unasked(draft),
            "because": because(draft) if draft.left_out else "",
            **next_of(draft, going_on, papers),
            "road": [state for state in STATES if state.milestone],
            "done": sum(stop.key in draft.pages for stop in draft.stops),
            "all": len(draft.stops),
            "name": draft.name(application.applicant_id),
        },
    )


def next_of(draft: Draft, going_on: Stop | None, papers: Task) -> dict[str, object]:
    """Return where the button leads: the next open page, then the papers while there are none, then the check."""
    if going_on:
        return {"next": page_address(draft, going_on), "next_title": heading(draft, going_on)}
    if papers.tone == "none":
        return {"next": papers.link, "next_title": papers.title}
    return {"next": reverse("public:check", args=[draft.application.reference]), "next_title": ""}


def heading(draft: Draft, stop: Stop) -> str:
    """Return the title of a page about its person."""
    return stop.step.form(asked=stop.asked, who=draft.who(stop.asked)).heading


def section_tasks(draft: Draft, view: Outlook) -> list[Task]:
    """Return a line for each section that asks anything."""
    lines = []
    for section in SECTIONS:
        stops = [stop for stop in draft.stops if stop.step.section == section.id]
        if stops:
            weak = any(remark.section == section.id and remark.tone == "stop" for remark in view.law)
            tone, word = state_of(draft, stops, weak=weak)
            open_stop = next((stop for stop in stops if stop.key not in draft.pages), stops[0])
            lines.append(Task(section.title, page_address(draft, open_stop), tone, word, hint_of(draft, stops)))
    return lines


def state_of(draft: Draft, stops: Sequence[Stop], *, weak: bool = False) -> tuple[str, str]:
    """Return tone and words of how far some pages are: nobody looked, looked, done, or look again."""
    done = sum(stop.key in draft.pages for stop in stops)
    if done == 0:
        return "none", _("not started")
    if done < len(stops):
        return "wait", _("in progress")
    return ("look", _("look again")) if weak else ("ok", _("done"))


def hint_of(draft: Draft, stops: Sequence[Stop]) -> str:
    """Return who a section is about, where it is about somebody beside the applicant."""
    people: list[Asked] = []
    for stop in stops:
        if stop.asked.about is not About.APPLICANT and stop.asked.person not in [each.person for each in people]:
            people.append(stop.asked)
    return " → ".join(draft.name(each.person) or draft.who(each) for each in people)


def papers_task(draft: Draft, view: Outlook) -> Task:
    """Return the line of the papers."""
    papers = [paper for paper in papers_of(draft.application.family_id) if paper.kept_files]
    link = reverse("public:papers", args=[draft.application.reference])
    if not papers:
        return Task(_("Papers"), link, "none", _("not started"))
    bad = len({remark.link for remark in view.papers if remark.tone in ("stop", "look")})
    word = _("%(good)s of %(all)s in order") % {"good": len(papers) - bad, "all": len(papers)}
    return Task(_("Papers"), link, "look" if bad else "ok", word)


def cards(draft: Draft) -> list[Card]:
    """Return a card for the applicant and everybody the form has pages about."""
    people: dict[int, list[Stop]] = {}
    for stop in draft.stops:
        people.setdefault(stop.asked.person, []).append(stop)
    found = []
    for person, stops in people.items():
        asked = stops[0].asked
        left = [stop for stop in stops if stop.key not in draft.pages]
        applicant = asked.about is About.APPLICANT
        tone, word = ("ok", _("ready")) if not left else ("wait", things_left(len(left)))
        name = draft.name(person) or (_("You") if applicant else draft.who(asked))
        relation = _("applies") if applicant else draft.who(asked) if draft.name(person) else ""
        found.append(
            Card(
                name,
                relation if relation != name else "",
                page_address(draft, (left or stops)[0]),
                tone,
                word,
                here=applicant,
            )
        )
    return found


def things_left(count: int) -> str:
    """Return how many pages are left, in words."""
    return _("1 page left") if count == 1 else _("%(count)s pages left") % {"count": count}
