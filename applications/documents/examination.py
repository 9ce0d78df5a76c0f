"""The result of examining one file: plain values that pass between the sandboxed child, the database and a command."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TypeVar

from applications.documents.verdict import Box, Evidence, Outcome, Scalar, Verdict

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """One page as drawn, upright; sizes in pixels of the drawn page, files are names inside the output folder.

    `turned` is by how many quarters to the left it was turned from how it was brought.
    """

    number: int
    width: int
    height: int
    preview_file: str
    thumb_file: str
    phash: str
    blank: bool
    blur: float
    resolution_dpi: int | None
    marks: tuple[int, ...] = ()
    turned: int = 0


@dataclass(frozen=True, slots=True)
class MrzReading:
    """A machine-readable zone as read: ICAO 9303 format, fields by name, and whether every check digit holds.

    Fields: document_code, issuing_state, family_names, given_names, document_number, nationality, born_on, sex,
    expires_on, optional. Dates are `YYMMDD` as printed; names are as printed with fillers turned to spaces.
    `confidence` is the reader's own, 0 to 100.
    """

    format: str
    lines: tuple[str, ...]
    fields: Mapping[str, str]
    valid: bool
    faults: tuple[str, ...]
    page: int
    box: Box | None
    confidence: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word as a reader of text saw it: page and line (both from 1), its place, and the reader's trust (0 to 100)."""

    text: str
    page: int
    line: int
    box: Box
    confidence: int


@dataclass(frozen=True, slots=True)
class PrintedField:
    """Something the text of a paper says: an id of PRINTED_FIELDS, its value, the words it was read from, and where.

    `value` is an ISO date (whole or partial) in fields that end in `_on`, otherwise the words as printed.
    """

    name: str
    value: str
    printed: str
    page: int
    box: Box | None


PRINTED_FIELDS = (
    "number",
    "issued_on",
    "issued_by",
    "name",
    "born_on",
    "born_place",
    "father",
    "mother",
    "husband",
    "wife",
    "married_on",
    "married_place",
    "died_on",
    "died_place",
)
"""What is looked for in the text of a paper; `name` is of the person whom the paper is about."""


