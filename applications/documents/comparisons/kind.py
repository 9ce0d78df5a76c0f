"""Whether a paper is what it was said to be: the kind its words and zone show, against the kind that was chosen."""

from collections.abc import Iterator
from typing import Final

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.comparison import ComparedPaper
from applications.documents.kind_names import NAMES
from applications.documents.verdict import Evidence, Outcome, Verdict, Words

TAKES_ANYTHING: Final = frozenset({"other", "name_proof", "former_citizenship_proof", "census_or_address_record"})
"""Kinds that any paper may serve as."""

ALSO: Final = {
    "old_passport": {"passport"},
    "naturalisation_record": {"citizenship_certificate"},
    "citizenship_certificate": {"domicile_certificate", "naturalisation_record"},
    "domicile_certificate": {"citizenship_certificate"},
    "divorce_decree": {"marriage_certificate"},
    "church_register": {"birth_certificate", "marriage_certificate", "death_certificate"},
    "military_record": {"id_card"},
    "work_book": {"id_card"},
    "emigration_record": {"passport"},
    "custody_decision": {"birth_certificate"},
    "consent_of_parent": {"id_card", "passport"},
    "spouse_statement": {"marriage_certificate"},
}  # fmt: skip
"""What else papers of a kind are rightly taken for: a church kept the registers that the state keeps now, an old
passport is a passport, a decree names the marriage that it ends.
"""


@comparison(
    "kind",
    version="1",
    label=Label("A papír fajtája", "Kind of paper"),
    words={
        "another-kind": Words(
            hu="Úgy látjuk, hogy a feltöltött papír: {seen_hu}. Ön ezt választotta: {claimed_hu}. Kérjük, nézze meg, jó fájlt "
            "töltött-e fel; ha igen, hagyja így, egy ügyintéző megnézi.",
            en="This looks like {seen_en}; you said {claimed_en}. Please see whether you uploaded the right file. If you "
            "did, leave it as it is: a caseworker will look at it.",
            staff_hu="Más fajtának látszik: {seen_hu} (megadva: {claimed_hu})",
            staff_en="Looks like {seen_en} (said to be {claimed_en})",
        ),
    },
)
def kind(compared: Comparison) -> Iterator[Verdict]:
    """A file that shows no known kind says nothing: old, handwritten and rare papers have no words that we know.

    Of several files of one paper it is enough that one shows the kind that was chosen: the others may be its other
    side, its translation, or a certificate bound to it.
    """
    claimed = compared.paper.kind
    seen = [examination.recognised for examination in compared.paper.examinations if examination.recognised]
    if claimed in TAKES_ANYTHING or not seen:
        raise DoesNotApplyError
    fitting = {claimed} | ALSO.get(claimed, set())
    if fitting.intersection(seen):
        return
    (seen_hu, seen_en), (claimed_hu, claimed_en) = NAMES[seen[0]], NAMES[claimed]
    args = {"seen": seen[0], "seen_hu": seen_hu, "seen_en": seen_en, "claimed_hu": claimed_hu, "claimed_en": claimed_en}
    yield Verdict("another-kind", Outcome.REVIEW, args, _where(compared.paper, seen[0]))


def _where(paper: ComparedPaper, seen: str) -> tuple[Evidence, ...]:
    """The words that say what it is, or the zone that does."""
    # The search among words brings numpy; a server that only needs the words of checks has no use for it.
    from applications.documents.recognition import recognise  # noqa: PLC0415

    found = recognise(paper.words)
    if found.kind == seen:
        return found.evidence
    return paper.zone_evidence
