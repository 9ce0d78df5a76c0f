"""The portrait: one face, large enough, in the middle, before a light and even background, eyes to be seen."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.documents.check import Label, check
from applications.documents.examination import ReaderMissingError
from applications.documents.verdict import Evidence, Outcome, Verdict, Words

if TYPE_CHECKING:
    from applications.documents.face_finder import Portrait
    from applications.documents.opened_file import OpenedFile

SMALLEST_HEAD, LARGEST_HEAD = 0.42, 1.0
"""ICAO asks for 70 to 80 % of the height from chin to crown; the crown is estimated, so only clear misses are named."""

OTHER_FACE = 0.25
MIDDLE = (0.33, 0.67)
EYE_LINE = (0.2, 0.62)
MOST_TILT = 10.0
DARKEST, MOST_UNEVEN = 95.0, 38.0
SOFTEST = 12.0
DARK_EYES = 0.4
BESIDE_NO_HEAD = {"face-too-large", "face-off-centre"}
"""What leaves hair or shoulders at the edges of the picture, where the background is looked at."""


@check(
    "portrait",
    version="3",
    kinds=("photo",),
    needs=("readable",),
    cost=60,
    label=Label("Arckép", "Portrait"),
    words={
        "no-face": Words(
            hu="Ezen a képen nem találtunk arcot. Kérjük, szemből készült, egyedül Önt mutató fényképet töltsön fel, "
            "amelyen az arca jól látszik.",
            en="We found no face in this picture. Please upload a photo taken from the front that shows you alone, with "
            "your face clearly visible.",
            staff_hu="Nem található arc a képen",
            staff_en="No face found in the picture",
        ),
        "several-faces": Words(
            hu="Ezen a képen több arc látszik ({count}). Kérjük, olyan fényképet töltsön fel, amelyen csak Ön van.",
            en="This picture shows more than one face ({count}). Please upload a photo that shows only you.",
            staff_hu="Több arc a képen ({count})",
            staff_en="More than one face ({count})",
        ),
        "face-too-small": Words(
            hu="Az arc túl kicsi a képen: a fej magassága körülbelül {percent} %, pedig a kép magasságának 70–80 %-a "
            "kellene, hogy legyen. Kérjük, álljon közelebb, vagy vágja körbe a képet a fej és a váll körül.",
            en="The face is too small in the picture: the head takes up about {percent} % of its height, and should "
            "take up 70 to 80 %. Please stand closer, or crop the picture around head and shoulders.",
            staff_hu="Túl kicsi arc ({percent} %)",
            staff_en="Face too small ({percent} %)",
        ),
        "face-too-large": Words(
            hu="Az arc túl nagy a képen, a fej széle lemarad. Kérjük, hagyjon helyet a fej körül: a fej a kép "
            "magasságának 70–80 %-a legyen.",
            en="The face is too large in the picture and the head is cut off. Please leave room around the head: it "
            "should take up 70 to 80 % of the height.",
            staff_hu="Túl nagy arc ({percent} %)",
            staff_en="Face too large ({percent} %)",
        ),
        "face-off-centre": Words(
            hu="Az arc nem a kép közepén van. Kérjük, úgy vágja körbe a képet, hogy a fej középen legyen, a szemek a "
            "kép felső felében.",
            en="The face is not in the middle of the picture. Please crop it so that the head is in the centre and the "
            "eyes are in the upper half.",
            staff_hu="Az arc nincs középen",
            staff_en="Face off centre",
        ),
        "head-tilted": Words(
            hu="A fej oldalra dől a képen. Kérjük, tartsa egyenesen a fejét, és nézzen szembe a kamerával.",
            en="The head is tilted in the picture. Please hold your head straight and look at the camera.",
            staff_hu="Oldalra dőlő fej ({degrees}°)",
            staff_en="Head tilted ({degrees}°)",
        ),
        "background-dark": Words(
            hu="A háttér túl sötét. Kérjük, világos, egyszínű fal előtt készítse el a képet.",
            en="The background is too dark. Please take the picture before a light, plain wall.",
            staff_hu="Sötét háttér",
            staff_en="Dark background",
        ),
        "background-uneven": Words(
            hu="A háttér nem egyenletes: árnyék vagy tárgy látszik a fej mellett. Kérjük, világos, egyszínű fal előtt, "
            "egyenletes fényben készítse el a képet.",
            en="The background is not even: a shadow or an object shows beside the head. Please take the picture before "
            "a light, plain wall in even light.",
            staff_hu="Egyenetlen háttér",
            staff_en="Uneven background",
        ),
        "face-blurred": Words(
            hu="Az arc életlen. Kérjük, készítsen új képet jó fényben, nyugodt kézzel, és várja meg, míg a kamera "
            "élesre áll.",
            en="The face is blurred. Please take a new picture in good light, with a steady hand, once the camera has "
            "focused.",
            staff_hu="Életlen arc",
            staff_en="Face blurred",
        ),
        "eyes-hidden": Words(
            hu="A szemek nem látszanak jól. Kérjük, vegye le a sötét szemüveget, nyissa ki a szemét, és haj se takarja.",
            en="The eyes cannot be seen well. Please take off dark glasses, open your eyes, and keep hair away from them.",
            staff_hu="A szemek nem látszanak",
            staff_en="Eyes not visible",
        ),
        "portrait-reader-missing": Words(
            hu="A képet most nem tudjuk gépi úton megnézni; egy ügyintéző megnézi. Önnek most nincs teendője.",
            en="We cannot look at the picture automatically at present; a caseworker will. You need not do anything now.",
            staff_hu="Nem vizsgált: hiányzik az arckereső adata",
            staff_en="Not checked: the face finder's data is missing",
        ),
    },
)
def portrait(file: "OpenedFile") -> Iterator[Verdict]:
    """Names only what is clearly amiss; whether the photo is good enough an officer says."""
    try:
        found = file.portrait
    except ReaderMissingError:
        yield Verdict("portrait-reader-missing", Outcome.NOT_CHECKED)
        return
    if not found.faces:
        yield Verdict("no-face", Outcome.REVIEW, {}, (Evidence(1),))
        return
    where = (Evidence(1, _inside(found.faces[0].box)),)
    if (count := _people(found)) > 1:
        yield Verdict("several-faces", Outcome.REVIEW, {"count": count}, where)
        return
    placed = list(_placed(found, where))
    yield from placed
    if not BESIDE_NO_HEAD & {verdict.code for verdict in placed}:
        yield from _background(found)
    yield from _face(found, where)


def _people(found: "Portrait") -> int:
    """How many faces are near the size of the likeliest: small ones may be a pattern."""
    sizes = [(box[2] - box[0]) * (box[3] - box[1]) for box, *_rest in found.faces]
    return sum(size >= OTHER_FACE * sizes[0] for size in sizes)


def _placed(found: "Portrait", where: tuple[Evidence, ...]) -> Iterator[Verdict]:
    face, percent = found.faces[0], round(100 * min(1.2, found.head))
    if found.head < SMALLEST_HEAD:
        yield Verdict("face-too-small", Outcome.REVIEW, {"percent": percent}, where)
    elif found.head > LARGEST_HEAD:
        yield Verdict("face-too-large", Outcome.REVIEW, {"percent": percent}, where)
    across, down = (face.box[0] + face.box[2]) / 2, (face.left_eye[1] + face.right_eye[1]) / 2
    if not (MIDDLE[0] <= across <= MIDDLE[1] and EYE_LINE[0] <= down <= EYE_LINE[1]):
        yield Verdict("face-off-centre", Outcome.REVIEW, {}, where)
    if found.tilt > MOST_TILT:
        yield Verdict("head-tilted", Outcome.REVIEW, {"degrees": round(found.tilt)}, where)


def _background(found: "Portrait") -> Iterator[Verdict]:
    if found.light < DARKEST:
        yield Verdict("background-dark", Outcome.REVIEW, {}, (Evidence(1),))
    elif found.unevenness > MOST_UNEVEN:
        yield Verdict("background-uneven", Outcome.REVIEW, {}, (Evidence(1),))


def _face(found: "Portrait", where: tuple[Evidence, ...]) -> Iterator[Verdict]:
    if found.sharpness < SOFTEST:
        yield Verdict("face-blurred", Outcome.REVIEW, {}, where)
    elif found.eye_light < DARK_EYES:
        yield Verdict("eyes-hidden", Outcome.REVIEW, {}, where)


def _inside(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = (min(1.0, max(0.0, side)) for side in box)
    return (left, top, right, bottom)
