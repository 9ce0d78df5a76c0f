"""Letters as PDF: a source of templates/letters and what it is to say become a tagged file for the archive.

Files are PDF/A-2a and PDF/UA-1. The compiler is kept for the life of the process, since starting one
costs more than ten letters; one letter is set at a time.
"""

import io
import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock

import segno
import typst
from django.conf import settings

SOURCES = settings.BASE_DIR / "templates" / "letters"
FONTS = Path(__file__).resolve().parent / "fonts"
_one_at_a_time = Lock()


@cache
def compiler() -> typst.Compiler:
    """Return this process's compiler; it sees our sources and our fonts and nothing else of the machine."""
    return typst.Compiler(root=str(SOURCES), font_paths=[str(FONTS)], ignore_system_fonts=True)


def typeset(source: str, data: Mapping[str, object], *, at: datetime) -> bytes:
    """Return the PDF of ``source`` (the name of a file of templates/letters, without ending) saying ``data``.

    The same data at the same instant give the same bytes. Raises typst.TypstError for a faulty source.
    """
    path = SOURCES / f"{source}.typ"
    with _one_at_a_time:
        pdf = compiler().compile(
            input=str(path),
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            timestamp=int(at.timestamp()),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )
    if not isinstance(pdf, bytes):
        raise TypeError(f"{source} gave no PDF.")
    return pdf


def qr_code(address: str) -> str:
    """Return ``address`` as a QR code in SVG."""
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawing, kind="svg", border=2)
    return drawing.getvalue().decode()
