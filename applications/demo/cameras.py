"""What stands between a paper and its picture, one thing at a time: resolution, turn, tilt, focus, light, compression.

Each condition is named, so that a measurement can say under which of them a paper was read. Used by the sets of
papers that measurements are made on; what applicants of the demo bring is made in scanning.py.
"""

import io
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from applications.demo.scanning import on_wood
from applications.demo.sheet import Pixels

Lens = NDArray[np.float64]

SCANS = ("scan-150", "scan-200", "scan-300")
PHOTOS = ("turned", "perspective", "blurred", "glare", "jpeg-30")
CONDITIONS = (*SCANS, *PHOTOS)
LAYOUTS = ("frame", "table")
"""A page that fills the picture (scans: the scanner cut it out), or one that lies on something larger."""

PHOTO_WIDTHS = (1000, 1400, 2000, 2800)
"""Widths of photos in pixels: what messengers leave of a picture, up to a phone's own."""

BLUR = 1.5
"""Sigma of a picture out of focus, in pixels where it is 1000 wide."""

GLASS_MM = (210, 297)


@dataclass(frozen=True)
class Shot:
    """How a picture was taken: a name of CONDITIONS, one of LAYOUTS, and for photos their width in pixels."""

    condition: str
    layout: str = "frame"
    width: int = 2000


def any_shot(rng: Random) -> Shot:
    """A shot by chance: as many scans as photos."""
    scans = rng.random() < 0.5
    condition = rng.choice(SCANS if scans else PHOTOS)
    layout = "frame" if scans and rng.random() < 0.7 else rng.choice(LAYOUTS)
    return Shot(condition, layout, rng.choice(PHOTO_WIDTHS))


def taken(picture: Image.Image, shot: Shot, *, dpi: int, seed: str) -> bytes:
    """The JPEG of a sheet drawn at ``dpi``; the same seed, the same bytes."""
    rng = Random(seed)
    pixels = np.asarray(picture.convert("RGB"), dtype=np.uint8)
    if shot.condition in SCANS:
        target = int(shot.condition.removeprefix("scan-"))
        return _jpeg(_scan(pixels, dpi, target, shot.layout, rng), rng.randint(80, 93), target)
    photo = _photo(pixels, shot, rng)
    return _jpeg(_spoilt(photo, shot, rng), 30 if shot.condition == "jpeg-30" else rng.randint(78, 92), None)


def _scan(pixels: Pixels, dpi: int, target: int, layout: str, rng: Random) -> Pixels:
    page = _resized(pixels, target / dpi)
    if layout == "table":
        page = _on_glass(page, target, rng)
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-0.8, 0.8), 1)
    turned = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return _grained(np.asarray(turned, dtype=np.uint8), 1.5, rng)


