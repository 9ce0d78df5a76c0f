"""Passports and identity cards drawn for tests, with a machine-readable zone, and what cameras do to them.

Written from ICAO Doc 9303 without a look at the reader: it has check digits and layouts of its own.
"""

import random
import string
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

OCR_B = Path(__file__).parents[2] / "applications" / "demo" / "fonts" / "OCRB.otf"
PRINT = OCR_B.with_name("LiberationSans-Regular.ttf")
PITCH_MM = 2.54
CAPITALS = string.ascii_uppercase + string.digits
WORTH = {letter: value for value, letter in enumerate(string.digits + string.ascii_uppercase)} | {"<": 0}


def dice_of(seed: object) -> random.Random:
    """Chance that falls the same way each time."""
    return random.Random(str(seed))  # noqa: S311 - not for secrets


def digit(text: str) -> str:
    """The check digit."""
    return str(sum(WORTH[letter] * (7, 3, 1)[place % 3] for place, letter in enumerate(text)) % 10)


def _day(dice: random.Random, first: int, last: int) -> str:
    return f"{dice.randint(first, last):02}{dice.randint(1, 12):02}{dice.randint(1, 28):02}"


def _person(dice: random.Random) -> tuple[str, str, str]:
    family = dice.choice(("SZABO", "NAGY", "KOVACS", "PETROVIC", "IONESCU", "HORVATH<KISS", "BOLGAR"))
    given = dice.choice(("ANNA<MARIA", "JOZSEF", "ZSOFIA", "ISTVAN", "OLENA", "GHEORGHE"))
    return family, given, dice.choice(("ROU", "SRB", "UKR", "SVK", "USA", "D<<", "HUN"))


def passport_zone(dice: random.Random) -> list[str]:
    """The two lines of a passport (TD3) of somebody invented."""
    family, given, state = _person(dice)
    number = "".join(dice.choices(CAPITALS, k=9))
    born, expires = _day(dice, 30, 99), _day(dice, 27, 35)
    own = dice.choice(("", "".join(dice.choices(string.digits, k=13)))).ljust(14, "<")
    second = f"{number}{digit(number)}{state}{born}{digit(born)}{dice.choice('FM')}{expires}{digit(expires)}{own}{digit(own)}"
    return [f"P<{state}{family}<<{given}".ljust(44, "<"), second + digit(second[:10] + second[13:20] + second[21:43])]


def card_zone(dice: random.Random) -> list[str]:
    """The three lines of an identity card (TD1) of somebody invented."""
    family, given, state = _person(dice)
    number = "".join(dice.choices(CAPITALS, k=9))
    born, expires = _day(dice, 30, 99), _day(dice, 27, 35)
    first = f"ID{state}{number}{digit(number)}".ljust(30, "<")
    second = f"{born}{digit(born)}{dice.choice('FM')}{expires}{digit(expires)}{state}".ljust(29, "<")
    second += digit(first[5:] + second[:7] + second[8:15] + second[18:])
    return [first, second, f"{family}<<{given}".ljust(30, "<")]


