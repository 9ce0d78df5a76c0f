"""The husband and the wife printed on a paper against the marriages that were answered."""

from collections.abc import Iterator

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.couples import best_couple
from applications.documents.disagreements import About, name_verdict, words_of_names
from applications.documents.verdict import Verdict

ABOUT = About("A házasfelek neve az iraton", "Names of husband and wife on the paper")


@comparison(
    "printed-spouses",
    version="1",
    label=Label(*ABOUT),
    words=words_of_names("printed-spouses", ABOUT),
    cost=4,
)
def printed_spouses(compared: Comparison) -> Iterator[Verdict]:
    """Against the couple that fits best: the person's own marriages, or the parents' among the papers of the child."""
    fitting = best_couple(compared)
    if fitting is None:
        raise DoesNotApplyError
    for field, found in fitting.partners:
        said = name_verdict("printed-spouses", field, found, married=True)
        if said is not None:
            yield said
