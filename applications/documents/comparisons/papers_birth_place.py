"""The birth place on a paper against that on other papers about the same person."""

from collections.abc import Iterator

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.disagreements import About, place_verdict, twins, where, words_of_places
from applications.documents.verdict import Verdict

ABOUT = About("Születési hely két iraton", "The birth place on two papers")


@comparison(
    "papers-birth-place",
    version="1",
    label=Label(*ABOUT),
    words=words_of_places("papers-birth-place", ABOUT),
    cost=6,
)
def papers_birth_place(compared: Comparison) -> Iterator[Verdict]:
    """By any name a place ever bore; the first reading on each paper."""
    looked = False
    for field, other, paper in twins(compared, "born_place"):
        looked = True
        said = place_verdict("papers-birth-place", field, other.value)
        if said is not None:
            yield Verdict(said.code, said.outcome, {**said.args, "other": paper}, where(field, other, paper))
    if not looked:
        raise DoesNotApplyError
