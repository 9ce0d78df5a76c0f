"""Papers found on what they lie on, laid flat, and read."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter

from applications.documents.examiner import examine_file
from applications.documents.page_outline import laid_flat, outline
from tests.documents import made_files, photographs, text_pages

PAGE = made_files.page(620, 877)
PRINT = np.argwhere(np.array(PAGE.convert("L")) < 120)[::97, ::-1]
"""Some inked points of PAGE: x, y."""


@st.composite
def photos(draw):
    """Corners of PAGE, and the ground it lies on: anywhere, of any size, turned, and seen from some side."""
    width, height = draw(st.sampled_from([(800, 1000), (1000, 900), (700, 1100)]))
    turn = np.deg2rad(draw(st.floats(-14, 14)))
    scale = draw(st.floats(0.55, 0.76)) * min(width / PAGE.width, height / PAGE.height)
    page = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [PAGE.width / 2, PAGE.height / 2] * scale
    page += np.array(draw(st.lists(st.tuples(*[st.floats(-0.035, 0.035)] * 2), min_size=4, max_size=4))) * width
    spin = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    middle = [width * draw(st.floats(0.47, 0.53)), height * draw(st.floats(0.47, 0.53))]
    corners = [tuple(map(float, corner)) for corner in page @ spin + middle]
    return corners, photographs.ground(draw(st.sampled_from(["desk", "boards", "tiles", "cloth"])), width, height)


@given(photos())
@settings(max_examples=25, deadline=None)
def test_corners_are_found_and_no_print_is_cut(photo):
    corners, on = photo
    picture = photographs.laid(PAGE, corners, on)

    found = outline(np.array(picture))

    assert found is not None
    apart = np.linalg.norm(found * picture.size - corners, axis=1)
    assert apart.max() < 0.012 * max(picture.size)
    page = laid_flat(np.array(picture))
    away = np.linalg.inv(page.back)
    for x, y in PRINT:
        across, down, deep = away @ [*np.array(photographs.place(PAGE, corners, x, y)) / picture.size, 1]
        assert 0 < across / deep < 1
        assert 0 < down / deep < 1


def framed(outside, inside):
    """A form with a frame of ornament, of one tint outside of it and of another inside."""
    page = Image.new("RGB", (1240, 1754), outside)
    draw = ImageDraw.Draw(page)
    draw.rectangle((90, 90, 1150, 1660), fill=inside, outline=(60, 90, 110), width=14)
    draw.text((110, 40), "A. 123456", fill=(20, 20, 30), font_size=36)
    for y in range(200, 1500, 60):
        draw.text((160, y), made_files.SENTENCE, fill=(30, 30, 40), font_size=24)
    return page


@pytest.mark.parametrize(
    "page",
    [
        made_files.page(),
        framed((248, 246, 240), (248, 246, 240)),
        framed((250, 250, 250), (226, 236, 222)),
        framed((242, 238, 226), (252, 252, 250)),
        Image.new("RGB", (900, 1200), (250, 250, 250)),
    ],
    ids=["print", "frame", "tinted-field", "tinted-margin", "blank"],
)
def test_pages_that_fill_the_picture_are_left_alone(page):
    assert outline(np.array(page)) is None
    assert laid_flat(np.array(page.rotate(0.7, fillcolor=(240, 240, 238)))) is None


@pytest.mark.parametrize("name", ["desk", "boards", "tiles", "cloth"])
def test_a_ground_without_a_paper_has_none(name):
    assert outline(np.array(photographs.ground(name, 800, 1000))) is None


def test_light_over_an_edge_does_not_move_it():
    corners = [(170.0, 150.0), (640.0, 165.0), (630.0, 850.0), (160.0, 840.0)]
    picture = photographs.laid(PAGE, corners, photographs.ground("boards", 800, 1000))
    light = Image.new("L", picture.size, 0)
    ImageDraw.Draw(light).ellipse((60, 400, 330, 620), fill=225)
    light = light.filter(ImageFilter.GaussianBlur(25))

    found = outline(np.array(Image.composite(Image.new("RGB", picture.size, "white"), picture, light)))

    assert np.linalg.norm(found * picture.size - corners, axis=1).max() < 12


@given(photos(), st.floats(0.1, 0.8), st.floats(0.1, 0.8))
@settings(max_examples=10, deadline=None)
def test_boxes_are_where_people_see_them(photo, left, top):
    corners, on = photo
    page = Image.new("RGB", PAGE.size, (246, 243, 236))
    box = (left * page.width, top * page.height, (left + 0.1) * page.width, (top + 0.05) * page.height)
    ImageDraw.Draw(page).rectangle(box, fill=(0, 0, 0))
    picture = photographs.laid(page, corners, on)

    flat = laid_flat(np.array(picture))
    inner = np.full_like(flat.pixels, 255)
    inner[40:-40, 40:-40] = flat.pixels[40:-40, 40:-40]  # the ground may show at the edge, and be as black
    black = np.argwhere(inner < 30)
    (up, west), (down, east) = np.percentile(black, 1, axis=0), np.percentile(black, 99, axis=0)
    high, wide = flat.pixels.shape[:2]
    found = flat.on_picture((west / wide, up / high, east / wide, down / high))

    edges = [photographs.place(page, corners, x, y) for x in box[::2] for y in box[1::2]]
    true = [*np.min(edges, axis=0) / picture.size, *np.max(edges, axis=0) / picture.size]
    assert np.abs(np.array(found) - true).max() < 0.02


def test_a_photographed_form_is_read(tmp_path):
    if "hun" not in text_pages.LANGUAGES:
        pytest.skip("Tesseract's language data is not installed (docs/settings.md, HONPOLGAR_TESSDATA)")
    form = text_pages.drawn(*text_pages.HUNGARIAN)
    corners = [(330.0, 270.0), (1420.0, 350.0), (1480.0, 1980.0), (190.0, 1880.0)]
    picture = photographs.laid(form, corners, photographs.ground("boards", 1700, 2200))

    found = examine_file(
        made_files.jpeg(picture),
        name="paper.jpg",
        kind="marriage_certificate",
        out_dir=tmp_path,
        skip=frozenset(),
        tell=lambda line: None,
        tessdata=text_pages.TESSDATA,
    )

    fields = {field.name: field for field in found.fields}
    assert {name: field.value for name, field in fields.items()} == {
        "number": "45/1952",
        "issued_on": "1999-05-03",
        "husband": "Nagy Péter",
        "wife": "Tóth Ilona",
        "married_on": "1952-06-14",
        "married_place": "Makó",
    }
    # The value stands at 800 pixels from the left, in the fourth row of the form.
    x, y = photographs.place(form, corners, 880, 688)
    left, top, right, bottom = fields["husband"].box
    assert left < x / picture.width < right
    assert top - 0.01 < y / picture.height < bottom + 0.01
