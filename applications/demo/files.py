"""Turns a picture into the file an applicant would bring: JPEG, PNG, TIFF, HEIC or PDF, whole or spoilt on purpose."""

import io
from datetime import UTC, datetime

import pikepdf
import pillow_heif
from PIL import Image

from applications.demo.people import Trouble

_EPOCH = datetime(2024, 1, 1, tzinfo=UTC)
MIME_TYPES = {
    "jpg": "image/jpeg", "png": "image/png", "tiff": "image/tiff", "heic": "image/heic", "pdf": "application/pdf",
}  # fmt: skip


def saved(picture: Image.Image, file_type: str, *, dpi: int, trouble: Trouble | None = None) -> bytes:
    """The bytes of the file; the same picture gives the same bytes (an encrypted PDF excepted)."""
    out = io.BytesIO()
    match file_type:
        case "png":
            picture.quantize(192).save(out, "PNG", dpi=(dpi, dpi))
        case "tiff":
            picture.convert("L").save(out, "TIFF", compression="tiff_lzw", dpi=(dpi, dpi))
        case "heic":
            pillow_heif.from_pillow(picture).save(out, quality=50, enc_params={"preset": "ultrafast"})
        case "pdf" if trouble is Trouble.DISGUISED:
            return _program()
        case "pdf":
            return _pdf(picture, dpi, trouble)
        case _:
            picture.save(out, "JPEG", quality=82, dpi=(dpi, dpi))
    return out.getvalue()


def _program() -> bytes:
    """The head of a Windows program under the name of a document; it does nothing."""
    return b"MZ" + bytes(58) + (128).to_bytes(4, "little") + bytes(64) + b"PE\0\0" + bytes(1024)


def _pdf(picture: Image.Image, dpi: int, trouble: Trouble | None) -> bytes:
    page = io.BytesIO()
    picture.save(page, "PDF", resolution=dpi, quality=80, creationDate=_EPOCH.timetuple(), modDate=_EPOCH.timetuple())
    page.seek(0)
    out = io.BytesIO()
    with pikepdf.open(page) as document:
        if trouble is Trouble.ACTIVE_CONTENT:
            action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert('specimen');"))
            document.Root.OpenAction = document.make_indirect(action)
        encryption = pikepdf.Encryption(owner="demo-owner", user="demo-user") if trouble is Trouble.ENCRYPTED else False
        document.save(out, encryption=encryption, deterministic_id=trouble is not Trouble.ENCRYPTED)
    return out.getvalue()
