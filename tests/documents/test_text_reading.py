# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Text read from pictures and files, end to end; what needs Tesseract's language data says so where there is none."""

import io
import os
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image, ImageDraw

from applications.documents import check, text_reader
from applications.documents.check import ComparedPaper, ExpectedPerson
from applications.documents.text_data import LANGUAGES, data_folder, installed
from applications.documents.text_reader import TextReader, is_worth_keeping
from tests.documents import made_files, text_pages
from tests.documents.conftest import findings
from tests.documents.text_pages import drawn

MISSING = sorted(set(LANGUAGES) - set(text_pages.LANGUAGES))
COMPLAINT = f"Tesseract's language data is not installed: {', '.join(MISSING)} (docs/settings.md, HONPOLGAR_TESSDATA)"

PAPERS = {
    "ron": (text_pages.ROMANIAN, "birth_certificate", {
        "number": "NB 123456", "issued_on": "1968-03-12", "name": "POPESCU ANA", "born_on": "1931-05-04",
        "born_place": "Târgu Secuiesc", "father": "POPESCU IOAN", "mother": "IONESCU MARIA"}),
    "srp": (text_pages.SERBIAN, "birth_certificate", {
        "number": "154", "issued_on": "2010-05-14", "name": "Ана Сабо", "born_on": "1931-03-12", "born_place": "Суботица",
        "father": "Иштван Сабо", "mother": "Розалија Ковач"}),
    "srp_latn": (text_pages.SERBIAN_LATIN, "marriage_certificate", {
        "number": "27", "husband": "Petar Nađ", "wife": "Ilona Tot", "married_on": "1952-06-14", "married_place": "Senta"}),
    "hun": (text_pages.HUNGARIAN, "marriage_certificate", {
        "number": "45/1952", "issued_on": "1999-05-03", "husband": "Nagy Péter", "wife": "Tóth Ilona",
        "married_on": "1952-06-14", "married_place": "Makó"}),
    "slk": (text_pages.SLOVAK, "birth_certificate", {
        "name": "Ľudovít Horváth", "born_on": "1931-03-12", "born_place": "Dunajská Streda", "father": "Ján Horváth",
        "mother": "Mária Nagyová"}),
    "ukr": (text_pages.UKRAINIAN, "birth_certificate", {
        "issued_on": "1998-05-05", "name": "Сабо Ганна Степанівна", "born_on": "1931-03-12", "born_place": "Берегове"}),
    "deu": (text_pages.GERMAN, "death_certificate", {
        "issued_by": "Standesamt Wien", "name": "Müller Georg", "born_on": "1931-03-12", "born_place": "Ödenburg",
        "died_on": "1970-06-03", "died_place": "Wien"}),
    "lat": (text_pages.LATIN, "church_register", {
        "name": "Stephanus", "born_on": "1847-05-04", "father": "Joannes Kiss", "mother": "Rosalia Nagy"}),
    "eng": (text_pages.ENGLISH, "birth_certificate", {
        "name": "Anna Szabo", "born_on": "1931-05-04", "born_place": "Cleveland", "father": "Stephen Szabo",
        "mother": "Rose Kovacs"}),
}  # fmt: skip


@pytest.fixture
def tessdata():
    """The language data, all of it; a machine that runs the whole proof must have it."""
    if MISSING and os.environ.get("CI") == "true":
        pytest.fail(COMPLAINT)
    if MISSING:
        pytest.skip(COMPLAINT)
    return text_pages.TESSDATA


@pytest.fixture
def without_data(settings, tmp_path):
    """A machine without language data."""
    settings.TESSDATA = str(tmp_path / "nothing")


@pytest.mark.parametrize("language", PAPERS)
def test_it_reads_a_paper_of_each_language(language, tessdata, sandboxed):
    rows, kind, fields = PAPERS[language]

    found = sandboxed(made_files.jpeg(drawn(*rows)), "paper.jpg")

    assert (found.language, found.recognised) == (language, kind)
    assert {field.name: field.value for field in found.fields} == fields
    assert findings(found) == {}
    for word in found.words:
        assert 0 <= word.box[0] < word.box[2] <= 1
        assert 0 <= word.box[1] < word.box[3] <= 1


