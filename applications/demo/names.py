"""Names and how six registries of the region write them: one person, several spellings, all of them right.

Own general knowledge, kept apart from the reconciler of names on purpose.
"""

import unicodedata
from dataclasses import dataclass
from typing import Literal

Sex = Literal["female", "male"]


@dataclass(frozen=True)
class GivenName:
    """A given name in the forms of Hungarian, Romanian, Serbian, Slovak, Ukrainian, Latin and English records."""

    hu: str
    ro: str
    sr: str
    sk: str
    uk: str
    la: str
    en: str

    def form(self, language: str) -> str:
        """The form of this name in ``language``; Hungarian where the registry kept it as it was."""
        return {
            "hu": self.hu, "ro": self.ro, "sr": self.sr, "sk": self.sk, "uk": self.uk, "la": self.la, "en": self.en,
        }.get(language, self.hu)  # fmt: skip


def _table(rows: str) -> tuple[GivenName, ...]:
    return tuple(GivenName(*row.split()) for row in rows.strip().splitlines())


MALE = _table("""
István Ștefan Stevan Štefan Степан Stephanus Stephen
János Ioan Jovan Ján Іван Joannes John
József Iosif Josip Jozef Йосип Josephus Joseph
Sándor Alexandru Aleksandar Alexander Олександр Alexander Alexander
László Ladislau Ladislav Ladislav Ласло Ladislaus Laszlo
Ferenc Francisc Franja František Франц Franciscus Frank
Mihály Mihai Mihajlo Michal Михайло Michael Michael
György Gheorghe Đorđe Juraj Юрій Georgius George
Imre Emeric Imre Imrich Імре Emericus Emery
Béla Adalbert Vojislav Vojtech Бейла Adalbertus Bela
Lajos Ludovic Ljudevit Ľudovít Людвиг Ludovicus Louis
Károly Carol Karlo Karol Карло Carolus Charles
Pál Paul Pavle Pavol Павло Paulus Paul
Péter Petru Petar Peter Петро Petrus Peter
Gábor Gavril Gavrilo Gabriel Гавриїл Gabriel Gabriel
Miklós Nicolae Nikola Mikuláš Микола Nicolaus Nicholas
András Andrei Andrija Andrej Андрій Andreas Andrew
Antal Anton Antun Anton Антон Antonius Anthony
Zoltán Zoltan Zoltan Zoltán Золтан Zoltanus Zoltan
Attila Attila Atila Atila Аттіла Attila Attila
""")
FEMALE = _table("""
Mária Maria Marija Mária Марія Maria Mary
Ilona Elena Jelena Ilona Ілона Helena Helen
Erzsébet Elisabeta Jelisaveta Alžbeta Єлизавета Elisabetha Elizabeth
Katalin Ecaterina Katarina Katarína Катерина Catharina Catherine
Anna Ana Ana Anna Анна Anna Anna
Margit Margareta Margita Margita Маргарита Margaretha Margaret
Julianna Iuliana Julijana Juliana Юліанна Juliana Juliana
Rozália Rozalia Rozalija Rozália Розалія Rosalia Rosalie
Terézia Terezia Terezija Terézia Терезія Theresia Theresa
Zsuzsanna Suzana Suzana Zuzana Сусанна Susanna Susan
Eszter Estera Ester Ester Естер Esther Esther
Borbála Varvara Varvara Barbora Варвара Barbara Barbara
Ágnes Agnes Agneza Agnesa Агнеса Agnes Agnes
Éva Eva Eva Eva Єва Eva Eve
Magdolna Magdalena Magdalena Magdaléna Магдалина Magdalena Magdalene
Emma Ema Ema Ema Емма Emma Emma
Gizella Gizela Gizela Gizela Гізела Gisela Gisella
Klára Clara Klara Klára Клара Clara Clara
Ibolya Viorica Ljubica Viola Іболя Viola Violet
Piroska Prisca Piroška Piroška Пірошка Prisca Piroska
""")
FAMILY_NAMES = (
    "Szabó", "Kovács", "Nagy", "Tóth", "Varga", "Horváth", "Kiss", "Molnár", "Németh", "Balogh", "Farkas",
    "Lakatos", "Papp", "Juhász", "Takács", "Mészáros", "Simon", "Fekete", "Szűcs", "Lőrincz", "Székely",
    "Csíki", "Gál", "Bíró", "Fazekas", "Kerekes", "Demeter", "Bartha", "Bodor", "Péter", "Szőke", "Orbán",
    "Sipos", "Vörös", "Kocsis", "Gergely", "Ambrus", "Incze", "Jakab", "Kádár", "Sebestyén", "Veress", "Zsigmond",
)  # fmt: skip

