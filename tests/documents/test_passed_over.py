"""Print that a reader of whole pages passed over, found and shown to it line by line."""

import math

import numpy as np
import pytest

from applications.documents.examination import Word
from applications.documents.passed_over import EDGE, LINE_PIXELS, MOST_PIECES, passed_over
from tests.documents import text_pages


@pytest.fixture
def page():
    return np.array(text_pages.drawn(*text_pages.HUNGARIAN).convert("L"), dtype=np.uint8)


def words_over(pieces, page, trust=90):
    height, width = page.shape
    boxes = [
        (left / width, top / height, right / width, bottom / height)
        for left, top, right, bottom in (each.box for each in pieces)
    ]
    return [Word("Szabó", 1, line, box, trust) for line, box in enumerate(boxes, 1)]


def test_all_print_is_passed_over_where_nothing_was_read(page):
    assert MOST_PIECES >= len(passed_over(page, [])) > 10
    assert passed_over(np.full_like(page, 255), []) == []


def test_print_that_was_read_is_left_alone(page):
    found = passed_over(page, [])
    words = words_over(found, page)

    assert passed_over(page, words)[: len(found)] != found
    kept = [each.box for each in passed_over(page, words[:3] + words[4:])]
    assert found[3].box in kept
    assert found[2].box not in kept


def test_print_that_was_hardly_read_is_looked_at_again(page):
    found = passed_over(page, [])
    words = words_over(found, page, trust=45)

    again = passed_over(page, words)

    assert [each.box for each in again] == [each.box for each in found]
    assert again[0].words == (words[0],)


def test_a_place_on_a_piece_as_it_is_shown_is_known_on_the_page(page):
    height, width = page.shape
    piece = passed_over(page, [])[0]
    shown = piece.shown(page)
    left, top, right, bottom = piece.box
    room = max(4, (bottom - top) // 4)

    assert shown.shape[0] == pytest.approx(LINE_PIXELS * (1 + 2 * room / (bottom - top)) + 2 * EDGE[1], abs=2)
    box = piece.on_page((EDGE[0], EDGE[1], shown.shape[1] - EDGE[0], shown.shape[0] - EDGE[1]), page)
    wanted = ((left - room) / width, (top - room) / height, (right + room) / width, (bottom + room) / height)
    assert all(math.isclose(one, other, abs_tol=0.002) for one, other in zip(box, wanted, strict=True))


def test_letters_speak_for_a_reading_and_specks_do_not(page):
    piece = passed_over(page, words_over(passed_over(page, []), page, trust=45))[0]
    box = piece.words[0].box

    assert piece.is_read_better([Word("Szabó", 1, 1, box, 80)])
    assert not piece.is_read_better([Word("Sz", 1, 1, box, 44)])
    assert not piece.is_read_better([])
    assert not piece.is_read_better([Word("a;Á~ovbs", 1, 1, box, 27)])
