"""A paper brought twice to one case is noticed however it was changed; papers that are alike by nature are left alone."""

from dataclasses import replace
from hashlib import sha256

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from applications.documents.check import ComparedPaper, ExpectedPerson, render, run_comparisons
from applications.documents.examination import Examination, Page, PrintedField
from applications.documents.laid import Laid, PagePair
from applications.documents.laying import Picture, laid_pages, remembered
from applications.documents.marks import marks_of
from applications.documents.worth_laying import OF_A_PAPER, worth_laying
from tests.documents.test_comparisons import MARKS, ON, birth
from tests.documents.test_likeness import COPIES, LABELS, ONE, form, jpeg, turned

FEW = tuple(range(90, 186))
"""Marks of which six are on a page of MARKS too."""

WHOLE = Laid(1.0, 1.0, 120, 0.0, None)
PLACE = (0.2, 0.3, 0.4, 0.35)
CHANGED = Laid(0.95, 1.0, 120, 0.02, PLACE)
TWO = Laid(0.9, 0.96, 120, 0.05, PLACE)


def told(paper, others, laid=None):
    verdicts = run_comparisons(paper, others, ExpectedPerson(), ON, laid or {})
    return {each.code: each for each in verdicts if each.code.startswith("looks-like")}


def both_ways(there, back=None):
    pair = PagePair("1", 1, "2", 1)
    return {pair: there, pair.turned_round: back or there}


def reading(paper, **values):
    fields = tuple(PrintedField(name, value, value, 1, None) for name, value in values.items())
    return replace(paper, examinations=(replace(paper.examinations[0], fields=fields),))


def pair_of_papers(marks=FEW, kind="birth_certificate"):
    return [replace(each, kind=kind) for each in (birth("1", "aa", "0" * 16), birth("2", "bb", "f" * 16, marks=marks))]


def test_pages_that_agree_when_laid_are_named_however_few_marks_they_share():
    paper, other = pair_of_papers()

    assert told(paper, [other]) == {}
    found = told(paper, [other], both_ways(WHOLE))["looks-like-another"]
    assert found.args == {
        "other": "2",
        "other_hu": "születési anyakönyvi kivonat",
        "other_en": "a birth certificate",
        "agree": 100,
    }
    assert [(seen.page, seen.box, seen.paper) for seen in found.evidence] == [(1, None, ""), (1, None, "2")]
    assert all("–" not in render(found.code, found.args, language) for language in ("hu", "en"))


@pytest.mark.parametrize("laid", [both_ways(WHOLE, TWO), {PagePair("1", 1, "2", 1): WHOLE}, both_ways(TWO)])
def test_both_ways_of_laying_must_agree(laid):
    paper, other = pair_of_papers()

    assert told(paper, [other], laid) == {}


def test_one_place_that_differs_is_told_with_the_place():
    paper, other = pair_of_papers(marks=MARKS)
    found = told(paper, [other], both_ways(CHANGED))

    assert set(found) == {"looks-like-another-changed"}
    assert [seen.box for seen in found["looks-like-another-changed"].evidence] == [PLACE, PLACE]


def test_one_place_that_differs_is_not_enough_by_itself():
    paper, other = pair_of_papers()

    assert told(paper, [other], both_ways(CHANGED)) == {}
    named = [reading(each, name="Kovács Ilona", father="Kovács István") for each in (paper, other)]
    assert set(told(named[0], named[1:], both_ways(CHANGED))) == {"looks-like-another-changed"}


def test_papers_that_are_read_as_two_are_two_though_one_place_alone_looks_different():
    paper, other = pair_of_papers(marks=MARKS)
    one = reading(paper, name="Kovács Ilona", number="48/1985", father="Kovács István")
    twin = reading(other, name="Kovács Mária", number="49/1985", father="Kovács István")
    misread = reading(other, name="Kovács Ilona", number="40/1985", father="Kovács István")

    assert told(one, [twin], both_ways(CHANGED)) == {}
    assert set(told(one, [misread], both_ways(CHANGED))) == {"looks-like-another-changed"}


def test_laying_has_the_last_word_over_marks():
    paper, other = pair_of_papers(marks=MARKS)

    assert set(told(paper, [other])) == {"looks-like-another"}
    assert told(paper, [other], both_ways(TWO)) == {}
    assert set(told(paper, [other], both_ways(replace(TWO, patches=20)))) == {"looks-like-another"}


def test_so_little_that_was_seen_is_not_enough_by_itself():
    paper, other = pair_of_papers()
    faint = replace(WHOLE, patches=27)

    assert told(paper, [other], both_ways(faint)) == {}
    assert set(told(paper, pair_of_papers(marks=MARKS)[1:], both_ways(faint))) == {"looks-like-another"}


def test_a_portrait_is_known_by_its_colours():
    paper, other = pair_of_papers(kind="photo")
    portrait = Laid(0.7, 0.9, 6, 0.02, None, 200)

    assert set(told(paper, [other], both_ways(portrait))) == {"looks-like-another"}
    assert told(paper, [other], both_ways(replace(portrait, agree=1.0, elsewhere=1.0, odd=0.18))) == {}
    assert told(paper, [other], both_ways(portrait, replace(portrait, odd=0.18))) == {}
    assert told(paper, [other], both_ways(replace(portrait, cells=8))) == {}
    assert told(paper, pair_of_papers(marks=MARKS, kind="photo")[1:]) == {}


