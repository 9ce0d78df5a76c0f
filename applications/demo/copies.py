"""Pictures that nearly are another picture of a set: turned, cropped, compressed again, or with one field retouched."""

import io
from dataclasses import replace
from random import Random

import numpy as np
from PIL import Image

from applications.demo.cameras import any_shot, taken
from applications.demo.designs import DESIGNS
from applications.demo.forgeries import NothingToForgeError
from applications.demo.paper_set import MadePaper, Truth, alter, genuine_paper

CHANGES = ("turned", "cropped", "recompressed", "retouched")


def copy_file(seed: str, number: int, change: str) -> tuple[Truth, bytes]:
    """Genuine paper ``number`` once more, changed; raises NothingToForgeError where no field of it can be retouched."""
    made = genuine_paper(seed, number)
    if change == "retouched":
        if made.paper.form not in DESIGNS:
            raise NothingToForgeError(made.paper.form)
        rng = Random(f"{seed}/retouched/{number}")
        alter(made, rng.choice(("name", "date")), rng)
    truth, data = original_file(seed, number, made)
    truth = replace(truth, near_duplicate_of=str(number), change=change)
    return truth, data if change == "retouched" else _changed(data, change, Random(f"{seed}/{change}/{number}"))


def original_file(seed: str, number: int, made: MadePaper | None = None) -> tuple[Truth, bytes]:
    """Genuine paper ``number`` as it was photographed the first time."""
    made = made or genuine_paper(seed, number)
    shot = any_shot(Random(f"{seed}/shot/{number}"))
    data = taken(made.sheet.image, shot, dpi=made.sheet.dpi, seed=f"{seed}/{number}")
    return replace(made.truth, condition=shot.condition, layout=shot.layout), data


def _changed(data: bytes, change: str, rng: Random) -> bytes:
    with Image.open(io.BytesIO(data)) as opened:
        picture = opened.convert("RGB")
    if change == "turned":
        quarter = rng.choice((0, 0, 90, 180, 270))
        turn = quarter or rng.choice((-1, 1)) * rng.uniform(1, 5)
        picture = picture.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=_edge(picture))
    if change == "cropped":
        # A tenth of the area: about a twentieth of each side, unevenly.
        left, top = (rng.uniform(0, 0.0513) for _ in range(2))
        width, height = picture.size
        box = (left * width, top * height, (left + 0.9487) * width, (top + 0.9487) * height)
        picture = picture.crop(tuple(round(side) for side in box))  # type: ignore[arg-type]  # four of them
    if change == "recompressed":
        scale = rng.uniform(0.5, 0.9)
        picture = picture.resize(
            (round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS
        )
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=rng.randint(35, 60) if change == "recompressed" else 85)
    return out.getvalue()


def _edge(picture: Image.Image) -> tuple[int, int, int]:
    """The colour of the picture's edge, which a turn lays bare."""
    pixels = np.asarray(picture)
    red, green, blue = (int(part) for part in np.median(pixels[:8].reshape(-1, 3), axis=0))
    return red, green, blue
