"""Sets of papers with the truth about each, for measurements: number after number, the same seed, the same bytes.

The truth names what is printed (ids of PRINTED_FIELDS), how the picture was taken, what is forged on it, and which other
paper of the set it nearly is.
"""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from applications.demo.cameras import Shot, any_shot, taken
from applications.demo.designs import DESIGNS
from applications.demo.drawing import drawn, seed_of
from applications.demo.families import COUNTRIES, family
from applications.demo.forgeries import NothingToForgeError, assembled, forged_register, retouch
from applications.demo.people import Family, Paper, Trouble
from applications.demo.printed import printed_on
from applications.demo.sheet import Sheet
from applications.demo.zone_papers import FORMATS, identity_paper

_EARLY_ENTRY = date(1891, 4, 12)
FORGED_EVERY = 8
_RECORD_FORGERIES = (
    "altered-name",
    "altered-date",
    "assembled",
    "reused-page",
    "forged-church-register",
    "too-early-form",
)
_WRITTEN_BY_HAND = {"citizenship_certificate", "domicile_certificate", "military_record", "cv"}


@dataclass
class Truth:
    """What is so about one paper; ``fields`` gives for each id every way in which it may be read as right."""

    kind: str
    form: str
    language: str
    country: str
    year: int
    writing: str
    fields: dict[str, list[str]]
    zone: list[str] = field(default_factory=list)
    condition: str = ""
    layout: str = ""
    forgery: str = ""
    near_duplicate_of: str = ""
    change: str = ""


@dataclass
class MadePaper:
    """A paper before it is photographed: its truth, its sheet, and what it was drawn from."""

    truth: Truth
    sheet: Sheet
    family: Family
    paper: Paper


def paper_file(seed: str, number: int, *, shot: Shot | None = None) -> tuple[Truth, bytes]:
    """Paper ``number`` of a set as its owner would bring it; every eighth is forged."""
    made, data = paper_with_file(seed, number, shot=shot)
    return made.truth, data


def paper_with_file(seed: str, number: int, *, shot: Shot | None = None) -> tuple[MadePaper, bytes]:
    """The same as `paper_file`, with all that the paper was drawn from."""
    rng = Random(f"{seed}/shot/{number}")
    forged = number % FORGED_EVERY == FORGED_EVERY - 1
    made = forged_paper(seed, number) if forged else genuine_paper(seed, number)
    shot = shot or any_shot(rng)
    made.truth.condition, made.truth.layout = shot.condition, shot.layout
    return made, taken(made.sheet.image, shot, dpi=made.sheet.dpi, seed=f"{seed}/{number}")


def genuine_paper(seed: str, number: int) -> MadePaper:
    """A paper of a set with nothing wrong: of three one identity paper, the others of any kind a family brings."""
    rng = Random(f"{seed}/paper/{number}")
    if rng.random() < 0.3:
        made, paper, sheet = identity_paper(f"{seed}/{number}", rng.choice(sorted(FORMATS)))
        return _made(made, paper, sheet)
    made, paper = _record(rng)
    return _made(made, paper, drawn(made, paper))


def _record(rng: Random) -> tuple[Family, Paper]:
    """A paper of a family of any country: a kind by chance, then a paper of that kind."""
    made = family(rng.randrange(1 << 20), rng.randrange(1000), country=rng.choice(sorted(COUNTRIES)))
    papers = [paper for paper in made.papers if paper.form not in {form for _, form in FORMATS.values()}]
    # Records prove the line; they come five times as often as what is written for the case.
    forms = sorted({paper.form for paper in papers})
    form = rng.choices(forms, [5 if name in DESIGNS else 1 for name in forms])[0]
    return made, rng.choice([paper for paper in papers if paper.form == form])


def forged_paper(seed: str, number: int) -> MadePaper:
    """A paper of a set forged in one of the ways of FORGERIES."""
    rng = Random(f"{seed}/forged/{number}")
    if rng.random() < 0.2:
        return _changed_zone(seed, number, rng)
    while True:
        try:
            return _forged_record(seed, number, rng)
        except NothingToForgeError:
            continue


def _changed_zone(seed: str, number: int, rng: Random) -> MadePaper:
    made, paper, _ = identity_paper(f"{seed}/{number}", "TD3")
    paper.trouble = Trouble.PASSPORT_ALTERED
    result = _made(made, paper, drawn(made, paper))
    result.truth.forgery = "wrong-check-digits"
    return result


