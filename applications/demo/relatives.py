"""Brothers, sisters and cousins of a family's applicant, who rely on the same ancestor and the same old papers."""

import copy
from datetime import date, timedelta
from random import Random

from applications.demo.families import Maker
from applications.demo.names import FAMILY_NAMES, FEMALE, MALE, Sex
from applications.demo.people import Family, Trouble

ADULT = 18


def relative(of: Family, number: int, filed_on: date, troubles: tuple[Trouble, ...] = ()) -> Family:
    """Return the family of relative ``number``: an even one is a cousin where there can be one, an odd one a sibling.

    The papers are those of the ancestor and of the line above; they are the same files for everybody.
    """
    rng = Random(f"{of.seed}/{of.number}/relative/{number}")
    maker = Maker(rng, of.country, filed_on)
    line = list(of.line)
    kept = {key for key in of.people if key not in _own_circle(of)}
    maker.people = {key: copy.copy(of.people[key]) for key in kept}
    maker.marriages = [copy.copy(item) for item in of.marriages if {item.husband, item.wife} <= kept]
    if number % 2 == 0 and len(line) > 2:
        _aunt_or_uncle(maker, of, line)
    _next_child(maker, of, filed_on)
    made = Family(of.seed, of.number, of.country, filed_on, maker.people, maker.marriages, line, of.home)
    made.emigrated_on = of.emigrated_on
    made.troubles = list(troubles)
    maker.own_household(made)
    above = set(line[2:] if number % 2 == 0 and len(line) > 2 else line[1:])
    made.papers = [copy.deepcopy(paper) for paper in of.papers if paper.about in above and paper.trouble is None]
    return made


def _own_circle(of: Family) -> set[str]:
    return {"applicant", "spouse", *of.children}


def _aunt_or_uncle(maker: Maker, of: Family, line: list[str]) -> None:
    """Replace the parent on the line by a brother or sister of the same sex, with another husband or wife."""
    role = line[1]
    other_role = "mother" if role == "father" else "father"
    original = of.people[role]
    mother = of.people[original.mother or role]
    year = original.born_on.year + maker.rng.choice((-4, -3, -2, 2, 3, 4, 5))
    year = max(mother.born_on.year + 18, min(year, mother.born_on.year + 43))
    born = date(year, maker.rng.randint(1, 12), maker.rng.randint(1, 28))
    for key in [key for key in maker.people if key in (role, other_role) or key.startswith(f"{other_role}s_")]:
        del maker.people[key]
    maker.marriages = [item for item in maker.marriages if {item.husband, item.wife} <= set(maker.people)]
    sibling = maker.person(role, original.sex, original.family_name, born, original.birthplace)
    sibling.father, sibling.mother = original.father, original.mother
    sex: Sex = "female" if original.sex == "male" else "male"
    names = [name for name in FAMILY_NAMES if name != sibling.family_name]
    partner = maker.person(other_role, sex, maker.rng.choice(names), born + timedelta(days=420), original.birthplace)
    partner.father = partner.mother = None


def _next_child(maker: Maker, of: Family, filed_on: date) -> None:
    """Put a brother, sister or cousin in the applicant's place."""
    father, mother = maker.people["father"], maker.people["mother"]
    wanted = of.applicant.born_on.year + maker.rng.choice((-6, -5, -4, -3, -2, 2, 3, 4, 5, 6))
    earliest = max(father.born_on.year + 19, mother.born_on.year + 18)
    latest = min(mother.born_on.year + 43, filed_on.year - ADULT - 1)
    year = max(earliest, min(wanted, latest))
    sex: Sex = maker.rng.choice(("female", "male"))
    born = date(year, maker.rng.randint(1, 12), maker.rng.randint(1, 28))
    person = maker.person("applicant", sex, father.family_name, born, of.applicant.birthplace)
    used = {of.applicant.given, *(each.given for each in maker.people.values())}
    person.given = maker.rng.choice([name for name in (MALE if sex == "male" else FEMALE) if name not in used])
    person.father, person.mother = father.key, mother.key
    if not any({item.husband, item.wife} == {father.key, mother.key} for item in maker.marriages):
        maker.wedding(father, mother, born)
