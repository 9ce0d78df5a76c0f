"""The facts as other engines need them: flat, with ages, gaps and counts worked out; or nested, with days as numbers."""

from datetime import date

from rules.facts import Facts
from tests.bench.twelve import DAY, line, recorded, smallest_gap, unproved, was_citizen

Flat = dict[str, object]


def years(day: date) -> int:
    """Whole years from a day to the filing."""
    return DAY.year - day.year - ((DAY.month, DAY.day) < (day.month, day.day))


def own(facts: Facts) -> Flat:
    """The applicant's own facts as plain values; -1 where a number is not known."""
    me = facts.applicant
    since = me.marriages[0].since if me.marriages else None
    extract = me.grant.summons_delivered
    return {
        "age": years(me.born.on.last) if me.born.on else -1,
        "consents": len(me.consent_of or ()),
        "hungarian": me.hungarian or "",
        "convictions": me.convictions or "",
        "nothing_pending": me.prosecution is False,
        "extract": (DAY - extract.first).days if extract else -1,
        "no_flag": me.security_objection is False,
        "home": bool(me.home),
        "married": years(since.last) if since else -1,
        "children": len(me.children or ()),
    }


def flat(facts: Facts) -> Flat:
    """Everything flat: what concerns the line is counted here, since the engine cannot."""
    me, ancestors = facts.applicant, line(facts)
    found = own(facts)
    found["ancestors"] = len(ancestors)
    found["unproved"] = len(unproved(me, ancestors))
    found["unrecorded"] = len([person for person in ancestors if not recorded(person)])
    found["citizens"] = len([person for person in ancestors if was_citizen(person)])
    found["gap"] = smallest_gap(me, ancestors)
    return found


def nested(facts: Facts) -> Flat:
    """The line as a list, each ancestor with papers, citizenships, year of birth and the gap to the one before."""
    found, ancestors, links = own(facts), [], []
    last = facts.applicant.born.on
    for person in (facts.applicant, *line(facts)):
        on = person.born.on
        links += [
            {"evidence": [{"standing": paper.standing} for paper in tie.evidence or ()]} for tie in person.parents or ()
        ]
        if person is not facts.applicant:
            ancestors.append(
                {
                    "year": on.last.year if on else None,
                    "gap": (last.first - on.first).days if last and on else None,
                    "area": person.born.area,
                    "citizenships": [{"country": entry.country} for entry in person.citizenships or ()],
                }
            )
        last = on or last
    found["ancestors"], found["links"] = ancestors, links
    return found
