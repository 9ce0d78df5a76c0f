"""The drawing of the line of descent: no text leaves its box, no loop is followed, no tie is dressed up."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.admin.line import BOX, MISSING, PAD, PROVEN, WEAK, Kin, draw, fitted, line_to, standing_of, width_of

NAMES = st.text(st.characters(categories=("L", "Zs", "Pd")), max_size=90)


@given(NAMES, st.sampled_from([12.0, 15.0]))
def test_text_never_outgrows_its_room(name, size):
    assert width_of(fitted(name, size, BOX - 2 * PAD), size) <= BOX - 2 * PAD


@given(st.lists(NAMES, min_size=1, max_size=12))
def test_boxes_lie_within_the_drawing_and_apart(names):
    kin = [Kin(number, name, "", "", is_citizen=False) for number, name in enumerate(names)]
    drawing = draw(kin, [WEAK] * (len(kin) - 1), ["met"] * (len(kin) - 1))
    tops = sorted(box.y for box in drawing.boxes)
    assert tops[0] >= 0
    assert tops[-1] + drawing.row <= drawing.height
    assert all(low + drawing.row < high for low, high in itertools.pairwise(tops))


def test_the_applicant_stands_lowest():
    drawing = draw(
        [Kin(1, "Anna", "", "", is_citizen=False), Kin(2, "Béla", "", "", is_citizen=True)], [PROVEN], ["met"]
    )
    assert drawing.boxes[0].y > drawing.boxes[1].y


def test_a_tie_too_few_is_refused():
    with pytest.raises(ValueError, match="one tie fewer"):
        draw([Kin(1, "Anna", "", "", is_citizen=False)], [PROVEN], ["met"])


@pytest.mark.parametrize(
    ("outcomes", "standing"),
    [
        ((), MISSING),
        (("accept", "accept"), PROVEN),
        (("accept", "review"), WEAK),
        (("not_checked",), WEAK),
        (("reject",), WEAK),
    ],
)
def test_a_tie_is_as_good_as_its_worst_paper(outcomes, standing):
    assert standing_of(outcomes) == standing


def test_the_line_goes_to_the_nearest_citizen():
    parents = {1: [2, 3], 2: [4], 3: [5], 5: [6]}
    assert line_to(1, parents, frozenset({5, 6})) == [1, 3, 5]


def test_without_a_citizen_the_longest_line_is_shown():
    assert line_to(1, {1: [2, 3], 3: [4]}, frozenset()) == [1, 3, 4]


def test_a_loop_in_the_family_ends():
    assert line_to(1, {1: [2], 2: [1]}, frozenset()) == [1, 2]


@pytest.mark.parametrize("law", ["met", "not_met", "unknown", "officer"])
def test_a_tie_says_in_words_and_with_a_sign_what_the_law_answers(law):
    kin = [Kin(1, "Anna", "", "", is_citizen=False), Kin(2, "Béla", "", "", is_citizen=True)]
    (link,) = draw(kin, [WEAK], [law]).links
    others = [draw(kin, [WEAK], [other]).links[0] for other in ("met", "not_met", "unknown", "officer") if other != law]

    assert link.law_words
    assert link.law_words not in {other.law_words for other in others}
    assert link.law_sign not in {other.law_sign for other in others}
    assert link.top < link.upper < link.lower < link.bottom