def drawn(lines: list[str], *, dpi: int = 300) -> np.ndarray:
    """The data page (two lines) or the back of a card (three), in red, green and blue."""
    width_mm, height_mm = (125, 88) if len(lines) == 2 else (85.6, 54)
    scale = dpi / 25.4
    down, across = np.mgrid[0 : int(height_mm * scale), 0 : int(width_mm * scale)]
    waves = (np.sin(across / 37 + down / 53), np.sin(across / 41 - down / 29), np.cos(across / 71 + down / 23))
    paper = np.stack([236 + 9 * wave for wave in waves], axis=-1)
    picture = Image.fromarray(paper.clip(0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    if len(lines) == 2:
        _front(draw, scale)
    letters = ImageFont.truetype(OCR_B, 100)
    letters = ImageFont.truetype(OCR_B, 100 * PITCH_MM * scale / letters.getlength("0"))
    left, top = (width_mm - PITCH_MM * len(lines[0])) / 2, height_mm - (15 if len(lines) == 2 else 16.5)
    for row, line in enumerate(lines):
        for column, letter in enumerate(line):
            place = ((left + PITCH_MM * column) * scale, (top + (6.35 if len(lines) == 2 else 5.3) * row) * scale)
            draw.text(place, letter, font=letters, fill=(20, 20, 20))
    return np.asarray(picture)


def _front(draw: ImageDraw.ImageDraw, scale: float) -> None:
    draw.rectangle([4 * scale, 14 * scale, 37 * scale, 56 * scale], fill=(168, 160, 150))
    draw.ellipse([12 * scale, 20 * scale, 30 * scale, 44 * scale], fill=(214, 184, 164))
    font = ImageFont.truetype(PRINT, int(2.6 * scale))
    for row, text in enumerate(
        ("PASSPORT / PASAPORT", "Surname / Nume", "Given names", "Nationality", "Date of birth")
    ):
        draw.text((45 * scale, (5 + 9 * row) * scale), text, font=font, fill=(20, 20, 60))


def on_table(page: np.ndarray, *, angle: float = 0.0, tilt: float = 0.0) -> np.ndarray:
    """Photographed on a dark table, turned by degrees and tilted (0 to 1)."""
    height, width = page.shape[:2]
    size = (int(width * 1.35), int(height * 1.55))
    turn = np.deg2rad(angle)
    matrix = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    target = (corners - [width / 2, height / 2]) @ matrix.T * 0.96 + [size[0] / 2, size[1] / 2]
    target[0] += tilt * np.array([width * 0.06, height * 0.05])
    target[1] += tilt * np.array([-width * 0.05, height * 0.02])
    lens = cv2.getPerspectiveTransform(corners, target.astype(np.float32))
    table = np.full((size[1], size[0], 3), (92, 80, 70), np.uint8)
    seen = cv2.warpPerspective(np.full((height, width), 255, np.uint8), lens, size)
    return np.where(seen[..., None] > 127, cv2.warpPerspective(page, lens, size), table)


def out_of_focus(page: np.ndarray) -> np.ndarray:
    """Blurred by 1.5 pixels at 1000 pixels of width."""
    return cv2.GaussianBlur(page, (0, 0), 1.5 * page.shape[1] / 1000)


def with_glare(page: np.ndarray) -> np.ndarray:
    """Light on the zone, over about a fifth of the page."""
    height, width = page.shape[:2]
    down, across = np.mgrid[0:height, 0:width]
    spot = np.exp(-(((across - width * 0.55) / (width * 0.16)) ** 2 + ((down - height * 0.85) / (height * 0.22)) ** 2))
    return (page + 150 * spot[..., None]).clip(0, 255).astype(np.uint8)


def recompressed(page: np.ndarray, *, quality: int) -> np.ndarray:
    """Saved as a poor JPEG."""
    return cv2.imdecode(cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR)


def smaller(page: np.ndarray, *, share: float) -> np.ndarray:
    """Scanned at a lower resolution."""
    return cv2.resize(page, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)


def on_a4(page: np.ndarray) -> np.ndarray:
    """Lying on the glass of a scanner for A4."""
    height, width = page.shape[:2]
    sheet = np.full((int(height * 3.37), int(width * 1.68), 3), 250, np.uint8)
    sheet[100 : 100 + height, 100 : 100 + width] = page
    return sheet


CONDITIONS = {
    "fills the frame": lambda page: page,
    "on a table": on_table,
    "turned by 10°": lambda page: on_table(page, angle=10),
    "upside down": lambda page: np.rot90(page, 2),
    "on its side": lambda page: np.rot90(on_table(page)),
    "on its other side": lambda page: np.rot90(page, 3),
    "seen askew": lambda page: on_table(page, angle=4, tilt=1),
    "out of focus": out_of_focus,
    "glare": with_glare,
    "JPEG quality 30": lambda page: recompressed(page, quality=30),
    "150 dpi": lambda page: smaller(page, share=0.5),
    "100 dpi": lambda page: smaller(page, share=1 / 3),
    "on A4": on_a4,
    "all at once": lambda page: recompressed(out_of_focus(on_table(page, angle=7, tilt=1)), quality=40),
}
