"""Pages seen before: copies that were turned, cropped, compressed again or retouched, and papers that merely look alike.

Each task examines an original and its four copies. Then every copy is brought with a new case to an index that knows
all originals from other cases, and to a case that holds all originals of its kind. Naming its own original is a hit,
naming another a false alarm.
"""

import base64
from collections import defaultdict
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from applications.demo.copies import CHANGES, copy_file, original_file
from applications.demo.forgeries import NothingToForgeError
from applications.documents.check import run_comparisons
from applications.documents.comparison import ComparedPaper, ExpectedPerson
from applications.documents.examination import Examination, examination_from_json
from applications.documents.laying import Picture, laid_pages
from applications.documents.worth_laying import worth_laying
from tests.evaluation.case_index import CaseIndex, case_index
from tests.evaluation.counts import rare, share, table
from tests.evaluation.papers import examined
from tests.evaluation.runner import Part, Result

COUNT = 60
ALIKE_IN_OTHER_CASES = {
    "seen-file",
    "seen-picture",
    "seen-picture-changed",
    "seen-photo",
    "seen-number",
    "seen-number-other-name",
}
ALIKE_IN_ONE_CASE = {"looks-like-another", "looks-like-another-changed", "same-file-elsewhere"}
"""The codes that name another paper as the same; those of one case name it by the argument `other`."""

DAY = date(2024, 6, 3)
COPY = "the copy"
GOALS = {"copies": 0.98, "alarms": 0.001}


class Examined(NamedTuple):
    """A picture of a set: whose original it is, its kind, and what was found, with its pages."""

    task: str
    kind: str
    examination: Examination
    pictures: dict[str, bytes]


def tasks(seed: str) -> list[str]:
    """Numbers of originals."""
    return [str(number) for number in range(COUNT)]


def work(seed: str, task: str) -> Result:
    """Examine an original and its copies."""
    truth, data = original_file(seed, int(task))
    found: dict[str, object] = {"original": kept(data, truth.kind)}
    for change in CHANGES:
        try:
            _, copied = copy_file(seed, int(task), change)
        except NothingToForgeError:
            continue
        found[change] = kept(copied, truth.kind)
    return {"kind": truth.kind, "form": truth.form, "examinations": found}


def kept(data: bytes, kind: str) -> dict[str, object]:
    """What was found in a file, and the pictures of its pages, as values for JSON."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        examination = examined(data, kind, folder)
        pictures = {
            page.preview_file: base64.b64encode((folder / page.preview_file).read_bytes()).decode()
            for page in examination.pages
        }
    return {"examination": examination.as_json(), "pictures": pictures}


def told(results: list[Result]) -> list[str]:
    """Hits by change, and false alarms among all pairs of different papers of one kind."""
    originals = [original for result in results if (original := examined_in(result, "original"))]
    elsewhere, within = _Count(), _Count()
    with case_index() as index:
        for original in originals:
            index.add(original.task, original.kind, original.examination, original.pictures)
        for result in results:
            for change in CHANGES:
                copy = examined_in(result, change)
                if copy is None:
                    continue
                rivals = sum(original.kind == copy.kind and original.task != copy.task for original in originals)
                elsewhere.count(change, copy.task, in_other_cases(index, copy), rivals)
                within.count(change, copy.task, in_one_case(copy, originals), rivals)
    rows = [
        (change, *(share(sum(each.hits[change]), len(each.hits[change])) for each in (elsewhere, within)))
        for change in CHANGES
    ]
    return [
        *table(("Change", "Named when in another case", "Named when in the same case"), rows),
        "",
        *elsewhere.told("in other cases"),
        *within.told("in one case"),
    ]


class _Count:
    """Copies found, and other papers named."""

    def __init__(self) -> None:
        self.hits: dict[str, list[bool]] = defaultdict(list)
        self.alarms = self.pairs = 0

    def count(self, change: str, own: str, named: set[str], rivals: int) -> None:
        self.hits[change].append(own in named)
        self.alarms += len(named - {own})
        self.pairs += rivals

    def told(self, where: str) -> list[str]:
        every = [found for those in self.hits.values() for found in those]
        return [
            f"- copies named {where}: {share(sum(every), len(every))}, goal {GOALS['copies']:.0%}",
            f"- false alarms {where} among pairs of different papers of one kind: {rare(self.alarms, self.pairs)},"
            f" goal {GOALS['alarms']:.1%}",
        ]


def examined_in(result: Result, which: str) -> Examined | None:
    """What a result keeps of its original or of a change; None where it has none."""
    found = result["examinations"]
    if not isinstance(found, dict) or which not in found:
        return None
    kept = found[which]
    pictures = {name: base64.b64decode(data) for name, data in kept["pictures"].items()}
    return Examined(str(result["task"]), str(result["kind"]), examination_from_json(kept["examination"]), pictures)


def in_other_cases(index: CaseIndex, copy: Examined) -> set[str]:
    """The papers of an index that are said to be the same when this one comes in with another case."""
    named = index.named_by(copy.kind, copy.examination, copy.pictures)
    return {name for code, names in named.items() if code in ALIKE_IN_OTHER_CASES for name in names}


def in_one_case(copy: Examined, originals: list[Examined]) -> set[str]:
    """Compared with all originals of its kind as papers of one case are: pages that may be copies are laid first."""
    pictures = {original.task: original for original in originals} | {COPY: copy}
    others = [_compared(original, original.task) for original in originals if original.kind == copy.kind]
    paper = _compared(copy, COPY)

    def picture(name: str, number: int) -> Picture:
        shown = pictures[name]
        data = shown.pictures[shown.examination.pages[number - 1].preview_file]
        return Picture(sha256(data).hexdigest(), lambda: data)

    laid = laid_pages(worth_laying(paper, others), picture)
    verdicts = run_comparisons(paper, others, ExpectedPerson(), DAY, laid)
    return {str(each.args.get("other")) for each in verdicts if each.code in ALIKE_IN_ONE_CASE}


def _compared(paper: Examined, name: str) -> ComparedPaper:
    return ComparedPaper(name, paper.kind, (name,), (paper.examination,))


PART = Part("copies", "Pages seen before", tasks, work, told)
