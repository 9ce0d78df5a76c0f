"""Which papers could prove what an outcome rests on, person by person.

A rule names the papers that can prove it; here they are given to the facts of the case that its answer hangs on: the
ties of the line up to the ancestor, the ancestor's citizenship, a consent. What no paper of the rule proves is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from rules.assess import Assessment, Condition
from rules.chain import links
from rules.explain import rests_on
from rules.facts import Facts
from rules.people import split, stands, value_at

LINES: Final = frozenset({"ancestry"})
"""Conditions that rest on a line of descent, each tie of which has to be proved."""

PROVED_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "born": ("birth_certificate", "church_register"),
    "parents": ("birth_certificate", "church_register"),
    "parents_married": ("marriage_certificate", "church_register"),
    "citizenships": ("passport", "identity_card"),
    "consent_of": ("parental_consent",),
    "custody": ("court_order",),
}
"""Papers by the fact of a person that they prove."""

HUNGARIAN: Final = (
    "citizenship_certificate", "domicile_right_certificate", "army_record", "passport", "school_certificate",
    "census", "work_book",
)  # fmt: skip
"""Papers of an ancestor's Hungarian citizenship."""

FORMER: Final = ("dismissal_document", "citizenship_certificate")
"""Papers of the applicant's own Hungarian citizenship that ended."""


class Proof(NamedTuple):
    """A fact of a person that the outcome rests on, and the papers any of which could prove it, the usual one first.

    fact: 'born', 'parents' (of the person named, as the child), 'parents_married', 'citizenships', 'consent_of' or
    'custody'. hungarian: the citizenship is the Hungarian one. law: the sections, the rule's own first.
    """

    person: str
    fact: str
    papers: tuple[str, ...]
    law: tuple[str, ...]
    condition: str
    hungarian: bool = False


def proofs(assessment: Assessment, route: str) -> tuple[Proof, ...]:
    """What is to be proved for a route as the case stands, each fact of a person once. KeyError where it was not asked.

    Where a condition is met or for an officer, what it rests on; where it is open, what would settle it.
    """
    facts = assessment.facts
    if facts is None:
        return ()
    found: dict[tuple[str, str], Proof] = {}
    # The line first: what it rests on is what the procedure is about.
    for condition in sorted(assessment[route].conditions, key=lambda each: each.id not in LINES):
        for proof in _of_condition(assessment, facts, condition):
            found.setdefault((proof.person, proof.fact), proof)
    return tuple(found.values())


def _of_condition(assessment: Assessment, facts: Facts, condition: Condition) -> Iterator[Proof]:
    settled = condition.answer in ("met", "officer")
    read = () if condition.id in LINES else rests_on(assessment, condition)
    paths = dict.fromkeys((*condition.would_change, *(() if settled else condition.missing), *read))
    for path in paths:
        person, fact = split(facts.people, path)
        if person not in facts.people or (person != facts.applicant_id and condition.id not in LINES):
            continue
        if condition.id in LINES:
            yield from _ties(assessment, facts, condition, person)
        yield from _proof(assessment, facts, condition, person, fact)


def _ties(assessment: Assessment, facts: Facts, condition: Condition, to: str) -> Iterator[Proof]:
    """Each tie of the line from the applicant up to somebody, with the law of its own day."""
    line = _line(facts, to)
    laws = {link.child: link.law[:1] for link in links(facts, assessment.as_of, line, assessment.law)}
    for child in line[:-1]:
        yield from _proof(assessment, facts, condition, child, "parents", laws.get(child, ()))
        if facts.people[child].parents_married:
            yield from _proof(assessment, facts, condition, child, "parents_married", laws.get(child, ()))


def _line(facts: Facts, to: str) -> list[str]:
    """The shortest line of parents from the applicant to somebody, both named; empty where there is none."""
    below: dict[str, str] = {facts.applicant_id: ""}
    queue = [facts.applicant_id]
    for child in queue:  # grows while it is read: the nearest come first
        for tie in facts.people[child].parents or ():
            if tie.person not in below and tie.person in facts.people:
                below[tie.person] = child
                queue.append(tie.person)
    line = [to] if to in below else []
    while line and below[line[-1]]:
        line.append(below[line[-1]])
    return line[::-1]


def _proof(
    assessment: Assessment,
    facts: Facts,
    condition: Condition,
    person: str,
    fact: str,
    law: tuple[str, ...] = (),
) -> Iterator[Proof]:
    first = fact.split(".", maxsplit=1)[0]
    hungarian = first == "citizenships" and _is_hungarian(facts, person, fact)
    if first == "citizenships" and person != facts.applicant_id and not hungarian:
        # Nobody is asked to prove what is not even said.
        return
    if not _is_claimed(facts, person, first):
        return
    own = FORMER if person == facts.applicant_id else HUNGARIAN
    papers = tuple(kind for kind in (own if hungarian else PROVED_BY.get(first, ())) if kind in condition.proof)
    if papers:
        wording = assessment.law.wording(condition.id, assessment.as_of)
        cites = wording.cites if wording else condition.law
        yield Proof(person, first, papers, tuple(dict.fromkeys(cites + law)), condition.id, hungarian)


def _is_claimed(facts: Facts, person: str, fact: str) -> bool:
    """Is there something to prove? Not that both parents have authority, nor the consent of who applies together."""
    given = facts.people[person]
    both = {tie.person for tie in given.parents or ()}
    if fact == "custody":
        return given.custody is not None and set(given.custody) != both
    if fact == "consent_of":
        return bool((set(given.custody) if given.custody else both) - set(given.applies_with or ()))
    return True


def _is_hungarian(facts: Facts, person: str, fact: str) -> bool:
    """Does the path name an entry of Hungary, or a list with one?"""
    path = f"people.{person}.{fact}"
    if not stands(facts, path):
        return False
    said = value_at(facts, person, fact)
    return any(getattr(each, "country", None) == "HU" for each in (said if isinstance(said, tuple) else (said,)))
