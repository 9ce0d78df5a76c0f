"""Families of the Carpathian basin and the diaspora, invented from a seed: the same seed, the same family."""

from datetime import date, timedelta
from random import Random

from applications.demo.names import FAMILY_NAMES, FEMALE, MALE, GivenName, Sex
from applications.demo.people import Family, Marriage, Person, Trouble
from applications.demo.places import TOWNS, Town, towns_of
from applications.demo.plans import plan_papers

COUNTRIES = {
    "RO": 59.0,
    "RS": 14.0,
    "UA": 11.0,
    "SK": 4.0,
    "US": 4.0,
    "CA": 2.0,
    "IL": 2.0,
    "DE": 2.0,
    "AR": 1.0,
    "AU": 1.0,
}
"""Shares of the countries applicants come from, rounded from published figures."""

_HOMES = {"RO": "RO", "RS": "RS", "UA": "UA", "SK": "SK"}
_CITIES = {"US": ("newyork", "cleveland"), "CA": ("toronto",), "IL": ("telaviv",), "DE": ("muenchen",),
           "AR": ("buenosaires",), "AU": ("sydney",)}  # fmt: skip
_WAVES = (
    date(1907, 5, 4),
    date(1913, 3, 19),
    date(1947, 9, 20),
    date(1956, 11, 27),
    date(1968, 8, 2),
    date(1986, 6, 14),
)
_LAST_DAY_OF_THE_KINGDOM = date(1918, 10, 1)
_LATEST_MOTHERHOOD = 44
_QUIET_AGAIN = date(1921, 8, 1)
_RELIGIONS = ("római katolikus", "református", "unitárius", "evangélikus", "görögkatolikus", "izraelita")
_OLD_TRADES = ("földműves", "napszámos", "cipész", "kovács", "kántortanító", "asztalos", "kereskedő", "molnár")
_NEW_TRADES = ("tanár", "mérnök", "ápoló", "könyvelő", "gépkezelő", "programozó", "szakács", "nyugdíjas", "eladó")


def family(
    seed: int,
    number: int = 0,
    *,
    country: str | None = None,
    troubles: tuple[Trouble, ...] = (),
    filed_on: date | None = None,
) -> Family:
    """Return family ``number`` of ``seed``; country, troubles and the day of filing can be asked for."""
    rng = Random(f"{seed}/{number}")
    country = country or rng.choices(list(COUNTRIES), list(COUNTRIES.values()))[0]
    filed_on = filed_on or date(2022, 1, 3) + timedelta(days=rng.randrange(1750))
    made = Maker(rng, country, filed_on).made(seed, number, never=Trouble.NEVER_HUNGARIAN in troubles)
    made.troubles = list(troubles)
    plan_papers(made, rng)
    return made


