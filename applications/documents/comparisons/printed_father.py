"""The father's name as printed on a paper of the child, against the answers."""

from collections.abc import Iterator

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.disagreements import About, best_name, marriage_is_proved, name_verdict, words_of_names
from applications.documents.verdict import Verdict


@comparison(
    "printed-father",
    version="1",
    label=Label("Az apa neve az iraton", "Father’s name on the paper"),
    words=words_of_names("printed-father", About("Az apa neve az iraton", "Father’s name on the paper")),
    cost=2,
)
def printed_father(compared: Comparison) -> Iterator[Verdict]:
    """Silent where the answers name no father."""
    who = compared.expected.father
    found = best_name(compared.paper.says("father"), who) if who is not None else None
    if who is None or found is None:
        raise DoesNotApplyError
    said = name_verdict("printed-father", *found, married=marriage_is_proved(compared, who))
    if said is not None:
        yield said
