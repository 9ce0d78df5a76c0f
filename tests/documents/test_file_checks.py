"""Each file check says what it should, and stays silent on papers that are fine."""

import io
import struct
import zlib

import numpy as np
import pikepdf
import pillow_heif
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from applications.documents import check
from applications.documents.drawing import PictureDrawer, opened, picture_facts
from applications.documents.limits import MAX_FILE_BYTES, MAX_PAGES
from tests.documents import made_files
from tests.documents.conftest import findings

EXTRA_SAMPLES = 338


@pytest.fixture(scope="module")
def scan():
    return made_files.page()


def heic(picture):
    """Small, since the encoder is slow."""
    picture = picture.resize((620, 877))
    buffer = io.BytesIO()
    pillow_heif.from_pillow(picture).save(buffer, quality=80)
    return buffer.getvalue()


@pytest.mark.parametrize("make", [made_files.jpeg, made_files.png, made_files.tiff, made_files.pdf_of, heic])
def test_good_scans_are_accepted_in_every_type(examine, scan, make):
    examination = examine(make(scan), "scan")

    assert findings(examination) == {}
    assert len(examination.pages) == 1
    assert check.outcome(examination.verdicts) == "accept"


def test_the_content_counts_not_the_name(examine, scan):
    assert findings(examine(heic(scan), "IMG_1.JPG")) == {}
    assert findings(examine(b"MZ" + made_files.noise(600), "scan.jpg")) == {"type-disguised": "reject"}
    assert findings(examine(made_files.noise(600), "scan.jpg")) == {"type-not-taken": "reject"}


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty"), (b" \n", "empty"), (b"\x00" * (MAX_FILE_BYTES + 1), "too-big")]
)
def test_files_without_content_or_beyond_the_limit(examine, data, code):
    assert findings(examine(data)) == {code: "reject"}


def test_a_png_with_much_text_is_a_picture_like_any_other(examine, scan):
    told = PngInfo()
    told.add_itxt("XML:com.adobe.xmp", "<history/>" * 300_000, zip=True)
    buffer = io.BytesIO()
    scan.save(buffer, "PNG", pnginfo=told)

    assert findings(examine(buffer.getvalue(), "a.png")) == {}


def test_grey_that_was_multiplied_with_its_alpha_is_drawn():
    buffer = io.BytesIO()
    Image.new("LA", (20, 10), (100, 255)).save(buffer, "TIFF")
    apart, multiplied = (struct.pack("<HHIH", EXTRA_SAMPLES, 3, 1, value) for value in (2, 1))
    data = buffer.getvalue().replace(apart, multiplied)

    with opened(data) as picture:
        assert picture.mode == "La"
    drawn = PictureDrawer(data, picture_facts(data), cut_short=False).draw(1, 100)
    assert drawn.shape == (10, 20, 3)
    assert np.all(drawn == 100)


def test_two_documents_in_one_file(examine, scan):
    assert findings(examine(made_files.jpeg(scan) + b"<?php echo 1;", "a.jpg")) == {"two-in-one": "reject"}
    assert findings(examine(made_files.pdf_of(scan) + b"tail", "a.pdf")) == {"data-after-end": "review"}
    assert findings(examine(b"\xef\xbb\xbf" + made_files.pdf_of(scan), "a.pdf")) == {"data-before-start": "review"}


