"""What a file leaves to be found again by, and who else left the same: an index, never a comparison with all.

Marks only nominate; assessment.seen confirms by the pictures themselves, by numbers and by text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection, transaction

from applications.core.encryption import trace_keys
from applications.documents.examination import Examination, examination_from_json
from applications.documents.models import CheckedFile, Trace
from applications.family.services import folded
from applications.intake.models import Application

SHINGLE: Final = 6
"""Words in a row by which a text is known."""

SHINGLES: Final = 48
FEWEST_DIGITS: Final = 3
PER_KEY: Final = 200
"""Rows looked at of one key: what thousands of pages have in common says nothing."""

SHARED_MARKS: Final = 3
NOMINATED: Final = 12
TEXT_KINDS: Final = frozenset({"cv", "cv_handwritten"})


@dataclass(frozen=True, slots=True, order=True)
class Left:
    """A trace before it is written: its kind, its value in clear, the page it was found on (0: the whole)."""

    kind: str
    value: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Met:
    """A page of another file that left some of the same traces, and how many."""

    checked: int
    page: int
    own_page: int
    shared: int


def left_by(checked: CheckedFile, kind: str) -> list[Left]:
    """Return the traces of an examined file used as a paper of ``kind``; none before its examination."""
    if not checked.examination:
        return []
    examination = examination_from_json(checked.examination)
    left = [Left(Trace.Kind.BYTES, checked.sha256)]
    left += [Left(Trace.Kind.PICTURE, str(mark), page.number) for page in examination.pages for mark in page.marks]
    number = number_of(examination)
    if number:
        left.append(Left(Trace.Kind.NUMBER, f"{kind}/{number}"))
    if kind in TEXT_KINDS:
        left += [Left(Trace.Kind.WORDING, shingle) for shingle in sketch(shingles(examination))]
    return left


def number_of(examination: Examination) -> str:
    """Return the number of a paper as it is compared: of its zone, else as printed with who issued it; or nothing."""
    if examination.mrz and examination.mrz.valid:
        fields = examination.mrz.fields
        return folded(f"{fields.get('issuing_state', '')}/{fields.get('document_number', '')}").replace(" ", "")
    printed = {field.name: field.value for field in examination.fields}
    number = folded(printed.get("number", "")).replace(" ", "")
    if sum(letter.isdigit() for letter in number) < FEWEST_DIGITS:
        return ""
    return "/".join([number, folded(printed.get("issued_by", "")), printed.get("issued_on", "")[:4]])


def shingles(examination: Examination) -> set[str]:
    """Return every six words in a row of a text, without accents and signs."""
    words = [word for said in examination.words if (word := "".join(filter(str.isalnum, folded(said.text))))]
    return {" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}


def sketch(said: Iterable[str]) -> list[str]:
    """Return the same few shingles of the same text: those whose fingerprints are smallest."""
    return sorted(said, key=lambda each: trace_keys("sketch", each)[-1])[:SHINGLES]


def write(left: Iterable[Left], *, checked: CheckedFile | None = None, application: Application | None = None) -> None:
    """Let these be the traces of a file or of an application; run twice, nothing changes."""
    wanted = Counter({(each.kind, trace_keys(each.kind, each.value)[0], each.page): 1 for each in left})
    with transaction.atomic():
        rows = Trace.objects.filter(checked=checked, application=application)
        standing = {(row.kind, row.key, row.page): row.pk for row in rows}
        gone = [pk for key, pk in standing.items() if key not in wanted]
        if gone:
            Trace.objects.filter(pk__in=gone).delete()
        Trace.objects.bulk_create(
            Trace(kind=kind, key=key, page=page, checked=checked, application=application)
            for kind, key, page in wanted
            if (kind, key, page) not in standing
        )


def met(left: Sequence[Left]) -> dict[str, list[Met]]:
    """Return by kind the pages of files that left the same, first those that share what few others have.

    What is printed on every paper of a form is common and weighs little; what was written on this one is rare.
    """
    asked = {key: each for each in left for key in trace_keys(each.kind, each.value)}
    pages_of: dict[int, set[int]] = defaultdict(set)
    for each in left:
        for key in trace_keys(each.kind, each.value):
            pages_of[key].add(each.page)
    rows = rows_of(sorted(asked), "checked_id")
    common = Counter(key for key, _checked, _page in rows)
    shared: Counter[tuple[str, int, int, int]] = Counter()
    worth: defaultdict[tuple[str, int, int, int], float] = defaultdict(float)
    for key, checked, page in rows:
        for own_page in pages_of[key]:
            pair = (asked[key].kind, checked, page, own_page)
            shared[pair] += 1
            worth[pair] += 1 / common[key]
    found: dict[str, list[Met]] = defaultdict(list)
    for pair in sorted(shared, key=lambda each: (-worth[each], each)):
        kind, checked, page, own_page = pair
        if shared[pair] >= (SHARED_MARKS if kind in {Trace.Kind.PICTURE, Trace.Kind.WORDING} else 1):
            found[kind].append(Met(checked, page, own_page, shared[pair]))
    return found


def applications_with(left: Sequence[Left]) -> dict[str, set[int]]:
    """Return by kind the applications that left the same."""
    asked = {key: each.kind for each in left for key in trace_keys(each.kind, each.value)}
    found: dict[str, set[int]] = defaultdict(set)
    for key, application, _page in rows_of(sorted(asked), "application_id"):
        found[asked[key]].add(application)
    return found


def rows_of(keys: Sequence[int], owner: str) -> list[tuple[int, int, int]]:
    """Return (key, owner, page) of the traces with these keys, at most PER_KEY of each: one question, one index.

    ``owner`` is ``checked_id`` or ``application_id``.
    """
    rows: list[tuple[int, int, int]] = []
    table = Trace._meta.db_table
    one = f"SELECT * FROM (SELECT key, {owner}, page FROM {table} WHERE key = %s AND {owner} IS NOT NULL LIMIT {PER_KEY}) AS met"  # noqa: S608 - names of our own
    for start in range(0, len(keys), 100):
        some = list(keys[start : start + 100])
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join([one] * len(some)), some)
            rows += [(int(key), int(owner_id), int(page)) for key, owner_id, page in cursor.fetchall()]
    return rows


def same_text(one: Examination, other: Examination) -> float:
    """Return which share (0 to 1) of two texts is the same, word for word."""
    mine, theirs = shingles(one), shingles(other)
    return len(mine & theirs) / max(1, len(mine | theirs))


def names_on(examination: Examination) -> set[str]:
    """Return the words of the name on a paper, without accents; empty where none was read."""
    if examination.mrz and examination.mrz.valid:
        fields: Mapping[str, str] = examination.mrz.fields
        return set(folded(f"{fields.get('family_names', '')} {fields.get('given_names', '')}").split())
    return {word for field in examination.fields if field.name == "name" for word in folded(field.value).split()}
