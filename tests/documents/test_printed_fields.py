# ruff: noqa: RUF001 - Cyrillic letters are meant
"""What the text of a paper says, found by its labels on rows of words."""

from dataclasses import replace

import pytest

from applications.documents.examination import PRINTED_FIELDS, Word
from applications.documents.field_labels import FIELDS, KIND_FIELDS
from applications.documents.printed_fields import printed_fields
from applications.documents.printed_values import whole_name_in
from tests.documents.written_words import words_of


def said(*rows, kind="", languages=()):
    return {field.name: field.value for field in printed_fields(words_of(*rows), kind, languages)}


def test_a_romanian_form_with_sections():
    found = said(
        "# CERTIFICAT DE NAȘTERE", "Seria NB Nr. 123456", "COPILUL", "Numele de familie | SZABÓ", "Prenumele | ANNA MÁRIA",
        "Data nașterii | Anul 1931 Luna mai Ziua 04", "Locul nașterii | Târgu Secuiesc", "TATĂL", "Numele de familie | SZABÓ",
        "Prenumele | ISTVÁN", "MAMA", "Numele de familie | KOVÁCS", "Prenumele | ROZÁLIA", "", "Eliberat de Primăria Târgu Secuiesc",
        "Data eliberării | 12.03.1968",
        kind="birth_certificate",
    )  # fmt: skip

    assert found == {
        "number": "NB 123456", "issued_on": "1968-03-12", "issued_by": "Primăria Târgu Secuiesc", "name": "SZABÓ ANNA MÁRIA",
        "born_on": "1931-05-04", "born_place": "Târgu Secuiesc", "father": "SZABÓ ISTVÁN", "mother": "KOVÁCS ROZÁLIA",
    }  # fmt: skip


def test_a_form_with_a_column_for_each_parent():
    found = said(
        "# RODNÝ LIST", "Meno a priezvisko | Ľudovít Horváth", "Dátum narodenia | 12. marca 1931", "",
        " | Otec | Matka", "Priezvisko | Horváth | Nagyová", "Meno | Ján | Mária",
        kind="birth_certificate",
    )  # fmt: skip

    assert found == {
        "name": "Ľudovít Horváth", "born_on": "1931-03-12", "father": "Horváth Ján", "mother": "Nagyová Mária",
    }  # fmt: skip


def test_values_below_their_labels():
    found = said(
        "# CERTIFICATE OF LIVE BIRTH", "Full name of child | Date of birth", "Anna Szabo | May 4, 1931", "",
        "Place of birth | Name of father", "Cleveland | Stephen Szabo", "", "Mother's maiden name", "Rose Kovacs",
        kind="birth_certificate", languages=("eng",),
    )  # fmt: skip

    assert found == {
        "name": "Anna Szabo", "born_on": "1931-05-04", "born_place": "Cleveland", "father": "Stephen Szabo", "mother": "Rose Kovacs",
    }  # fmt: skip


def test_a_serbian_extract():
    found = said(
        "Република Србија", "# ИЗВОД ИЗ МАТИЧНЕ КЊИГЕ РОЂЕНИХ", "Текући број | 154", "Име и презиме | Ана Сабо", "Пол | женски",
        "Дан, месец и година рођења | 12. март 1931. године", "Место рођења | Суботица", "Име и презиме оца | Иштван Сабо",
        "Име и презиме мајке | Розалија Ковач", "", "У Суботици, дана 14.05.2010. године | Матичар",
        kind="birth_certificate",
    )  # fmt: skip

    assert found == {
        "number": "154", "issued_on": "2010-05-14", "name": "Ана Сабо", "born_on": "1931-03-12", "born_place": "Суботица",
        "father": "Иштван Сабо", "mother": "Розалија Ковач",
    }  # fmt: skip


