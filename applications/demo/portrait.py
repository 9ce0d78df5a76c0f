"""A drawn face for passports and photos: nobody's, but with the proportions of a face, which are everybody's own."""

from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from applications.demo.names import Sex
from applications.demo.sheet import Colour

_SKIN: tuple[Colour, ...] = ((233, 194, 166), (224, 180, 150), (240, 206, 182), (212, 168, 138))
_HAIR: tuple[Colour, ...] = ((58, 40, 30), (92, 64, 42), (34, 30, 30), (150, 112, 66), (120, 116, 114))
_CLOTHES: tuple[Colour, ...] = ((44, 62, 96), (92, 40, 48), (60, 76, 64), (70, 66, 78), (30, 34, 40))

_LEVELS = ((0, 150, 0.08), (150, 330, 0.08), (330, 378, 0.12), (378, 462, 0.06), (462, 512, 0.10), (512, 580, 0.08))
"""From crown to chin: top and foot of a part of the drawn face, in pixels, and the standard deviation of its height."""

_BREADTHS = ((150, 0.05), (378, 0.06), (512, 0.07), (580, 0.05), (800, 0.05))
"""Levels of the drawn face (crown, pupils, lips, chin, shoulders), and the standard deviation of what lies there across.

Pupils lie apart by 63 mm, give or take 4 (Dodgson 2004); breadth and length of faces and lips vary about as much.
"""


def portrait(sex: Sex, age: int, *, seed: int, width: int = 620, height: int = 800) -> Image.Image:
    """A frontal portrait of ``width`` × ``height`` pixels before a light ground."""
    rng = Random(seed)
    skin, hair = rng.choice(_SKIN), rng.choice(_HAIR)
    if age > 62:
        hair = (176, 174, 172)
    picture = Image.new("RGB", (620, 800), (226, 230, 234))
    _ground(picture)
    draw = ImageDraw.Draw(picture)
    _shoulders(draw, rng.choice(_CLOTHES), skin)
    _hair_behind(draw, hair, sex)
    _head(picture, skin, rng)
    draw = ImageDraw.Draw(picture)
    _features(draw, skin, hair, rng, sex)
    _hair_above(draw, hair, sex, rng)
    if age > 45:
        _lines_of_age(draw, skin)
    soft = _in_own_proportions(picture, Random(f"proportions {seed}")).filter(ImageFilter.GaussianBlur(1.6))
    grain = np.random.default_rng(seed).normal(0, 3, (800, 620, 1))
    pixels = np.clip(np.asarray(soft, dtype=np.float32) + grain, 0, 255).astype(np.uint8)
    return Image.fromarray(pixels).resize((width, height), Image.Resampling.LANCZOS)


