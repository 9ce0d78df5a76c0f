"""Forged papers by way of forging, and genuine ones: how often a signal for staff speaks of each.

Two families. On paper: what applications.demo forges before the picture is taken. In the file: a genuine picture that was
worked on afterwards and saved again, as picture editors do. What only other papers can tell (a page used twice) is
measured in the part on copies.
"""

import io
from collections import defaultdict
from random import Random

import cv2
import numpy as np
from PIL import Image

from applications.demo.forgeries import FORGERIES
from applications.demo.paper_set import FORGED_EVERY, genuine_paper, paper_file
from applications.documents.check import for_staff_only
from applications.documents.verdict import Outcome
from tests.evaluation.counts import share, table
from tests.evaluation.papers import examined
from tests.evaluation.runner import Part, Result

ON_PAPER = 96
EACH = 16
GENUINE = 160
IN_THE_FILE = ("pasted", "painted-over", "retouched", "edited-metadata", "drawn")
"""Part of another picture put in; a word covered with one colour; a word taken out and the paper around it drawn over;
saved by an editing program; a page that never was on paper.
"""

SAVED_AGAIN = (88, 96)
FORMS_WITHOUT_PAPER = {"photo"}


def tasks(seed: str) -> list[str]:
    """Genuine papers, papers forged before their picture, and pictures worked on, taking turns."""
    queues = [
        [f"genuine {number}" for number in range(GENUINE)],
        [f"on-paper {number}" for number in range(ON_PAPER)],
        [f"{way} {number}" for number in range(EACH) for way in IN_THE_FILE],
    ]
    longest = max(map(len, queues))
    return [queue[at] for at in range(longest) for queue in queues if at < len(queue)]


def work(seed: str, task: str) -> Result:
    """Examine one picture and note the signals."""
    way, number = task.split()
    if way == "on-paper":
        truth, data = paper_file(seed, FORGED_EVERY * (int(number) + 1) - 1)
        way = truth.forgery
    else:
        truth, data = paper_file(seed, _genuine(int(number)))
        while truth.form in FORMS_WITHOUT_PAPER:
            number = str(int(number) + GENUINE)
            truth, data = paper_file(seed, _genuine(int(number)))
        if way != "genuine":
            data = worked_on(data, way, seed, int(number))
    found = examined(data, truth.kind)
    signals = sorted(
        verdict.code
        for verdict in found.verdicts
        if verdict.outcome in (Outcome.REVIEW, Outcome.REJECT)
        and (for_staff_only(verdict.code) or verdict.code == "mrz-faulty")
    )
    return {"way": way, "form": truth.form, "condition": truth.condition, "signals": signals}


def _genuine(number: int) -> int:
    """The number, in the set, of the so-manyth paper that is not forged."""
    rounds, place = divmod(number, FORGED_EVERY - 1)
    return rounds * FORGED_EVERY + place


def worked_on(data: bytes, way: str, seed: str, number: int) -> bytes:
    """The picture as somebody leaves it who works on it in one of the ways of IN_THE_FILE."""
    rng = Random(f"{seed}/{way}/{number}")  # noqa: S311 - not for secrets
    out = io.BytesIO()
    if way == "drawn":
        genuine_paper(seed, _genuine(number)).sheet.image.convert("RGB").save(out, "JPEG", quality=92)
        return out.getvalue()
    with Image.open(io.BytesIO(data)) as opened:
        picture = opened.convert("RGB")
    quality = rng.randint(*SAVED_AGAIN)
    if way == "edited-metadata":
        exif = Image.Exif()
        exif[0x0131] = rng.choice(("Adobe Photoshop 25.0 (Windows)", "GIMP 2.10", "Picsart", "PaintShop Pro 2023"))
        picture.save(out, "JPEG", quality=quality, exif=exif)
        return out.getvalue()
    pixels = np.asarray(picture).copy()
    left, top, right, bottom = _a_place_with_print(pixels, rng)
    place = np.s_[top:bottom, left:right]
    if way == "painted-over":
        pixels[place] = np.median(pixels[place].reshape(-1, 3), axis=0)
    elif way == "retouched":
        grey = cv2.cvtColor(pixels[place], cv2.COLOR_RGB2GRAY)
        ink = cv2.dilate((grey < np.median(grey) - 20).astype(np.uint8) * 255, np.ones((5, 5), np.uint8))
        pixels[place] = cv2.inpaint(np.ascontiguousarray(pixels[place]), ink, 3, cv2.INPAINT_NS)
    else:
        pixels[place] = _from_another(seed, number, (right - left, bottom - top), rng)
    Image.fromarray(pixels).save(out, "JPEG", quality=quality)
    return out.getvalue()


def _a_place_with_print(pixels: np.ndarray, rng: Random) -> tuple[int, int, int, int]:
    """A strip as long as a name and its line, where most is written of some tries."""
    height, width = pixels.shape[:2]
    ink = cv2.Canny(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), 60, 160)
    wide, high = round(0.28 * width), round(0.035 * height)
    tries = [
        (rng.randrange(width // 8, width - wide - width // 8), rng.randrange(height // 5, height - height // 4))
        for _ in range(40)
    ]
    left, top = max(tries, key=lambda at: int(np.count_nonzero(ink[at[1] : at[1] + high, at[0] : at[0] + wide])))
    return left, top, left + wide, top + high


def _from_another(seed: str, number: int, size: tuple[int, int], rng: Random) -> np.ndarray:
    """A strip of the same size out of another picture of the set."""
    _, data = paper_file(seed, _genuine(number + GENUINE + 1))
    with Image.open(io.BytesIO(data)) as opened:
        other = opened.convert("RGB")
    wide, high = size
    if other.width <= wide + 1 or other.height <= high + 1:
        other = other.resize((other.width + 2 * wide, other.height + 2 * high))
    left, top, _, _ = _a_place_with_print(np.asarray(other), rng)
    left, top = min(left, other.width - wide), min(top, other.height - high)
    return np.asarray(other.crop((left, top, left + wide, top + high)))


def told(results: list[Result]) -> list[str]:
    """By way of forging: how many bear a signal, and which; the row of genuine papers is that of false alarms."""
    by: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        by[str(result["way"])].append(result)
    rows = []
    for way in ("genuine", *FORGERIES, *IN_THE_FILE):
        those = by.get(way, [])
        signalled = [result for result in those if result["signals"]]
        codes = sorted({str(code) for result in signalled for code in result["signals"]})  # type: ignore[attr-defined]  # a list of texts
        rows.append((way, share(len(signalled), len(those)), ", ".join(codes) or "–"))
    return table(("Paper", "With a signal", "Signals"), rows)


PART = Part("forgeries", "Forged papers", tasks, work, told)
