"""Copies of a page are known as such; two papers printed on one form are not."""

from hashlib import sha256

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from applications.demo.portrait import portrait
from applications.documents.laid import Laid
from applications.documents.laying import Picture, lay
from applications.documents.marks import marks_of

LABELS = ("Family name", "Given name", "Born on", "Born in", "Father", "Mother", "Number", "Issued on", "Registrar")
ONE = ("Kovács", "Ilona", "12 June 1985", "Kolozsvár", "Kovács István", "Szabó Mária", "48/1985", "3 May 1990", "Tóth")
OTHER = ("Balogh", "Árpád", "30 March 1971", "Szatmár", "Balogh Géza", "Kiss Erzsébet", "913/71", "9 July 2002", "Pap")


def form(values=ONE) -> np.ndarray:
    """A certificate: printed labels, and what was filled in."""
    picture = Image.new("RGB", (1000, 1400), (238, 234, 222))
    pen = ImageDraw.Draw(picture)
    small, large = (ImageFont.load_default(size) for size in (26, 40))
    pen.text((230, 60), "Certificate of birth", fill=(60, 20, 20), font=ImageFont.load_default(52))
    for row, (label, value) in enumerate(zip(LABELS, values, strict=True)):
        pen.text((80, 190 + 120 * row), label, fill=(90, 60, 60), font=small)
        pen.text((360, 180 + 120 * row), value, fill=(20, 20, 60), font=large)
    grain = np.random.default_rng(3).normal(0, 3, (1400, 1000, 1))
    return np.clip(np.asarray(picture) + grain, 0, 255).astype(np.uint8)


def jpeg(pixels: np.ndarray, quality: int = 82) -> bytes:
    return cv2.imencode(".jpg", cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, quality])[
        1
    ].tobytes()


def turned(pixels: np.ndarray, degrees: float) -> np.ndarray:
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return cv2.warpAffine(pixels, turn, (width, height), borderValue=(238, 234, 222))


def retouched() -> np.ndarray:
    return form((*ONE[:2], "30 March 1971", *ONE[3:]))


COPIES = {
    "saved anew": lambda: cv2.imdecode(np.frombuffer(jpeg(form(), 30), np.uint8), cv2.IMREAD_COLOR_RGB),
    "upside down": form()[::-1, ::-1].copy,
    "on its side": lambda: np.rot90(form()).copy(),
    "a little askew": lambda: turned(form(), 5),
    "cropped": form()[90:1350, 40:940].copy,
    "with wide margins": lambda: cv2.copyMakeBorder(form(), 60, 60, 60, 60, cv2.BORDER_CONSTANT, value=(238, 234, 222)),
    "smaller": lambda: cv2.resize(form(), (700, 980), interpolation=cv2.INTER_AREA),
    "retouched": retouched,
}


def picture(data: bytes) -> Picture:
    return Picture(sha256(data).hexdigest(), lambda: data)


@pytest.fixture(scope="module")
def laid() -> dict[str, Laid]:
    """What a child says of each copy and of another person's certificate."""
    pictures = {name: jpeg(make()) for name, make in COPIES.items()} | {"another person": jpeg(form(OTHER))}
    own = picture(jpeg(form()))
    return dict(zip(pictures, lay([(own, picture(other)) for other in pictures.values()]), strict=True))


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_the_same_page_and_keeps_its_marks(laid, name):
    assert laid[name].is_same, laid[name]
    assert len({*marks_of(form())} & {*marks_of(COPIES[name]())}) >= 3


def test_a_picture_of_a_few_hundred_pixels_keeps_its_marks():
    small = cv2.resize(form(), (320, 448), interpolation=cv2.INTER_AREA)

    assert len({*marks_of(form())} & {*marks_of(small)}) >= 12


def test_the_changed_place_is_named(laid):
    left, top, right, bottom = laid["retouched"].differs

    assert 0.3 < left < right < 0.8
    assert 0.26 < top < bottom < 0.36


def test_another_person_on_the_same_form_is_not(laid):
    assert not laid["another person"].is_same, laid["another person"]


def test_a_picture_that_cannot_be_opened_is_like_nothing():
    own = picture(jpeg(form()))

    assert [each.is_same for each in lay([(picture(b""), own), (own, own)])] == [False, True]


def on_a_table(cut: int) -> np.ndarray:
    """The certificate lying askew on wood of which the picture shows a strip on each side, less where more is cut off."""
    page = cv2.copyMakeBorder(form(), 60, 60, 60, 60, cv2.BORDER_CONSTANT, value=(120, 84, 60))
    turn = cv2.getRotationMatrix2D((560, 760), 1.2, 1)
    photo = cv2.warpAffine(page, turn, (1120, 1520), borderValue=(120, 84, 60))
    return photo[cut : 1520 - cut, cut : 1120 - cut].copy()


def test_a_strip_of_the_table_is_no_print():
    whole, cropped = (picture(jpeg(on_a_table(cut))) for cut in (0, 42))

    for laid in lay([(whole, cropped), (cropped, whole)]):
        assert laid.is_same, laid
        assert not laid.is_changed, laid


def face(seed: int = 1) -> np.ndarray:
    return np.asarray(portrait("female", 40, seed=seed))


PORTRAITS = {
    "saved small": lambda: cv2.imdecode(
        np.frombuffer(jpeg(cv2.resize(face(), (310, 400), interpolation=cv2.INTER_AREA), 40), np.uint8),
        cv2.IMREAD_COLOR_RGB,
    ),
    "on its side": lambda: np.rot90(face()).copy(),
    "askew": lambda: turned(face(), 4),
    "cropped": face()[30:780, 10:600].copy,
    "lighter": lambda: np.clip(face() * 1.1 + 10.0, 0, 255).astype(np.uint8),
    "darker and yellower": lambda: (face() * np.array([0.92, 0.9, 0.84])).astype(np.uint8),
}


def test_a_portrait_is_known_whatever_its_light_and_two_people_are_two():
    own = picture(jpeg(face()))
    others = {name: picture(jpeg(make())) for name, make in PORTRAITS.items()}
    others |= {f"person {seed}": picture(jpeg(face(seed))) for seed in PEOPLE}

    laid = dict(zip(others, lay([(own, other) for other in others.values()]), strict=True))

    assert {name: found.is_same_photo for name, found in laid.items()} == {name: name in PORTRAITS for name in others}


def test_small_portraits_of_different_people_are_not_taken_for_one():
    """As a photo of 35 × 45 mm is scanned at 150 dots an inch."""

    def small(seed: int) -> np.ndarray:
        return np.asarray(portrait("female", 40, seed=seed, width=207, height=266))

    own = picture(jpeg(small(1)))
    copy = picture(jpeg(cv2.resize(small(1), (140, 180), interpolation=cv2.INTER_AREA), 55))

    same, *others = lay([(own, copy), *((own, picture(jpeg(small(seed)))) for seed in range(2, 14))])

    assert same.is_same_photo
    assert not any(other.is_same_photo for other in others)


PEOPLE = (2, 3, 4, 5, 6, 7)