def _in_own_proportions(picture: Image.Image, rng: Random) -> Image.Image:
    """The mean face stretched as faces differ: every part somewhat higher or lower, narrower or broader."""

    def factor(sd: float) -> float:
        return 1 + max(-2 * sd, min(2 * sd, rng.gauss(0, sd)))

    heights = [(foot - top) * factor(sd) for top, foot, sd in _LEVELS]
    # The eyes stay where they were, and what is below the chin moves with it.
    above = sum(heights[:3]) - 378
    levels = [level - above for level in np.cumsum([0, *heights]).tolist()]
    drawn = [top for top, _, _ in _LEVELS] + [580]
    down = np.interp(np.arange(picture.height), [*levels, levels[-1] + 220], [*drawn, 800])
    own = [(level, factor(sd)) for level, sd in _BREADTHS]
    broad = np.interp(down, [level for level, _ in own], [each for _, each in own])
    middle = picture.width / 2
    across = middle + (np.arange(picture.width) - middle) / broad[:, None]
    rows = np.repeat(down[:, None], picture.width, axis=1)
    stretched = cv2.remap(
        np.asarray(picture),
        across.astype(np.float32),
        rows.astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return Image.fromarray(stretched)


def _shade(colour: Colour, amount: int) -> Colour:
    red, green, blue = (max(0, min(255, part + amount)) for part in colour)
    return red, green, blue


def _ground(picture: Image.Image) -> None:
    rows = np.linspace(244, 214, picture.height)[:, None, None] * np.ones((1, picture.width, 3))
    picture.paste(Image.fromarray(rows.astype(np.uint8)))


def _shoulders(draw: ImageDraw.ImageDraw, clothes: Colour, skin: Colour) -> None:
    draw.ellipse((40, 610, 580, 1100), fill=clothes)
    draw.polygon([(250, 560), (370, 560), (384, 660), (310, 720), (236, 660)], fill=_shade(skin, -14))
    draw.polygon([(236, 640), (310, 730), (384, 640), (420, 668), (310, 800), (200, 668)], fill=_shade(clothes, 26))
    draw.line([(310, 735), (310, 800)], fill=_shade(clothes, -16), width=4)


def _hair_behind(draw: ImageDraw.ImageDraw, hair: Colour, sex: Sex) -> None:
    if sex == "female":
        draw.ellipse((146, 150, 474, 560), fill=_shade(hair, -10))
        draw.rounded_rectangle((150, 340, 470, 650), 90, fill=_shade(hair, -10))
    else:
        draw.ellipse((158, 158, 462, 480), fill=hair)


def _head(picture: Image.Image, skin: Colour, rng: Random) -> None:
    """The face itself, lit from one side."""
    face = Image.new("L", picture.size, 0)
    draw = ImageDraw.Draw(face)
    jaw = rng.randint(-8, 10)
    draw.ellipse((176, 180, 444, 520), fill=255)
    draw.ellipse((190 - jaw, 300, 430 + jaw, 580), fill=255)
    draw.rounded_rectangle((256, 500, 364, 640), 40, fill=255)
    across, down = np.meshgrid(np.linspace(-1, 1, picture.width), np.linspace(-1, 1, picture.height))
    light = 10 - 26 * (across**2) - 12 * (down + 0.1) ** 2 - 8 * across
    pixels = np.clip(np.asarray(skin, dtype=np.float32) + light[:, :, None], 0, 255).astype(np.uint8)
    picture.paste(Image.fromarray(pixels), (0, 0), face.filter(ImageFilter.GaussianBlur(2)))
    ears = ImageDraw.Draw(picture)
    for left in (160, 426):
        ears.ellipse((left, 350, left + 34, 430), fill=_shade(skin, -16))


def _features(draw: ImageDraw.ImageDraw, skin: Colour, hair: Colour, rng: Random, sex: Sex) -> None:
    iris = rng.choice(((84, 104, 120), (92, 70, 46), (70, 92, 66), (60, 46, 36)))
    brow = 9 if sex == "male" else 6
    for eye in (250, 370):
        draw.ellipse((eye - 33, 358, eye + 33, 398), fill=_shade(skin, -18))
        draw.ellipse((eye - 27, 364, eye + 27, 393), fill=(244, 242, 240))
        draw.ellipse((eye - 13, 364, eye + 13, 391), fill=iris)
        draw.ellipse((eye - 6, 371, eye + 6, 384), fill=(18, 16, 16))
        draw.ellipse((eye + 2, 370, eye + 6, 374), fill=(250, 250, 250))
        draw.arc((eye - 30, 356, eye + 30, 404), 195, 345, fill=(52, 36, 30), width=5)
        draw.arc((eye - 42, 326, eye + 42, 400), 205, 335, fill=_shade(hair, -12), width=brow)
    shade = _shade(skin, -34)
    draw.line([(302, 384), (296, 440), (286, 462)], fill=_shade(skin, -20), width=4)
    draw.arc((276, 438, 344, 482), 20, 160, fill=shade, width=5)
    draw.ellipse((284, 458, 298, 468), fill=shade)
    draw.ellipse((322, 458, 336, 468), fill=shade)
    lips = (182, 92, 88) if sex == "female" else (178, 118, 104)
    draw.chord((262, 492, 358, 530), 0, 180, fill=lips)
    draw.polygon([(262, 512), (292, 500), (310, 505), (328, 500), (358, 512), (310, 516)], fill=_shade(lips, -22))
    draw.arc((276, 524, 344, 552), 200, 340, fill=_shade(skin, -22), width=3)


def _hair_above(draw: ImageDraw.ImageDraw, hair: Colour, sex: Sex, rng: Random) -> None:
    parting = rng.choice((250, 310, 370))
    draw.chord((158, 140, 462, 470), 192, 348, fill=hair)
    draw.polygon([(164, 300), (parting, 232), (456, 300), (456, 250), (310, 150), (164, 250)], fill=hair)
    for strand in range(9):
        left = 232 + strand * 18
        shade = _shade(hair, 14 if strand % 2 else -12)
        draw.line([(parting, 176), ((parting + left) / 2 + 4, 200), (left, 236)], fill=shade, width=3, joint="curve")
    if sex == "female":
        draw.pieslice((140, 190, 250, 640), 100, 262, fill=hair)
        draw.pieslice((370, 190, 480, 640), 278, 80, fill=hair)


def _lines_of_age(draw: ImageDraw.ImageDraw, skin: Colour) -> None:
    for top in (286, 302):
        draw.arc((230, top, 390, top + 34), 200, 340, fill=_shade(skin, -16), width=2)
    draw.arc((232, 450, 276, 540), 300, 60, fill=_shade(skin, -22), width=3)
    draw.arc((344, 450, 388, 540), 120, 240, fill=_shade(skin, -22), width=3)
