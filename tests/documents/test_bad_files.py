"""A set of bad and odd files beside the project: none harms anything, each gets the verdict that is right for it."""

import csv
from pathlib import Path

import pytest

from applications.documents import check, sandbox
from applications.documents.limits import CHILD_MEMORY_BYTES, CHILD_WALL_SECONDS

FOLDER = Path(__file__).parents[3] / "shared" / "uploads"
ROWS = list(csv.DictReader((FOLDER / "manifest.csv").open())) if FOLDER.is_dir() else []

OTHERWISE = {
    "075_poppler-67295-0.pdf": (
        "reject",
        "it claims ten thousand million pages, as the bomb with two thousand million",
    ),
    "081_secHandler.pdf": ("reject", "it holds a script, as every other file that is refused for one"),
    "105_quine.pdf": ("accept", "a sound document of two pages; that it is also TeX source harms nobody"),
    "123_multipage.tiff": ("reject", "its frames are 10 to 20 pixels wide, less than a refused picture of 300"),
    "124_pil_sample_cmyk.jpg": ("reject", "100 pixels wide, less than a refused picture of 300"),
}
"""Files whose verdict here is another than the set proposes, and why."""


def expected(row):
    return OTHERWISE.get(row["file"], (row["expected"], ""))[0]


@pytest.mark.slow
@pytest.mark.skipif(not ROWS, reason="the set of bad files is not beside the project")
@pytest.mark.parametrize("row", [pytest.param(row, id=row["file"]) for row in ROWS])
def test_it_gets_its_verdict(row, tmp_path):
    examination = sandbox.examine(FOLDER / row["file"], file_name=row["file"], out_dir=tmp_path)

    assert check.outcome(examination.verdicts) == expected(row), [item.code for item in examination.verdicts]
    assert examination.verdicts
    assert examination.seconds < CHILD_WALL_SECONDS
    assert examination.peak_mb * 1024 * 1024 < CHILD_MEMORY_BYTES
    for page in examination.pages:
        assert (tmp_path / page.preview_file).read_bytes().startswith(b"\xff\xd8")
