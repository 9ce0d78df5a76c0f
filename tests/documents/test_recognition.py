# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Kinds of papers told by their words."""

import pytest

from applications.documents import kinds
from applications.documents.kind_names import NAMES
from applications.documents.kind_phrases import SIGNS, TITLES
from applications.documents.languages import ranked
from applications.documents.recognition import recognise
from tests.documents.written_words import words_of

PAPERS = [
    ("birth_certificate", ("ROMÂNIA", "# CERTIFICAT DE NAȘTERE", "Numele de familie | SZABÓ", "Data nașterii | 4 mai 1931")),
    ("birth_certificate", ("Република Србија", "# ИЗВОД", "# ИЗ МАТИЧНЕ КЊИГЕ РОЂЕНИХ", "Име и презиме | Ана Сабо")),
    ("birth_certificate", ("Republika Srbija", "# IZVOD IZ MATIČNE KNJIGE ROĐENIH", "Ime i prezime | Ana Sabo")),
    ("birth_certificate", ("Slovenská republika", "# R O D N Ý L I S T", "Meno | Ľudovít")),
    ("birth_certificate", ("УКРАЇНА", "# СВІДОЦТВО", "# ПРО НАРОДЖЕННЯ", "Прізвище | Сабо")),
    ("birth_certificate", ("# СВИДЕТЕЛЬСТВО О РОЖДЕНИИ", "Фамилия | Сабо")),
    ("birth_certificate", ("# Születési anyakönyvi kivonat", "anyja neve | Nagy Rozália")),
    ("birth_certificate", ("# Geburtsurkunde", "Standesamt Wien", "Familienname | Müller")),
    ("birth_certificate", ("State of Ohio", "# CERTIFICATE OF LIVE BIRTH", "Name of child | Anna Szabo")),
    ("birth_certificate", ("Extrait de l’acte de naissance n°", "Auszug aus dem Geburtseintrag Nr.", "Extract of the record of birth No")),
    ("birth_certificate", ("# RODNI LIST", "Republika Hrvatska", "Ime | Ana")),
    ("birth_certificate", ("# IZPISEK IZ MATIČNEGA REGISTRA O ROJSTVU", "Priimek | Sabo")),
    ("marriage_certificate", ("# HÁZASSÁGI ANYAKÖNYVI KIVONAT", "Férj neve | Nagy Péter", "Feleség neve | Tóth Ilona")),
    ("marriage_certificate", ("ROMÂNIA", "# CERTIFICAT DE CĂSĂTORIE", "soțul | Szabó", "soția | Kovács")),
    ("marriage_certificate", ("# СВІДОЦТВО ПРО ШЛЮБ", "Прізвище | Сабо")),
    ("marriage_certificate", ("# SOBÁŠNY LIST", "ženích | Ján Horváth")),
    ("death_certificate", ("# ИЗВОД ИЗ МАТИЧНЕ КЊИГЕ УМРЛИХ", "Име и презиме | Ана Сабо")),
    ("death_certificate", ("# Sterbeurkunde", "Geburtsort | Wien", "Geburtsurkunde Standesamt Graz")),
    ("death_certificate", ("# HALOTTI ANYAKÖNYVI KIVONAT", "Születési anyakönyvi kivonat száma | 4")),
    ("church_register", ("# TESTIMONIUM BAPTISMALE", "Parochia | Kézdivásárhely", "Patrini | Joannes Nagy")),
    ("church_register", ("# Matricula Baptisatorum", "nomen | Stephanus")),
    ("church_register", ("Református Egyház", "# KERESZTLEVÉL", "keresztszülők | Nagy Péter")),
    ("citizenship_certificate", ("# УВЕРЕЊЕ О ДРЖАВЉАНСТВУ", "Сабо Ана")),
    ("citizenship_certificate", ("Belügyminiszter", "# ÁLLAMPOLGÁRSÁGI BIZONYÍTVÁNY", "Szabó Anna")),
    ("domicile_certificate", ("# KÖZSÉGI ILLETŐSÉGI BIZONYÍTVÁNY", "Szabó Anna")),
    ("military_record", ("# KATONAI IGAZOLVÁNYI KÖNYV", "ezred | 4.")),
    ("cv_handwritten", ("# Önéletrajz", "Szabó Anna a nevem , születtem 1961-ben", "szüleim Szabó István")),
    ("passport", ("# PAȘAPORT", "PASSPORT", "Surname | SZABO", "Date of expiry | 01.02.2030")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "rows"), PAPERS, ids=[f"{kind}-{at}" for at, (kind, _) in enumerate(PAPERS)])
