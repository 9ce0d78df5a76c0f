"""A read paper against answers: is a changed answer named, and are right ones left alone?

Answers are the Hungarian forms used at home and today's Hungarian name of a place; a paper prints its registry's own.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from applications.demo.families import family as family_of
from applications.demo.paper_set import MadePaper
from applications.demo.people import Family, Person
from applications.documents.check import run_comparisons
from applications.documents.comparison import ComparedPaper, Couple, ExpectedPerson, Kin
from applications.documents.disagreements import ENDINGS, Sort, sort_of
from applications.documents.examination import Examination
from tests.evaluation.counts import share, table
from tests.evaluation.runner import Result

PRINT = {"print", "typewriter"}
DAY = date(2026, 10, 1)
SOMEBODY_LOOKS = (Sort.CONFLICT, Sort.NEEDS_PAPER)


class Fact(NamedTuple):
    """Something that is answered: the field of a paper that prints it, the check that compares that, and what is said
    of a machine-readable zone that says otherwise; "" where there is none.
    """

    field: str
    check: str
    zone: str = ""

    @property
    def codes(self) -> frozenset[str]:
        """What names a wrong answer."""
        return frozenset(
            {f"{self.check}-{end}" for end, sort in ENDINGS.items() if sort in SOMEBODY_LOOKS} | {self.zone}
        )


FACTS = {
    "name": Fact("name", "printed-name", "names-differ"),
    "birth date": Fact("born_on", "printed-birth", "birth-differs"),
    "birth place": Fact("born_place", "printed-birth-place"),
    "sex": Fact("", "", "sex-differs"),
    "father": Fact("father", "printed-father"),
    "mother": Fact("mother", "printed-mother"),
    "husband": Fact("husband", "printed-spouses"),
    "wife": Fact("wife", "printed-spouses"),
    "wedding": Fact("married_on", "printed-marriage-date"),
}
ZONE_CODES = {fact.zone for fact in FACTS.values()} - {""}


def judged(made: MadePaper, found: Examination, rng: Random) -> Result:
    """What is said beside right answers, and for each fact that the paper prints, whether a changed answer is named."""
    paper = ComparedPaper("1", made.truth.kind, ("0" * 64,), (found,), about=made.paper.about)
    answers = answered(made.family, made.paper.about, made.paper.other)
    stranger = family_of(rng.randrange(1 << 20), 1, country=made.family.country)
    changed = {
        name: bool(_disagreeing(paper, other) & FACTS[name].codes)
        for name, other in changes(answers, made, stranger, rng)
        if FACTS[name].field in made.truth.fields or (made.truth.zone and FACTS[name].zone)
    }
    by = "zone" if made.truth.zone else "print" if made.truth.writing in PRINT else "handwriting"
    return {"right": sorted(_disagreeing(paper, answers)), "changed": changed, "by": by}


def answered(family: Family, about: str, other: str) -> ExpectedPerson:
    """The answers of a household about one of its people, with the marriage that a certificate is about."""
    person = family.people[about]
    weddings = [each for each in family.marriages if about in (each.husband, each.wife)]
    weddings += [
        each for each in family.marriages if {each.husband, each.wife} == {about, other} and each not in weddings
    ]
    father, mother = (family.people.get(key or "") for key in (person.father, person.mother))
    if father and mother:
        parents = family.marriage_of(father.key, mother.key)
        weddings += [parents] if parents else []
    kin = _kin(family, person)
    return ExpectedPerson(
        family_names=kin.family_names,
        given_names=kin.given_names,
        born_on=person.born_on.isoformat(),
        sex=person.sex,
        person=about,
        born_place=person.birthplace.hungarian,
        father=_kin(family, father) if father else None,
        mother=_kin(family, mother) if mother else None,
        couples=tuple(
            Couple(
                _kin(family, family.people[each.husband]), _kin(family, family.people[each.wife]), each.on.isoformat()
            )
            for each in weddings
        ),
        partners=kin.partners,
        circle=kin.circle,
    )


def _kin(family: Family, person: Person) -> Kin:
    partners = [
        family.people[each.wife if each.husband == person.key else each.husband].home_name
        for each in family.marriages
        if person.key in (each.husband, each.wife)
    ]
    names = tuple(dict.fromkeys(name for name in (person.family_name, person.married_name) if name))
    return Kin(person.key, names, (person.given.hu,), tuple(partners), frozenset(family.people))


def changes(
    answers: ExpectedPerson, made: MadePaper, stranger: Family, rng: Random
) -> Iterator[tuple[str, ExpectedPerson]]:
    """The answers with one of them another: a name of another family, a day some time away, another town."""
    someone = _unlike(stranger, made.family, made.family.people[made.paper.about].sex)
    if someone:
        new = _kin(stranger, someone)
        yield "name", replace(answers, family_names=new.family_names, given_names=new.given_names, partners=())
    yield "birth date", replace(answers, born_on=_another_day(answers.born_on or "", rng))
    yield "sex", replace(answers, sex="female" if answers.sex == "male" else "male")
    town = next((each.birthplace for each in stranger.people.values() if _is_elsewhere(each, made.family)), None)
    if town:
        yield "birth place", replace(answers, born_place=town.hungarian)
    for role, sex in (("father", "male"), ("mother", "female")):
        other = _unlike(stranger, made.family, sex)
        if other:
            yield role, replace(answers, **{role: _kin(stranger, other)})
    for role, sex in (("husband", "male"), ("wife", "female")):
        other = _unlike(stranger, made.family, sex)
        if other:
            place = "one" if role == "husband" else "other"
            couples = tuple(replace(each, **{place: _kin(stranger, other)}) for each in answers.couples)
            yield role, replace(answers, couples=couples)
    couples = tuple(replace(each, married_on=_another_day(each.married_on or "", rng)) for each in answers.couples)
    yield "wedding", replace(answers, couples=couples)


def _unlike(stranger: Family, family: Family, sex: str) -> Person | None:
    """Somebody of another family who shares neither family name nor given name with anybody here."""
    surnames = {each.family_name for each in family.people.values()} | {
        each.married_name for each in family.people.values()
    }
    given = {each.given for each in family.people.values()}
    people = sorted(stranger.people.values(), key=lambda each: each.key)
    return next(
        (each for each in people if each.sex == sex and each.family_name not in surnames and each.given not in given),
        None,
    )


def _another_day(day: str, rng: Random) -> str:
    """A slip of the pen or another year, never day and month changed places."""
    moved = date.fromisoformat(day) + timedelta(days=rng.choice((-1, 1)) * rng.choice((1, 10, 31, 365, 731, 3653)))
    return moved.isoformat()


def _is_elsewhere(person: Person, family: Family) -> bool:
    return person.birthplace.key not in {each.town for each in family.people.values()}


def _disagreeing(paper: ComparedPaper, answers: ExpectedPerson) -> set[str]:
    """The codes that ask somebody to look: conflicts, and names for which a paper is wanted."""
    said = run_comparisons(paper, [], answers, DAY)
    return {each.code for each in said if each.code in ZONE_CODES or sort_of(each.code) in SOMEBODY_LOOKS}


def told(results: list[Result]) -> list[str]:
    """How often a changed answer is named, unread papers counted as missed; and what is said beside right ones."""
    named: dict[tuple[str, str], list[bool]] = defaultdict(list)
    alarms: dict[str, int] = defaultdict(int)
    asked = quiet = 0
    for result in results:
        answers = result["answers"]
        if not isinstance(answers, dict):
            continue
        asked, quiet = asked + 1, quiet + (not answers["right"])
        for name, hit in answers["changed"].items():
            named[name, answers["by"]].append(hit)
        for code in answers["right"]:
            alarms[code] += 1
    rows = [
        (name, *(share(sum(named[name, by]), len(named[name, by])) for by in ("zone", "print", "handwriting")))
        for name in FACTS
    ]
    return [
        *table(("Changed answer named", "by zone", "on print", "in handwriting"), rows),
        "",
        f"- papers beside which right answers are left alone: {share(quiet, asked)}",
        *(f"- said wrongly: {code} {count}×" for code, count in sorted(alarms.items())),
    ]
