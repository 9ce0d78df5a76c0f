"""Passports and identity cards of which no file shows the machine-readable zone."""

from collections.abc import Iterator

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.limits import ZONE_KINDS
from applications.documents.verdict import Outcome, Verdict, Words


@comparison(
    "missing-zone",
    version="1",
    kinds=ZONE_KINDS,
    label=Label("Géppel olvasható sorok megvannak", "Machine-readable zone present"),
    words={
        "zone-missing": Words(
            hu="Nem találjuk a géppel olvasható sorokat (ezek az okmány alján vannak, „<” jelekkel). Kérjük, töltse fel "
            "azt az oldalt is, vagy fényképezze le újra úgy, hogy az egész oldal látszódjék.",
            en="We cannot find the machine-readable lines (at the foot of the document, with “<” signs). Please upload "
            "that page too, or photograph it again so that the whole page can be seen.",
            staff_hu="Hiányoznak a géppel olvasható sorok",
            staff_en="Machine-readable zone missing",
        ),
    },
)
def missing_zone(compared: Comparison) -> Iterator[Verdict]:
    """Looks at all files of the paper together, since a card has its zone on one side only."""
    examinations = compared.paper.examinations
    if not any("mrz" in examination.versions for examination in examinations):
        raise DoesNotApplyError
    if compared.paper.mrz is None:
        yield Verdict("zone-missing", Outcome.REVIEW)
