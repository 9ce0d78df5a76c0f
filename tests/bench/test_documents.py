"""What the findings about a paper cost, against one pass of Tesseract over the same page in the same run; and what they
take in a child of the warm process, against a fresh interpreter.

`make bench` lets libraries start no threads, as children may not: those that wait spin, and their time would be counted.
"""

import gc
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import cv2
import numpy as np
import pytest
import tesserocr

from applications.demo.cameras import Shot, taken
from applications.demo.drawing import drawn
from applications.demo.families import family
from applications.demo.zone_papers import identity_paper
from applications.documents import children, sandbox, warm
from applications.documents.check import checks, run_file_checks
from applications.documents.opened_file import OpenedFile
from tests.bench.cost import Cost, say
from tests.documents import made_files
from tests.documents.processes import settled
from tests.installation import wait_until

pytestmark = pytest.mark.bench
DATA = Path("/usr/share/tesseract-ocr/5/tessdata")
GOAL_WITHOUT_TEXT = 0.3
GOAL_ALL = 1.5
ROUNDS = 2
SHOTS = (
    Shot("scan-300"),
    Shot("scan-200"),
    Shot("jpeg-30", "table", 2000),
    Shot("scan-150"),
    Shot("perspective", "table", 2800),
)
FORMS = ("birth_hu", "birth_ro", "birth_ua", "translation", "church_hu", "marriage_ro", "birth_sk", "cv")


@dataclass(frozen=True)
class Sample:
    """A page of the mix: its bytes, its kind and form."""

    form: str
    kind: str
    data: bytes


def mix() -> list[Sample]:
    """One paper of each form, scanned and photographed in turn."""
    found = [("passport", *identity_paper("bench", "TD3")[1:]), ("large_card", *identity_paper("bench", "TD2")[1:])]
    wanted = set(FORMS)
    for number in range(500):
        made = family(1895, number)
        for paper in made.papers:
            if paper.form in wanted and paper.trouble is None:
                wanted.remove(paper.form)
                found.append((paper.form, paper, drawn(made, paper)))
        if not wanted:
            break
    assert not wanted
    return [
        Sample(form, paper.kind, taken(sheet.image, SHOTS[place % len(SHOTS)], dpi=sheet.dpi, seed=form))
        for place, (form, paper, sheet) in enumerate(found)
    ]


def of_text() -> frozenset[str]:
    """The checks that read the text of a page, or need one that does."""
    reading = {declared.id for declared in checks("file") if declared.id == "text"}
    for declared in checks("file"):
        if reading.intersection(declared.needs):
            reading.add(declared.id)
    return frozenset(reading)


def findings(
    sample: Sample, folder: Path, skip: frozenset[str], spent: dict[str, float], data: Path | None = DATA
) -> None:
    """All file checks over one paper; ``spent`` receives the milliseconds of each. Without ``data`` no line is read."""
    file = OpenedFile(sample.data, name="paper.jpg", kind=sample.kind, out_dir=folder, tessdata=data)
    began = time.process_time()
    for declared, verdicts in run_file_checks(file, kind=sample.kind, skip=skip, begin=lambda _: None):
        assert verdicts or declared
        now = time.process_time()
        spent[declared.id] += (now - began) * 1000
        began = now


def tesseract(reader: tesserocr.PyTessBaseAPI, sample: Sample, folder: Path) -> None:
    """The whole page read once, as it is drawn for the checks."""
    pixels = OpenedFile(sample.data, name="paper.jpg", kind="birth_certificate", out_dir=folder).draw(1)
    grey = np.ascontiguousarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY))
    height, width = grey.shape
    reader.SetImageBytes(grey.tobytes(), width, height, 1, width)
    reader.GetUTF8Text()


def cost(name: str, work: Callable[[], None]) -> Cost:
    """The processor time of one run in milliseconds."""
    began = time.process_time()
    work()
    return Cost(name, (time.process_time() - began) * 1000)


