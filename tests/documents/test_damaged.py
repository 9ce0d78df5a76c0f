"""Pictures that are damaged inside, though the file has its beginning and its end: none of them is simply accepted."""

import io
import os
import zlib

import numpy as np
import pikepdf
import pytest
from PIL import Image

from applications.demo.files import saved
from applications.documents.damage import has_hole, jpeg_is_damaged
from applications.documents.pdf_facts import damaged_pages
from tests.documents import made_files
from tests.documents.conftest import findings
from tests.documents.test_text_reading import pdf_of_text

END = b"\xff\xd9"


@pytest.fixture(scope="module")
def scan():
    """A page of print whose paper has grain, so that every row takes its share of the file."""
    paper = np.asarray(made_files.page(1000, 1414)).astype(int)
    grain = np.random.default_rng(1).normal(0, 5, paper.shape)
    return Image.fromarray((paper + grain).clip(0, 255).astype(np.uint8))


def at(data: bytes, share: float) -> int:
    """The place of a share of the picture's data."""
    start = data.rindex(b"\xff\xda") + 14
    return start + int((len(data) - start) * share)


def cut(data, share):
    return data[: at(data, share)] + END


def emptied(data, share, length=None):
    until = len(data) - 2 if length is None else at(data, share) + length
    return data[: at(data, share)] + bytes(until - at(data, share)) + data[until:]


def overwritten(data, share):
    noise = made_files.noise(2000).replace(b"\xff", b"\x01")
    return data[: at(data, share)] + noise + data[at(data, share) + len(noise) :]


def without_a_piece(data, share):
    return data[: at(data, share)] + data[at(data, share) + 3000 :]


def pdf_with(*pictures: tuple[bytes, str], size: tuple[int, int]) -> bytes:
    """A PDF with a picture a page, as it is stored, and the name of its compression."""
    with pikepdf.new() as pdf:
        for data, compression in pictures:
            page = pdf.add_blank_page(page_size=(595, 842))
            picture = pdf.make_stream(
                data,
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=size[0],
                Height=size[1],
                ColorSpace=pikepdf.Name.DeviceRGB,
                BitsPerComponent=8,
                Filter=pikepdf.Name(compression),
            )
            page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=picture))
            page.contents_add(b"q 595 0 0 842 0 0 cm /Scan Do Q")
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_jpeg_whose_lower_part_is_missing_before_its_end_mark_is_refused(examine, scan, progressive, share):
    whole = made_files.jpeg(scan, progressive=progressive)

    assert findings(examine(whole, "a.jpg")) == {}
    assert findings(examine(cut(whole, share), "a.jpg")) == {"unreadable": "reject"}


@pytest.mark.parametrize("spoilt", [lambda data, share: emptied(data, share, 4096), overwritten])
def test_a_jpeg_that_is_spoilt_inside_is_looked_at(examine, scan, spoilt):
    whole = made_files.jpeg(scan)

    found = findings(examine(spoilt(whole, 0.5), "a.jpg"))

    assert found["part-damaged"] == "review"
    assert "cut-short" not in found


def test_a_jpeg_that_ends_in_zeros_is_not_accepted(examine, scan):
    whole = made_files.jpeg(scan)

    assert findings(examine(emptied(whole, 0.5), "a.jpg")) == {"unreadable": "reject"}
    assert findings(examine(emptied(whole, 0.98), "a.jpg")) == {"part-damaged": "review"}


def test_only_what_the_decoder_misses_is_damage(scan):
    for options in ({}, {"progressive": True}, {"optimize": True}, {"restart_marker_rows": 1}, {"subsampling": 0}):
        whole = made_files.jpeg(scan, **options)
        assert not jpeg_is_damaged(whole)
        assert not jpeg_is_damaged(whole[:-2])
        assert not jpeg_is_damaged(whole + whole)
        assert not jpeg_is_damaged(whole[:-2] + bytes(8) + END)
        for spoilt in (cut, emptied, overwritten, without_a_piece):
            assert jpeg_is_damaged(spoilt(whole, 0.5)), (options, spoilt)
    assert not jpeg_is_damaged(made_files.jpeg(scan.convert("L")))
    assert not jpeg_is_damaged(made_files.jpeg(scan.convert("CMYK")))
    assert jpeg_is_damaged(made_files.noise(5000))


def test_what_libraries_say_goes_where_it_went(scan, capfd):
    jpeg_is_damaged(cut(made_files.jpeg(scan), 0.5))
    os.write(2, b"afterwards")

    assert capfd.readouterr().err == "afterwards"


def test_a_heic_with_a_hole_is_looked_at(examine, scan):
    whole = saved(scan, "heic", dpi=100)
    half = len(whole) // 2

    assert not has_hole(whole)
    for length in (4096, len(whole) - half):
        spoilt = whole[:half] + bytes(length) + whole[half + length :]
        assert findings(examine(spoilt, "a.heic")).get("part-damaged") == "review"


def test_pictures_in_a_pdf_are_looked_at_on_every_page(examine, scan):
    whole, flat = made_files.jpeg(scan), zlib.compress(scan.tobytes())
    jpeg, flate = "/DCTDecode", "/FlateDecode"
    pages = [(whole, jpeg), (cut(whole, 0.5), jpeg), (whole[: at(whole, 0.5)], jpeg), (flat, flate)]

    data = pdf_with(*pages, (flat[: len(flat) // 2], flate), (made_files.noise(5000), jpeg), size=scan.size)
    found = examine(data)

    assert damaged_pages(data) == (2, 3, 5, 6)
    assert findings(found)["part-damaged"] == "review"
    [verdict] = [verdict for verdict in found.verdicts if verdict.code == "part-damaged"]
    assert verdict.args == {"pages": "2, 3, 5, 6"}
    assert [evidence.page for evidence in verdict.evidence] == [2, 3, 5, 6]


def test_sound_pictures_in_a_pdf_are_not_damaged(scan):
    whole, flat = made_files.jpeg(scan), zlib.compress(scan.tobytes())

    assert damaged_pages(pdf_with((whole, "/DCTDecode"), (whole[:-2], "/DCTDecode"), size=scan.size)) == ()
    # The checksum of deflate is cut off by some programs.
    assert damaged_pages(pdf_with((flat, "/FlateDecode"), (flat[:-4], "/FlateDecode"), size=scan.size)) == ()
    assert damaged_pages(made_files.pdf_of(scan, scan)) == ()
    assert damaged_pages(b"%PDF-1.4 nothing") == ()


def test_print_of_a_pdf_that_is_lost_in_part_is_looked_at(examine):
    whole = pdf_of_text(*(f"{number}. Szuletesi anyakonyvi kivonat" for number in range(20)))
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        pdf.pages[0].contents_coalesce()
        written = zlib.compress(pdf.pages[0].Contents.read_bytes())
        pdf.pages[0].Contents = pdf.make_stream(written[: len(written) // 2], Filter=pikepdf.Name.FlateDecode)
        out = io.BytesIO()
        pdf.save(out)

    assert damaged_pages(whole) == ()
    assert findings(examine(out.getvalue())).get("part-damaged") == "review"


def test_no_more_pixels_are_looked_at_than_a_picture_may_have(scan):
    spoilt = (cut(made_files.jpeg(scan), 0.5), "/DCTDecode")

    assert damaged_pages(pdf_with(spoilt, size=(8_000, 10_001))) == ()
    assert damaged_pages(pdf_with(spoilt, spoilt, size=(8_000, 9_000))) == (1,)
