"""What a family answers on the pages of the form: steps and fields by name, as the form saves them.

The names of pages and fields are the form's own; a test fills a case from here and asks the form
whether anything on its path is missing or not its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from applications.demo.identity import official_name
from applications.demo.people import Family, Marriage, Person, Trouble
from applications.demo.places import TOWNS, Town
from applications.demo.writings import life_of

Data = Mapping[str, object]
CESSION = "1921-07-26"
_LIVES_IN = {"US": "NY", "CA": "ON", "RO": "", "RS": "Vajdaság", "UA": "Kárpátalja", "SK": ""}
_STREETS = ("Petőfi utca", "Kossuth Lajos utca", "Templom tér", "Malom utca", "Akác utca", "Fő utca")
_HOUSES = 140


@dataclass(frozen=True)
class Page:
    """One answered page: about whom, which step, the data, what the person's own row keeps of it."""

    about: str
    step: str
    data: Data
    describes: Mapping[str, str] = field(default_factory=dict)
    shared: bool = False


def pages_of(family: Family, *, document: Data, email: str, office: int | None, language: str = "hu") -> Iterator[Page]:
    """Yield every page of a family's application in the order of the form.

    ``document`` are the answers about the identity document, ``office`` the mission of the oath.
    """
    yield from _about_you(family, document)
    yield from _contact(family, email, language)
    yield from _marriages(family)
    yield from _work(family)
    yield from _ancestors(family)
    yield from _children(family)
    yield from _language(family)
    yield from _record(family)
    yield from _registration(family)
    yield Page("applicant", "oath-form", {"form": "promise" if family.number % 3 == 0 else "oath"})
    where: Data = {"where": "mission", "settlement": "", "office": str(office)}
    if office is None:
        where = {"where": "mayor", "settlement": "Szeged", "office": ""}
    yield Page("applicant", "oath-place", where)


def _place(town: Town, name: str = "") -> dict[str, str]:
    return {"name": name or town.hungarian, "place": "", "area": town.area, "country": town.country}


def _describes_birth(person: Person, name: str) -> dict[str, str]:
    return {"born_on": person.born_on.isoformat(), "birth_place": name, "birth_area": person.birthplace.area}


def _about_you(family: Family, document: Data) -> Iterator[Page]:
    you = family.applicant
    surname, given = official_name(you, family.country)
    names = {"family_name": surname, "given_name": given}
    local = you.birthplace.name_on(you.born_on)
    yield Page("applicant", "name", names, names)
    yield Page(
        "applicant",
        "birth-name",
        {"same": True, "birth_family_name": "", "birth_given_name": "", "reason": ""},
        {"birth_name": ""},
    )
    yield Page("applicant", "former-names", {"any": False})
    yield Page("applicant", "sex", {"sex": you.sex}, {"sex": you.sex})
    birth = {
        "on": you.born_on.isoformat(),
        "place": _place(you.birthplace, local),
        "country": you.birthplace.country,
        "region": "",
    }
    yield Page("applicant", "birth", birth, _describes_birth(you, local))
    if you.birthplace.country != "HU":
        known = "hu" in you.birthplace.names
        yield Page(
            "applicant",
            "birth-place-name",
            {"form": "both" if known else "none", "hungarian_name": you.birthplace.hungarian if known else ""},
        )
    item = {"country": family.country, "since": you.born_on.isoformat(), "by": "birth"}
    yield Page("applicant", "nationalities", {"stateless": False, "items": [item]})
    yield Page("applicant", "former-nationalities", {"any": False})
    yield Page("applicant", "hungarian-before", {"citizen": "no"})
    yield Page("applicant", "document", document)


def _contact(family: Family, email: str, language: str) -> Iterator[Page]:
    town = TOWNS.get(family.home, family.applicant.birthplace)
    day = family.applicant.born_on
    address = {
        "country": family.country,
        "region": _LIVES_IN.get(family.country, ""),
        "postcode": f"{500000 + family.number * 37 % 99999}"[:6],
        "town": town.local,
        "street": f"{_STREETS[day.day % len(_STREETS)]} {1 + day.toordinal() % _HOUSES}.",
        "since": "2009",
    }
    yield Page("applicant", "address", address)
    yield Page("applicant", "other-address", {"any": False, "address": "", "letters": None})
    phone = f"+40 264 {family.applicant.born_on:%d%m%y}"
    yield Page("applicant", "contact", {"phone": phone, "email": email, "language": language})
    yield Page("applicant", "lived-elsewhere", {"any": False})


