"""Passports' data pages and identity cards with a machine-readable zone that is right, unless it was altered on purpose."""

from datetime import date
from random import Random

from applications.demo import icao
from applications.demo.names import Sex, without_accents
from applications.demo.ornaments import mark_as_specimen, rosette, signature, waves
from applications.demo.people import Family, Paper, Person, Trouble
from applications.demo.portrait import portrait
from applications.demo.sheet import Colour, Sheet

CODES = {
    "RO": "ROU", "RS": "SRB", "UA": "UKR", "SK": "SVK", "US": "USA", "CA": "CAN", "IL": "ISR", "DE": "D<<",
    "AR": "ARG", "AU": "AUS", "HU": "HUN",
}  # fmt: skip
_HEADS: dict[str, tuple[str, str, Colour]] = {
    "RO": ("ROMÂNIA · ROMANIA", "PAȘAPORT / PASSPORT", (196, 150, 178)),
    "RS": ("РЕПУБЛИКА СРБИЈА · REPUBLIC OF SERBIA", "ПАСОШ / PASSPORT", (150, 168, 206)),
    "UA": ("УКРАЇНА · UKRAINE", "ПАСПОРТ / PASSPORT", (150, 190, 206)),
    "SK": ("SLOVENSKÁ REPUBLIKA · SLOVAK REPUBLIC", "CESTOVNÝ PAS / PASSPORT", (190, 170, 140)),
    "US": ("UNITED STATES OF AMERICA", "PASSPORT / PASSEPORT", (160, 176, 200)),
    "CA": ("CANADA", "PASSPORT / PASSEPORT", (206, 160, 150)),
    "IL": ("STATE OF ISRAEL", "PASSPORT", (160, 184, 210)),
    "DE": ("BUNDESREPUBLIK DEUTSCHLAND", "REISEPASS / PASSPORT", (200, 170, 150)),
    "AR": ("REPÚBLICA ARGENTINA", "PASAPORTE / PASSPORT", (160, 196, 218)),
    "AU": ("AUSTRALIA", "PASSPORT", (160, 196, 180)),
}
_LATIN = {"RO": "ro", "RS": "sr", "SK": "sk", "UA": "uk"}
_INK: Colour = (24, 26, 34)
_PITCH = 2.54


def holder_of(family: Family, paper: Paper) -> icao.Holder:
    """Who the document says its holder is; birthday and expiry come from the paper's plan."""
    person = family.people[paper.about]
    rng = Random(f"{family.seed}/{family.number}/{paper.form}")
    surname, given = official_name(person, family.country)
    return icao.Holder(
        family_name=surname,
        given_names=given,
        number=paper.values.get("number")
        or f"{rng.choice('ABCEFGHKNPXZ')}{rng.choice('ABCEFGHKNPXZ')}{rng.randint(100000, 9999999)}"[:9],
        issuer=CODES[family.country],
        nationality=CODES[family.country],
        born_on=date.fromisoformat(paper.values["born_on"]),
        sex="M" if person.sex == "male" else "F",
        expires_on=date.fromisoformat(paper.values["expires_on"]),
        personal_number=paper.values.get("personal_number", ""),
    )


def official_name(person: Person, country: str) -> tuple[str, str]:
    """Family and given name in Latin letters, as the person's state of today writes them."""
    language = _LATIN.get(country, "en")
    if language == "uk":
        return _ukrainian_latin(person.family_name_in("uk")), _ukrainian_latin(person.given.uk)
    if country == "IL":
        return without_accents(person.family_name), person.given.en
    return person.official_name(language)


def _ukrainian_latin(text: str) -> str:
    return icao.transliterated(text).replace("<", " ").title()


def draw_passport(family: Family, paper: Paper, *, seed: int) -> Sheet:
    """The data page (125 × 88 mm) at 300 dpi."""
    holder = holder_of(family, paper)
    person = family.people[paper.about]
    head, title, colour = _HEADS[family.country]
    sheet = Sheet(125, 88, dpi=300, tint=(250, 248, 250), seed=seed)
    sheet.curves(waves(125, 88, step=1.9, swing=2.2), colour=colour, strength=0.5)
    sheet.curves(rosette(84, 34, 26, petals=9), colour=_lighter(colour), strength=0.6)
    sheet.box(0, 63.5, 125, 24.5, outline=None, fill=(250, 250, 250))
    sheet.text(44, 8, head, "sans_bold", 7.6, fill=_INK)
    sheet.text(5, 8, title, "sans_bold", 7.6, fill=_INK)
    age = family.filed_on.year - person.born_on.year
    _face(sheet, person.sex, age, seed)
    _fields(sheet, family, holder, paper, person)
    lines = icao.td3(holder)
    if paper.trouble is Trouble.PASSPORT_ALTERED:
        lines = lines[0], _altered(lines[1])
    _zone(sheet, lines, left=6.6, top=73.4)
    paper.values.update(
        mrz="\n".join(lines), number=holder.number, surname=holder.family_name, given=holder.given_names
    )
    mark_as_specimen(sheet, x=22, y=61.5, across=False)
    return sheet


