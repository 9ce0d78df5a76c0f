"""Every PDF in both languages: whole, tagged, readable again, with its reference and a QR code that leads to the case."""

import re
from datetime import UTC, datetime
from io import BytesIO

import numpy as np
import pikepdf
import pypdfium2
import pytest
import zxingcpp

from applications.correspondence.pdfs import PDF, PDFS
from applications.correspondence.typesetting import SOURCES, typeset
from tests.letters.conftest import Told

HUNGARIAN_ONLY = {"packet", "certificate"}
SAID = {
    "packet": ("Adatlap egyszerűsített honosításhoz", "Önéletrajz: Kovács Anna", "Szőke István", "Țurcanu Elena"),
    "information_request": ("Hol élt a dédapja", "születési anyakönyvi kivonat második oldalát"),
    "grant_notice": ("KE/1234/2026", "Popescu Péter"),
    "refusal_notice": ("KE/99/2026", "jogorvoslatnak nincs"),
    "termination": ("BP/17/2026", "A kért okmányt a határidőig nem küldte meg."),
    "summons": ("Magyarországot hazámnak tekintem", "Isten engem úgy segéljen"),
    "certificate": ("H-2026/77", "magyar állampolgár lett", "Specimen"),
    "oath_record": ("H-2026/77", "Nagy Ágnes konzul"),
}


def words(pdf: bytes) -> str:
    """Return the text of all pages, white space evened out."""
    document = pypdfium2.PdfDocument(pdf)
    return re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_range() for page in document))


def pictures(pdf: bytes) -> list[np.ndarray]:
    """Return the pages as grey pictures."""
    return [
        page.render(scale=2.2).to_numpy()[:, :, :3].mean(axis=2).astype("uint8") for page in pypdfium2.PdfDocument(pdf)
    ]


def test_every_kind_is_written_on_the_road(told: Told):
    assert set(told.pdfs) == set(PDF)


@pytest.mark.parametrize("kind", PDF)
def test_it_says_what_it_has_to(told: Told, kind: str):
    text = words(told.pdfs[kind])

    assert told.references[kind] in text
    assert "Kovács" in text
    for expected in SAID.get(kind, ()):
        assert expected in text, expected
    assert "None" not in text


def test_a_registration_sheet_is_one_page_with_its_signature(told: Told):
    pages = [
        re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(told.pdfs["packet"])
    ]

    sheets = [text for text in pages if "Adatlap születés hazai anyakönyvezéséhez" in text]
    signed = [text for text in pages if "törvényes képviselő aláírása" in text]
    assert sheets
    assert sheets == signed


@pytest.mark.parametrize("kind", PDF)
def test_it_is_tagged_and_for_the_archive(told: Told, kind: str):
    with pikepdf.open(BytesIO(told.pdfs[kind])) as pdf:
        metadata = pdf.open_metadata()
        assert pdf.Root.MarkInfo.Marked
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("2", "A", "1")
        assert str(pdf.Root.Lang) in {"hu", "en"}
        fonts = {
            str(font.BaseFont).split("+")[-1].split("-")[0]
            for page in pdf.pages
            for font in page.Resources.Font.values()
        }
        assert {name.replace(" ", "") for name in fonts} <= {"/NotoSans", "NotoSans", "LibertinusSerif"}


@pytest.mark.parametrize("kind", PDF)
def test_the_code_on_every_page_leads_to_the_case(told: Told, kind: str):
    for picture in pictures(told.pdfs[kind]):
        corner = picture[: picture.shape[0] // 6, picture.shape[1] // 2 :]
        read = [code.text for code in zxingcpp.read_barcodes(np.ascontiguousarray(corner))]
        assert len(read) == 1
        assert read[0].endswith(f"/case/{told.references[kind]}/")


def test_a_letter_is_hungarian_with_a_translation_for_who_reads_english(told: Told):
    for kind in set(PDF) - HUNGARIAN_ONLY - {"copy"}:
        text = words(told.pdfs[kind])
        assert ("This translation is for your information" in text) is (told.language == "en"), kind
        assert "Ügyszám" in text, kind


def test_the_handwriting_page_offers_the_draft_and_lines(told: Told):
    page = next(text for text in map(words_of, pypdfium2.PdfDocument(told.pdfs["packet"])) if "Önéletrajz" in text)

    assert "mert ez az anyanyelvem" in page


def words_of(page: pypdfium2.PdfPage) -> str:
    """Return one page's text."""
    return re.sub(r"\s+", " ", page.get_textpage().get_text_range())


def test_the_same_letter_gives_the_same_bytes():
    data = {
        "reference": "HN-26-7K3F-9Q2X",
        "language": "hu",
        "title": {"hu": "Értesítés", "en": "Notice"},
        "demo": True,
        "address": "http://localhost/case/x/",
        "qr": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        "applicant": {"hu": "Kovács Anna", "en": "Anna Kovács"},
        "children": [],
        "office": None,
        "made": {"hu": "2026. május 3.", "en": "3 May 2026"},
        "number": "1",
        "decided": {"hu": "ma", "en": "today"},
    }
    at = datetime(2026, 5, 3, 8, tzinfo=UTC)

    assert typeset("refusal_notice", data, at=at) == typeset("refusal_notice", data, at=at)


def test_every_declared_pdf_has_its_source():
    assert {pdf.id for pdf in PDFS} <= {source.stem for source in SOURCES.glob("*.typ")}
