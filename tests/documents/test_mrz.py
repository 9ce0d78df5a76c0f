"""Machine-readable zones as text: the specimens of ICAO Doc 9303, repairs, and faults."""

from datetime import date

import pytest

from applications.documents.mrz import check_digit, day_of_expiry, parse
from applications.documents.states import ISO_ALPHA_3, STATES
from tests.documents import zone_pages

PASSPORT = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]
CARD = ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"]
SMALL = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"]


def changed(lines, line, column, letter):
    """The lines with one letter read as another."""
    text = lines[line]
    return [*lines[:line], text[:column] + letter + text[column + 1 :], *lines[line + 1 :]]


def test_check_digits_are_those_of_the_standard():
    assert check_digit("AB2134<<<") == "5"
    assert check_digit("520727") == "3"


@pytest.mark.parametrize(("lines", "name"), [(PASSPORT, "TD3"), (SMALL, "TD2"), (CARD, "TD1")])
def test_it_reads_the_specimens(lines, name):
    zone = parse(lines)

    assert (zone.format, zone.faults) == (name, ())
    assert zone.fields["family_names"] == "ERIKSSON"
    assert zone.fields["given_names"] == "ANNA MARIA"
    assert zone.fields["nationality"] == "UTO"
    assert (zone.fields["born_on"], zone.fields["sex"], zone.fields["expires_on"]) == ("740812", "F", "120415")


def test_it_finds_the_zone_among_other_lines():
    zone = parse(["UTOPIA", "", *[line.lower() for line in PASSPORT], "Authority"])

    assert zone.lines == tuple(PASSPORT)


def test_a_card_number_may_go_on_in_the_optional_data():
    first = "I<UTOD23145890<7349<<<<<<<<<<<"
    second = "7408122F1204159UTO<<<<<<<<<<<"
    zone = parse([first, second + check_digit(first[5:] + second[:7] + second[8:15] + second[18:]), CARD[2]])

    assert zone.fields["document_number"] == "D23145890734"
    assert zone.faults == ()


@pytest.mark.parametrize(
    ("line", "column", "letter"),
    [(0, 4, "0"), (0, 9, "5"), (1, 13, "T"), (1, 16, "B"), (1, 9, "G"), (1, 12, "0"), (1, 0, "1"), (1, 43, "O")],
)
def test_it_mends_what_a_field_cannot_hold(line, column, letter):
    """O for 0 and its likes, in letters and in digits, and back where the check digit tells."""
    zone = parse(changed(PASSPORT, line, column, letter))

    assert zone is not None
    if (line, column) != (1, 0):
        assert (zone.lines, zone.faults) == (tuple(PASSPORT), ())
    else:
        # L and 1 weigh the same: nothing in the zone can tell them apart.
        assert zone.faults == ()


def test_a_letter_o_in_a_number_goes_back_to_zero():
    assert parse(changed(PASSPORT, 1, 5, "O")).lines == tuple(PASSPORT)


def test_fillers_lost_or_doubled_are_put_right():
    for lines in (
        [PASSPORT[0][:-3], PASSPORT[1]],
        [PASSPORT[0] + "<<", PASSPORT[1]],
        [PASSPORT[0], PASSPORT[1].replace("<<<<<", "<<<<")],
        [PASSPORT[0], PASSPORT[1].replace("<<<<<", "<<<<<<")],
    ):
        assert parse(lines).lines == tuple(PASSPORT)


@pytest.mark.parametrize(("lines", "line", "column"), [(CARD, 0, 29), (SMALL, 1, 34)])
@pytest.mark.parametrize("noise", ["X", "0"])
def test_a_letter_alone_behind_fillers_is_noise(lines, line, column, noise):
    assert parse(changed(lines, line, column, noise)).lines == tuple(lines)


def test_optional_data_to_the_end_of_their_field_are_kept():
    zone = parse(changed(CARD, 0, 27, "7"))

    assert zone.lines[0] == "I<UTOD231458907<<<<<<<<<<<<7<<"
    zone = parse(["I<UTOD231458907<<<<<<<<<<<<1<7", *CARD[1:]])
    assert zone.lines[0].endswith("1<7")


@pytest.mark.parametrize("text", [[], ["Surname SZABO"], ["P<UTO"], [PASSPORT[0]], ["<" * 20] * 3])
def test_other_text_is_no_zone(text):
    assert parse(text) is None


def test_a_wrong_digit_is_a_fault():
    zone = parse(changed(PASSPORT, 1, 14, "5"))

    assert set(zone.faults) == {"born_on", "composite"}


def test_codes_and_dates_are_checked_beside_the_digits():
    assert "nationality" in parse(changed(PASSPORT, 1, 10, "Q")).faults
    born = "741312"
    line = PASSPORT[1][:13] + born + check_digit(born) + PASSPORT[1][20:43]
    zone = parse([PASSPORT[0], line + check_digit(line[:10] + line[13:20] + line[21:43])])
    assert zone.faults == ("born_on_date",)


def test_every_single_misreading_of_a_date_is_noticed():
    """No digit of a date can be taken for another one without a fault."""
    for column in (*range(13, 19), *range(21, 27)):
        for digit in "0123456789":
            if digit != PASSPORT[1][column]:
                assert parse(changed(PASSPORT, 1, column, digit)).faults


@pytest.mark.parametrize("seed", range(200))
def test_it_reads_whatever_a_page_may_carry(seed):
    dice = zone_pages.dice_of(seed)

    for lines in (zone_pages.passport_zone(dice), zone_pages.card_zone(dice)):
        zone = parse(lines)
        assert (zone.lines, zone.faults) == (tuple(lines), ())


def test_states_are_known():
    assert {"HUN", "ROU", "SRB", "UKR", "SVK"} <= ISO_ALPHA_3
    assert {"D", "RKS", "XXA", "UTO"} <= STATES
    assert len(ISO_ALPHA_3) == 249


@pytest.mark.parametrize(("printed", "day"), [("341221", "2034-12-21"), ("", ""), ("34<<<<", ""), ("34122", "")])
def test_the_day_of_expiry_is_in_this_century(printed, day):
    assert day_of_expiry(printed, date(2026, 11, 21)) == day
