# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Certificates drawn for tests: a title, labels on the left, values on the right; in the languages papers come in."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from applications.documents.text_data import data_folder, installed

FONTS = Path(__file__).parents[2] / "applications" / "correspondence" / "fonts"
TESSDATA = data_folder()
LANGUAGES = installed(TESSDATA)


def drawn(title: str, *rows: str, width: int = 1654, height: int = 2339) -> Image.Image:
    """A4 at 200 dpi. A row is `label | value`, or a heading, or text above the title where it begins with `^`."""
    picture = Image.new("RGB", (width, height), (247, 244, 236))
    draw = ImageDraw.Draw(picture)
    y = 130
    for text in [row[1:] for row in rows if row.startswith("^")]:
        draw.text((width // 2, y), text, font=_font("Regular", 30), fill=(30, 30, 40), anchor="ma")
        y += 55
    y += 40
    for text in title.splitlines():
        draw.text((width // 2, y), text, font=_font("Bold", 52), fill=(30, 30, 40), anchor="ma")
        y += 85
    y += 60
    for row in [row for row in rows if not row.startswith("^")]:
        label, _, value = row.partition(" | ")
        draw.text((140, y), label, font=_font("Regular" if value else "Bold", 29), fill=(60, 60, 70))
        draw.text((800, y - 4), value, font=_font("Regular", 34), fill=(10, 10, 20))
        y += 72
    return picture


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"NotoSans-{weight}.ttf", size)


ROMANIAN = (
    "CERTIFICAT DE NAȘTERE", "^ROMÂNIA", "Seria | NB Nr. 123456", "COPILUL", "Numele de familie | POPESCU", "Prenumele | ANA",
    "Data nașterii | Anul 1931 Luna mai Ziua 04", "Locul nașterii | Târgu Secuiesc", "TATĂL", "Numele de familie | POPESCU",
    "Prenumele | IOAN", "MAMA", "Numele de familie | IONESCU", "Prenumele | MARIA", "Data eliberării | 12.03.1968",
)  # fmt: skip
SERBIAN = (
    "ИЗВОД\nИЗ МАТИЧНЕ КЊИГЕ РОЂЕНИХ", "^РЕПУБЛИКА СРБИЈА", "Текући број | 154", "Име и презиме | Ана Сабо", "Пол | женски",
    "Дан, месец и година рођења | 12. март 1931. године", "Место рођења | Суботица", "Име и презиме оца | Иштван Сабо",
    "Име и презиме мајке | Розалија Ковач", "У Суботици, дана 14.05.2010. године",
)  # fmt: skip
SERBIAN_LATIN = (
    "IZVOD IZ MATIČNE KNJIGE\nVENČANIH", "^REPUBLIKA SRBIJA", "Tekući broj | 27", "Datum zaključenja braka | 14. jun 1952. godine",
    "Mesto zaključenja braka | Senta", "Ime i prezime mladoženje | Petar Nađ", "Ime i prezime neveste | Ilona Tot",
)  # fmt: skip
HUNGARIAN = (
    "HÁZASSÁGI ANYAKÖNYVI KIVONAT", "^MAGYAR KÖZTÁRSASÁG", "Folyószám | 45/1952", "Házasságkötés helye | Makó",
    "Házasságkötés ideje | 1952. június 14.", "Férj neve | Nagy Péter", "Feleség neve | Tóth Ilona", "Kelt: Makó, 1999. május 3.",
)  # fmt: skip
SLOVAK = (
    "RODNÝ LIST", "^SLOVENSKÁ REPUBLIKA", "Meno a priezvisko | Ľudovít Horváth", "Dátum narodenia | 12. marca 1931",
    "Miesto narodenia | Dunajská Streda", "Meno a priezvisko otca | Ján Horváth", "Meno a priezvisko matky | Mária Nagyová",
)  # fmt: skip
UKRAINIAN = (
    "СВІДОЦТВО\nПРО НАРОДЖЕННЯ", "^УКРАЇНА", "Прізвище | Сабо", "Ім'я | Ганна", "По батькові | Степанівна",
    "народилася | 12 березня 1931 року", "Місце народження | Берегове", "Дата видачі | 05 травня 1998 року",
)  # fmt: skip
GERMAN = (
    "Sterbeurkunde", "^Standesamt Wien", "Familienname | Müller", "Vornamen | Georg", "Geburtsdatum | 12. März 1931",
    "Geburtsort | Ödenburg", "Todestag | 3. Juni 1970", "Sterbeort | Wien",
)  # fmt: skip
LATIN = (
    "TESTIMONIUM BAPTISMALE", "^Ecclesia Romano-Catholica", "Nomen baptisati | Stephanus", "Dies nativitatis | die 4 Maii 1847",
    "Pater | Joannes Kiss", "Mater | Rosalia Nagy", "Patrini | Georgius Balog",
)  # fmt: skip
ENGLISH = (
    "CERTIFICATE OF BIRTH", "^State of Ohio", "Full name of child | Anna Szabo", "Date of birth | May 4, 1931",
    "Place of birth | Cleveland", "Name of father | Stephen Szabo", "Maiden name of mother | Rose Kovacs",
)  # fmt: skip
