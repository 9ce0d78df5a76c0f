"""The nouns of an invented family: persons, marriages, planted troubles, and the truth about them as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from applications.demo.names import GivenName, Sex, family_name, without_accents
from applications.demo.places import TOWNS, State, Town

LANGUAGE: dict[State, str] = {
    "HU": "hu", "RO": "ro", "YU": "sr", "RS": "sr", "CS": "sk", "SK": "sk", "SU": "uk", "UA": "uk",
    "US": "en", "CA": "en", "AU": "en", "IL": "en", "DE": "de", "AR": "es", "AT": "de", "MD": "ro",
}  # fmt: skip
"""The language a state's registrars write in (Ruthenia's of 1919–38 is simplified to Slovak)."""


class Trouble(StrEnum):
    """What is wrong with a family or one of its papers, planted on purpose."""

    MISSING_LINK = "missing_link"
    NEVER_HUNGARIAN = "never_hungarian"
    NO_HUNGARIAN = "no_hungarian"
    CONVICTION = "conviction"
    PROSECUTION = "prosecution"
    PASSPORT_BIRTH_DATE = "passport_birth_date"
    PASSPORT_EXPIRED = "passport_expired"
    PASSPORT_ALTERED = "passport_altered"
    BLURRED = "blurred"
    BLANK = "blank"
    ENCRYPTED = "encrypted"
    ACTIVE_CONTENT = "active_content"
    TINY = "tiny"
    DISGUISED = "disguised"
    SAME_PAPER_TWICE = "same_paper_twice"
    TOO_EARLY_FORM = "too_early_form"
    CONSENT_MISSING = "consent_missing"


@dataclass
class Person:
    """Somebody of the family; ``family_name`` and ``given`` are the Hungarian forms used at home."""

    key: str
    sex: Sex
    family_name: str
    given: GivenName
    born_on: date
    town: str
    father: str | None = None
    mother: str | None = None
    religion: str = "római katolikus"
    occupation: str = "földműves"
    died_on: date | None = None
    married_name: str = ""

    @property
    def birthplace(self) -> Town:
        """The town of birth."""
        return TOWNS[self.town]

    @property
    def home_name(self) -> str:
        """The name as Hungarians write it: family name first."""
        return f"{self.family_name} {self.given.hu}"

    def family_name_in(self, language: str) -> str:
        """The family name in the spelling of a registry."""
        return family_name(self.family_name, language, self.sex)

    def official_name(self, language: str) -> tuple[str, str]:
        """Family and given name in a civil register of ``language``.

        Romanian registrars translated some given names and kept others, and have left the accents on names of
        Hungarians since 1990; some Slovak ones kept the Hungarian given name.
        """
        surname, given = self.family_name_in(language), self.given.form(language)
        if language == "ro":
            modern, kept = self.born_on.year >= 1990, self.born_on.day % 3 != 0
            surname = self.family_name if modern else surname
            given = given if not kept else self.given.hu if modern else without_accents(self.given.hu)
        if language == "sk" and self.born_on.day % 3 == 0:
            given = self.given.hu
        return surname, given

    @property
    def state_at_birth(self) -> State:
        """The state whose register holds the birth."""
        return self.birthplace.state_on(self.born_on)


@dataclass
class Marriage:
    """A marriage with the register entry's place and day."""

    husband: str
    wife: str
    on: date
    town: str


@dataclass
class Paper:
    """One paper as the family would bring it.

    ``kind`` is a kind of the portal, ``form`` the drawing it gets (see papers.FORMS), ``about`` a person's key,
    ``finish`` how it was scanned, ``file_type`` what it is saved as, ``trouble`` what is wrong with it.
    """

    kind: str
    form: str
    about: str
    other: str = ""
    issued_on: date | None = None
    finish: str = "scan"
    file_type: str = "jpg"
    trouble: Trouble | None = None
    translation_of: str = ""
    values: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """A file name like those people give."""
        return f"{self.form}-{self.about}.{self.file_type}"


@dataclass
class Family:
    """A whole family with the truth about it; ``line`` leads from the applicant to the ancestor."""

    seed: int
    number: int
    country: str
    filed_on: date
    people: dict[str, Person]
    marriages: list[Marriage]
    line: list[str]
    home: str
    children: list[str] = field(default_factory=list)
    spouse: str | None = None
    emigrated_on: date | None = None
    troubles: list[Trouble] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)

    @property
    def applicant(self) -> Person:
        """The person who applies."""
        return self.people["applicant"]

    @property
    def ancestor(self) -> Person:
        """The one who was a Hungarian citizen."""
        return self.people[self.line[-1]]

    def marriage_of(self, *keys: str) -> Marriage | None:
        """The marriage between the persons named, if there is one."""
        return next((item for item in self.marriages if {item.husband, item.wife} >= set(keys)), None)

    def parents_of(self, key: str) -> Iterator[Person]:
        """The parents of a person as far as they are known: father first."""
        person = self.people[key]
        for parent in (person.father, person.mother):
            if parent:
                yield self.people[parent]

    def citizenship(self) -> str:
        """Today's citizenship of the applicant (ISO 3166-1)."""
        return self.country


def truth(family: Family) -> dict[str, object]:
    """The family as JSON-ready data: people, marriages, line, papers, and every trouble that was planted."""
    return {
        "seed": family.seed,
        "number": family.number,
        "country": family.country,
        "filed_on": family.filed_on.isoformat(),
        "home": family.home,
        "line": family.line,
        "children": family.children,
        "spouse": family.spouse,
        "emigrated_on": family.emigrated_on.isoformat() if family.emigrated_on else None,
        "troubles": [trouble.value for trouble in family.troubles],
        "people": {key: _truth_of_person(person) for key, person in family.people.items()},
        "marriages": [
            {"husband": m.husband, "wife": m.wife, "on": m.on.isoformat(), "place": TOWNS[m.town].name_on(m.on)}
            for m in family.marriages
        ],
        "papers": [
            {
                "file": paper.name,
                "kind": paper.kind,
                "form": paper.form,
                "about": paper.about,
                "trouble": paper.trouble.value if paper.trouble else None,
                "values": paper.values,
            }
            for paper in family.papers
        ],
    }


def _truth_of_person(person: Person) -> dict[str, object]:
    town = person.birthplace
    return {
        "name": person.home_name,
        "sex": person.sex,
        "born_on": person.born_on.isoformat(),
        "place": town.hungarian,
        "place_in_record": town.name_on(person.born_on),
        "area": town.area,
        "state_at_birth": person.state_at_birth,
        "father": person.father,
        "mother": person.mother,
        "died_on": person.died_on.isoformat() if person.died_on else None,
    }
