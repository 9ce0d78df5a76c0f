"""Sets of papers for measurements: the same seed gives the same bytes, and the truth is what stands on the paper."""

import pytest

from applications.demo import cameras, copies, forgeries, paper_set, zone_papers
from applications.documents.examination import PRINTED_FIELDS

SET = "a test"


def test_the_same_number_is_the_same_file():
    assert paper_set.paper_file(SET, 3) == paper_set.paper_file(SET, 3)
    assert paper_set.paper_file(SET, 3)[1] != paper_set.paper_file(SET, 4)[1]


def test_its_fields_are_those_that_papers_have():
    truths = [paper_set.genuine_paper(SET, number).truth for number in range(25)]

    assert {name for truth in truths for name in truth.fields} <= set(PRINTED_FIELDS)
    assert len({truth.form for truth in truths}) > 8
    assert all(truth.fields for truth in truths if truth.kind in ("birth_certificate", "marriage_certificate"))


@pytest.mark.parametrize("number", range(7, 64, 8))
def test_every_eighth_is_forged(number):
    truth, _ = paper_set.paper_file(SET, number, shot=cameras.Shot("scan-150"))

    assert truth.forgery in forgeries.FORGERIES
    assert (truth.forgery == "reused-page") == bool(truth.near_duplicate_of)


def test_a_retouched_field_looks_otherwise_and_the_rest_stays():
    made = next(
        each for each in (paper_set.genuine_paper(SET, number) for number in range(99)) if each.truth.form == "birth_ro"
    )
    before, surname = made.sheet.image.copy(), made.paper.values["surname"]
    box = next(where for text, where in made.sheet.placed if text == surname)

    forgeries.retouch(made.sheet, surname, "Nemes", face="typewriter", ink=(20, 20, 30))

    changed = cameras.np.argwhere((cameras.np.asarray(before) != cameras.np.asarray(made.sheet.image)).any(axis=2))
    top, left = changed.min(axis=0)
    assert abs(int(top) - box[1]) < 40
    assert abs(int(left) - box[0]) < 40
    assert "Nemes" in {text for text, _ in made.sheet.placed}
    with pytest.raises(forgeries.NothingToForgeError):
        forgeries.retouch(made.sheet, surname + "x", "Nemes", face="typewriter", ink=(20, 20, 30))


@pytest.mark.parametrize("change", copies.CHANGES)
def test_a_copy_names_its_original(change):
    number = next(n for n in range(99) if paper_set.genuine_paper(SET, n).truth.form == "birth_ro")
    _, original = copies.original_file(SET, number)

    truth, copied = copies.copy_file(SET, number, change)

    assert truth.near_duplicate_of == str(number)
    assert copied != original


@pytest.mark.parametrize("zone_format", zone_papers.FORMATS)
def test_every_format_under_every_condition(zone_format):
    lines = {"TD1": (3, 30), "TD2": (2, 36), "TD3": (2, 44)}[zone_format]
    _, paper, sheet = zone_papers.identity_paper(SET, zone_format)

    zone = paper.values["mrz"].splitlines()

    assert (len(zone), {len(line) for line in zone}) == (lines[0], {lines[1]})
    for condition in cameras.CONDITIONS:
        shot = cameras.Shot(condition, cameras.LAYOUTS[len(condition) % 2], 1000)
        assert cameras.taken(sheet.image, shot, dpi=300, seed="1").startswith(b"\xff\xd8")
