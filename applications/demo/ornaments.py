"""Guilloches, borders, seals, stamps and signatures, and the word that says every drawing is a specimen."""

import math
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from applications.demo.sheet import BLUE_INK, Colour, Sheet, face_for, font

SPECIMEN = "MINTA · SPECIMEN"


def rosette(x: float, y: float, radius: float, *, petals: int = 12, lines: int = 26) -> list[NDArray[np.float64]]:
    """A rosette of security print around (x, y) mm."""
    angle = np.linspace(0, 2 * math.pi, 360)
    curves = []
    for number in range(lines):
        wave = 0.62 + 0.38 * np.cos(petals * angle + number * math.pi / lines * 2)
        reach = radius * (0.35 + 0.65 * (number + 1) / lines) * wave
        curves.append(np.stack([x + reach * np.cos(angle), y + reach * np.sin(angle)], axis=1))
    return curves


def waves(width: float, height: float, *, step: float = 2.4, swing: float = 3.2) -> list[NDArray[np.float64]]:
    """A ground of interwoven waves over a whole sheet."""
    along = np.linspace(0, width, 160)
    curves = []
    for number in range(int(height / step) + 3):
        phase = number * 0.55
        base = number * step - step
        for sign in (1, -1):
            curve = base + sign * swing * np.sin(along / 9 + phase) + 0.8 * np.sin(along / 3.1 - phase)
            curves.append(np.stack([along, curve], axis=1))
    return curves


def frame(sheet: Sheet, margin: float, *, colour: Colour, ornate: bool = True) -> None:
    """A printed border: two rules, and between them a plait."""
    width, height = sheet.width - 2 * margin, sheet.height - 2 * margin
    sheet.box(margin, margin, width, height, outline=colour, line=0.5)
    if not ornate:
        return
    gap = 3.0
    sheet.box(margin + gap, margin + gap, width - 2 * gap, height - 2 * gap, outline=colour, line=0.25)
    plaits = []
    for phase in (0.0, math.pi):
        for offset in (margin + gap / 2, sheet.height - margin - gap / 2):
            along = np.linspace(margin + gap / 2, sheet.width - margin - gap / 2, int(width * 3))
            plaits.append(np.stack([along, offset + 1.0 * np.sin(along * 1.6 + phase)], axis=1))
        for offset in (margin + gap / 2, sheet.width - margin - gap / 2):
            along = np.linspace(margin + gap / 2, sheet.height - margin - gap / 2, int(height * 3))
            plaits.append(np.stack([offset + 1.0 * np.sin(along * 1.6 + phase), along], axis=1))
    sheet.curves(plaits, colour=colour, strength=0.8)


