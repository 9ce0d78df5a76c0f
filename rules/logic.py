"""Yes, no, not known, and 'a person decides': four answers, how they combine, and what each rests on."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from enum import StrEnum
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from rules.words import Reason


class Answer(StrEnum):
    """What a condition or a route answers."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    OFFICER = "officer"


MET: Final = Answer.MET
NOT_MET: Final = Answer.NOT_MET
UNKNOWN: Final = Answer.UNKNOWN
OFFICER: Final = Answer.OFFICER

T = TypeVar("T", bound=Hashable)
YesNo = bool | None


class Finding(NamedTuple):
    """An answer with its reasons.

    because: what was found, in words. missing: paths of facts not known that could settle it.
    turns: the smallest set of facts that, known or different, would turn the answer.
    law: sections beyond the rule's own that decided.
    """

    answer: Answer
    because: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    law: tuple[str, ...] = ()

    def told(self) -> tuple[Answer, tuple[Reason, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """All five, what a finding made of others rests on put together."""
        return self


# Findings are made by the hundred for each case: this makes one without looking at its fields again.
_finding: Final = tuple.__new__


def met(reason: Reason, *turns: str, law: tuple[str, ...] = ()) -> Finding:
    """Yes, because of this; the facts named would turn it."""
    return _finding(Finding, (MET, (reason,), (), turns, law))


def not_met(reason: Reason, *turns: str, law: tuple[str, ...] = ()) -> Finding:
    """No, because of this; the facts named would turn it."""
    return _finding(Finding, (NOT_MET, (reason,), (), turns, law))


def unknown(reason: Reason, *missing: str, law: tuple[str, ...] = ()) -> Finding:
    """Not known: these facts are missing."""
    return _finding(Finding, (UNKNOWN, (reason,), missing, missing, law))


def officer(reason: Reason, *turns: str, law: tuple[str, ...] = ()) -> Finding:
    """A person decides, for this reason."""
    return _finding(Finding, (OFFICER, (reason,), (), turns, law))


def citing(finding: Finding, *law: str) -> Finding:
    """The finding with these sections before its own."""

    def cited(_answer: Answer, parts: Parts) -> Rests:
        own = parts[0].law
        return parts[0].because, parts[0].missing, parts[0].turns, tuple(dict.fromkeys(law + own)) if own else law

    return _joined(finding.answer, cited, (finding,))


def saying(reason: Reason, finding: Finding) -> Finding:
    """The finding with this reason before its own."""

    def said(_answer: Answer, parts: Parts) -> Rests:
        return (reason, *parts[0].because), parts[0].missing, parts[0].turns, parts[0].law

    return _joined(finding.answer, said, (finding,))


def in_other_words(reason: Reason, finding: Finding) -> Finding:
    """The answer of the finding, which the same facts would turn, with this reason alone."""

    def told(_answer: Answer, parts: Parts) -> Rests:
        return (reason,), (), parts[0].turns, ()

    return _joined(finding.answer, told, (finding,))


def turned_by(finding: Finding, turns: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Finding:
    """The finding with other facts that would turn it, made of its own ones once somebody asks."""

    def made(_answer: Answer, parts: Parts) -> Rests:
        return parts[0].because, parts[0].missing, turns(parts[0].turns), parts[0].law

    return _joined(finding.answer, made, (finding,))


def opposite(finding: Finding) -> Finding:
    """The answer to the opposite question, on the same facts."""
    if finding.answer is MET:
        return _joined(NOT_MET, _same, (finding,))
    return _joined(MET, _same, (finding,)) if finding.answer is NOT_MET else finding


def tell(value: YesNo, yes: Reason, no: Reason, unsure: Reason, *paths: str) -> Finding:
    """Turn yes, no or not known into a finding about the facts at `paths`."""
    if value is None:
        return unknown(unsure, *paths)
    return met(yes, *paths) if value else not_met(no, *paths)


def _union(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    filled = [part for part in parts if part]
    if len(filled) < 2:  # noqa: PLR2004 - nothing to join
        return filled[0] if filled else ()
    return tuple(dict.fromkeys(chain.from_iterable(filled)))


def _smallest(parts: Iterable[Finding]) -> tuple[str, ...]:
    """The shortest non-empty set of turning facts; one part turning is enough."""
    return min([part.turns for part in parts if part.turns], key=len, default=())


# The two that follow are most of what an assessment does, so they look at each part once and compare by identity.
def all_of(*parts: Finding) -> Finding:
    """All must hold. Ranks: not met, unknown, officer, met. ValueError without any part."""
    if len(parts) == 1:
        return parts[0]
    answer, deciding = MET, []
    for part in parts:
        given = part.answer
        if given is answer:
            deciding.append(part)
        elif answer is MET or given is NOT_MET or (answer is OFFICER and given is UNKNOWN):
            answer, deciding = given, [part]
    if len(deciding) < 2 and answer is not MET:  # noqa: PLR2004 - it decides alone
        return deciding[0]
    if not deciding:
        raise ValueError("there is nothing to combine")
    return _joined(answer, _all, deciding)


def any_of(*parts: Finding) -> Finding:
    """One is enough. Ranks: met, officer, unknown, not met. ValueError without any part."""
    if len(parts) == 1:
        return parts[0]
    answer, deciding = NOT_MET, []
    for part in parts:
        given = part.answer
        if given is answer:
            deciding.append(part)
        elif answer is NOT_MET or given is MET or (answer is UNKNOWN and given is OFFICER):
            answer, deciding = given, [part]
    if not deciding:
        raise ValueError("there is nothing to combine")
    if answer is MET:
        return deciding[0] if len(deciding) == 1 else _joined(MET, _first, deciding)
    return _joined(answer, _any, parts)


Rests = tuple[tuple[Reason, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]
Parts = Sequence[Finding]


class Joined(Finding):
    """A finding made of others. Its answer is there at once; what it rests on is put together when somebody asks."""

    # What of it is made how: from the answer and the parts. And once somebody asked: what it rests on.
    made: tuple[Callable[[Answer, Parts], Rests], Parts]
    found: Rests | None = None

    @property
    def because(self) -> tuple[Reason, ...]:
        """The reasons."""
        return self.rests()[0]

    @property
    def missing(self) -> tuple[str, ...]:
        """Paths of facts not known that could settle it."""
        return self.rests()[1]

    @property
    def turns(self) -> tuple[str, ...]:
        """The facts that would turn the answer."""
        return self.rests()[2]

    @property
    def law(self) -> tuple[str, ...]:
        """Sections beyond the rule's own."""
        return self.rests()[3]

    def told(self) -> tuple[Answer, tuple[Reason, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """All five, put together."""
        return self.answer, *self.rests()

    def _replace(self, **changes: object) -> Finding:  # type: ignore[override] # a tuple's names, put together first
        return Finding(self.answer, *self.rests())._replace(**changes)  # type: ignore[arg-type] # as any named tuple

    def rests(self) -> Rests:
        """Reasons, missing and turning facts, and sections. Parts come first, so a long line needs no deep stack."""
        if self.found is not None:
            return self.found
        waiting = [self]
        while waiting:
            last = waiting[-1]
            how, parts = last.made
            below = [part for part in parts if isinstance(part, Joined) and part.found is None]
            if below:
                waiting += below
                continue
            # A part of several may wait here more than once.
            found = last.found = last.found or how(last.answer, parts)
            waiting.pop()
        return found


def _joined(answer: Answer, how: Callable[[Answer, Parts], Rests], parts: Parts) -> Finding:
    joined = _finding(Joined, (answer, (), (), (), ()))
    joined.made = how, parts
    return joined


def _same(answer: Answer, parts: Parts) -> Rests:
    return parts[0].because, parts[0].missing, parts[0].turns, parts[0].law


def _all(answer: Answer, parts: Parts) -> Rests:
    """Of parts that all answer the same."""
    return (
        _union([part.because for part in parts]),
        _union([part.missing for part in parts]) if answer is UNKNOWN else (),
        _smallest(parts) if answer is MET else _union([part.turns for part in parts]),
        _union([part.law for part in parts]),
    )


def _first(answer: Answer, parts: Parts) -> Rests:
    """Each is enough: the first says why, and all of them would have to turn."""
    first = parts[0]
    return first.because, first.missing, _union([part.turns for part in parts]), first.law


def _any(answer: Answer, parts: Parts) -> Rests:
    """None is enough: what decides says why, and whatever is open might still be enough."""
    deciding = [part for part in parts if part.answer is answer]
    open_parts = () if answer is NOT_MET else [part for part in parts if part.missing and part.answer is not NOT_MET]
    return (
        _union([part.because for part in deciding]),
        _union([part.missing for part in open_parts]),
        _smallest(deciding),
        _union([part.law for part in deciding]),
    )
