"""The birth date printed on a paper against the answers."""

from collections.abc import Iterator

from applications.documents.agreement import days
from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.disagreements import About, date_verdict, words_of_dates
from applications.documents.verdict import Verdict


@comparison(
    "printed-birth",
    version="1",
    label=Label("Születési dátum az iraton", "Birth date on the paper"),
    words=words_of_dates("printed-birth", About("Születési dátum", "Birth date")),
)
def printed_birth(compared: Comparison) -> Iterator[Verdict]:
    """Only the parts that both know; a day and month that changed places are told as such."""
    fields, answered = compared.paper.says("born_on"), compared.expected.born_on
    if not fields or not answered:
        raise DoesNotApplyError
    field = max(fields, key=lambda each: days(each.value, answered))
    said = date_verdict("printed-birth", field, answered)
    if said is not None:
        yield said