def test_a_ukrainian_certificate():
    found = said(
        "# СВІДОЦТВО ПРО НАРОДЖЕННЯ", "Прізвище | Сабо", "Ім'я | Ганна", "По батькові | Іштванівна",
        "народилася | 12 березня 1931 року", "Місце народження | місто Берегове", "БАТЬКО", "Прізвище | Сабо", "Ім'я | Іштван",
        "МАТИ", "Прізвище | Ковач", "Ім'я | Розалія", "Дата видачі | 05 травня 1998 року", "Серія І-ФП № 123456",
        kind="birth_certificate",
    )  # fmt: skip

    assert found == {
        "number": "І-ФП 123456", "issued_on": "1998-05-05", "name": "Сабо Ганна Іштванівна", "born_on": "1931-03-12",
        "born_place": "Берегове", "father": "Сабо Іштван", "mother": "Ковач Розалія",
    }  # fmt: skip


def test_a_hungarian_marriage():
    found = said(
        "# HÁZASSÁGI ANYAKÖNYVI KIVONAT", "Folyószám: 45/1952", "A házasságkötés helye: Makó",
        "A házasságkötés ideje: 1952. június 14.", "Férj neve: Nagy Péter", "Feleség neve: Tóth Ilona", "",
        "Kelt: Makó, 1999. május 3.",
        kind="marriage_certificate",
    )  # fmt: skip

    assert found == {
        "number": "45/1952", "issued_on": "1999-05-03", "husband": "Nagy Péter", "wife": "Tóth Ilona",
        "married_on": "1952-06-14", "married_place": "Makó",
    }  # fmt: skip


def test_a_german_death():
    found = said(
        "Standesamt Wien", "# Sterbeurkunde", "Familienname | Müller", "Vornamen | Georg", "Geburtsdatum | 12. März 1931",
        "Todestag | 3. Juni 1970", "Sterbeort | Wien", "Ausgestellt am 10.06.1970",
        kind="death_certificate",
    )  # fmt: skip

    assert found == {
        "issued_on": "1970-06-10", "issued_by": "Standesamt Wien", "name": "Müller Georg", "born_on": "1931-03-12",
        "died_on": "1970-06-03", "died_place": "Wien",
    }  # fmt: skip


def test_a_latin_register():
    found = said(
        "# TESTIMONIUM BAPTISMALE", "Nomen baptisati | Stephanus", "Dies nativitatis | die 4 Maii 1847", "Pater | Joannes Szabó",
        "Mater | Rosalia Kovács", "Patrini | Georgius Nagy", "", "Anno Domini 1901 die 12 Martii",
        kind="church_register", languages=("lat",),
    )  # fmt: skip

    assert found == {
        "issued_on": "1901-03-12", "name": "Stephanus", "born_on": "1847-05-04", "father": "Joannes Szabó", "mother": "Rosalia Kovács",
    }  # fmt: skip


def test_an_international_extract_with_numbered_boxes():
    found = said(
        "1 État / Staat / State", "3 Extrait de l'acte de naissance n° 123", "4 Date et lieu de naissance | 12 03 1931 Sopron",
        "5 Nom / Name / Surname | Szabó", "6 Prénoms / Vornamen / Forenames | Anna", "8 Père / Vater / Father", "5 Nom | Szabó",
        "6 Prénoms | István", "9 Mère / Mutter / Mother", "5 Nom | Kovács", "6 Prénoms | Rozália",
        "11 Date de délivrance | 14 05 2010",
        kind="birth_certificate",
    )  # fmt: skip

    assert found["born_on"] == "1931-03-12"
    assert found["born_place"] == "Sopron"
    assert found["name"] == "Szabó Anna"
    assert found["father"] == "Szabó István"
    assert found["mother"] == "Kovács Rozália"
    assert found["issued_on"] == "2010-05-14"


def test_dates_of_parents_and_witnesses_are_not_the_persons():
    found = said(
        "COPILUL",
        "Numele | SZABÓ",
        "Prenumele | ANNA",
        "Data nașterii | 4 mai 1931",
        "TATĂL",
        "Numele | SZABÓ",
        "Prenumele | ISTVÁN",
        "Data nașterii | 1 ianuarie 1900",
    )

    assert found["born_on"] == "1931-05-04"
    assert said("TATĂL", "Numele | SZABÓ", "Data nașterii | 1 ianuarie 1900").get("born_on") is None