_TO_SERBIAN = (
    ("dzs", "dž"), ("sz", "s"), ("zs", "ž"), ("cs", "č"), ("cz", "c"), ("gy", "đ"), ("ny", "nj"), ("ty", "ć"),
    ("ly", "j"), ("th", "t"), ("gh", "g"), ("ss", "š"), ("s", "š"),
)  # fmt: skip
_TO_UKRAINIAN = (
    ("dzs", "дж"), ("sz", "с"), ("zs", "ж"), ("cs", "ч"), ("cz", "ц"), ("gy", "дь"), ("ny", "нь"), ("ty", "ть"),
    ("ly", "й"), ("th", "т"), ("gh", "г"), ("ss", "ш"), ("já", "я"), ("ja", "я"), ("ju", "ю"), ("jó", "йо"),
    ("á", "а"), ("é", "е"), ("í", "і"), ("ó", "о"), ("ö", "е"), ("ő", "е"), ("ú", "у"), ("ü", "ю"), ("ű", "ю"),
    ("a", "а"), ("b", "б"), ("c", "ц"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "г"), ("i", "і"),
    ("j", "й"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "ш"),
    ("t", "т"), ("u", "у"), ("v", "в"), ("z", "з"),
)  # fmt: skip
_KNOWN = {("Tóth", "uk"): "Товт", ("Nagy", "uk"): "Надь", ("Papp", "sr"): "Pap", ("Papp", "uk"): "Пап"}
_SERBIAN_CYRILLIC = (
    ("lj", "љ"), ("nj", "њ"), ("dž", "џ"), ("a", "а"), ("b", "б"), ("c", "ц"), ("č", "ч"), ("ć", "ћ"), ("d", "д"),
    ("đ", "ђ"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"), ("j", "ј"), ("k", "к"), ("l", "л"),
    ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("š", "ш"), ("t", "т"), ("u", "у"),
    ("v", "в"), ("z", "з"), ("ž", "ж"),
)  # fmt: skip


def family_name(hungarian: str, language: str, sex: Sex = "male") -> str:
    """How a registry of ``language`` writes a Hungarian family name (a Slovak one adds the feminine ending)."""
    known = _KNOWN.get((hungarian, language))
    if known:
        return known
    match language:
        case "ro" | "en" | "la":
            return without_accents(hungarian)
        case "sr":
            return without_accents(_spelt(hungarian, _TO_SERBIAN), keep="čćđšžČĆĐŠŽ")
        case "uk":
            return _spelt(hungarian, _TO_UKRAINIAN)
        case "sk" if sex == "female":
            return f"{hungarian}ová"
        case _:
            return hungarian


def serbian_cyrillic(latin: str) -> str:
    """Serbian Latin text in Cyrillic letters."""
    return " ".join(_spelt(word, _SERBIAN_CYRILLIC) for word in latin.split(" "))


def without_accents(text: str, *, keep: str = "") -> str:
    """``text`` with diacritics dropped, except from the letters in ``keep``."""
    return "".join(
        letter if letter in keep else unicodedata.normalize("NFD", letter)[0] if letter.isalpha() else letter
        for letter in text
    )


def _spelt(word: str, table: tuple[tuple[str, str], ...]) -> str:
    rest, spelt = word.lower(), ""
    while rest:
        for written, read in table:
            if rest.startswith(written):
                spelt, rest = spelt + read, rest[len(written) :]
                break
        else:
            spelt, rest = spelt + rest[0], rest[1:]
    return spelt[:1].upper() + spelt[1:] if word[:1].isupper() else spelt
