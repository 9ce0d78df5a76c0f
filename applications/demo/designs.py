"""The printed forms of the registries, as a table: size, colours, headings, labels, and how their fields were filled.

They resemble the papers of their country and time closely enough to be read like them; no coat of arms and
no real form number is on any of them.
"""

from dataclasses import dataclass

from applications.demo.sheet import Colour

Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Design:
    """One printed form. ``rows`` pairs a printed label with the name of a value; ``fill`` is 'pen', 'hand', 'typewriter'
    or 'print'; ``layout`` 'lines' (dotted lines) or 'table' (ruled cells); ``around`` stands on the seal.
    """

    language: str
    record: str
    headings: tuple[tuple[str, float], ...]
    rows: Rows
    around: str
    width: float = 210
    height: float = 148
    tint: Colour = (250, 247, 238)
    ground: Colour | None = (196, 208, 190)
    rosette: Colour | None = None
    frame: Colour | None = (88, 110, 96)
    printed: str = "serif"
    fill: str = "typewriter"
    ink: Colour = (26, 28, 46)
    layout: str = "lines"
    seal_ink: Colour = (46, 58, 150)
    official: str = ""
    closing: str = ""
    serial: bool = True


_HU_BIRTH: Rows = (
    ("Folyószám és évfolyam", "entry"), ("A születés helye", "place"), ("A születés ideje (év, hó, nap)", "born"),
    ("A gyermek családi és utóneve", "name"), ("A gyermek neme", "sex"),
    ("Az apa családi és utóneve", "father_name"), ("Az apa állása (foglalkozása)", "father_trade"),
    ("Az anya családi és utóneve", "mother_name"), ("Az anya születési helye", "mother_birthplace"),
    ("A bejegyzés kelte", "registered_on"),
)  # fmt: skip
_HU_MARRIAGE: Rows = (
    ("Folyószám", "entry"), ("A házasságkötés helye", "place"), ("A házasságkötés ideje", "married"),
    ("A vőlegény családi és utóneve", "husband_name"), ("A vőlegény születési ideje", "husband_born"),
    ("Állása (foglalkozása)", "husband_trade"), ("A menyasszony családi és utóneve", "wife_name"),
    ("A menyasszony születési ideje", "wife_born"), ("A menyasszony vallása", "wife_faith"),
)  # fmt: skip
_RO_BIRTH: Rows = (
    ("Codul numeric personal", "personal_number"), ("Numele de familie", "surname"), ("Prenumele", "given"),
    ("Sexul", "sex"), ("Data nașterii (anul, luna, ziua)", "born"), ("Locul nașterii: localitatea", "place"),
    ("Județul", "county"), ("Tatăl: numele și prenumele", "father_name"), ("Mama: numele și prenumele", "mother_name"),
    ("Trecut în registrul stării civile la nr.", "entry"),
)  # fmt: skip
_RO_MARRIAGE: Rows = (
    ("Soțul: numele și prenumele", "husband_name"), ("Data nașterii", "husband_born"), ("Locul nașterii", "husband_birthplace"),
    ("Soția: numele și prenumele", "wife_name"), ("Data nașterii", "wife_born"), ("Locul nașterii", "wife_birthplace"),
    ("Data căsătoriei", "married"), ("Locul căsătoriei", "place"), ("Numele de familie după căsătorie", "name_after"),
    ("Registrul stării civile nr.", "entry"),
)  # fmt: skip
_SR_BIRTH: Rows = (
    ("Презиме", "surname"), ("Име", "given"), ("Пол", "sex"), ("Дан, месец и година рођења", "born"),
    ("Место и општина рођења", "place"), ("Име и презиме оца", "father_name"), ("Датум рођења оца", "father_born"),
    ("Име и презиме мајке", "mother_name"), ("Датум рођења мајке", "mother_born"), ("Текући број уписа и година", "entry"),
)  # fmt: skip
_SR_MARRIAGE: Rows = (
    ("Дан, месец и година закључења брака", "married"), ("Место закључења брака", "place"),
    ("Име и презиме женика", "husband_name"), ("Датум рођења женика", "husband_born"),
    ("Место рођења женика", "husband_birthplace"), ("Име и презиме невесте", "wife_name"),
    ("Датум рођења невесте", "wife_born"), ("Место рођења невесте", "wife_birthplace"),
    ("Презиме после закључења брака", "name_after"), ("Текући број уписа и година", "entry"),
)  # fmt: skip
_YU_BIRTH: Rows = tuple(
    zip(
        ("Prezime – Családi név", "Ime – Utónév", "Pol – Nem", "Dan, mesec i godina rođenja – Születés ideje",
         "Mesto i opština – Születés helye", "Ime i prezime oca – Az apa neve", "Ime i prezime majke – Az anya neve",
         "Tekući broj i godina – Folyószám és év"),
        ("surname", "given", "sex", "born", "place", "father_name", "mother_name", "entry"),
        strict=True,
    )
)  # fmt: skip
_YU_MARRIAGE: Rows = (
    ("Dan, mesec i godina – A házasságkötés ideje", "married"), ("Mesto – A házasságkötés helye", "place"),
    ("Ženik – A vőlegény neve", "husband_name"), ("rođen – születési ideje", "husband_born"),
    ("mesto rođenja – születési helye", "husband_birthplace"), ("Nevesta – A menyasszony neve", "wife_name"),
    ("rođena – születési ideje", "wife_born"), ("mesto rođenja – születési helye", "wife_birthplace"),
    ("Prezime – Családi név", "name_after"), ("Tekući broj i godina – Folyószám és év", "entry"),
)  # fmt: skip
_SK_BIRTH: Rows = (
    ("Deň, mesiac a rok narodenia", "born"), ("Miesto narodenia", "place"), ("Meno a priezvisko dieťaťa", "name"),
    ("Pohlavie", "sex"), ("Otec: meno a priezvisko", "father_name"), ("dátum narodenia", "father_born"),
    ("Matka: meno a priezvisko", "mother_name"), ("dátum narodenia", "mother_born"),
    ("Zápis v knihe narodení, ročník, číslo", "entry"),
)  # fmt: skip
_SK_MARRIAGE: Rows = (
    ("Deň, mesiac a rok uzavretia manželstva", "married"), ("Miesto uzavretia manželstva", "place"),
    ("Muž: meno a priezvisko", "husband_name"), ("dátum narodenia", "husband_born"),
    ("Žena: meno a priezvisko", "wife_name"), ("dátum narodenia", "wife_born"),
    ("Spoločné priezvisko", "name_after"), ("Zápis v knihe manželstiev, číslo", "entry"),
)  # fmt: skip
_UA_BIRTH: Rows = (
    ("Прізвище", "surname"), ("Власне ім’я", "given"), ("Дата народження", "born"), ("Місце народження", "place"),
    ("область", "county"), ("Батько", "father_name"), ("Мати", "mother_name"), ("Актовий запис № / рік", "entry"),
    ("Дата видачі", "issued_on"),
)  # fmt: skip
_SU_BIRTH: Rows = (
    ("Громадянин(ка) – Гражданин(ка)", "name"), ("народився(лась) – родился(лась)", "born"),
    ("місце народження – место рождения", "place"), ("область – область", "county"),
    ("Батько – Отец", "father_name"), ("Мати – Мать", "mother_name"), ("запис акта № – запись акта №", "entry"),
    ("Дата видачі – Дата выдачи", "issued_on"),
)  # fmt: skip
_UA_MARRIAGE: Rows = (
    ("Громадянин", "husband_name"), ("дата народження", "husband_born"), ("місце народження", "husband_birthplace"),
    ("і громадянка", "wife_name"), ("дата народження", "wife_born"), ("місце народження", "wife_birthplace"),
    ("уклали шлюб", "married"), ("Прізвище після одруження", "name_after"), ("актовий запис № / рік", "entry"),
)  # fmt: skip
_EN_BIRTH: Rows = (
    ("Full name of child", "name"), ("Date of birth", "born"), ("Sex", "sex"), ("Place of birth", "place"),
    ("Father’s full name", "father_name"), ("Father’s birthplace", "father_birthplace"),
    ("Mother’s maiden name", "mother_name"), ("Mother’s birthplace", "mother_birthplace"),
    ("Registration No.", "entry"), ("Date filed", "registered_on"),
)  # fmt: skip
_EN_MARRIAGE: Rows = (
    ("Groom", "husband_name"), ("Date of birth", "husband_born"), ("Birthplace", "husband_birthplace"),
    ("Bride", "wife_name"), ("Date of birth", "wife_born"), ("Birthplace", "wife_birthplace"),
    ("Date of marriage", "married"), ("Place of marriage", "place"), ("Licence No.", "entry"),
)  # fmt: skip
_DE_BIRTH: Rows = (
    ("Familienname", "surname"), ("Vorname", "given"), ("Geschlecht", "sex"), ("Geburtstag", "born"), ("Geburtsort", "place"),
    ("Vater", "father_name"), ("Mutter", "mother_name"), ("Geburtenregister Nr.", "entry"), ("Ausgestellt am", "issued_on"),
)  # fmt: skip
_ES_BIRTH: Rows = (
    ("Apellido", "surname"), ("Nombre", "given"), ("Sexo", "sex"), ("Fecha de nacimiento", "born"), ("Lugar", "place"),
    ("Hijo/a de", "father_name"), ("y de", "mother_name"), ("Acta Nº / año", "entry"), ("Expedido", "issued_on"),
)  # fmt: skip
_LATIN: Rows = (
    ("Numerus currens", "number"), ("Annus, mensis, dies nativitatis", "born"), ("Nomen baptizati", "given"),
    ("Parentum nomen, cognomen, conditio: pater", "father_name"), ("mater", "mother_name"), ("Religio", "father_faith"),
    ("Locus originis", "place"), ("Tomus, pagina", "page"),
)  # fmt: skip
_CHURCH: Rows = (
    ("Folyó szám", "number"), ("A születés éve, hónapja, napja", "born"), ("A keresztelt neve", "given"),
    ("Az atya neve, vallása, állása", "father_name"), ("Az anya neve", "mother_name"), ("Lakhely", "place"),
    ("A keresztelés kelte", "registered_on"), ("Kötet, lapszám", "page"),
)  # fmt: skip

