"""The measurement itself: shares are counted right, an interrupted run goes on, and a paper is judged by its truth."""

import json

from tests.evaluation import counts, papers, zones
from tests.evaluation.runner import Part, results


def test_precision_and_recall():
    tally = counts.Tally()
    for there, found in ((True, True), (True, True), (True, False), (False, True), (False, False)):
        tally.count(there=there, found=found)

    assert tally.recall.startswith("66.7 % (2 of 3")
    assert tally.precision.startswith("66.7 % (2 of 3")
    assert counts.least(0, 0) == 0
    assert counts.least(50, 50) < 1 < counts.least(50, 50) + 0.08


def test_what_is_kept_is_not_worked_out_again(tmp_path):
    kept = [{"task": str(number), "seconds": 0.1, "whole": number > 1} for number in range(4)]
    (tmp_path / "toy.jsonl").write_text("".join(json.dumps(each) + "\n" for each in kept) + '{"task": "half')
    part = Part("toy", "Toy", lambda seed: ["0", "1", "2", "3"], never, lambda found: [])

    assert results(part, "a seed", tmp_path, jobs=1) == kept
    assert len(results(part, "a seed", tmp_path, jobs=1, share=0.5)) == 2


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