def _marriages(family: Family) -> Iterator[Page]:
    wedding = family.marriage_of("applicant")
    yield Page("applicant", "marital-status", {"status": "married" if wedding else "single"})
    if wedding is None or family.spouse is None:
        return
    yield Page("applicant", "marriages", {"number": 1})
    spouse = family.people[family.spouse]
    surname, given = official_name(spouse, family.country)
    names = {"family_name": surname, "given_name": given}
    described = {**names, "sex": spouse.sex, "birth_name": ""}
    yield Page(
        "spouse",
        "spouse-name",
        {**names, "birth_family_name": "", "birth_given_name": "", "sex": spouse.sex},
        described,
    )
    local = spouse.birthplace.name_on(spouse.born_on)
    birth = {
        "on": spouse.born_on.isoformat(),
        "place": _place(spouse.birthplace, local),
        "country": spouse.birthplace.country,
    }
    yield Page("spouse", "spouse-birth", birth, _describes_birth(spouse, local))
    yield Page("spouse", "spouse-nationality", {"items": [{"country": family.country}]})
    yield from _own_marriage(family, wedding, spouse)


def _own_marriage(family: Family, wedding: Marriage, spouse: Person) -> Iterator[Page]:
    town = family.people[wedding.wife].birthplace
    place = _place(town, town.name_on(wedding.on))
    married = {"on": wedding.on.isoformat(), "place": place, "country": town.country}
    yield Page("spouse", "marriage", {**married, "own_status_before": "single", "spouse_status_before": "single"})
    yield Page("spouse", "marriage-end", {"ended_by": "lasts", "on": "", "authority": ""})
    husband = family.people[wedding.husband]
    after = official_name(husband, family.country)[0]
    record = {
        "registered": False,
        "number": f"{wedding.on.day * 7}/{wedding.on.year}",
        "authority": f"{town.local}, anyakönyvi hivatal",
        "issued_on": (wedding.on + timedelta(days=6)).isoformat(),
        "own_name_after": f"{after} {official_name(family.applicant, family.country)[1]}",
        "spouse_name_after": f"{after} {official_name(spouse, family.country)[1]}",
    }
    yield Page("spouse", "marriage-record", record)
    yield Page(
        "spouse", "spouse-parents", {"father_name": f"{spouse.family_name} András", "mother_name": "Dénes Mária"}
    )


def _work(family: Family) -> Iterator[Page]:
    you = family.applicant
    yield Page("applicant", "occupation", {"occupation": you.occupation, "workplace": ""})
    level = "higher" if you.occupation in {"tanár", "mérnök", "programozó"} else "secondary"
    yield Page("applicant", "schooling", {"level": level, "school": "", "country": you.birthplace.country})
    at_school = family.emigrated_on is None and Trouble.NO_HUNGARIAN not in family.troubles
    yield Page("applicant", "hungarian-school", {"any": at_school})
    if at_school:
        item = {
            "school": f"{you.birthplace.hungarian}i Általános Iskola",
            "place": _place(you.birthplace),
            "since": str(you.born_on.year + 7),
            "until": str(you.born_on.year + 15),
        }
        yield Page("applicant", "hungarian-school-list", {"items": [item]})


def _ancestors(family: Family) -> Iterator[Page]:
    ends = len(family.line) - 1
    if Trouble.MISSING_LINK in family.troubles and ends > 1:
        ends -= 2
    yield Page("applicant", "parents", {"known": ["father", "mother"]})
    adopted = {"adopted": False, "on": "", "father_name": "", "mother_name": "", "by_citizen": ""}
    yield Page("applicant", "adoption", adopted)
    known = {"father", "mother"}
    for key in ("father", "mother"):
        if key not in family.line[: ends + 1]:
            yield from _ancestor(family, key, None)
            continue
        for place, on_line in enumerate(family.line[1 : ends + 1], start=1):
            parent = family.line[place + 1] if place < ends else None
            known.add(on_line)
            yield from _ancestor(family, on_line, parent, citizen=place == len(family.line) - 1)
    yield Page("applicant", "parents-marriage", _wedding_of_parents(family, "applicant"))
    others = {
        f"{side}_{role}": _name_of(family, family.people[side], role)
        for side in ("father", "mother")
        for role in ("father", "mother")
        if f"{side}s_{role}" not in known
    }
    if others:
        yield Page("applicant", "grandparents", others)
    if ends < len(family.line) - 1 or Trouble.NEVER_HUNGARIAN in family.troubles:
        never = Trouble.NEVER_HUNGARIAN in family.troubles
        reasons = "A család mindig magyarul beszélt, de iratunk erről nem maradt." if never else ""
        yield Page("applicant", "origin", {"relies": never, "reasons": reasons})


