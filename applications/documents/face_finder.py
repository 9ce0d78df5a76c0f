"""Finds faces in a portrait and measures what ICAO's portrait guidance asks for (Doc 9303 part 3, ISO/IEC 19794-5).

The model is BlazeFace (short range): 128 × 128 pixels in; for 896 places a trust, a box and six points out. The places
are the middles of a 16 × 16 grid, two each, then of an 8 × 8 grid, six each.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from applications.documents.drawing import Pixels, shrunk
from applications.documents.examination import ReaderMissingError
from applications.documents.verdict import Box

MODEL: Final = Path(__file__).with_name("face_model") / "face_detection_short_range.tflite"
MODEL_SHA256: Final = "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633"
SIDE: Final = 128
GRIDS: Final = ((16, 2), (8, 6))
TRUST: Final = 0.6
OVERLAP: Final = 0.3
WORKING_SIDE: Final = 800
FACE_WIDTH: Final = 200
HEAD_OF_BOX: Final = 1.5
"""Chin to crown against the height of the model's box, which ends at the forehead."""

Floats = npt.NDArray[np.float32]


class Face(NamedTuple):
    """A face: its box and eyes (left and right as one sees them) in shares of the picture, and the model's trust."""

    box: Box
    left_eye: tuple[float, float]
    right_eye: tuple[float, float]
    mouth: tuple[float, float]
    trust: float


class Portrait(NamedTuple):
    """A portrait measured.

    `faces`: the likeliest first. `head`: chin to crown as a share of the height. `tilt`: degrees by which the eyes lie
    askew. `light` and `unevenness`: mean and spread of the grey levels of the background beside the head. `sharpness`:
    variance of the Laplacian on the face at a common size. `eye_light`: grey level at the eyes against the cheeks.
    """

    faces: tuple[Face, ...]
    head: float = 0.0
    tilt: float = 0.0
    light: float = 255.0
    unevenness: float = 0.0
    sharpness: float = 0.0
    eye_light: float = 1.0


@cache
def loaded() -> cv2.dnn.Net:
    """The model; raises ReaderMissingError where it is not there, or is not the one we know."""
    if not MODEL.is_file() or hashlib.sha256(MODEL.read_bytes()).hexdigest() != MODEL_SHA256:
        raise ReaderMissingError(str(MODEL))
    return cv2.dnn.readNetFromTFLite(str(MODEL))


@cache
def _places() -> Floats:
    """Across and down of the 896 places, as shares."""
    rows = [
        ((column + 0.5) / cells, (row + 0.5) / cells)
        for cells, each in GRIDS
        for row in range(cells)
        for column in range(cells)
        for _ in range(each)
    ]
    return np.array(rows, dtype=np.float32)


def portrait(page: Pixels) -> Portrait:
    """Measure a portrait; raises ReaderMissingError."""
    picture = shrunk(page, WORKING_SIDE)
    found = faces(picture)
    if not found:
        return Portrait(())
    face = found[0]
    height, width = picture.shape[:2]
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    across = (face.right_eye[0] - face.left_eye[0]) * width
    down = (face.right_eye[1] - face.left_eye[1]) * height
    background = _background(grey, face)
    return Portrait(
        faces=found,
        head=round(HEAD_OF_BOX * (face.box[3] - face.box[1]), 3),
        tilt=round(abs(float(np.degrees(np.arctan2(down, max(1.0, abs(across)))))), 1),
        light=round(float(background.mean()), 1),
        unevenness=round(float(background.std()), 1),
        sharpness=round(_sharpness(grey, face), 1),
        eye_light=round(_eye_light(grey, face), 2),
    )


