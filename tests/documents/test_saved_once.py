"""A part put into a picture before it was saved again is found; pictures saved once, or again as a whole, are left alone."""

import io

import numpy as np
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from applications.documents.check import for_staff_only
from applications.documents.checks.saved_once import saved_once as check_saved_once
from applications.documents.opened_file import OpenedFile
from applications.documents.recompression import saved_once
from tests.documents import made_files

ORIENTATION = 0x0112
PLACE = (400, 600, 720, 660)


def paper(seed: int = 7) -> Image.Image:
    """A grainy page of print, darker than white: nothing of it is clipped."""
    pixels = np.asarray(made_files.page(1000, 1400)).astype(np.float32) * 0.85 + 12
    grain = np.random.default_rng(seed).normal(0, 3, pixels.shape[:2])[..., None]
    return Image.fromarray(np.clip(pixels + grain, 0, 255).astype(np.uint8))


def again(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def written_into(picture: Image.Image, place: tuple[int, int, int, int]) -> Image.Image:
    """Another page's print put over a place, off the grid of blocks."""
    other = paper(8)
    left, top, right, bottom = place
    piece = other.crop((83, 123, 83 + right - left, 123 + bottom - top))
    picture.paste(piece, (left, top))
    return picture


def share_covered(found, place: tuple[int, int, int, int], size: tuple[int, int]) -> float:
    """How much of what was found lies in the place, given 5 % of the page around it."""
    width, height = size
    left, top, right, bottom = place[0] / width, place[1] / height, place[2] / width, place[3] / height
    inner = max(0.0, min(found[2], right + 0.05) - max(found[0], left - 0.05))
    inner *= max(0.0, min(found[3], bottom + 0.05) - max(found[1], top - 0.05))
    return inner / ((found[2] - found[0]) * (found[3] - found[1]))


@settings(max_examples=12, deadline=None)
@given(
    first=st.integers(55, 80),
    last=st.integers(91, 97),
    left=st.integers(60, 600),
    top=st.integers(150, 1_200),
)
def test_what_was_put_in_between_two_savings_is_found_where_it_is(first, last, left, top):
    place = (left, top, left + 320, top + 60)
    found = saved_once(made_files.jpeg(written_into(again(made_files.jpeg(paper(), first)), place), last))

    assert found is not None
    assert share_covered(found, place, (1000, 1400)) > 0.9


@settings(max_examples=15, deadline=None)
@given(first=st.integers(30, 97), last=st.integers(30, 98), third=st.integers(30, 98))
def test_pictures_saved_again_as_a_whole_are_left_alone(first, last, third):
    once = made_files.jpeg(paper(), first)
    twice = made_files.jpeg(again(once), last)

    assert saved_once(once) is None
    assert saved_once(twice) is None
    assert saved_once(made_files.jpeg(again(twice), third)) is None


def test_colours_cut_off_at_white_are_no_sign():
    bright = Image.fromarray(np.clip(np.asarray(paper()).astype(np.int16) * [1.3, 1.2, 1.5], 0, 255).astype(np.uint8))
    ImageDraw.Draw(bright).rectangle((300, 500, 700, 560), outline=(0, 0, 255), width=3)

    assert saved_once(made_files.jpeg(again(made_files.jpeg(bright, 75)), 95)) is None


def test_what_is_no_jpeg_or_is_broken_says_nothing():
    whole = made_files.jpeg(written_into(again(made_files.jpeg(paper(), 75)), PLACE), 95)

    assert saved_once(whole) is not None
    assert saved_once(made_files.png(again(whole))) is None
    assert saved_once(whole[: len(whole) // 2]) is None
    assert saved_once(made_files.noise(5_000)) is None
    assert saved_once(made_files.jpeg(again(whole).convert("CMYK"), 95)) is None


@pytest.mark.parametrize(("orientation", "shown"), [(1, PLACE), (3, (280, 740, 600, 800)), (6, (740, 400, 800, 720))])
def test_the_place_is_told_on_the_page_as_it_is_shown(orientation, shown, tmp_path):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    data = made_files.jpeg(written_into(again(made_files.jpeg(paper(), 75)), PLACE), 95, exif=exif)
    file = OpenedFile(data, name="paper.jpg", kind="birth_certificate", out_dir=tmp_path)

    (verdict,) = check_saved_once(file)

    page = file.pages[0]
    where = verdict.evidence[0].box
    assert where is not None
    assert share_covered(where, shown, (1400, 1000) if orientation == 6 else (1000, 1400)) > 0.9
    assert (page.width > page.height) is (orientation == 6)
    assert for_staff_only(verdict.code)


def test_it_is_found_in_a_scan_within_a_pdf(tmp_path):
    forged = made_files.jpeg(written_into(again(made_files.jpeg(paper(), 75)), PLACE), 95)
    said = [
        [verdict.code for verdict in check_saved_once(opened_pdf(data, tmp_path))]
        for data in (forged, made_files.jpeg(again(made_files.jpeg(paper(), 75)), 95))
    ]

    assert said == [["place-saved-once"], []]


def opened_pdf(scan: bytes, tmp_path) -> OpenedFile:
    """A PDF that shows a JPEG as it is, as scanners and phones make them."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        picture = pdf.make_stream(
            scan,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=1000,
            Height=1400,
            ColorSpace=pikepdf.Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
        )
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=picture))
        page.contents_add(b"q 595 0 0 842 0 0 cm /Scan Do Q")
        out = io.BytesIO()
        pdf.save(out)
    return OpenedFile(out.getvalue(), name="paper.pdf", kind="birth_certificate", out_dir=tmp_path)
