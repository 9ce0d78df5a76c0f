"""A clean copy: a PDF made of nothing but the drawn pages of a paper, whatever its files were.

Pages were drawn to pictures in the sandbox; here they become pages of paper size again. No script, attachment, link,
hidden text or metadata of the file that was brought can be in it.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final, NamedTuple

import pikepdf
from django.core.files.storage import default_storage
from PIL import Image

from applications.documents.examination import examination_from_json
from applications.documents.models import Paper, PaperFile
from applications.documents.services import page_name

A4: Final = (595.276, 841.89)
"""Points."""
MARGIN: Final = 24.0
HEAD: Final = 44.0
"""Room above a picture for a line of words."""


class CleanPage(NamedTuple):
    """A drawn page: the file it is of, its number in the file, its JPEG."""

    file: PaperFile
    number: int
    jpeg: bytes


def clean_pages(files: Iterable[PaperFile]) -> Iterator[CleanPage]:
    """Yield every drawn page of files that were examined, in order; one whose picture is gone is passed over."""
    for file in files:
        if file.checked.examination is None:
            continue
        for page in examination_from_json(file.checked.examination).pages:
            name = page_name(file.checked, page.preview_file)
            if page.preview_file and default_storage.exists(name):
                with default_storage.open(name) as stored:
                    yield CleanPage(file, page.number, stored.read())


def clean_copy(paper: Paper) -> bytes | None:
    """Return the clean copy of a paper (its kept files) as PDF; None where no page of it was drawn."""
    pages = list(clean_pages(paper.kept_files))
    return pdf_of(page.jpeg for page in pages) if pages else None


def pdf_of(pictures: Iterable[bytes]) -> bytes:
    """Return a PDF with each JPEG on an A4 page of its own, upright or across as the picture is."""
    with pikepdf.new() as pdf:
        for jpeg in pictures:
            add_picture(pdf, jpeg)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def add_picture(pdf: pikepdf.Pdf, jpeg: bytes) -> None:
    """Append a page with a JPEG; its pixels stay as they are, only the frame around them is new."""
    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as picture:
        width, height, mode = picture.width, picture.height, picture.mode
    across, down = A4 if height >= width else (A4[1], A4[0])
    scale = min((across - 2 * MARGIN) / width, (down - HEAD - MARGIN) / height)
    left = (across - scale * width) / 2
    image = pdf.make_stream(
        jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        ColorSpace=pikepdf.Name.DeviceGray if mode == "L" else pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page = pdf.add_blank_page(page_size=(across, down))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=image))
    page.Contents = pdf.make_stream(
        f"q {scale * width:.3f} 0 0 {scale * height:.3f} {left:.3f} {down - HEAD - scale * height:.3f} cm /Page Do Q".encode()
    )
