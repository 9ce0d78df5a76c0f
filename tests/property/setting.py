"""What it means to set a fact: plausible values put at a path, with people nobody had heard of before.

Shares nothing with what the rules say is worth asking: it knows JSON and lives as they are lived, and searches.
"""

from __future__ import annotations

import copy
import itertools
import json
import random
from collections.abc import Iterable, Iterator

import rules

_TRIES = 400
_DAYS = (
    "1850-01-01", "1890-01-01", "1925-06-01", "1952-01-01", "1960-06-01", "1994-06-01", "2004-05-01", "2015-01-01",
    "2022-01-01", "2040-01-01",
)  # fmt: skip
_DAYS_OF_LAW = ("2024-05-10", "1950-01-01", "1985-01-01", "1995-01-01", "2003-01-01", "2012-06-01", "2033-01-01")
CITIZEN = [{"country": "HU", "acquired_by": "birth", "from": "1850-01-01"}]
_SETTLED = {
    "born": {"on": "1850-01-01", "area": "US-OH"}, "parents": [], "events": [], "domicile_right": [], "marriages": [],
    "residences": [], "children": [],
}  # fmt: skip
# Of either sex, citizens all their lives or never; and children of the applicant, minors today.
_STRANGERS = {
    f"new_{word}_{sex}": {**_SETTLED, "sex": sex, "citizenships": held}
    for word, held in (("citizen", CITIZEN), ("foreign", [{"country": "US"}]))
    for sex in ("male", "female")
}
_CHILDREN = {
    f"new_child_{number}": {
        **_SETTLED,
        "sex": "male",
        "born": {"on": born, "area": "HU-BU"},
        "parents_married": True,
        "citizenships": [{"country": "HU", "acquired_by": "birth", "from": born}],
    }
    for number, born in enumerate(("1985-01-01", "1998-01-01", "2018-01-01"))
}
_DOUBTED = [{"kind": "civil_record", "standing": "doubted"}]
_VERIFIED = [{"kind": "civil_record", "standing": "verified"}]
_HELD_ONCE = {"country": "HU", "acquired_by": "birth", "from": "1850-01-01", "to": "1960-01-01", "lost_by": "dismissal"}
_LISTS = {
    "citizenships": [
        [{"country": "US"}],
        CITIZEN,
        [],
        [{"country": "HU", "acquired_by": "naturalisation", "from": "1991-01-01"}, {"country": "US"}],
        [{"country": "US"}, _HELD_ONCE],
        *([{"country": "HU", "acquired_by": "naturalisation", "from": day}] for day in ("1922-01-01", "1938-01-01")),
        [{"country": "DE", "evidence": _DOUBTED}],
    ],
    "events": [
        [],
        [{"kind": "deprived", "on": "1950-01-01", "by": "1947:X"}],
        [{"kind": "dismissed", "on": "1960-06-01", "by": "1957:V"}],
        [{"kind": "oath", "on": "1980-01-01"}],
        [{"kind": "emigrated", "on": "1890-01-01", "country": "US"}],
    ],
    "domicile_right": [[], [{"area": "RO-CJ", "from": "1850-01-01"}], [{"area": "HU-BU", "from": "1850-01-01"}]],
    "marriages": [
        [],
        *([{"to": who, "from": day}] for who in _STRANGERS for day in ("1890-01-01", "1930-01-01", "1980-01-01")),
    ],
    "residences": [
        [],
        [{"country": "US", "from": "1850-01-01", "kind": "domicile"}],
        [{"country": "HU", "from": "1850-01-01", "kind": "domicile"}],
    ],
}
_CHOICES = {
    "sex": ["male", "female"],
    "hungarian": ["shown", "none", "partly"],
    "capacity": ["full", "none"],
    "convictions": ["none", "unspent"],
    "oath": ["not_yet", "taken"],
    "exam": ["passed", "not_passed"],
    "hungarian_diploma_country": ["HU", "RO"],
    "country": ["HU", "US", "DE"],
    "area": ["HU-BU", "RO-CJ", "US-OH"],
    "kind": ["domicile", "stay"],
    "place_changes": [0, 5],
    "acquired_by": ["birth", "naturalisation", "marriage"],
    "ended_by": ["death", "divorce"],
    "by": [*_STRANGERS, "1947:X"],
    "to": [*_STRANGERS, *_DAYS],
}
_ENTRIES = {
    "events": [{"on": day} for day in _DAYS] + [{"on": "1960-06-01", "by": "1957:V"}],
    "marriages": [{"from": day, "until": None, "ended_by": None, "to": who} for day in _DAYS for who in _STRANGERS],
    "residences": [
        {"from": "1850-01-01", "to": None, "kind": "domicile"},
        {"from": "2050-12-31", "kind": "stay", "to": None},
        {"country": "US"},
    ],
    "domicile_right": [
        {"from": "1850-01-01", "to": to, "area": area} for to in (None, *_DAYS) for area in ("HU-BU", "RO-CJ", "US-OH")
    ],
    "citizenships": [
        {"from": "1850-01-01", "to": to, "lost_by": None, "acquired_by": "birth"} for to in (None, *_DAYS)
    ]
    + [{"from": "1991-01-01", "to": None, "lost_by": None, "acquired_by": way} for way in ("naturalisation", "other")],
    "parents": [{"person": who, "by": "birth", "on": None} for who in _STRANGERS],
}  # fmt: skip
_DATED = frozenset(
    ["on", "from", "until", "died", "summons_delivered", "oath_due", "acquired_on"]
)  # fmt: skip
_PEOPLE = frozenset(["custody", "consent_of", "applies_with"])


