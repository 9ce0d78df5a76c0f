"""Pages made plain for the reader of text."""

import cv2
import numpy as np
import pytest

from applications.documents.measures import grey as at_width
from applications.documents.measures import sharpness
from applications.documents.page_cleaning import ENLARGED_SIDE, blur_of, cleaned, refocused
from applications.documents.text_reader import telling_lines
from tests.documents import made_files, text_pages


def grey(picture):
    return np.array(picture.convert("L"), dtype=np.uint8)


@pytest.fixture
def page():
    return grey(text_pages.drawn(*text_pages.HUNGARIAN))


def ink(pixels):
    return pixels < 128


def test_print_stays(page):
    before, after = ink(page), ink(cleaned(page))

    assert np.count_nonzero(before & after) > 0.97 * np.count_nonzero(before)


def test_paper_becomes_white(page):
    shadow = np.linspace(1.0, 0.6, page.shape[1])
    shaded = (page * shadow).astype(np.uint8)

    plain = cleaned(shaded)

    assert np.median(plain[:, -200:]) == 255
    assert np.count_nonzero(ink(plain)) < 1.5 * np.count_nonzero(ink(page))


@pytest.mark.parametrize("dotted", [True, False])
def test_rules_go(page, dotted):
    ruled = page.copy()
    for left in range(800, 1500, 9) if dotted else [800]:
        cv2.rectangle(ruled, (left, 2000), (left + 2 if dotted else 1500, 2002), 40, -1)

    assert np.count_nonzero(ink(ruled)[1990:2010]) > 200
    assert not ink(cleaned(ruled))[1990:2010].any()


def test_faint_ornament_goes(page):
    ornate = page.copy()
    rows = np.arange(page.shape[0])
    for offset in range(0, 1600, 40):
        ornate[rows, np.clip(offset + (30 * np.sin(rows / 25)).astype(int), 0, page.shape[1] - 1)] = 205

    assert np.count_nonzero(ink(cleaned(ornate)) ^ ink(cleaned(page))) < 0.05 * np.count_nonzero(ink(page))


def test_ornament_goes_where_paper_is_brighter_though_no_light_lies_on_it(page):
    ornate = page.astype(np.float32)
    columns = np.arange(page.shape[1])
    for offset in range(0, page.shape[0] - 60, 24):
        for thick in range(6):
            ornate[offset + 30 + thick + (20 * np.sin(columns / 60)).astype(int), columns] *= 0.92
    lit = (ornate * np.linspace(1.03, 0.93, page.shape[1])).clip(0, 255).astype(np.uint8)

    assert np.count_nonzero(ink(cleaned(lit)) & ~ink(page)) < 0.2 * np.count_nonzero(ink(page))


def test_lines_that_tell_the_language_are_print(page):
    for left in range(800, 1500, 9):
        cv2.rectangle(page, (left, 2000), (left + 2, 2002), 40, -1)

    boxes = telling_lines(page)

    assert 4 <= len(boxes) <= 8
    assert all(bottom < 1950 for _, _, _, bottom in boxes)
    assert telling_lines(grey(made_files.page(lines=0))) == []


def test_a_small_page_is_enlarged_and_a_large_one_is_not(page):
    small = cv2.resize(page, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA)

    assert max(cleaned(small).shape) == ENLARGED_SIDE
    assert cleaned(page).shape == page.shape


def test_a_page_out_of_focus_gets_its_edges_back(page):
    soft = cv2.GaussianBlur(page, (0, 0), 3.0)

    assert sharpness(cleaned(refocused(soft))) > 3 * sharpness(soft)


def test_grain_is_smoothed_and_clean_print_is_left_alone(page):
    grain = np.random.default_rng(4).normal(0, 6, page.shape)
    grainy = np.clip(page + grain, 0, 255).astype(np.uint8)
    specks = [
        np.count_nonzero(ink(cleaned(each)) & ~ink(cv2.dilate(255 - page, np.ones((9, 9))) < 60))
        for each in (page, grainy)
    ]

    assert specks[1] <= 1.3 * specks[0]


def test_print_under_a_light_comes_back(page):
    veil = np.zeros(page.shape, np.float32)
    cv2.circle(veil, (700, 900), 420, 0.8, -1)
    veil = cv2.GaussianBlur(veil, (0, 0), 60)
    lit = (page * (1 - veil) + 255 * veil).astype(np.uint8)
    under = veil > 0.7

    before, after = ink(page) & under, ink(cleaned(lit)) & under

    assert np.count_nonzero(before) > 2000
    assert not (ink(lit) & under).any()
    assert np.count_nonzero(before & after) > 0.95 * np.count_nonzero(before)
    assert np.count_nonzero(after) < 1.7 * np.count_nonzero(before)


def test_pale_dots_of_a_rule_go(page):
    for left in range(800, 1500, 12):
        cv2.circle(page, (left, 2000), 2, 190, -1)

    assert (cleaned(page)[1990:2010] == 255).all()


def test_a_drawn_border_goes_with_what_is_beside_it_and_print_within_stays(page):
    bordered = page.copy()
    for inset in (60, 95):
        cv2.rectangle(bordered, (inset, 60), (page.shape[1] - inset, page.shape[0] - 60), 30, 4)
    for down in range(100, page.shape[0] - 100, 24):
        cv2.circle(bordered, (78, down), 9, 60, 2)

    plain = cleaned(bordered)

    assert not ink(plain)[200:-200, :100].any()
    assert np.count_nonzero(ink(plain) & ink(page)) > 0.97 * np.count_nonzero(ink(page))


def out_of_focus(page, sigma):
    """Blurred by sigma pixels at a width of 1000, with the grain of a sensor."""
    soft = cv2.GaussianBlur(page, (0, 0), sigma * page.shape[1] / 1000).astype(np.float32)
    return np.clip(soft + np.random.default_rng(7).normal(0, 2, page.shape), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("sigma", [1.5, 2.0])
def test_how_far_a_page_is_out_of_focus_is_measured(page, sigma):
    assert blur_of(at_width(out_of_focus(page, sigma))) == pytest.approx(sigma, rel=0.25)
    assert blur_of(np.full((1400, 1000), 240, np.uint8)) == 0.0


def test_a_page_out_of_focus_is_brought_back_into_it(page):
    soft = out_of_focus(page, 1.5)

    sharp = refocused(soft)

    assert sharp.shape == page.shape
    print_of = ink(page)
    assert np.median(sharp[print_of]) < np.median(soft[print_of]) - 40
    around = cv2.dilate(print_of.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    assert np.count_nonzero((ink(sharp) ^ print_of)[around]) < 0.7 * np.count_nonzero((ink(soft) ^ print_of)[around])
    assert refocused(page) is None