def test_a_form_in_two_alphabets_is_read_in_both(tessdata, sandboxed):
    picture = drawn(
        "ИЗВОД ИЗ МАТИЧНЕ КЊИГЕ РОЂЕНИХ\nSZÜLETÉSI ANYAKÖNYVI KIVONAT", "Име и презиме | Сабо Ана", "Családi és utónév | Szabó Anna",
        "Датум рођења | 12. март 1931.", "Születés ideje | 1931. március 12.", "Место рођења | Сента", "Születés helye | Zenta",
    )  # fmt: skip

    found = sandboxed(made_files.jpeg(picture), "paper.jpg")

    assert found.recognised == "birth_certificate"
    text = " ".join(word.text for word in found.words)
    assert "МАТИЧНЕ" in text
    assert "Születés helye Zenta" in text


def test_a_pdf_that_tells_its_text_is_taken_at_its_word(sandboxed):
    found = sandboxed(
        pdf_of_text("Szuletesi anyakonyvi kivonat", "Szuletes ideje: 1931. majus 4.", "Anyja neve: Nagy Anna")
    )

    assert findings(found) == {"text-of-the-file": "accept"}
    assert found.recognised == "birth_certificate"
    assert {field.name: field.value for field in found.fields} == {"born_on": "1931-05-04", "mother": "Nagy Anna"}
    assert all(word.confidence == 100 for word in found.words)


def test_text_that_the_page_does_not_show_is_not_taken(tessdata, sandboxed):
    hidden = pdf_of_text(
        "Szuletesi anyakonyvi kivonat", "Szuletes ideje: 1931. majus 4.", "Anyja neve: Nagy Anna", mode=3
    )

    found = sandboxed(hidden)

    assert "text-of-the-file" not in findings(found)
    assert found.words == ()


def test_a_scan_with_a_layer_is_read_from_its_picture(tessdata, sandboxed):
    picture = drawn(*text_pages.HUNGARIAN)

    found = sandboxed(pdf_of_text("Szuletesi anyakonyvi kivonat", "masik szoveg", "harmadik", picture=picture, mode=3))

    assert "text-of-the-file" not in findings(found)
    assert found.recognised == "marriage_certificate"


def test_a_passport_is_known_by_its_zone(tessdata, sandboxed):
    from tests.documents import zone_pages

    lines = zone_pages.passport_zone(zone_pages.dice_of(2))

    found = sandboxed(made_files.jpeg(Image.fromarray(zone_pages.drawn(lines))), "p.jpg", "passport")

    assert found.mrz.valid
    assert found.recognised == "passport"


def test_a_picture_without_text_says_nothing(tessdata, sandboxed):
    picture = Image.new("RGB", (900, 1200), (200, 210, 220))
    ImageDraw.Draw(picture).ellipse((300, 300, 600, 700), fill=(90, 80, 70))

    found = sandboxed(made_files.jpeg(picture), "photo.jpg", "photo")

    assert (found.words, found.recognised, found.fields) == ((), "", ())


def test_without_data_it_says_so_and_holds_nothing_against_the_paper(without_data, sandboxed):
    found = sandboxed(made_files.jpeg(drawn(*text_pages.HUNGARIAN)), "paper.jpg")

    assert [item.outcome.value for item in found.verdicts if item.code == "text-not-read"] == ["not_checked"]
    assert check.outcome(found.verdicts) == "accept"
    assert (found.words, found.language, found.recognised) == ((), "", "")


def test_data_is_looked_for_where_it_was_named(tmp_path):
    (tmp_path / "hun.traineddata").write_bytes(b"")

    assert data_folder(str(tmp_path)) == tmp_path
    assert installed(tmp_path) == ("hun",)
    assert data_folder(str(tmp_path / "else")) is None
    assert installed(None) == ()


def test_the_child_reads_data_from_an_unusual_place(tessdata, settings, tmp_path, sandboxed):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "hun.traineddata").write_bytes((tessdata / "hun.traineddata").read_bytes())
    settings.TESSDATA = str(folder)

    found = sandboxed(made_files.jpeg(drawn(*text_pages.HUNGARIAN)), "paper.jpg")

    assert (found.language, found.recognised) == ("hun", "marriage_certificate")


