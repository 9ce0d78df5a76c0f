"""Pages of which a side is missing or that light burnt out, told by their rules, their zones and white paper; good ones pass."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from applications.documents import orientation
from applications.documents.checks.cut_off import cut_off
from applications.documents.measures import grey
from applications.documents.opened_file import OpenedFile
from applications.documents.page_shape import PageShape, ink, letters, page_shape
from tests.documents import made_files

WIDE, HIGH = 1240, 1754


def blank(level: int = 238) -> Image.Image:
    return Image.new("RGB", (WIDE, HIGH), (level, level - 2, level - 8))


def framed(*, table: bool = True) -> Image.Image:
    """A certificate in a frame, a few words a line that keep off its sides, with or without the rules of a table."""
    picture = blank()
    pen = ImageDraw.Draw(picture)
    for inset in (50, 64):
        pen.rectangle((inset, inset, WIDE - inset, HIGH - inset), outline=(70, 90, 70), width=3)
    for row in range(220, 1500, 130):
        pen.text((520, row), f"Kolozsvár {row}", fill=(30, 30, 60), font=ImageFont.load_default(30))
        if table:
            pen.line((110, row + 80, WIDE - 110, row + 80), fill=(150, 160, 150), width=2)
    return picture


def ruled() -> Image.Image:
    """Ruled paper: its lines run from side to side."""
    picture = blank()
    pen = ImageDraw.Draw(picture)
    for row in range(100, HIGH, 60):
        pen.line((0, row, WIDE, row), fill=(150, 170, 210), width=2)
        pen.text((300, row + 14), f"Önéletrajz {row}", fill=(30, 30, 60), font=ImageFont.load_default(34))
    return picture


def shape(picture: Image.Image) -> PageShape:
    page = grey(np.asarray(picture.convert("RGB")))
    page_ink = ink(page)
    return page_shape(page, page_ink, letters(page_ink))


def askew(picture: Image.Image) -> Image.Image:
    return picture.rotate(0.8, Image.Resampling.BICUBIC, fillcolor=(238, 236, 230))


@pytest.mark.parametrize("picture", [framed(), framed(table=False), askew(framed()), ruled(), made_files.page()])
def test_a_whole_page_has_no_open_side(picture):
    assert shape(picture).open == ()


@pytest.mark.parametrize("make", [framed, lambda: framed(table=False), lambda: askew(framed())])
@pytest.mark.parametrize(("side", "box"), [("left", (300, 0, WIDE, HIGH)), ("right", (0, 0, 930, HIGH))])
def test_a_frame_or_table_that_runs_out_is_open(make, side, box):
    found = shape(make().crop(box))

    assert found.open == (side,)
    assert found.cut == ()  # print keeps off the side: lines of letters alone would not tell


def test_rules_without_a_closed_side_are_no_frame():
    picture = blank()
    pen = ImageDraw.Draw(picture)
    for row in (300, 1400):
        pen.line((0, row, 800, row), fill=(90, 90, 90), width=3)

    assert shape(picture).open == ()


def zone_picture() -> Image.Image:
    """The lower part of a passport's page."""
    picture = Image.new("RGB", (WIDE, 870), (206, 214, 228))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 600, WIDE, 870), fill=(244, 244, 244))
    font = ImageFont.truetype(str(Path("applications/demo/fonts/OCRB.otf").resolve()), 42)
    for row, line in enumerate(
        ("P<ROUSZABO<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<<<", "L898902C36ROU7408122F3004159ZE184226B<<<<<10")
    ):
        for place, letter in enumerate(line):
            pen.text((60 + 25.4 * place, 640 + 90 * row), letter, fill=(20, 20, 20), font=font)
    return picture


def test_a_zone_that_runs_out_is_cut_whatever_the_colour_beside_it():
    assert shape(zone_picture()).cut_zone == ()
    assert shape(zone_picture().crop((0, 0, 900, 870))).cut_zone == ("right",)
    assert shape(zone_picture().crop((300, 0, WIDE, 870))).cut_zone == ("left",)


@pytest.mark.parametrize(("kind", "told"), [("birth_certificate", ["right"]), ("military_record", [])])
def test_a_page_of_a_booklet_may_end_at_its_fold(kind, told, tmp_path):
    data = made_files.jpeg(framed(table=False).crop((0, 0, 930, HIGH)))
    file = OpenedFile(data, name="page.jpg", kind=kind, out_dir=tmp_path)

    assert [verdict.args["side_en"] for verdict in cut_off(file)] == told


def shone_upon(picture: Image.Image) -> Image.Image:
    """The picture under a spot of light whose edge is soft."""
    pixels = np.asarray(picture).astype(np.float32)
    down, across = np.mgrid[0 : picture.height, 0 : picture.width].astype(np.float32)
    far = np.hypot((across - 0.5 * picture.width) / 330, (down - 0.45 * picture.height) / 330)
    veil = np.clip(2 - 1.4 * far, 0, 1)[..., None]
    return Image.fromarray((pixels * (1 - veil) + 255 * veil).astype(np.uint8))


def grained(picture: Image.Image) -> Image.Image:
    grain = np.random.default_rng(5).normal(0, 2, (picture.height, picture.width, 1))
    return Image.fromarray(np.clip(np.asarray(picture) + grain, 0, 255).astype(np.uint8))


def written(level: int, lines: int = 40) -> Image.Image:
    picture = Image.new("RGB", (WIDE, HIGH), (level, level, level))
    pen = ImageDraw.Draw(picture)
    for row in range(lines):
        pen.text(
            (100, 80 + 40 * row), f"Certificat de naștere {row} Kolozsvár", fill=40, font=ImageFont.load_default(30)
        )
        pen.text((700, 80 + 40 * row), f"Anyakönyvi kivonat {row}", fill=40, font=ImageFont.load_default(30))
    return picture


@pytest.mark.parametrize("level", [228, 245, 250, 252])
def test_light_on_white_and_on_tinted_paper_is_found(level):
    assert shape(grained(written(level))).glare == ()
    ((left, top, right, bottom),) = shape(shone_upon(grained(written(level)))).glare
    assert left < 0.5 < right
    assert top < 0.45 < bottom


def test_paper_that_is_white_by_itself_shines_nowhere():
    boxed = written(255)
    ImageDraw.Draw(boxed).rectangle((300, 500, 900, 1100), fill=(255, 255, 255), outline=(30, 30, 30), width=4)

    assert shape(boxed).glare == ()
    assert shape(shone_upon(grained(written(252, lines=4)))).glare == ()  # where nothing is written, nothing is hidden


@pytest.mark.parametrize(
    ("as_it_is", "on_its_head", "turns"),
    [(20, 80, 2), (30, 58, 2), (40, 58, 0), (20, 45, 0), (80, 20, 0), (54, 66, 2)],
)
def test_faint_print_is_turned_where_it_makes_clearly_more_sense(monkeypatch, tmp_path, as_it_is, on_its_head, turns):
    trust = {0: float(as_it_is), 2: float(on_its_head)}
    monkeypatch.setattr(orientation, "installed", lambda folder: True)
    monkeypatch.setattr(orientation._Sense, "__init__", lambda self, page, folder: None)
    monkeypatch.setattr(orientation._Sense, "of", lambda self, turned: trust[turned])
    page = np.asarray(made_files.page())
    small = grey(page)

    assert orientation.laid(page, small, letters(ink(small)), tmp_path)[0].turns == turns
