"""Two pages side by side, moved and enlarged together: a paper with its translation, with another paper, with a copy."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from applications.admin.base import officer_of
from applications.admin.case_leaves import Leaf, leaves_of, picture_url, place_of
from applications.admin.words import kind_words
from applications.casework.queries import visible_cases
from applications.casework.readings import look
from applications.documents.models import Paper
from applications.documents.queries import papers_of
from applications.intake.models import Application

SIDES = ("left", "right")
ZOOMS = ("1", "2", "3")


@dataclass(frozen=True)
class Side:
    """One half of the screen: the paper and the page on it, and where its neighbours lie."""

    id: str
    title: str
    label: str
    chosen: str
    leaf: Leaf | None
    picture: str
    pages: int
    before: str
    after: str


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show two pages of a case's papers; 404 for cases the officer may not open."""
    officer = officer_of(request)
    case = get_object_or_404(visible_cases(officer).select_related("applicant", "family"), pk=pk)
    papers = [paper for paper in papers_of(case.family_id) if leaves_of(paper)]
    query = request.GET
    look(case=case, officer=officer, subject="compare")
    zoom = query.get("zoom", "1") if query.get("zoom") in ZOOMS else "1"
    sides = [side(case, papers, query, name, number) for number, name in enumerate(SIDES)]
    context = {
        **admin.site.each_context(request),
        "title": _("Two pages side by side"),
        "case": case,
        "case_url": reverse("admin:applications_application_change", args=[case.pk]),
        "sides": sides,
        "choices": choices(papers),
        "zoom": zoom,
        "zooms": [(each, changed(query, {"zoom": each})) for each in ZOOMS],
        "swap": changed(query, {"left": sides[1].chosen, "right": sides[0].chosen}),
        "is_empty": not papers,
    }
    return render(request, "admin/case/compare.html", context)


def choices(papers: Sequence[Paper]) -> list[tuple[str, str]]:
    """Return every page of every paper as (value, words)."""
    return [
        (f"{paper.pk}.{leaf.place}", words(paper, leaf, len(leaves)))
        for paper in papers
        for leaves in [leaves_of(paper)]
        for leaf in leaves
    ]


def words(paper: Paper, leaf: Leaf, pages: int) -> str:
    """Return what a page is, in words."""
    which = _("page %(page)d of %(pages)d") % {"page": leaf.place, "pages": pages}
    part = f", {leaf.file.get_part_display()}" if leaf.file.part == "translation" else ""
    return f"{kind_words(paper.kind)} – {paper.person} – {which}{part}"


def side(case: Application, papers: Sequence[Paper], query: QueryDict, name: str, number: int) -> Side:
    """Return one side: the page asked for as "paper.page", or else the first page of the first or second paper."""
    wanted, _dot, at = query.get(name, "").partition(".")
    at = at or query.get(f"{name}_page", "1")
    paper = next((each for each in papers if str(each.pk) == wanted), None)
    if paper is None and papers:
        paper = papers[min(number, len(papers) - 1)]
    leaves = leaves_of(paper) if paper else []
    place = place_of(leaves, at)
    leaf = leaves[place] if leaves else None

    def other(step: int) -> str:
        there = place + step
        return changed(query, {name: f"{paper.pk}.{there + 1}"}) if paper and 0 <= there < len(leaves) else ""

    return Side(
        id=name,
        title=words(paper, leaf, len(leaves)) if paper and leaf else "",
        label=_("Left") if name == "left" else _("Right"),
        chosen=f"{paper.pk}.{leaf.place}" if paper and leaf else "",
        leaf=leaf,
        picture=picture_url(case, leaf) if leaf else "",
        pages=len(leaves),
        before=other(-1),
        after=other(1),
    )


def changed(query: QueryDict, changes: dict[str, str]) -> str:
    """Return the address of this screen with some of its choices changed."""
    kept = {key: str(query[key]) for key in (*SIDES, *(f"{name}_page" for name in SIDES), "zoom") if key in query}
    for name in SIDES:
        if name in changes:
            kept.pop(f"{name}_page", None)
    return f"?{urlencode({**kept, **changes})}"
