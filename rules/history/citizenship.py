"""Was this person a Hungarian citizen on that day, or ever? Each link is judged by the law of its own dates.

Ápt. 1. § (4): no retroactive effect, so the law in force when a fact happened governs it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from rules.dates import Span, on
from rules.facts import Facts, Person
from rules.history import annexation, cession, descent, listed, losses, marriage, presumption
from rules.history.claims import Claim, End, Kind, ever, held, nobody
from rules.logic import MET, NOT_MET, OFFICER, UNKNOWN, Finding, any_of, turned_by, unknown
from rules.words import Who, say


class History:
    """The citizenship of everybody in a case, worked out once and on demand."""

    def __init__(self, facts: Facts, as_of: date, lines: Mapping[str, str]) -> None:
        self.people = facts.people
        self.today = on(as_of)
        self._lines = lines
        self._who: dict[str, Who] = {}
        self._claims: dict[str, tuple[tuple[Claim, ...], tuple[Finding, ...]]] = {}
        self._in_work: set[str] = set()
        self._asked: dict[tuple[str, Span, str | None], Finding] = {}
        self._absences: dict[str, tuple[End, ...]] = {}
        self.together: dict[tuple[str, str, Span], Finding] = {}
        self._children: dict[str, list[Person]] | None = None

    def who(self, person: str) -> Who:
        """A person as reasons name them."""
        found = self._who.get(person)
        if found is None:
            known = self.people.get(person)
            found = self._who[person] = Who(person, known.name if known else None, self._lines.get(person))
        return found

    def citizen_on(self, person: str, when: Span, kind: Kind | None = None) -> Finding:
        """Was the person a citizen on every day of the span? With a kind: by a claim of that kind."""
        key = (person, when, kind and kind._value_)
        found = self._asked.get(key)
        if found is None:
            found = self._asked[key] = self._judge(person, when, kind)
        return found

    def was_ever_citizen(self, person: str) -> Finding:
        """Was the person a citizen on any day up to the day of the case?"""
        claims, denials = self._worked_out(person)
        who, path = self.who(person), f"people.{person}.citizenships"
        parts = [ever(claim, self.today, who, path) for claim in claims]
        return _shortest(any_of(*(parts or denials)), path)

    def relied_on(self) -> tuple[str, ...]:
        """Who was looked at for some day so far and is not known to have been no citizen then."""
        return tuple(dict.fromkeys(key[0] for key, found in self._asked.items() if found.answer is not NOT_MET))

    def supposing(self, person: str, **other: object) -> History:
        """The history of the same family, if these facts of a person were others."""
        changed = replace(self.people[person], **other)  # type: ignore[arg-type] # fields of a person
        return History(Facts(person, {**self.people, person: changed}), self.today.first, self._lines)

    def kinds(self, person: str) -> list[Kind]:
        """The kinds of claims a person has, but for the settled one."""
        return [claim.kind for claim in self._worked_out(person)[0] if claim.kind is not Kind.SETTLED]

    def children(self, person: str) -> list[Person]:
        """Everybody in the case who names this person as a parent by birth."""
        if self._children is None:
            self._children = {}
            for child in self.people.values():
                for tie in child.birth_parents() or ():
                    self._children.setdefault(tie.person, []).append(child)
        return self._children.get(person, [])

    def absences(self, person: str) -> tuple[End, ...]:
        """The person's own losses by ten years' absence."""
        if person not in self._absences:
            self._absences[person] = losses.absences(self, self.people[person])
        return self._absences[person]

    def _judge(self, person: str, when: Span, kind: Kind | None) -> Finding:
        claims, denials = self._worked_out(person)
        who, path = self.who(person), f"people.{person}.citizenships"
        dated = (f"people.{person}.events.", f"people.{person}.marriages.")
        parts = [held(claim, when, who, path) for claim in claims if kind is None or claim.kind is kind]
        finding = any_of(*(parts or denials))
        if when == self.today:
            return _shortest(finding, path)
        # A loss on a day not known may have come before any day but today, whatever the list says.
        finding = _shortest(finding, path, dated)
        open_list = finding.answer is UNKNOWN and self.people[person].citizenships is None
        return turned_by(finding, self._by_list(person, when, kind)) if open_list else finding

    def _by_list(self, person: str, when: Span, kind: Kind | None) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
        """Where a list that does not name Hungary settles it, whatever else is open, that list is enough."""

        def shorter(turns: tuple[str, ...]) -> tuple[str, ...]:
            if len(turns) < 2:  # noqa: PLR2004 - nothing to leave out
                return turns
            without = self.supposing(person, citizenships=()).citizen_on(person, when, kind)
            return (f"people.{person}.citizenships",) if without.answer is NOT_MET else turns

        return shorter

    def _worked_out(self, person: str) -> tuple[tuple[Claim, ...], tuple[Finding, ...]]:
        """The person's claims with their ends, and the findings that nothing else gives citizenship."""
        if person in self._claims:
            return self._claims[person]
        who, path = self.who(person), f"people.{person}.citizenships"
        if person in self._in_work:
            return (), (unknown(say("{who}: the facts refer to each other in a circle", who=who), path),)
        self._in_work.add(person)
        found = self._find(self.people[person])
        self._in_work.discard(person)
        self._claims[person] = found
        return found

    def _find(self, person: Person) -> tuple[tuple[Claim, ...], tuple[Finding, ...]]:
        who, path = self.who(person.id), f"people.{person.id}.citizenships"
        claims: list[Claim] = []
        denials: list[Finding] = []
        for source in _SOURCES:
            for claim in source(self, person):
                if claim.holds.answer is NOT_MET:
                    denials.append(claim.holds)
                else:
                    claims.append(claim)
        denials = denials or [nobody(who, path)]
        if person.citizenships is None and not any(_tells(claim) for claim in claims):
            silent = unknown(say("{who}: citizenships are not known", who=who), path)
            # Told first: a list that names Hungary settles it, whatever else is silent about the line.
            claims.insert(0, Claim(listed.START_UNKNOWN, silent))
        if not claims:
            # What is on record may take what a parent gave as well: then only the person's own list can turn it.
            return (), tuple(turned_by(each, lambda _: (path,)) for each in denials) if person.events else tuple(
                denials
            )
        ends = losses.ends(self, person)
        return tuple(losses.with_ends(claim, ends) for claim in claims), tuple(denials)


_SOURCES: Final = (
    listed.claims, descent.claims, cession.claims, marriage.claims, presumption.claims, annexation.claims,
)  # fmt: skip


def _shortest(finding: Finding, own: str, losses: tuple[str, ...] = ()) -> Finding:
    """What a line and its losses leave open together, the person's own list settles with less.

    `losses` are how the paths of those facts begin that stay open whatever the list says.
    """
    if finding.answer not in (UNKNOWN, NOT_MET):
        return finding

    def shorter(turns: tuple[str, ...]) -> tuple[str, ...]:
        listed = (own, *(turn for turn in turns if turn.startswith(losses)))
        return turns if len(turns) <= len(listed) else listed

    return turned_by(finding, shorter)


def _tells(claim: Claim) -> bool:
    """Does the claim say so much that a missing list leaves nothing open? A re-annexation to be weighed does not."""
    return claim.holds.answer is MET or (claim.holds.answer is OFFICER and claim.kind is Kind.SETTLED)
