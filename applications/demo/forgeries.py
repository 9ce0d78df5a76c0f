"""Papers forged on purpose in the ways that were seen: fields retouched, pages put together, forms of the wrong time."""

from dataclasses import replace
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw

from applications.demo.certificates import draw_certificate
from applications.demo.designs import DESIGNS
from applications.demo.people import Family, Paper
from applications.demo.sheet import Colour, Sheet, face_for, font

FORGERIES = (
    "altered-name",
    "altered-date",
    "assembled",
    "reused-page",
    "wrong-check-digits",
    "forged-church-register",
    "too-early-form",
)
"""What may be wrong with a paper: a retouched name or date; parts of two papers; the page of somebody else's register
under a new name; a zone that was changed; a church register from a printer; a civil form before there were any."""


class NothingToForgeError(LookupError):
    """The words to be altered are not on the sheet."""


def retouch(sheet: Sheet, old: str, new: str, *, face: str, ink: Colour) -> None:
    """Write ``new`` over ``old``: its ink is taken out and the paper around it drawn over; raises NothingToForgeError."""
    spelt = {old, face_for("pen", old)[1]}
    box = next((box for text, box in sheet.placed if text in spelt), None)
    if box is None:
        raise NothingToForgeError(old)
    left, top, right, bottom = box
    pixels = np.asarray(sheet.image).copy()
    pad = max(3, (bottom - top) // 5)
    low, high = max(0, top - pad), min(pixels.shape[0], bottom + pad)
    begin, end = max(0, left - pad), min(pixels.shape[1], right + 2 * pad)
    region = pixels[low:high, begin:end]
    grey = cv2.cvtColor(region, cv2.COLOR_RGB2GRAY)
    ink_mask = cv2.dilate((grey < np.median(grey) - 18).astype(np.uint8) * 255, np.ones((5, 5), np.uint8))
    pixels[low:high, begin:end] = cv2.inpaint(region, ink_mask, 3, cv2.INPAINT_TELEA)
    sheet.image = Image.fromarray(pixels)
    sheet.draw = ImageDraw.Draw(sheet.image)
    used_face, text = face_for(face, new)
    size = round((bottom - top) * 1.15)
    used = font(used_face, size)
    while used.getlength(text) > (right - left) * 1.35 and size > 10:
        size -= 1
        used = font(used_face, size)
    sheet.draw.text((left, bottom), text, font=used, fill=ink, anchor="ld")
    sheet.placed = [(text if placed in spelt else placed, where) for placed, where in sheet.placed]


def assembled(sheet: Sheet, other: Sheet, rng: Random) -> None:
    """Put a band of another sheet over this one, of a slightly other tint and sharpness: two papers become one."""
    height = sheet.image.height
    low = int(height * rng.uniform(0.3, 0.45))
    high = int(height * rng.uniform(0.55, 0.75))
    source = np.asarray(other.image.resize(sheet.image.size))
    band = cv2.GaussianBlur(source[low:high], (0, 0), 0.8).astype(np.int16) + rng.choice((-7, 6, 9))
    pixels = np.asarray(sheet.image).copy()
    pixels[low:high] = np.clip(band, 0, 255)
    sheet.image = Image.fromarray(pixels)
    sheet.draw = ImageDraw.Draw(sheet.image)
    kept = [(text, box) for text, box in sheet.placed if box[3] < low or box[1] > high]
    sheet.placed = kept + [(text, box) for text, box in other.placed if low <= box[1] and box[3] <= high]


def forged_register(family: Family, paper: Paper, *, seed: int) -> Sheet:
    """A church register's extract as a forger prints it: white paper, a computer's face for the pen, an even seal."""
    design = DESIGNS["church_hu" if paper.form != "church_latin" else "church_latin"]
    modern = replace(design, fill="print", printed="serif", tint=(253, 253, 253), ink=(20, 20, 90))
    return draw_certificate(family, paper, seed=seed, design=modern)