def test_searching_words_is_loaded_only_to_read():
    program = (
        "import sys; import applications.documents.examiner; from applications.documents import check; check.checks('file'); "
        "print([name for name in ('rapidfuzz', 'applications.documents.recognition') if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def verdicts_of(kind, *examinations):
    paper = ComparedPaper("1", kind, ("a",) * len(examinations), examinations)
    found = check.run_comparisons(paper, [], ExpectedPerson(), None)
    return [verdict for verdict in found if verdict.code in ("another-kind", "kind-ok")]


def test_another_kind_than_claimed_is_said_with_its_words(tessdata, sandboxed):
    marriage = sandboxed(made_files.jpeg(drawn(*text_pages.HUNGARIAN)), "paper.jpg")

    [verdict] = verdicts_of("birth_certificate", marriage)

    assert (verdict.code, verdict.outcome.value) == ("another-kind", "review")
    assert "looks like a marriage certificate; you said a birth certificate" in check.render(
        verdict.code, verdict.args, "en"
    )
    assert "házassági anyakönyvi kivonat" in check.render(verdict.code, verdict.args, "hu")
    [evidence] = verdict.evidence
    assert evidence.box[3] - evidence.box[1] < 0.1
    assert verdicts_of("marriage_certificate", marriage)[0].code == "kind-ok"


def test_what_is_not_recognised_is_not_blamed(examine):
    unknown = examine(made_files.jpeg(made_files.page()), "paper.jpg")

    assert verdicts_of("birth_certificate", unknown) == []


def test_kinds_that_any_paper_may_serve_as_are_left_alone(examine):
    page = examine(
        pdf_of_text("Szuletesi anyakonyvi kivonat", "Szuletes ideje: 1931. majus 4.", "Anyja neve: Nagy Anna")
    )

    assert page.recognised == "birth_certificate"
    assert verdicts_of("other", page) == []
    assert verdicts_of("church_register", page)[0].code == "kind-ok"
    assert verdicts_of("marriage_certificate", page)[0].code == "another-kind"
    assert verdicts_of("birth_certificate", page, page)[0].code == "kind-ok"


def pdf_of_text(*lines: str, mode: int = 0, picture: Image.Image | None = None) -> bytes:
    """An A4 page of text in Helvetica, drawn (`mode` 0) or hidden (3), over a scan or on nothing."""
    import pikepdf

    with pikepdf.open(io.BytesIO(made_files.pdf_of(picture))) if picture else pikepdf.new() as pdf:
        if not picture:
            pdf.add_blank_page(page_size=(595, 842))
        page = pdf.pages[0]
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.obj.Resources = page.obj.get("/Resources", pikepdf.Dictionary())
        page.obj.Resources["/Font"] = pikepdf.Dictionary(F1=pdf.make_indirect(font))
        shown = "".join(
            f"BT /F1 20 Tf {mode} Tr 60 {740 - 40 * at} Td ({text}) Tj ET\n" for at, text in enumerate(lines)
        )
        page.contents_add(shown.encode("ascii"))
        buffer = io.BytesIO()
        pdf.save(buffer)
        return buffer.getvalue()


@pytest.mark.parametrize(
    ("text", "trust", "kept"),
    [
        ("Father's", 3, True),
        ("Ľudovít", 3, True),
        ("Ludovít", 3, False),
        ("wminTaA", 11, False),
        ("Szekely", 60, True),
        ("XOOX", 90, False),
    ],
)
def test_of_words_hardly_read_those_of_labels_and_given_names_are_kept(text, trust, kept):
    assert is_worth_keeping(text, trust) is kept


@pytest.mark.skipif("hun" not in text_pages.LANGUAGES, reason=COMPLAINT)
def test_a_line_that_the_whole_page_takes_for_a_picture_is_read_by_itself(monkeypatch):
    page = np.array(drawn(*text_pages.HUNGARIAN).convert("L"), dtype=np.uint8)
    reader = TextReader(text_pages.TESSDATA)
    seen = {word.text for word in reader.read(page, 1, 20_000).words}
    # Of the first reading nothing is kept.
    monkeypatch.setattr(text_reader, "_words", lambda tsv, number, grey: iter(()))

    again = {word.text for word in reader.read(page, 1, 20_000).words}

    assert len(seen & again) > 0.8 * len(seen)