def test_a_lost_end_mark_is_looked_at_and_a_lost_half_refused(examine, scan):
    picture = made_files.jpeg(scan)

    assert findings(examine(picture[:-2], "a.jpg")) == {"cut-short": "review"}
    assert findings(examine(picture[: len(picture) // 2], "a.jpg")) == {"cut-short": "review", "unreadable": "reject"}
    assert findings(examine(made_files.png(scan)[:-5000], "a.png"))["unreadable"] == "reject"


def test_passwords(examine):
    locked = made_files.pdf_with(lambda pdf: None, encryption=pikepdf.Encryption(user="titok", owner="titok"))
    limited = made_files.pdf_with(lambda pdf: None, encryption=pikepdf.Encryption(user="", owner="titok"))

    assert findings(examine(locked)) == {"password-needed": "reject"}
    assert findings(examine(limited)) == {}


def test_a_password_is_needed_where_only_the_owner_has_none(examine):
    locked = made_files.pdf_with(lambda pdf: None, encryption=pikepdf.Encryption(user="titok", owner=""))

    assert findings(examine(locked)) == {"password-needed": "reject"}


def _action(**entries):
    def change(pdf):
        pdf.Root.OpenAction = pikepdf.Dictionary(**entries)

    return change


def _attach(pdf):
    pdf.attachments["hidden.txt"] = pikepdf.AttachedFileSpec(pdf, b"hidden", filename="hidden.txt")


def _annotate(subtype):
    def change(pdf):
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(subtype), Rect=[0, 0, 9, 9])
        pdf.pages[0].obj.Annots = pikepdf.Array([note])

    return change


def _xfa(pdf):
    pdf.Root.AcroForm = pikepdf.Dictionary(XFA=pdf.make_stream(b"<xdp/>"), Fields=pikepdf.Array())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_action(S=pikepdf.Name.JavaScript, JS="app.alert(1)"), {"pdf-script": "reject"}),
        (_action(S=pikepdf.Name.Launch, F="cmd.exe"), {"pdf-launch": "reject"}),
        (_action(S=pikepdf.Name.SubmitForm, F="http://example.org"), {"pdf-outgoing": "review"}),
        (_action(S=pikepdf.Name.URI, URI="http://example.org"), {}),
        (_attach, {"pdf-attachment": "reject"}),
        (_annotate("/FileAttachment"), {"pdf-attachment": "reject"}),
        (_annotate("/RichMedia"), {"pdf-media": "reject"}),
        (_annotate("/Text"), {}),
        (_xfa, {"pdf-form": "reject"}),
    ],
)
@pytest.mark.parametrize("hidden", [False, True])
def test_active_content_is_found_in_the_open_and_in_object_streams(examine, change, expected, hidden):
    mode = pikepdf.ObjectStreamMode.generate if hidden else pikepdf.ObjectStreamMode.disable

    assert findings(examine(made_files.pdf_with(change, object_stream_mode=mode))) == expected


def test_a_page_destination_is_no_action(examine):
    def change(pdf):
        pdf.Root.OpenAction = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit])

    assert findings(examine(made_files.pdf_with(change))) == {}


def test_pages_are_counted(examine):
    dot = made_files.page(800, 1100, lines=2)
    frames = [dot.convert("1")] * (MAX_PAGES + 1)

    assert findings(examine(made_files.tiff(*frames), "a.tiff")) == {"too-many-pages": "reject"}
    assert findings(examine(made_files.pdf_of(*frames), "a.pdf")) == {"too-many-pages": "reject"}
    assert len(examine(made_files.pdf_of(dot, dot, dot)).pages) == 3


def test_a_false_page_count_is_refused(examine):
    def change(pdf):
        pdf.Root.Pages.Count = 2_000_000_000

    document = made_files.pdf_with(lambda pdf: None, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    lying = document.replace(b"/Count 1", b"/Count 2000000000")

    assert "page-count-lies" in findings(examine(lying))


def test_bombs_are_refused_by_their_headers(examine):
    def wide(pdf):
        pdf.pages[0].obj.MediaBox = [0, 0, 900_000, 900]

    def deep(pdf):
        pdf.pages[0].obj.Contents = pikepdf.Stream(
            pdf, zlib.compress(b"0 0 m " * 40_000_000, 9), Filter=pikepdf.Name.FlateDecode
        )

    pixels = made_files.png(Image.new("1", (20_001, 20_001)))

    assert findings(examine(made_files.pdf_with(wide))) == {"page-too-large": "reject"}
    assert findings(examine(made_files.pdf_with(deep, compress_streams=False))) == {"grows-too-much": "reject"}
    assert findings(examine(pixels, "a.png")) == {"too-many-pixels": "reject"}


def test_odd_page_sizes_are_looked_at(examine):
    def change(pdf):
        pdf.pages[0].obj.MediaBox = [0, 0, 4000, 1000]

    assert findings(examine(made_files.pdf_with(change)))["page-size-odd"] == "review"


def test_blank_pages(examine, scan):
    empty = Image.new("RGB", scan.size, (250, 248, 240))

    assert findings(examine(made_files.jpeg(empty), "a.jpg")) == {"all-blank": "review"}
    both = examine(made_files.pdf_of(scan, empty))
    assert findings(both) == {"blank-page": "accept"}
    assert [page.blank for page in both.pages] == [False, True]
    assert next(item for item in both.verdicts if item.code == "blank-page").evidence[0].page == 2


def test_noise_and_shadow_alone_are_blank(examine):
    down, across = np.mgrid[0:2339, 0:1654]
    shadow = 225 - across / 16 + np.random.default_rng(3).normal(0, 4, down.shape)
    paper = Image.fromarray(shadow.clip(0, 255).astype(np.uint8)).convert("RGB")

    assert findings(examine(made_files.jpeg(paper), "a.jpg")) == {"all-blank": "review"}


def test_blurred_pages(examine, scan):
    assert findings(examine(made_files.jpeg(made_files.blurred(scan, radius=5)), "a.jpg")) == {"blurred": "review"}
    assert findings(examine(made_files.jpeg(made_files.blurred(scan, radius=0.6)), "a.jpg")) == {}
    assert findings(examine(made_files.jpeg(made_files.blurred(scan, radius=5).resize((220, 311))), "a.jpg")) == {
        "resolution-too-low": "reject"
    }
    grainy = np.asarray(made_files.blurred(scan, radius=6)) + np.random.default_rng(1).normal(0, 9, (2339, 1654, 3))
    picture = Image.fromarray(grainy.clip(0, 255).astype(np.uint8))
    assert findings(examine(made_files.jpeg(picture), "a.jpg")) == {"blurred": "review"}


def test_portraits_may_be_soft(examine, scan):
    soft = made_files.jpeg(made_files.blurred(scan, radius=6))

    assert findings(examine(soft, "me.jpg", kind="photo")) == {"no-face": "review"}


@pytest.mark.parametrize(
    ("width", "kind", "expected"),
    [
        (500, "birth_certificate", "reject"),
        (827, "birth_certificate", "review"),
        (1240, "birth_certificate", None),
        (500, "passport", None),
        (200, "passport", "reject"),
    ],
)
def test_resolution_depends_on_the_paper(examine, width, kind, expected):
    picture = made_files.page(width, round(width * 1.414), lines=20)

    found = findings(examine(made_files.png(picture), "a.png", kind=kind))

    outcomes = [outcome for code, outcome in found.items() if code.startswith("resolution")]
    assert outcomes == ([expected] if expected else [])


def test_the_place_of_a_photo_is_told_and_not_passed_on(examine, scan, tmp_path):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x0110] = "Kamera 7"
    data = made_files.jpeg(scan, exif=exif, comment=b"secret remark")

    examination = examine(data, "a.jpg")

    assert findings(examination) == {"location-hidden": "accept"}
    for name in (examination.pages[0].preview_file, examination.pages[0].thumb_file):
        copy = (tmp_path / name).read_bytes()
        assert b"Kamera" not in copy
        assert b"secret" not in copy
        with Image.open(io.BytesIO(copy)) as picture:
            assert not picture.getexif()