def _ancestor(family: Family, key: str, parent: str | None, *, citizen: bool = False) -> Iterator[Page]:
    """The pages of one ancestor: names, birth, citizenship; a citizen's end the line, another's lead on to ``parent``."""
    person = family.people[key]
    citizen = citizen and Trouble.NEVER_HUNGARIAN not in family.troubles
    names = {"family_name": person.family_name, "given_name": person.given.hu}
    yield Page(key, "ancestor-name", {**names, "later_name": person.married_name}, names, shared=True)
    local = person.birthplace.name_on(person.born_on)
    birth = {
        "on": person.born_on.isoformat(),
        "place": _place(person.birthplace, local),
        "country": person.birthplace.country,
    }
    yield Page(key, "ancestor-birth", birth, _describes_birth(person, local), shared=True)
    yield Page(key, "ancestor-hungarian", {"citizen": "yes" if citizen else "no"}, shared=True)
    ceded = person.birthplace.country != "HU"
    items = [{"country": person.birthplace.country}] if ceded else []
    yield Page(key, "ancestor-nationality", {"other": "listed" if items else "none", "items": items}, shared=True)
    if citizen:
        yield from _citizen(family, person)
        return
    role = parent.rsplit("s_", 1)[-1] if parent else "none"
    yield Page(key, "ancestor-parents", {"known": [role]}, shared=True)
    if parent:
        yield Page(key, "ancestor-parents-marriage", _wedding_of_parents(family, key, known=role), shared=True)


def _citizen(family: Family, person: Person) -> Iterator[Page]:
    town, left = person.birthplace, family.emigrated_on
    ceded = town.country != "HU"
    ended = (
        {"ended": "yes", "until": CESSION, "ended_by": "trianon"}
        if ceded
        else {"ended": "no", "until": "", "ended_by": ""}
    )
    yield Page(person.key, "ancestor-citizenship", {"by": "birth", "since": "", **ended}, shared=True)
    gone = left is not None and person.born_on < left and not ceded
    yield Page(
        person.key,
        "ancestor-left",
        {
            "left": "yes" if gone else "no",
            "on": left.isoformat() if gone and left else "",
            "country": family.country if gone else "",
            "lived_in": _place(town) if gone else None,
        },
        shared=True,
    )
    yield Page(person.key, "ancestor-domicile", {"known": True, "place": _place(town)}, shared=True)
    died = person.died_on.isoformat() if person.died_on else ""
    life = {"alive": "no", "on": died, "place": _place(town)}
    yield Page(person.key, "ancestor-life", life, {"died_on": died}, shared=True)


def _wedding_of_parents(family: Family, child: str, known: str = "mother") -> Data:
    """What is said of the parents' marriage; of the mother's other marriages where she is ``known``."""
    otherwise = {"mother_otherwise": "no"} if known == "mother" else {}
    parents = [parent.key for parent in family.parents_of(child)]
    wedding = family.marriage_of(*parents) if len(parents) == 2 else None
    if wedding is None:
        return {"married": "yes", "on": "", "place": None, **otherwise}
    town = family.people[wedding.wife].birthplace
    place = _place(town, town.name_on(wedding.on))
    return {"married": "yes", "on": wedding.on.isoformat(), "place": place, **otherwise}


def _name_of(family: Family, child: Person, role: str) -> str:
    key = child.father if role == "father" else child.mother
    return family.people[key].home_name if key in family.people else ""


def _children(family: Family) -> Iterator[Page]:
    yield Page("applicant", "children", {"any": bool(family.children)})
    if not family.children:
        return
    yield Page("applicant", "children-count", {"number": len(family.children)})
    for key in family.children:
        yield from _child(family, family.people[key])


