"""Papers on the public side: the list of what is needed, bringing, replacing, ordering, taking away."""

from collections.abc import Sequence

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications.casework import requests
from applications.casework.models import InformationRequest, RequestedItem
from applications.documents import services as documents
from applications.documents.kinds import KIND
from applications.documents.models import Paper
from applications.documents.queries import papers_of
from applications.documents.trimming import unframe_file
from applications.intake.models import Application
from applications.pipeline import papers_received
from portal.public import access, held
from portal.public.draft import Draft, open_draft
from portal.public.first_look import first_look
from portal.public.page_trimming import changeable, turned
from portal.public.paper_needs import needs
from portal.public.paper_view import PaperView, paper_view
from portal.public.upload_form import PagesForm, PaperForm


@held.signed_in
@never_cache
@require_safe
def papers(request: HttpRequest, reference: str) -> HttpResponse:
    """List what each person needs and what was brought."""
    application = access.own_application(request, reference)
    draft = open_draft(application)
    kept = [paper_view(draft, paper) for paper in papers_of(application.family_id)]
    rows = [paper.paper for paper in kept]
    groups: dict[int, list[dict[str, object]]] = {}
    served: set[int] = set()
    for need in needs(draft):
        having = need.met_by(rows)
        served.update(paper.pk for paper in having)
        views = [view for view in kept if view.paper in having]
        groups.setdefault(need.person, []).append({"need": need, "views": views})
    return render(
        request,
        "public/papers.html",
        {
            "section": "application",
            "application": application,
            "groups": [{"name": name_of(draft, person), "needs": found} for person, found in groups.items()],
            "others": [view for view in kept if view.paper.pk not in served],
            "waiting": any(view.waiting for view in kept),
            "opened": access.opened(application),
        },
    )


def name_of(draft: Draft, person: int) -> str:
    """Return how a person of the household is called."""
    stop = next((stop for stop in draft.stops if stop.asked.person == person), None)
    return draft.name(person) or (draft.who(stop.asked) if stop else "") or _("You")


