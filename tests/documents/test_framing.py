"""Pages turned and cut by hand: the instruction, and what is drawn and examined by it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from applications.documents import sandbox
from applications.documents.drawing import PictureDrawer, picture_facts
from applications.documents.examiner import examine_file
from applications.documents.framed_drawer import FramedDrawer
from applications.documents.framing import LEAST, Framing, FramingError, as_text, framings_from
from applications.documents.limits import A4
from applications.documents.opened_file import OpenedFile
from applications.documents.text_data import data_folder
from tests.documents import made_files

QUARTERS = ((0, "red"), (1, "green"), (2, "blue"), (3, "yellow"))
"""The colour that stands at the upper left after so many quarter turns to the left."""


@pytest.fixture(scope="module")
def colours() -> bytes:
    """A picture of 400 × 200 pixels with another colour in each quarter: red, green; yellow, blue."""
    picture = Image.new("RGB", (400, 200))
    for colour, place in (("red", (0, 0)), ("green", (200, 0)), ("yellow", (0, 100)), ("blue", (200, 100))):
        picture.paste(Image.new("RGB", (200, 100), colour), place)
    return made_files.png(picture)


def drawer(data: bytes, framing: Framing) -> FramedDrawer:
    return FramedDrawer(PictureDrawer(data, picture_facts(data), cut_short=False), {1: framing}, lambda number: True)


def boxes():
    """Boxes that leave enough of a page."""
    side = st.integers(0, 1000 - LEAST).flatmap(lambda low: st.tuples(st.just(low), st.integers(low + LEAST, 1000)))
    return st.tuples(side, side).map(lambda sides: (sides[0][0], sides[1][0], sides[0][1], sides[1][1]))


def framings():
    return st.builds(Framing, st.integers(0, 3), boxes())


@settings(deadline=None)
@given(st.dictionaries(st.integers(1, 50), framings(), max_size=6))
def test_it_is_read_as_it_was_written(said: dict[int, Framing]) -> None:
    assert framings_from(as_text(said)) == said


def test_the_longest_instruction_fits_its_column() -> None:
    longest = {number: Framing(3, (100, 100, 1000, 1000)) for number in range(1, 51)}

    assert len(as_text(longest)) <= 1500


@pytest.mark.parametrize(
    "text",
    ["x", "1=4@0,0,1000,1000", "1=0@0,0,50,1000", "1=0@0,0,1001,1000", "0=1@0,0,1000,1000", "1=1@0,0,1000,1000;"],
)
def test_what_leaves_no_page_is_refused(text: str) -> None:
    with pytest.raises(FramingError):
        framings_from(text)


@settings(deadline=None)
@given(framings(), st.integers(0, 3))
def test_four_turns_are_none(framing: Framing, turns: int) -> None:
    assert framing.turned_to(turns).turned_to(framing.turns) == framing


@pytest.mark.parametrize(("turns", "colour"), QUARTERS)
def test_a_page_is_turned_to_the_left(colours: bytes, turns: int, colour: str) -> None:
    page = drawer(colours, Framing(turns)).draw(1, 2600)

    assert page.shape == ((200, 400, 3) if turns % 2 == 0 else (400, 200, 3))
    assert tuple(page[5, 5]) == Image.new("RGB", (1, 1), colour).getpixel((0, 0))


@pytest.mark.parametrize("turns", range(4))
def test_what_was_cut_stays_the_same_part_when_the_page_is_turned(colours: bytes, turns: int) -> None:
    green = Framing(0, (500, 0, 1000, 500)).turned_to(turns)

    page = drawer(colours, green).draw(1, 2600)

    assert (page == np.array(Image.new("RGB", (1, 1), "green").getpixel((0, 0)))).all()


def test_what_is_left_counts_as_the_sheet(colours: bytes) -> None:
    whole, half = drawer(colours, Framing()), drawer(colours, Framing(0, (0, 0, 500, 1000)))

    assert half.resolution(1, A4) == whole.resolution(1, A4) / 2


def test_the_child_draws_and_reads_what_was_kept(tmp_path) -> None:
    sheet, table = made_files.page(lines=20), Image.new("RGB", (2654, 3339), (60, 45, 30))
    table.paste(sheet, (500, 500))
    path = tmp_path / "photo.jpg"
    path.write_bytes(made_files.jpeg(table.rotate(90, expand=True)))
    edges = (round(500 / 2.654), round(500 / 3.339), round(2154 / 2.654), round(2839 / 3.339))
    began: list[str] = []

    found = sandbox.examine(
        path,
        file_name="photo.jpg",
        out_dir=tmp_path / "pages",
        kind="birth_certificate",
        framing=as_text({1: Framing(3, edges)}),
        began=began.append,
    )

    (page,) = found.pages
    assert (page.turned, page.width < page.height) == (3, True)
    assert abs(page.width / page.height - 1654 / 2339) < 0.01
    with Image.open(tmp_path / "pages" / page.preview_file) as preview:
        assert min(np.asarray(preview)[10, 4:-4].mean(axis=1)) > 200, "the table is cut off"
    assert "turned-upright" not in {verdict.code for verdict in found.verdicts}
    assert "text" in began


def test_a_page_turned_by_hand_onto_its_side_is_told_not_turned_back(tmp_path) -> None:
    found = examine_file(
        made_files.jpeg(made_files.page()),
        name="page.jpg",
        kind="birth_certificate",
        out_dir=tmp_path,
        skip=frozenset(),
        tell=lambda line: None,
        tessdata=data_folder(),
        framings={1: Framing(1)},
    )

    assert found.pages[0].turned == 1
    assert "lies-on-side" in {verdict.code for verdict in found.verdicts}


def test_a_tilted_page_is_cut_as_it_was_seen_levelled(tmp_path):
    tilted = made_files.page(900, 1260).rotate(8, expand=True, fillcolor=(246, 243, 236))
    data, box = made_files.jpeg(tilted), (100, 150, 900, 850)
    seen = OpenedFile(data, name="a.jpg", kind="birth_certificate", out_dir=tmp_path).draw(1)
    height, width = seen.shape[:2]
    wanted = seen[round(0.15 * height) : round(0.85 * height), round(0.1 * width) : round(0.9 * width)]

    framed = OpenedFile(
        data, name="a.jpg", kind="birth_certificate", out_dir=tmp_path, framings={1: Framing(0, box)}
    ).draw(1)

    assert framed.shape == pytest.approx(wanted.shape, abs=3)
    least = np.minimum(framed.shape[:2], wanted.shape[:2])
    alike = [each[: least[0], : least[1]].astype(int) for each in (framed, wanted)]
    assert np.abs(alike[0] - alike[1]).mean() < 6
