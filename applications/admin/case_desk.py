"""The desk of the case page: one paper with its page as a picture, beside what was answered about the person."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from applications.admin.case_fields import Pair, Place, found, pairs_of
from applications.admin.case_leaves import (
    Leaf,
    Mark,
    Snippet,
    beside_url,
    leaf_url,
    leaves_of,
    marks_of,
    picture_url,
    place_of,
    snippets_of,
)
from applications.admin.words import kind_words
from applications.assessment.models import Finding
from applications.assessment.queries import outcome_of
from applications.documents.framing import Framing
from applications.documents.models import CheckedFile, Paper
from applications.intake.models import Application, Submission
from applications.intake.sheet import frozen_rows


@dataclass(frozen=True)
class Desk:
    """Everything the middle pane prints about the paper that lies on the desk."""

    paper: Paper
    title: str
    leaves: Sequence[Leaf]
    leaf: Leaf | None
    picture: str
    marks: Sequence[Mark]
    places: Sequence[Place]
    before: str
    after: str
    pairs: Sequence[Pair]
    tall: int
    snippets: Sequence[Snippet]
    asked: Finding | None
    beside: str
    waiting: bool
    framing: Framing | None
    whole: str


def desk(case: Application, papers: Sequence[Paper], findings: Sequence[Finding], query: QueryDict) -> Desk | None:
    """Return the paper asked for, or the first one with something to look at; None where there are no papers."""
    paper = chosen(papers, findings, query.get("paper", ""))
    if paper is None:
        return None
    leaves = leaves_of(paper)
    place = place_of(leaves, query.get("page", ""), query.get("file", ""))
    leaf = leaves[place] if leaves else None
    asked = next((each for each in findings if str(each.pk) == query.get("finding", "")), None)
    facts = found(paper, leaves, findings)
    return Desk(
        paper=paper,
        title=kind_words(paper.kind),
        leaves=leaves,
        leaf=leaf,
        picture=picture_url(case, leaf) if leaf else "",
        marks=marks_of(leaf, findings, asked) if leaf else (),
        places=[fact.place for fact in facts if leaf and fact.place and fact.place.page == leaf.place],
        before=leaf_url(paper, leaves[place - 1]) if leaf and place else "",
        after=leaf_url(paper, leaves[place + 1]) if leaf and place + 1 < len(leaves) else "",
        pairs=pairs_of(paper, facts, findings, leaf.place if leaf else 0),
        tall=round(1000 * leaf.page.height / leaf.page.width) if leaf else 0,
        snippets=snippets_of(case, asked, papers) if asked else (),
        asked=asked,
        beside=beside_url(case, paper, leaf, asked, papers) if leaf else "",
        waiting=any(file.checked.state == CheckedFile.State.WAITING for file in paper.kept_files),
        framing=leaf.file.checked.framings.get(leaf.number) if leaf else None,
        whole=picture_url(case, leaf, "whole") if leaf else "",
    )


def chosen(papers: Sequence[Paper], findings: Sequence[Finding], asked: str) -> Paper | None:
    """Return the paper with the number asked for, else the first that a finding wants looked at, else the first."""
    by_id = {str(paper.pk): paper for paper in papers}
    if asked in by_id:
        return by_id[asked]
    looked_for = {
        finding.paper_id for finding in findings if finding.paper_id and outcome_of(finding) in {"reject", "review"}
    }
    return next((paper for paper in papers if paper.pk in looked_for), papers[0] if papers else None)


@dataclass(frozen=True)
class Answered:
    """The signed answers of one section about one person, as (question, answer) in the reader's language."""

    section: str
    rows: Sequence[tuple[str, str]]


def answers_by_person(submission: Submission | None, language: str) -> dict[int, tuple[str, list[Answered]]]:
    """Return what was signed about each person: the name then given, the answers section by section."""
    people: dict[int, tuple[str, dict[str, list[tuple[str, str]]]]] = {}
    for row in frozen_rows(submission.sheet) if submission else ():
        hungarian = language == "hu"
        _name, sections = people.setdefault(row.person, (row.person_hu if hungarian else row.person_en, {}))
        said = (row.label_hu, row.value_hu) if hungarian else (row.label_en, row.value_en)
        if said[1]:
            sections.setdefault(row.section_hu if hungarian else row.section_en, []).append(said)
    return {
        person: (name, [Answered(section, rows) for section, rows in sections.items()])
        for person, (name, sections) in people.items()
    }
