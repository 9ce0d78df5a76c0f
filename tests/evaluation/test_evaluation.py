"""The measurement itself: shares are counted right, an interrupted run goes on, and a paper is judged by its truth."""

import json
from pathlib import Path
from random import Random

import pytest

from applications.demo.cameras import Shot
from applications.demo.paper_set import paper_file, paper_with_file
from applications.documents.check import checks
from applications.documents.examination import Examination
from tests.documents import made_files
from tests.evaluation import answers, case_index, counts, forgeries, papers, strangers, zones
from tests.evaluation.runner import Part, known, results


def test_precision_and_recall():
    tally = counts.Tally()
    for there, found in ((True, True), (True, True), (True, False), (False, True), (False, False)):
        tally.count(there=there, found=found)

    assert tally.recall.startswith("66.7 % (2 of 3")
    assert tally.precision.startswith("66.7 % (2 of 3")
    assert counts.least(0, 0) == 0
    assert counts.least(50, 50) < 1 < counts.least(50, 50) + 0.08
    assert counts.most(0, 4005) < 0.001 < counts.most(1, 4005)
    assert counts.rare(1, 1000) == "0.100 % (1 of 1000; at most 0.564 %)"


def test_what_is_kept_is_not_worked_out_again(tmp_path):
    kept = [{"task": str(number), "seconds": 0.1, "whole": number > 1} for number in range(4)]
    (tmp_path / "toy.jsonl").write_text("".join(json.dumps(each) + "\n" for each in kept) + '{"task": "half')
    part = Part("toy", "Toy", lambda seed: ["0", "1", "2", "3"], never, lambda found: [])

    assert results(part, "a seed", tmp_path, jobs=1) == kept
    assert len(results(part, "a seed", tmp_path, jobs=1, share=0.5)) == 2
    assert known(part, "a seed", tmp_path) == kept


def never(seed, task):
    raise AssertionError(f"{task} was known")


def test_names_are_right_whatever_their_order_and_accents():
    assert papers._judged("name", ["Szabó Anna"], ["ANNA SZABO"]) == "right"
    assert papers._judged("name", ["Szabó Anna"], ["Anna Szabol"]) == "wrong"
    assert papers._judged("born_on", ["1931-05-04"], ["1931-05-04"]) == "right"
    assert papers._judged("born_on", ["1931-05-04"], ["1931-04-05"]) == "wrong"
    assert papers._judged("born_on", ["1931-05-04"], []) == "missing"


def test_a_zone_counts_only_when_every_line_is_right():
    task = "TD3 scan-300 frame 0"

    found = zones.work("a test", task)

    assert found["whole"] == (found["read"] == found["lines"])
    assert zones.picture_of("a test", task) == zones.picture_of("a test", task)
    assert "1/1" in "\n".join(zones.told([{"task": task, "seconds": 1.0, **found, "whole": True}]))


@pytest.mark.django_db
def test_an_index_names_the_paper_that_a_copy_shows(tmp_path):
    index = case_index.CaseIndex()
    pages = {name: made_files.page(1000, 1414, text=text) for name, text in TEXTS.items()}
    data = {name: made_files.jpeg(page) for name, page in pages.items()}
    data["copy"] = made_files.jpeg(pages["copy"].resize((860, 1216)))
    for name in TEXTS:
        (tmp_path / name).mkdir()
    found = {name: papers.examined(each, "birth_certificate", tmp_path / name) for name, each in data.items()}
    drawn = {name: pictures(tmp_path / name, each) for name, each in found.items()}
    index.add("one", "birth_certificate", found["one"], drawn["one"])

    assert index.named_by("birth_certificate", found["copy"], drawn["copy"]) == {"seen-picture": {"one"}}
    assert index.named_by("birth_certificate", found["other"], drawn["other"]) == {}


def test_strangers_are_of_families_of_their_own():
    kinds = {task: strangers.stranger("a test", task) for task in ("photo 0", "photo 1", "birth_cs 0")}

    assert [kind for kind, _ in kinds.values()] == ["photo", "photo", "birth_certificate"]
    assert len({data for _, data in kinds.values()}) == 3
    portraits = strangers.FORMS["photo"]
    assert counts.most(0, portraits * (portraits - 1) // 2) < strangers.GOALS["alarms"]


@pytest.mark.django_db
def test_every_pair_of_strangers_is_asked_once_and_a_copy_among_them_is_an_alarm(tmp_path):
    papers_by_form = {"birth_hu": []}
    for name, text in TEXTS.items():
        data = made_files.jpeg(made_files.page(1000, 1414 - 7 * len(papers_by_form["birth_hu"]), text=text))
        (tmp_path / name).mkdir()
        found = papers.examined(data, "birth_certificate", tmp_path / name)
        shown = pictures(tmp_path / name, found)
        papers_by_form["birth_hu"].append(strangers.Examined(name, "birth_certificate", found, shown))

    elsewhere, within = strangers.alarms(papers_by_form, case_index.CaseIndex())

    assert elsewhere == within == [strangers.Alarm("birth_hu", "copy", "one")]


def test_a_wrong_answer_is_named_by_the_check_that_reads_it():
    made, data = paper_with_file("a test", 6, shot=Shot("scan-300", "frame"))
    found = papers.examined(data, made.truth.kind)

    judged = answers.judged(made, found, Random("a test"))  # noqa: S311

    assert {fact.check for fact in answers.FACTS.values()} - {""} <= {check.id for check in checks("comparison")}
    assert judged["right"] == []
    read = {field.name for field in found.fields}
    facts = ("name", "birth date", "birth place", "father", "mother")
    assert judged["changed"] == {name: answers.FACTS[name].field in read for name in facts}
    assert len(read) > 3


TEXTS = {
    "one": made_files.SENTENCE,
    "copy": made_files.SENTENCE,
    "other": "Egy másik irat, amelyen egészen más szavak állnak: Balogh Géza kérelme 1971-ből, Szatmárnémeti.",
}


def pictures(folder: Path, examination: Examination) -> dict[str, bytes]:
    return {page.preview_file: (folder / page.preview_file).read_bytes() for page in examination.pages}


@pytest.mark.parametrize("way", forgeries.IN_THE_FILE)
def test_a_picture_that_was_worked_on_differs_from_its_own(way):
    _, genuine = paper_file("a test", 3)

    changed = forgeries.worked_on(genuine, way, "a test", 3)

    assert changed != genuine
    assert changed == forgeries.worked_on(genuine, way, "a test", 3)
    assert (b"Photoshop" in changed or b"GIMP" in changed or b"Pic" in changed or b"Paint" in changed) == (
        way == "edited-metadata"
    )
