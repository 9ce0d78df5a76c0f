"""A sheet of paper measured in millimetres that can be written, ruled and tinted: the base of every drawing."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Pixels = NDArray[np.uint8]
Colour = tuple[int, int, int]

FONTS = Path(__file__).parent / "fonts"
FACES = {
    "sans": "LiberationSans-Regular.ttf",
    "sans_bold": "LiberationSans-Bold.ttf",
    "serif": "LiberationSerif-Regular.ttf",
    "serif_bold": "LiberationSerif-Bold.ttf",
    "old": "OldStandard-Regular.ttf",
    "typewriter": "CourierPrime.otf",
    "hand": "Caveat-Medium.ttf",
    "pen": "MarckScript-Regular.ttf",
    "ocr_b": "OCRB.otf",
}
INK: Colour = (28, 30, 38)
BLUE_INK: Colour = (30, 42, 120)
_CYRILLIC_FREE = {"typewriter": "serif", "pen": "hand"}
_NO_COMMA_BELOW = {"ș": "ş", "ț": "ţ", "Ș": "Ş", "Ț": "Ţ"}


@lru_cache(maxsize=256)
def font(face: str, pixels: int) -> ImageFont.FreeTypeFont:
    """A bundled face in the size asked for."""
    return ImageFont.truetype(str(FONTS / FACES[face]), pixels)


def face_for(face: str, text: str) -> tuple[str, str]:
    """The face that has all letters of ``text``, and the text in letters it has."""
    if face in _CYRILLIC_FREE and any("\u0400" <= letter <= "\u04ff" or letter == "№" for letter in text):
        return _CYRILLIC_FREE[face], text
    if face == "pen":
        text = "".join(_NO_COMMA_BELOW.get(letter, letter) for letter in text)
    return face, text


class Sheet:
    """Paper of ``width`` × ``height`` millimetres at ``dpi``, with a tint and a grain of its own.

    ``placed`` remembers what was written and where: left, top, right, bottom in pixels.
    """

    def __init__(
        self, width: float, height: float, *, dpi: int = 200, tint: Colour = (252, 250, 244), seed: int = 0
    ) -> None:
        self.width, self.height, self.dpi = width, height, dpi
        self.rng = Random(seed)
        size = (self.px(height), self.px(width))
        noise = np.random.default_rng(seed)
        coarse = noise.normal(0, 2.2, (size[0] // 40 + 2, size[1] // 40 + 2)).astype(np.float32)
        fine = noise.normal(0, 1.1, (size[0] // 3 + 2, size[1] // 3 + 2)).astype(np.float32)
        clouds = cv2.resize(coarse, (size[1], size[0]), interpolation=cv2.INTER_CUBIC)
        clouds = cv2.add(clouds, cv2.resize(fine, (size[1], size[0]), interpolation=cv2.INTER_LINEAR))
        pixels = np.clip(np.asarray(tint, dtype=np.float32) + clouds[:, :, None], 0, 255).astype(np.uint8)
        self.image = Image.fromarray(pixels)
        self.draw = ImageDraw.Draw(self.image)
        self.placed: list[tuple[str, tuple[int, int, int, int]]] = []

    def px(self, millimetres: float) -> int:
        """Millimetres in whole pixels."""
        return round(millimetres * self.dpi / 25.4)

    def size_px(self, points: float) -> int:
        """A type size in pixels."""
        return max(6, round(points * self.dpi / 72))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        face: str = "serif",
        points: float = 10,
        *,
        fill: Colour = INK,
        anchor: str = "ls",
        fit: float | None = None,
        tracking: float = 0,
    ) -> float:
        """Write ``text`` at (x, y) mm on its base line, shrunk to ``fit`` mm; return the width used in mm."""
        face, text = face_for(face, text)
        used = font(face, self.size_px(points))
        if fit:
            while used.getlength(text) > self.px(fit) and points > 4:
                points *= 0.95
                used = font(face, self.size_px(points))
        if tracking:
            return self._spaced(x, y, text, used, fill=fill, anchor=anchor, tracking=tracking)
        self.draw.text((self.px(x), self.px(y)), text, font=used, fill=fill, anchor=anchor)
        self._remember(text, self.draw.textbbox((self.px(x), self.px(y)), text, font=used, anchor=anchor))
        return used.getlength(text) * 25.4 / self.dpi

    def _remember(self, text: str, box: tuple[float, float, float, float]) -> None:
        left, top, right, bottom = (round(side) for side in box)
        self.placed.append((text, (left, top, right, bottom)))

    def _spaced(
        self,
        x: float,
        y: float,
        text: str,
        used: ImageFont.FreeTypeFont,
        *,
        fill: Colour,
        anchor: str,
        tracking: float,
    ) -> float:
        step = self.px(tracking)
        total = sum(used.getlength(letter) + step for letter in text) - step
        left = float(self.px(x))
        if anchor[0] == "m":
            left -= total / 2
        for letter in text:
            self.draw.text((left, self.px(y)), letter, font=used, fill=fill, anchor=f"l{anchor[1]}")
            left += used.getlength(letter) + step
        return total * 25.4 / self.dpi

    def written(
        self,
        x: float,
        y: float,
        text: str,
        *,
        face: str = "pen",
        points: float = 14,
        fill: Colour = BLUE_INK,
        fit: float | None = None,
    ) -> None:
        """Write by hand: each word dances a little on its line and leaves its own trace of ink."""
        face, text = face_for(face, text)
        used = font(face, self.size_px(points))
        if fit and used.getlength(text) > self.px(fit):
            used = font(face, max(8, int(self.size_px(points) * self.px(fit) / used.getlength(text))))
        left = float(self.px(x))
        self._remember(text, self.draw.textbbox((left, self.px(y)), text, font=used, anchor="ls"))
        for word in text.split(" "):
            lift = self.rng.uniform(-0.35, 0.35) if face != "typewriter" else self.rng.uniform(-0.08, 0.08)
            shade = self.rng.randint(-8, 18)
            ink = (
                min(255, max(0, fill[0] + shade)),
                min(255, max(0, fill[1] + shade)),
                min(255, max(0, fill[2] + shade)),
            )
            self.draw.text((left, self.px(y + lift)), word, font=used, fill=ink, anchor="ls")
            left += used.getlength(word + " ") * self.rng.uniform(0.98, 1.04)

    def line(self, points: Sequence[tuple[float, float]], *, fill: Colour = INK, width: float = 0.2) -> None:
        """A line through points in mm, ``width`` mm wide."""
        self.draw.line([(self.px(x), self.px(y)) for x, y in points], fill=fill, width=max(1, self.px(width)))

    def dotted(self, x: float, y: float, length: float, *, fill: Colour = (110, 110, 110)) -> None:
        """A dotted line to write on."""
        step, dot = max(3, self.px(0.9)), max(1, self.px(0.22))
        for left in range(self.px(x), self.px(x + length), step):
            self.draw.ellipse((left, self.px(y), left + dot, self.px(y) + dot), fill=fill)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        outline: Colour | None = INK,
        fill: Colour | None = None,
        line: float = 0.2,
        radius: float = 0,
    ) -> None:
        """A frame or a filled area; all measures in mm."""
        corners = (self.px(x), self.px(y), self.px(x + width), self.px(y + height))
        self.draw.rounded_rectangle(corners, self.px(radius), fill=fill, outline=outline, width=max(1, self.px(line)))

    def lay(self, stamp: Image.Image, x: float, y: float) -> None:
        """Lay an RGBA picture with its centre on (x, y) mm, as ink does: it darkens what lies below."""
        left, top = self.px(x) - stamp.width // 2, self.px(y) - stamp.height // 2
        under = self.image.crop((left, top, left + stamp.width, top + stamp.height))
        ground = np.asarray(under, dtype=np.float32)
        ink = np.asarray(stamp, dtype=np.float32)
        alpha = ink[:, :, 3:] / 255
        mixed = ground * (1 - alpha) + ground * (ink[:, :, :3] / 255) * alpha
        self.image.paste(Image.fromarray(mixed.astype(np.uint8)), (left, top))
        self.draw = ImageDraw.Draw(self.image)

    def place(self, picture: Image.Image, x: float, y: float, width: float, height: float) -> None:
        """Put a picture into a frame of mm."""
        self.image.paste(
            picture.resize((self.px(width), self.px(height)), Image.Resampling.LANCZOS), (self.px(x), self.px(y))
        )

    def curves(self, lines: Sequence[NDArray[np.float64]], *, colour: Colour, strength: float) -> None:
        """Fine lines of security print (each an N×2 array in mm), mixed in with ``strength`` 0–1."""
        ground = np.asarray(self.image)
        over = ground.copy()
        scale = self.dpi / 25.4 * 16
        for points in lines:
            fixed = np.round(points * scale).astype(np.int32).reshape(-1, 1, 2)
            cv2.polylines(over, [fixed], isClosed=False, color=colour, thickness=1, lineType=cv2.LINE_AA, shift=4)
        mixed = cv2.addWeighted(over, strength, ground, 1 - strength, 0)
        self.image = Image.fromarray(np.asarray(mixed, dtype=np.uint8))
        self.draw = ImageDraw.Draw(self.image)
