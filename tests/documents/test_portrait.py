"""Portraits: a face found and measured; words only for what is clearly amiss."""

import io

import numpy as np
import pytest
from PIL import Image

from applications.demo.portrait import portrait as drawn
from applications.documents.checks.portrait import portrait as check_portrait
from applications.documents.opened_file import OpenedFile


def said(picture: Image.Image, tmp_path) -> list[str]:
    out = io.BytesIO()
    picture.save(out, "PNG")
    file = OpenedFile(out.getvalue(), name="photo.png", kind="photo", out_dir=tmp_path)
    return [verdict.code for verdict in check_portrait(file)]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_good_portrait_is_left_alone(tmp_path, seed):
    assert said(drawn("female", 40, seed=seed), tmp_path) == []


def test_no_face(tmp_path):
    assert said(Image.new("RGB", (620, 800), (225, 225, 225)), tmp_path) == ["no-face"]


def test_a_face_too_small(tmp_path):
    picture = Image.new("RGB", (1240, 1600), (226, 230, 234))
    picture.paste(drawn("male", 30, seed=4), (310, 500))

    assert "face-too-small" in said(picture, tmp_path)


def test_two_faces(tmp_path):
    picture = Image.new("RGB", (1240, 800), (226, 230, 234))
    for place, seed in ((0, 5), (620, 6)):
        picture.paste(drawn("male", 30, seed=seed), (place, 0))

    assert said(picture, tmp_path) == ["several-faces"]


def test_a_tilted_head_and_a_dark_wall(tmp_path):
    face = drawn("female", 40, seed=7)
    assert "head-tilted" in said(face.rotate(20, fillcolor=(226, 230, 234)), tmp_path)
    dark = np.asarray(face).copy()
    dark[:, :110] = dark[:, -110:] = 30
    assert "background-dark" in said(Image.fromarray(dark), tmp_path)


def test_a_face_that_fills_the_picture_is_not_taken_for_its_background(tmp_path):
    near = drawn("female", 40, seed=8).crop((155, 216, 465, 616)).resize((620, 800))
    dark = np.where(np.arange(620)[None, :, None] < 90, 30, np.asarray(near)).astype(np.uint8)

    assert said(Image.fromarray(dark), tmp_path) == ["face-too-large"]
