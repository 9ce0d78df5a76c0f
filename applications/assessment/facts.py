"""The only bridge from answers and papers to the law's facts (the contract is facts.schema.json).

Facts carry ids instead of names: ``p12`` is the person with that number. What was not answered is
left out, which means: not known. It never counts against anybody.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from applications.assessment import citizenships, evidence
from applications.assessment.known import Known, known
from applications.assessment.told import Told
from applications.family.kin import Relative
from applications.family.models import Person
from applications.intake.models import Application

AGE_OF_PUNISHMENT = 12
"""Btk. 16. §: a child under 12 cannot be punished, so there is no record to ask about."""

Facts = dict[str, object]
UNKNOWN: Sequence[object] = (None, "", {})
"""What stands for nothing known; an empty list says something: there are none."""


def fact_id(person: Person | int) -> str:
    """Return the id under which facts speak of a person."""
    return f"p{person if isinstance(person, int) else person.pk}"


def build(*, application: Application, person: Person, on: date) -> Facts:
    """Return the facts about ``person`` (who applies, or a child included) as the applicant on ``on``."""
    base = known(application, on)
    return case_of(base, person.pk, lambda each: {**of_line(base, each), **of_applying(base, each)})


def line_facts(base: Known) -> Facts:
    """Return the facts of a case on which its line alone rests: citizenships, births and marriages of everybody.

    What only decides about the applicant as a person (language, record, consent) is left out, and not read.
    """
    return case_of(base, base.applicant, lambda each: of_line(base, each))


def case_of(base: Known, applicant: int, told_of: Callable[[Relative], Facts]) -> Facts:
    """Return a case: ``told_of`` says what is known of one person; what is not known is left out."""
    people: dict[str, Facts] = {
        fact_id(each): {name: value for name, value in told_of(base.relative(each)).items() if value not in UNKNOWN}
        for each in sorted(base.spoken_of())
    }
    people.update(adoptive_parents(base))
    return {"as_of": base.on.isoformat(), "applicant": fact_id(applicant), "people": people}


def of_line(base: Known, person: Relative) -> Facts:
    """Return what is known of one person's descent and citizenships."""
    told = base.told(person.pk)
    facts: Facts = {
        "sex": person.sex,
        "born": born(person),
        "died": person.died_on,
        "parents": parents(base, person),
        "parents_married": parents_married(told),
    }
    if person.pk == base.applicant:
        facts.update(line_of_applicant(base, told))
    elif person.pk in base.applying:
        facts.update(citizenships=citizenships.of_child(told), events=[], marriages=[])
    elif any(marriage.spouse == person.pk for marriage in base.marriages):
        facts["citizenships"] = citizenships.of_spouse(told)
    else:
        facts.update(of_ancestor(base, person, told))
    return facts


def of_applying(base: Known, person: Relative) -> Facts:
    """Return what only those who apply are asked; nothing about others."""
    told = base.told(person.pk)
    if person.pk == base.applicant:
        return of_applicant(base, told)
    return of_child(base, person, told) if person.pk in base.applying else {}


def born(person: Relative) -> Facts:
    """Return when and where somebody was born."""
    told = {"on": person.born_on, "place": person.birth_place, "area": person.birth_area}
    return {name: value for name, value in told.items() if value}


def parents(base: Known, person: Relative) -> list[Facts] | None:
    """Return the parents that are named, those by adoption too; None where nobody is."""
    proof = evidence.about(base.papers, person.pk, evidence.LINKS)
    found: list[Facts] = []
    for tie in base.ties.get(person.pk, ()):
        link: Facts = {"person": fact_id(tie.person), "by": tie.tie}
        found.append({**link, "evidence": proof} if proof else link)
    if person.pk == base.applicant:
        on = base.told(person.pk).text("adoption", "on")
        found += [{"person": each, "by": "adoption", **({"on": on} if on else {})} for each in adoptive_parents(base)]
    return found or None


def adoptive_parents(base: Known) -> dict[str, Facts]:
    """Return the applicant's adoptive parents, who are known by name alone."""
    told = base.told(base.applicant)
    if told.said("adoption", "adopted") is not True:
        return {}
    citizen = told.said("adoption", "by_citizen")
    facts: Facts = {"citizenships": [{"country": "HU"}]} if citizen == "yes" else {}
    named = [role for role in ("father", "mother") if told.said("adoption", f"{role}_name")] or ["parent"]
    return {f"{fact_id(told.person)}-adoptive-{role}": dict(facts) if role == named[0] else {} for role in named}


def parents_married(told: Told) -> bool | None:
    """Return whether somebody's parents were married to each other at the birth."""
    if told.has("child-parents-married"):
        return told.said("child-parents-married", "married") is True
    step = "parents-marriage" if told.has("parents-marriage") else "ancestor-parents-marriage"
    return {"yes": True, "no": False}.get(told.text(step, "married"))


def line_of_applicant(base: Known, told: Told) -> Facts:
    """Return an applicant's own citizenships and marriages, and whether a probable origin is relied on."""
    proof = evidence.about(
        base.papers, told.person, ("former_citizenship_proof", "citizenship_certificate", "old_passport")
    )
    held = citizenships.of_applicant(told)
    for each in held or ():
        if each["country"] == "HU" and proof:
            each["evidence"] = proof
    return {
        "citizenships": held,
        "events": citizenships.events_of_applicant(told),
        "marriages": marriages(base, told),
        "probable_origin": told.said("origin", "relies"),
    }


