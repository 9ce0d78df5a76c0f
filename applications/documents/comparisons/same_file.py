"""The very same file, byte for byte, on two papers of the case or twice on one."""

from collections.abc import Iterator

from applications.documents.check import Comparison, Label, comparison
from applications.documents.verdict import Outcome, Verdict, Words


@comparison(
    "same-file",
    version="1",
    label=Label("Kétszer feltöltött fájl", "File uploaded twice"),
    words={
        "same-file-elsewhere": Words(
            hu="Ugyanezt a fájlt egy másik irathoz is feltöltötte. Kérjük, nézze meg, melyikhez tartozik, és a másiknál "
            "cserélje ki.",
            en="You have uploaded this same file for another paper too. Please see which one it belongs to, and replace "
            "it on the other.",
            staff_hu="Ugyanaz a fájl egy másik iratnál is",
            staff_en="Same file on another paper",
        ),
        "same-file-twice": Words(
            hu="Ugyanaz a fájl kétszer szerepel ennél az iratnál; az egyiket törölheti.",
            en="The same file is on this paper twice; you may remove one of them.",
            staff_hu="Ugyanaz a fájl kétszer",
            staff_en="Same file twice",
        ),
    },
)
def same_file(compared: Comparison) -> Iterator[Verdict]:
    """By SHA-256. `other` names the other paper."""
    own = compared.paper.sha256s
    if len(set(own)) < len(own):
        yield Verdict("same-file-twice", Outcome.REVIEW)
    for other in compared.others:
        if other.id != compared.paper.id and set(own) & set(other.sha256s):
            yield Verdict("same-file-elsewhere", Outcome.REVIEW, {"other": other.id})
