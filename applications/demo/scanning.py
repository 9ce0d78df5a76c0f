"""What happens between a paper and its file: flat-bed scans, phone pictures on a table, photocopies, and spoilt ones."""

from random import Random

import cv2
import numpy as np
from PIL import Image

from applications.demo.people import Trouble
from applications.demo.sheet import Pixels

FINISHES = ("none", "scan", "phone", "copy")


def scanned(picture: Image.Image, finish: str, *, seed: int, trouble: Trouble | None = None) -> Image.Image:
    """The picture as a machine took it: ``finish`` is one of FINISHES, ``trouble`` spoils it on purpose."""
    rng = Random(seed)
    pixels = np.asarray(picture.convert("RGB"), dtype=np.uint8)
    if trouble is Trouble.BLANK:
        pixels = np.full_like(pixels, 246)
    if finish == "scan":
        pixels = _turned(pixels, rng.uniform(-1.1, 1.1))
        pixels = _noisy(pixels, 2.5, seed)
    elif finish == "copy":
        pixels = _copied(pixels, rng, seed)
    elif finish == "phone":
        pixels = _on_a_table(pixels, rng, seed)
    if trouble is Trouble.BLURRED:
        pixels = np.asarray(cv2.GaussianBlur(pixels, (0, 0), pixels.shape[1] / 150), dtype=np.uint8)
    if trouble is Trouble.TINY:
        height = round(pixels.shape[0] * 320 / pixels.shape[1])
        pixels = np.asarray(cv2.resize(pixels, (320, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return Image.fromarray(pixels)


def _turned(pixels: Pixels, degrees: float) -> Pixels:
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    turned = cv2.warpAffine(pixels, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(238, 238, 236))
    return np.asarray(turned, dtype=np.uint8)


def _noisy(pixels: Pixels, strength: float, seed: int) -> Pixels:
    """Grain of a sensor: a tile of noise repeated over the page."""
    noise = np.random.default_rng(seed).uniform(-strength, strength, (256, 256)).astype(np.int16)
    height, width = pixels.shape[:2]
    tile = np.repeat(noise[:, :, None], 3, axis=2)
    grain = np.tile(tile, (height // 256 + 1, width // 256 + 1, 1))[:height, :width]
    return np.asarray(cv2.add(pixels, grain, dtype=cv2.CV_8U), dtype=np.uint8)


def _copied(pixels: Pixels, rng: Random, seed: int) -> Pixels:
    """A photocopy: grey, harder, with specks and a dark edge."""
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.float32)
    grey = np.clip((grey - 118) * 1.35 + 132, 0, 252)
    specks = np.random.default_rng(seed)
    for _ in range(160):
        y, x = specks.integers(0, grey.shape[0] - 3), specks.integers(0, grey.shape[1] - 3)
        grey[y : y + 2, x : x + 2] = specks.integers(30, 140)
    grey[:, : int(grey.shape[1] * 0.006)] = 60
    out = np.repeat(grey[:, :, None], 3, axis=2).astype(np.uint8)
    return _noisy(_turned(out, rng.uniform(-1.4, 1.4)), 4, seed)


def _on_a_table(pixels: Pixels, rng: Random, seed: int) -> Pixels:
    """Lying on a wooden table, seen a little from the side, lit unevenly."""
    height, width = pixels.shape[:2]
    margin = int(width * 0.06)
    room = (width + 2 * margin, height + 2 * margin)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    swing = width * 0.022
    moved = np.array(
        [[x + margin + rng.uniform(-swing, swing), y + margin + rng.uniform(-swing, swing)] for x, y in corners],
        dtype=np.float32,
    )
    view = cv2.getPerspectiveTransform(corners, moved)
    paper = cv2.warpPerspective(pixels, view, room, flags=cv2.INTER_LINEAR)
    mask = cv2.warpPerspective(np.full((height, width), 255, dtype=np.uint8), view, room)
    scene = on_wood(room[1], room[0], rng, seed)
    small = cv2.resize(mask, (room[0] // 8, room[1] // 8), interpolation=cv2.INTER_AREA)
    shadow = cv2.resize(cv2.GaussianBlur(small, (0, 0), width / 720), room, interpolation=cv2.INTER_LINEAR)
    shaded = cv2.multiply(scene, cv2.merge([255 - shadow // 2] * 3), scale=1 / 255)
    cv2.copyTo(paper, mask, shaded)
    across = np.linspace(-1, 1, room[0], dtype=np.float32)[None, :] * rng.uniform(-14, 14)
    down = np.linspace(-1, 1, room[1], dtype=np.float32)[:, None] * rng.uniform(-18, 18)
    light = (across + down - 4).astype(np.int16)
    lit = cv2.add(shaded, cv2.merge([light, light, light]), dtype=cv2.CV_8U)
    return _noisy(np.asarray(lit, dtype=np.uint8), 5, seed)


def on_wood(height: int, width: int, rng: Random, seed: int) -> Pixels:
    """A wooden table without anything on it, so many pixels high and wide."""
    bands = np.random.default_rng(seed).normal(0, 1, (height // 6 + 2, 9)).astype(np.float32)
    grain = cv2.resize(cv2.GaussianBlur(bands, (0, 0), 1.2), (width, height), interpolation=cv2.INTER_CUBIC)
    colour = np.asarray(rng.choice(((128, 94, 66), (104, 82, 66), (150, 120, 90))), dtype=np.float32)
    steps = (grain * 14).astype(np.int16)
    plain = np.broadcast_to(colour.astype(np.uint8), (height, width, 3)).copy()
    return np.asarray(cv2.add(plain, cv2.merge([steps, steps, steps]), dtype=cv2.CV_8U), dtype=np.uint8)
