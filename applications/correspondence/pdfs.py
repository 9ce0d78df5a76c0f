"""Every PDF a case can have: its id, its title, when it is made. Its words are in templates/letters/<id>.typ.

To add one, add a row, its source, and what it says in drafts.py.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class PdfKind:
    """A PDF; ``own`` ones are the applicant's papers (packet, copy), the others the office's letters."""

    id: str
    title: str | Promise
    own: bool = False


PDFS: tuple[PdfKind, ...] = (
    PdfKind("packet", _("Packet for the visit, to print"), own=True),
    PdfKind("copy", _("Copy of what you sent"), own=True),
    PdfKind("information_request", _("Request for information")),
    PdfKind("grant_notice", _("Notice of naturalisation")),
    PdfKind("refusal_notice", _("Notice of the President’s decision")),
    PdfKind("termination", _("Decision to terminate the procedure")),
    PdfKind("summons", _("Summons to the oath of citizenship")),
    PdfKind("certificate", _("Certificate of naturalisation")),
    PdfKind("oath_record", _("Record of the oath or promise")),
)
PDF = {pdf.id: pdf for pdf in PDFS}
