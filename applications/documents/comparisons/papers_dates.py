"""Dates on a paper against the same dates on other papers about the same person."""

from collections.abc import Iterator

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.disagreements import About, date_verdict, twins, where, words_of_dates
from applications.documents.verdict import Verdict

ABOUT = About("Dátum két iraton", "A date on two papers")
FIELDS = ("born_on", "married_on", "died_on")


@comparison("papers-dates", version="1", label=Label(*ABOUT), words=words_of_dates("papers-dates", ABOUT), cost=6)
def papers_dates(compared: Comparison) -> Iterator[Verdict]:
    """Births, deaths, and marriages: the first reading on each paper, only the parts that both know."""
    looked = False
    for name in FIELDS:
        for field, other, paper in twins(compared, name):
            looked = True
            said = date_verdict("papers-dates", field, other.value)
            if said is not None:
                args = {**said.args, "answered": other.printed or other.value, "other": paper}
                yield Verdict(said.code, said.outcome, args, where(field, other, paper))
    if not looked:
        raise DoesNotApplyError
