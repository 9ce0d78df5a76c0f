"""Pages seen before: copies that were turned, cropped, compressed again or retouched, and papers that merely look alike.

Each task examines an original and its four copies. Then every copy is compared with every original by the comparison
checks, as papers of two cases would be: naming its own original is a hit, naming another a false alarm.
"""

from collections import defaultdict
from datetime import date

from applications.demo.copies import CHANGES, copy_file, original_file
from applications.demo.forgeries import NothingToForgeError
from applications.documents.check import run_comparisons
from applications.documents.comparison import ComparedPaper, ExpectedPerson
from applications.documents.examination import examination_from_json
from tests.evaluation.counts import share, table
from tests.evaluation.papers import examined
from tests.evaluation.runner import Part, Result

COUNT = 60
NAMED_ALIKE = ("looks-like", "seen-before", "same-page", "near-", "known-")
"""How the codes begin that name another paper as the same; the paper is named by the argument `other`."""

DAY = date(2024, 6, 3)
GOALS = {"copies": 0.98, "alarms": 0.001}


def tasks(seed: str) -> list[str]:
    """Numbers of originals."""
    return [str(number) for number in range(COUNT)]


def work(seed: str, task: str) -> Result:
    """Examine an original and its copies."""
    truth, data = original_file(seed, int(task))
    found: dict[str, object] = {"original": examined(data, truth.kind).as_json()}
    for change in CHANGES:
        try:
            _, copied = copy_file(seed, int(task), change)
        except NothingToForgeError:
            continue
        found[change] = examined(copied, truth.kind).as_json()
    return {"kind": truth.kind, "form": truth.form, "examinations": found}


def told(results: list[Result]) -> list[str]:
    """Hits by change, and false alarms among all pairs of different papers."""
    originals = [_paper(result, "original") for result in results]
    hits: dict[str, list[bool]] = defaultdict(list)
    alarms = pairs = 0
    for result in results:
        for change in CHANGES:
            copy = _paper(result, change)
            if copy is None:
                continue
            named = _named(copy, [paper for paper in originals if paper and paper.kind == copy.kind])
            own = str(result["task"])
            hits[change].append(own in named)
            alarms += len(named - {own})
            pairs += sum(paper is not None and paper.kind == copy.kind and paper.id != own for paper in originals)
    rows = [(change, share(sum(found), len(found))) for change, found in hits.items()]
    every = [found for those in hits.values() for found in those]
    return [
        *table(("Change", "Named as the same"), rows),
        "",
        f"- copies named: {share(sum(every), len(every))}, goal {GOALS['copies']:.0%}",
        f"- false alarms among pairs of different papers of one kind: {alarms} of {pairs}"
        f" ({alarms / max(pairs, 1):.3%}), goal {GOALS['alarms']:.1%}",
    ]


def _paper(result: Result, which: str) -> ComparedPaper | None:
    found = result["examinations"]
    if not isinstance(found, dict) or which not in found:
        return None
    task = str(result["task"])
    name = task if which == "original" else f"{task}-{which}"
    return ComparedPaper(name, str(result["kind"]), (name,), (examination_from_json(found[which]),))


def _named(copy: ComparedPaper, originals: list[ComparedPaper]) -> set[str]:
    verdicts = run_comparisons(copy, originals, ExpectedPerson(), DAY)
    return {str(each.args.get("other")) for each in verdicts if each.code.startswith(NAMED_ALIKE)}


PART = Part("copies", "Pages seen before", tasks, work, told)
