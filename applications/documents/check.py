"""How a paper check is declared, found, ordered and run, and how its words are made.

A check is one function in one file: pure on the opened file (`@check`, in checks/) or on finished examinations and the
answers (`@comparison`, in comparisons/). Nothing here reads a database, a clock or the network.
"""

import importlib
import logging
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from applications.documents import checks as file_checks_folder
from applications.documents import comparisons as comparisons_folder
from applications.documents.comparison import ComparedPaper, Comparison, ExpectedPerson
from applications.documents.laid import Laid, PagePair
from applications.documents.limits import paper_size
from applications.documents.signals import SEEN
from applications.documents.verdict import Outcome, Scalar, Verdict, Words, overall
from rules.words import shown_day

if TYPE_CHECKING:
    from applications.documents.opened_file import OpenedFile

__all__ = [
    "Check",
    "ComparedPaper",
    "Comparison",
    "DeclarationError",
    "DoesNotApplyError",
    "ExpectedPerson",
    "Label",
    "Outcome",
    "Verdict",
    "Words",
    "check",
    "checks",
    "codes",
    "comparison",
    "comparison_versions",
    "for_staff_only",
    "group",
    "outcome",
    "render",
    "run_comparisons",
    "run_file_checks",
    "staff_label",
]

logger = logging.getLogger(__name__)

Stage = Literal["file", "comparison"]
FileCheck = Callable[["OpenedFile"], Iterable[Verdict]]
ComparisonCheck = Callable[["Comparison"], Iterable[Verdict]]


class Label(NamedTuple):
    """The name of a check in a list."""

    hu: str
    en: str


@dataclass(frozen=True, slots=True)
class Check:
    """The declaration of one check.

    `kinds` limits it to kinds of papers (ids of kinds.py), None means all. It runs when every check it needs has run
    without a rejection. `cost` is its typical time in milliseconds: of checks that are ready, the cheapest runs first.
    `version` changes whenever it may answer differently, so that cached results are known to be old. What a
    `staff_only` check says is a signal for caseworkers and never shown to applicants.
    """

    id: str
    stage: Stage
    version: str
    kinds: frozenset[str] | None
    needs: tuple[str, ...]
    cost: int
    label: Label
    words: Mapping[str, Words]
    staff_only: bool = False

    @property
    def passed(self) -> str:
        """The code that says: looked, found nothing wrong."""
        return f"{self.id}-ok"

    def concerns(self, kind: str | None) -> bool:
        """Whether a paper of this kind is to be checked; checks for certain kinds leave an unnamed kind alone."""
        return self.kinds is None or kind in self.kinds


class DoesNotApplyError(Exception):
    """Raised by a check that has nothing to look at here: it is then silent, and does not count as passed."""


class DeclarationError(Exception):
    """Two checks claim one name, or a check needs one that does not exist."""


_file_checks: Final[dict[str, tuple[Check, FileCheck]]] = {}
_comparisons: Final[dict[str, tuple[Check, ComparisonCheck]]] = {}
_staff_codes: Final[set[str]] = set()
_words: Final[dict[str, Words]] = {
    "could-not-check": Words(
        hu="Ezt a fájlt egy szempontból nem tudtuk gépi úton megvizsgálni; egy ügyintéző megnézi. Önnek most nincs "
        "teendője.",
        en="One of our automatic checks could not be made on this file; a caseworker will look at it. You need not do "
        "anything now.",
        staff_hu="Nem ellenőrizhető ({check})",
        staff_en="Could not be checked ({check})",
    ),
    "broke-reader": Words(
        hu="Ezt a fájlt nem tudjuk biztonságosan megnyitni: hibás vagy szokatlanul összetett. Kérjük, készítsen a "
        "papírról új beolvasást vagy fényképet, és azt töltse fel.",
        en="We cannot open this file safely: it is damaged or unusually complex. Please scan or photograph the paper "
        "again and upload the new file.",
        staff_hu="A fájl leállította az olvasót",
        staff_en="The file broke the reader",
    ),
    "malware-found": Words(
        hu="Ebben a fájlban a víruskereső kártékony kódot talált, ezért nem nyitjuk meg. Kérjük, ellenőrizze az eszközét, "
        "készítsen a papírról új fényképet vagy beolvasást, és azt töltse fel.",
        en="The malware scanner found harmful code in this file, so we do not open it. Please check your device, take a "
        "new photo or scan of the paper and upload that.",
        staff_hu="Kártékony kód: {signature}",
        staff_en="Malware: {signature}",
    ),
    "took-too-long": Words(
        hu="Ennek a fájlnak a vizsgálata túl sokáig tartott, ezért megszakítottuk. Ha a fájl nagy, kérjük, töltse fel "
        "kevesebb oldallal vagy kisebb felbontással.",
        en="Checking this file took too long and we stopped. If the file is large, please upload it with fewer pages or "
        "at a lower resolution.",
        staff_hu="Időtúllépés a vizsgálatban",
        staff_en="The check ran out of time",
    ),
}


