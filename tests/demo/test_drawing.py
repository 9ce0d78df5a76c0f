"""Drawn papers: the same bytes for the same seed, every form can be drawn, every planted defect is in the file."""

import io
from collections.abc import Iterator
from datetime import date

import numpy as np
import pikepdf
import pillow_heif
import pytest
from PIL import Image

from applications.demo.designs import DESIGNS
from applications.demo.drawing import FORMS, drawn, paper_file
from applications.demo.families import family
from applications.demo.files import MIME_TYPES
from applications.demo.icao import check_digit
from applications.demo.people import Family, Paper, Trouble
from applications.documents.kinds import KIND

pillow_heif.register_heif_opener()


def paper_of(kind: str, *troubles: Trouble, seed: int = 21, country: str = "RO") -> tuple[Family, Paper]:
    made = family(seed, country=country, troubles=troubles)
    return made, next(paper for paper in made.papers if paper.kind == kind)


def spoilt(trouble: Trouble) -> tuple[Family, Paper]:
    made = family(21, country="RO", troubles=(trouble,))
    return made, next(paper for paper in made.papers if paper.trouble is trouble)


def sharpness(content: bytes) -> float:
    grey = np.asarray(Image.open(io.BytesIO(content)).convert("L").resize((1000, 1400)), dtype=np.float32)
    return float(np.abs(np.diff(grey, axis=1)).mean())


def forms() -> Iterator[tuple[str, Family, Paper]]:
    """One paper of every form that a family of the first few hundred brings."""
    seen: set[str] = set()
    for number in range(400):
        made = family(1, number)
        for paper in made.papers:
            if paper.form not in seen:
                seen.add(paper.form)
                yield paper.form, made, paper


def test_the_same_seed_gives_the_same_bytes():
    made, paper = paper_of("passport")
    again, other = paper_of("passport")

    assert paper_file(made, paper) == paper_file(again, other)


@pytest.mark.slow
def test_every_form_can_be_drawn_and_says_what_it_says():
    drawn_forms = {}
    for form, made, paper in forms():
        sheet = drawn(made, paper)
        drawn_forms[form] = sheet.image.size
        assert min(sheet.image.size) > 800, form
        assert paper.kind in KIND, form
        assert paper.file_type in MIME_TYPES
        if form in DESIGNS:
            assert {key for _, key in DESIGNS[form].rows} <= set(paper.values)
    assert set(FORMS) == set(drawn_forms)


def test_a_passport_says_who_holds_it():
    made, paper = paper_of("passport")
    paper_file(made, paper)

    first, second = paper.values["mrz"].split("\n")
    assert first.startswith("P<ROU")
    assert second[13:19] == made.applicant.born_on.strftime("%y%m%d")
    assert second[-1] == check_digit(second[:10] + second[13:20] + second[21:43])


def test_another_birthday_stands_in_the_passport_where_it_is_planted():
    made, paper = paper_of("passport", Trouble.PASSPORT_BIRTH_DATE)
    paper_file(made, paper)

    second = paper.values["mrz"].split("\n")[1]
    assert second[13:19] != made.applicant.born_on.strftime("%y%m%d")
    assert second[19] == check_digit(second[13:19])


def test_an_altered_zone_fails_its_check_digits():
    made, paper = paper_of("passport", Trouble.PASSPORT_ALTERED)
    paper_file(made, paper)

    second = paper.values["mrz"].split("\n")[1]
    assert second[19] != check_digit(second[13:19])


def test_an_expired_passport_has_expired():
    made, paper = paper_of("passport", Trouble.PASSPORT_EXPIRED)

    assert date.fromisoformat(paper.values["expires_on"]) < made.filed_on


def test_a_blank_paper_is_blank():
    content = paper_file(*spoilt(Trouble.BLANK))

    assert sharpness(content) < 3
    assert np.asarray(Image.open(io.BytesIO(content)).convert("L")).std() < 12


def test_a_blurred_paper_is_blurred():
    made, paper = spoilt(Trouble.BLURRED)
    blurred = sharpness(paper_file(made, paper))
    paper.trouble = None

    assert blurred < 0.6 * sharpness(paper_file(made, paper))


def test_a_tiny_scan_is_tiny():
    assert Image.open(io.BytesIO(paper_file(*spoilt(Trouble.TINY)))).width == 320


def test_an_encrypted_pdf_wants_a_password():
    content = paper_file(*spoilt(Trouble.ENCRYPTED))

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(content))


def test_an_active_pdf_holds_a_script():
    with pikepdf.open(io.BytesIO(paper_file(*spoilt(Trouble.ACTIVE_CONTENT)))) as document:
        assert document.Root.OpenAction.S == "/JavaScript"


def test_a_disguised_file_is_no_document():
    made, paper = spoilt(Trouble.DISGUISED)

    assert paper.name.endswith(".pdf")
    assert paper_file(made, paper).startswith(b"MZ")


@pytest.mark.parametrize("file_type", sorted(MIME_TYPES))
def test_a_paper_is_saved_as_what_it_is_called(file_type: str):
    made, paper = paper_of("passport")
    paper.file_type = file_type
    content = paper_file(made, paper)

    if file_type == "pdf":
        with pikepdf.open(io.BytesIO(content)) as document:
            assert len(document.pages) == 1
    else:
        names = {"jpg": "JPEG", "png": "PNG", "tiff": "TIFF", "heic": "HEIF"}
        assert Image.open(io.BytesIO(content)).format == names[file_type]


def test_one_paper_is_brought_twice_where_it_is_planted():
    made = family(21, country="RO", troubles=(Trouble.SAME_PAPER_TWICE,))
    twice = made.papers[-1]
    first = next(paper for paper in made.papers if paper.form == twice.form and paper.about == twice.about)

    assert paper_file(made, twice) == paper_file(made, first)
