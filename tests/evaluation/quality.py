"""Pictures that cannot be used: is each trouble named, and is nothing named that is not there?"""

import io
from collections import defaultdict
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw

from applications.demo.cameras import Shot, taken
from applications.demo.paper_set import genuine_paper
from applications.demo.sheet import font
from applications.documents.check import run_comparisons
from applications.documents.comparison import ComparedPaper, ExpectedPerson
from tests.evaluation.answers import DAY
from tests.evaluation.counts import Tally, table
from tests.evaluation.papers import examined
from tests.evaluation.runner import Part, Result

TROUBLES = (
    "none",
    "blurred",
    "glare",
    "cut-off",
    "skewed",
    "upside-down",
    "blank",
    "few-pixels",
    "two-pages",
    "first-of-two",
)
EACH = 24
CODES = {
    "blurred": {"blurred"},
    "glare": {"glare"},
    "cut-off": {"cut-off"},
    "skewed": {"skewed", "levelled"},
    "upside-down": {"turned-upright", "lies-on-side"},
    "blank": {"all-blank", "blank-page"},
    "few-pixels": {"resolution-too-low", "resolution-low"},
    "two-pages": {"two-pages"},
    "first-of-two": {"pages-missing"},
}
"""The codes that name a trouble."""

SOFT_FORMS = {"photo"}
ZONE_KINDS = {"passport", "id_card"}
"""Papers whose pages nobody numbers "1 of 2"."""

NUMBERS = {
    "hu": ("1/2. oldal", "1. oldal, összesen: 2"),
    "ro": ("Pagina 1 din 2", "Pag. 1/2"),
    "sr": ("Strana 1 od 2", "Strana 1/2"),
    "sk": ("Strana 1 z 2", "Strana 1/2"),
    "uk": ("Сторінка 1 з 2", "Стор. 1/2"),
    "de": ("Seite 1 von 2", "- 1/2 -"),
    "en": ("Page 1 of 2", "1 / 2"),
}
"""How the first of two pages says so."""


def tasks(seed: str) -> list[str]:
    """Every trouble so many times, each on a paper of its own."""
    return [f"{trouble} {number}" for number in range(EACH) for trouble in TROUBLES]


def work(seed: str, task: str) -> Result:
    """Spoil the picture of a genuine paper in one way and note what is said of it."""
    trouble, number = task.split()
    place = TROUBLES.index(trouble) * EACH + int(number)
    made = genuine_paper(seed, place)
    while made.truth.form in SOFT_FORMS or (trouble == "first-of-two" and made.truth.kind in ZONE_KINDS):
        place += len(TROUBLES) * EACH
        made = genuine_paper(seed, place)
    rng = Random(f"{seed} {task}")  # noqa: S311 - not for secrets
    layout = "table" if trouble in ("none", "blurred", "glare") and rng.random() < 0.3 else "frame"
    sheet = made.sheet.image
    if trouble == "first-of-two":
        sheet = _numbered(sheet, made.truth.language, rng)
    elif trouble == "two-pages":
        sheet = _opened(sheet, genuine_paper(seed, place + len(TROUBLES) * EACH).sheet.image, rng)
    data = taken(sheet, Shot("scan-200", layout), dpi=made.sheet.dpi, seed=f"{seed} {task}")
    found = examined(spoilt(data, trouble, rng), made.truth.kind)
    paper = ComparedPaper("1", made.truth.kind, ("0" * 64,), (found,))
    verdicts = [*found.verdicts, *run_comparisons(paper, [], ExpectedPerson(), DAY)]
    return {"codes": sorted({verdict.code for verdict in verdicts if not verdict.code.endswith("-ok")})}


