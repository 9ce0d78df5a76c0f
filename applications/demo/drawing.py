"""From a planned paper to the file of it: draw, scan, save."""

import zlib
from collections.abc import Callable

from applications.demo.certificates import draw_certificate
from applications.demo.designs import DESIGNS
from applications.demo.files import saved
from applications.demo.identity import draw_id_card, draw_passport
from applications.demo.people import Family, Paper
from applications.demo.proofs import draw_citizenship_certificate, draw_domicile_certificate, draw_military_record
from applications.demo.scanning import scanned
from applications.demo.sheet import Sheet
from applications.demo.writings import draw_consent, draw_cv, draw_photo, draw_translation

FORMS: dict[str, Callable[..., Sheet]] = {
    **dict.fromkeys(DESIGNS, draw_certificate),
    "passport": draw_passport,
    "id_card": draw_id_card,
    "cv": draw_cv,
    "photo": draw_photo,
    "translation": draw_translation,
    "consent": draw_consent,
    "citizenship_certificate": draw_citizenship_certificate,
    "domicile_certificate": draw_domicile_certificate,
    "military_record": draw_military_record,
}
"""Every drawing by the form a paper names."""


def seed_of(family: Family, paper: Paper) -> int:
    """The seed of a paper's grain, hand and tilt."""
    return zlib.crc32(f"{family.seed}/{family.number}/{paper.form}/{paper.about}".encode())


def drawn(family: Family, paper: Paper) -> Sheet:
    """The clean sheet of a paper, before any machine saw it."""
    return FORMS[paper.form](family, paper, seed=seed_of(family, paper))


def paper_file(family: Family, paper: Paper) -> bytes:
    """The file of a paper; ``paper.values`` then says what is written on it."""
    sheet = drawn(family, paper)
    picture = scanned(sheet.image, paper.finish, seed=seed_of(family, paper), trouble=paper.trouble)
    return saved(picture, paper.file_type, dpi=sheet.dpi, trouble=paper.trouble)
