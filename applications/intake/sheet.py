"""The data sheet: answers as people read them, in both languages, frozen with every submission.

Only the form knows its own words. The front door hands in, once at start, a writer that turns an
application's answers into rows; everything that prints answers later (packet, copy, case page) reads
the frozen rows, so that what was signed can be shown without the form it was signed on.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from django.core.exceptions import ImproperlyConfigured

from applications.intake.models import Application


@dataclass(frozen=True)
class Row:
    """One answer on the sheet.

    ``person`` is the id of whom it is about; ``step`` and ``field`` say where it was answered (an item
    of a repeating page as ``field/2``); ``section_*`` is the block's heading, ``label_*`` the question,
    ``value_*`` the answer in words, empty where nothing was answered.
    """

    section: str
    section_hu: str
    section_en: str
    person: int
    person_hu: str
    person_en: str
    step: str
    field: str
    label_hu: str
    label_en: str
    value_hu: str
    value_en: str

    def as_json(self) -> dict[str, object]:
        """Return the row as it is frozen."""
        return asdict(self)


Writer = Callable[[Application], Sequence[Row]]
_writers: list[Writer] = []


def written_by(writer: Writer) -> Writer:
    """Have the sheet written by ``writer``; the last one named counts."""
    _writers.append(writer)
    return writer


def rows_of(application: Application) -> list[Row]:
    """Return the sheet of an application as it stands; raises ImproperlyConfigured where nobody writes it."""
    if not _writers:
        raise ImproperlyConfigured("No form has named the writer of the data sheet.")
    return list(_writers[-1](application))


def frozen_rows(sheet: Sequence[dict[str, object]]) -> list[Row]:
    """Return the rows of a submission's frozen sheet."""
    return [Row(**row) for row in sheet]  # type: ignore[arg-type]  # as_json wrote exactly these fields
