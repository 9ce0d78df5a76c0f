"""What of a case was seen in other cases: signals with their weight, for caseworkers alone.

Traces nominate, this confirms and weighs. Every hit names the other case, the page beside the page, what agrees and
what differs. Relatives bring the same papers and live together, so most hits are slight.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from applications.assessment.models import Finding
from applications.assessment.papers import examined
from applications.assessment.services import Statement
from applications.documents import traces
from applications.documents.examination import Examination, examination_from_json
from applications.documents.laid import Laid
from applications.documents.laying import lay
from applications.documents.limits import MARKS_OF_A_PAGE
from applications.documents.models import CheckedFile, Paper, PaperFile, Trace
from applications.documents.queries import picture
from applications.documents.traces import Left, Met
from applications.family.models import Parentage, Person
from applications.family.services import folded
from applications.intake.models import Application
from applications.intake.queries import persons_in, saved_pages

VERSION: Final = "2"
HITS: Final = 8
"""Hits written of one file and one kind; who follows them finds the others."""

MANY: Final = 3
"""Other families from which a shared address, telephone number or e-mail address is more than a household's."""

SAME_TEXT: Final = 0.6
WHOLE_DAY: Final = len("1985-06-01")
ADDRESS: Final = ("country", "postcode", "town", "street")
SHARED: Final = {
    Trace.Kind.ADDRESS: "seen-address",
    Trace.Kind.PHONE: "seen-phone",
    Trace.Kind.EMAIL: "seen-email",
}


@dataclass(frozen=True, slots=True)
class Use:
    """A page of another family's submitted case: the case, and the file as it belongs to a paper."""

    case: Application
    file: PaperFile


def leave_traces(case: Application, papers: Sequence[Paper]) -> None:
    """Write by what the case and its examined files can be found again."""
    for paper in papers:
        for file in paper.kept_files:
            traces.write(traces.left_by(file.checked, paper.kind), checked=file.checked)
    traces.write(left_by_answers(case), application=case)


def left_by_answers(case: Application) -> list[Left]:
    """Return the traces of who applies and how to reach them."""
    pages = saved_pages(case)
    address = pages.get((case.applicant_id, "address"), {})
    contact = pages.get((case.applicant_id, "contact"), {})
    street = folded(" ".join(str(address.get(name) or "") for name in ADDRESS)) if address.get("street") else ""
    phone = "".join(filter(str.isdigit, str(contact.get("phone") or "")))
    email = str(contact.get("email") or "").strip().casefold()
    said = {Trace.Kind.ADDRESS: street, Trace.Kind.PHONE: phone, Trace.Kind.EMAIL: email}
    left = [Left(kind, value) for kind, value in said.items() if value]
    return left + [Left(Trace.Kind.PERSON, value) for person in persons_in(case) if (value := identity(person))]


def identity(person: Person) -> str:
    """Return by what a person is known whatever the account: name, whole date of birth, mother; or nothing."""
    if len(person.born_on) != WHOLE_DAY or not person.full_name:
        return ""
    tie = (
        Parentage.objects.filter(child=person, role="mother", tie=Parentage.Tie.BIRTH).select_related("parent").first()
    )
    mother = (tie.parent.birth_name or tie.parent.full_name) if tie else ""
    return "/".join([in_order(person.full_name), person.born_on, in_order(mother)])


def in_order(name: str) -> str:
    """Return a name without accents, its words in alphabetical order: Kovács Ilona is Ilona Kovács."""
    return " ".join(sorted(folded(name).replace("-", " ").split()))


def signals(case: Application, papers: Sequence[Paper]) -> tuple[list[Statement], set[int]]:
    """Return what of a case was seen elsewhere, and the other cases that should learn of it."""
    said = [*by_answers(case)]
    for paper in papers:
        for file, examination in examined(paper.kept_files):
            said += by_file(paper, file, examination)
    others = {int(str(reason["args"]["other_case"])) for each in said for reason in each.reasons}  # type: ignore[index]  # made below
    return said, others


def by_answers(case: Application) -> Iterator[Statement]:
    """Yield who applied twice, and what several families give."""
    left = left_by_answers(case)
    for kind, found in traces.applications_with(left).items():
        others = list(
            Application.objects.filter(pk__in=found)
            .exclude(submitted_at=None)
            .exclude(family=case.family_id)
            .select_related("applicant")
            .order_by("pk")
        )
        families = {other.family_id for other in others}
        if kind == Trace.Kind.PERSON:
            for other in others[:HITS]:
                yield signal(case, "seen-person", "grave", other)
        elif others:
            weight = "clear" if len(families) >= MANY else "slight"
            yield signal(case, SHARED[Trace.Kind(kind)], weight, others[0], count=len(families))


