"""Zones read from pictures of pages, as they come from scanners and phones."""

import numpy as np
import pytest
from PIL import Image

from applications.documents import mrz_reader
from applications.documents.drawing import shrunk
from applications.documents.examination import ReaderMissingError
from applications.documents.framing import Framing
from applications.documents.limits import ZONE_WORKING_SIDE
from applications.documents.opened_file import OpenedFile
from tests.documents import made_files, zone_pages


def read(page):
    return mrz_reader.read_zone(shrunk(np.ascontiguousarray(page), ZONE_WORKING_SIDE), 1)


@pytest.mark.parametrize("condition", zone_pages.CONDITIONS)
@pytest.mark.parametrize("zone", [zone_pages.passport_zone, zone_pages.card_zone])
def test_it_reads_the_whole_zone(condition, zone):
    lines = zone(zone_pages.dice_of(f"{condition} 1"))

    reading = read(zone_pages.CONDITIONS[condition](zone_pages.drawn(lines)))

    assert reading is not None
    assert list(reading.lines) == lines
    assert reading.valid
    left, top, right, bottom = reading.box
    assert 0 <= left < right <= 1
    assert 0 <= top < bottom <= 1


def test_a_page_of_print_has_no_zone():
    assert read(np.asarray(made_files.page())) is None


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
@pytest.mark.parametrize(("kind", "zone"), [("passport", zone_pages.passport_zone), ("id_card", zone_pages.card_zone)])
def test_a_zone_tells_which_side_of_its_page_is_up(kind, zone, turns, tmp_path):
    lines = zone(zone_pages.dice_of(f"side {turns}"))
    upright = zone_pages.drawn(lines)
    data = made_files.jpeg(Image.fromarray(np.rot90(upright, turns).copy()))
    file = OpenedFile(data, name="page.jpg", kind=kind, out_dir=tmp_path)

    assert file.pages[0].turned == (-turns) % 4
    assert not file.orientations[1].lies_on_side
    assert file.draw(1).shape[0] < file.draw(1).shape[1]
    assert list(file.zone.lines) == lines
    assert file.zone.box[1] > 0.5


def test_what_a_person_turned_is_not_turned_by_its_zone(tmp_path):
    lines = zone_pages.passport_zone(zone_pages.dice_of("by hand"))
    data = made_files.jpeg(Image.fromarray(zone_pages.drawn(lines)))
    file = OpenedFile(data, name="page.jpg", kind="passport", out_dir=tmp_path, framings={1: Framing(turns=2)})

    assert file.pages[0].turned == 2
    assert file.zone.box[3] < 0.5


def test_the_zone_tells_how_far_it_is_from_level():
    lines = zone_pages.passport_zone(zone_pages.dice_of("level"))
    page = np.rot90(zone_pages.on_table(zone_pages.drawn(lines), angle=5), 1)

    standing = mrz_reader.standing_zone(np.ascontiguousarray(page), 1)

    assert standing.turns == 3
    assert standing.tilt == pytest.approx(-5, abs=0.7)


def test_a_covered_zone_does_not_hold():
    lines = zone_pages.passport_zone(zone_pages.dice_of(7))
    page = zone_pages.drawn(lines).copy()
    height, width = page.shape[:2]
    page[round(height * 0.89) : round(height * 0.97), round(width * 0.3) : round(width * 0.45)] = 240

    reading = read(page)

    assert reading is None or not reading.valid


def test_it_refuses_data_it_does_not_know(tmp_path, monkeypatch):
    monkeypatch.setattr(mrz_reader, "DATA", tmp_path)
    mrz_reader.loaded.cache_clear()
    try:
        with pytest.raises(ReaderMissingError):
            mrz_reader.loaded()
        (tmp_path / "mrz.traineddata").write_bytes(b"something else")
        with pytest.raises(ReaderMissingError):
            mrz_reader.loaded()
    finally:
        mrz_reader.loaded.cache_clear()
