"""Pictures of a few pixels are judged like any other: every check comes to an end, and none passes."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from django.conf import settings
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PIL import Image

from applications.documents import check
from applications.documents.examination import Examination
from applications.documents.examiner import examine_file
from applications.documents.text_data import data_folder
from applications.documents.verdict import Outcome

SIDES = st.one_of(st.integers(1, 40), st.sampled_from([63, 64, 100, 256]))


def tiny(width: int, height: int, seed: int, form: str) -> bytes:
    """A picture of specks, light enough to pass for a written page."""
    levels = np.random.default_rng(seed).choice([40, 235, 240, 245], (height, width, 3), p=[0.1, 0.3, 0.3, 0.3])
    out = io.BytesIO()
    Image.fromarray(levels.astype(np.uint8)).save(out, form)
    return out.getvalue()


def examined(data: bytes, kind: str | None) -> Examination:
    with TemporaryDirectory() as folder:
        return examine_file(
            data,
            name="paper",
            kind=kind,
            out_dir=Path(folder),
            skip=frozenset(),
            tell=lambda line: None,
            tessdata=data_folder(settings.TESSDATA),
        )


@hypothesis_settings(max_examples=60, deadline=None)
@given(
    SIDES,
    SIDES,
    st.integers(0, 9),
    st.sampled_from(["PNG", "JPEG", "TIFF"]),
    st.sampled_from([None, "passport", "photo"]),
)
def test_every_check_comes_to_an_end(width, height, seed, form, kind):
    found = examined(tiny(width, height, seed, form), kind)

    assert "could-not-check" not in {verdict.code for verdict in found.verdicts}
    assert check.outcome(found.verdicts) in (Outcome.REVIEW, Outcome.REJECT)
