"""Old papers that show whose citizen an ancestor was: citizenship and domicile certificates, the soldier's book."""

from datetime import date

from applications.demo.ornaments import mark_as_specimen, seal, signature, stamp
from applications.demo.people import Family, Paper, Person
from applications.demo.records import day_in_words
from applications.demo.sheet import Sheet

_SEPIA = (58, 44, 34)


def draw_citizenship_certificate(family: Family, paper: Paper, *, seed: int) -> Sheet:
    """An old certificate of Hungarian citizenship, written with a pen on a printed form."""
    person, day = _subject(family, paper)
    sheet = _old_sheet(210, 280, seed)
    sheet.text(105, 32, "MAGYAR KIRÁLYI BELÜGYMINISZTER", "old", 13, anchor="ms", tracking=0.4)
    number = f"{sheet.rng.randint(10000, 99999)}/{day.year}. B. M. szám"
    sheet.text(24, 46, number, "old", 10)
    sheet.text(105, 72, "ÁLLAMPOLGÁRSÁGI BIZONYÍTVÁNY", "old", 21, anchor="ms", tracking=0.5)
    sentences = (
        ("Ezennel bizonyítom, hogy", person.home_name),
        ("született", f"{person.birthplace.hungarian}, {person.birthplace.megye} vármegye"),
        ("az", day_in_words(person.born_on, "hu")),
        ("foglalkozása", person.occupation),
        ("vallása", person.religion),
    )
    _sentences(sheet, sentences, 98)
    sheet.text(24, 186, "az 1879. évi L. törvénycikk értelmében magyar állampolgár.", "old", 15)
    _close(sheet, "Budapest", day, "a miniszter rendeletéből", "Magyar Királyi Belügyminiszter", "Tolnay K.")
    paper.values.update({"name": person.home_name, "number": number, "issued_on": day.isoformat()})
    return sheet


def draw_domicile_certificate(family: Family, paper: Paper, *, seed: int) -> Sheet:
    """A commune's certificate of the right of domicile (illetőség)."""
    person, day = _subject(family, paper)
    town = person.birthplace
    sheet = _old_sheet(210, 250, seed)
    sheet.text(105, 30, f"{town.megye} vármegye · {town.hungarian}".upper(), "old", 12, anchor="ms", tracking=0.3)
    sheet.text(105, 58, "ILLETŐSÉGI BIZONYÍTVÁNY", "old", 22, anchor="ms", tracking=0.8)
    sentences = (
        ("A község elöljárósága igazolja, hogy", person.home_name),
        ("született", day_in_words(person.born_on, "hu")),
        ("foglalkozása", person.occupation),
        ("ezen község kötelékébe tartozik, illetősége:", town.hungarian),
    )
    _sentences(sheet, sentences, 84)
    _close(sheet, town.hungarian, day, "bíró – jegyző", f"{town.hungarian} község elöljárósága", "Kún Dániel")
    paper.values.update({"name": person.home_name, "place": town.hungarian, "issued_on": day.isoformat()})
    return sheet


def draw_military_record(family: Family, paper: Paper, *, seed: int) -> Sheet:
    """Two pages of a soldier's book."""
    person, day = _subject(family, paper)
    sheet = _old_sheet(220, 160, seed)
    sheet.line([(110, 6), (110, 154)], fill=(120, 100, 76), width=0.5)
    sheet.text(56, 22, "KATONAI IGAZOLVÁNYI KÖNYV", "old", 13, anchor="ms")
    sheet.text(166, 22, "M. KIR. HONVÉDSÉG", "old", 13, anchor="ms")
    left = (
        ("Név", person.home_name), ("Született", person.birthplace.hungarian), ("év, hó, nap", f"{person.born_on:%Y. %m. %d.}"),
        ("Vármegye", person.birthplace.megye), ("Illetőség", person.birthplace.hungarian), ("Vallás", person.religion),
        ("Foglalkozás", person.occupation),
    )  # fmt: skip
    right = (
        ("Besoroztatott", f"{day:%Y. %m. %d.}"), ("Csapattest", "22. honvéd gyalogezred"), ("Rendfokozat", "honvéd"),
        ("Termet", f"{sheet.rng.randint(162, 182)} cm"), ("Haj, szem", "barna, kék"), ("Hadkötelezettség", "12 év"),
    )  # fmt: skip
    for page, rows in ((10.0, left), (116.0, right)):
        for number, (label, value) in enumerate(rows):
            y = 38 + number * 13.5
            sheet.text(page + 2, y, label, "old", 9.5, fill=(80, 66, 50))
            sheet.dotted(page + 30, y + 1, 62)
            sheet.written(page + 32, y, value, points=14, fill=_SEPIA, fit=58)
    seal(
        sheet, 176, 134, "M. kir. honvéd kiegészítő parancsnokság", inside=str(day.year), diameter=30, ink=(96, 44, 110)
    )
    stamp(sheet, 56, 142, [f"KIÁLLÍTVA {day.year}"], ink=(120, 50, 50))
    paper.values.update({"name": person.home_name, "issued_on": day.isoformat()})
    mark_as_specimen(sheet)
    return sheet


def _subject(family: Family, paper: Paper) -> tuple[Person, date]:
    return family.people[paper.about], paper.issued_on or family.ancestor.born_on


def _old_sheet(width: float, height: float, seed: int) -> Sheet:
    sheet = Sheet(width, height, tint=(236, 222, 190), seed=seed)
    sheet.box(7, 7, width - 14, height - 14, outline=(104, 86, 62), line=0.4)
    sheet.box(9, 9, width - 18, height - 18, outline=(104, 86, 62), line=0.15)
    for fold in (height / 3, height * 2 / 3):
        sheet.line([(0, fold), (width, fold + 0.4)], fill=(216, 198, 160), width=0.5)
    return sheet


def _sentences(sheet: Sheet, sentences: tuple[tuple[str, str], ...], top: float) -> None:
    for number, (printed, value) in enumerate(sentences):
        y = top + number * 17
        used = sheet.text(24, y, printed, "old", 13)
        sheet.dotted(27 + used, y + 1, sheet.width - 51 - used)
        sheet.written(30 + used, y, value, points=19, fill=_SEPIA, fit=sheet.width - 56 - used)


def _close(sheet: Sheet, place: str, day: date, office: str, around: str, name: str) -> None:
    sheet.written(24, sheet.height - 66, f"Kelt {place}, {day_in_words(day, 'hu')}", points=16, fill=_SEPIA, fit=110)
    seal(sheet, 70, sheet.height - 38, around, inside=str(day.year), diameter=38, ink=(126, 36, 40))
    signature(sheet, 152, sheet.height - 44, name, points=20, ink=_SEPIA)
    sheet.text(152, sheet.height - 28, office, "old", 10, anchor="ms")
    mark_as_specimen(sheet)
