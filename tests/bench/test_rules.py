"""What an assessment costs: all routes of four generations, and what is told of them only when somebody asks."""

import gc
import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import rules
from rules import explain
from rules.dates import span, years_after
from tests.bench.cost import Cost, say

pytestmark = pytest.mark.bench
CASES = Path(__file__).parent.parent / "law" / "cases.jsonl"
FOUR_GENERATIONS = next(
    json.loads(line)["facts"] for line in CASES.read_text("utf-8").splitlines() if '"C002"' in line[:20]
)
# What the goal says of one core; the bare function is beside it to tell one machine from another.
GOAL_MICROSECONDS = 300
ONE = "simplified_descent"


def costs(*works: tuple[str, Callable[[], object]], rounds: int = 60, each: int = 5) -> list[Cost]:
    """The processor time of each in its quietest round; they take turns, so that all have quiet rounds."""
    taken: dict[str, list[float]] = {name: [] for name, _ in works}
    gc.collect()
    for number in range(rounds + 20):
        for name, work in works:
            began = time.process_time_ns()
            for _ in range(each):
                work()
            if number >= 20:
                taken[name].append((time.process_time_ns() - began) / each / 1e6)
    return [Cost(name, min(spent)) for name, spent in taken.items()]


def told(floor: Cost, others: list[Cost]) -> None:
    """Print microseconds and the ratio to the floor."""
    for each in others:
        say(f"  {each.name:<62} {each.milliseconds * 1000:8.1f} µs {each.times(floor):6.2f}")


def bare(case: dict) -> dict[str, str]:
    """The least that answers the same routes for this one case: no reasons, no history, no doubt, no other shape."""
    day = date.fromisoformat(case["as_of"])
    people, me = case["people"], case["people"][case["applicant"]]
    waiting, descent, citizen = [tie["person"] for tie in me["parents"]], False, False
    while waiting:
        person = people[waiting.pop()]
        for entry in person.get("citizenships") or ():
            if entry["country"] == "HU":
                descent = True
                citizen = citizen or "to" not in entry
        waiting += [tie["person"] for tie in person.get("parents") or ()]
    born = span(me["born"]["on"])
    of_age = years_after(born.last, 18) <= day
    clean = me["convictions"] == "none" and not me["prosecution"] and not me["security_objection"]
    speaks = me["hungarian"] == "shown" or me["capacity"] != "full" or years_after(born.first, 14) > day
    own = {entry["country"] for entry in me["citizenships"]}
    granted = me.get("grant")
    return {
        "citizen": "met" if citizen or "HU" in own else "not_met",
        "simplified_descent": "met" if descent and not citizen and clean and speaks and of_age else "not_met",
        "simplified_spouse": "unknown" if me.get("marriages") is None else "not_met",
        "dual_nationality": "officer" if own & {"SK", "UA"} else "met",
        "oath": "unknown" if granted is None else "met",
        "oath_place_change": "unknown" if granted is None else "met",
    }


def test_all_routes_of_four_generations():
    routes = list(bare(FOUR_GENERATIONS))
    parsed = rules.parse(FOUR_GENERATIONS)
    assessed = rules.assess(parsed, routes=routes)
    assert {each.route: each.outcome for each in assessed.routes} == bare(FOUR_GENERATIONS)

    floor, read, answered, both, asked, *told_later = costs(
        ("bare function, no reasons", lambda: bare(FOUR_GENERATIONS)),
        ("facts read and checked", lambda: rules.parse(FOUR_GENERATIONS)),
        ("these routes assessed, facts read before", lambda: rules.assess(parsed, routes=routes)),
        ("all routes, from the JSON object", lambda: rules.assess(FOUR_GENERATIONS)),
        ("questions, facts read before", lambda: rules.questions(parsed)),
        ("one route, facts read before", lambda: rules.assess(parsed, routes=[ONE])),
        ("one route, every condition told", lambda: rules.assess(parsed, routes=[ONE])[ONE].conditions),
        ("one route, explained in words", lambda: explain.as_text(rules.assess(parsed, routes=[ONE]), "en")),
        ("all routes, every condition told", lambda: [each.conditions for each in rules.assess(parsed).routes]),
        ("all routes, from the JSON object, written as JSON", lambda: written(rules.assess(FOUR_GENERATIONS))),
        ("all routes, explained in words", lambda: explain.as_text(rules.assess(parsed), "en")),
    )
    say("")
    told(floor, [floor, read, answered, both, asked])
    spent = both.milliseconds * 1000
    reached = "reached" if spent <= GOAL_MICROSECONDS else "missed"
    say(f"  goal for all routes about {GOAL_MICROSECONDS} µs of a core: {spent:.0f}, {reached}")
    say("  only when somebody asks:")
    told(floor, told_later)


def written(assessment: rules.Assessment) -> str:
    """An assessment as the command prints it."""
    return json.dumps(assessment.as_dict())