@pytest.mark.skipif(not (DATA / "hun.traineddata").is_file(), reason="Tesseract's data for Hungarian is not installed")
def test_findings_against_one_pass_of_tesseract(tmp_path):
    cv2.setNumThreads(1)
    samples, skip = mix(), of_text()
    taken_by: dict[str, list[float]] = defaultdict(list)
    spent: dict[str, float] = defaultdict(float)
    ratios: dict[str, list[float]] = defaultdict(list)
    with tesserocr.PyTessBaseAPI(path=str(DATA), lang="hun") as reader:
        # A child of the warm process finds the languages loaded, as Tesseract is for its pass.
        for load in warm.readers(DATA):
            load()
        findings(samples[0], tmp_path, frozenset(), defaultdict(float))
        gc.collect()
        for _ in range(ROUNDS):
            for sample in samples:
                floor = cost("one pass of Tesseract", partial(tesseract, reader, sample, tmp_path))
                without = cost("without text", partial(findings, sample, tmp_path, skip, defaultdict(float), None))
                upright = cost("upright", partial(findings, sample, tmp_path, skip, defaultdict(float)))
                every = cost("all", partial(findings, sample, tmp_path, frozenset(), spent))
                for each in (floor, without, upright, every):
                    taken_by[each.name].append(each.milliseconds)
                ratios[sample.form].append(without.times(floor))
    names = ("one pass of Tesseract", "without text", "upright", "all")
    floor, without, upright, every = (sum(taken_by[name]) for name in names)
    runs = ROUNDS * len(samples)
    say(f"\n  one pass of Tesseract (hun), a page {floor / runs:>40.0f} ms   1.00")
    for name, total, goal in (
        ("findings that need no text", without, GOAL_WITHOUT_TEXT),
        ("these, and which side is up by reading lines", upright, GOAL_WITHOUT_TEXT),
        ("all findings", every, GOAL_ALL),
    ):
        verdict = "reached" if total / floor <= goal else "missed"
        say(f"  {name:<46} {total / runs:>18.0f} ms {total / floor:6.2f}  goal {goal}: {verdict}")
    say(
        "  without text, by paper: "
        + ", ".join(f"{form} {statistics.median(each):.2f}" for form, each in ratios.items())
    )
    dearest = sorted(spent.items(), key=lambda pair: -pair[1])[:6]
    say("  dearest checks, ms a page: " + ", ".join(f"{name} {total / runs:.0f}" for name, total in dearest))
    assert set(spent) >= {"readable", "mrz"}


def brought() -> list[tuple[str, str, bytes]]:
    """Papers as they are brought: what each is like, its kind, its bytes."""
    found = [(sample.form, sample.kind, sample.data) for sample in mix()]
    found = [("passport or card" if kind in ("passport", "id_card") else "form", kind, data) for _, kind, data in found]
    for number in range(4):
        sparse = made_files.page(lines=3 + number)
        found.append(("sparse page", "birth_certificate", made_files.jpeg(sparse)))
        scan = made_files.pdf_of(made_files.page(lines=4 + number))
        found.append(("PDF cut short", "birth_certificate", scan[: len(scan) // 2]))
    for number in range(2):
        dense = made_files.page(lines=32, text=f"{number} {made_files.SENTENCE}")
        found.append(("dense page", "birth_certificate", made_files.jpeg(dense)))
        found.append(("no document", "birth_certificate", made_files.noise(100_000, number)))
    return found


@pytest.mark.skipif(not children.FORKS, reason="this system has no handles on processes")
def test_a_child_of_the_warm_process_against_a_fresh_interpreter(tmp_path, monkeypatch):
    papers = brought()
    path = tmp_path / "paper"
    path.write_bytes(papers[0][2])
    sandbox.examine(path, file_name="paper", out_dir=tmp_path / "pages")
    process = children.warm_process()
    wait_until(lambda: settled(process), seconds=60, what="all is loaded")
    seconds: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for like, kind, data in papers:
        path.write_bytes(data)
        taken_by = []
        for forks in (True, False):
            monkeypatch.setattr(children, "FORKS", forks)
            found = sandbox.examine(path, file_name="paper", out_dir=tmp_path / "pages", kind=kind)
            taken_by.append(found.seconds)
        seconds[like].append((taken_by[0], taken_by[1]))
    assert children.warm_process() == process
    say(f"\n  hand-over to result, {len(papers)} files        fresh interpreter    warm child   ratio")
    every = [pair for pairs in seconds.values() for pair in pairs]
    for like, pairs in [*seconds.items(), ("all", every)]:
        warm, fresh = (statistics.median(each) for each in zip(*pairs, strict=True))
        ratio = statistics.median(warm / fresh for warm, fresh in pairs)
        say(f"  {like:<20} {len(pairs):>3} files {fresh:>22.2f} s {warm:>11.2f} s {ratio:>7.2f}")
    assert statistics.median(warm / fresh for warm, fresh in every) < 1