def seal(
    sheet: Sheet,
    x: float,
    y: float,
    around: str,
    *,
    inside: str = "",
    diameter: float = 34,
    ink: Colour = (46, 58, 150),
) -> None:
    """Press a round seal: letters round the rim, a neutral star in the middle, ink unevenly spread."""
    size = sheet.px(diameter)
    picture = Image.new("L", (size, size), 0)
    draw = ImageDraw.Draw(picture)
    rim = max(2, size // 70)
    draw.ellipse((rim, rim, size - rim, size - rim), outline=255, width=rim)
    draw.ellipse((size * 0.2, size * 0.2, size * 0.8, size * 0.8), outline=255, width=max(1, rim // 2))
    _around(picture, f"{around} · ", size * 0.405, size)
    _star(draw, size / 2, size * 0.47, size * 0.13)
    if inside:
        face, text = face_for("sans_bold", inside)
        draw.text((size / 2, size * 0.68), text, font=font(face, max(7, size // 17)), fill=255, anchor="mm")
    worn = _worn(picture, sheet.rng)
    turned = worn.rotate(sheet.rng.uniform(-28, 28), Image.Resampling.BICUBIC)
    sheet.lay(_inked(turned, ink, 0.8), x, y)


def _around(picture: Image.Image, text: str, radius: float, size: int) -> None:
    letters = text.upper()
    letter_size = max(7, min(int(size * 0.085), int(2 * math.pi * radius / max(12, len(letters)) * 1.28)))
    used = font("sans_bold", letter_size)
    for number, letter in enumerate(letters):
        angle = 2 * math.pi * number / len(letters) - math.pi / 2
        tile = Image.new("L", (letter_size * 2, letter_size * 2), 0)
        ImageDraw.Draw(tile).text((letter_size, letter_size), letter, font=used, fill=255, anchor="mm")
        tile = tile.rotate(-math.degrees(angle) - 90, Image.Resampling.BICUBIC)
        left = int(size / 2 + radius * math.cos(angle) - letter_size)
        top = int(size / 2 + radius * math.sin(angle) - letter_size)
        picture.paste(255, (left, top), tile)


def _star(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float) -> None:
    corners = []
    for number in range(16):
        reach = radius if number % 2 == 0 else radius * 0.55
        angle = math.pi * number / 8
        corners.append((x + reach * math.sin(angle), y - reach * math.cos(angle)))
    draw.polygon(corners, outline=255, width=max(1, int(radius / 9)))
    draw.ellipse((x - radius / 4, y - radius / 4, x + radius / 4, y + radius / 4), fill=255)


def _worn(picture: Image.Image, rng: Random) -> Image.Image:
    """Ink that did not take everywhere."""
    noise = np.random.default_rng(rng.randrange(1 << 30))
    spots = noise.random((picture.height // 5 + 2, picture.width // 5 + 2)).astype(np.float32)
    mask = Image.fromarray((spots * 255).astype(np.uint8)).resize(picture.size, Image.Resampling.BICUBIC)
    kept = np.asarray(picture, dtype=np.float32) * np.clip(np.asarray(mask, dtype=np.float32) / 110, 0.25, 1)
    return Image.fromarray(kept.astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.5))


def _inked(shape: Image.Image, ink: Colour, strength: float) -> Image.Image:
    picture = Image.new("RGBA", shape.size, (*ink, 0))
    picture.putalpha(shape.point(lambda value: int(value * strength)))
    return picture


def stamp(sheet: Sheet, x: float, y: float, lines: list[str], *, ink: Colour = (150, 40, 60)) -> None:
    """Press a rectangular stamp with a few lines of text."""
    height = sheet.px(4.4)
    used = font("sans_bold", int(height * 0.72))
    width = int(max(used.getlength(line) for line in lines)) + height
    picture = Image.new("L", (width + height, height * (len(lines) + 1) + height), 0)
    draw = ImageDraw.Draw(picture)
    draw.rectangle(
        (height // 3, height // 3, picture.width - height // 3, picture.height - height // 3), outline=255, width=3
    )
    for number, line in enumerate(lines):
        draw.text((picture.width / 2, height * (number + 1.3)), line, font=used, fill=255, anchor="mm")
    turned = _worn(picture, sheet.rng).rotate(sheet.rng.uniform(-5, 5), Image.Resampling.BICUBIC, expand=True)
    sheet.lay(_inked(turned, ink, 0.75), x, y)


def signature(
    sheet: Sheet,
    x: float,
    y: float,
    name: str,
    *,
    points: float = 17,
    ink: Colour = BLUE_INK,
    width: float = 45,
) -> None:
    """Sign ``name`` at (x, y) mm: slanted, with a flourish below."""
    face, text = face_for("pen", name)
    used = font(face, sheet.size_px(points))
    while used.getlength(text) > sheet.px(width) and points > 7:
        points *= 0.92
        used = font(face, sheet.size_px(points))
    room = int(used.getlength(text) * 1.35), sheet.size_px(points) * 2
    picture = Image.new("L", room, 0)
    draw = ImageDraw.Draw(picture)
    draw.text((room[0] * 0.08, room[1] * 0.62), text, font=used, fill=255, anchor="ls")
    along = np.linspace(0.05, 0.97, 60)
    swing = sheet.rng.uniform(0.03, 0.07)
    curve = [(room[0] * t, room[1] * (0.75 + swing * math.sin(t * 7) - 0.12 * t)) for t in along]
    draw.line(curve, fill=220, width=max(2, room[1] // 42), joint="curve")
    slanted = picture.transform(
        room, Image.Transform.AFFINE, (1, 0.22, -room[1] * 0.13, 0, 1, 0), Image.Resampling.BICUBIC
    )
    turned = slanted.rotate(sheet.rng.uniform(1, 5), Image.Resampling.BICUBIC)
    sheet.lay(_inked(turned, ink, 0.92), x, y)


def mark_as_specimen(sheet: Sheet, *, x: float | None = None, y: float | None = None, across: bool = True) -> None:
    """Write in pale red along the edge that this is a specimen, and once more, paler, ``across`` the sheet."""
    left = sheet.width / 2 if x is None else x
    top = sheet.height - 2.2 if y is None else y
    sheet.text(left, top, SPECIMEN, "sans_bold", 6.5, fill=(196, 120, 120), anchor="ms", tracking=0.5)
    if not across:
        return
    tile = Image.new("L", (sheet.px(60), sheet.px(9)), 0)
    used = font("sans_bold", sheet.px(5))
    ImageDraw.Draw(tile).text((tile.width / 2, tile.height / 2), SPECIMEN, font=used, fill=255, anchor="mm")
    turned = tile.rotate(32, Image.Resampling.BICUBIC, expand=True)
    sheet.lay(_inked(turned, (214, 150, 150), 0.34), sheet.width * 0.7, sheet.height * 0.36)