@dataclass(frozen=True, slots=True)
class Examination:
    """Everything found out about one file, and what it cost.

    `true_type` is by content, `unknown` where it is none we know. `versions` names the checks that ran. `seconds` is
    wall time with the start of the child; `peak_mb` its largest resident memory. `network_isolated` and
    `files_confined` say whether the system allowed the child to be cut off from network and files.
    """

    true_type: str
    pages: tuple[Page, ...] = ()
    mrz: MrzReading | None = None
    words: tuple[Word, ...] = ()
    language: str = ""
    recognised: str = ""
    fields: tuple[PrintedField, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    peak_mb: float = 0.0
    network_isolated: bool = False
    files_confined: bool = False

    def as_json(self) -> dict[str, object]:
        """A value that `json.dumps` takes and `examination_from_json` reads back unchanged."""
        value = asdict(self)
        value["verdicts"] = [verdict.as_json() for verdict in self.verdicts]
        return value


LATER: Mapping[str, object] = {"words": (), "language": "", "recognised": "", "fields": ()}
"""What examinations lack that were stored before text was read."""


class UnreadableError(Exception):
    """A file, or a page of it, cannot be drawn."""


class ReaderMissingError(Exception):
    """The data of a text reader is not installed, or is not the data we know."""


class BadReportError(ValueError):
    """A stored or reported examination has not the agreed form."""


def examination_from_json(value: object) -> Examination:
    """Reads back what `Examination.as_json` made; raises BadReportError on any other form.

    The child that reports has met hostile input, so its report is read as strictly as the input itself.
    """
    data = {**LATER, **_mapping(value)}
    return Examination(
        true_type=_text(data, "true_type"),
        pages=tuple(_page(item) for item in _items(data, "pages")),
        mrz=None if data.get("mrz") is None else _mrz(data["mrz"]),
        words=tuple(_word(item) for item in _items(data, "words")),
        language=_text(data, "language"),
        recognised=_text(data, "recognised"),
        fields=tuple(_printed_field(item) for item in _items(data, "fields")),
        verdicts=tuple(verdict_from_json(item) for item in _items(data, "verdicts")),
        versions={str(key): str(version) for key, version in _mapping(data.get("versions")).items()},
        seconds=_number(data, "seconds"),
        peak_mb=_number(data, "peak_mb"),
        network_isolated=data.get("network_isolated") is True,
        files_confined=data.get("files_confined") is True,
    )


def verdict_from_json(value: object) -> Verdict:
    """Reads back what `Verdict.as_json` made; raises BadReportError on any other form."""
    data = _mapping(value)
    args: dict[str, Scalar] = {}
    for key, arg in _mapping(data.get("args")).items():
        if not isinstance(arg, Scalar):
            raise BadReportError(f"argument {key} is not a plain value")
        args[str(key)] = arg
    try:
        outcome = Outcome(_text(data, "outcome"))
    except ValueError as error:
        raise BadReportError(str(error)) from error
    return Verdict(
        code=_text(data, "code"),
        outcome=outcome,
        args=args,
        evidence=tuple(_evidence(item) for item in _items(data, "evidence")),
    )


def _evidence(value: object) -> Evidence:
    data = _mapping(value)
    return Evidence(page=int(_number(data, "page")), box=_box(data.get("box")))


def _page(value: object) -> Page:
    data = _mapping(value)
    dpi = data.get("resolution_dpi")
    return Page(
        number=int(_number(data, "number")),
        width=int(_number(data, "width")),
        height=int(_number(data, "height")),
        preview_file=_file_name(data, "preview_file"),
        thumb_file=_file_name(data, "thumb_file"),
        phash=_text(data, "phash"),
        blank=data.get("blank") is True,
        blur=_number(data, "blur"),
        resolution_dpi=dpi if isinstance(dpi, int) else None,
        marks=tuple(mark for mark in _items({"marks": (), **data}, "marks") if isinstance(mark, int)),
        turned=int(_number({"turned": 0, **data}, "turned")),
    )


def _mrz(value: object) -> MrzReading:
    data = _mapping(value)
    return MrzReading(
        format=_text(data, "format"),
        lines=_texts(data, "lines"),
        fields={str(key): str(text) for key, text in _mapping(data.get("fields")).items()},
        valid=data.get("valid") is True,
        faults=_texts(data, "faults"),
        page=int(_number(data, "page")),
        box=_box(data.get("box")),
        confidence=int(_number(data, "confidence")),
    )


def _word(value: object) -> Word:
    data = _mapping(value)
    return Word(
        text=_text(data, "text"),
        page=int(_number(data, "page")),
        line=int(_number(data, "line")),
        box=_whole_box(data.get("box")),
        confidence=int(_number(data, "confidence")),
    )


def _printed_field(value: object) -> PrintedField:
    data = _mapping(value)
    name = _text(data, "name")
    if name not in PRINTED_FIELDS:
        raise BadReportError(f"{name} is not a field of papers")
    return PrintedField(
        name=name,
        value=_text(data, "value"),
        printed=_text(data, "printed"),
        page=int(_number(data, "page")),
        box=_box(data.get("box")),
    )


def _mapping(value: object) -> Mapping[str, object]:
    return _typed(value, dict, lambda found: found)


def _typed(value: object, kind: type[T], reader: Callable[[T], T]) -> T:
    if not isinstance(value, kind):
        raise BadReportError(f"expected {kind.__name__}, found {type(value).__name__}")
    return reader(value)


def _items(data: Mapping[str, object], key: str) -> Sequence[object]:
    value = data.get(key)
    if not isinstance(value, list | tuple):
        raise BadReportError(f"{key} is not a list")
    return value


def _text(data: Mapping[str, object], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str):
        raise BadReportError(f"{key} is not text")
    return value


def _texts(data: Mapping[str, object], key: str) -> tuple[str, ...]:
    return tuple(str(item) for item in _items(data, key))


def _number(data: Mapping[str, object], key: str) -> float:
    value = data.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadReportError(f"{key} is not a number")
    return float(value)


def _file_name(data: Mapping[str, object], key: str) -> str:
    name = _text(data, key)
    if "/" in name or "\\" in name or name.startswith("."):
        raise BadReportError(f"{key} leaves the output folder")
    return name


def _box(value: object) -> Box | None:
    return None if value is None else _whole_box(value)


def _whole_box(value: object) -> Box:
    if not isinstance(value, list | tuple) or not all(isinstance(side, int | float) for side in value):
        raise BadReportError("a box has four numbers")
    try:
        left, top, right, bottom = (float(side) for side in value)
    except ValueError as error:
        raise BadReportError("a box has four numbers") from error
    return (left, top, right, bottom)
