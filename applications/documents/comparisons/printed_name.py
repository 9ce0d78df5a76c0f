"""The name of the person whom a paper is about, as printed, against the answers."""

from collections.abc import Iterator

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.disagreements import About, best_name, marriage_is_proved, name_verdict, words_of_names
from applications.documents.verdict import Verdict


@comparison(
    "printed-name",
    version="1",
    label=Label("Név az iraton", "Name on the paper"),
    words=words_of_names("printed-name", About("Név az iraton", "Name on the paper")),
    cost=2,
)
def printed_name(compared: Comparison) -> Iterator[Verdict]:
    """Every name the person ever bore counts; a name by marriage is explained where the certificate is at hand."""
    who = compared.expected.kin
    found = best_name(compared.paper.says("name"), who)
    if found is None:
        raise DoesNotApplyError
    said = name_verdict("printed-name", *found, married=marriage_is_proved(compared, who))
    if said is not None:
        yield said