def draw_id_card(family: Family, paper: Paper, *, seed: int) -> Sheet:
    """Front and back of a card (85.6 × 54 mm) on one scan, the back with a TD1 zone."""
    holder = holder_of(family, paper)
    person = family.people[paper.about]
    _, _, colour = _HEADS[family.country]
    sheet = Sheet(105, 128, dpi=300, tint=(252, 252, 250), seed=seed)
    for top in (6.0, 66.0):
        sheet.box(9.7, top, 85.6, 54, outline=(120, 120, 130), fill=_lighter(colour), radius=3.2)
    sheet.text(14, 13, _HEADS[family.country][0], "sans_bold", 7, fill=_INK, fit=76)
    sheet.place(portrait(person.sex, family.filed_on.year - person.born_on.year, seed=seed), 14, 18, 26, 34)
    rows = (
        ("Surname", holder.family_name),
        ("Given names", holder.given_names),
        ("Date of birth", f"{holder.born_on:%d.%m.%Y}"),
    )
    for number, (label, value) in enumerate((*rows, ("Date of expiry", f"{holder.expires_on:%d.%m.%Y}"))):
        sheet.text(44, 21 + number * 9, label, "sans", 5, fill=(90, 90, 100))
        sheet.text(44, 25 + number * 9, value, "sans_bold", 8, fill=_INK, fit=48)
    lines = icao.td1(holder)
    sheet.box(10.2, 98, 84.6, 21.5, outline=None, fill=(250, 250, 250), radius=2.6)
    _zone(sheet, lines, left=14.5, top=104.5)
    paper.values.update(
        mrz="\n".join(lines), number=holder.number, surname=holder.family_name, given=holder.given_names
    )
    mark_as_specimen(sheet, x=52, y=125, across=False)
    return sheet


def draw_large_card(family: Family, paper: Paper, *, seed: int) -> Sheet:
    """An identity card of the larger format (105 × 74 mm) with a TD2 zone under its fields."""
    holder = holder_of(family, paper)
    person = family.people[paper.about]
    head, _, colour = _HEADS[family.country]
    sheet = Sheet(105, 74, dpi=300, tint=_lighter(colour), seed=seed)
    sheet.curves(waves(105, 74, step=1.7, swing=1.9), colour=colour, strength=0.4)
    sheet.text(6, 8, head, "sans_bold", 7, fill=_INK, fit=92)
    sheet.place(portrait(person.sex, family.filed_on.year - person.born_on.year, seed=seed), 6, 12, 28, 36)
    rows = (
        ("Surname / Nom", holder.family_name.upper()),
        ("Given names / Prénoms", holder.given_names.upper()),
        ("Date of birth", f"{holder.born_on:%d.%m.%Y}"),
        ("Valid until", f"{holder.expires_on:%d.%m.%Y}"),
    )
    for number, (label, value) in enumerate(rows):
        sheet.text(40, 15 + number * 8.5, label, "sans", 4.8, fill=(90, 90, 100))
        sheet.text(40, 18.8 + number * 8.5, value, "sans_bold", 8, fill=_INK, fit=60)
    sheet.text(99, 15, holder.number, "sans_bold", 8, fill=_INK, anchor="rs")
    lines = icao.td2(holder)
    sheet.box(0, 52, 105, 22, outline=None, fill=(250, 250, 250))
    _zone(sheet, lines, left=6.8, top=62.5)
    paper.values.update(
        mrz="\n".join(lines), number=holder.number, surname=holder.family_name, given=holder.given_names
    )
    mark_as_specimen(sheet, x=52, y=51, across=False)
    return sheet


def _lighter(colour: Colour) -> Colour:
    red, green, blue = (part + (255 - part) * 2 // 5 for part in colour)
    return red, green, blue


def _face(sheet: Sheet, sex: Sex, age: int, seed: int) -> None:
    picture = portrait(sex, age, seed=seed)
    sheet.box(5, 14, 34, 44, outline=(150, 150, 160), line=0.15)
    sheet.place(picture, 5.2, 14.2, 33.6, 43.6)
    sheet.place(picture.convert("L").convert("RGB"), 106, 40, 11, 14)


def _fields(sheet: Sheet, family: Family, holder: icao.Holder, paper: Paper, person: Person) -> None:
    issued = paper.issued_on or family.filed_on
    number = (holder.issuer.replace("<", ""), holder.number)
    rows = (
        (("Type / Typ", "P"), ("Code", number[0]), ("Passport No.", number[1])),
        (("1 Surname / Családi név", holder.family_name.upper()),),
        (("2 Given names / Utónév", holder.given_names.upper()),),
        (("3 Nationality", number[0]), ("4 Date of birth", f"{holder.born_on:%d %m %Y}"), ("6 Sex", holder.sex)),
        (("7 Place of birth", person.birthplace.name_on(person.born_on)),),
        (("8 Date of issue", f"{issued:%d %m %Y}"), ("10 Date of expiry", f"{holder.expires_on:%d %m %Y}")),
    )
    for line, row in enumerate(rows):
        y = 14.5 + line * 7.6
        for column, (label, value) in enumerate(row):
            x = 43 + column * (24 if len(row) == 3 else 30)
            sheet.text(x, y, label, "sans", 4.6, fill=(96, 96, 110))
            sheet.text(x, y + 3.8, value, "sans_bold", 8.2, fill=_INK, fit=78 if len(row) == 1 else 23)
    signature(sheet, 84, 58.5, f"{holder.given_names} {holder.family_name}", points=10, width=30)


def _altered(line: str) -> str:
    """The second line with the last digit of the birth year changed and its check digits left as they were."""
    changed = str((int(line[14]) + 3) % 10)
    return line[:14] + changed + line[15:]


def _zone(sheet: Sheet, lines: tuple[str, ...], *, left: float, top: float) -> None:
    """Print the lines in OCR-B, ten characters to the inch."""
    for row, line in enumerate(lines):
        for column, letter in enumerate(line):
            sheet.text(left + column * _PITCH, top + row * 6.35, letter, "ocr_b", 10.6, fill=(12, 12, 14))