class Maker:
    """Builds one family: the births of the line backwards, the names forwards, then everybody beside it."""

    def __init__(self, rng: Random, country: str, filed_on: date) -> None:
        self.rng = rng
        self.country = country
        self.filed_on = filed_on
        self.people: dict[str, Person] = {}
        self.marriages: list[Marriage] = []

    def made(self, seed: int, number: int, *, never: bool) -> Family:
        """Build a whole family."""
        births = self._births()
        sexes: list[Sex] = [self.rng.choice(("female", "male")) for _ in births]
        sexes[1:] = ["male" if self.rng.random() < 0.68 else "female" for _ in sexes[1:]]
        home = TOWNS["jasi"] if never else self.rng.choice(towns_of(_HOMES.get(self.country) or self._old_country()))
        emigrated_on = self._emigration(births)
        towns = [self._town(home, born, emigrated_on, never=never) for born in births]
        line = self._line(births, sexes, towns)
        self._in_laws()
        grown = Family(seed, number, self.country, self.filed_on, self.people, self.marriages, line, home.key)
        grown.emigrated_on = emigrated_on
        if emigrated_on:
            grown.home = self.rng.choice(_CITIES[self.country])
        self.own_household(grown)
        return grown

    def _births(self) -> list[date]:
        """Birthdays from the applicant back to the first one before the end of the Kingdom's rule."""
        age = 18 + int(66 * self.rng.betavariate(2.0, 2.8))
        births = [self._day(self.filed_on.year - age - 1)]
        while births[-1] >= _LAST_DAY_OF_THE_KINGDOM:
            earlier = self._day(births[-1].year - self.rng.randint(21, 35))
            if _LAST_DAY_OF_THE_KINGDOM <= earlier < _QUIET_AGAIN:
                earlier = earlier.replace(year=earlier.year - 4)
            births.append(earlier)
        return births

    def _line(self, births: list[date], sexes: list[Sex], towns: list[Town]) -> list[str]:
        keys = ["applicant"]
        for sex in sexes[1:]:
            keys.append(_parent_key(keys[-1], "father" if sex == "male" else "mother"))
        surname = self.rng.choice(FAMILY_NAMES)
        for level in range(len(births) - 1, -1, -1):
            person = self.person(keys[level], sexes[level], surname, births[level], towns[level])
            if level == len(births) - 1:
                continue
            parent = self.people[keys[level + 1]]
            other = self._partner(parent, births[level], towns[level], keys[level])
            father, mother = (parent, other) if parent.sex == "male" else (other, parent)
            person.father, person.mother, person.family_name = father.key, mother.key, father.family_name
            person.religion = father.religion
            surname = father.family_name
            self.wedding(father, mother, births[level])
        return keys

    def _partner(self, parent: Person, child_born: date, town: Town, child_key: str) -> Person:
        """The other parent of a line member: near in age, of another family."""
        sex: Sex = "female" if parent.sex == "male" else "male"
        low, high = child_born.year - 38, child_born.year - 20
        year = min(max(parent.born_on.year + self.rng.randint(-5, 5), low), high)
        surname = self.rng.choice([name for name in FAMILY_NAMES if name != parent.family_name])
        key = _parent_key(child_key, "father" if sex == "male" else "mother")
        born = self._day(year)
        return self.person(key, sex, surname, born, town)

    def _in_laws(self) -> None:
        """All four grandparents: the two that are not on the line are known by name, day and place."""
        for role in ("father", "mother"):
            parent = self.people[role]
            if parent.father:
                continue
            years = parent.born_on.year
            father = self.person(
                f"{role}s_father", "male", parent.family_name, self._day(years - 29), parent.birthplace
            )
            names = [name for name in FAMILY_NAMES if name != parent.family_name]
            mother = self.person(
                f"{role}s_mother", "female", self.rng.choice(names), self._day(years - 25), parent.birthplace
            )
            parent.father, parent.mother = father.key, mother.key
            self.wedding(father, mother, parent.born_on)

    def wedding(self, father: Person, mother: Person, child_born: date) -> None:
        """Marry two people some years before a child is born."""
        youngest = max(father.born_on.year + 19, mother.born_on.year + 17)
        year = max(
            min(child_born.year - self.rng.randint(1, 4), child_born.year - 1), min(youngest, child_born.year - 1)
        )
        on = date(year, self.rng.randint(1, 12), self.rng.randint(1, 28))
        town = (
            mother.birthplace if mother.birthplace.state_on(on) == father.birthplace.state_on(on) else father.birthplace
        )
        self.marriages.append(Marriage(father.key, mother.key, on, town.key))
        mother.married_name = f"{father.family_name} {father.given.hu}né"

    def own_household(self, grown: Family) -> None:
        """A spouse and minor children for some applicants."""
        applicant = grown.applicant
        age = self.filed_on.year - applicant.born_on.year
        if age < 26 or self.rng.random() > 0.6:
            return
        sex: Sex = "female" if applicant.sex == "male" else "male"
        surname = self.rng.choice([name for name in FAMILY_NAMES if name != applicant.family_name])
        spouse = self.person("spouse", sex, surname, self._day(applicant.born_on.year + 1), applicant.birthplace)
        husband, wife = (applicant, spouse) if applicant.sex == "male" else (spouse, applicant)
        wedding = applicant.born_on.year + self.rng.randint(23, min(30, age - 1))
        grown.spouse = spouse.key
        self.marriages.append(Marriage(husband.key, wife.key, self._day(wedding), applicant.town))
        wife.married_name = f"{husband.family_name} {husband.given.hu}né"
        for number in range(self.rng.choice((0, 1, 1, 2))):
            born = self._day(max(wedding + 2 + 3 * number, self.filed_on.year - 15))
            if born >= self.filed_on - timedelta(days=120) or born.year - wife.born_on.year > _LATEST_MOTHERHOOD:
                break
            child = self.person(f"child_{number + 1}", self._sex(), husband.family_name, born, applicant.birthplace)
            child.father, child.mother = husband.key, wife.key
            grown.children.append(child.key)

    def person(self, key: str, sex: Sex, surname: str, born: date, town: Town) -> Person:
        """Add somebody to the family, with a given name that nobody in it has yet."""
        person = Person(key, sex, surname, self._given(sex), born, town.key)
        person.religion = self.rng.choice(_RELIGIONS[:4])
        person.occupation = self.rng.choice(_OLD_TRADES if born.year < 1945 else _NEW_TRADES)
        if born.year < 1938:
            person.died_on = self._day(born.year + self.rng.randint(62, 84))
        self.people[key] = person
        return person

    def _given(self, sex: Sex) -> GivenName:
        used = {person.given for person in self.people.values()}
        return self.rng.choice([name for name in (MALE if sex == "male" else FEMALE) if name not in used])

    def _emigration(self, births: list[date]) -> date | None:
        """The wave in which a family of the diaspora left: after the ancestor's birth, before the applicant's."""
        if self.country not in _CITIES:
            return None
        fitting = [day for day in _WAVES if births[-1] + timedelta(days=400) < day < births[0]]
        return self.rng.choice(fitting) if fitting else births[0] - timedelta(days=600)

    def _town(self, home: Town, born: date, emigrated_on: date | None, *, never: bool) -> Town:
        if emigrated_on and born > emigrated_on:
            return TOWNS[_CITIES[self.country][0]]
        if never or self.rng.random() < 0.7:
            return home
        return self.rng.choice(towns_of(home.country))

    def _old_country(self) -> str:
        return self.rng.choice(("HU", "RO", "SK", "UA", "HU"))

    def _sex(self) -> Sex:
        return "female" if self.rng.random() < 0.5 else "male"

    def _day(self, year: int) -> date:
        return date(year, self.rng.randint(1, 12), self.rng.randint(1, 28))


def _parent_key(child: str, role: str) -> str:
    return role if child == "applicant" else f"{child}s_{role}"
