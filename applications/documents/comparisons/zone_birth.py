"""The birth date in the machine-readable zone against the answers."""

from collections.abc import Iterator

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.limits import ZONE_KINDS
from applications.documents.verdict import Outcome, Verdict, Words


@comparison(
    "zone-birth",
    version="1",
    kinds=ZONE_KINDS,
    needs=("missing-zone",),
    label=Label("Születési dátum az okmányban", "Birth date in the document"),
    words={
        "birth-differs": Words(
            hu="Az okmányban más születési dátum áll ({printed}), mint amit megadott ({answered}). Kérjük, javítsa, "
            "amelyik hibás, vagy töltse fel a megfelelő iratot.",
            en="The document shows another birth date ({printed}) than your answer ({answered}). Please correct the one "
            "that is wrong, or upload the right paper.",
            staff_hu="Eltérő születési dátum: {printed} / {answered}",
            staff_en="Birth date differs: {printed} / {answered}",
        ),
    },
)
def zone_birth(compared: Comparison) -> Iterator[Verdict]:
    """Only the parts that both know; a zone has no century, so years are compared by their last two digits."""
    zone, answered = compared.paper.mrz, compared.expected.born_on
    if zone is None or not answered or {"born_on", "born_on_date"} & set(zone.faults):
        raise DoesNotApplyError
    printed = zone.fields.get("born_on", "").ljust(6)
    ours = [answered[2:4], *answered.split("-")[1:]]
    theirs = [printed[0:2], printed[2:4], printed[4:6]]
    known = [(our, their) for our, their in zip(ours, theirs, strict=False) if their.strip()]
    if not known:
        raise DoesNotApplyError
    if any(our != their for our, their in known):
        args = {"printed": "-".join(part for part in theirs if part.strip()), "answered": answered}
        yield Verdict("birth-differs", Outcome.REVIEW, args, compared.paper.zone_evidence)
