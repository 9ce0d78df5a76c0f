"""The demo cases as a list: whose case, how far it has gone, what is wrong with it. The same list every time."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from applications.demo.people import Trouble
from applications.demo.stock import ENTRIES, SEED

FALSE_PAPERS, NO_ANCESTOR, NO_LANGUAGE, RECORD = "false_papers", "no_ancestor", "no_language", "record"
_REFUSALS = (
    (NO_LANGUAGE, (Trouble.NO_HUNGARIAN,)),
    (RECORD, (Trouble.CONVICTION,)),
    (NO_ANCESTOR, (Trouble.MISSING_LINK,)),
    (RECORD, (Trouble.PROSECUTION,)),
    (FALSE_PAPERS, ()),
)


@dataclass(frozen=True)
class DemoCase:
    """One case: a stock family's own applicant (``relative`` None) or a relative, and the state to reach.

    ``road`` chooses among the roads to that state. ``key`` names the case for good: a case that is there is not
    made again. ``borrows`` is a family of the stock whose ancestor's record this one brings as its own.
    """

    key: str
    place: int
    state: str
    relative: int | None = None
    troubles: tuple[Trouble, ...] = ()
    refuse_for: str = ""
    road: int = 0
    days_ago: tuple[int, int] = (1, 40)
    borrows: int | None = None


QUICK = (
    DemoCase("q01", 0, "information_requested", days_ago=(4, 9)),
    DemoCase("q02", 1, "checked", days_ago=(1, 3)),
    DemoCase("q03", 2, "visit_booked", days_ago=(1, 3)),
    DemoCase("q04", 1, "filed", 1, days_ago=(1, 2)),
    DemoCase("q05", 2, "under_review", 1, days_ago=(2, 5)),
    DemoCase("q06", 0, "recommended", 3, days_ago=(1, 3)),
    DemoCase("q07", 1, "before_president", 2, days_ago=(6, 20)),
    DemoCase("q08", 2, "granted", 3, days_ago=(1, 4)),
    DemoCase("q09", 0, "oath_booked", 5, days_ago=(2, 6)),
    DemoCase("q10", 0, "citizen", 1, days_ago=(20, 40)),
    DemoCase("q11", 1, "refused", 3, (Trouble.NO_HUNGARIAN,), NO_LANGUAGE, days_ago=(20, 40)),
    DemoCase("q12", 2, "approved", 5, days_ago=(1, 3)),
    DemoCase("q13", 1, "summons_sent", 5, days_ago=(3, 9)),
    DemoCase("q14", 2, "submitted", 7, days_ago=(0, 0)),
)
"""The first cases, so that every desk has something on it within seconds: from three families."""

_OWN = (
    DemoCase("s03", 3, "under_review", days_ago=(3, 8)),
    DemoCase("s04", 4, "filed", days_ago=(1, 4)),
    DemoCase("s05", 5, "information_requested", days_ago=(5, 12)),
    DemoCase("s06", 6, "checked", days_ago=(1, 5)),
    DemoCase("s07", 7, "information_requested", days_ago=(5, 12)),
    DemoCase("s08", 8, "refused", None, (), FALSE_PAPERS, days_ago=(30, 60)),
    DemoCase("s09", 9, "filed", days_ago=(1, 5)),
    DemoCase("s10", 10, "under_review", road=1, days_ago=(4, 9)),
    DemoCase("s11", 11, "summons_sent", days_ago=(3, 9)),
    DemoCase("s12", 12, "refused", None, (), NO_ANCESTOR, road=1, days_ago=(30, 70)),
    DemoCase("s13", 11, "under_review", 2, days_ago=(2, 6), borrows=12),
)
_SHARES = {
    "citizen": 52, "refused": 11, "withdrawn": 8, "terminated": 4, "lapsed": 2, "annulled": 2, "draft": 9, "checked": 11,
    "visit_booked": 12, "filed": 14, "information_requested": 12, "under_review": 18, "advice_requested": 8,
    "recommended": 8, "approved": 6, "before_president": 10, "granted": 7, "summons_sent": 6, "oath_booked": 6,
}  # fmt: skip
_LONG_AGO = {"citizen": (15, 420), "refused": (20, 400), "withdrawn": (10, 300), "terminated": (10, 200), "lapsed": (5, 60),
             "annulled": (20, 120), "under_review": (1, 80), "filed": (1, 25)}  # fmt: skip
_SHARE_OF_FAMILIES = (6, 5, 5, 5, 4, 4, 3, 3, 3, 3, 2, 1)
"""How many relatives apply from each family of the stock: as many come from Romania as in life."""


def rest() -> Iterator[DemoCase]:
    """Yield the cases that fill the house after QUICK, the telling ones first."""
    yield from _OWN
    rng = Random(f"{SEED}/cases")
    states = [state for state, share in _SHARES.items() for _ in range(share)]
    rng.shuffle(states)
    places = [place for place, share in enumerate(_SHARE_OF_FAMILIES) for _ in range(share)]
    told = dict.fromkeys(range(len(ENTRIES)), 8)
    for number, state in enumerate(states):
        place = rng.choice(places)
        told[place] += 1
        refuse_for, troubles = _REFUSALS[number % len(_REFUSALS)] if state == "refused" else ("", ())
        yield DemoCase(
            f"r{number:03}", place, state, told[place], troubles, refuse_for, number % 2, _LONG_AGO.get(state, (1, 50))
        )
