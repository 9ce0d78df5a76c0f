"""Which papers a family brings, and how each of them was scanned or spoilt."""

from datetime import date, timedelta
from random import Random

from applications.demo.people import LANGUAGE, Family, Marriage, Paper, Person, Trouble

CIVIL_REGISTERS_BEGAN = date(1895, 10, 1)
PAPER_TROUBLES = {
    Trouble.BLURRED, Trouble.BLANK, Trouble.ENCRYPTED, Trouble.ACTIVE_CONTENT, Trouble.TINY, Trouble.DISGUISED,
}  # fmt: skip
_FINISHES = ("scan", "scan", "phone", "copy")
_COLOUR = ("scan", "scan", "phone")
_SPOILT_TYPE = {Trouble.ENCRYPTED: "pdf", Trouble.ACTIVE_CONTENT: "pdf", Trouble.DISGUISED: "pdf"}


class TooManyTroublesError(ValueError):
    """More troubles were asked for than the family has papers."""


def plan_papers(family: Family, rng: Random) -> None:
    """Fill ``family.papers``: identity, the applicant's own records, the line, and whatever was planted."""
    papers = [_identity(family, rng), *_own_records(family), *_line_records(family), *_proofs(family, rng)]
    papers.append(Paper("cv_handwritten", "cv", "applicant", issued_on=family.filed_on, finish="phone"))
    papers.append(Paper("photo", "photo", "applicant", finish="none"))
    papers.extend(_for_children(family))
    for paper in papers:
        if paper.finish == "scan":
            paper.finish = rng.choice(_COLOUR if paper.kind in ("passport", "id_card") else _FINISHES)
        if paper.file_type == "jpg" and paper.kind != "photo":
            paper.file_type = rng.choices(("jpg", "pdf", "png", "heic", "tiff"), (60, 22, 8, 6, 4))[0]
    family.papers = papers
    _plant(family, rng)


def form_of_record(record: str, state: str, day: date, religion: str) -> str:
    """The drawing of a civil record ('birth', 'marriage', 'death') kept by ``state`` and asked for around ``day``."""
    if state == "HU" and day < CIVIL_REGISTERS_BEGAN:
        return "church_latin" if religion == "római katolikus" else "church_hu"
    return f"{record}_{state.lower()}"


def _identity(family: Family, rng: Random) -> Paper:
    """A passport; one family in ten brings an identity card instead."""
    paper = _passport(family)
    if family.country in {"RO", "RS", "SK", "DE"} and paper.trouble is None and rng.random() < 0.1:
        paper.kind = paper.form = "id_card"
    return paper


def _passport(family: Family) -> Paper:
    issued = family.filed_on - timedelta(days=700)
    expires = family.filed_on - timedelta(days=40) if Trouble.PASSPORT_EXPIRED in family.troubles else None
    paper = Paper("passport", "passport", "applicant", issued_on=issued, finish="scan", file_type="jpg")
    paper.values["expires_on"] = (expires or issued + timedelta(days=3652)).isoformat()
    born = family.applicant.born_on
    paper.values["born_on"] = born.isoformat()
    if Trouble.PASSPORT_BIRTH_DATE in family.troubles:
        paper.trouble = Trouble.PASSPORT_BIRTH_DATE
        paper.values["born_on"] = another_day(born).isoformat()
    elif Trouble.PASSPORT_ALTERED in family.troubles:
        paper.trouble = Trouble.PASSPORT_ALTERED
    elif expires:
        paper.trouble = Trouble.PASSPORT_EXPIRED
    return paper


def another_day(day: date) -> date:
    """A birthday that a slip of the pen makes of ``day``: day and month exchanged, or a week off."""
    if day.day <= 12 and day.day != day.month:
        return date(day.year, day.day, day.month)
    return day - timedelta(days=7)


def _birth(family: Family, person: Person) -> Paper:
    form = form_of_record("birth", person.state_at_birth, person.born_on, person.religion)
    kind = "church_register" if form.startswith("church") else "birth_certificate"
    return Paper(kind, form, person.key, issued_on=_reissued(family, person.born_on))


