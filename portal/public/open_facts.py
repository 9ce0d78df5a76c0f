"""Which facts about the line the law still wants: asked of the same facts that a submitted case is judged by."""

from collections.abc import Iterable
from dataclasses import dataclass

import rules
from applications.assessment.facts import fact_id, line_facts
from applications.assessment.known import Known


@dataclass(frozen=True)
class OpenFacts:
    """The facts that can still change whether the conditions of the line are met, by person and name of the fact.

    ``of_everybody``: nobody can say, so all of them. ``has_ancestor``: a citizen ancestor is named already;
    ``is_citizen``: by the answers the applicant is a citizen already.
    """

    facts: frozenset[tuple[int, str]] = frozenset()
    of_everybody: bool = False
    has_ancestor: bool = False
    is_citizen: bool = False

    def has(self, person: int, fact: str) -> bool:
        """Whether this fact of a person is open."""
        return self.of_everybody or (person, fact) in self.facts

    def about(self, person: int) -> bool:
        """Whether any fact of a person is open."""
        return self.of_everybody or any(each == person for each, _fact in self.facts)


def open_facts(base: Known) -> OpenFacts:
    """Ask the law what is still open. Papers are not looked at: what nobody doubts changes nothing."""
    try:
        left = rules.line_left(line_facts(base), base.on)
    except rules.FactsError:
        return OpenFacts(of_everybody=True)  # Ties that no family has, such as a circle: the law says nothing of them.
    people = {fact_id(person): person for person in base.spoken_of()}
    return OpenFacts(
        facts=frozenset(named(left.open, people)),
        has_ancestor=left.ancestry == "met",
        is_citizen=left.not_citizen == "not_met",
    )


def named(paths: Iterable[str], people: dict[str, int]) -> Iterable[tuple[int, str]]:
    """Yield (person, fact) of paths such as people.p12.born.on; adoptive parents, who have no pages, are left out."""
    for path in paths:
        _people, person, fact, *_rest = (*path.split("."), "", "")
        if person in people:
            yield people[person], fact
