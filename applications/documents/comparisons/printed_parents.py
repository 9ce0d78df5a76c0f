"""The parents' names as printed on a paper of the child, each against the answers."""

from collections.abc import Iterator

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.comparison import Kin
from applications.documents.disagreements import About, best_name, marriage_is_proved, name_verdict, words_of_names
from applications.documents.verdict import Verdict

FATHER = About("Az apa neve az iraton", "Father’s name on the paper")
MOTHER = About("Az anya neve az iraton", "Mother’s name on the paper")


@comparison("printed-father", version="1", label=Label(*FATHER), words=words_of_names("printed-father", FATHER), cost=2)
def printed_father(compared: Comparison) -> Iterator[Verdict]:
    """Silent where the answers name no father."""
    yield from _printed("printed-father", "father", compared.expected.father, compared)


@comparison("printed-mother", version="1", label=Label(*MOTHER), words=words_of_names("printed-mother", MOTHER), cost=2)
def printed_mother(compared: Comparison) -> Iterator[Verdict]:
    """Silent where the answers name no mother; registers name her by birth or by marriage."""
    yield from _printed("printed-mother", "mother", compared.expected.mother, compared)


def _printed(check: str, field: str, who: Kin | None, compared: Comparison) -> Iterator[Verdict]:
    found = best_name(compared.paper.says(field), who) if who is not None else None
    if who is None or found is None:
        raise DoesNotApplyError
    said = name_verdict(check, *found, married=marriage_is_proved(compared, who))
    if said is not None:
        yield said
