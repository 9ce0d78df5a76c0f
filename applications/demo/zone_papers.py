"""Identity papers for measuring zones: passports and cards of both formats, of invented people, in many states."""

import string
from datetime import date
from random import Random

from applications.demo.drawing import drawn, seed_of
from applications.demo.families import COUNTRIES, family
from applications.demo.identity import draw_large_card
from applications.demo.ornaments import waves
from applications.demo.people import Family, Paper
from applications.demo.sheet import Sheet

FORMATS = {"TD3": ("passport", "passport"), "TD2": ("id_card", "large_card"), "TD1": ("id_card", "id_card")}
"""Kind and form by the format of the zone."""

_CARD = (9.7, 66.0, 95.3, 120.0)
"""Where the back of a card of credit-card size lies on the sheet that shows both sides: mm."""


def identity_paper(seed: str, zone_format: str) -> tuple[Family, Paper, Sheet]:
    """An identity paper with a zone of the format asked for; ``paper.values['mrz']`` has its lines."""
    rng = Random(seed)
    country = rng.choice(sorted(COUNTRIES))
    made = family(rng.randrange(1 << 20), rng.randrange(1000), country=country)
    kind, form = FORMATS[zone_format]
    paper = Paper(kind, form, rng.choice(sorted(made.people)), issued_on=date(rng.randint(2016, 2023), 5, 14))
    born = made.people[paper.about].born_on
    paper.values.update(
        born_on=born.isoformat(),
        expires_on=date(rng.randint(2026, 2034), rng.randint(1, 12), rng.randint(1, 28)).isoformat(),
        number=_number(rng),
        personal_number="".join(rng.choices(string.digits, k=rng.choice((0, 0, 7, 13)))),
    )
    # Families of the demo bring no card of the larger format; it is drawn for measurements alone.
    sheet = draw_large_card(made, paper, seed=seed_of(made, paper)) if form == "large_card" else drawn(made, paper)
    if rng.random() < 0.5:
        sheet.curves(
            waves(sheet.width, sheet.height, step=2.3), colour=(150, 176, 190), strength=rng.uniform(0.08, 0.2)
        )
    if form == "id_card" and rng.random() < 0.6:
        _cut(sheet)
    return made, paper, sheet


def _number(rng: Random) -> str:
    """A document number of a state: digits, or digits and letters in any order."""
    letters = string.ascii_uppercase + string.digits
    if rng.random() < 0.5:
        return "".join(rng.choices(letters, k=9))
    return f"{''.join(rng.choices(string.ascii_uppercase, k=2))}{rng.randint(100000, 9999999)}"


def _cut(sheet: Sheet) -> None:
    """Only the back of the card, as it fills a picture."""
    left, top, right, bottom = (sheet.px(side) for side in _CARD)
    sheet.image = sheet.image.crop((left, top, right, bottom))
    sheet.placed = [
        (text, (box[0] - left, box[1] - top, box[2] - left, box[3] - top)) for text, box in sheet.placed if box[1] > top
    ]
    sheet.width, sheet.height = _CARD[2] - _CARD[0], _CARD[3] - _CARD[1]