@held.signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Take in a new paper."""
    application = access.own_application(request, reference)
    draft, opened = open_draft(application), access.opened(application)
    people = [(str(person), name_of(draft, person)) for person in dict.fromkeys(draft.reached())]
    kinds = [(kind.id, str(kind.title)) for kind in KIND.values()]
    initial = {"kind": request.GET.get("kind", ""), "person": request.GET.get("person", "")}
    form = PaperForm(
        *((request.POST, request.FILES) if request.method == "POST" else ()),
        people=people,
        kinds=kinds,
        initial=initial,
    )
    if request.method == "POST" and form.is_valid():
        person, kind = int(form.cleaned_data["person"]), form.cleaned_data["kind"]
        if not opened.paper(person, kind):
            raise Http404
        paper = taken_in(request, draft, person, kind, form)
        return answered(request, reverse("public:paper", args=[application.reference, paper.pk]))
    if form.errors and wants_json(request):
        return JsonResponse({"errors": errors_of(form)}, status=422)
    return render(
        request,
        "public/paper_add.html",
        {
            "section": "application",
            "application": application,
            "form": form,
            "kind": KIND.get(initial["kind"]),
            "look": first_look(initial["kind"] or None),
        },
        status=422 if form.errors else 200,
    )


def taken_in(request: HttpRequest, draft: Draft, person: int, kind: str, form: PaperForm) -> Paper:
    """Store a new paper with its files and have them examined."""
    application, account = draft.application, access.account(request)
    with transaction.atomic():
        about = application.family.people.get(pk=person)
        chain = application.reference
        paper = documents.add_paper(
            person=about, kind=kind, actor=account, chain=chain, title=form.cleaned_data["title"]
        )
        for part, name in (("original", "files"), ("translation", "translation")):
            files = [documents.brought(file) for file in form.cleaned_data[name] or ()]
            documents.receive(paper=paper, files=files, actor=account, chain=chain, part=part)
        papers_received(application=application, received=[paper])
        note_answered(application, paper)
    return paper


def note_answered(application: Application, paper: Paper) -> None:
    """Note a paper on the open request that asked for its kind."""
    for item in RequestedItem.objects.filter(
        request__application=application,
        request__state=InformationRequest.State.OPEN,
        kind=RequestedItem.Kind.PAPER,
        paper_kind=paper.kind,
    ):
        if item.person_id in (None, paper.person_id):
            requests.answer_item(item=item, paper=paper)


@held.signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest, reference: str, paper: int) -> HttpResponse:
    """Show one paper with its pages and what was found on them; take in further pages."""
    application = access.own_application(request, reference)
    row = access.own_paper(request, application, paper)
    replaced = row.files.filter(pk=number_in(request.GET.get("replace")), removed_at=None).first()
    form = PagesForm(
        *((request.POST, request.FILES) if request.method == "POST" else ()),
        initial={"replaces": replaced.pk if replaced else None},
    )
    if request.method == "POST":
        changeable(application, row)
        if form.is_valid():
            pages_taken_in(request, application, row, form)
            return answered(request, reverse("public:paper", args=[application.reference, row.pk]))
        if wants_json(request):
            return JsonResponse({"errors": errors_of(form)}, status=422)
    view = seen(application, row)
    return render(
        request,
        "public/paper.html",
        {
            "section": "application",
            "application": application,
            "view": view,
            "form": form,
            "open": access.opened(application).paper(row.person_id, row.kind),
            "replaced": replaced,
            "look": first_look(row.kind),
            "gone": row.files.exclude(removed_at=None),
        },
        status=422 if form.errors else 200,
    )


def pages_taken_in(request: HttpRequest, application: Application, row: Paper, form: PagesForm) -> None:
    """Store further pages of a paper, in place of others where some are replaced, and have them examined."""
    account, chain = access.account(request), application.reference
    old = row.files.filter(pk=form.cleaned_data["replaces"], removed_at=None).first()
    with transaction.atomic():
        new = documents.receive(
            paper=row,
            files=[documents.brought(file) for file in form.cleaned_data["files"]],
            actor=account,
            chain=chain,
            part=old.part if old else form.cleaned_data["part"],
        )
        if old:
            documents.replace_file(file=old, by=new, actor=account, chain=chain)
        papers_received(application=application, received=[row])


def number_in(text: str | None) -> int:
    """Return the number a parameter holds; 0, which no row has, where it holds none."""
    return int(text) if text and text.isascii() and text.isdigit() else 0


def seen(application: Application, row: Paper) -> PaperView:
    """Return a paper with its files and findings, a removed one without."""
    draft = open_draft(application)
    for each in papers_of(application.family_id):
        if each.pk == row.pk:
            return paper_view(draft, each, whole=True)
    row.kept_files = []
    return paper_view(draft, row)


@held.signed_in
@never_cache
@require_safe
def state(request: HttpRequest, reference: str, paper: int) -> JsonResponse:
    """Answer whether a paper's files are still being checked, for pages that wait: {"waiting": n, "files": {id: state},
    "checking": {id: group of checks}}."""
    application = access.own_application(request, reference)
    row = access.own_paper(request, application, paper)
    checked = {str(file.pk): file.checked for file in row.files.filter(removed_at=None).select_related("checked")}
    files = {file: each.state for file, each in checked.items()}
    return JsonResponse(
        {
            "waiting": sum(value == "waiting" for value in files.values()),
            "files": files,
            "checking": {file: each.checking for file, each in checked.items()},
        }
    )


@held.signed_in
@require_POST
def change(request: HttpRequest, reference: str, paper: int) -> HttpResponse:
    """Do what a button of a paper's page says: remove or restore the paper, remove or move a file, turn a page."""
    application = access.own_application(request, reference)
    row = access.own_paper(request, application, paper)
    changeable(application, row)
    account, chain = access.account(request), application.reference
    act, _colon, number = str(request.POST.get("act") or "").partition(":")
    if act == "remove":
        documents.remove_paper(paper=row, actor=account, chain=chain)
        messages.success(request, _("The paper was taken away. You can put it back from its page."))
    elif act == "restore":
        documents.restore_paper(paper=row, actor=account, chain=chain)
    elif act == "turn":
        turned(request, application, row, number)
    else:
        change_file(request, row, act, number_in(number), chain)
    return redirect("public:paper", reference=application.reference, paper=row.pk)


def change_file(request: HttpRequest, row: Paper, act: str, number: int, chain: str) -> None:
    """Take a file of a paper away, put it back, or move it up or down; 404 for anything else."""
    account = access.account(request)
    file = row.files.filter(pk=number).first()
    if file is None or act not in ("remove_file", "restore_file", "up", "down", "as_brought"):
        raise Http404
    if act == "remove_file":
        documents.remove_file(file=file, actor=account, chain=chain)
        messages.success(request, _("The file was taken away. You can put it back below."))
    elif act == "restore_file":
        documents.restore_file(file=file, actor=account, chain=chain)
    elif act == "as_brought":
        unframe_file(file=file, actor=account, chain=chain)
        messages.success(request, _("The pages are shown as you brought them."))
    else:
        documents.move_file(file=file, up=act == "up", actor=account, chain=chain)


def wants_json(request: HttpRequest) -> bool:
    """Whether the page's script sent the files and reads the answer itself."""
    return request.headers.get("accept", "").startswith("application/json")


def answered(request: HttpRequest, address: str) -> HttpResponse:
    """Lead to an address, in the way the sender understands."""
    return JsonResponse({"address": address}) if wants_json(request) else HttpResponseRedirect(address)


def errors_of(form: PaperForm | PagesForm) -> dict[str, Sequence[str]]:
    """Return a form's errors by field, as plain sentences."""
    return {name: [str(error) for error in errors] for name, errors in form.errors.items()}
