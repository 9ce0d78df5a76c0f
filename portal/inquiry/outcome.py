"""What the law says on each way, put for a visitor: what stands, what only the procedure shows, what is not known."""

from enum import StrEnum

from rules import Condition, RouteAnswer


class Verdict(StrEnum):
    """How a way looks, the best first."""

    MET = "met"
    OPEN = "open"
    OFFICER = "officer"
    UNKNOWN = "unknown"
    NOT_MET = "not_met"


LATER = frozenset(
    {
        # Who does not know whether they are a citizen may apply: the office finds out, and either answer is a good one.
        "not_citizen",
        "security",
        "criminal_record",
        "prosecution",
        "spouse_statement",
        "consent",
        "declaration_a_consent",
    }
)
"""Conditions that the office or another person shows in the procedure: nobody can tell them beforehand."""


def shown_later(condition: Condition) -> bool:
    """Whether an open condition is settled only in the procedure; Hungarian that is claimed is heard at the visit."""
    if condition.answer != "unknown":
        return False
    heard = condition.id == "language" and any(each.message_id == HEARD for each in condition.because)
    return condition.id in LATER or heard


HEARD = "Hungarian is heard in person at the visit"


def verdict(answer: RouteAnswer) -> Verdict:
    """Return how a way looks: what only the procedure shows does not make it unknown, and never makes it met."""
    given = {"later" if shown_later(each) else each.answer for each in answer.conditions}
    if "not_met" in given:
        return Verdict.NOT_MET
    if "unknown" in given:
        return Verdict.UNKNOWN
    if "officer" in given:
        return Verdict.OFFICER
    return Verdict.OPEN if "later" in given else Verdict.MET