def test_it_says_where_it_stands():
    words = words_of("# CERTIFICAT DE NAȘTERE", "Data nașterii | 4 mai 1931", page=2)

    [field] = printed_fields(words, "birth_certificate")

    assert (field.page, field.printed) == (2, "4 mai 1931")
    value = [word for word in words if word.text in ("4", "mai", "1931")]
    assert field.box == (value[0].box[0], value[0].box[1], value[-1].box[2], value[-1].box[3])


@pytest.mark.parametrize(
    "rows",
    [
        (),
        ("....", "____"),
        ("Numele", "Prenumele", "Data nașterii"),
        ("Date of birth | unknown", "Name | 12345"),
        ("::: | ///",),
    ],
)
def test_empty_forms_say_nothing(rows):
    assert said(*rows) == {}


def test_american_dates_are_not_guessed():
    rows = ("# BIRTH CERTIFICATE", "Date of birth | 03/04/1931")

    assert said(*rows, kind="birth_certificate", languages=("eng",)) == {"born_on": "1931"}
    assert said(*rows, kind="birth_certificate", languages=("eng", "hun")) == {"born_on": "1931-04-03"}


def test_the_last_date_of_a_passport_is_not_that_of_its_issue():
    rows = ("# PASSPORT", "Surname | SZABO", "Given names | ANNA", "Date of birth | 04 05 1931", "", "01 02 2030")

    assert said(*rows, kind="passport") == {"name": "SZABO ANNA", "born_on": "1931-05-04"}


def test_a_paper_of_no_known_kind_that_says_little_says_nothing():
    assert said("Név: Szabó Anna", "Kelt: 1999. május 3.") == {}
    assert said("Név: Szabó Anna", "Kelt: 1999. május 3.", kind="name_proof") != {}


@pytest.mark.parametrize("printed", ["Veress §izella", "$abo Anna"])
def test_a_misread_name_is_not_told(printed):
    assert said(f"Anyja neve: {printed}", kind="birth_certificate") == {}


def test_the_tables_name_fields_that_there_are():
    assert set(FIELDS) | {"name"} == set(PRINTED_FIELDS)
    assert all(set(fields) <= set(PRINTED_FIELDS) for fields in KIND_FIELDS.values())


def word(text, confidence=95):
    return Word(text, 1, 1, (0.1, 0.1, 0.2, 0.12), confidence)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([word("Szabó"), word("Anna")], "Szabó Anna"),
        ([word("Xylander"), word("Ottokár")], "Xylander Ottokár"),  # known to no table, but surely read
        ([word("Szabó", 60), word("Anna", 60)], "Szabó Anna"),
        ([word("Kossáp", 60), word("Jmrc", 60)], None),  # no name that anybody bears, and badly read
        ([word("Szabó")], None),  # half a name
        ([word("Dénes"), word("S")], None),  # cut to its first letter
        ([word("Szabó"), word("J."), word("Anna")], "Szabó J. Anna"),
        ([word("Szabó", 40), word("Anna")], None),
    ],
)
def test_a_name_is_whole_and_reliable_or_not_told(words, told):
    found = whole_name_in(words)

    assert (found and found.value.replace("J ", "J. ")) == told


def test_family_name_without_given_name_is_no_name():
    assert "name" not in said(
        "# RODNÝ LIST", "Priezvisko | Horváth", "Dátum narodenia | 12. marca 1931", kind="birth_certificate"
    )


def test_a_label_in_two_languages():
    found = said(
        "# IZVOD IZ MATIČNE KNJIGE ROĐENIH", "Prezime | – Csaladi nev Biro", "Ime | – Ut6nev Ladislav",
        "Datum rođenja | 20.07.1989", kind="birth_certificate",
    )  # fmt: skip

    assert found["name"] == "Biro Ladislav"


