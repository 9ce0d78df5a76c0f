"""Files made for tests: pages of print as pictures, and small PDF files written by hand or by pikepdf."""

import io
import random
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONT = Path(__file__).parents[2] / "applications" / "demo" / "fonts" / "LiberationSerif-Regular.ttf"
SENTENCE = "Alulírott igazolom, hogy Szabó Anna 1931. május 4-én Kézdivásárhelyen született."


def page(width: int = 1654, height: int = 2339, *, text: str = SENTENCE, lines: int = 30) -> Image.Image:
    """A4 at 200 dpi unless told: off-white paper with lines of print."""
    picture = Image.new("RGB", (width, height), (246, 243, 236))
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(FONT, max(8, width // 48))
    for number in range(lines):
        draw.text(
            (width // 12, height // 12 + number * height // 36), f"{number + 1}. {text}", font=font, fill=(30, 30, 40)
        )
    return picture


def blurred(picture: Image.Image, *, radius: float) -> Image.Image:
    """Out of focus."""
    return picture.filter(ImageFilter.GaussianBlur(radius))


def jpeg(picture: Image.Image, quality: int = 85, **options: object) -> bytes:
    """As a JPEG file."""
    return _saved(picture, "JPEG", quality=quality, **options)


def png(picture: Image.Image) -> bytes:
    """As a PNG file."""
    return _saved(picture, "PNG")


def tiff(*pictures: Image.Image) -> bytes:
    """As a TIFF file with a frame for each picture."""
    return _saved(pictures[0], "TIFF", save_all=True, append_images=list(pictures[1:]), compression="tiff_deflate")


def pdf_of(*pictures: Image.Image) -> bytes:
    """As a PDF of scans, one picture a page, at 200 dpi."""
    return _saved(pictures[0], "PDF", save_all=True, append_images=list(pictures[1:]), resolution=200)


def _saved(picture: Image.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, form, **options)
    return buffer.getvalue()


def noise(length: int, seed: int = 1) -> bytes:
    """Bytes that mean nothing."""
    return random.Random(seed).randbytes(length)  # noqa: S311 - not for secrets


def pdf_with(change, **saving: object) -> bytes:
    """A PDF of one scanned page that `change(pdf)` has had its hands on."""
    with pikepdf.open(io.BytesIO(pdf_of(page()))) as pdf:
        change(pdf)
        buffer = io.BytesIO()
        pdf.save(buffer, **saving)
        return buffer.getvalue()


def recursive_pdf() -> bytes:
    """A small PDF whose forms draw each other 20 times on ten levels: 20^10 drawings."""

    def change(pdf: pikepdf.Pdf) -> None:
        inner = pdf.make_stream(
            b"0 0 10 10 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
        )
        for _ in range(10):
            outer = pdf.make_stream(
                b"/F Do " * 20, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
            )
            outer.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=inner))
            inner = outer
        pdf.pages[0].obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=inner))
        pdf.pages[0].obj.Contents = pdf.make_stream(b"/F Do")

    return pdf_with(change)
