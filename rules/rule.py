"""The registry: a condition of the law is a function under @rule, a procedure is a named list of conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from rules.logic import Finding, met, not_met, unknown
from rules.words import TITLES, Day, say

if TYPE_CHECKING:
    from rules.case import Case

Check = Callable[["Case"], Finding]
ALWAYS: Final = date.min


@dataclass(frozen=True, slots=True)
class Rule:
    """One wording of one condition: what it asks, where it stands, when it is in force, what can prove it.

    needs: facts of the applicant without which the answer is 'unknown'; reads: other facts it looks at. ask: the check
    with that before it.
    """

    id: str
    title: str
    cites: tuple[str, ...]
    since: date
    until: date | None
    proof: tuple[str, ...]
    needs: tuple[str, ...]
    reads: tuple[str, ...]
    check: Check
    ask: Check = field(init=False, repr=False, compare=False)
    printed: tuple[str, tuple[str, ...], tuple[str, ...], str, date] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # What every answer of the rule repeats: id, sections, papers, title, first day.
        object.__setattr__(self, "printed", (self.id, self.cites, self.proof, self.title, self.since))
        # What is asked for every case: most rules need nothing looked up before.
        object.__setattr__(self, "ask", self._checked if self.needs else self.check)

    def in_force(self, day: date) -> bool:
        """Is this wording in force on the day?"""
        return self.since <= day and (self.until is None or day <= self.until)

    @property
    def text(self) -> str:
        """The sentence of the law and what is not modelled: the docstring of the function."""
        return " ".join((self.check.__doc__ or "").split())

    def __call__(self, case: Case) -> Finding:
        """Ask the rule; a needed fact that is missing answers 'unknown'."""
        return self.ask(case)

    def _checked(self, case: Case) -> Finding:
        for fact in self.needs:
            if getattr(case.applicant, fact) is None:
                missing = [case.path(fact) for fact in self.needs if getattr(case.applicant, fact) is None]
                return unknown(say("This has not been answered yet"), *missing)
        return self.check(case)


@dataclass(frozen=True, slots=True)
class Route:
    """A procedure: the question it answers, its section, since when it exists, and its conditions (all must hold)."""

    id: str
    title: str
    cites: tuple[str, ...]
    since: date
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """Where declarations are written: rules in order, wordings by condition, routes by id, titles by id."""

    rules: list[Rule] = field(default_factory=list)
    conditions: dict[str, list[Rule]] = field(default_factory=dict)
    routes: dict[str, Route] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)


RULES: Final[list[Rule]] = []
CONDITIONS: Final[dict[str, list[Rule]]] = {}
ROUTES: Final[dict[str, Route]] = {}
_WRITTEN: Final[ContextVar[Book | None]] = ContextVar("the book being written", default=None)


class LawError(Exception):
    """The rules contradict each other: a duplicate id, overlapping versions, a condition nobody wrote."""


@contextmanager
def writing(book: Book) -> Iterator[None]:
    """Within this block declarations go into this book, not into the law of this package."""
    token = _WRITTEN.set(book)
    try:
        yield
    finally:
        _WRITTEN.reset(token)


def _book() -> Book:
    return _WRITTEN.get() or Book(RULES, CONDITIONS, ROUTES, TITLES)


def rule(
    condition: str,
    *,
    title: str,
    cites: tuple[str, ...],
    since: date = ALWAYS,
    until: date | None = None,
    proof: tuple[str, ...] = (),
    needs: tuple[str, ...] = (),
    reads: tuple[str, ...] = (),
) -> Callable[[Check], Check]:
    """Register one wording of a condition. Two wordings of one condition may not be in force on one day."""

    def register(check: Check) -> Check:
        book = _book()
        new = Rule(condition, title, cites, since, until, proof, needs, reads, check)
        if not check.__doc__ or not cites:
            raise LawError(f"{condition}: a rule says its sentence and its section")
        wordings = book.conditions.setdefault(condition, [])
        check_apart([*wordings, new])
        wordings.append(new)
        book.rules.append(new)
        book.titles[condition] = title
        return check

    return register


def check_apart(wordings: Sequence[Rule]) -> None:
    """No two wordings of one condition are in force on one day. LawError where two are."""
    for place, one in enumerate(wordings):
        for other in wordings[:place]:
            day = max(one.since, other.since)
            if one.in_force(day) and other.in_force(day):
                raise LawError(f"{one.id}: two wordings in force on {day}")


def route(identity: str, *, title: str, cites: tuple[str, ...], since: date, conditions: tuple[str, ...]) -> Route:
    """Register a procedure. Its first condition is that it exists on the day of the case."""
    book = _book()
    if identity in book.routes:
        raise LawError(f"the route {identity} is declared twice")
    if since != ALWAYS:
        check = opening(since)
        rule(f"{identity}_exists", title=OPENING, cites=cites)(check)
        conditions = (f"{identity}_exists", *conditions)
    book.routes[identity] = Route(identity, title, cites, since, conditions)
    book.titles[identity] = title
    return book.routes[identity]


OPENING: Final = "The procedure exists on the day of filing"


def opening(since: date) -> Check:
    """The check that a procedure exists on the day of filing."""
    day = Day(since.isoformat())
    too_early = not_met(say("This procedure exists only since {day}", day=day), "as_of")
    in_force = met(say("This procedure exists since {day}", day=day), "as_of")

    def exists(case: Case) -> Finding:
        """The section is in force on the day of filing; earlier filings are judged by the law of their day."""
        return too_early if case.as_of < since else in_force

    return exists


def in_force(wordings: Sequence[Rule], day: date) -> Rule | None:
    """The wording in force on a day, or None."""
    for wording in wordings:
        if wording.since <= day and (wording.until is None or day <= wording.until):
            return wording
    return None


def check_complete(
    routes: Mapping[str, Route] | None = None, conditions: Mapping[str, Sequence[Rule]] | None = None
) -> None:
    """Every condition of every route is written. LawError where one is not."""
    written = CONDITIONS if conditions is None else conditions
    for each in (ROUTES if routes is None else routes).values():
        for condition in each.conditions:
            if condition not in written:
                raise LawError(f"the route {each.id} asks for {condition}, which no rule answers")
