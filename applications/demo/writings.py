"""Papers written for the case: the handwritten curriculum vitae, the translation, the other parent's consent."""

from applications.demo.ornaments import frame, mark_as_specimen, seal, signature, stamp
from applications.demo.people import Family, Paper
from applications.demo.portrait import portrait
from applications.demo.records import day_in_words
from applications.demo.sheet import BLUE_INK, Sheet


def life_of(family: Family) -> list[str]:
    """The curriculum vitae of the applicant in Hungarian, as sentences."""
    person = family.applicant
    father, mother = (family.people[key] for key in (person.father or "applicant", person.mother or "applicant"))
    born = day_in_words(person.born_on, "hu").replace(" évi ", ". ").replace(".. ", ". ").replace(" hó ", " ")
    school = person.born_on.year + 18
    sentences = [
        f"{person.home_name} vagyok, {born} születtem, {person.birthplace.hungarian} városában.",
        f"Édesapám {father.home_name} {father.occupation}, édesanyám {mother.home_name} {mother.occupation}.",
        "A családban mindig magyarul beszéltünk, a nagyszüleim is ezen a nyelven tanítottak imádkozni és olvasni.",
        f"Az általános iskolát {person.birthplace.hungarian} településen végeztem, {school} nyarán érettségiztem.",
        f"Azóta dolgozom, a foglalkozásom jelenleg {person.occupation}.",
    ]
    if family.spouse:
        spouse = family.people[family.spouse]
        sentences.append(f"Házas vagyok, a házastársam {spouse.home_name}.")
    if family.children:
        names = " és ".join(family.people[key].given.hu for key in family.children)
        sentences.append(f"Gyermekeink neve {names}, velük is magyarul beszélünk.")
    if family.emigrated_on:
        sentences.append(f"A családom {family.emigrated_on.year} folyamán hagyta el a szülőföldjét.")
    sentences.append(f"A magyar állampolgárságot felmenőm, {family.ancestor.home_name} jogán kérem.")
    sentences.append("Szeretem az irodalmat és a népzenét, szabadidőmben kertészkedem, és az ünnepeket együtt tartjuk.")
    return sentences


def draw_cv(family: Family, paper: Paper, *, seed: int) -> Sheet:
    """A lined sheet with the life in the applicant's own hand."""
    sheet = Sheet(210, 297, tint=(253, 252, 248), seed=seed)
    for number in range(27):
        sheet.line([(8, 34 + number * 9.2), (202, 34 + number * 9.2)], fill=(176, 200, 226), width=0.16)
    sheet.line([(26, 6), (26, 291)], fill=(232, 168, 168), width=0.2)
    sheet.written(84, 24, "Önéletrajz", face="hand", points=26)
    line = 1
    for text in _wrapped(" ".join(life_of(family)), 66):
        sheet.written(30 + sheet.rng.uniform(-0.8, 0.8), 32.6 + line * 9.2, text, face="hand", points=18, fit=172)
        line += 1
    place = family.applicant.birthplace.hungarian
    sheet.written(30, 32.6 + (line + 2) * 9.2, f"{place}, {family.filed_on:%Y. %m. %d.}", face="hand", points=18)
    signature(sheet, 150, 32 + (line + 3) * 9.2, family.applicant.home_name, points=22)
    paper.values["text"] = " ".join(life_of(family))
    mark_as_specimen(sheet)
    return sheet


