"""Papers photographed for tests: a page laid with its corners anywhere on a ground, by Pillow's own perspective."""

import numpy as np
from PIL import Image

Corners = list[tuple[float, float]]


def ground(name: str, width: int, height: int, seed: int = 3) -> Image.Image:
    """What papers lie on: a desk, boards, tiles or cloth, so many pixels wide and high."""
    rng = np.random.default_rng(seed)
    across, down = np.meshgrid(np.arange(width), np.arange(height))
    plain = np.zeros((height, width, 3))
    if name == "desk":
        plain += (52, 54, 60)
    elif name == "boards":
        plain += (142, 105, 70)
        plain += (14 * np.sin(down / 3 + 3 * np.sin(across / 90)) - 30 * (down % 90 < 3))[..., None]
    elif name == "tiles":
        plain += np.where(((across // 60 + down // 60) % 2 == 0)[..., None], (120, 60, 55), (95, 100, 110))
    else:
        plain += (40, 75, 130)
        plain += rng.normal(0, 14, (height, width, 1))
    return Image.fromarray(np.clip(plain + rng.normal(0, 2, plain.shape), 0, 255).astype(np.uint8))


def laid(page: Image.Image, corners: Corners, on: Image.Image) -> Image.Image:
    """The page with its corners (top left, top right, bottom right, bottom left; pixels of the ground) on a ground."""
    coefficients = _coefficients(corners, _edges(page))
    seen = page.transform(on.size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    there = Image.new("L", page.size, 255).transform(on.size, Image.Transform.PERSPECTIVE, coefficients)
    return Image.composite(seen, on, there)


def place(page: Image.Image, corners: Corners, x: float, y: float) -> tuple[float, float]:
    """Where a point of the page (pixels) comes to lie on the ground."""
    a, b, c, d, e, f, g, h = _coefficients(_edges(page), corners)
    deep = g * x + h * y + 1
    return (a * x + b * y + c) / deep, (d * x + e * y + f) / deep


def _edges(page: Image.Image) -> Corners:
    return [(0, 0), (page.width, 0), (page.width, page.height), (0, page.height)]


def _coefficients(source: Corners, target: Corners) -> tuple[float, ...]:
    """The eight numbers of the perspective that brings each source point to its target."""
    rows, right = [], []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return tuple(np.linalg.solve(np.array(rows, float), np.array(right, float)))