def _numbered(sheet: Image.Image, language: str, rng: Random) -> Image.Image:
    """The sheet with the number of its page in 9 points or so, at its head or foot where least else stands."""
    numbered = sheet.copy()
    face = font(rng.choice(("sans", "serif")), round(sheet.width / 85))
    text = rng.choice(NUMBERS.get(language, NUMBERS["en"]))
    grey, half = sheet.convert("L"), face.getlength(text) * 0.7

    def crowded(place: tuple[float, float]) -> float:
        x, y = place
        return float(
            np.asarray(grey.crop((round(x - half), round(y - face.size), round(x + half), round(y + face.size)))).std()
        )

    places = [(x * sheet.width, y * sheet.height) for x in (0.5, 0.12, 0.86) for y in (0.022, 0.035, 0.945, 0.96)]
    place = min(places, key=crowded)
    ImageDraw.Draw(numbered).text(place, text, fill=(40, 40, 44), font=face, anchor="mm")
    return numbered


def _opened(left: Image.Image, right: Image.Image, rng: Random) -> Image.Image:
    """Two pages of a booklet that lies open, with the shadow of its fold."""
    right = right.resize(left.size)
    both = np.hstack([np.asarray(left.convert("RGB")), np.asarray(right.convert("RGB"))]).astype(np.float32)
    away = np.abs(np.arange(both.shape[1]) - left.width) / (left.width * rng.uniform(0.01, 0.03))
    both -= rng.uniform(50, 110) * np.exp(-away)[None, :, None]
    return Image.fromarray(np.clip(both, 0, 255).astype(np.uint8))


def spoilt(data: bytes, trouble: str, rng: Random) -> bytes:
    """The picture with a trouble that nobody could read through, or that must at least be put right."""
    with Image.open(io.BytesIO(data)) as opened:
        pixels = np.asarray(opened.convert("RGB"))
    height, width = pixels.shape[:2]
    if trouble == "blurred":
        pixels = cv2.GaussianBlur(pixels, (0, 0), rng.uniform(3, 6) * width / 1000)
    elif trouble == "glare":
        pixels = _glared(pixels, rng)
    elif trouble == "cut-off":
        part = rng.uniform(0.72, 0.85)
        left = 0 if rng.random() < 0.5 else round(width * (1 - part))
        pixels = pixels[:, left : left + round(width * part)]
    elif trouble == "skewed":
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.choice((-1, 1)) * rng.uniform(6, 14), 0.85)
        pixels = cv2.warpAffine(pixels, turn, (width, height), borderValue=(246, 246, 244))
    elif trouble == "upside-down":
        pixels = np.rot90(pixels, rng.choice((1, 2, 2, 3)))
    elif trouble == "blank":
        grain = np.random.default_rng(rng.randrange(1 << 30)).normal(0, 2, (height, width, 1))
        pixels = np.clip(np.median(pixels, axis=(0, 1)) + grain, 0, 255)
    elif trouble == "few-pixels":
        size = rng.uniform(0.2, 0.35)
        pixels = cv2.resize(pixels, None, fx=size, fy=size, interpolation=cv2.INTER_AREA)
    out = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels, dtype=np.uint8)).save(out, "JPEG", quality=85)
    return out.getvalue()


def _glared(pixels: np.ndarray, rng: Random) -> np.ndarray:
    """A burnt-out patch over an eighth of the page, where nothing is left."""
    height, width = pixels.shape[:2]
    radius = np.sqrt(0.125 * width * height / np.pi)
    x, y = rng.uniform(0.3, 0.7) * width, rng.uniform(0.3, 0.7) * height
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    veil = np.clip(2 - 1.4 * np.hypot(across - x, down - y) / radius, 0, 1)[..., None]
    return pixels * (1 - veil) + 255 * veil


def told(results: list[Result]) -> list[str]:
    """Precision and recall of each trouble; other troubles than the one made count as false alarms."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for result in results:
        trouble, _ = str(result["task"]).split()
        codes = result["codes"] if isinstance(result["codes"], list) else []
        for name, naming in CODES.items():
            tallies[name].count(there=name == trouble, found=bool(naming.intersection(map(str, codes))))
    return table(
        ("Trouble", "Precision", "Recall"), [(name, each.precision, each.recall) for name, each in tallies.items()]
    )


PART = Part("quality", "Pictures that cannot be used", tasks, work, told)
