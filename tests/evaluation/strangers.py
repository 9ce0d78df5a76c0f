"""Papers of different people on one form, and portraits of different people: pages seen before must name none of them.

Each task examines one paper. Then every paper comes in after those before it, with a new case and with the case that
holds them all, so that each pair of one form is asked once either way. Pairs of one form share papers, so bounds that take
them for independent are somewhat narrow.
"""

from collections import defaultdict
from random import Random
from typing import NamedTuple

from applications.demo.cameras import any_shot, taken
from applications.demo.drawing import drawn
from applications.demo.families import COUNTRIES, family
from tests.evaluation.case_index import CaseIndex, case_index
from tests.evaluation.copies import GOALS, Examined, examined_in, in_one_case, in_other_cases, kept
from tests.evaluation.counts import rare, table
from tests.evaluation.runner import Part, Result

FORMS = {"photo": 90, "passport": 20, "birth_hu": 20, "marriage_ro": 20}
"""Forms, and how many papers of each are made: of portraits alone so many that their pairs bear out the goal. Pairs grow by the
square, the time to lay pages on each other with the number of papers.
"""


class Alarm(NamedTuple):
    """Two papers of one form of which the later was said to be the earlier."""

    form: str
    later: str
    earlier: str


def tasks(seed: str) -> list[str]:
    """Numbers of papers by form, as in "photo 12"."""
    return [f"{form} {number}" for form, count in FORMS.items() for number in range(count)]


def work(seed: str, task: str) -> Result:
    """Examine one paper of a family of its own."""
    kind, data = stranger(seed, task)
    return {"kind": kind, "form": task.partition(" ")[0], "examinations": {"original": kept(data, kind)}}


def stranger(seed: str, task: str) -> tuple[str, bytes]:
    """The kind of the paper of a task, and its file: of a family of its own, photographed by chance."""
    form, number = task.split()
    rng = Random(f"{seed}/stranger/{task}")  # noqa: S311 - not for secrets
    while True:
        # Families live where the form's office stands; a form of no country is any family's.
        country = form.rpartition("_")[2].upper()
        places = [country] if country in COUNTRIES else sorted(COUNTRIES)
        made = family(rng.randrange(1 << 20), int(number), country=rng.choice(places))
        papers = [paper for paper in made.papers if paper.form == form]
        if papers:
            paper = rng.choice(papers)
            sheet = drawn(made, paper)
            return paper.kind, taken(sheet.image, any_shot(rng), dpi=sheet.dpi, seed=f"{seed}/stranger/{task}")


def told(results: list[Result]) -> list[str]:
    """Alarms among the pairs of each form, in other cases and in one, then which they are."""
    papers: dict[str, list[Examined]] = defaultdict(list)
    for result in results:
        paper = examined_in(result, "original")
        if paper is not None:
            papers[str(result["form"])].append(paper)
    with case_index() as index:
        elsewhere, within = alarms(papers, index)
    pairs = {form: len(those) * (len(those) - 1) // 2 for form, those in papers.items()}
    count = sum(pairs.values())
    rows = [
        (
            form,
            len(papers[form]),
            *(rare(sum(each.form == form for each in those), pairs[form]) for those in (elsewhere, within)),
        )
        for form in papers
    ]
    goal = f"goal {GOALS['alarms']:.1%}"
    return [
        *table(("Form", "Papers", "Pairs named in other cases", "Pairs named in one case"), rows),
        "",
        f"- false alarms in other cases among pairs of papers on one form: {rare(len(elsewhere), count)}, {goal}",
        f"- false alarms in one case among pairs of papers on one form: {rare(len(within), count)}, {goal}",
        *(f"- named: {each.later} as {each.earlier}" for each in sorted({*elsewhere, *within})),
    ]


def alarms(papers: dict[str, list[Examined]], index: CaseIndex) -> tuple[list[Alarm], list[Alarm]]:
    """The papers by form that are named as one before them, by an empty index of other cases and in one case."""
    elsewhere: list[Alarm] = []
    within: list[Alarm] = []
    for form, those in papers.items():
        for number, paper in enumerate(those):
            elsewhere += (Alarm(form, paper.task, name) for name in in_other_cases(index, paper))
            within += (Alarm(form, paper.task, name) for name in in_one_case(paper, those[:number]))
            index.add(paper.task, paper.kind, paper.examination, paper.pictures)
    return elsewhere, within


PART = Part("strangers", "Pages of different people", tasks, work, told)
