"""Kinds, names and dates of printed papers, as the whole examination finds them, and what is said of them beside answers."""

import tempfile
import unicodedata
from collections import defaultdict
from pathlib import Path
from random import Random

from django.conf import settings

from applications.demo.cameras import PHOTOS, SCANS
from applications.demo.paper_set import paper_with_file
from applications.documents.examination import Examination
from applications.documents.examiner import examine_file
from applications.documents.text_data import data_folder
from tests.evaluation import answers
from tests.evaluation.answers import PRINT
from tests.evaluation.counts import Tally, share, table
from tests.evaluation.runner import Part, Result

COUNT = 240
NAMES = ("name", "father", "mother", "husband", "wife")
DATES = ("born_on", "married_on", "issued_on", "died_on")
GOALS = {"kind": 0.95, "names and dates": 0.90}
GROUPS = {"scans": SCANS, **{f"photos: {name}": (name,) for name in PHOTOS}}
ANSWERS_TO = {"translation": {"birth_certificate", "translation"}}
"""A translation of a birth record may be taken for either."""


def tasks(seed: str) -> list[str]:
    """Numbers of a set of papers."""
    return [str(number) for number in range(COUNT)]


def examined(data: bytes, kind: str | None, folder: Path | None = None) -> Examination:
    """Examine a made file here, without a child: it is harmless. Its pages go to a folder, or nowhere."""
    if folder is None:
        with tempfile.TemporaryDirectory() as name:
            return examined(data, kind, Path(name))
    return examine_file(
        data,
        name="paper.jpg",
        kind=kind,
        out_dir=folder,
        skip=frozenset(),
        tell=lambda line: None,
        tessdata=data_folder(settings.TESSDATA),
    )


def work(seed: str, task: str) -> Result:
    """Examine one paper under the kind it is; what it says against what stands on it."""
    made, data = paper_with_file(seed, int(task))
    truth = made.truth
    found = examined(data, truth.kind)
    said: dict[str, list[str]] = defaultdict(list)
    for field in found.fields:
        said[field.name].append(field.value)
    return {
        "kind": truth.kind,
        "form": truth.form,
        "language": truth.language,
        "writing": truth.writing,
        "condition": truth.condition,
        "forgery": truth.forgery,
        "recognised": found.recognised,
        # What a zone says is measured on zones.
        "fields": {}
        if truth.zone
        else {name: _judged(name, right, said.get(name, [])) for name, right in truth.fields.items()},
        "answers": None if truth.forgery else answers.judged(made, found, Random(f"{seed} {task}")),  # noqa: S311
    }


def _judged(name: str, right: list[str], said: list[str]) -> str:
    """What became of a field: "right", "wrong" (something else was found) or "missing"."""
    if not said:
        return "missing"
    if name.endswith("_on"):
        return "right" if set(right) & set(said) else "wrong"
    return "right" if {folded(text) for text in right} & {folded(text) for text in said} else "wrong"


def folded(text: str) -> str:
    """Letters and digits alone, without accents and case; the order of words does not count."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    words = "".join(
        letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter)
    ).split()
    return " ".join(sorted(words))


def told(results: list[Result]) -> list[str]:
    """Kinds, then fields by where they stand, then answers."""
    return [*_kinds(results), "", *_fields(results), "", *answers.told(results)]


def _kinds(results: list[Result]) -> list[str]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    right = 0
    for result in results:
        kind, recognised = str(result["kind"]), str(result["recognised"])
        fits = recognised in ANSWERS_TO.get(str(result["form"]), {kind})
        right += fits
        tallies[kind].count(there=True, found=fits)
        if recognised and not fits:
            tallies[recognised].count(there=False, found=True)
    rows = [(kind, tally.precision, tally.recall) for kind, tally in sorted(tallies.items())]
    return [
        *table(("Kind", "Precision", "Recall"), rows),
        "",
        f"- kind recognised: {share(right, len(results))}, goal {GOALS['kind']:.0%}",
    ]


def _fields(results: list[Result]) -> list[str]:
    """Fields of genuine papers: precision is of those found, how many are right; recall of those that stand there."""
    tallies: dict[tuple[str, bool], Tally] = defaultdict(Tally)
    for result in results:
        fields = result["fields"]
        if result["forgery"] or not isinstance(fields, dict):
            continue
        for name, judged in fields.items():
            tally = tallies[name, result["writing"] in PRINT]
            tally.hits += judged == "right"
            tally.misses += judged != "right"
            tally.false += judged == "wrong"
    rows = [
        (name, "print" if printed else "handwriting", tally.precision, tally.recall)
        for (name, printed), tally in sorted(tallies.items())
    ]
    asked = [tally for (name, printed), tally in tallies.items() if printed and name in NAMES + DATES]
    hits, total = sum(each.hits for each in asked), sum(each.hits + each.misses for each in asked)
    return [
        *table(("Field", "Writing", "Precision", "Recall"), rows),
        "",
        f"- names and dates found on print: {share(hits, total)}, goal {GOALS['names and dates']:.0%}",
        *(f"- of these on {name}: {_found_on(results, conditions)}" for name, conditions in GROUPS.items()),
    ]


def _found_on(results: list[Result], conditions: tuple[str, ...]) -> str:
    """The share of names and dates on print that were found under some conditions."""
    judged = [
        word
        for result in results
        if not result["forgery"] and result["writing"] in PRINT and result["condition"] in conditions
        for name, word in _mapping(result["fields"]).items()
        if name in NAMES + DATES
    ]
    return share(judged.count("right"), len(judged))


def _mapping(value: object) -> dict[str, str]:
    return value if isinstance(value, dict) else {}


PART = Part("papers", "Kinds and fields", tasks, work, told)
