"""Whether the data of a picture is all there and sound. Decoders do not fail where it is not: they fill what they did not get
with grey, and draw what they misread.
"""

import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

import cv2
import numpy as np
from PIL import Image

from applications.documents.limits import MAX_PICTURE_PIXELS

JPEG_END: Final = b"\xff\xd9"
HOLE_BYTES: Final = 4096
"""A block of a disk. What cameras say of a picture may have gaps, of less than that."""

STANDARD_ERROR: Final = 2
SAID_BYTES: Final = 4096
CORRUPT: Final = re.compile(rb"Corrupt JPEG data: (?!\d{1,2} extraneous bytes before marker 0xd9)")
"""How libjpeg begins each of its warnings that data is missing, superfluous or no code of its table. A few bytes too many
before the end are what some cameras leave there; all of the picture came before them.
"""


def jpeg_is_damaged(data: bytes) -> bool:
    """Whether a JPEG does not open, or libjpeg complains of its data; False where it is too large to be drawn.

    It is decoded at an eighth, in a few hundredths of a second for a photo.
    """
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as picture:
            if picture.width * picture.height > MAX_PICTURE_PIXELS:
                return False
    except Exception:  # noqa: BLE001 - decoders raise many kinds on hostile files
        return True
    with _listening() as said, suppress(cv2.error):
        cv2.imdecode(np.frombuffer(data + JPEG_END, np.uint8), cv2.IMREAD_REDUCED_GRAYSCALE_8)
    return CORRUPT.search(said) is not None


def has_hole(data: bytes) -> bool:
    """Whether a block of a HEIC is filled with zeros, as after an upload that broke off: its coding knows no three in a row."""
    return bytes(HOLE_BYTES) in data


@contextmanager
def _listening() -> Iterator[bytearray]:
    """What is written to standard error meanwhile, once it is over: OpenCV has the decoder say there what it says."""
    said = bytearray()
    heard, spoken = os.pipe()
    kept = os.dup(STANDARD_ERROR)
    try:
        # A decoder that has much to say must not wait for somebody who listens.
        os.set_blocking(spoken, False)
        os.dup2(spoken, STANDARD_ERROR)
        os.close(spoken)
        yield said
    finally:
        os.dup2(kept, STANDARD_ERROR)
        os.close(kept)
        said += os.read(heard, SAID_BYTES)
        os.close(heard)
