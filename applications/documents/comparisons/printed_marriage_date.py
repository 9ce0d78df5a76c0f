"""The date of a marriage printed on a paper against the answers."""

from collections.abc import Iterator

from applications.documents.agreement import days
from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.couples import best_couple
from applications.documents.disagreements import About, date_verdict, words_of_dates
from applications.documents.verdict import Verdict


@comparison(
    "printed-marriage-date",
    version="1",
    label=Label("A házasságkötés napja az iraton", "Marriage date on the paper"),
    words=words_of_dates("printed-marriage-date", About("A házasságkötés napja", "Marriage date")),
    cost=4,
)
def printed_marriage_date(compared: Comparison) -> Iterator[Verdict]:
    """The answered date of the couple that fits best; where nobody is printed, of the only couple there is."""
    fields, fitting = compared.paper.says("married_on"), best_couple(compared)
    couples = [fitting.couple] if fitting else compared.expected.couples
    answered = couples[0].married_on if len(couples) == 1 else None
    if not fields or not answered:
        raise DoesNotApplyError
    field = max(fields, key=lambda each: days(each.value, answered))
    said = date_verdict("printed-marriage-date", field, answered)
    if said is not None:
        yield said