def of_applicant(base: Known, told: Told) -> Facts:
    """Return what only an applicant is asked."""
    return {
        "hungarian": hungarian(told, "hungarian"),
        "capacity": told.said("capacity", "capacity"),
        "convictions": convictions(told),
        "prosecution": told.said("proceedings", "hungary"),
        "prosecution_abroad": told.said("proceedings", "abroad"),
        "applies_with": [fact_id(each) for each in base.applying if each != told.person] or None,
    }


def hungarian(told: Told, step: str) -> str | None:
    """Return the Hungarian somebody claims: what counts is heard at the visit."""
    level = told.said(step, "level")
    return None if not level else "none" if level == "none" else "claimed"


def convictions(told: Told) -> str | None:
    """Return the criminal record by the applicant's own word; None where it is not known what still counts."""
    if told.said("convictions", "any") is not True:
        return "none" if told.said("convictions", "any") is False else None
    spent = {each["spent"] for each in told.items("conviction-list")}
    if "no" in spent:
        return "unspent"
    return "spent" if spent == {"yes"} else None


def marriages(base: Known, told: Told) -> list[Facts] | None:
    """Return all marriages of the applicant, or None while it is not known how many there were."""
    if told.said("marital-status", "status") == "single":
        return []
    if not told.has("marriages"):
        return None
    found: list[Facts] = []
    for row in base.marriages:
        proof = evidence.about(base.papers, row.spouse, evidence.MARRIAGES)
        one = {
            "to": fact_id(row.spouse),
            "from": row.married_on,
            "until": row.ended_on,
            "ended_by": row.ended_by,
            "evidence": proof,
        }
        found.append({name: value for name, value in one.items() if value})
    return found


def of_child(base: Known, person: Relative, told: Told) -> Facts:
    """Return what only a child included is asked."""
    applicant = base.applicant
    others = [tie.person for tie in base.ties.get(person.pk, ()) if tie.person != applicant]
    holder = told.said("child-custody", "holder")
    agreed = told.said("child-consent", "how") == "notary" and evidence.about(
        base.papers, person.pk, ("consent_of_parent",)
    )
    return {
        "hungarian": hungarian(told, "child-hungarian"),
        **record_of_child(base, person, told),
        "applies_with": [fact_id(applicant)],
        "custody": [fact_id(each) for each in (applicant, *(others if holder == "both" else ()))]
        if holder in ("both", "applicant")
        else None,
        "consent_of": [fact_id(each) for each in (applicant, *(others if agreed else ()))],
    }


def record_of_child(base: Known, person: Relative, told: Told) -> Facts:
    """Return the record of a child: asked from 12 on, clean before that by law."""
    try:
        born_on = date.fromisoformat(person.born_on)
    except ValueError:
        return {}
    if (base.on.year - born_on.year, (base.on.month, base.on.day)) < (AGE_OF_PUNISHMENT, (born_on.month, born_on.day)):
        return {"convictions": "none", "prosecution": False, "prosecution_abroad": False}
    convicted = told.said("child-record", "convicted")
    return {
        "convictions": "none" if convicted is False else None,
        "prosecution": told.said("child-record", "proceedings"),
    }


def of_ancestor(base: Known, person: Relative, told: Told) -> Facts:
    """Return what ancestors, and other parents of children, are asked."""
    proof = evidence.about(base.papers, person.pk, evidence.CITIZENSHIP)
    left = evidence.about(base.papers, person.pk, evidence.DEPARTURE)
    return {
        "citizenships": citizenships.of_ancestor(told, person.born_on, proof),
        "events": citizenships.events_of_ancestor(told, left),
        "marriages": marriages_of_mother(base, person),
        "domicile_right": domicile(told, evidence.about(base.papers, person.pk, ("domicile_certificate",))),
    }


def marriages_of_mother(base: Known, person: Relative) -> list[Facts] | None:
    """Return all marriages of a mother, where a child's page says whether there were others; None otherwise.

    Only a woman's marriage could take her citizenship (1879. évi L. tc. 34. §), so only she is asked.
    """
    for child, ties in base.ties.items():
        if not any(tie.person == person.pk and tie.role == "mother" for tie in ties):
            continue
        told = base.told(child)
        step = "parents-marriage" if told.has("parents-marriage") else "ancestor-parents-marriage"
        married, otherwise = told.said(step, "married"), told.said(step, "mother_otherwise")
        father = next((tie.person for tie in ties if tie.role == "father"), None)
        if otherwise == "no" and married == "no":
            return []
        if otherwise == "no" and married == "yes" and father is not None:
            on = told.text(step, "on")
            proof = evidence.about(base.papers, child, evidence.MARRIAGES)
            one: Facts = {
                "to": fact_id(father),
                **({"from": on} if on else {}),
                **({"evidence": proof} if proof else {}),
            }
            return [one]
    return None


def domicile(told: Told, proof: list[dict[str, object]]) -> list[Facts] | None:
    """Return the commune of legal domicile in 1921, where it is known."""
    place = told.said("ancestor-domicile", "place")
    if told.said("ancestor-domicile", "known") is not True or not isinstance(place, Mapping):
        return None
    right = {"place": place.get("name"), "area": place.get("area"), "evidence": proof}
    return [{name: value for name, value in right.items() if value}]


def with_visits(
    *, facts: Mapping[str, object], person: Person, seen: Sequence[Mapping[str, Mapping[str, object]]]
) -> dict[str, object]:
    """Return frozen facts with what officers recorded at visits (``seen``, oldest first): the Hungarian they heard."""
    heard = [details.get(str(person.pk), {}).get("hungarian") for details in seen]
    people = facts["people"]
    if not any(heard) or not isinstance(people, Mapping):
        return dict(facts)
    word = next(word for word in reversed(heard) if word)
    return {**facts, "people": {**people, fact_id(person): {**people[fact_id(person)], "hungarian": word}}}