def _marriage(family: Family, marriage: Marriage) -> Paper:
    town = family.people[marriage.wife].birthplace
    state = town.state_on(marriage.on)
    form = form_of_record("marriage", state, marriage.on, family.people[marriage.wife].religion)
    kind = "church_register" if form.startswith("church") else "marriage_certificate"
    return Paper(kind, form, marriage.husband, marriage.wife, issued_on=_reissued(family, marriage.on))


def _reissued(family: Family, day: date) -> date:
    """Recent records come in the first copy, older ones were asked for in the year before filing."""
    if (family.filed_on - day).days < 40 * 365:
        return day + timedelta(days=9)
    return family.filed_on - timedelta(days=200 + day.day * 5)


def _own_records(family: Family) -> list[Paper]:
    papers = [_birth(family, family.applicant)]
    if LANGUAGE[family.applicant.state_at_birth] not in {"hu"}:
        papers.append(
            Paper(
                "birth_certificate",
                "translation",
                "applicant",
                issued_on=family.filed_on,
                translation_of=papers[0].form,
            )
        )
    own = family.marriage_of("applicant")
    if own:
        papers.append(_marriage(family, own))
    return papers


def _line_records(family: Family) -> list[Paper]:
    papers = []
    for child_key, key in zip(family.line, family.line[1:], strict=False):
        person, child = family.people[key], family.people[child_key]
        papers.append(_birth(family, person))
        wedding = family.marriage_of(*(parent.key for parent in family.parents_of(child.key)))
        if wedding and person.sex == "female":
            papers.append(_marriage(family, wedding))
    return papers


def _proofs(family: Family, rng: Random) -> list[Paper]:
    """What shows that the ancestor was a citizen beyond the birth record."""
    ancestor = family.ancestor
    if ancestor.state_at_birth != "HU":
        return []
    proof = rng.choice(("domicile_certificate", "citizenship_certificate", "military_record", ""))
    if proof == "military_record" and ancestor.sex == "female":
        proof = "domicile_certificate"
    if not proof:
        return []
    issued = {"military_record": 21, "domicile_certificate": 27, "citizenship_certificate": 34}[proof]
    day = date(min(ancestor.born_on.year + issued, 1918), 3, 14)
    return [Paper(proof, proof, ancestor.key, issued_on=day, finish="copy")]


def _for_children(family: Family) -> list[Paper]:
    papers: list[Paper] = []
    for key in family.children:
        papers.append(_birth(family, family.people[key]))
        if Trouble.CONSENT_MISSING not in family.troubles:
            papers.append(Paper("consent_of_parent", "consent", key, family.spouse or "", issued_on=family.filed_on))
    return papers


def _sound(family: Family, trouble: Trouble) -> list[Paper]:
    """Return the papers that can still be spoilt: records of births and marriages before others, passports never."""
    sound = [paper for paper in family.papers if paper.trouble is None and paper.kind != "passport"]
    records = [paper for paper in sound if paper.kind in {"birth_certificate", "marriage_certificate"}]
    if not sound:
        raise TooManyTroublesError(
            f"No paper of this family is left to be {trouble.value}: plant fewer troubles at once."
        )
    return records or sound


def _plant(family: Family, rng: Random) -> None:
    if Trouble.MISSING_LINK in family.troubles and len(family.line) > 2:
        missing = family.line[-2]
        family.papers = [paper for paper in family.papers if missing not in (paper.about, paper.other)]
    if Trouble.TOO_EARLY_FORM in family.troubles:
        forged = next(paper for paper in family.papers if paper.about == family.line[-1])
        forged.kind, forged.form, forged.trouble = "birth_certificate", "birth_hu", Trouble.TOO_EARLY_FORM
        forged.values["entered_on"] = date(1891, 4, 12).isoformat()
    for trouble in family.troubles:
        if trouble in PAPER_TROUBLES:
            paper = rng.choice(_sound(family, trouble))
            paper.trouble = trouble
            paper.file_type = _SPOILT_TYPE.get(trouble, "jpg")
            paper.finish = "scan" if trouble is not Trouble.BLURRED else "phone"
    if Trouble.SAME_PAPER_TWICE in family.troubles:
        first = next(paper for paper in family.papers if paper.kind == "birth_certificate")
        family.papers.append(
            Paper(
                "marriage_certificate",
                first.form,
                first.about,
                first.other,
                first.issued_on,
                first.finish,
                first.file_type,
            )
        )
        family.papers[-1].trouble = Trouble.SAME_PAPER_TWICE
