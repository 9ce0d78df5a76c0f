"""Which of the couples that were answered a paper about a marriage speaks of."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from applications.documents.agreement import Judged
from applications.documents.comparison import Comparison, Couple
from applications.documents.disagreements import best_name
from applications.documents.examination import PrintedField


class Fitting(NamedTuple):
    """A couple and how the printed names of husband and wife agree with theirs."""

    couple: Couple
    partners: Sequence[tuple[PrintedField, Judged]]

    @property
    def fit(self) -> tuple[int, int]:
        """The weakest agreement first, then all of them together."""
        standings = [int(found.standing) for _field, found in self.partners]
        return min(standings), sum(standings)


def best_couple(compared: Comparison) -> Fitting | None:
    """The couple whose names agree best with the husband and wife printed; None where neither is or nobody is known.

    The answers do not always tell who of two is the husband, so both ways are tried.
    """
    return max(_fittings(compared), key=lambda fitting: fitting.fit, default=None)


def _fittings(compared: Comparison) -> Iterator[Fitting]:
    husband, wife = compared.paper.says("husband"), compared.paper.says("wife")
    for couple in compared.expected.couples:
        for one, other in ((couple.one, couple.other), (couple.other, couple.one)):
            found = [pair for pair in (best_name(husband, one), best_name(wife, other)) if pair is not None]
            if found:
                yield Fitting(couple, found)