def faces(picture: Pixels) -> tuple[Face, ...]:
    """The faces in a picture, the likeliest first; raises ReaderMissingError."""
    height, width = picture.shape[:2]
    side = max(height, width)
    top, left = (side - height) // 2, (side - width) // 2
    square = cv2.copyMakeBorder(
        picture, top, side - height - top, left, side - width - left, cv2.BORDER_CONSTANT, value=(0, 0, 0)
    )
    net = loaded()
    net.setInput(cv2.dnn.blobFromImage(square, 1 / 127.5, (SIDE, SIDE), (127.5, 127.5, 127.5)))
    trusts, raw = (np.asarray(out)[0] for out in net.forward(["classificators", "regressors"]))
    trust = 1 / (1 + np.exp(-np.clip(trusts[:, 0], -80, 80)))
    whole = np.array([width / side, height / side], dtype=np.float32)
    edge = np.array([left / side, top / side], dtype=np.float32)
    found: list[Face] = []
    for place in np.argsort(-trust):
        if trust[place] < TRUST:
            break
        face = _face(raw[place], _places()[place], edge, whole, float(trust[place]))
        if all(_overlap(face.box, other.box) < OVERLAP for other in found):
            found.append(face)
    return tuple(found)


def _face(raw: Floats, place: Floats, edge: Floats, whole: Floats, trust: float) -> Face:
    """A face from the numbers of one place, in shares of the picture before it was made square."""
    centre, half = raw[:2] / SIDE + place, raw[2:4] / SIDE / 2
    first, last = (centre - half - edge) / whole, (centre + half - edge) / whole
    points = (raw[4:].reshape(6, 2) / SIDE + place - edge) / whole
    eyes = sorted(((float(x), float(y)) for x, y in points[:2]), key=lambda point: point[0])
    box = (float(first[0]), float(first[1]), float(last[0]), float(last[1]))
    return Face(box, eyes[0], eyes[1], (float(points[3][0]), float(points[3][1])), trust)


def _overlap(one: Box, other: Box) -> float:
    """Shared area of two boxes against the smaller of them."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return max(0.0, across) * max(0.0, down) / smaller if smaller > 0 else 0.0


def _background(grey: Pixels, face: Face) -> Pixels:
    """What lies beside the head, above the chin: two strips at the edges, calmed of noise."""
    height, width = grey.shape
    calm = cv2.medianBlur(grey, 5)
    bottom = max(8, min(height, round(face.mouth[1] * height)))
    room = max(2, round(width * 0.08))
    return np.concatenate([calm[:bottom, :room].ravel(), calm[:bottom, -room:].ravel()])


def _sharpness(grey: Pixels, face: Face) -> float:
    cut = _cut(grey, face.box)
    scale = FACE_WIDTH / cut.shape[1]
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    even = cv2.resize(cut, (FACE_WIDTH, max(8, round(cut.shape[0] * scale))), interpolation=method)
    return float(cv2.Laplacian(cv2.medianBlur(even, 3), cv2.CV_64F).var())


def _eye_light(grey: Pixels, face: Face) -> float:
    """Mean grey around the eyes against that of the cheeks below them; glass that hides the eyes is much darker."""
    apart = face.right_eye[0] - face.left_eye[0]
    drop = (face.mouth[1] - (face.left_eye[1] + face.right_eye[1]) / 2) * 0.6
    eyes, cheeks = [], []
    for across, down in (face.left_eye, face.right_eye):
        reach, tall = apart * 0.22, drop * 0.28
        eyes.append(float(np.median(_cut(grey, (across - reach, down - tall, across + reach, down + tall)))))
        below = down + drop
        cheeks.append(float(np.median(_cut(grey, (across - reach, below - tall, across + reach, below + tall)))))
    return max(eyes) / max(1.0, min(cheeks))


def _cut(grey: Pixels, box: Box) -> Pixels:
    """The part of a picture in a box, at least two pixels each way."""
    height, width = grey.shape
    left, top = (max(0, min(side - 2, round(share * side))) for share, side in ((box[0], width), (box[1], height)))
    right, bottom = max(left + 2, round(box[2] * width)), max(top + 2, round(box[3] * height))
    return grey[top : min(height, bottom), left : min(width, right)]