def place_of(case: dict, path: str) -> tuple[object, str | int, object]:
    """The container of a path, the last step, and what stands there; containers that are missing are made."""
    *folders, last = path.split(".")
    place: object = case
    for folder in folders:
        place = _inside(place, folder)
    step = int(last) if isinstance(place, list) else last
    return place, step, place[step] if isinstance(place, list) else place.get(step)


def _inside(place: object, key: str) -> object:
    if isinstance(place, list):
        return place[int(key)]
    if place.get(key) is None:
        place[key] = {}
    return place[key]


def values(case: dict, path: str) -> list[object]:
    """What a fact may turn out to be; people and entries that are there may stay with more said of them."""
    if path == "as_of":
        return list(_DAYS_OF_LAW)
    _place, _step, now = place_of(copy.deepcopy(case), path)
    keys = path.split(".")
    last = keys[-1]
    if last.isdecimal():
        return _entry(case, keys[-2], now)
    if last in _PEOPLE:
        others = [who for who in case["people"] if who != keys[1]]
        return [[], others, *([who] for who in others), *map(list, itertools.combinations(others, 2))]
    return _list(case, last, now or []) or list(_CHOICES.get(last) or (_DAYS if last in _DATED else (True, False)))


def _list(case: dict, fact: str, now: list) -> list[object]:
    """What a whole list, or the record of a birth, may say; nothing where the fact is none."""
    if fact == "parents":
        return _parents(now, case["applicant"])
    if fact == "children":
        return [[], *([child] for child in _CHILDREN), *([*now, child] for child in _CHILDREN)]
    if fact == "born":
        return [{"on": day, "area": area} for day in _DAYS for area in _CHOICES["area"]]
    today = [[_today(case)]] if fact == "citizenships" else []
    return [*_LISTS[fact], *_sharpened(fact, now), *today] if fact in _LISTS else []


def _entry(case: dict, fact: str, now: dict) -> list[object]:
    more = [*_ENTRIES[fact], {}, *([_today(case)] if fact == "citizenships" else [])]
    return [{**now, "evidence": _VERIFIED, **each} for each in more]


def _today(case: dict) -> dict[str, object]:
    """A citizenship begun on the day of the case: whatever went before, it is held."""
    return {"country": "HU", "acquired_by": "naturalisation", "from": case["as_of"], "to": None, "lost_by": None}


def _parents(now: list, applicant: str) -> list[object]:
    pairs = [[{"person": who} for who in pair] for pair in itertools.permutations(_STRANGERS, 2)]
    named = [tie for tie in now if tie.get("by", "birth") == "birth"]
    more = [[*now, {"person": who}] for who in _STRANGERS if len(named) < 2]
    swapped = [[tie, {"person": who}] for tie in named for who in _STRANGERS]
    swapped += [[{"person": applicant}, {"person": who}] for who in _STRANGERS]
    adopted = [
        [{"person": "new_foreign_female"}, {"person": who, "by": "adoption", "on": "1990-01-01"}] for who in _STRANGERS
    ]
    return [*pairs, *more, *swapped, [], [{"person": "new_citizen_male"}], [{"person": "new_foreign_male"}], *adopted]


