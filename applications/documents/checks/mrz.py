"""The machine-readable zone of passports and identity cards: found, and true to its own check digits."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import Label, check
from applications.documents.examination import ReaderMissingError
from applications.documents.limits import ZONE_KINDS
from applications.documents.verdict import Evidence, Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile


@check(
    "mrz",
    version="4",
    kinds=ZONE_KINDS,
    needs=("readable",),
    cost=500,
    label=Label("Géppel olvasható sorok", "Machine-readable zone"),
    words={
        "mrz-read": Words(
            hu="Az okmány géppel olvasható sorait elolvastuk.",
            en="We have read the machine-readable lines of the document.",
            staff_hu="Géppel olvasható sorok: elolvasva ({format})",
            staff_en="Machine-readable zone read ({format})",
        ),
        "mrz-not-here": Words(
            hu="Ezen a képen nem találtunk géppel olvasható sorokat.",
            en="We found no machine-readable lines on this picture.",
            staff_hu="Nincs géppel olvasható sor a képen",
            staff_en="No machine-readable zone on this picture",
        ),
        "mrz-faulty": Words(
            hu="Az okmány alján lévő, géppel olvasható sorokat nem tudtuk hibátlanul elolvasni. Kérjük, fényképezze le "
            "újra úgy, hogy a „<” jeles sorok végig élesek legyenek, és ne csillogjon rajtuk fény.",
            en="We could not read the lines with “<” signs at the foot of the document without fault. Please photograph "
            "it again so that these lines are sharp from end to end, without glare.",
            staff_hu="Hibás géppel olvasható sorok ({faults})",
            staff_en="Machine-readable zone does not hold ({faults})",
        ),
        "mrz-reader-missing": Words(
            hu="A géppel olvasható sorokat most nem tudjuk elolvasni; egy ügyintéző megnézi. Önnek most nincs teendője.",
            en="We cannot read the machine-readable lines at present; a caseworker will look at them. You need not do "
            "anything now.",
            staff_hu="Nem olvasva: hiányzik az olvasó adata",
            staff_en="Not read: the reader's data is missing",
        ),
    },
)
def mrz(file: "OpenedFile") -> Iterator[Verdict]:
    """Check digits are weak (1, L and B are one to them): a zone that holds is still compared with the answers."""
    try:
        zone = file.zone
    except ReaderMissingError:
        yield Verdict("mrz-reader-missing", Outcome.NOT_CHECKED)
        return
    if zone is None:
        # The other side of a card and further pages of a passport have none: missing-zone looks at the whole paper.
        yield Verdict("mrz-not-here", Outcome.ACCEPT)
        return
    where = (Evidence(zone.page, zone.box),)
    if zone.valid:
        yield Verdict("mrz-read", Outcome.ACCEPT, {"format": zone.format}, where)
    else:
        yield Verdict("mrz-faulty", Outcome.REVIEW, {"faults": ", ".join(zone.faults)}, where)
