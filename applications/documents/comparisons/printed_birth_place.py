"""The birth place printed on a paper against the answers, by any name it ever bore."""

from collections.abc import Iterator

from applications.documents.agreement import places
from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.disagreements import About, place_verdict, words_of_places
from applications.documents.verdict import Verdict


@comparison(
    "printed-birth-place",
    version="1",
    label=Label("Születési hely az iraton", "Birth place on the paper"),
    words=words_of_places("printed-birth-place", About("Születési hely", "Birth place")),
    cost=5,
)
def printed_birth_place(compared: Comparison) -> Iterator[Verdict]:
    """Kolozsvár, Cluj-Napoca and Klausenburg are one place."""
    fields, answered = compared.paper.says("born_place"), compared.expected.born_place
    if not fields or not answered:
        raise DoesNotApplyError
    field = max(fields, key=lambda each: places(each.value, answered))
    said = place_verdict("printed-birth-place", field, answered)
    if said is not None:
        yield said
