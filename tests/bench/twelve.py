"""Twelve conditions that are no law, for comparing engines: as plain functions with evidence, and as rules of ours.

Both read the same typed facts and do the same work; the rules also say a reason and name the facts they rest on.
"""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from rules import Law
from rules.case import Case
from rules.dates import years_after
from rules.facts import Facts, Person
from rules.logic import Finding, met, not_met, officer
from rules.parameters import PARAMETERS
from rules.rule import ALWAYS, Book, route, rule, writing
from rules.words import say

DAY = date(2024, 5, 10)
TERRITORIES = frozenset({"RO-CJ", "SK-KI", "UA-21", "RS-01", "HU-BU"})
SMALLEST_GAP = 5113


def line(facts: Facts) -> list[Person]:
    """The ancestors, the nearest first."""
    found, person = [], facts.applicant
    while person.parents:
        person = facts.people[person.parents[0].person]
        found.append(person)
    return found


# Each judgement: is it so, and the evidence for it.
Judged = tuple[bool, tuple[object, ...]]


def of_age(facts: Facts) -> Judged:
    me = facts.applicant
    adult = me.born.on is not None and years_after(me.born.on.last, 18) <= DAY
    return adult or bool(me.consent_of), (me.born.on, me.consent_of)


def enough_ancestors(facts: Facts) -> Judged:
    number = len(line(facts))
    return 3 <= number <= 5, (number,)


def links_proved(facts: Facts) -> Judged:
    ties = [tie for person in (facts.applicant, *line(facts)) for tie in person.parents or ()]
    open_ties = [tie.person for tie in ties if not any(paper.standing == "verified" for paper in tie.evidence or ())]
    return not open_ties, (len(ties), *open_ties)


def births_recorded(facts: Facts) -> Judged:
    missing = [person.id for person in line(facts) if person.born.on is None or not person.citizenships]
    return not missing, tuple(missing)


def citizen_ancestor(facts: Facts) -> Judged:
    found = [
        person.id
        for person in line(facts)
        if any(entry.country == "HU" for entry in person.citizenships or ())
        and person.born.area in TERRITORIES
        and person.born.on is not None
        and person.born.on.last.year < 1945
    ]
    return bool(found), tuple(found)


def gaps(facts: Facts) -> Judged:
    born = [person.born.on.first for person in (facts.applicant, *line(facts)) if person.born.on]
    smallest = min((younger - elder).days for younger, elder in pairwise(born))
    return smallest >= SMALLEST_GAP, (smallest,)


def speaks(facts: Facts) -> Judged:
    return facts.applicant.hungarian == "shown", (facts.applicant.hungarian,)


def clear(facts: Facts) -> Judged:
    return facts.applicant.convictions in ("none", "spent"), (facts.applicant.convictions,)


def nothing_pending(facts: Facts) -> Judged:
    return facts.applicant.prosecution is False, (facts.applicant.prosecution,)


def extract_fresh(facts: Facts) -> Judged:
    made = facts.applicant.grant.summons_delivered
    return made is not None and timedelta(0) <= DAY - made.first <= timedelta(90), (made,)


def no_flag(facts: Facts) -> Judged:
    return facts.applicant.security_objection is False, (facts.applicant.security_objection,)


def complete(facts: Facts) -> Judged:
    me = facts.applicant
    since = me.marriages[0].since if me.marriages else None
    years = 5 if me.children else 10
    long_enough = since is not None and years_after(since.last, years) <= DAY
    return bool(me.home) and long_enough, (me.home, since)


JUDGEMENTS: dict[str, tuple[Callable[[Facts], Judged], str]] = {
    "r01": (of_age, "born.on"),
    "r02": (enough_ancestors, "parents"),
    "r03": (links_proved, "parents"),
    "r04": (births_recorded, "born"),
    "r05": (citizen_ancestor, "citizenships"),
    "r06": (gaps, "born.on"),
    "r07": (speaks, "hungarian"),
    "r08": (clear, "convictions"),
    "r09": (nothing_pending, "prosecution"),
    "r10": (extract_fresh, "grant.summons_delivered"),
    "r11": (no_flag, "security_objection"),
    "r12": (complete, "marriages"),
}


def plain(facts: Facts) -> tuple[str, list[tuple[str, bool, tuple[object, ...]]]]:
    """The twelve as plain functions: the outcome, and for each its code, whether it holds, and the evidence."""
    trace = []
    for code, (judge, _) in JUDGEMENTS.items():
        holds, evidence = judge(facts)
        trace.append((code, holds, evidence))
    failed = [code for code, holds, _ in trace if not holds]
    return ("review" if "r11" in failed else "refuse" if failed else "grant"), trace


def law() -> Law:
    """The twelve as a law of their own, by the same decorators as the real one."""
    book = Book()
    with writing(book):
        for code, (judge, fact) in JUDGEMENTS.items():
            rule(code, title=code, cites=("A benchmark",), proof=("paper",))(_check(judge, fact, code))
        route("twelve", title="Twelve", cites=("A benchmark",), since=ALWAYS, conditions=tuple(JUDGEMENTS))
    return Law(book.conditions, book.routes, PARAMETERS, "twelve")


def _check(judge: Callable[[Facts], Judged], fact: str, code: str) -> Callable[[Case], Finding]:
    no = officer if code == "r11" else not_met

    def check(case: Case) -> Finding:
        """A condition of the benchmark."""
        holds, evidence = judge(case.facts)
        if holds:
            return met(say("It holds ({found} looked at)", found=len(evidence)), case.path(fact))
        return no(say("It fails ({found} looked at)", found=len(evidence)), case.path(fact))

    return check
