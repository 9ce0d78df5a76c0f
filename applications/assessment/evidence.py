"""Papers as evidence: which of them speak for which fact about a person, and how they stand."""

from collections.abc import Iterable, Sequence

from applications.assessment.papers import examined
from applications.documents import check
from applications.documents.models import Paper
from applications.documents.verdict import Outcome

LINKS = ("birth_certificate", "church_register")
MARRIAGES = ("marriage_certificate", "church_register")
CITIZENSHIP = (
    "citizenship_certificate",
    "domicile_certificate",
    "military_record",
    "old_passport",
    "school_certificate",
    "census_or_address_record",
    "work_book",
)
DEPARTURE = ("emigration_record", "naturalisation_record", "old_passport")
STANDING = {Outcome.ACCEPT: "readable", Outcome.NOT_CHECKED: "claimed", Outcome.REVIEW: "claimed"}
KIND_IN_FACTS = {"military_record": "army_record", "census_or_address_record": "census"}
"""Kinds that facts.schema.json names differently."""


def standing(paper: Paper) -> str | None:
    """Return how a paper stands as evidence: readable, claimed (not looked at yet), or None where it cannot be used.

    Signals for staff count for nothing here: what a paper proves is shown to applicants.
    """
    pairs = examined(paper.kept_files)
    outcomes = {check.outcome(examination.verdicts) for _file, examination in pairs}
    if not paper.kept_files or Outcome.REJECT in outcomes:
        return None
    if len(pairs) < len(paper.kept_files):
        return "claimed"
    return min((STANDING[outcome] for outcome in outcomes), default="claimed")


def about(papers: Iterable[Paper], person: int, kinds: Sequence[str]) -> list[dict[str, object]]:
    """Return the papers of some kinds about a person as evidence."""
    found: list[dict[str, object]] = []
    for paper in papers:
        if paper.person_id == person and paper.kind in kinds:
            stands = standing(paper)
            if stands:
                kind = KIND_IN_FACTS.get(paper.kind, paper.kind)
                found.append({"kind": kind, "document": str(paper.pk), "standing": stands})
    return found