_OLD_PAPER: Colour = (240, 228, 200)


def _both(state: str, birth: Design, marriage: Design) -> dict[str, Design]:
    return {f"birth_{state}": birth, f"marriage_{state}": marriage}


def _hungarian(record: str, title: str, rows: Rows) -> Design:
    return Design(
        "hu", record, (("MAGYAR KIRÁLYSÁG", 9), (title, 19), ("az állami anyakönyv alapján", 9)), rows,
        "Állami anyakönyvi hivatal", 210, 270, tint=_OLD_PAPER, ground=None, frame=(70, 62, 50), printed="old", fill="pen",
        layout="table", seal_ink=(96, 44, 110), official="anyakönyvvezető",
        closing="A kivonat hiteléül az anyakönyvvezető aláírása és a hivatal pecsétje szolgál.",
    )  # fmt: skip


def _romanian(record: str, title: str, rows: Rows) -> Design:
    return Design(
        "ro", record, (("ROMÂNIA", 12), (title, 19)), rows, "Primăria · Starea civilă", 210, 148, tint=(246, 240, 244),
        ground=(214, 196, 222), rosette=(226, 190, 204), frame=(126, 88, 136), official="Ofițer de stare civilă",
    )  # fmt: skip


def _serbian(record: str, title: str, rows: Rows) -> Design:
    return Design(
        "sr", record, (("РЕПУБЛИКА СРБИЈА", 10), ("АУТОНОМНА ПОКРАЈИНА ВОЈВОДИНА", 9), ("ИЗВОД ИЗ МАТИЧНЕ КЊИГЕ", 13), (title, 18)),
        rows, "Република Србија · Матичар", 210, 297, tint=(250, 248, 240), ground=(206, 216, 232), frame=(90, 104, 150),
        printed="sans", fill="print", layout="table", official="Матичар",
    )  # fmt: skip


