"""What the line of a case is made of: the family graph, the citizens among the facts, the papers of each tie."""

from collections.abc import Sequence
from itertools import pairwise

from django.utils.translation import gettext as _

from applications.admin.case_explained import Explainer, facts_of
from applications.admin.line import BIRTH_PROOFS, Drawing, Kin, draw, line_to, standing_of
from applications.assessment.facts import fact_id
from applications.assessment.models import Finding
from applications.assessment.queries import outcome_of
from applications.documents.models import Paper
from applications.family.models import Parentage, Person
from applications.intake.models import Application, Submission
from rules.chain import links


def drawing(
    case: Application,
    submission: Submission | None,
    papers: Sequence[Paper],
    findings: Sequence[Finding],
    explained: Explainer,
) -> Drawing:
    """Return the line of the applicant, each tie with the law's answer and the standing of the papers that prove it."""
    people = {person.pk: person for person in Person.objects.filter(family_id=case.family_id)}
    ties = list(Parentage.objects.filter(child__family_id=case.family_id, tie=Parentage.Tie.BIRTH).order_by("role"))
    parents: dict[int, list[int]] = {}
    for tie in ties:
        parents.setdefault(tie.child_id, []).append(tie.parent_id)
    roles = {(tie.child_id, tie.parent_id): tie.role for tie in ties}
    citizens = citizens_among(case, submission)
    path = line_to(case.applicant_id, parents, citizens)
    trail: list[str] = []
    kin = []
    for place, pk in enumerate(path):
        if place:
            trail.append(roles[path[place - 1], pk])
        person = people[pk]
        relation = kin_words(trail)
        kin.append(
            Kin(pk, person.full_name or relation, relation if person.full_name else "", life_of(person), pk in citizens)
        )
    standings = [
        standing_of(outcomes_of_tie(child, roles[child, parent], papers, findings)) for child, parent in pairwise(path)
    ]
    return draw(kin, standings, answers(case, explained, path))


def answers(case: Application, explained: Explainer, path: Sequence[int]) -> list[str]:
    """Return what the law answers for each tie of the line; unknown where nothing was signed."""
    known = facts_of(explained, case.applicant_id)
    by_child = {}
    if known:
        by_child = {link.child: link.answer for link in links(*known, [fact_id(person) for person in path])}
    return [by_child.get(fact_id(child), "unknown") for child in path[:-1]]


def kin_words(trail: Sequence[str]) -> str:
    """Return what an ancestor is to the applicant in a word or two, by the last step and how far it is."""
    if not trail:
        return _("applicant")
    is_father = trail[-1] == "father"
    if len(trail) == 1:
        return _("father") if is_father else _("mother")
    if len(trail) == 2:  # noqa: PLR2004 - two generations
        return _("grandfather") if is_father else _("grandmother")
    if len(trail) == 3:  # noqa: PLR2004 - three
        return _("great-grandfather") if is_father else _("great-grandmother")
    return (
        _("forefather, generation %(number)d") % {"number": len(trail)}
        if is_father
        else _("foremother, generation %(number)d") % {"number": len(trail)}
    )


def citizens_among(case: Application, submission: Submission | None) -> frozenset[int]:
    """Return the people whom the signed facts call Hungarian citizens, now or once."""
    if submission is None:
        return frozenset()
    facts = submission.facts.get(fact_id(case.applicant), {})
    found = set()
    for identity, given in facts.get("people", {}).items():
        if any(held.get("country") == "HU" for held in given.get("citizenships") or ()):
            found.add(int(identity.removeprefix("p")))
    return frozenset(found - {case.applicant_id})


def life_of(person: Person) -> str:
    """Return year and place of birth."""
    return " ".join(part for part in (person.born_on[:4], person.birth_place) if part)


def outcomes_of_tie(child: int, role: str, papers: Sequence[Paper], findings: Sequence[Finding]) -> list[str]:
    """Return the outcomes that count of the birth papers about a child, as far as they touch the tie to one parent.

    What a paper says of the other parent leaves the tie alone. A birth paper without any finding has not been
    checked: it counts as one to be looked at.
    """
    outcomes: list[str] = []
    for paper in papers:
        if paper.kind in BIRTH_PROOFS and paper.person_id == child:
            said = [finding for finding in findings if finding.paper_id == paper.pk]
            outcomes += [outcome_of(finding) for finding in said if parent_of(finding) in {"", role}] or ["not_checked"]
    return outcomes


def parent_of(finding: Finding) -> str:
    """Return which parent a finding about a child's paper speaks of: father, mother, or nobody in particular."""
    if finding.code.startswith("printed-father-"):
        return "father"
    if finding.code.startswith("printed-mother-"):
        return "mother"
    args = finding.reasons[0].get("args", {}) if finding.code.startswith("papers-parents-") and finding.reasons else {}
    return str(args.get("role", ""))
