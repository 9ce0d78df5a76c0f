"""The mother's name as printed on a paper of the child, against the answers."""

from collections.abc import Iterator

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.disagreements import About, best_name, marriage_is_proved, name_verdict, words_of_names
from applications.documents.verdict import Verdict


@comparison(
    "printed-mother",
    version="1",
    label=Label("Az anya neve az iraton", "Mother’s name on the paper"),
    words=words_of_names("printed-mother", About("Az anya neve az iraton", "Mother’s name on the paper")),
    cost=2,
)
def printed_mother(compared: Comparison) -> Iterator[Verdict]:
    """Silent where the answers name no mother; registers name her by birth or by marriage."""
    who = compared.expected.mother
    found = best_name(compared.paper.says("mother"), who) if who is not None else None
    if who is None or found is None:
        raise DoesNotApplyError
    said = name_verdict("printed-mother", *found, married=marriage_is_proved(compared, who))
    if said is not None:
        yield said
