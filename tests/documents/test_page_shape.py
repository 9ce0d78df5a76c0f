"""How print lies on a page: askew, sideways, upside down, cut off, under glare, over a fold; and that good pages pass."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from applications.documents import page_shape
from applications.documents.checks.skewed import skewed
from applications.documents.measures import grey
from applications.documents.opened_file import OpenedFile
from applications.documents.orientation import Orientation, upright
from applications.documents.text_data import data_folder
from tests.documents import made_files


def shape(picture: Image.Image) -> page_shape.PageShape:
    page = grey(np.asarray(picture))
    ink = page_shape.ink(page)
    return page_shape.page_shape(page, ink, page_shape.letters(ink))


def on_a_table(picture: Image.Image) -> Image.Image:
    table = Image.new("RGB", (picture.width + 300, picture.height + 300), (92, 70, 52))
    table.paste(picture, (150, 150))
    return table


def shone_upon(picture: Image.Image) -> Image.Image:
    pixels = np.asarray(picture).astype(np.float32) * 0.82
    height, width = pixels.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width]
    away = np.hypot((rows - height * 0.4) / (0.18 * height), (columns - width * 0.5) / (0.22 * width))
    return Image.fromarray(np.clip(pixels + 330 * np.exp(-(away**4))[:, :, None], 0, 255).astype(np.uint8))


def opened_booklet() -> Image.Image:
    left, right = made_files.page(1000, 1400), made_files.page(1000, 1400, text="Ezt a könyvet kiállította: Kolozs")
    both = Image.new("RGB", (2000, 1400))
    both.paste(left, (0, 0))
    both.paste(right, (1000, 0))
    pixels = np.asarray(both).astype(np.float32)
    dark = 1 - 0.35 * np.exp(-(((np.arange(2000) - 1000) / 14.0) ** 2))
    return Image.fromarray((pixels * dark[None, :, None]).astype(np.uint8))


def tilt(picture: Image.Image) -> float | None:
    return page_shape.skew(page_shape.letters(page_shape.ink(grey(np.asarray(picture)))))


@pytest.mark.parametrize("picture", [made_files.page(), on_a_table(made_files.page())])
def test_a_good_page_is_left_alone(picture):
    found = shape(picture)

    assert abs(tilt(picture)) < 1
    assert (found.cut, found.glare, found.fold) == ((), (), None)


@pytest.mark.parametrize("degrees", [-16, -9, 4, 16])
def test_it_measures_the_angle_of_the_lines(degrees):
    turned = made_files.page().rotate(
        degrees, expand=True, fillcolor=(246, 243, 236), resample=Image.Resampling.BICUBIC
    )

    assert tilt(turned) == pytest.approx(degrees, abs=1)


@pytest.mark.parametrize(("side", "box"), [("left", (300, 0, 1654, 2339)), ("right", (0, 0, 1000, 2339))])
def test_it_sees_lines_that_run_out_of_the_picture(side, box):
    assert shape(made_files.page().crop(box)).cut == (side,)


def test_it_finds_where_the_light_hides_print():
    left, top, right, bottom = shape(shone_upon(made_files.page())).glare[0]

    assert left < 0.5 < right
    assert top < 0.4 < bottom


def test_it_finds_the_fold_of_a_booklet():
    assert shape(opened_booklet()).fold == pytest.approx(0.5, abs=0.02)
    assert shape(made_files.page(2000, 1400)).fold is None


@pytest.mark.parametrize(("turns", "sideways"), [(0, False), (1, True), (2, False), (3, True)])
def test_it_knows_lines_that_run_up_the_page(turns, sideways):
    page = grey(np.ascontiguousarray(np.rot90(np.asarray(made_files.page()), turns)))

    assert page_shape.lies_sideways(page_shape.letters(page_shape.ink(page))) is sideways


def codes(examination) -> set[str]:
    return {verdict.code for verdict in examination.verdicts}


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        (made_files.page().rotate(18, expand=True, fillcolor=(246, 243, 236)), "skewed"),
        (made_files.page().crop((300, 0, 1654, 2339)), "cut-off"),
        (shone_upon(made_files.page()), "glare"),
        (opened_booklet(), "two-pages"),
    ],
)
def test_the_applicant_is_told_where(picture, code, sandboxed):
    examination = sandboxed(made_files.jpeg(picture), "page.jpg", "birth_certificate")

    verdict = next(each for each in examination.verdicts if each.code == code)
    assert verdict.evidence[0].page == 1


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_is_turned_upright(turns, tmp_path):
    folder = data_folder()
    page = made_files.page()
    wrong = Image.fromarray(np.rot90(np.asarray(page), turns).copy())
    file = OpenedFile(
        made_files.jpeg(wrong), name="page.jpg", kind="birth_certificate", out_dir=tmp_path, tessdata=folder
    )

    drawn = file.draw(1)

    if folder is None:
        assert file.orientations[1].lies_on_side is (turns != 2)
    else:
        difference = cv2.absdiff(grey(drawn), grey(np.asarray(page)))
        assert float(np.mean(difference)) < 4


def test_without_language_data_a_page_is_not_turned_by_guess(tmp_path):
    page = made_files.page().rotate(90, expand=True)
    file = OpenedFile(made_files.jpeg(page), name="page.jpg", kind=None, out_dir=tmp_path, tessdata=None)

    file.draw(1)

    assert (file.orientations[1].turns, file.orientations[1].lies_on_side) == (0, True)


def test_a_portrait_is_not_turned(tmp_path):
    page = made_files.page().rotate(90, expand=True)
    file = OpenedFile(made_files.jpeg(page), name="me.jpg", kind="photo", out_dir=tmp_path, tessdata=data_folder())

    file.draw(1)

    assert file.orientations[1].turns == 0


def test_a_lone_word_says_nothing():
    page = Image.new("RGB", (1000, 1400), (250, 250, 250))
    ImageDraw.Draw(page).text((100, 100), "x", fill=(0, 0, 0))

    assert tilt(page) is None


@pytest.mark.parametrize(("degrees", "code"), [(-9, "levelled"), (5, "levelled"), (16, "skewed"), (0.8, None)])
def test_a_tilted_page_is_levelled_before_anything_is_read(degrees, code, tmp_path):
    tilted = made_files.page().rotate(
        degrees, expand=True, fillcolor=(246, 243, 236), resample=Image.Resampling.BICUBIC
    )
    file = OpenedFile(made_files.jpeg(tilted), name="page.jpg", kind="birth_certificate", out_dir=tmp_path)

    drawn = file.draw(1)

    assert abs(tilt(Image.fromarray(drawn))) < 1.2
    assert {verdict.code for verdict in skewed(file)} == ({code} if code else set())


def test_levelling_keeps_all_of_the_page():
    page = np.full((200, 300, 3), 200, np.uint8)

    levelled = upright(page, Orientation(tilt=10.0))

    assert levelled.shape[0] > 240
    assert levelled.shape[1] > 325
    assert upright(page, Orientation(tilt=1.0)) is page


def test_light_on_pale_paper_is_seen_where_it_hides_print():
    pale = Image.fromarray(np.minimum(np.asarray(made_files.page()), 243))
    pixels = np.asarray(pale).copy()
    pixels[800:1200, 300:1000] = 255

    assert shape(Image.fromarray(pixels)).glare
    assert not shape(pale).glare
