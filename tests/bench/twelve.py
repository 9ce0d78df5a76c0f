"""Twelve conditions that are no law, for comparing engines: as plain functions with evidence, and as rules of ours.

Both read the same typed facts, share what has to be found out about a person or a tie, and find the line of ancestors
once for a case; so does what other engines are given (`tests.bench.shapes`). The plain functions return whether it
holds and the evidence as a tuple, which is as little as Python can do. The rules are written as those of the law are:
a reason with what was found, and the facts that it rests on.
"""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from rules.dates import years_after
from rules.facts import Facts, ParentTie, Person

DAY = date(2024, 5, 10)
TERRITORIES = frozenset({"RO-CJ", "SK-KI", "UA-21", "RS-01", "HU-BU"})
SMALLEST_GAP = 5113
LONGEST_AGO = timedelta(90)
Line = list[Person]


# What has to be found out, whichever engine asks.
def line(facts: Facts) -> Line:
    """The ancestors, the nearest first."""
    found, people, parents = [], facts.people, facts.applicant.parents
    while parents:
        person = people[parents[0].person]
        found.append(person)
        parents = person.parents
    return found


def verified(tie: ParentTie) -> bool:
    """Is there a verified paper for the tie?"""
    for paper in tie.evidence or ():  # noqa: SIM110 - asked for each tie of each case
        if paper.standing == "verified":
            return True
    return False


def recorded(person: Person) -> bool:
    """Are birth and citizenship on record?"""
    return person.born.on is not None and bool(person.citizenships)


def was_citizen(person: Person) -> bool:
    """A Hungarian citizen, born in a territory of the list and before 1945."""
    born = person.born
    if born.area not in TERRITORIES or born.on is None or born.on.last.year >= 1945:
        return False
    for entry in person.citizenships or ():  # noqa: SIM110 - asked for each person of each case
        if entry.country == "HU":
            return True
    return False


def smallest_gap(me: Person, ancestors: Line) -> int:
    """The days between two generations where they are the fewest."""
    born = [person.born.on.first.toordinal() for person in (me, *ancestors) if person.born.on]
    return min([younger - elder for younger, elder in pairwise(born)])


def unproved(me: Person, ancestors: Line) -> list[str]:
    """Whose tie to the child is not proved."""
    return [tie.person for person in (me, *ancestors) for tie in person.parents or () if not verified(tie)]


# As plain functions. Each judgement: is it so, and the evidence for it.
Judged = tuple[bool, tuple[object, ...]]


def of_age(me: Person, ancestors: Line) -> Judged:
    adult = me.born.on is not None and years_after(me.born.on.last, 18) <= DAY
    return adult or bool(me.consent_of), (me.born.on, me.consent_of)


def enough_ancestors(me: Person, ancestors: Line) -> Judged:
    number = len(ancestors)
    return 3 <= number <= 5, (number,)


def links_proved(me: Person, ancestors: Line) -> Judged:
    open_ties = unproved(me, ancestors)
    return not open_ties, tuple(open_ties)


def births_recorded(me: Person, ancestors: Line) -> Judged:
    missing = [person.id for person in ancestors if not recorded(person)]
    return not missing, tuple(missing)


def citizen_ancestor(me: Person, ancestors: Line) -> Judged:
    found = [person.id for person in ancestors if was_citizen(person)]
    return bool(found), tuple(found)


def gaps(me: Person, ancestors: Line) -> Judged:
    smallest = smallest_gap(me, ancestors)
    return smallest >= SMALLEST_GAP, (smallest,)


def speaks(me: Person, ancestors: Line) -> Judged:
    return me.hungarian == "shown", (me.hungarian,)


def clear(me: Person, ancestors: Line) -> Judged:
    return me.convictions in ("none", "spent"), (me.convictions,)


def nothing_pending(me: Person, ancestors: Line) -> Judged:
    return me.prosecution is False, (me.prosecution,)


def extract_fresh(me: Person, ancestors: Line) -> Judged:
    made = me.grant.summons_delivered
    return made is not None and timedelta(0) <= DAY - made.first <= LONGEST_AGO, (made,)


def no_flag(me: Person, ancestors: Line) -> Judged:
    return me.security_objection is False, (me.security_objection,)


def complete(me: Person, ancestors: Line) -> Judged:
    since = me.marriages[0].since if me.marriages else None
    long_enough = since is not None and years_after(since.last, 5 if me.children else 10) <= DAY
    return bool(me.home) and long_enough, (me.home, since)


JUDGEMENTS: dict[str, Callable[[Person, Line], Judged]] = {
    "r01": of_age,
    "r02": enough_ancestors,
    "r03": links_proved,
    "r04": births_recorded,
    "r05": citizen_ancestor,
    "r06": gaps,
    "r07": speaks,
    "r08": clear,
    "r09": nothing_pending,
    "r10": extract_fresh,
    "r11": no_flag,
    "r12": complete,
}


def plain(facts: Facts) -> tuple[str, list[tuple[str, bool, tuple[object, ...]]]]:
    """The twelve as plain functions: the outcome, and for each its code, whether it holds, and the evidence."""
    me, ancestors = facts.applicant, line(facts)
    trace, failed = [], []
    for code, judge in JUDGEMENTS.items():
        holds, evidence = judge(me, ancestors)
        trace.append((code, holds, evidence))
        if not holds:
            failed.append(code)
    return ("review" if "r11" in failed else "refuse" if failed else "grant"), trace
