"""Zones read from pictures of pages, as they come from scanners and phones."""

import numpy as np
import pytest

from applications.documents import mrz_reader
from applications.documents.drawing import shrunk
from applications.documents.examination import ReaderMissingError
from applications.documents.limits import ZONE_WORKING_SIDE
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