def _forged_record(seed: str, number: int, rng: Random) -> MadePaper:
    """Raises NothingToForgeError where the paper that chance chose has nothing of the kind."""
    forgery = rng.choice(_RECORD_FORGERIES)
    if forgery == "reused-page":
        return _reused(seed, number, rng)
    made, paper = _record(rng)
    if paper.form not in DESIGNS:
        raise NothingToForgeError(paper.form)
    if forgery == "forged-church-register":
        return _church(made, paper, rng)
    if forgery == "too-early-form":
        paper = Paper("birth_certificate", "birth_hu", made.line[-1], issued_on=date(1894, 2, 3))
        paper.values["entered_on"] = _EARLY_ENTRY.isoformat()
    result = _made(made, paper, drawn(made, paper))
    if forgery == "assembled":
        _, other = _another_like(paper, rng)
        assembled(result.sheet, other, rng)
        result = _made(made, paper, result.sheet)
    elif forgery.startswith("altered-"):
        alter(result, forgery.removeprefix("altered-"), rng)
    result.truth.forgery = forgery
    return result


def _church(made: Family, paper: Paper, rng: Random) -> MadePaper:
    form = rng.choice(("church_hu", "church_latin"))
    paper = Paper("church_register", form, made.line[-1], issued_on=date(2019, 9, 2))
    result = _made(made, paper, forged_register(made, paper, seed=seed_of(made, paper)))
    result.truth.forgery, result.truth.writing = "forged-church-register", "print"
    return result


def _another_like(paper: Paper, rng: Random) -> tuple[Family, Sheet]:
    """Another family's paper on the same form."""
    for _ in range(200):
        made, other = _record(rng)
        if other.form == paper.form:
            return made, drawn(made, other)
    raise NothingToForgeError(paper.form)


def alter(made: MadePaper, what: str, rng: Random) -> None:
    """Another name or another date in place of what stands there; raises NothingToForgeError."""
    values = made.paper.values
    names = {"name": ("name", "surname", "husband_name", "given"), "date": ("born", "married", "husband_born")}[what]
    other_family = family(rng.randrange(1 << 20), rng.randrange(1000), country=made.family.country)
    drawn(other_family, other := _same_record(other_family, made.paper))
    design = DESIGNS[made.paper.form]
    face = {"print": "sans_bold", "pen": "hand"}.get(design.fill, design.fill)
    for name in names:
        if values.get(name) and other.values.get(name) and values[name] != other.values[name]:
            try:
                retouch(made.sheet, values[name], other.values[name], face=face, ink=design.ink)
            except NothingToForgeError:
                continue
            # What is printed now is what was written over it; the day and name beneath are gone.
            made.paper.values[name] = other.values[name]
            made.truth.fields = _without(made.truth.fields, what)
            return
    raise NothingToForgeError(what)


def _same_record(made: Family, paper: Paper) -> Paper:
    """A paper of another family on the same form, wherever that family lived."""
    if paper.form.startswith("marriage"):
        wedding = made.marriages[0]
        return Paper(paper.kind, paper.form, wedding.husband, wedding.wife, issued_on=paper.issued_on)
    return Paper(paper.kind, paper.form, made.line[0], issued_on=paper.issued_on)


def _without(fields: dict[str, list[str]], what: str) -> dict[str, list[str]]:
    gone = {"name": ("name", "husband", "wife"), "date": ("born_on", "married_on")}[what]
    return {name: value for name, value in fields.items() if name not in gone}


def _reused(seed: str, number: int, rng: Random) -> MadePaper:
    """The page of a genuine paper of the set under another name."""
    for base in rng.sample(range(max(1, number)), min(60, max(1, number))):
        if base % FORGED_EVERY == FORGED_EVERY - 1:
            continue  # the paper of that number is a forged one
        made = genuine_paper(seed, base)
        if made.paper.form in DESIGNS:
            alter(made, "name", rng)
            made.truth.forgery, made.truth.near_duplicate_of = "reused-page", str(base)
            return made
    raise NothingToForgeError("no genuine page in the set")


def _made(made: Family, paper: Paper, sheet: Sheet) -> MadePaper:
    design = DESIGNS.get(paper.form)
    year = (paper.issued_on or made.filed_on).year
    zone = paper.values["mrz"].splitlines() if "mrz" in paper.values else []
    writing = design.fill if design else "hand" if paper.form in _WRITTEN_BY_HAND else "print"
    language = design.language if design else "en" if zone else "hu"
    country = paper.form.rpartition("_")[2].upper() if design and "church" not in paper.form else made.country
    if paper.form in _WRITTEN_BY_HAND or "church" in paper.form:
        country = "HU"
    fields = printed_on(made, paper, sheet)
    return MadePaper(Truth(paper.kind, paper.form, language, country, year, writing, fields, zone), sheet, made, paper)
