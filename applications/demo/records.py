"""What a civil or church record says about an invented person, in the words and letters of its registry."""

from datetime import date
from random import Random

from applications.demo.names import FEMALE, MALE, serbian_cyrillic
from applications.demo.people import LANGUAGE, Family, Marriage, Paper, Person
from applications.demo.places import COUNTIES_OF_ROMANIA, State, Town

MONTHS = {
    "hu": "január február március április május június július augusztus szeptember október november december",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "sr": "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "la": "Januarii Februarii Martii Aprilis Maii Junii Julii Augusti Septembris Octobris Novembris Decembris",
}
_PATTERNS = {
    "hu": "{year}. évi {month} hó {day}. napján",
    "en": "{month} {day}, {year}",
    "es": "{day} de {month} de {year}",
    "uk": "{day} {month} {year} року",
    "la": "die {day} mensis {month} anni {year}",
    "de": "{day}. {month} {year}",
    "sk": "{day}. {month} {year}",
    "sr": "{day:02}.{figure:02}.{year}.",
}
_LATIN_FAITH = {
    "római katolikus": "rom. cath.", "református": "helv. conf.", "unitárius": "unitar.", "evangélikus": "aug. conf.",
    "görögkatolikus": "gr. cath.", "izraelita": "isr.",
}  # fmt: skip
_CNP_WEIGHTS = (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)


def day_in_words(day: date, language: str) -> str:
    """A date as records of ``language`` write it."""
    month = MONTHS[language].split()[day.month - 1]
    pattern = _PATTERNS.get(language, "{day:02} {month} {year}")
    return pattern.format(day=day.day, month=month, figure=day.month, year=day.year)


def short_day(day: date) -> str:
    """A date in figures, day first."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def state_of_record(paper: Paper, family: Family) -> State:
    """The state whose officials kept the register a paper was copied from."""
    if paper.form.startswith("marriage"):
        wedding = family.marriage_of(paper.about, paper.other)
        if wedding:
            return family.people[wedding.wife].birthplace.state_on(wedding.on)
    return family.people[paper.about].state_at_birth


def values_of_birth(family: Family, paper: Paper, language: str) -> dict[str, str]:
    """The fields of a birth or baptism record."""
    script, language = language, language.replace("sh", "sr")
    person = family.people[paper.about]
    rng = _chance(family, paper)
    values = _of_person("", person, language)
    values.update(_of_entry(person.born_on, person.birthplace, language, rng))
    if registered := paper.values.get("entered_on"):
        early = date.fromisoformat(registered)
        values.update(
            born=day_in_words(early, language), registered_on=day_in_words(early, language), year=str(early.year)
        )
    for role in ("father", "mother"):
        parent = next((p for p in family.parents_of(person.key) if p.key == getattr(person, role)), None)
        if parent is None:
            parent = _outsider(person, role, rng)
        values.update(_of_person(f"{role}_", parent, language))
    values["personal_number"] = personal_number(person, rng)
    values["issued_on"] = day_in_words(paper.issued_on or person.born_on, language)
    return _in_script(values, script)


def values_of_marriage(family: Family, paper: Paper, language: str) -> dict[str, str]:
    """The fields of a marriage record."""
    wedding = family.marriage_of(paper.about, paper.other)
    if wedding is None:
        raise ValueError(f"no marriage of {paper.about} and {paper.other}")
    script, language = language, language.replace("sh", "sr")
    rng = _chance(family, paper)
    town = family.people[wedding.wife].birthplace
    values = _of_entry(wedding.on, town, language, rng)
    values["married"] = day_in_words(wedding.on, language)
    values.update(_of_person("husband_", family.people[wedding.husband], language))
    values.update(_of_person("wife_", family.people[wedding.wife], language))
    values["name_after"] = _name_after(family, wedding, language)
    values["issued_on"] = day_in_words(paper.issued_on or wedding.on, language)
    return _in_script(values, script)


def personal_number(person: Person, rng: Random) -> str:
    """A Romanian personal number with its right control digit; elsewhere a number of the same length."""
    century = (1 if person.born_on.year < 2000 else 5) + (0 if person.sex == "male" else 1)
    body = f"{century}{person.born_on:%y%m%d}{rng.randint(1, 46):02}{rng.randint(1, 999):03}"
    rest = sum(int(digit) * weight for digit, weight in zip(body, _CNP_WEIGHTS, strict=True)) % 11
    return body + str(1 if rest == 10 else rest)


def language_of(state: State) -> str:
    """The language of a state's registrars."""
    return LANGUAGE[state]