def by_file(paper: Paper, file: PaperFile, examination: Examination) -> Iterator[Statement]:
    """Yield where a file, its pages, its number or its text was seen; each other file once, by the surest of these."""
    found = traces.met(traces.left_by(file.checked, paper.kind))
    known: set[int] = set()
    for kind, judge in (
        (Trace.Kind.BYTES, same_bytes),
        (Trace.Kind.PICTURE, same_picture),
        (Trace.Kind.NUMBER, same_number),
        (Trace.Kind.WORDING, same_wording),
    ):
        pairs = [
            (each, use)
            for each in found.get(kind, ())[: traces.NOMINATED]
            for use in uses_of(each, paper)
            if use.file.pk not in known
        ]
        made = 0
        for use, statement in judge(paper, file, examination, pairs):
            if use.file.pk not in known and made < HITS:
                made += 1
                known.add(use.file.pk)
                yield statement


def uses_of(met: Met, paper: Paper) -> list[Use]:
    """Return where the bytes of a hit are used: submitted cases of other families, the newest first."""
    files = (
        PaperFile.objects.filter(checked=met.checked, removed_at=None, paper__removed_at=None)
        .exclude(paper__family=paper.family_id)
        .select_related("paper__person", "checked")
        .order_by("-pk")[:HITS]
    )
    cases = {
        case.family_id: case
        for case in Application.objects.filter(family__in=[file.paper.family_id for file in files])
        .exclude(submitted_at=None)
        .select_related("applicant")
        .order_by("pk")
    }
    return [Use(cases[file.paper.family_id], file) for file in files if file.paper.family_id in cases]


Pairs = Sequence[tuple[Met, Use]]
Hits = Iterator[tuple[Use, Statement]]


def same_bytes(paper: Paper, file: PaperFile, examination: Examination, pairs: Pairs) -> Hits:
    """The same bytes need no confirmation."""
    for _met, use in pairs:
        weight = weight_of_copy(paper, use.file.paper)
        yield use, hit(paper, file, "seen-file", weight, use, own_page=1, other_page=1)


def same_picture(paper: Paper, file: PaperFile, examination: Examination, pairs: Pairs) -> Hits:
    """Pages that share marks are laid on each other; whether numbers and names agree is part of the answer."""
    asked = [(met, use) for met, use in pairs if (use.file.paper.kind == "photo") == (paper.kind == "photo")]
    pictures = {
        (met.checked, met.page): picture(use.file.checked, examination_of(use.file.checked), met.page)
        for met, use in asked
    }
    own = {met.own_page: picture(file.checked, examination, met.own_page) for met, _use in asked}
    wanted = list(dict.fromkeys((met.own_page, met.checked, met.page) for met, _use in asked))
    laid = dict(zip(wanted, lay([(own[mine], pictures[other, page]) for mine, other, page in wanted]), strict=True))
    # Papers of one form may agree by chance one way round; the few that do are laid the other way round as well.
    alike = [each for each in wanted if paper.kind != "photo" and laid[each].is_same]
    back = lay([(pictures[other, page], own[mine]) for mine, other, page in alike])
    denied = {each for each, found in zip(alike, back, strict=True) if found.is_denied}
    for met, use in asked:
        place = met.own_page, met.checked, met.page
        found = laid[place]
        same = found.is_same_photo if paper.kind == "photo" else found.is_same and place not in denied
        # What was read may be misread; a page that agrees all over, or is marked alike, is the same whatever was read.
        sure = found.shows_enough or met.shared >= SURE_MARKS
        if same and (sure or not says_two(examination, examination_of(use.file.checked))):
            yield use, hit_of_picture(paper, file, use, met, found)


def hit_of_picture(paper: Paper, file: PaperFile, use: Use, met: Met, found: Laid) -> Statement:
    """Return the statement of a confirmed picture; a changed place is what to look at first."""
    changed = found.is_changed and paper.kind != "photo"
    code = "seen-photo" if paper.kind == "photo" else "seen-picture-changed" if changed else "seen-picture"
    weight = "grave" if changed and found.agree < SURELY_CHANGED else weight_of_copy(paper, use.file.paper)
    made = hit(
        paper,
        file,
        code,
        weight,
        use,
        own_page=met.own_page,
        other_page=met.page,
        agree=round(100 * found.agree),
    )
    box = list(found.differs) if changed and found.differs else None
    return replace(made, evidence=[{"page": met.own_page, "box": box}])