def _yugoslav(record: str, title: str, rows: Rows) -> Design:
    return Design(
        "sh", record, (("SFR JUGOSLAVIJA · SR SRBIJA · SAP VOJVODINA", 8.5), (title, 14)), rows, "Matičar · Anyakönyvvezető", 148, 210,
        tint=(238, 236, 214), ground=(200, 214, 190), frame=(92, 116, 84), printed="sans", official="Matičar – Anyakönyvvezető",
    )  # fmt: skip


def _slovak(record: str, head: str, title: str, rows: Rows, fill: str = "typewriter") -> Design:
    return Design(
        "sk", record, ((head, 10), (title, 24)), rows, "Matričný úrad", 210, 297 if fill == "print" else 148,
        tint=(248, 244, 232), ground=(226, 206, 186), rosette=(226, 214, 196), frame=(140, 100, 74), fill=fill,
        official="matrikár",
    )  # fmt: skip


def _ukrainian(record: str, head: str, title: str, rows: Rows, fill: str = "print") -> Design:
    return Design(
        "uk", record, ((head, 12), ("СВІДОЦТВО", 22), (title, 13)), rows, "Відділ ДРАЦС", 148, 210, tint=(238, 246, 244),
        ground=(170, 208, 214), rosette=(232, 222, 170), frame=(70, 120, 136), fill=fill, official="Керівник відділу",
        seal_ink=(40, 60, 140),
    )  # fmt: skip


