"""The rules and routes of a law while an overlay is laid over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from rules.overlay.tables import OverlayError, day_of, table, text, words
from rules.rule import ALWAYS, OPENING, Book, LawError, Route, Rule, check_apart, check_complete, opening

_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Draft:
    """The rules and routes of a law while it is being made; both are copies of those below."""

    conditions: dict[str, list[Rule]]
    routes: dict[str, Route]

    def add(self, book: Book) -> None:
        """Put in what a module declared: on its days a new wording stands instead of the old one."""
        for condition, wordings in book.conditions.items():
            kept = self.conditions.get(condition, [])
            for new in wordings:
                kept = [part for old in kept for part in _outside(old, new)]
            self.conditions[condition] = sorted([*kept, *wordings], key=lambda wording: wording.since)
        self.routes.update(book.routes)

    def change_rule(self, identity: str, said: object, where: str) -> None:
        """Switch a rule off, or change what one of its wordings says about itself."""
        given = table(said, where, ("off", "wording", "title", "cites", "since", "until", "proof"))
        if identity not in self.conditions:
            raise OverlayError(f"{where}: there is no such rule")
        if _off(given, where):
            del self.conditions[identity]
            for key, route in self.routes.items():
                kept = tuple(condition for condition in route.conditions if condition != identity)
                self.routes[key] = replace(route, conditions=kept)
            return
        wordings = self.conditions[identity]
        chosen = _chosen(wordings, given, where)
        self.conditions[identity] = [_reworded(each, given, where) if each in chosen else each for each in wordings]
        check_apart(self.conditions[identity])

    def change_route(self, identity: str, said: object, where: str) -> None:
        """Switch a route off, or change its title, its section, its first day or its conditions."""
        given = table(said, where, ("off", "title", "cites", "since", "conditions"))
        if identity not in self.routes:
            raise OverlayError(f"{where}: there is no such route")
        if _off(given, where):
            del self.routes[identity]
            return
        old, first = self.routes[identity], f"{identity}_exists"
        new = replace(
            old,
            title=text(given.get("title", old.title), f"{where}.title"),
            cites=words(given.get("cites", old.cites), f"{where}.cites"),
            since=day_of(given.get("since", old.since), f"{where}.since"),
            conditions=words(given.get("conditions", old.conditions), f"{where}.conditions"),
        )
        rest = tuple(condition for condition in new.conditions if condition != first)
        if new.since != ALWAYS and ("since" in given or first in self.conditions):
            exists = Rule(first, OPENING, new.cites, ALWAYS, None, (), (), (), opening(new.since))
            self.conditions[first] = [exists]
            rest = (first, *rest)
        self.routes[identity] = replace(new, conditions=rest)

    def check(self) -> None:
        """Every condition is written, and each route asks something on every day. LawError where not."""
        check_complete(self.routes, self.conditions)
        for route in self.routes.values():
            wordings = [wording for condition in route.conditions for wording in self.conditions[condition]]
            days = {ALWAYS} | {wording.since for wording in wordings}
            days |= {wording.until + _ONE_DAY for wording in wordings if wording.until and wording.until < date.max}
            for day in sorted(days):
                if not any(wording.in_force(day) for wording in wordings):
                    since = "" if day == ALWAYS else f" on {day}"
                    raise LawError(f"the route {route.id} has no condition left{since}; switch it off instead")


def _outside(old: Rule, new: Rule) -> list[Rule]:
    """What is left of the old wording's days beside the new one's."""
    left = []
    if new.since > old.since:
        last = new.since - _ONE_DAY
        left.append(old if old.until is not None and old.until <= last else replace(old, until=last))
    if new.until is not None and new.until < date.max and (old.until is None or old.until > new.until):
        first = new.until + _ONE_DAY
        left.append(old if old.since >= first else replace(old, since=first))
    return left


def _off(given: Mapping[str, object], where: str) -> bool:
    off = given.get("off", False)
    if not isinstance(off, bool):
        raise OverlayError(f"{where}.off must be true or false")
    if off and len(given) > 1:
        raise OverlayError(f"{where}: what is switched off has nothing else to say")
    return off


def _chosen(wordings: Sequence[Rule], given: Mapping[str, object], where: str) -> list[Rule]:
    """The wording meant: the one in force on the day `wording`, or all where their days do not change."""
    if "wording" in given:
        day = day_of(given["wording"], f"{where}.wording")
        chosen = [each for each in wordings if each.in_force(day)]
        if not chosen:
            raise OverlayError(f"{where}.wording: no wording is in force on {day}")
        return chosen
    if len(wordings) > 1 and ("since" in given or "until" in given):
        raise OverlayError(f"{where}: there are {len(wordings)} wordings, so say by `wording = <a day>` which one")
    return list(wordings)


def _reworded(old: Rule, given: Mapping[str, object], where: str) -> Rule:
    new = replace(
        old,
        title=text(given.get("title", old.title), f"{where}.title"),
        cites=words(given.get("cites", old.cites), f"{where}.cites"),
        since=day_of(given.get("since", old.since), f"{where}.since"),
        until=day_of(given["until"], f"{where}.until") if "until" in given else old.until,
        proof=words(given.get("proof", old.proof), f"{where}.proof", empty=True),
    )
    if new.until is not None and new.until < new.since:
        raise OverlayError(f"{where}: it would end on {new.until}, before it begins")
    return new
