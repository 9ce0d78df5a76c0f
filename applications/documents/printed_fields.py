"""What the text of a paper says: the fields of PRINTED_FIELDS, found by their labels on drawn or stored words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from applications.documents.examination import PRINTED_FIELDS, PrintedField, Word
from applications.documents.field_labels import KIND_FIELDS
from applications.documents.labels_found import Label, labels_on, until
from applications.documents.limits import ZONE_KINDS
from applications.documents.page_rows import Rows
from applications.documents.phrase_search import around
from applications.documents.printed_values import (
    Value,
    dated,
    is_forename,
    is_office,
    is_reliable,
    name_in,
    number_of,
    office_in,
    place_in,
    whole_name_in,
)

SUBJECT: Final = "name"
LEAST_OF_A_FORM: Final = 3
"""Fields that make a form of a paper of no known kind; with fewer, words that look like labels are only words."""

OF_SUBJECT: Final = frozenset({"born_on", "born_place", "died_on", "died_place"})
"""Fields that are told of parents and witnesses too; only those of the person whom the paper is about are taken."""

AT_THE_FOOT: Final = frozenset({"issued_by", "number"})
"""Fields that may stand below the date of issue; all others stand above it."""


@dataclass
class _Said:
    """What one page says so far."""

    fields: dict[str, Value] = field(default_factory=dict)
    parts: dict[str, dict[str, Value]] = field(default_factory=dict)

    def tell(self, name: str, value: Value | None) -> None:
        """Keeps a value where none is known yet."""
        if value is not None:
            self.fields.setdefault(name, value)

    def tell_part(self, person: str, part: str, value: Value | None) -> None:
        """Keeps a part of a person's name where none is known yet."""
        if value is not None and person:
            self.parts.setdefault(person, {}).setdefault(part, value)


def printed_fields(words: Sequence[Word], kind: str, languages: Iterable[str] = ()) -> tuple[PrintedField, ...]:
    """The fields that the words of a file say, each once, from its first page that says it.

    `kind` is what the paper was recognised as (or empty), `languages` what it was read in.
    """
    wanted = KIND_FIELDS.get(kind, PRINTED_FIELDS)
    spoken = tuple(languages)
    american = set(spoken) == {"eng"}
    found: dict[str, PrintedField] = {}
    for page in sorted({word.page for word in words}):
        on_page = [word for word in words if word.page == page]
        for name, value in _said_on(
            on_page, american=american, latin=spoken[:1] == ("lat",), booklet=kind in ZONE_KINDS
        ).items():
            if name in wanted and name not in found:
                printed = " ".join(word.text for word in value.words)
                found[name] = PrintedField(name, value.value, printed, page, around(value.words))
    if not kind and len(found) < LEAST_OF_A_FORM:
        return ()
    return tuple(found[name] for name in PRINTED_FIELDS if name in found)


def _said_on(words: Sequence[Word], *, american: bool, latin: bool, booklet: bool) -> dict[str, Value]:
    rows = Rows(words)
    labels = labels_on(rows)
    said = _Said()
    reader = _PageReader(rows, labels, said, american=american)
    for label in labels:
        reader.hear(label)
    # Church registers in Latin give a child its forename alone; whose it is stands with the parents.
    for person, parts in said.parts.items():
        forename = parts.get("full") if latin and person == SUBJECT else None
        said.tell(person, _whole_name(parts) or (forename if forename and is_forename(forename) else None))
    # On a passport the last date is that of its expiry.
    if "issued_on" not in said.fields and not booklet:
        said.tell("issued_on", reader.unlabelled_date())
    return said.fields


