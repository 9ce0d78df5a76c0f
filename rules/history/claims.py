"""A claim is one way somebody may have come to be a citizen; an end is one way it may have been lost."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from rules.dates import Span, earlier, not_later
from rules.facts import Papers, only_doubted
from rules.logic import MET, OFFICER, UNKNOWN, Finding, all_of, not_met, officer, opposite, tell, turned_by, unknown
from rules.words import Day, Reason, Who, say


class Kind(Enum):
    """Where a citizenship comes from: the ordinary one, or a re-annexation that the armistice undid."""

    SETTLED = "settled"
    AWARD = "award"
    DELVIDEK = "delvidek"


KINDS: Final = tuple(Kind)


class End(NamedTuple):
    """A loss: the day, and whether it happened at all.

    `inherited`: it reaches the claim whenever that began, as a father's loss reaches a child; so does the end that
    an entry states of itself.
    """

    day: Span
    happened: Finding
    inherited: bool = False


class Claim(NamedTuple):
    """Citizenship from `start` on if `holds`, until one of the `ends`.

    open_from: the first day from which silence about losses leaves it open, and what is missing then.
    """

    start: Span
    holds: Finding
    kind: Kind = Kind.SETTLED
    ends: tuple[End, ...] = ()
    still_open: tuple[tuple[Span, Finding], ...] = ()


def doubt(papers: Papers, finding: Finding, what: Reason, path: str) -> Finding:
    """The finding, put before an officer where the only papers for it are doubted."""
    return all_of(finding, officer(what, path)) if only_doubted(papers) else finding


def _relevant(end: End, start: Span) -> bool | None:
    """Did the loss come after the claim began? A loss before it took something else."""
    if end.day.last < start.first:
        return False
    return True if end.inherited or end.day.first >= start.last else None


def held(claim: Claim, when: Span, who: Who, path: str) -> Finding:
    """Was the claim good on every day of the span?"""
    begun = not_later(claim.start, when)
    if begun is False:
        return not_met(say("{who}: not yet a citizen on {day}", who=who, day=Day(when.text())), path)
    parts = [claim.holds]
    if begun is None:
        parts.append(
            tell(
                None,
                say("{who}: citizenship began in time", who=who),
                say("{who}: citizenship began later", who=who),
                say("{who}: it is not known from which day citizenship ran", who=who),
                path,
            )
        )
    for end in claim.ends:
        over = not_later(end.day, when)
        follows = _relevant(end, claim.start)
        if over is False or follows is False:
            continue
        lost = end.happened
        if over is None or follows is None:
            unsure = say("{who}: it is not known whether citizenship had ended by {day}", who=who, day=Day(when.text()))
            lost = all_of(lost, unknown(unsure, *_vague(claim, end, path)))
        parts.append(opposite(lost))
    if claim.holds.answer in (MET, OFFICER):
        parts.extend(_silence(claim, when))
    finding = all_of(*parts)
    if claim.holds.answer is UNKNOWN and finding.answer is UNKNOWN:
        # Nobody is asked yet what may have ended it, but it takes that as well to make a citizen.
        silent = [place for each in _silence(claim, when) for place in each.turns]
        return turned_by(finding, lambda turns: tuple(dict.fromkeys((*turns, *silent))))
    return finding


def _silence(claim: Claim, when: Span) -> list[Finding]:
    """What leaves the claim open on that day as long as nothing is said of it."""
    return [finding for since, finding in claim.still_open if earlier(since, when) is not False]


def _vague(claim: Claim, end: End, path: str) -> tuple[str, ...]:
    """Where a day may be told more exactly: of the beginning in the list, of the end in the event that ended it."""
    told = [place for place in end.happened.turns if place != "as_of" and not place.startswith(f"{path}.")]
    if end.day.whole or not told:
        return (path,)
    return tuple(dict.fromkeys(told if claim.start.whole else [path, *told]))


def ever(claim: Claim, today: Span, who: Who, path: str) -> Finding:
    """Was the claim ever good, on any day up to today?"""
    begun = not_later(claim.start, today)
    if begun:
        return claim.holds
    later = say("{who}: not yet a citizen on {day}", who=who, day=Day(today.text()))
    return all_of(claim.holds, tell(begun, later, later, later, path))


def nobody(who: Who, path: str) -> Finding:
    """Nothing in the facts makes the person a citizen."""
    return not_met(say("{who}: nothing on record gives Hungarian citizenship", who=who), path)
