"""The writer of machine-readable zones against the examples printed in ICAO Doc 9303."""

from datetime import date

from applications.demo.icao import Holder, check_digit, td1, td2, td3, transliterated

ANNA = Holder(
    family_name="Eriksson", given_names="Anna Maria", number="L898902C3", issuer="UTO", nationality="UTO",
    born_on=date(1974, 8, 12), sex="F", expires_on=date(2012, 4, 15), personal_number="ZE184226B",
)  # fmt: skip


def test_a_passport_is_written_as_the_specification_prints_it():
    """Doc 9303 part 4, appendix B."""
    assert td3(ANNA) == (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    )


def test_the_larger_card_is_written_as_the_specification_prints_it():
    """Doc 9303 part 6, appendix B."""
    card = Holder("Eriksson", "Anna Maria", "D23145890", "UTO", "UTO", date(1974, 8, 12), "F", date(2012, 4, 15))

    assert td2(card, kind="I<") == ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")


def test_the_card_is_written_as_the_specification_prints_it():
    """Doc 9303 part 5, appendix B."""
    card = Holder("Eriksson", "Anna Maria", "D23145890", "UTO", "UTO", date(1974, 8, 12), "F", date(2012, 4, 15))

    assert td1(card) == (
        "I<UTOD231458907<<<<<<<<<<<<<<<",
        "7408122F1204159UTO<<<<<<<<<<<6",
        "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    )


def test_check_digits_of_the_specification():
    """Doc 9303 part 3, 4.9."""
    assert check_digit("520727") == "3"
    assert check_digit("AB2134<<<") == "5"


def test_names_are_spelt_in_the_letters_of_a_zone():
    assert transliterated("Szőke-Őry") == "SZOKE<ORY"
    assert transliterated("Müller") == "MUELLER"
    assert transliterated("O'Connor") == "OCONNOR"
    assert transliterated("Ужгород") == "UZHHOROD"


def test_a_long_name_is_cut_to_the_line():
    long = Holder(
        "Nagyonhosszúcsaládnév",
        "Mindenféle Utónevekkel Megáldott",
        "A1",
        "HUN",
        "HUN",
        date(1990, 1, 2),
        "M",
        date(2030, 1, 2),
    )

    assert [len(line) for line in td3(long)] == [44, 44]