class _PageReader:
    """Goes through the labels of a page and knows of whom it speaks."""

    def __init__(self, rows: Rows, labels: Sequence[Label], said: _Said, *, american: bool) -> None:
        self._rows, self._labels, self._said, self._american = rows, labels, said, american
        self._places = [label.place for label in labels]
        self._person = SUBJECT
        self._columns: dict[str, float] = {}

    def hear(self, label: Label) -> None:
        """Takes what a label says."""
        if label.role == "person":
            self._hear_person(label)
        elif label.role == "part":
            self._hear_part(label)
        elif label.role == "field":
            self._hear_field(label)

    def _hear_person(self, label: Label) -> None:
        person = label.names[0]
        beside = [other for other in self._labels if other.role == "person" and other.place.row == label.place.row]
        value = name_in(self._rows.after(label.place, until(self._rows, self._labels, label.place)))
        if value and is_reliable(value):
            self._said.tell_part(person, "full", value)
            return
        self._person = person
        named = {other.names[0]: self._centre(other) for other in beside}
        self._columns = named if len(named) > 1 else {}

    def _hear_part(self, label: Label) -> None:
        part = label.names[0]
        twins = [other for other in self._labels if other.names == label.names and other.place.row == label.place.row]
        if self._columns and len(twins) == 1:
            words = self._rows.all_after(label.place, until(self._rows, self._labels, label.place))
            for person in self._columns:
                own = [word for word in words if self._nearest((word.box[0] + word.box[2]) / 2) == person]
                self._said.tell_part(person, part, name_in(own))
            return
        person = self._nearest(self._centre(label)) if self._columns else self._person
        for words in self._values(label):
            value = name_in(words)
            if value:
                self._said.tell_part(person, part, value)
                return

    def _hear_field(self, label: Label) -> None:
        for name in label.names:
            if name in OF_SUBJECT and self._person not in (SUBJECT, ""):
                continue
            if name.endswith("_on"):
                self._said.tell(name, self._date(label))
            elif name.endswith("_place"):
                self._said.tell(name, self._first(label, place_in))
            elif name == "number":
                self._tell_number(self._first(label, number_of))
            elif name == "issued_by":
                self._said.tell(name, self._office(label))
            else:
                self._said.tell(name, self._first(label, whole_name_in))

    def _tell_number(self, value: Value | None) -> None:
        """A number with its series is the paper's own; one without may be that of the entry or a page."""
        known = self._said.fields.get("number")
        if value and known and value.value[0].isalpha() and not known.value[0].isalpha():
            del self._said.fields["number"]
        self._said.tell("number", value)

    def _values(self, label: Label) -> Iterator[list[Word]]:
        """The words that may be a label's value, the likeliest first: to its right, below it, above it."""
        end = until(self._rows, self._labels, label.place)
        right = self._rows.after(label.place, end)
        above = self._rows.over(label.place, self._places)
        below = self._rows.under(label.place, self._places)
        yield right
        yield self._rows.set_off(label.place, end)
        if above and (not below or self._gap(label, above) < self._gap(label, below)):
            yield above
        yield below

    def _gap(self, label: Label, words: Sequence[Word]) -> float:
        own = around(self._rows.at(label.place))
        other = around(words)
        return max(other[1] - own[3], own[1] - other[3])

    def _first(self, label: Label, reading: Callable[[Sequence[Word]], Value | None]) -> Value | None:
        return next((value for words in self._values(label) if (value := reading(words))), None)

    def _date(self, label: Label) -> Value | None:
        tried = list(self._values(label))
        row = list(self._rows.rows[label.place.row])
        for words in [*tried, tried[0] + tried[-1], row[: label.place.start]]:
            value = dated(words, american=self._american)
            if value:
                return value
        return None

    def _office(self, label: Label) -> Value | None:
        own = list(self._rows.at(label.place))
        right = self._rows.after(label.place, until(self._rows, self._labels, label.place))
        if right and is_office(own, right):
            return office_in([*own, *right])
        return self._first(label, office_in)

    def unlabelled_date(self) -> Value | None:
        """The last date of the page, below what the paper says and later than all other dates: papers end with place,
        date and signature.
        """
        labelled = {place.row for place in self._places}
        dates = [
            (number, value)
            for number, row in enumerate(self._rows.rows)
            if (value := dated(row, american=self._american))
        ]
        told = [word for name, value in self._said.fields.items() if name not in AT_THE_FOOT for word in value.words]
        lowest = max((word.box[3] for word in told), default=1.0)
        if not dates or dates[-1][0] in labelled or dates[-1][1].words[0].box[1] < lowest:
            return None
        last = dates[-1][1]
        others = [value.value for _number, value in dates[:-1]]
        return None if any(other > last.value for other in others) else last

    def _centre(self, label: Label) -> float:
        left, _, right, _ = around(self._rows.at(label.place))
        return (left + right) / 2

    def _nearest(self, across: float) -> str:
        return min(self._columns, key=lambda person: abs(self._columns[person] - across))


def _whole_name(parts: dict[str, Value]) -> Value | None:
    """The whole name where the paper gives it in one place, else family name and given names; never one of them alone."""
    whole = parts.get("full")
    if whole is None and "family" in parts and "given" in parts:
        told = [parts[part] for part in ("family", "given", "middle") if part in parts]
        whole = Value(" ".join(value.value for value in told), tuple(word for value in told for word in value.words))
    return whole if whole is not None and is_reliable(whole) else None
