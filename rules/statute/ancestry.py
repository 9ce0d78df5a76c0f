"""The ancestry limb of simplified naturalisation: an ascendant was a citizen, or origin from Hungary is probable."""

from __future__ import annotations

from rules.case import Case
from rules.dates import earlier, on
from rules.facts import ParentTie, Person, only_doubted
from rules.history.descent import acknowledged, ties_at
from rules.history.listed import HUNGARY
from rules.history.territories import Belonged, belonged
from rules.logic import MET, Finding, all_of, any_of, not_met, officer, saying, unknown
from rules.parameters import turning_day
from rules.rule import rule
from rules.statute.simplified import SIMPLIFIED
from rules.words import say

CITES = ("Ápt. 4. § (3)",)


@rule(
    "ancestry",
    title="An ancestor was a Hungarian citizen, or origin from Hungary is probable",
    cites=CITES,
    since=SIMPLIFIED,
    proof=(
        "birth_certificate", "marriage_certificate", "death_certificate", "church_register",
        "citizenship_certificate", "domicile_right_certificate", "army_record", "passport", "school_certificate",
        "census", "work_book",
    ),
    reads=("parents", "probable_origin"),
)  # fmt: skip
def ancestry(case: Case) -> Finding:
    """'…akinek felmenője magyar állampolgár volt vagy valószínűsíti magyarországi származását…'

    Any generation, either sex; the ascendant only has to have been a citizen at some time. Whether an origin is
    probable is always weighed by a person; a birth in Hungary, or before 26 July 1921 in the lands of the Kingdom,
    counts as such a sign, unless the applicant says not to rely on it. A father who acknowledged or legitimated the
    child is its ascendant. Chosen: an ancestor by adoption is for a person.
    """
    parts = [_line(case, case.applicant, {})]
    if case.applicant.probable_origin:
        said = say("The applicant relies on origin from Hungary: is it probable?")
        parts.append(officer(said, case.path("probable_origin")))
    return any_of(*parts)


def _line(case: Case, person: Person, seen: dict[str, Finding]) -> Finding:
    """Is there a citizen among the ascendants of this person? Silence about a parent is not a no."""
    if person.id in seen:
        return seen[person.id]
    path, who = f"people.{person.id}.parents", case.who(person.id)
    # An acknowledgement may name a descendant, or the person: whoever is met again on the way up adds nothing.
    seen[person.id] = unknown(say("{who}: the facts refer to each other in a circle", who=who), path)
    if person.parents is None:
        finding = unknown(say("{who}: the parents are not known", who=who), path)
    elif not person.parents:
        finding = not_met(say("{who}: a foundling, no parent is known to anyone", who=who), path)
    else:
        later = [tie for tie in ties_at(case.history, person) if tie not in person.parents]
        parts = [_through(case, person, tie, seen) for tie in (*person.parents, *later)]
        if len(person.birth_parents() or ()) < 2:  # noqa: PLR2004 - two parents by birth
            parts.append(unknown(say("{who}: one parent is not named", who=who), path))
        finding = any_of(*parts)
    seen[person.id] = finding
    return finding


def _through(case: Case, person: Person, tie: ParentTie, seen: dict[str, Finding]) -> Finding:
    parent = case.facts.people[tie.person]
    finding = any_of(_citizen_once(case, parent), _line(case, parent, seen))
    finding = acknowledged(case.history, person, tie, finding)
    if tie.by == "birth" and not tie.evidence:
        return finding
    path, who = f"people.{person.id}.parents", case.who(person.id)
    if tie.by == "adoption":
        said = say("{who}: tied by adoption: does an adoptive parent count as an ancestor?", who=who)
        return all_of(finding, officer(said, path))
    if only_doubted(tie.evidence):
        return all_of(
            finding, officer(say("{who}: the papers for a parent are doubted: do they prove it?", who=who), path)
        )
    return finding


def _citizen_once(case: Case, ancestor: Person) -> Finding:
    finding = case.history.was_ever_citizen(ancestor.id)
    if finding.answer is MET:
        said = say("{who}: was a Hungarian citizen at some time", who=case.who(ancestor.id))
        return saying(said, finding)
    return any_of(finding, _born_in_kingdom(case, ancestor))


def _born_in_kingdom(case: Case, ancestor: Person) -> Finding:
    """Birth in Hungary, or in the lands of the Crown before 26 July 1921, is evidence, no proof: a person weighs it."""
    path, who = f"people.{ancestor.id}.born", case.who(ancestor.id)
    no = not_met(say("{who}: no birth in the lands of the Kingdom on record", who=who), path)
    born = ancestor.born
    if case.applicant.probable_origin is False or born.area is None or born.on is None:
        return no
    if belonged(born.area) in (Belonged.NO, Belonged.UNIT_NEEDED):
        return no
    here = born.area.partition("-")[0] == HUNGARY
    if not here and earlier(born.on, on(turning_day("cession_1921"))) is not True:
        return no
    return officer(
        say(
            "{who}: born in Hungary or in the lands of its former Kingdom: does that make the origin probable?", who=who
        ),
        path,
    )
