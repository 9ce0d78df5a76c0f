"""A mix of cases for the twelve conditions of the benchmark: most in order, each condition failing in some of them.

Knows the shape of facts and nothing of what judges it: what is planted is written beside each case, and the engines
have to find it. Deterministic by seed.
"""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

Json = dict[str, object]

# Where families of the mix come from, and where they do not.
HOMES = (
    ("Kolozsvár", "RO-CJ"), ("Kassa", "SK-KI"), ("Ungvár", "UA-21"), ("Szabadka", "RS-01"), ("Budapest", "HU-BU"),
)  # fmt: skip
ELSEWHERE = (("Wien", "AT-9"), ("București", "RO-B"), ("Praha", "CZ-10"))
STATES = ("RO", "SK", "UA", "RS", "US", "CA")
# Cases are filed on this day; days of the month stop at 28, so that no birthday is missing in any year.
FILED = "2024-05-10"


class Planted(NamedTuple):
    """A case, and the codes of the conditions that fail in it."""

    facts: Json
    failed: frozenset[str]

    @property
    def outcome(self) -> str:
        """What every engine has to answer."""
        return "review" if "r11" in self.failed else "refuse" if self.failed else "grant"


class Family:
    """A case while it is made: the applicant and the line of ancestors, the nearest first."""

    def __init__(self, random: Random, ancestors: int, born: int, gap: tuple[int, int]) -> None:
        self.random = random
        year, self.line = born, []
        for _ in range(ancestors + 1):
            self.line.append(self._person(year))
            year -= random.randint(*gap)
        self.me.update(
            hungarian="shown",
            convictions=random.choice(("none", "none", "none", "spent")),
            prosecution=False,
            security_objection=False,
            home=True,
            grant={"summons_delivered": f"2024-0{random.randint(3, 5)}-0{random.randint(1, 9)}"},
        )
        self._married()
        for person in self.line[:-1]:
            person["parents"] = [{"evidence": [paper(random)]}]
        self.line[-1]["citizenships"] = [{"country": "HU", "acquired_by": "birth", "evidence": [paper(random)]}]

    @property
    def me(self) -> Json:
        """The applicant."""
        return self.line[0]

    @property
    def between(self) -> Json:
        """An ancestor who is not the eldest."""
        return self.random.choice(self.line[1:-1])

    def facts(self) -> Json:
        """The case as the JSON object that engines are given."""
        for number, person in enumerate(self.line[:-1], 1):
            person["parents"] = [{**tie, "person": f"a{number}"} for tie in person["parents"]]
        people = {f"a{number}": person for number, person in enumerate(self.line)}
        return {"as_of": FILED, "applicant": "a0", "people": people}

    def _person(self, year: int) -> Json:
        place, area = self.random.choice(HOMES)
        day = f"{year}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"
        return {
            "sex": self.random.choice(("female", "male")),
            "born": {"on": day, "place": place, "area": area},
            "citizenships": [{"country": self.random.choice(STATES), "evidence": [paper(self.random)]}],
        }

    def _married(self) -> None:
        if self.random.random() < 0.5:
            years, self.me["children"] = (2015, 2018), ["child"]
        else:
            years, self.me["children"] = (1999, 2013), []
        self.me["marriages"] = [
            {
                "from": f"{self.random.randint(*years)}-06-{self.random.randint(1, 28):02}",
                "evidence": [paper(self.random)],
            }
        ]


def paper(random: Random, standing: str = "verified") -> Json:
    """A paper, verified unless told otherwise."""
    kind = random.choice(("birth_certificate", "church_register", "citizenship_certificate"))
    return {"kind": kind, "document": f"d{random.randint(1, 999)}", "standing": standing}


def spoil_links(family: Family) -> None:
    tie = family.random.choice(family.line[:-1])["parents"][0]
    tie["evidence"] = family.random.choice(
        ([], [paper(family.random, "claimed")], [paper(family.random, "readable"), paper(family.random, "doubted")])
    )


def spoil_records(family: Family) -> None:
    person = family.between
    if family.random.random() < 0.5:
        del person["born"]["on"]
    else:
        person["citizenships"] = []


def spoil_citizen(family: Family) -> None:
    eldest = family.line[-1]
    if family.random.random() < 0.5:
        eldest["citizenships"][0]["country"] = "AT"
    else:
        eldest["born"]["place"], eldest["born"]["area"] = family.random.choice(ELSEWHERE)


def spoil_gap(family: Family) -> None:
    """A parent of eight to thirteen: whoever comes after keeps the distance to the one before."""
    child = family.random.randrange(len(family.line) - 1)
    years = [int(person["born"]["on"][:4]) for person in family.line]
    shift = years[child] - years[child + 1] - family.random.randint(8, 12)
    for person in family.line[: child + 1]:
        born = person["born"]
        born["on"] = f"{int(born['on'][:4]) - shift}{born['on'][4:]}"


def spoil_marriage(family: Family) -> None:
    me = family.me
    me.update(
        family.random.choice(
            (
                {"home": False},
                {"home": None},
                {"marriages": None},
                {"marriages": [{"from": "2021-02-03"}], "children": ["child"]},
                {"marriages": [{"from": "2017-02-03"}], "children": []},
            )
        )
    )


def one_of(**values: tuple[object, ...]) -> Callable[[Family], None]:
    """What spoils a fact of the applicant: one of these values."""

    def spoil(family: Family) -> None:
        for fact, choices in values.items():
            family.me[fact] = family.random.choice(choices)

    return spoil


SPOILT: dict[str, Callable[[Family], None]] = {
    "r03": spoil_links,
    "r04": spoil_records,
    "r05": spoil_citizen,
    "r06": spoil_gap,
    "r07": one_of(hungarian=("partly", "claimed", "none", None)),
    "r08": one_of(convictions=("unspent", None)),
    "r09": one_of(prosecution=(True, None)),
    "r10": one_of(
        grant=({}, {"summons_delivered": "2024-02-09"}, {"summons_delivered": "2024-05-11"}, {"on": "2024-05-01"})
    ),
    "r11": one_of(security_objection=(True, None)),
    "r12": spoil_marriage,
}


def family(random: Random, code: str) -> Family:
    """A family in order, but for its shape where that is what fails."""
    if code == "r01" or (not code and random.random() < 0.1):
        minor = Family(random, random.randint(3, 5), random.randint(2007, 2012), (26, 38))
        if not code:
            minor.me["consent_of"] = ["a1"]
        return minor
    if code == "r02":
        few = random.random() < 0.6
        return Family(random, random.randint(1, 2) if few else 6, random.randint(1950, 1962), (20, 30))
    return Family(random, random.randint(3, 5), random.randint(1950, 2000), (20, 38))


def cases(number: int = 300, seed: int = 1993) -> list[Planted]:
    """So many cases: half in order, the others with one condition failing, now and then with two."""
    random = Random(seed)  # noqa: S311 - the same mix each time
    codes = ["r01", "r02", *SPOILT]
    found = []
    for place in range(number):
        code = codes[place // 2 % len(codes)] if place % 2 else ""
        made, failed = family(random, code), {code} - {""}
        if code in SPOILT:
            SPOILT[code](made)
            other = random.choice(list(SPOILT))
            # What was spoilt first may be mended by spoiling the line again, so a second fault is the applicant's own.
            if random.random() < 0.2 and other > "r06" and other != code:
                SPOILT[other](made)
                failed.add(other)
        found.append(Planted(made.facts(), frozenset(failed)))
    return found