def test_pages_are_laid_that_have_marks_in_common_and_each_two_once():
    paper, other = pair_of_papers()
    stranger = birth("3", "cc", "f" * 16, marks=tuple(range(95, 191)))
    same_bytes = birth("4", "aa", "0" * 16)
    photo = replace(birth("5", "ee", "0" * 16), kind="photo")
    blank = birth("6", "ff", "0" * 16, blank=True)
    later = birth("10", "gg", "0" * 16)
    others = [other, stranger, same_bytes, photo, blank, later]

    assert worth_laying(paper, others) == [PagePair("1", 1, "10", 1), PagePair("1", 1, "2", 1)]
    assert worth_laying(later, [paper]) == [PagePair("1", 1, "10", 1)]
    assert worth_laying(paper, [paper]) == []


def test_pages_examined_before_marks_were_taken_are_laid_by_their_hash():
    old = birth("2", "bb", "0000000000000003", marks=())

    assert worth_laying(birth("1", "aa", "0" * 16), [old]) == [PagePair("1", 1, "2", 1)]
    assert worth_laying(birth("1", "aa", "f" * 16), [old]) == []


def test_of_many_the_likeliest_are_laid():
    others = [
        birth(str(number), str(number), "0" * 16, marks=tuple(range(number, number + 96))) for number in range(2, 40)
    ]
    pairs = worth_laying(birth("1", "aa", "0" * 16), others)

    assert [pair.other for pair in pairs] == [str(number) for number in range(2, 2 + OF_A_PAPER)]


TWIN = ("Kovács", "Mária", "12 June 1985", "Kolozsvár", "Kovács István", "Szabó Mária", "49/1985", "3 May 1990", "Tóth")
SISTER = (*TWIN[:2], "4 April 1988", *TWIN[3:6], "112/1988", *TWIN[7:])


def marriage() -> np.ndarray:
    """A certificate of the same office: the head, the colours and the registrar's line of the other form."""
    picture = Image.fromarray(form())
    pen = ImageDraw.Draw(picture)
    pen.rectangle((60, 150, 960, 1020), fill=(238, 234, 222))
    for row, (label, value) in enumerate(
        [
            ("Husband", "Kovács István"),
            ("Wife", "Szabó Mária"),
            ("Married on", "5 May 1979"),
            ("Married in", "Kolozsvár"),
        ]
    ):
        pen.text((80, 190 + 200 * row), label, fill=(90, 60, 60), font=ImageFont.load_default(26))
        pen.text((360, 180 + 200 * row), value, fill=(20, 20, 60), font=ImageFont.load_default(40))
    return np.asarray(picture)


def other_side() -> np.ndarray:
    """The back of the certificate: the same paper and frame, notes instead of rows."""
    picture = Image.fromarray(form())
    pen = ImageDraw.Draw(picture)
    pen.rectangle((60, 50, 960, 1350), fill=(238, 234, 222))
    for row in range(9):
        words = " ".join([*LABELS[row:], *ONE[: row + 1]])[:48]
        pen.text((80, 150 + 120 * row), words, fill=(20, 20, 60), font=ImageFont.load_default(34))
    return np.asarray(picture)


def scanned(pixels: np.ndarray) -> np.ndarray:
    """The page as another scan of it looks: a little turned, with grain of its own."""
    grain = np.random.default_rng(7).normal(0, 4, (*pixels.shape[:2], 1))
    return np.clip(turned(pixels, 0.6) + grain, 0, 255).astype(np.uint8)


COPIED = ("upside down", "a little askew", "cropped", "retouched")
PICTURES = {
    **{name: COPIES[name] for name in COPIED},
    "a twin": lambda: scanned(form(TWIN)),
    "a sister": lambda: scanned(form(SISTER)),
    "a sister without paper": lambda: form(SISTER),
    "a marriage": marriage,
    "the other side": other_side,
}


@pytest.fixture(scope="module")
def in_one_case() -> dict[str, set[str]]:
    """What is said of each picture when the certificate itself is in the same case."""
    pictures = {"1": form(), **{name: make() for name, make in PICTURES.items()}}
    files = {name: jpeg(pixels) for name, pixels in pictures.items()}
    papers = {
        name: ComparedPaper(
            name,
            "birth_certificate",
            (sha256(files[name]).hexdigest(),),
            (Examination("jpeg", (Page(1, 1, 1, "a.jpg", "b.jpg", "0" * 16, False, 500.0, 200, marks_of(pixels)),)),),
        )
        for name, pixels in pictures.items()
    }
    pairs = [PagePair("1", 1, name, 1) for name in PICTURES]
    laid = laid_pages(pairs, lambda name, number: Picture(f"{name}/{number}", lambda: files[name]))
    return {
        name: {code for code, each in told(papers["1"], [papers[name]], laid).items() if each.args["other"] == name}
        for name in PICTURES
    }


@pytest.mark.parametrize("name", COPIED)
def test_a_copy_is_named(in_one_case, name):
    assert in_one_case[name] == {"looks-like-another-changed" if name == "retouched" else "looks-like-another"}


@pytest.mark.parametrize("name", [name for name in PICTURES if name not in COPIED])
def test_papers_of_one_family_and_office_are_not(in_one_case, name):
    assert in_one_case[name] == set()


def test_what_was_laid_is_remembered_and_nothing_is_opened_to_recall_it():
    reads: list[str] = []

    def picture(paper: str, number: int) -> Picture:
        def read() -> bytes:
            reads.append(paper)
            return jpeg(form())

        return Picture(f"recalled/{paper}/{number}", read)

    pair = PagePair("1", 1, "2", 1)
    assert laid_pages([pair], picture, remembered) == {}
    found = laid_pages([pair], picture)
    assert found[pair].is_same
    assert found[pair.turned_round].is_same
    before = list(reads)
    assert laid_pages([pair], picture, remembered) == found
    assert reads == before