def check(
    id: str,  # noqa: A002 - the field's own name
    *,
    version: str,
    label: Label,
    words: Mapping[str, Words],
    kinds: Iterable[str] | None = None,
    needs: tuple[str, ...] = (),
    cost: int = 1,
    staff_only: bool = False,
) -> Callable[[FileCheck], FileCheck]:
    """Declares a check of one file; see Check for the fields. Raises DeclarationError on a name taken before."""
    limited = None if kinds is None else frozenset(kinds)
    declared = Check(id, "file", version, limited, needs, cost, label, words, staff_only)

    def register(function: FileCheck) -> FileCheck:
        _claim(declared)
        _file_checks[id] = (declared, function)
        return function

    return register


def comparison(
    id: str,  # noqa: A002 - the field's own name
    *,
    version: str,
    label: Label,
    words: Mapping[str, Words],
    kinds: Iterable[str] | None = None,
    needs: tuple[str, ...] = (),
    cost: int = 1,
    staff_only: bool = False,
) -> Callable[[ComparisonCheck], ComparisonCheck]:
    """Declares a check of a paper against the other papers and the answers; otherwise like `check`."""
    limited = None if kinds is None else frozenset(kinds)
    declared = Check(id, "comparison", version, limited, needs, cost, label, words, staff_only)

    def register(function: ComparisonCheck) -> ComparisonCheck:
        _claim(declared)
        _comparisons[id] = (declared, function)
        return function

    return register


def _claim(declared: Check) -> None:
    if declared.id in _file_checks or declared.id in _comparisons:
        raise DeclarationError(f"two checks are called {declared.id}")
    label = declared.label
    new = {
        **declared.words,
        declared.passed: Words(
            hu=f"{label.hu}: rendben.",
            en=f"{label.en}: fine.",
            staff_hu=f"{label.hu}: rendben",
            staff_en=f"{label.en}: OK",
        ),
    }
    for code, words in new.items():
        if code in _words:
            raise DeclarationError(f"two checks say {code}")
        _words[code] = words
        if declared.staff_only:
            _staff_codes.add(code)


@cache
def _load(stage: Stage) -> None:
    """Imports the files of one stage; the child that opens a file has no need for the libraries of comparisons."""
    folder = {"file": file_checks_folder, "comparison": comparisons_folder}[stage]
    for module in pkgutil.iter_modules(folder.__path__):
        importlib.import_module(f"{folder.__name__}.{module.name}")


def checks(stage: Stage | None = None) -> list[Check]:
    """Every declared check, of one stage or of all, in the order in which they run."""
    if stage is None:
        return checks("file") + checks("comparison")
    _load(stage)
    table = _file_checks if stage == "file" else _comparisons
    return _ordered([declared for declared, _ in table.values()])


def _ordered(declared: Sequence[Check]) -> list[Check]:
    waiting = {item.id: item for item in declared}
    done: list[Check] = []
    while waiting:
        ready = [item for item in waiting.values() if not any(need in waiting for need in item.needs)]
        unknown = {need for item in ready for need in item.needs} - {item.id for item in done}
        if not ready or unknown:
            raise DeclarationError(f"needs that cannot be met: {sorted(unknown or waiting)}")
        chosen = min(ready, key=lambda item: (item.cost, item.id))
        done.append(waiting.pop(chosen.id))
    return done


