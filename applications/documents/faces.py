"""Whether a picture is of a face: a cheap look, to tell a photo from a paper. It says nothing of whose or how good."""

from functools import cache
from pathlib import Path
from typing import Final

import cv2

from applications.documents.drawing import Pixels, shrunk

SEARCH_SIDE: Final = 320
LEAST_SHARE: Final = 0.25
"""Least height of a face, as a share of the picture's: on a photo for a document it takes two thirds, on a paper less."""


@cache
def loaded() -> cv2.CascadeClassifier:
    """What finds faces."""
    return cv2.CascadeClassifier(str(Path(cv2.__file__).parent / "data" / "haarcascade_frontalface_default.xml"))


def shows_a_face(picture: Pixels) -> bool:
    """Whether a large face looks out of a colour picture."""
    small = cv2.cvtColor(shrunk(picture, SEARCH_SIDE), cv2.COLOR_RGB2GRAY)
    least = int(LEAST_SHARE * small.shape[0])
    return len(loaded().detectMultiScale(small, 1.1, 5, minSize=(least, least))) > 0
