"""A place of one single grey stands out from paper with grain; bare corners, clipped white and drawn pages do not."""

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from applications.documents.check import DoesNotApplyError, for_staff_only
from applications.documents.checks.flat_paper import flat_paper
from applications.documents.checks.painted_over import painted_over
from applications.documents.forensics import plain
from applications.documents.opened_file import OpenedFile
from tests.documents import made_files

WIDTH, HEIGHT = 1_240, 1_754


def paper(*, grain: float = 2.5, light: float = 0.85) -> Image.Image:
    """A page of print as a scanner sees it."""
    pixels = np.asarray(made_files.page(WIDTH, HEIGHT)).astype(np.float32) * light + 10
    noise = np.random.default_rng(5).normal(0, grain, (HEIGHT, WIDTH, 1))
    return Image.fromarray(np.clip(pixels + noise, 0, 255).astype(np.uint8))


def painted(picture: Image.Image, place: tuple[int, int, int, int]) -> Image.Image:
    left, top, wide, high = place
    ImageDraw.Draw(picture).rectangle((left, top, left + wide, top + high), fill=(214, 211, 204))
    return picture


def opened(data: bytes, tmp_path, *, kind: str = "birth_certificate", name: str = "paper.jpg") -> OpenedFile:
    return OpenedFile(data, name=name, kind=kind, out_dir=tmp_path)


@settings(max_examples=15, deadline=None)
@given(
    left=st.integers(50, 800),
    top=st.integers(50, 1_600),
    wide=st.integers(150, 380),
    high=st.integers(40, 90),
    quality=st.integers(80, 97),
)
def test_what_is_painted_over_is_found_where_it_is(left, top, wide, high, quality):
    data = made_files.jpeg(painted(paper(), (left, top, wide, high)), quality)

    found = plain(np.asarray(Image.open(io.BytesIO(data)).convert("RGB")))

    assert found.place is not None
    where = found.place
    assert where[0] == pytest.approx(left / WIDTH, abs=0.02)
    assert where[1] == pytest.approx(top / HEIGHT, abs=0.02)
    assert where[2] == pytest.approx((left + wide) / WIDTH, abs=0.02)
    assert where[3] == pytest.approx((top + high) / HEIGHT, abs=0.02)


def test_it_is_told_with_its_place_and_to_staff_alone(tmp_path):
    (verdict,) = painted_over(opened(made_files.jpeg(painted(paper(), (300, 700, 320, 60))), tmp_path))

    assert verdict.code == "place-without-grain"
    assert verdict.evidence[0].box is not None
    assert for_staff_only(verdict.code)


@pytest.mark.parametrize("quality", [60, 80, 95])
@pytest.mark.parametrize("light", [0.7, 0.85, 1.06])
def test_honest_scans_are_left_alone_dark_or_clipped_to_white(light, quality, tmp_path):
    file = opened(made_files.jpeg(paper(light=light), quality), tmp_path)

    assert list(painted_over(file)) == []
    assert list(flat_paper(file)) == []


def test_corners_laid_bare_by_turning_are_no_sign(tmp_path):
    turned = paper().rotate(7, expand=True, fillcolor=(214, 211, 204), resample=Image.Resampling.BICUBIC)

    assert list(painted_over(opened(made_files.jpeg(turned), tmp_path))) == []


def test_a_place_is_found_on_a_page_that_was_levelled(tmp_path):
    turned = painted(paper(), (300, 700, 320, 60)).rotate(
        -5, expand=True, fillcolor=(120, 90, 60), resample=Image.Resampling.BICUBIC
    )

    assert [verdict.code for verdict in painted_over(opened(made_files.jpeg(turned, 95), tmp_path))] == [
        "place-without-grain"
    ]


def test_a_drawn_page_is_called_drawn_and_not_painted_over(tmp_path):
    file = opened(made_files.jpeg(painted(paper(grain=0), (300, 700, 320, 60))), tmp_path)

    assert list(painted_over(file)) == []
    assert [verdict.code for verdict in flat_paper(file)] == ["paper-without-grain"]


def test_portraits_and_pages_of_text_are_not_asked(tmp_path):
    with pytest.raises(DoesNotApplyError):
        list(painted_over(opened(made_files.jpeg(paper()), tmp_path, kind="photo")))


def test_grain_is_not_missed_where_a_picture_was_saved_too_coarsely_for_it(tmp_path):
    with pytest.raises(DoesNotApplyError):
        list(flat_paper(opened(made_files.jpeg(paper(), 30), tmp_path)))
    assert plain(opened(made_files.jpeg(paper(), 30), tmp_path).in_grey(1)).flat > 0.9
