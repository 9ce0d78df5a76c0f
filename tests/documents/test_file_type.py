"""True types by content, and what stands before and after the document."""

import pytest

from applications.documents.file_type import claimed_type, ends, true_type
from tests.documents import made_files


@pytest.fixture(scope="module")
def small():
    return made_files.page(300, 200, lines=3)


@pytest.mark.parametrize(
    ("start", "name", "allowed"),
    [
        (b"%PDF-1.7\n", "pdf", True),
        (b"\xff\xd8\xff\xe0", "jpeg", True),
        (b"\x89PNG\r\n\x1a\n", "png", True),
        (b"II*\x00", "tiff", True),
        (b"MM\x00*", "tiff", True),
        (b"\x00\x00\x00\x18ftypheic", "heic", True),
        (b"\x00\x00\x00\x18ftypavif", "unknown", False),
        (b"\x00\x00\x00\x18ftypisom", "unknown", False),
        (b"PK\x03\x04", "zip", False),
        (b"MZ\x90", "exe", False),
        (b"  <!DOCTYPE html>", "html", False),
        (b"<?xml version='1.0'?><svg/>", "svg", False),
        (b"\n%PDF-1.7", "unknown", False),
        (b"", "unknown", False),
    ],
)
def test_it_goes_by_the_first_bytes(start, name, allowed):
    found = true_type(start + b" " * 40)

    assert (found.name, found.allowed) == (name, allowed)


@pytest.mark.parametrize(("name", "type_"), [("a.JPG", "jpeg"), ("a.tif", "tiff"), ("a.b.heif", "heic"), ("scan", "")])
def test_it_knows_what_a_name_claims(name, type_):
    assert claimed_type(name) == type_


def test_whole_files_have_nothing_foreign(small):
    for data, name in (
        (made_files.jpeg(small), "jpeg"),
        (made_files.png(small), "png"),
        (made_files.pdf_of(small), "pdf"),
    ):
        found = ends(data, name)
        assert (found.foreign, found.complete) == ("", True)


@pytest.mark.parametrize(
    ("tail", "foreign"),
    [
        (b"<?php system('x'); ?>", "html"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"MZ\x90\x00", "exe"),
        (b"\x12\x34\x56\x78" * 9, "data"),
        (b"PK\x03\x04" + b"x" * 30 + b"PK\x05\x06" + b"\x00" * 18, "zip"),
    ],
)
def test_data_behind_a_jpeg_is_foreign(small, tail, foreign):
    assert ends(made_files.jpeg(small) + tail, "jpeg").foreign == foreign


def test_what_phones_add_is_not_foreign(small):
    picture = made_files.jpeg(small)

    assert ends(picture + picture, "jpeg").foreign == ""
    assert ends(picture + b"\x00\x00\x00\x18ftypmp42" + made_files.noise(90), "jpeg").foreign == ""
    assert ends(picture + b"\x00\x00data\x00SEFH\x6b\x00\x00\x00SEFT", "jpeg").foreign == ""


def test_a_thumbnail_inside_does_not_end_a_jpeg(small):
    inner = made_files.jpeg(small.resize((60, 40)))
    segment = b"\xff\xe1" + (len(inner) + 2).to_bytes(2, "big") + inner
    outer = made_files.jpeg(small)

    assert ends(outer[:2] + segment + outer[2:], "jpeg").foreign == ""


def test_a_second_document_in_a_comment_is_foreign(small):
    outer = made_files.jpeg(small)
    comment = b"%PDF-1.4 whole document"
    segment = b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment

    assert ends(outer[:2] + segment + outer[2:], "jpeg").foreign == "pdf"


def test_missing_ends_are_seen(small):
    for data, name in ((made_files.jpeg(small), "jpeg"), (made_files.png(small), "png")):
        assert ends(data[:-20], name).complete is False
    assert ends(made_files.pdf_of(small).replace(b"%%EOF", b""), "pdf").complete is False


def test_data_behind_a_pdf_is_seen(small):
    document = made_files.pdf_of(small)

    assert ends(document + b"\r\n\x00", "pdf").foreign == ""
    assert ends(document + b"<script>", "pdf").foreign == "data"
    assert ends(b"\xef\xbb\xbf" + document, "pdf").header_late
