"""The document number in the machine-readable zone against the answers."""

import re
from collections.abc import Iterator

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.limits import ZONE_KINDS
from applications.documents.verdict import Outcome, Verdict, Words

LOOK_ALIKE = str.maketrans("OQDIZSB", "0001258")
"""Letters that neither people nor readers tell from digits."""


@comparison(
    "zone-number",
    version="1",
    kinds=ZONE_KINDS,
    needs=("missing-zone",),
    label=Label("Okmányszám", "Document number"),
    words={
        "number-differs": Words(
            hu="Az okmány száma ({printed}) más, mint amit megadott ({answered}). Kérjük, javítsa a számot, vagy töltse "
            "fel a megfelelő okmányt.",
            en="The number of the document ({printed}) is not the one you gave ({answered}). Please correct the number, "
            "or upload the right document.",
            staff_hu="Eltérő okmányszám: {printed} / {answered}",
            staff_en="Document number differs: {printed} / {answered}",
        ),
    },
)
def zone_number(compared: Comparison) -> Iterator[Verdict]:
    """Without spaces and dashes; letters and digits that look alike count as the same."""
    zone = compared.paper.mrz
    answered = _plain(compared.expected.document_number or "")
    printed = _plain(zone.fields.get("document_number", "")) if zone else ""
    if zone is None or not answered or not printed or "document_number" in zone.faults:
        raise DoesNotApplyError
    if answered.translate(LOOK_ALIKE) != printed.translate(LOOK_ALIKE):
        args = {"printed": printed, "answered": answered}
        yield Verdict("number-differs", Outcome.REVIEW, args, compared.paper.zone_evidence)


def _plain(number: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", number.upper())
