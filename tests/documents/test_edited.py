"""What a file says of the programs that made it becomes a signal for staff; what says nothing, or only a phone, does not."""

import io

import pikepdf
import pytest
from PIL import Image

from applications.documents.check import for_staff_only
from applications.documents.checks.edited import edited
from applications.documents.forensics import Origin, origin_of
from applications.documents.opened_file import OpenedFile
from tests.documents import made_files

SOFTWARE, CHANGED, DETAILS, TAKEN = 0x0131, 0x0132, 0x8769, 0x9003


def photo(*, software: str = "", changed: str = "", taken: str = "") -> bytes:
    exif = Image.Exif()
    if software:
        exif[SOFTWARE] = software
    if changed:
        exif[CHANGED] = changed
    if taken:
        exif[DETAILS] = {TAKEN: taken}
    return made_files.jpeg(made_files.page(400, 560), exif=exif)


def scan_in_pdf(producer: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made_files.pdf_of(made_files.page(400, 560)))) as pdf:
        pdf.docinfo["/Producer"] = producer
        pdf.save(out)
    return out.getvalue()


def signed(*, later: bytes) -> bytes:
    """A PDF whose signature, as its byte range says, covers all but what was added later."""
    plain = scan_in_pdf("A scanner")
    tail = b"\n90 0 obj << /Type /Sig /ByteRange [ 0 10 20 %08d ] >> endobj\n"
    end = len(plain) + len(tail % 0)
    return plain + tail % (end - 20) + later


def said(data: bytes, tmp_path, name: str = "paper.jpg") -> dict[str, dict[str, object]]:
    file = OpenedFile(data, name=name, kind="birth_certificate", out_dir=tmp_path)
    return {verdict.code: dict(verdict.args) for verdict in edited(file)}


@pytest.mark.parametrize("program", ["Adobe Photoshop 25.0 (Windows)", "GIMP 2.10.34", "Picsart", "paint.net 5.0"])
def test_an_editing_program_is_named(program, tmp_path):
    assert said(photo(software=program), tmp_path) == {"made-by-editor": {"program": program}}


@pytest.mark.parametrize("program", ["", "HUAWEI P30", "EPSON Scan 2", "17.5.1", "Microsoft Office Lens"])
def test_phones_scanners_and_silence_are_no_sign(program, tmp_path):
    assert said(photo(software=program), tmp_path) == {}


@pytest.mark.parametrize(
    "said", [b'<x xmp:CreatorTool="Affinity Photo"/>', b"<xmp:CreatorTool>Affinity Photo</xmp:CreatorTool>"]
)
def test_a_tool_named_in_the_xmp_counts_as_well(said):
    assert origin_of(made_files.jpeg(made_files.page(400, 560), xmp=said), "jpeg").programs == ("Affinity Photo",)


def test_an_editor_of_pdf_is_named(tmp_path):
    assert set(said(scan_in_pdf("Sejda 4.2"), tmp_path, "paper.pdf")) == {"made-by-editor"}
    assert said(scan_in_pdf("Canon iR-ADV C3530"), tmp_path, "paper.pdf") == {}


def test_a_picture_changed_before_it_was_taken(tmp_path):
    later, earlier = "2024:05:02 10:00:00", "2024:05:01 09:00:00"

    assert set(said(photo(changed=earlier, taken=later), tmp_path)) == {"dates-disagree"}
    assert said(photo(changed=later, taken=earlier), tmp_path) == {}
    assert said(photo(changed=later, taken=later), tmp_path) == {}


def test_a_pdf_changed_after_it_was_signed():
    more = b"\nxref\n0 0\ntrailer << /Size 91 /Root 1 0 R >>\nstartxref\n7\n%%EOF\n"

    assert origin_of(signed(later=more), "pdf").changed_after_signing
    assert not origin_of(signed(later=b""), "pdf").changed_after_signing
    assert not origin_of(scan_in_pdf("A scanner"), "pdf").changed_after_signing


@pytest.mark.parametrize("name", ["jpeg", "pdf", "heic"])
def test_what_cannot_be_read_says_nothing(name):
    assert origin_of(made_files.noise(500), name) == Origin()


def test_its_words_are_for_staff_alone():
    assert all(map(for_staff_only, ("made-by-editor", "dates-disagree", "changed-after-signing")))