def test_an_argentine_form():
    found = said(
        "# PARTIDA DE NACIMIENTO", "Apellido | Németh", "Nombre | Pál", "Fecha de nacimiento | 11 de septiembre de 1965",
        "Lugar de nacimiento | Rosario", "Expedido | 13 de enero de 2024", kind="birth_certificate",
    )  # fmt: skip

    assert found == {
        "name": "Németh Pál", "born_on": "1965-09-11", "born_place": "Rosario", "issued_on": "2024-01-13",
    }  # fmt: skip


def test_the_day_of_an_entry_is_not_the_day_of_issue():
    rows = ("# SZÜLETÉSI ANYAKÖNYVI KIVONAT", "A gyermek neve | Szabó Anna", "A bejegyzés kelte | 1905. május 26.")

    assert "issued_on" not in said(*rows, kind="birth_certificate")


def test_a_number_over_its_year():
    assert said("# RODNÝ LIST", "Číslo zápisu | 118 | 2001", kind="birth_certificate").get("number") == "118"
    assert said("# RODNÝ LIST", "Číslo zápisu: 118/2001", kind="birth_certificate")["number"] == "118/2001"


@pytest.mark.parametrize("stroke", ["/", "1", "l", "I", "І"])
def test_a_stroke_before_the_year_is_one_however_it_was_read(stroke):
    found = said("# RODNÝ LIST", f"Číslo zápisu | 23 {stroke} 1999", kind="birth_certificate")

    assert found == {"number": "23/1999"}


def test_a_value_is_known_by_its_place_where_the_end_of_its_label_was_misread():
    found = said(
        "# RODNÝ LIST", "Meno a priezvisko dieť ať a | Feketeová Anna", "Meno a priezvisko otca qs rt | Fekete Ferenc",
        kind="birth_certificate",
    )  # fmt: skip

    assert found == {"name": "Feketeová Anna", "father": "Fekete Ferenc"}


def test_a_capital_that_was_read_as_a_small_letter_is_one_in_a_name():
    found = said("# SOBÁŠNY LIST", "Meno a priezvisko nevesty | Némethová llona", kind="marriage_certificate")

    assert found == {"wife": "Némethová Ilona"}


def torn(*parts, trust=90, gap=0.3):
    """A word in pieces that stand nearer to each other than words do."""
    words, left = [], 0.1
    for part in parts:
        right = left + 0.0105 * len(part)
        words.append(Word(part, 1, 1, (left, 0.1, right, 0.112), trust))
        left = right + gap * 0.012
    return words


def test_a_given_name_is_made_whole_again():
    assert (
        whole_name_in([*torn("Juli", "j", "ana"), Word("Tot", 1, 1, (0.4, 0.1, 0.43, 0.112), 90)]).value
        == "Julijana Tot"
    )
    assert (
        whole_name_in([Word("Fekete", 1, 1, (0.02, 0.1, 0.08, 0.112), 90), *torn("Karo", "1y")]).value
        == "Fekete Karoly"
    )


@pytest.mark.parametrize("read", ["llona", "1lona", "!lona"])
def test_a_capital_i_is_known_in_what_readers_see_in_it(read):
    assert whole_name_in(words_of(f"Simonová {read}")).value == "Simonová Ilona"


def test_a_given_name_spelled_exactly_needs_no_trust_and_other_words_do():
    family, given = words_of("Némethová Ilona")
    assert whole_name_in([family, replace(given, confidence=5)]).value == "Némethová Ilona"
    assert whole_name_in([replace(family, confidence=5), given]) is None


def test_a_name_ends_before_what_a_reader_makes_of_ornament_far_aside():
    name = words_of("Paul Molnar")
    far, near = (Word("SS", 1, 1, (left, 0.05, left + 0.03, 0.062), 80) for left in (0.5, name[-1].box[2] + 0.01))

    assert whole_name_in([*name, far]).value == "Paul Molnar"
    assert whole_name_in([*name, near]).value == "Paul Molnar SS"


def test_a_stroke_too_fine_to_be_seen_is_known_from_the_name():
    assert whole_name_in(words_of("Dorđe Biro")).value == "Đorđe Biro"
    assert whole_name_in(words_of("Dezső Biro")).value == "Dezső Biro"
