"""What of a case was seen before: the panel of the case page, and two pages side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.admin.base import officer_of
from applications.admin.case_leaves import Leaf, Mark, leaves_of, picture_url
from applications.admin.words import kind_words, language_now
from applications.assessment.models import Finding, FindingReview
from applications.assessment.wording import finding_sentences, finding_title, reasons_of
from applications.casework.queries import visible_cases
from applications.casework.readings import look
from applications.core.models import User
from applications.documents.models import Paper
from applications.documents.queries import papers_of
from applications.intake.models import Application

WEIGHT: Mapping[str, str | Promise] = {
    "grave": _("grave: look at it first"),
    "clear": _("worth a look"),
    "slight": _("slight: usual among relatives"),
}
TONE: Mapping[str, str] = {"grave": "stop", "clear": "look", "slight": "none"}
ORDER = ("grave", "clear", "slight")


@dataclass(frozen=True)
class Hit:
    """One signal: its words, its weight, what officers made of it, where to compare."""

    finding: Finding
    title: str
    sentences: Sequence[str]
    weight: str
    weight_words: str | Promise
    tone: str
    reviews: Sequence[FindingReview]
    url: str
    beside_url: str
    other_url: str
    other: Application

    @property
    def what(self) -> str:
        """The paper that was seen and whose it is, or what the answers share."""
        if self.finding.paper is None:
            return self.title
        return " – ".join(filter(None, (kind_words(self.finding.paper.kind), str(self.finding.person or ""))))


@dataclass(frozen=True)
class Relation:
    """Another case that shares something slight: who applies there, and each thing shared."""

    reference: str
    applicant: str
    url: str
    hits: Sequence[Hit]


@dataclass(frozen=True)
class Seen:
    """The panel: what is to be looked at, each by itself, and the slight hits by the other case."""

    telling: Sequence[Hit]
    relations: Sequence[Relation]


def seen(case: Application, findings: Sequence[Finding], officer: User) -> Seen | None:
    """Return the panel of a case; None where nothing was seen before."""
    found = hits(case, findings, officer)
    together: dict[str, list[Hit]] = {}
    for each in found:
        if each.weight == "slight":
            together.setdefault(each.other.reference, []).append(each)
    telling = [each for each in found if each.weight != "slight"]
    relations = [relation(each) for each in together.values()]
    return Seen(telling, sorted(relations, key=lambda each: -len(each.hits))) if found else None


def relation(found: Sequence[Hit]) -> Relation:
    """Return the other case that hits have in common."""
    other = found[0].other
    return Relation(other.reference, other.applicant.full_name, found[0].other_url, found)


def hits(case: Application, findings: Sequence[Finding], officer: User) -> list[Hit]:
    """Return the signals of a case, the gravest first; cases the officer may not open are neither named nor linked."""
    signals = [finding for finding in findings if finding.source == Finding.Source.SIGNAL]
    wanted = {number_in(finding, "other_case") for finding in signals}
    visible = visible_cases(officer).select_related("applicant").in_bulk(wanted) if wanted else {}
    found = [
        hit(case, finding, visible[number_in(finding, "other_case")])
        for finding in signals
        if number_in(finding, "other_case") in visible
    ]
    return sorted(found, key=lambda each: (ORDER.index(each.weight), each.finding.pk))


def hit(case: Application, finding: Finding, other: Application) -> Hit:
    """Return one signal in the reader's language."""
    language = language_now()
    weight = next((str(args.get("weight")) for _code, args in reasons_of(finding)), "clear")
    weight = weight if weight in WEIGHT else "clear"
    beside = reverse("admin:case_beside", args=[case.pk, finding.pk]) if number_in(finding, "other_file") else ""
    return Hit(
        finding=finding,
        title=finding_title(finding, language),
        sentences=finding_sentences(finding, language),
        weight=weight,
        weight_words=WEIGHT[weight],
        tone=TONE[weight],
        reviews=getattr(finding, "all_reviews", ()),
        url=reverse("admin:case_finding", args=[case.pk, finding.pk]),
        beside_url=beside,
        other_url=reverse("admin:applications_application_change", args=[other.pk]),
        other=other,
    )


def number_in(finding: Finding, name: str) -> int:
    """Return a number among the arguments of a finding, 0 where there is none."""
    for _code, args in reasons_of(finding):
        value = args.get(name)
        if isinstance(value, int):
            return value
    return 0


@dataclass(frozen=True)
class Side:
    """One of two pages that lie beside each other."""

    case: Application
    paper: Paper
    title: str
    leaf: Leaf
    picture: str
    marks: Sequence[Mark]


def beside(request: HttpRequest, pk: int, finding: int) -> HttpResponse:
    """Show the two pages of a signal; the other case is read too, and its journal of readings says so."""
    officer = officer_of(request)
    case = get_object_or_404(visible_cases(officer).select_related("applicant"), pk=pk)
    row = get_object_or_404(Finding, pk=finding, application=case, source=Finding.Source.SIGNAL)
    other = get_object_or_404(visible_cases(officer).select_related("applicant"), pk=number_in(row, "other_case"))
    mine = side(case, row.file_id or 0, evidence_page(row), box_of(row))
    theirs = side(other, number_in(row, "other_file"), number_in(row, "other_page"), ())
    for each in (mine, theirs):
        if each:
            look(case=each.case, officer=officer, subject=f"paper/{each.paper.pk}")
    context = {
        **admin.site.each_context(request),
        "title": finding_title(row, language_now()),
        "case": case,
        "case_url": reverse("admin:applications_application_change", args=[case.pk]),
        "hit": hit(case, row, other),
        "may_review": case.closed_at is None and (officer.may("work_cases") or officer.may("approve_proposals")),
        "sides": [each for each in (mine, theirs) if each],
    }
    return render(request, "admin/case/beside.html", context)


def side(case: Application, file: int, page: int, marks: Sequence[Mark]) -> Side | None:
    """Return a page of a file in a case; None where it was taken away since."""
    for paper in papers_of(case.family_id):
        for leaf in leaves_of(paper):
            if leaf.file.pk == file and leaf.number == page:
                return Side(case, paper, kind_words(paper.kind), leaf, picture_url(case, leaf), marks)
    return None


def evidence_page(finding: Finding) -> int:
    """Return the page a finding speaks of, the first where it names none."""
    return next((int(seen["page"]) for seen in finding.evidence if isinstance(seen, dict) and seen.get("page")), 1)


def box_of(finding: Finding) -> list[Mark]:
    """Return the place that differs, in thousandths of the page."""
    marks = []
    for seen in finding.evidence:
        if isinstance(seen, dict) and seen.get("box"):
            left, top, right, bottom = (round(1000 * float(edge)) for edge in seen["box"])
            marks.append(Mark(left, top, right - left, bottom - top))
    return marks