def _sharpened(kind: str, now: list) -> Iterator[object]:
    """The list as it is, with each thing that may be said of all its entries."""
    for more in _ENTRIES[kind]:
        if now:
            yield [{**entry, **more, "evidence": _VERIFIED} for entry in now]


def lived(case: dict) -> dict:
    """The case with every life and period in its order: what ends before it begins turns by no single fact."""
    case = copy.deepcopy(case)
    for child, person in case["people"].items():
        for tie in person.get("parents") or ():
            _older(case["people"], tie["person"], child)
    for person in case["people"].values():
        born, died = (person.get("born") or {}).get("on"), person.get("died")
        if born and died and died < born:
            person["born"]["on"], person["died"] = died, born
        for kind, end in (
            ("citizenships", "to"),
            ("residences", "to"),
            ("domicile_right", "to"),
            ("marriages", "until"),
        ):
            for entry in person.get(kind) or ():
                if entry.get("from") and entry.get(end) and entry[end] < entry["from"]:
                    entry["from"], entry[end] = entry[end], entry["from"]
        _not_before_birth(person)
    return case


def _not_before_birth(person: dict) -> None:
    """Nobody marries before being born."""
    if person.get("marriages"):
        own = (person.get("born") or {}).get("on") or ""
        person["marriages"] = [each for each in person["marriages"] if (each.get("from") or "9") > own]


def _older(people: dict, parent: str, child: str) -> None:
    """A parent's birth comes a generation before the child's; so do the parent's own parents'."""
    one, other = (people[parent].get("born") or {}).get("on"), (people[child].get("born") or {}).get("on")
    if one and other and int(one[:4]) > int(other[:4]) - 16:
        people[parent]["born"]["on"] = f"{int(other[:4]) - 25}{one[4:]}".replace("-02-29", "-02-28")
        for tie in people[parent].get("parents") or ():
            _older(people, tie["person"], parent)


def put(case: dict, choices: dict[str, object]) -> dict:
    """A copy of the case with these values at these paths, and whoever they speak of among its people."""
    case = json.loads(json.dumps(case))
    # What lies inside a list is set before the list itself, which may take its place.
    for path, value in sorted(choices.items(), key=lambda choice: -choice[0].count(".")):
        place, step, _now_there = place_of(case, path)
        place[step] = copy.deepcopy(value)
    said = json.dumps(choices)
    for who, person in _STRANGERS.items():
        if f'"{who}"' in said:
            case["people"][who] = copy.deepcopy(person)
    for who, person in _CHILDREN.items():
        if f'"{who}"' in said:
            couple = [case["applicant"], *_spouses(case)]
            case["people"][who] = {**copy.deepcopy(person), "parents": [{"person": parent} for parent in couple[:2]]}
    return case


def _spouses(case: dict) -> list[str]:
    return [each["to"] for each in case["people"][case["applicant"]].get("marriages") or () if each.get("to")]


def answer_of(case: dict, route: str, condition: str) -> str | None:
    """The answer of one condition; None where the case is refused."""
    try:
        found = rules.assess(case, routes=[route])[route].conditions
    except rules.FactsError:
        return None
    return next((each.answer for each in found if each.id == condition), None)


def reachable(
    case: dict, route: str, condition: str, paths: Iterable[str], chance: random.Random, enough: int = 3
) -> set[str]:
    """The other answers that values at exactly these paths give, as far as a search of some hundred finds them.

    It ends early when so many are found.
    """
    before = answer_of(case, route, condition)
    offered = {path: values(case, path) for path in paths}
    found: set[str] = set()
    for choices in itertools.islice(_combinations(offered, chance), _TRIES):
        after = answer_of(put(case, choices), route, condition)
        if after is not None and after != before:
            found.add(after)
            if len(found) >= enough:
                break
    return found


def _combinations(offered: dict[str, list[object]], chance: random.Random) -> Iterator[dict[str, object]]:
    """All of them where there are few; else one value after the other, the n-th of each together, then at random."""
    size = 1
    for each in offered.values():
        size *= len(each)
    if size <= _TRIES:
        yield from (dict(zip(offered, chosen, strict=True)) for chosen in itertools.product(*offered.values()))
        return
    for number in range(max(map(len, offered.values()))):
        yield {path: each[number % len(each)] for path, each in offered.items()}
    while True:
        yield {path: chance.choice(each) for path, each in offered.items()}
