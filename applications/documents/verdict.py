"""What a paper check says: outcomes, verdicts with their evidence, and the words of a code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | None
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom on the upright page, each as a share (0 to 1) of its width or height."""


class Outcome(StrEnum):
    """What a verdict asks for; the values are those stored with findings."""

    ACCEPT = "accept"
    REVIEW = "review"
    REJECT = "reject"
    NOT_CHECKED = "not_checked"


OF_THE_MACHINE = frozenset({"text-not-read", "text-took-too-long"})
"""Codes that say what this installation lacks, data or time, and nothing of the paper: reading supports, and never decides."""

WEIGHT = {Outcome.ACCEPT: 0, Outcome.NOT_CHECKED: 1, Outcome.REVIEW: 2, Outcome.REJECT: 3}


@dataclass(frozen=True, slots=True)
class Words:
    """What one code says: a sentence or two for the applicant, a few words for staff; {args} by name.

    An applicant is told what is wrong and how to mend it. `staff_hu` and `staff_en` are labels of a list.
    """

    hu: str
    en: str
    staff_hu: str
    staff_en: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place on the paper that a verdict speaks of: a page (from 1), and a box on it unless the whole page.

    `paper` is the id of another paper of the case where the place is on that one.
    """

    page: int
    box: Box | None = None
    paper: str = ""

    def as_json(self) -> dict[str, object]:
        """The form in which findings store it."""
        place: dict[str, object] = {"page": self.page, "box": None if self.box is None else list(self.box)}
        return {**place, "paper": self.paper} if self.paper else place


@dataclass(frozen=True, slots=True)
class Verdict:
    """One statement of a check: a code, an outcome, the arguments of its words, and where it was seen."""

    code: str
    outcome: Outcome
    args: Mapping[str, Scalar] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()

    def as_json(self) -> dict[str, object]:
        """A value that `json.dumps` takes and `verdict_from_json` reads back."""
        return {
            "code": self.code,
            "outcome": self.outcome.value,
            "args": dict(self.args),
            "evidence": [item.as_json() for item in self.evidence],
        }


def overall(verdicts: Iterable[Verdict]) -> Outcome:
    """The outcome of a paper: the heaviest of its verdicts; what could not be checked is for a person to look at."""
    of_the_paper = (verdict.outcome for verdict in verdicts if verdict.code not in OF_THE_MACHINE)
    heaviest = max(of_the_paper, key=WEIGHT.__getitem__, default=Outcome.ACCEPT)
    return Outcome.REVIEW if heaviest is Outcome.NOT_CHECKED else heaviest


def on_pages(numbers: Iterable[int]) -> tuple[Evidence, ...]:
    """Evidence that points at whole pages."""
    return tuple(Evidence(page=number) for number in numbers)
