"""A page of the state's own registers that speaks of a day before there were any. For caseworkers alone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from applications.documents.check import DoesNotApplyError, Label, check
from applications.documents.folding import folded
from applications.documents.verdict import Evidence, Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile

BEGAN: Final = "1895-10-01"
"""The day from which the state, and not the churches, registered births, marriages and deaths (Act XXXIII of 1894)."""

EVENT: Final = {"birth_certificate": "born_on", "marriage_certificate": "married_on", "death_certificate": "died_on"}
HUNGARIAN_FORM: Final = ("anyakonyvikivonat", "allamianyakonyv")
"""What stands, folded and without spaces, on extracts from the Hungarian state registers of all times."""


@check(
    "early-form",
    version="3",
    needs=("text",),
    cost=1,
    staff_only=True,
    label=Label("Volt-e már ilyen irat", "Such papers existed"),
    words={
        "form-before-its-time": Words(
            hu="Állami anyakönyvi kivonat {day} napjáról, de állami anyakönyv csak 1895. október 1-jétől van. Lehet "
            "utólagos bejegyzés is: nézze meg a bejegyzés napját.",
            en="An extract from the state registers about {day}, but those were kept only from 1 October 1895. It may be a "
            "late registration: see the day of the entry.",
            staff_hu="Állami kivonat 1895 előtti eseményről ({day})",
            staff_en="State extract about an event before 1895 ({day})",
        ),
        "issued-before-its-time": Words(
            hu="Állami anyakönyvi kivonat, amelyet {day} napján állítottak ki, de állami anyakönyv csak 1895. október "
            "1-jétől van. Nézze meg, jól olvastuk-e a napot.",
            en="An extract from the state registers issued on {day}, but those were kept only from 1 October 1895. See "
            "whether the day was read rightly.",
            staff_hu="Állami kivonat 1895 előtti kelettel ({day})",
            staff_en="State extract issued before 1895 ({day})",
        ),
    },
)
def early_form(file: "OpenedFile") -> Iterator[Verdict]:
    """Of Hungarian forms alone; other states began on other days."""
    letters = "".join(folded(word.text) for word in file.text.reading.words).replace(" ", "")
    if not any(sign in letters for sign in HUNGARIAN_FORM):
        raise DoesNotApplyError
    codes = {EVENT.get(file.text.kind, ""): "form-before-its-time", "issued_on": "issued-before-its-time"}
    for field in file.text.fields:
        if field.name in codes and field.value[:10] < BEGAN[: len(field.value)]:
            where = (Evidence(field.page, field.box),)
            yield Verdict(codes[field.name], Outcome.REVIEW, {"day": field.value}, where)
