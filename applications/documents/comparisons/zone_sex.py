"""The sex in the machine-readable zone against the answers."""

from collections.abc import Iterator

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.limits import ZONE_KINDS
from applications.documents.verdict import Outcome, Verdict, Words

LETTERS = {"female": "F", "male": "M"}


@comparison(
    "zone-sex",
    version="1",
    kinds=ZONE_KINDS,
    needs=("missing-zone",),
    label=Label("Nem az okmányban", "Sex in the document"),
    words={
        "sex-differs": Words(
            hu="Az okmányban a nem ({printed}) más, mint amit megadott. Kérjük, nézze meg, jól válaszolt-e, és a "
            "megfelelő iratot töltötte-e fel.",
            en="The sex in the document ({printed}) is not the one you gave. Please see whether your answer is right and "
            "whether you uploaded the right paper.",
            staff_hu="Eltérő nem: {printed}",
            staff_en="Sex differs: {printed}",
        ),
    },
)
def zone_sex(compared: Comparison) -> Iterator[Verdict]:
    """A zone may leave the sex open; then there is nothing to compare. No check digit covers this letter."""
    zone = compared.paper.mrz
    answered = LETTERS.get(compared.expected.sex or "")
    printed = zone.fields.get("sex", "") if zone else ""
    if zone is None or not answered or printed not in LETTERS.values():
        raise DoesNotApplyError
    if printed != answered:
        yield Verdict("sex-differs", Outcome.REVIEW, {"printed": printed}, compared.paper.zone_evidence)