def _english(record: str, head: str, title: str, rows: Rows) -> Design:
    return Design(
        "en", record, ((head, 11), (title, 20)), rows, "Registrar of Vital Statistics", 216, 279, tint=(244, 248, 244),
        ground=(192, 216, 202), rosette=(198, 214, 196), frame=(60, 104, 84), printed="serif", fill="typewriter",
        layout="table", official="Registrar",
    )  # fmt: skip


DESIGNS: dict[str, Design] = {
    **_both(
        "hu",
        _hungarian("birth", "SZÜLETÉSI ANYAKÖNYVI KIVONAT", _HU_BIRTH),
        _hungarian("marriage", "HÁZASSÁGI ANYAKÖNYVI KIVONAT", _HU_MARRIAGE),
    ),
    **_both(
        "ro", _romanian("birth", "CERTIFICAT DE NAȘTERE", _RO_BIRTH), _romanian("marriage", "CERTIFICAT DE CĂSĂTORIE", _RO_MARRIAGE)
    ),
    **_both("rs", _serbian("birth", "РОЂЕНИХ", _SR_BIRTH), _serbian("marriage", "ВЕНЧАНИХ", _SR_MARRIAGE)),
    **_both(
        "yu",
        _yugoslav("birth", "IZVOD IZ MATIČNE KNJIGE ROĐENIH – SZÜLETÉSI ANYAKÖNYVI KIVONAT", _YU_BIRTH),
        _yugoslav("marriage", "IZVOD IZ MATIČNE KNJIGE VENČANIH – HÁZASSÁGI ANYAKÖNYVI KIVONAT", _YU_MARRIAGE),
    ),
    **_both(
        "cs",
        _slovak("birth", "ČESKOSLOVENSKÁ REPUBLIKA", "RODNÝ LIST", _SK_BIRTH),
        _slovak("marriage", "ČESKOSLOVENSKÁ REPUBLIKA", "SOBÁŠNY LIST", _SK_MARRIAGE),
    ),
    **_both(
        "sk",
        _slovak("birth", "SLOVENSKÁ REPUBLIKA", "RODNÝ LIST", _SK_BIRTH, "print"),
        _slovak("marriage", "SLOVENSKÁ REPUBLIKA", "SOBÁŠNY LIST", _SK_MARRIAGE, "print"),
    ),
    **_both(
        "ua",
        _ukrainian("birth", "УКРАЇНА", "ПРО НАРОДЖЕННЯ", _UA_BIRTH),
        _ukrainian("marriage", "УКРАЇНА", "ПРО ШЛЮБ", _UA_MARRIAGE),
    ),
    **_both(
        "su",
        _ukrainian("birth", "УКРАЇНСЬКА РСР", "ПРО НАРОДЖЕННЯ – О РОЖДЕНИИ", _SU_BIRTH, "hand"),
        _ukrainian("marriage", "УКРАЇНСЬКА РСР", "ПРО ШЛЮБ – О БРАКЕ", _UA_MARRIAGE, "hand"),
    ),
    **_both(
        "us",
        _english("birth", "DEPARTMENT OF HEALTH · BUREAU OF VITAL RECORDS", "CERTIFICATE OF BIRTH", _EN_BIRTH),
        _english("marriage", "OFFICE OF THE CITY CLERK", "CERTIFICATE OF MARRIAGE", _EN_MARRIAGE),
    ),
    **_both(
        "ca",
        _english("birth", "PROVINCE OF ONTARIO · CANADA", "CERTIFIED COPY OF BIRTH REGISTRATION", _EN_BIRTH),
        _english("marriage", "PROVINCE OF ONTARIO · CANADA", "CERTIFICATE OF MARRIAGE", _EN_MARRIAGE),
    ),
    **_both(
        "au",
        _english("birth", "NEW SOUTH WALES · AUSTRALIA", "BIRTH CERTIFICATE", _EN_BIRTH),
        _english("marriage", "NEW SOUTH WALES · AUSTRALIA", "MARRIAGE CERTIFICATE", _EN_MARRIAGE),
    ),
    **_both(
        "il",
        _english("birth", "STATE OF ISRAEL · MINISTRY OF INTERIOR", "BIRTH CERTIFICATE", _EN_BIRTH),
        _english("marriage", "STATE OF ISRAEL · MINISTRY OF INTERIOR", "MARRIAGE CERTIFICATE", _EN_MARRIAGE),
    ),
    "birth_de": Design(
        "de", "birth", (("BUNDESREPUBLIK DEUTSCHLAND", 10), ("GEBURTSURKUNDE", 22)), _DE_BIRTH, "Standesamt München", 210, 297,
        tint=(246, 246, 238), ground=(206, 216, 196), frame=(96, 112, 84), fill="print", layout="table", official="Standesbeamter",
    ),
    "marriage_de": Design(
        "en", "marriage", (("BUNDESREPUBLIK DEUTSCHLAND", 10), ("HEIRATSURKUNDE", 22)), _EN_MARRIAGE, "Standesamt München", 210, 297,
        tint=(246, 246, 238), ground=(206, 216, 196), frame=(96, 112, 84), fill="print", layout="table", official="Standesbeamter",
    ),
    "birth_ar": Design(
        "es", "birth", (("REPÚBLICA ARGENTINA · REGISTRO CIVIL", 10), ("PARTIDA DE NACIMIENTO", 20)), _ES_BIRTH,
        "Registro Civil · Buenos Aires", 210, 297, tint=(242, 246, 250), ground=(190, 210, 232), frame=(80, 112, 156),
        layout="table", official="Oficial público",
    ),
    "marriage_ar": Design(
        "en", "marriage", (("REPÚBLICA ARGENTINA · REGISTRO CIVIL", 10), ("ACTA DE MATRIMONIO", 20)), _EN_MARRIAGE,
        "Registro Civil · Buenos Aires", 210, 297, tint=(242, 246, 250), ground=(190, 210, 232), frame=(80, 112, 156),
        layout="table", official="Oficial público",
    ),
    "church_latin": Design(
        "la", "birth", (("EXTRACTUS E MATRICULA BAPTIZATORUM", 15), ("Ecclesiae Parochialis", 10)), _LATIN, "Sigillum Ecclesiae Parochialis",
        210, 270, tint=(236, 222, 188), ground=None, frame=(84, 70, 48), printed="old", fill="pen", layout="table",
        ink=(62, 44, 28), seal_ink=(110, 40, 36), official="parochus", serial=False,
        closing="Extradatum sub sigillo Ecclesiae parochialis. Fidem facio.",
    ),
    "church_hu": Design(
        "hu", "birth", (("KERESZTLEVÉL", 24), ("kivonat a kereszteltek anyakönyvéből", 10)), _CHURCH, "Plébániahivatal pecsétje",
        210, 270, tint=(240, 228, 196), ground=None, frame=(84, 70, 48), printed="old", fill="pen", layout="table",
        ink=(52, 40, 34), seal_ink=(110, 40, 36), official="lelkész", serial=False,
        closing="Kelt az egyház pecsétje alatt, hitelesen kiadva.",
    ),
}  # fmt: skip
"""Every civil and church form by its id."""