def _child(family: Family, child: Person) -> Iterator[Page]:
    key, (surname, given) = child.key, official_name(child, family.country)
    names = {"family_name": surname, "given_name": given, "birth_name": "", "sex": child.sex}
    yield Page(key, "child-name", names, names)
    local = child.birthplace.name_on(child.born_on)
    birth: dict[str, object] = {"on": child.born_on.isoformat(), "place": _place(child.birthplace, local)}
    birth |= {
        "country": child.birthplace.country,
        "region": "",
        "hungarian_place": child.birthplace.names.get("hu", ""),
    }
    yield Page(key, "child-birth", birth, _describes_birth(child, local))
    yield Page(key, "child-nationalities", {"items": [{"country": family.country, "since": "", "by": "birth"}]})
    yield Page(key, "child-document", {"kind": "none", "number": "", "country": "", "expires_on": ""})
    yield Page(key, "child-other-parent", {"parent": "spouse"})
    yield Page(key, "child-parents-married", {"married": True, "paternity": ""})
    yield Page(key, "child-custody", {"holder": "both", "details": ""})
    how = "later" if Trouble.CONSENT_MISSING in family.troubles else "visit"
    yield Page(key, "child-consent", {"how": how})
    yield Page(key, "child-address", {"with_applicant": True, "address": ""})
    age = years_on(family.filed_on, child.born_on)
    if age >= 13:
        yield Page(key, "child-hungarian", {"level": "fluent"})
    if age >= 12:
        yield Page(key, "child-record", {"convicted": False, "proceedings": False, "details": ""})
    yield Page(key, "child-requested-name", _no_other_name())
    yield Page(key, "child-birth-record", _birth_record(child))


def years_on(day: date, born: date) -> int:
    """Whole years of age on ``day``."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _language(family: Family) -> Iterator[Page]:
    none = Trouble.NO_HUNGARIAN in family.troubles
    learned = ["course"] if none else ["home"] if family.emigrated_on else ["home", "school"]
    yield Page("applicant", "hungarian", {"level": "little" if none else "fluent", "learned": learned})
    yield Page("applicant", "capacity", {"capacity": "full"})
    yield Page("applicant", "cv", {"can_write": True, "reason": "", "draft": " ".join(life_of(family))})


def _record(family: Family) -> Iterator[Page]:
    convicted = Trouble.CONVICTION in family.troubles
    yield Page("applicant", "convictions", {"any": convicted})
    if convicted:
        item = {
            "country": family.country,
            "court": f"{family.applicant.birthplace.local}, 214/2023",
            "on": (family.filed_on - timedelta(days=420)).isoformat(),
            "offence": "csempészet",
            "sentence": "egy év hat hónap szabadságvesztés, felfüggesztve",
            "spent": "no",
        }
        yield Page("applicant", "conviction-list", {"items": [item]})
    accused = Trouble.PROSECUTION in family.troubles
    yield Page("applicant", "proceedings", {"hungary": accused, "abroad": False})
    if accused:
        since = (family.filed_on - timedelta(days=90)).isoformat()
        item = {
            "country": "HU",
            "authority": "Nyíregyházi Járásbíróság",
            "offence": "hamis okirat felhasználása",
            "since": since,
        }
        yield Page("applicant", "proceeding-list", {"items": [item]})
    yield Page("applicant", "earlier-applications", {"any": False})


def _registration(family: Family) -> Iterator[Page]:
    you = family.applicant
    wants = official_name(you, family.country) != (you.family_name, you.given.hu)
    wish: Data = _no_other_name()
    if wants:
        wish = {
            "wants": True,
            "family_name": you.family_name,
            "given_name": you.given.hu,
            "grounds": ["ancestor", "hungarian_form"],
            "ancestor": family.people[you.father or "applicant"].home_name,
        }
    yield Page("applicant", "requested-name", wish)
    yield Page("applicant", "birth-record", _birth_record(you))


def _no_other_name() -> Data:
    return {"wants": False, "family_name": "", "given_name": "", "grounds": [], "ancestor": ""}


def _birth_record(person: Person) -> Data:
    return {
        "registered": False,
        "number": f"{person.born_on.day * 11}/{person.born_on.year}",
        "authority": f"{person.birthplace.local}, anyakönyvi hivatal",
        "issued_on": (person.born_on + timedelta(days=9)).isoformat(),
        "given_names": person.given.hu,
        "personal_number": "",
    }