def _on_glass(page: Pixels, dpi: int, rng: Random) -> Pixels:
    """Lying somewhere on the white glass of an A4 scanner; a sheet as large as the glass stays as it is."""
    width, height = (round(side * dpi / 25.4) for side in GLASS_MM)
    if page.shape[0] >= height or page.shape[1] >= width:
        return page
    glass = np.full((height, width, 3), 247, np.uint8)
    top, left = rng.randint(0, (height - page.shape[0]) // 2), rng.randint(0, width - page.shape[1])
    glass[top : top + page.shape[0], left : left + page.shape[1]] = page
    return glass


def _photo(pixels: Pixels, shot: Shot, rng: Random) -> Pixels:
    """The scene: the page as the lens sees it, before focus, light and compression spoil it."""
    height, width = pixels.shape[:2]
    share = rng.uniform(0.66, 0.8) if shot.layout == "table" else 1.0
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    sign = rng.choice((-1, 1))
    angle = np.deg2rad(sign * 10 if shot.condition == "turned" else rng.uniform(-1.5, 1.5))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]], np.float32)
    seen = (corners - [width / 2, height / 2]) @ turn.T
    if shot.condition == "perspective":
        seen = _tilted(seen, width, height, rng)
    low, high = seen.min(axis=0), seen.max(axis=0)
    scale = shot.width * share / float(high[0] - low[0])
    room = (shot.width, round(float(high[1] - low[1]) * scale / share))
    margin = (np.array(room) - (high - low) * scale) / 2 + np.array(
        [rng.uniform(-0.3, 0.3) * (1 - share) * shot.width, 0]
    )
    whole = cv2.getPerspectiveTransform(corners, ((seen - low) * scale + margin).astype(np.float32))
    source, lens = _near_size(pixels, np.asarray(whole, np.float64), scale)
    page = cv2.warpPerspective(source, lens, room, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    mask = cv2.warpPerspective(np.full(source.shape[:2], 255, np.uint8), lens, room)
    ground = on_wood(room[1], room[0], rng, rng.randrange(1 << 30))
    return _lit(np.where(mask[..., None] > 127, page, ground).astype(np.uint8), rng)


def _near_size(pixels: Pixels, lens: Lens, scale: float) -> tuple[Pixels, Lens]:
    """The page averaged to the size it will have, and the lens for it: lenses do not skip pixels."""
    if scale >= 1:
        return pixels, lens
    small = _resized(pixels, scale)
    back = np.diag([pixels.shape[1] / small.shape[1], pixels.shape[0] / small.shape[0], 1.0])
    return small, lens @ back


def _tilted(seen: NDArray[np.float32], width: int, height: int, rng: Random) -> NDArray[np.float32]:
    """Seen from one side: the far edge is shorter by a tenth, and leans."""
    tilted = seen.copy()
    near = rng.choice((0, 2)) if rng.random() < 0.7 else rng.choice((1, 3))
    one, other = (near, (near + 1) % 4)
    middle = (seen[one] + seen[other]) / 2
    for corner in (one, other):
        tilted[corner] = middle + (seen[corner] - middle) * 0.88
        tilted[corner] += np.array([rng.uniform(-0.02, 0.02) * width, rng.uniform(-0.02, 0.02) * height])
    return tilted


def _lit(photo: Pixels, rng: Random) -> Pixels:
    """Daylight from one side."""
    height, width = photo.shape[:2]
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :] * rng.uniform(-12, 12)
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None] * rng.uniform(-16, 16)
    light = (across + down - 6).astype(np.int16)
    return np.asarray(cv2.add(photo, cv2.merge([light, light, light]), dtype=cv2.CV_8U), dtype=np.uint8)


def _spoilt(photo: Pixels, shot: Shot, rng: Random) -> Pixels:
    if shot.condition == "blurred":
        photo = np.asarray(cv2.GaussianBlur(photo, (0, 0), BLUR * photo.shape[1] / 1000), dtype=np.uint8)
    if shot.condition == "glare":
        photo = _with_glare(photo, shot, rng)
    return _grained(photo, 2.0, rng)


def _with_glare(photo: Pixels, shot: Shot, rng: Random) -> Pixels:
    """A veil of light over a fifth of the page; in its middle a fifth of the contrast is left."""
    height, width = photo.shape[:2]
    share = 0.2 * (0.53 if shot.layout == "table" else 1.0)
    stretch = rng.uniform(0.7, 1.4)
    radius = np.sqrt(share * width * height / np.pi)
    x, y = rng.uniform(0.3, 0.7) * width, rng.uniform(0.35, 0.8) * height
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    far = ((across - x) / (radius * stretch)) ** 2 + ((down - y) * stretch / radius) ** 2
    veil = 0.8 * np.clip(1.5 - far, 0, 1)[..., None]
    return np.asarray(photo * (1 - veil) + 255 * veil, dtype=np.uint8)


def _grained(pixels: Pixels, strength: float, rng: Random) -> Pixels:
    noise = np.random.default_rng(rng.randrange(1 << 30)).normal(0, strength, (256, 256)).astype(np.int16)
    height, width = pixels.shape[:2]
    tile = np.tile(noise, (height // 256 + 1, width // 256 + 1))[:height, :width]
    return np.asarray(cv2.add(pixels, cv2.merge([tile, tile, tile]), dtype=cv2.CV_8U), dtype=np.uint8)


def _resized(pixels: Pixels, scale: float) -> Pixels:
    height, width = pixels.shape[:2]
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(pixels, size, interpolation=method), dtype=np.uint8)


def _jpeg(pixels: Pixels, quality: int, dpi: int | None) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=quality, **({"dpi": (dpi, dpi)} if dpi else {}))
    return out.getvalue()