def test_it_knows_the_papers_of_the_usual_countries(kind, rows):
    found = recognise(words_of(*rows))

    assert found.kind == kind
    assert found.evidence
    assert not found.translation


def test_it_forgives_slips_of_the_reader():
    assert recognise(words_of("# CERT1FICAT DE NASTFRE", "Numele | SZABO")).kind == "birth_certificate"
    assert recognise(words_of("# IZVODIZ MATICNE KNJICE RODENIH")).kind == "birth_certificate"


@pytest.mark.parametrize(
    "rows",
    [
        (),
        ("Tisztelt Asszonyom!", "A születési anyakönyvi kivonat kiállítása folyamatban van.") * 8,
        ("# Szabó Anna", "1931. május 4."),
        ("# CERTIFICAT DE NAȘTERE", "# CERTIFICAT DE CĂSĂTORIE"),
    ],
    ids=["empty", "a letter", "a name", "two titles"],
)
def test_it_names_nothing_where_it_cannot_tell(rows):
    assert recognise(words_of(*[""] * 20, *rows)).kind == ""


def test_it_sees_a_translation_and_what_of():
    found = recognise(
        words_of(
            "Hiteles fordítás román nyelvből", "# SZÜLETÉSI BIZONYÍTVÁNY", "Családi név | Szabó", "Fordította: Nagy Pál"
        )
    )

    assert found.translation
    assert found.kind == "birth_certificate"


def test_its_evidence_is_the_box_of_the_title():
    words = words_of("ROMÂNIA", "# CERTIFICAT DE NAȘTERE", "Numele | SZABÓ")

    [evidence] = recognise(words).evidence

    assert evidence.page == 1
    left, top, right, bottom = evidence.box
    for word in words:
        inside = left <= word.box[0] and word.box[2] <= right and top <= word.box[1] and word.box[3] <= bottom
        assert inside is (word.text in ("CERTIFICAT", "DE", "NAȘTERE"))


def test_tables_name_kinds_that_there_are():
    assert set(TITLES) | set(SIGNS) <= set(kinds.KIND)
    assert set(NAMES) == set(kinds.KIND)


LABELS = ("A születés helye | Miskolc", "A gyermek neme | leány", "Az anya születési helye | Torda")


def test_a_form_is_known_by_many_labels_of_its_own_where_its_title_was_not_read():
    unread = ("Folyószám | 4", *LABELS, "A születés ideje | 1931. május 4.")

    assert recognise(words_of(*unread)).kind == "birth_certificate"
    assert recognise(words_of("Groom | A", "Bride | B", "Date of marriage | 1", "Place of marriage | C")).kind == (
        "marriage_certificate"
    )


def test_a_few_labels_or_those_of_two_kinds_name_none():
    assert recognise(words_of(*LABELS[:2])).kind == ""
    assert recognise(words_of(*LABELS, "A születés ideje | 4", "Groom | A", "Bride | B", "Husband | C")).kind == ""


def test_other_kinds_are_never_told_by_labels_alone():
    assert (
        recognise(words_of("Surname | A", "Given names | B", "Nationality | C", "Date of expiry | D", "Authority")).kind
        == ""
    )


def test_a_language_is_known_by_long_words_with_a_slip_where_no_word_is_read_well():
    assert ranked(["СВЕДОЦТВО", "народженна"], ("srp", "ukr")) == ["ukr"]
    assert ranked(["1", "Товт"], ("srp", "ukr")) == []
