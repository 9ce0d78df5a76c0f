"""The findings of a case as the page prints them: by person and by paper, the open ones first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from applications.admin.case_explained import Explainer
from applications.admin.case_fields import SORTED
from applications.admin.words import OUTCOME_TONE, WEIGHT, fact_words, kind_words
from applications.assessment.models import Finding, FindingReview
from applications.assessment.queries import outcome_of
from applications.assessment.wording import finding_sentences, finding_title
from applications.documents.disagreements import Sort, sort_of
from applications.intake.models import Application
from rules.explain import Said

SORT_WEIGHT: Mapping[str, int] = {Sort.CONFLICT: 0, Sort.NEEDS_PAPER: 1, Sort.EXPLAINED: 2}
"""In which order disagreements of papers stand among findings of one weight."""


@dataclass(frozen=True)
class Line:
    """One finding: its words, what counts, what officers made of it, where to look."""

    finding: Finding
    title: str
    sentences: Sequence[str]
    tone: str
    outcome: str
    reviews: Sequence[FindingReview]
    is_new: bool
    url: str
    page_url: str
    law: str
    turning: Sequence[str]
    tree: Sequence[Said]
    try_url: str
    rule_url: str
    sort: str = ""
    sort_words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether an officer should look at it."""
        return self.tone != "ok"


@dataclass(frozen=True)
class Group:
    """The findings about one thing, with the heaviest of their tones; those of other routes stand aside."""

    title: str
    what: str
    open_lines: Sequence[Line]
    fine_lines: Sequence[Line]
    tone: str
    summary: str
    is_aside: bool


def groups(
    case: Application,
    findings: Sequence[Finding],
    *,
    explained: Explainer,
    names: Mapping[str, str],
    since: datetime | None,
) -> list[Group]:
    """Return the answers of the law on the case's own procedure, the papers with the weightiest first, other routes last.

    Signals stand in a panel of their own (case_seen).
    """
    told = [finding for finding in findings if finding.source != Finding.Source.SIGNAL]
    lines = [line(case, finding, explained=explained, names=names, since=since) for finding in told]
    by_law: dict[tuple[int, str], list[Line]] = {}
    by_paper: dict[int, list[Line]] = {}
    for each in lines:
        if each.finding.source == Finding.Source.RULE:
            by_law.setdefault((each.finding.person_id or 0, each.finding.route), []).append(each)
        else:
            by_paper.setdefault(each.finding.paper_id or 0, []).append(each)
    own = [law_group(rows) for (_person, route), rows in by_law.items() if route == case.procedure]
    others = [law_group(rows, is_aside=True) for (_person, route), rows in by_law.items() if route != case.procedure]
    papers = sorted((paper_group(rows) for rows in by_paper.values()), key=lambda each: WEIGHT[each.tone])
    return [*own, *papers, *others]


def law_group(rows: Sequence[Line], *, is_aside: bool = False) -> Group:
    """Return the conditions of one route for one person; the route's own answer heads them."""
    head = next((row for row in rows if row.finding.code.startswith("route.")), None)
    conditions = [row for row in rows if row is not head]
    person = rows[0].finding.person
    return group(
        head.title if head else _("The law"),
        person.full_name if person else "",
        conditions,
        tone=head.tone if head else heaviest(conditions),
        summary=head.outcome if head else "",
        is_aside=is_aside,
    )


def paper_group(rows: Sequence[Line]) -> Group:
    """Return what checks and comparisons say of one paper."""
    paper = rows[0].finding.paper
    person = rows[0].finding.person
    title = kind_words(paper.kind) if paper else _("Papers")
    worst = min(rows, key=lambda row: WEIGHT[row.tone])
    return group(title, person.full_name if person else "", rows, tone=worst.tone, summary=worst.outcome)


def group(title: str, what: str, rows: Sequence[Line], *, tone: str, summary: str, is_aside: bool = False) -> Group:
    """Return a group with its open lines in front, the heaviest first."""
    ordered = sorted(rows, key=lambda row: (WEIGHT[row.tone], SORT_WEIGHT.get(row.sort, 1)))
    return Group(
        title,
        what,
        [row for row in ordered if row.is_open],
        [row for row in ordered if not row.is_open],
        tone,
        summary,
        is_aside,
    )


def heaviest(rows: Iterable[Line]) -> str:
    """Return the tone that weighs most, "ok" for none."""
    return min((row.tone for row in rows), key=WEIGHT.__getitem__, default="ok")


def line(
    case: Application, finding: Finding, *, explained: Explainer, names: Mapping[str, str], since: datetime | None
) -> Line:
    """Return one finding in the reader's language."""
    counts = outcome_of(finding)
    reviews: Sequence[FindingReview] = getattr(finding, "all_reviews", ())
    sentences = finding_sentences(finding, explained.language, names)
    tree = explained.tree(finding, sentences)
    sort = sort_of(finding.code)
    try_url = f"{reverse('admin:case_what_if', args=[case.pk])}?finding={finding.pk}" if tree else ""
    return Line(
        finding=finding,
        title=finding_title(finding, explained.language),
        sentences=sentences,
        tone=OUTCOME_TONE[Finding.Outcome(counts)],
        outcome=str(Finding.Outcome(counts).label),
        reviews=reviews,
        is_new=since is not None and finding.made_at > since,
        url=reverse("admin:case_finding", args=[case.pk, finding.pk]),
        page_url=page_url(finding),
        law="; ".join(finding.law),
        turning=list(dict.fromkeys(fact_words(path, names) for path in finding.would_change if isinstance(path, str))),
        tree=tree,
        try_url=try_url,
        rule_url=explained.rule_url(finding),
        sort=sort or "",
        sort_words=str(SORTED[sort][1]) if sort else "",
    )


def page_url(finding: Finding) -> str:
    """Return the address of the paper's page a finding speaks of, or nothing."""
    if finding.paper_id is None:
        return ""
    page = next((int(seen["page"]) for seen in finding.evidence if isinstance(seen, dict) and seen.get("page")), 1)
    file = f"&file={finding.file_id}" if finding.file_id else ""
    return f"?paper={finding.paper_id}{file}&page={page}&finding={finding.pk}#desk"
