"""Whether the document is still valid on the given day."""

from collections.abc import Iterator

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.limits import ZONE_KINDS
from applications.documents.mrz import day_of_expiry
from applications.documents.verdict import Outcome, Verdict, Words


@comparison(
    "zone-expiry",
    version="1",
    kinds=ZONE_KINDS,
    needs=("missing-zone",),
    label=Label("Érvényesség", "Validity"),
    words={
        "document-expired": Words(
            hu="Ez az okmány {expired} napján lejárt. A személyes ügyintézéshez érvényes okmány kell: kérjük, töltse fel "
            "az újat, ha már megvan, vagy hozza magával.",
            en="This document expired on {expired}. A valid one is needed at the visit: please upload the new one if you "
            "have it, or bring it with you.",
            staff_hu="Lejárt okmány ({expired})",
            staff_en="Expired document ({expired})",
        ),
    },
)
def zone_expiry(compared: Comparison) -> Iterator[Verdict]:
    """The day of expiry itself is still valid."""
    zone = compared.paper.mrz
    if zone is None or {"expires_on", "expires_on_date"} & set(zone.faults):
        raise DoesNotApplyError
    expires = day_of_expiry(zone.fields.get("expires_on", ""), compared.on)
    if not expires:
        raise DoesNotApplyError
    if expires < compared.on.isoformat():
        yield Verdict("document-expired", Outcome.REVIEW, {"expired": expires}, compared.paper.zone_evidence)