def draw_translation(family: Family, paper: Paper, *, seed: int) -> Sheet:
    """A certified translation of the birth record, typed, with the translator's seal."""
    person = family.people[paper.about]
    sheet = Sheet(210, 297, tint=(253, 253, 251), seed=seed)
    frame(sheet, 9, colour=(90, 90, 96), ornate=False)
    sheet.text(105, 30, "HITELES FORDÍTÁS", "serif_bold", 20, anchor="ms", tracking=1)
    sheet.text(105, 38, "Születési anyakönyvi kivonat", "serif", 12, anchor="ms")
    rows = [
        ("Családi név", person.family_name), ("Utónév", person.given.hu), ("Születési idő", day_in_words(person.born_on, "hu")),
        ("Születési hely", person.birthplace.hungarian), ("Neme", "férfi" if person.sex == "male" else "nő"),
    ]  # fmt: skip
    for role, key in (("Az apa neve", person.father), ("Az anya neve", person.mother)):
        if key:
            rows.append((role, family.people[key].home_name))
    for number, (label, value) in enumerate(rows):
        y = 58 + number * 12
        sheet.written(24, y, f"{label}:", face="typewriter", points=11.5, fill=(30, 30, 34))
        sheet.written(84, y, value, face="typewriter", points=11.5, fill=(30, 30, 34))
    closing = "Igazolom, hogy a fordítás az elém tett idegen nyelvű okirat tartalmával mindenben megegyezik."
    for number, text in enumerate(_wrapped(closing, 62)):
        sheet.written(24, 170 + number * 8, text, face="typewriter", points=11.5, fill=(30, 30, 34))
    sheet.written(24, 200, day_in_words(paper.issued_on or family.filed_on, "hu"), face="typewriter", points=11.5)
    seal(sheet, 74, 236, "Hiteles fordító · Specimen", inside="HU", diameter=36)
    signature(sheet, 146, 238, "Dr. Kelemen Zsófia")
    paper.values.update({"name": person.home_name, "born_on": person.born_on.isoformat()})
    mark_as_specimen(sheet)
    return sheet


def draw_consent(family: Family, paper: Paper, *, seed: int) -> Sheet:
    """The consent of a child's other parent, authenticated by a notary."""
    child, parent = family.people[paper.about], family.people[paper.other or "spouse"]
    sheet = Sheet(210, 297, tint=(253, 253, 250), seed=seed)
    sheet.text(105, 34, "HOZZÁJÁRULÓ NYILATKOZAT", "serif_bold", 18, anchor="ms", tracking=0.6)
    text = (
        f"Alulírott {parent.home_name} (született {parent.birthplace.hungarian}, {day_in_words(parent.born_on, 'hu')}) hozzájárulok, "
        f"hogy kiskorú gyermekem, {child.home_name} (született {child.birthplace.hungarian}, {day_in_words(child.born_on, 'hu')}) "
        "magyar állampolgárságot kérelmezzen és szerezzen. Nyilatkozatomat önként, befolyástól mentesen teszem."
    )
    for number, line in enumerate(_wrapped(text, 78)):
        sheet.text(24, 62 + number * 9, line, "serif", 13)
    sheet.text(24, 140, f"{parent.birthplace.hungarian}, {paper.issued_on or family.filed_on:%Y. %m. %d.}", "serif", 13)
    signature(sheet, 150, 164, parent.home_name, points=20, ink=BLUE_INK)
    sheet.dotted(120, 172, 62)
    sheet.text(151, 178, "a szülő aláírása", "serif", 10, anchor="ms")
    stamp(sheet, 70, 210, ["AZ ALÁÍRÁST HITELESÍTEM", "közjegyző · notary"], ink=(60, 60, 130))
    seal(sheet, 140, 226, "Közjegyző · Notar Public", inside="HITELES", ink=(70, 50, 140))
    paper.values.update({"child": child.home_name, "parent": parent.home_name})
    mark_as_specimen(sheet)
    return sheet


def draw_photo(family: Family, paper: Paper, *, seed: int) -> Sheet:
    """The portrait by itself, 35 × 45 mm at 600 dpi."""
    person = family.people[paper.about]
    sheet = Sheet(35, 45, dpi=600, seed=seed)
    sheet.place(portrait(person.sex, family.filed_on.year - person.born_on.year, seed=seed), 0, 0, 35, 45)
    sheet.text(17.5, 44.2, "MINTA · SPECIMEN", "sans", 3.6, fill=(210, 190, 190), anchor="ms")
    return sheet


def _wrapped(text: str, letters: int) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) + 1 > letters:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]
