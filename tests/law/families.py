"""Small families for tests: facts as the portal would send them, changed field by field."""

from __future__ import annotations

import copy
from collections.abc import Mapping

from rules import assess

Facts = dict[str, object]

DESCENT: Facts = {
    "as_of": "2024-05-10",
    "applicant": "applicant",
    "people": {
        "applicant": {
            "born": {"on": "1990-03-12", "area": "RO-CJ"},
            "citizenships": [{"country": "RO"}],
            "parents": [{"person": "father"}, {"person": "mother"}],
            "parents_married": True,
            "hungarian": "shown",
            "capacity": "full",
            "convictions": "none",
            "prosecution": False,
            "security_objection": False,
        },
        "mother": {"sex": "female", "citizenships": [{"country": "RO"}], "events": []},
        "father": {
            "sex": "male",
            "born": {"on": "1950-01-01"},
            "citizenships": [{"country": "RO"}],
            "events": [],
            "parents": [{"person": "grandfather"}],
            "parents_married": True,
        },
        "grandfather": {
            "sex": "male",
            "born": {"on": "1901-06-01", "area": "RO-CJ"},
            "citizenships": [
                {
                    "country": "HU",
                    "acquired_by": "birth",
                    "from": "1901-06-01",
                    "to": "1921-07-26",
                    "lost_by": "trianon",
                }
            ],
            "events": [],
        },
    },
}

SPOUSE: Facts = {
    "as_of": "2024-05-10",
    "applicant": "applicant",
    "people": {
        "applicant": {
            "born": {"on": "1980-01-01"},
            "citizenships": [{"country": "MX"}],
            "marriages": [{"to": "wife", "from": "2014-05-10"}],
            "children": [],
            "spouse_statement": True,
            "hungarian": "shown",
            "capacity": "full",
            "convictions": "none",
            "prosecution": False,
            "security_objection": False,
        },
        "wife": {"sex": "female", "citizenships": [{"country": "HU", "acquired_by": "birth", "from": "1981-01-01"}]},
    },
}

RESIDENT: Facts = {
    "as_of": "2024-05-10",
    "applicant": "applicant",
    "people": {
        "applicant": {
            "born": {"on": "1980-07-07", "area": "GE-TB"},
            "citizenships": [{"country": "GE"}],
            "parents": [{"person": "father"}, {"person": "mother"}],
            "parents_married": True,
            "residences": [
                {"country": "GE", "from": "1980-07-07", "to": "2010-05-01", "kind": "domicile"},
                {"country": "HU", "from": "2010-05-01", "kind": "domicile"},
            ],
            "marriages": [],
            "children": [],
            "refugee": False,
            "livelihood": True,
            "home": True,
            "exam": "passed",
            "hungarian_diploma": False,
            "health_exempt": False,
            "capacity": "full",
            "convictions": "none",
            "prosecution": False,
            "security_objection": False,
        },
        "father": {"sex": "male", "citizenships": [{"country": "GE"}], "events": []},
        "mother": {"sex": "female", "citizenships": [{"country": "GE"}], "events": []},
    },
}


def changed(family: Facts, changes: Mapping[str, object]) -> Facts:
    """A copy with values set by path ('people.applicant.hungarian'); None takes the fact away."""
    facts = copy.deepcopy(family)
    for path, value in changes.items():
        *folders, last = path.split(".")
        place: object = facts
        for folder in folders:
            if isinstance(place, list):
                place = place[int(folder)]
            elif isinstance(place, dict):
                place = place.setdefault(folder, {})
        if isinstance(place, list):
            place[int(last)] = value
        elif isinstance(place, dict):
            if value is None:
                place.pop(last, None)
            else:
                place[last] = copy.deepcopy(value)
    return facts


def outcome(route: str, family: Facts, changes: Mapping[str, object] | None = None) -> str:
    """The outcome of one route."""
    return assess(changed(family, changes or {}), routes=[route])[route].outcome


def answer(route: str, condition: str, family: Facts, changes: Mapping[str, object] | None = None) -> str:
    """The answer of one condition of a route."""
    found = assess(changed(family, changes or {}), routes=[route])[route].conditions
    return next(each.answer for each in found if each.id == condition)
