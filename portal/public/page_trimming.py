"""Turning and cutting pages by hand; the file that was brought stays as it is."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from applications.documents.framing import LEAST, QUARTERS, Framing
from applications.documents.models import Paper, PaperFile
from applications.documents.trimming import brought_pages, frame_page, framing_of
from applications.intake.models import Application
from applications.pipeline import papers_received
from portal.public import access, held
from portal.public.leaves import Leaf

MOST = 100 - LEAST // 10
"""Per cent of a side that may be cut off in all."""


class Edge(forms.IntegerField):
    """How much is cut off at one side, in per cent of the page."""

    def __init__(self, label: object) -> None:
        """``label`` names the side."""
        super().__init__(label=label, min_value=0, max_value=MOST, initial=0)  # type: ignore[arg-type]  # a lazy word
        self.widget.attrs |= {"inputmode": "numeric", "data-edge": ""}


class TrimForm(forms.Form):
    """What is cut off at each side of a page that has so many quarter turns."""

    left = Edge(_("Cut off at the left (%)"))
    right = Edge(_("Cut off at the right (%)"))
    top = Edge(_("Cut off at the top (%)"))
    bottom = Edge(_("Cut off at the bottom (%)"))
    turns = forms.IntegerField(min_value=0, max_value=QUARTERS - 1, widget=forms.HiddenInput)

    def clean(self) -> dict[str, object]:
        """Leave a tenth of the page at least; raises ValidationError beside the second side otherwise."""
        cleaned: dict[str, object] = super().clean() or {}
        for one, other in (("left", "right"), ("top", "bottom")):
            cut = [cleaned[name] for name in (one, other) if isinstance(cleaned.get(name), int)]
            if sum(int(str(each)) for each in cut) > MOST:
                self.add_error(other, ValidationError(_("Together the two sides leave too little of the page.")))
        return cleaned

    @property
    def framing(self) -> Framing:
        """The framing that valid fields say."""
        left, right, top, bottom = (10 * self.cleaned_data[name] for name in ("left", "right", "top", "bottom"))
        return Framing(self.cleaned_data["turns"], (left, top, 1000 - right, 1000 - bottom))


def edges(framing: Framing) -> dict[str, int]:
    """Return the fields that say a framing."""
    left, top, right, bottom = (round(side / 10) for side in framing.box)
    return {"left": left, "top": top, "right": 100 - right, "bottom": 100 - bottom, "turns": framing.turns}


@held.signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def trim(request: HttpRequest, reference: str, paper: int, file: int, number: int) -> HttpResponse:
    """Cut a page to what is paper; ``show`` only shows how that looks."""
    application = access.own_application(request, reference)
    row = access.own_paper(request, application, paper)
    changeable(application, row)
    shown = row.files.select_related("checked").filter(pk=file, removed_at=None).first()
    page = brought_pages(shown.checked).get(number) if shown else None
    if shown is None or page is None:
        raise Http404
    now = framing_of(shown.checked, page)
    form = TrimForm(request.POST if request.method == "POST" else None, initial=edges(now))
    if form.is_bound and form.is_valid():
        now = form.framing.turned_to(now.turns)
        if request.POST.get("go") != "show":
            framed(request, application, shown, number, now)
            messages.success(request, _("The page is trimmed. We look at it again."))
            return redirect("public:paper", reference=application.reference, paper=row.pk)
    return render(
        request,
        "public/page_trim.html",
        {
            "section": "application",
            "application": application,
            "paper": row,
            "file": shown,
            "leaf": Leaf(page, now, is_drawn=False),
            "form": form,
            "most": MOST,
        },
        status=422 if form.errors else 200,
    )


def turned(request: HttpRequest, application: Application, row: Paper, said: str) -> None:
    """Turn a page: ``said`` is file, page and the quarter turns to the left it then has; 404 for anything else."""
    numbers = [int(part) if part.isascii() and part.isdigit() else -1 for part in said[:40].split(":")]
    file = row.files.select_related("checked").filter(pk=numbers[0], removed_at=None).first()
    page = brought_pages(file.checked).get(numbers[1]) if file and len(numbers) == 3 else None  # noqa: PLR2004 - as said
    if file is None or page is None or numbers[2] not in range(QUARTERS):
        raise Http404
    framing = framing_of(file.checked, page).turned_to(numbers[2])
    framed(request, application, file, page.number, framing)
    messages.success(request, _("The page is turned. We look at it again."))


def framed(request: HttpRequest, application: Application, file: PaperFile, number: int, framing: Framing) -> None:
    """Have a page seen as said, and examined where nobody has seen it so."""
    with transaction.atomic():
        frame_page(
            file=file, number=number, framing=framing, actor=access.account(request), chain=application.reference
        )
        papers_received(application=application, received=[file.paper])


def changeable(application: Application, row: Paper) -> None:
    """Answer 404 where a paper cannot be changed now."""
    if not access.opened(application).paper(row.person_id, row.kind):
        raise Http404