def run_file_checks(
    file: "OpenedFile", *, kind: str | None, skip: frozenset[str], begin: Callable[[Check], None]
) -> Iterator[tuple[Check, list[Verdict]]]:
    """Runs the checks that are due, each with its verdicts; `begin` hears of each just before it runs.

    Checks named in `skip` are not run and answered with could-not-check.
    """
    held_up: set[str] = set()
    for declared in checks("file"):
        if not declared.concerns(kind):
            continue
        if held_up.intersection(declared.needs):
            held_up.add(declared.id)
            continue
        begin(declared)
        function = _file_checks[declared.id][1]
        verdicts = [_not_checked(declared)] if declared.id in skip else _guarded(declared, partial(function, file))
        yield declared, verdicts
        if _holds_up(verdicts):
            held_up.add(declared.id)


def run_comparisons(
    paper: ComparedPaper,
    others: Sequence[ComparedPaper],
    expected: ExpectedPerson,
    on: date,
    laid: Mapping[PagePair, Laid] = MappingProxyType({}),
) -> list[Verdict]:
    """Compares a paper with the other papers of its case and with the answers, as of a day; never raises.

    `laid` is what laying pages on each other showed, for those that were.
    """
    compared = Comparison(paper, tuple(others), expected, on, laid)
    verdicts: list[Verdict] = []
    held_up: set[str] = set()
    for declared in checks("comparison"):
        if declared.concerns(paper.kind) and not held_up.intersection(declared.needs):
            found = _guarded(declared, partial(_comparisons[declared.id][1], compared))
            verdicts += found
            if _holds_up(found):
                held_up.add(declared.id)
    return verdicts


def _holds_up(verdicts: Iterable[Verdict]) -> bool:
    return any(verdict.outcome is Outcome.REJECT or verdict.code == "could-not-check" for verdict in verdicts)


def comparison_versions() -> dict[str, str]:
    """The version of every comparison check by its id, to store beside the verdicts."""
    return {declared.id: declared.version for declared in checks("comparison")}


def _guarded(declared: Check, run: Callable[[], Iterable[Verdict]]) -> list[Verdict]:
    try:
        found = list(run())
    except DoesNotApplyError:
        return []
    except Exception:  # one check that fails on odd input must not take the others with it
        logger.exception("check %s failed", declared.id)
        return [_not_checked(declared)]
    return found or [Verdict(declared.passed, Outcome.ACCEPT)]


def _not_checked(declared: Check) -> Verdict:
    return Verdict("could-not-check", Outcome.NOT_CHECKED, {"check": declared.id})


def group(kind: str | None) -> str:
    """Names the kinds for which the same bytes give the same examination: same special checks, same assumed sheet."""
    special = [declared.id for declared in checks("file") if declared.kinds is not None and declared.concerns(kind)]
    return "-".join(["+".join(sorted(special)) or "plain", paper_size(kind).name])


def codes() -> dict[str, Words]:
    """Every code that a verdict may carry, with its words."""
    _load("file")
    _load("comparison")
    return {**_words, **SEEN}


def outcome(verdicts: Iterable[Verdict]) -> Outcome:
    """The outcome of a paper: the heaviest of what is said of it. Signals for caseworkers weigh nothing."""
    return overall(verdict for verdict in verdicts if not for_staff_only(verdict.code))


def for_staff_only(code: str) -> bool:
    """Whether a code is a signal that applicants are never shown."""
    codes()
    return code in _staff_codes or code in SEEN


def render(code: str, args: Mapping[str, Scalar], language: str) -> str:
    """The sentence for the applicant, in "hu" or else English; raises KeyError for a code nobody declared."""
    words = codes()[code]
    return (words.hu if language.startswith("hu") else words.en).format_map(_shown(args, language))


def staff_label(code: str, args: Mapping[str, Scalar], language: str) -> str:
    """The few words for staff, in "hu" or else English; raises KeyError for a code nobody declared."""
    words = codes()[code]
    return (words.staff_hu if language.startswith("hu") else words.staff_en).format_map(_shown(args, language))


def _shown(args: Mapping[str, Scalar], language: str) -> "_Shown":
    """Return the arguments for the words, days as a reader of the language writes them."""
    is_day = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
    return _Shown(
        (name, shown_day(value, language) if isinstance(value, str) and is_day(value) else value)
        for name, value in args.items()
    )


class _Shown(dict[str, Scalar]):
    """Arguments of words; one that an older version of a check did not store is shown as a dash."""

    def __missing__(self, key: str) -> str:
        return "–"
