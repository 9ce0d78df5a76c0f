"""The parents that a child's paper names against the parents' own papers."""

from collections.abc import Iterator

from applications.documents.agreement import judged, parted
from applications.documents.check import ComparedPaper, Comparison, DoesNotApplyError, Label, comparison
from applications.documents.comparison import Kin
from applications.documents.disagreements import About, marriage_is_proved, name_verdict, where, words_of_names
from applications.documents.examination import PrintedField
from applications.documents.verdict import Verdict

ABOUT = About("A szülő neve a gyermek és a szülő iratán", "The parent’s name on the child’s and on the parent’s paper")


@comparison("papers-parents", version="1", label=Label(*ABOUT), words=words_of_names("papers-parents", ABOUT), cost=6)
def papers_parents(compared: Comparison) -> Iterator[Verdict]:
    """Each parent's name as printed here, against the name on every paper about that parent."""
    looked = False
    for role in ("father", "mother"):
        parent: Kin | None = getattr(compared.expected, role)
        if parent is None or not parent.person:
            continue
        for field in compared.paper.says(role)[:1]:
            for other, own in _own_papers(compared, parent):
                looked = True
                said = _against(compared, parent, field, other, own)
                if said is not None:
                    yield Verdict(said.code, said.outcome, {**said.args, "role": role}, said.evidence)
    if not looked:
        raise DoesNotApplyError


def _own_papers(compared: Comparison, parent: Kin) -> Iterator[tuple[ComparedPaper, PrintedField]]:
    for other in compared.others:
        if other.about == parent.person:
            for own in other.says("name")[:1]:
                yield other, own


def _against(
    compared: Comparison, parent: Kin, field: PrintedField, other: ComparedPaper, own: PrintedField
) -> Verdict | None:
    """The other paper's name stands for an answer; what is answered beside it tells of names by marriage."""
    family, given = parted(own.value, parent.family_names)
    found = judged(field.value, Kin(parent.person, (family,), (given,), parent.partners, parent.circle))
    said = name_verdict("papers-parents", field, found, married=marriage_is_proved(compared, parent))
    if said is None:
        return None
    args = {**said.args, "answered": own.printed or own.value, "other": other.id}
    return Verdict(said.code, said.outcome, args, where(field, own, other.id))