SURELY_CHANGED: Final = 0.985
"""Share of agreeing patches from which a place that differs may be a speck or a fold."""


SURE_MARKS: Final = MARKS_OF_A_PAGE // 2
"""Marks in common from which pages that agree are one picture: of papers of one form a third are, at most."""


def says_two(one: Examination, other: Examination) -> bool:
    """Whether numbers were read on both and differ while their names do too: two papers of one form."""
    mine, theirs = traces.number_of(one), traces.number_of(other)
    if not mine or not theirs or not numbers_differ(mine, theirs):
        return False
    return not (traces.names_on(one) & traces.names_on(other))


def numbers_differ(one: str, other: str) -> bool:
    """Whether two numbers as `traces.number_of` gives them differ in a part that both have: who issued it may not be read."""
    mine, theirs = one.rsplit("/", 2), other.rsplit("/", 2)
    return len(mine) != len(theirs) or any(
        own and their and own != their for own, their in zip(mine, theirs, strict=True)
    )


def same_number(paper: Paper, file: PaperFile, examination: Examination, pairs: Pairs) -> Hits:
    """The same number with another name is grave; with the same name it is the same paper, scanned again."""
    mine = traces.names_on(examination)
    for met, use in pairs:
        theirs = traces.names_on(examination_of(use.file.checked))
        other = bool(mine and theirs and not mine & theirs)
        code = "seen-number-other-name" if other else "seen-number"
        weight = "grave" if other else weight_of_copy(paper, use.file.paper)
        page = max(1, met.page)
        yield use, hit(paper, file, code, weight, use, own_page=max(1, met.own_page), other_page=page)


def same_wording(paper: Paper, file: PaperFile, examination: Examination, pairs: Pairs) -> Hits:
    """A life told in another's words."""
    for _met, use in pairs:
        share = traces.same_text(examination, examination_of(use.file.checked))
        if share >= SAME_TEXT:
            yield (
                use,
                hit(paper, file, "seen-wording", "clear", use, own_page=1, other_page=1, agree=round(100 * share)),
            )


def weight_of_copy(paper: Paper, other: Paper) -> str:
    """How much the same paper in two families says: nothing unusual about a common forebear, much about two people."""
    mine, theirs = set(in_order(paper.person.full_name).split()), set(in_order(other.person.full_name).split())
    same_name = bool(mine and theirs) and (mine <= theirs or theirs <= mine)
    applies = paper.person.applications.exists() or other.person.applications.exists()
    if same_name:
        return "clear" if applies else "slight"
    return "grave" if mine and theirs else "clear"


def hit(
    paper: Paper, file: PaperFile, code: str, weight: str, use: Use, *, own_page: int, other_page: int, agree: int = 100
) -> Statement:
    """Return the statement of one hit on a page."""
    args = {
        "other": use.case.reference,
        "person": use.file.paper.person.full_name or "–",
        "other_case": use.case.pk,
        "other_file": use.file.pk,
        "other_page": other_page,
        "agree": agree,
        "weight": weight,
    }
    return Statement(
        source=Finding.Source.SIGNAL,
        code=code,
        outcome=OUTCOME[weight],
        code_version=VERSION,
        person=paper.person,
        paper=paper,
        file=file,
        reasons=[{"id": code, "args": args}],
        evidence=[{"page": own_page, "box": None}],
    )


def signal(case: Application, code: str, weight: str, other: Application, *, count: int = 1) -> Statement:
    """Return the statement of something that the answers of another case say too."""
    args = {"other": other.reference, "other_case": other.pk, "count": count, "weight": weight}
    return Statement(
        source=Finding.Source.SIGNAL,
        code=code,
        outcome=OUTCOME[weight],
        code_version=VERSION,
        person=case.applicant,
        reasons=[{"id": code, "args": args}],
    )


OUTCOME: Final[Mapping[str, str]] = {
    "slight": Finding.Outcome.ACCEPT,
    "clear": Finding.Outcome.REVIEW,
    "grave": Finding.Outcome.REVIEW,
}
"""What a weight asks of a caseworker: a slight one is told, the others are to be looked at; none decides."""


def examination_of(checked: CheckedFile) -> Examination:
    """Return what was found in checked bytes."""
    return examination_from_json(checked.examination) if checked.examination else Examination(true_type="unknown")
