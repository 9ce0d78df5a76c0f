"""Dates as papers print them."""

import pytest

from applications.documents.number_words import hungarian_number, romanian_number
from applications.documents.printed_dates import every_date, first_date, month_named


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("12.03.1931", "1931-03-12"),
        ("12. 3. 1931.", "1931-03-12"),
        ("12/03/1931", "1931-03-12"),
        ("12 03 1931", "1931-03-12"),
        ("1931.03.12.", "1931-03-12"),
        ("1931-03-12", "1931-03-12"),
        ("1931. március 12.", "1931-03-12"),
        ("1931. évi márczius hó 12-ik napján", "1931-03-12"),
        ("1931. III. 12.", "1931-03-12"),
        ("12 martie 1931", "1931-03-12"),
        ("Anul 1931 Luna martie Ziua 12", "1931-03-12"),
        ("ziua 12 luna martie anul 1931", "1931-03-12"),
        ("12. март 1931.", "1931-03-12"),
        ("дана 12. марта 1931. године", "1931-03-12"),
        ("12 (дванаестог) марта 1931. године", "1931-03-12"),
        ("12. ožujka 1931.", "1931-03-12"),
        ("12. marca 1931", "1931-03-12"),
        ("12. března 1931", "1931-03-12"),
        ("12 березня 1931 року", "1931-03-12"),
        ("12 марта 1931 года", "1931-03-12"),
        ("12. März 1931", "1931-03-12"),
        ("March 12, 1931", "1931-03-12"),
        ("the 12th day of March 1931", "1931-03-12"),
        ("anno 1931 die 12 Martii", "1931-03-12"),
        ("die 12 Martii 1831", "1831-03-12"),
        ("ezernyolcszázkilencvenöt évi október hó elsején", "1895-10-01"),
        ("ezerkilencszázharmincegy év március hó tizenkettedik napján", "1931-03-12"),
        ("una mie nouă sute treizeci și unu luna martie ziua douăsprezece", "1931-03-12"),
        ("l2.O3.1931", "1931-03-12"),
        ("12 rnartie 1931, 13 martie 1931", "1931-03-13"),
        ("1931. augustus 23-án", "1931-08-23"),
    ],
)
def test_it_reads_the_forms_of_papers(printed, iso):
    assert first_date(printed).iso == iso


@pytest.mark.parametrize(
    "text", ["", "31.02.1931", "45.03.1931", "Nr. 123456/1931", "1200.03.12.", "Zürich 1900", "12.03"]
)
def test_it_sees_no_date_where_there_is_none(text):
    assert first_date(text) is None


def test_a_month_without_day_gives_a_partial_date():
    assert first_date("március 1931").iso == "1931-03"


def test_american_figures_that_can_be_read_either_way_give_the_year_alone():
    assert first_date("03/04/1931", american=True).iso == "1931"
    assert first_date("03/14/1931", american=True).iso == "1931-03-14"
    assert first_date("03/03/1931", american=True).iso == "1931-03-03"
    assert first_date("03/04/1931").iso == "1931-04-03"


def test_it_says_where_each_date_stands():
    text = "született 1931. május 4-én, kelt 12.03.1968"

    found = list(every_date(text))

    assert [item.iso for item in found] == ["1931-05-04", "1968-03-12"]
    assert text[found[1].start : found[1].end] == "12.03.1968"


def test_names_of_months_may_have_one_slip():
    assert month_named("septembne") == 0
    assert month_named("septembrle") == 9
    assert month_named("jul") == 7
    assert month_named("jux") == 0


@pytest.mark.parametrize(
    ("word", "number"),
    [("ezerkilencszazharmincegy", 1931), ("ezernyolcszazkilencvenot", 1895), ("ketezertiz", 2010), ("huszonharmadik", 23),
     ("tizedik", 10), ("szaz", 100), ("anna", 0), ("kivonat", 0)],
)  # fmt: skip
def test_it_reads_hungarian_numbers(word, number):
    assert hungarian_number(word) == number


def test_it_reads_romanian_numbers():
    assert romanian_number(["una", "mie", "noua", "sute", "treizeci", "si", "unu"]) == 1931
    assert romanian_number(["doua", "mii", "zece"]) == 2010
    assert romanian_number(["popescu"]) == 0
