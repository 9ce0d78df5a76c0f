"""Photos for documents: is each fault named, and is nothing said of good ones?"""

import io
from collections import defaultdict
from collections.abc import Callable
from random import Random

import cv2
import numpy as np
from PIL import Image

from applications.demo.portrait import portrait
from applications.documents.drawing import Pixels
from tests.evaluation.counts import Tally, table
from tests.evaluation.papers import examined
from tests.evaluation.runner import Part, Result

FAULTS = {
    "none": set[str](),
    "no face": {"no-face"},
    "two faces": {"several-faces"},
    "face too small": {"face-too-small"},
    "face too large": {"face-too-large"},
    "out of the middle": {"face-off-centre"},
    "tilted": {"head-tilted"},
    "dark background": {"background-dark", "background-uneven"},
    "blurred": {"face-blurred", "blurred"},
    "eyes hidden": {"eyes-hidden"},
}
"""The codes that name a fault."""

EACH = 20
WIDTH, HEIGHT = 620, 800
WALL = (226, 230, 234)


def tasks(seed: str) -> list[str]:
    """Every fault so many times, each on a face of its own."""
    return [f"{number} {fault}" for number in range(EACH) for fault in FAULTS]


def work(seed: str, task: str) -> Result:
    """Draw a face with one fault and note what is said of it."""
    _, fault = task.split(" ", 1)
    rng = Random(f"{seed} {task}")  # noqa: S311 - not for secrets
    picture = spoilt(_face(rng), fault, rng)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=rng.randint(75, 95))
    found = examined(out.getvalue(), "photo")
    return {"codes": sorted({verdict.code for verdict in found.verdicts if not verdict.code.endswith("-ok")})}


def _face(rng: Random) -> Image.Image:
    return portrait(
        rng.choice(("female", "male")), rng.randint(19, 80), seed=rng.randrange(1 << 30), width=WIDTH, height=HEIGHT
    )


def spoilt(face: Image.Image, fault: str, rng: Random) -> Image.Image:
    """A portrait with a fault that an office sends back."""
    return Image.fromarray(SPOILING[fault](np.asarray(face), rng)) if fault in SPOILING else face


def _without_face(pixels: Pixels, rng: Random) -> Pixels:
    clothes = pixels[rng.randint(580, 640) :]
    above = (HEIGHT - len(clothes)) // 2
    return np.vstack(
        [np.full_like(pixels[:above], WALL), clothes, np.full_like(pixels[: HEIGHT - above - len(clothes)], WALL)]
    )


def _with_another(pixels: Pixels, rng: Random) -> Pixels:
    return np.hstack([pixels, np.asarray(_face(rng))])


def _far(pixels: Pixels, rng: Random) -> Pixels:
    scale = rng.uniform(0.25, 0.45)
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    wide = np.full_like(pixels, WALL)
    top, left = (HEIGHT - small.shape[0]) // 2, (WIDTH - small.shape[1]) // 2
    wide[top : top + small.shape[0], left : left + small.shape[1]] = small
    return wide


def _near(pixels: Pixels, rng: Random) -> Pixels:
    part = rng.uniform(0.45, 0.5)
    width, height = round(WIDTH * part), round(HEIGHT * part)
    left, top = (WIDTH - width) // 2, round(HEIGHT * 0.52) - height // 2
    return cv2.resize(pixels[top : top + height, left : left + width], (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)


def _aside(pixels: Pixels, rng: Random) -> Pixels:
    move = np.array([[1, 0, rng.choice((-1, 1)) * rng.randint(150, 200)], [0, 1, 0]], dtype=np.float32)
    return cv2.warpAffine(pixels, move, (WIDTH, HEIGHT), borderValue=WALL)


def _tilted(pixels: Pixels, rng: Random) -> Pixels:
    turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), rng.choice((-1, 1)) * rng.uniform(14, 24), 1)
    return cv2.warpAffine(pixels, turn, (WIDTH, HEIGHT), flags=cv2.INTER_CUBIC, borderValue=WALL)


def _blurred(pixels: Pixels, rng: Random) -> Pixels:
    return cv2.GaussianBlur(pixels, (0, 0), rng.uniform(7, 12))


def _before_a_dark_wall(pixels: Pixels, rng: Random) -> Pixels:
    """What is nearly as light and colourless as the wall becomes a dark one."""
    light = pixels.astype(np.int16)
    wall = (light.min(axis=2) > 200) & (np.ptp(light, axis=2) < 24)
    wall[:, 190:430] &= np.arange(pixels.shape[0])[:, None] < 150
    dark = np.where(wall[..., None], rng.randint(30, 80), pixels)
    return dark.astype(np.uint8)


def _with_dark_glasses(pixels: Pixels, rng: Random) -> Pixels:
    """Glasses that nobody can look through."""
    worn = pixels.copy()
    shade = rng.randint(10, 40)
    for eye in (250, 370):
        cv2.ellipse(worn, (eye, 378), (rng.randint(44, 54), rng.randint(30, 40)), 0, 0, 360, (shade,) * 3, -1)
    cv2.line(worn, (290, 372), (330, 372), (shade,) * 3, 8)
    return worn


SPOILING: dict[str, Callable[[Pixels, Random], Pixels]] = {
    "no face": _without_face,
    "two faces": _with_another,
    "face too small": _far,
    "face too large": _near,
    "out of the middle": _aside,
    "tilted": _tilted,
    "dark background": _before_a_dark_wall,
    "blurred": _blurred,
    "eyes hidden": _with_dark_glasses,
}


def told(results: list[Result]) -> list[str]:
    """Precision and recall of each fault; other faults than the one made count as false alarms."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for result in results:
        fault = str(result["task"]).split(" ", 1)[1]
        codes = result["codes"] if isinstance(result["codes"], list) else []
        for name, naming in FAULTS.items():
            if naming:
                tallies[name].count(there=name == fault, found=bool(naming.intersection(map(str, codes))))
    return table(
        ("Fault", "Precision", "Recall"), [(name, each.precision, each.recall) for name, each in tallies.items()]
    )


PART = Part("portraits", "Photos for documents", tasks, work, told)
