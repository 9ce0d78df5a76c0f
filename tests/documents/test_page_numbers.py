"""Page numbers printed on papers, and papers that say themselves that a page is missing."""

import pytest

from applications.documents.check import ComparedPaper, render
from applications.documents.examination import Examination, Word
from applications.documents.page_numbers import page_numbers
from tests.documents.test_comparisons import ANNA, ON, page
from tests.documents.test_comparisons import said as said_of


def line(text: str, *, top: float = 0.94, page_number: int = 1, number: int = 1) -> tuple[Word, ...]:
    """A line of print on a page, a tenth of the page's width a word."""
    return tuple(
        Word(word, page_number, number, (0.1 + at / 10, top, 0.19 + at / 10, top + 0.02), 90)
        for at, word in enumerate(text.split())
    )


def sheet(*texts: str) -> Examination:
    """An examined file with a page for each text, which stands at its foot."""
    words = sum((line(text, page_number=number) for number, text in enumerate(texts, 1) if text), ())
    return Examination("jpeg", tuple(page(number) for number in range(1, len(texts) + 1)), words=words)


def paper(*files: Examination, parts: tuple[str, ...] = ()) -> ComparedPaper:
    return ComparedPaper("1", "birth_certificate", tuple(map(str, range(len(files)))), files, parts=parts)


def missing(*files: Examination, parts: tuple[str, ...] = ()) -> str:
    """Return which pages the check says are missing, '' where none."""
    verdict = said_of(paper(*files, parts=parts), ANNA, (), ON).get("pages-missing")
    return str(verdict.args["missing"]) if verdict else ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1/2", (1, 2)),
        ("- 1 / 2 -", (1, 2)),
        ("1. oldal", (1, 0)),
        ("Seite 1 von 2", (1, 2)),
        ("pag. 1 din 2", (1, 2)),
        ("Pagina 2 din 3", (2, 3)),
        ("стор. 1 з 2", (1, 2)),
        ("Сторінка 1 із 2", (1, 2)),
        ("страна 1 од 2", (1, 2)),
        ("Strana 1 z 2", (1, 2)),
        ("Page 1 of 2", (1, 2)),
        ("oldal: 1/2", (1, 2)),
        ("1/2 oldal", (1, 2)),
        ("2/1. oldal", (1, 2)),
        ("1. oldal, összesen 2", (1, 2)),
        ("1. oldal / 2", (1, 2)),
    ],
)
def test_it_is_read_as_offices_write_it(text: str, told: tuple[int, int]) -> None:
    (found,) = page_numbers(line(text))

    assert (found.number, found.total) == told


@pytest.mark.parametrize(
    ("text", "top"),
    [
        ("1/2", 0.5),
        ("a születési anyakönyv 3. oldal 45. szám", 0.94),
        ("3. oldal", 0.5),
        ("pag. 12 din 300", 0.94),
        ("Nr. 1/2024", 0.94),
        ("12/1931", 0.94),
        ("0/2", 0.94),
        ("Kossuth utca 1/2", 0.94),
        ("oldal: 1/2/2020", 0.94),
    ],
)
def test_registers_dates_and_addresses_are_no_page_numbers(text: str, top: float) -> None:
    assert list(page_numbers(line(text, top=top))) == []


def test_words_that_say_both_numbers_count_anywhere_on_the_page() -> None:
    assert [each.total for each in page_numbers(line("Seite 1 von 2", top=0.5))] == [2]


def test_one_page_of_two_lacks_the_second_wherever_it_is_brought() -> None:
    assert missing(sheet("1/2")) == "2"
    assert missing(sheet("Seite 1 von 3", "Seite 3 von 3")) == "2"
    assert missing(sheet("2. oldal")) == "1"
    assert missing(sheet("1/2", "2/2")) == ""
    assert missing(sheet("1/2"), sheet("2/2")) == ""


def test_a_page_without_a_number_may_be_the_missing_one() -> None:
    assert missing(sheet("1/2", "")) == ""
    assert missing(sheet("1/3", "")) == "2, 3"


def test_a_paper_without_numbers_is_passed_in_silence() -> None:
    assert missing(sheet("Kelt Kolozsvárott")) == ""
    assert missing(sheet("1. oldal")) == ""


def test_a_translation_is_numbered_on_its_own() -> None:
    original, translation = sheet("1/2"), sheet("1. oldal")

    assert missing(original, translation, parts=("original", "translation")) == "2"
    assert missing(sheet("1/1"), sheet("1/2", "2/2"), parts=("original", "translation")) == ""


def test_it_says_where_it_stands_and_what_to_do() -> None:
    verdict = said_of(paper(sheet(""), sheet("1/3")), ANNA, (), ON)["pages-missing"]

    (seen,) = verdict.evidence
    assert (seen.page, seen.box) == (2, (0.1, 0.94, 0.19, 0.96))
    assert "Add pages" in render(verdict.code, verdict.args, "en")
    assert "Oldalak hozzáadása" in render(verdict.code, verdict.args, "hu")