def test_previews_stand_upright(examine, scan, tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = made_files.jpeg(scan.rotate(90, expand=True), exif=exif)

    page = examine(lying, "a.jpg").pages[0]

    with Image.open(tmp_path / page.preview_file) as preview, Image.open(tmp_path / page.thumb_file) as thumb:
        assert preview.height == 1400
        assert preview.width < preview.height
        assert max(thumb.size) == 240


def test_odd_colour_modes_are_drawn(examine, scan, tmp_path):
    deep = Image.fromarray((np.asarray(scan.convert("L")).astype(np.uint16)) * 257)
    clear = scan.convert("RGBA")
    clear.putalpha(scan.convert("L").point(lambda level: 0 if level > 128 else 255))

    for data, name in (
        (made_files.jpeg(scan.convert("CMYK")), "a.jpg"),
        (made_files.png(deep), "b.png"),
        (made_files.png(clear), "c.png"),
        (made_files.png(scan.convert("P")), "d.png"),
        (made_files.tiff(scan.convert("1")), "e.tiff"),
    ):
        examination = examine(data, name)
        assert findings(examination) == {}, name
        with Image.open(tmp_path / examination.pages[0].preview_file) as preview:
            assert preview.convert("L").getpixel((5, 5)) > 200, name


def test_near_copies_hash_near_and_other_pages_far(examine, scan):
    def hash_of(picture, **options):
        return int(examine(made_files.jpeg(picture, **options), "a.jpg").pages[0].phash, 16)

    original = hash_of(scan)
    darker = scan.point(lambda level: level * 0.8)
    other = made_files.page(text="Egészen más szöveg", lines=9)

    assert (original ^ hash_of(scan.resize((827, 1170)))).bit_count() <= 8
    assert (original ^ hash_of(darker)).bit_count() <= 8
    assert (original ^ hash_of(other)).bit_count() > 8


def test_a_zone_is_read_for_documents_that_carry_one(examine):
    from tests.documents import zone_pages

    lines = zone_pages.passport_zone(zone_pages.dice_of(3))
    data = made_files.jpeg(Image.fromarray(zone_pages.drawn(lines)))

    passport = examine(data, "p.jpg", kind="passport")
    other = examine(data, "p.jpg", kind="other")

    assert passport.mrz.lines == tuple(lines)
    assert findings(passport) == {"mrz-read": "accept"}
    assert other.mrz is None
    assert "mrz" not in other.versions
