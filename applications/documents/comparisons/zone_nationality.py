"""The nationality in the machine-readable zone against the answers."""

from collections.abc import Iterator

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.limits import ZONE_KINDS
from applications.documents.nationalities import alpha_2, country
from applications.documents.verdict import Outcome, Verdict, Words


@comparison(
    "zone-nationality",
    version="1",
    kinds=ZONE_KINDS,
    needs=("missing-zone",),
    label=Label("Állampolgárság az okmányban", "Nationality in the document"),
    words={
        "nationality-not-answered": Words(
            hu="Az okmány ezt az állampolgárságot mutatja: {country_hu}, Ön azonban ezt nem adta meg. Kérjük, egészítse "
            "ki a válaszait, vagy töltse fel a megfelelő okmányt.",
            en="The document shows a nationality that you have not given: {country_en}. Please add it to your answers, "
            "or upload the right document.",
            staff_hu="Meg nem adott állampolgárság: {country_hu}",
            staff_en="Nationality not in the answers: {country_en}",
        ),
    },
)
def zone_nationality(compared: Comparison) -> Iterator[Verdict]:
    """One of the nationalities answered must be the printed one. No check digit covers these letters."""
    zone, answered = compared.paper.mrz, compared.expected.nationalities
    if zone is None or not answered or "nationality" in zone.faults:
        raise DoesNotApplyError
    printed = zone.fields.get("nationality", "")
    if alpha_2(printed) not in {alpha_2(code) for code in answered}:
        args = {f"country_{language}": country(printed, language) for language in ("hu", "en")}
        yield Verdict("nationality-not-answered", Outcome.REVIEW, args, compared.paper.zone_evidence)