def _chance(family: Family, paper: Paper) -> Random:
    return Random(f"{family.seed}/{family.number}/{paper.form}/{paper.about}")


def _of_person(prefix: str, person: Person, language: str) -> dict[str, str]:
    surname, given = person.official_name(language)
    if language in {"la", "de", "es"}:
        surname = person.family_name
    return {
        f"{prefix}surname": surname,
        f"{prefix}given": given,
        f"{prefix}name": f"{surname} {given}" if language in {"hu", "ro", "sk", "uk"} else f"{given} {surname}",
        f"{prefix}born": day_in_words(person.born_on, language),
        f"{prefix}born_short": short_day(person.born_on),
        f"{prefix}birthplace": _town_in(person.birthplace, person.born_on, language),
        f"{prefix}faith": _LATIN_FAITH.get(person.religion, person.religion) if language == "la" else person.religion,
        f"{prefix}trade": person.occupation,
        f"{prefix}sex": _SEX[language][0 if person.sex == "male" else 1],
    }


_SEX = {
    "hu": ("fiú", "leány"), "ro": ("masculin", "feminin"), "sr": ("muški", "ženski"), "sk": ("mužské", "ženské"),
    "uk": ("чоловіча", "жіноча"), "en": ("Male", "Female"), "de": ("männlich", "weiblich"),
    "es": ("varón", "mujer"), "la": ("masc.", "foem."),
}  # fmt: skip


def _town_in(town: Town, day: date, language: str) -> str:
    if language == "hu" and town.state_on(day) != "HU" and town.names.get("hu"):
        return town.names["hu"]
    if language == "uk" and "uk" in town.names:
        return town.names["uk"]
    return town.name_on(day)


def _of_entry(day: date, town: Town, language: str, rng: Random) -> dict[str, str]:
    registered = date.fromordinal(day.toordinal() + rng.randint(1, 5))
    place = _town_in(town, day, language)
    values = {
        "place": place,
        "county": _county(town, day, language),
        "number": str(rng.randint(3, 480)),
        "year": str(registered.year),
        "page": str(rng.randint(2, 199)),
        "volume": rng.choice(("I", "II", "III", "IV", "V")),
        "registered_on": day_in_words(registered, language),
        "serial": f"{rng.choice('ABCDEGHKN')}{rng.choice('ABCDXZ')} {rng.randint(100000, 999999)}",
    }
    values["entry"] = f"{values['number']} / {values['year']}"
    return values


def _county(town: Town, day: date, language: str) -> str:
    if language in {"hu", "la"}:
        return f"{town.megye} vármegye" if language == "hu" else f"Comitatus {town.megye}"
    if language == "ro":
        return COUNTIES_OF_ROMANIA.get(town.area[3:], "")
    if language == "sr":
        return "AP Vojvodina"
    if language == "uk":
        return "Закарпатська область"
    return town.name_on(day)


def _outsider(person: Person, role: str, rng: Random) -> Person:
    """A parent beyond the family's knowledge: a record always names the parents."""
    from_line = person.family_name if role == "father" else rng.choice(("Bakó", "Dénes", "Fodor", "Hajdú", "Kelemen"))
    names = MALE if role == "father" else FEMALE
    given = names[rng.randrange(len(names))]
    twenty_six = date(person.born_on.year - 26, 5, 11)
    return Person(
        f"{person.key}s_{role}", "male" if role == "father" else "female", from_line, given, twenty_six, person.town
    )


def _name_after(family: Family, wedding: Marriage, language: str) -> str:
    husband = family.people[wedding.husband]
    if language == "hu":
        return family.people[wedding.wife].married_name
    if language == "sk":
        return f"{husband.family_name} / {husband.family_name}ová"
    return husband.family_name_in(language)


def _in_script(values: dict[str, str], language: str) -> dict[str, str]:
    """Serbian values in Cyrillic, unless the form asked for Latin letters ('sh')."""
    if language != "sr":
        return values
    return {
        key: value if key in {"serial", "entry", "volume"} else serbian_cyrillic(value) for key, value in values.items()
    }
