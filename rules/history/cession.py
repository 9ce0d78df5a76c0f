"""26 July 1921: citizenship followed the domicile right (illetőség), and that right proves it up to that day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from rules.dates import ANY_DAY, Span, earlier, not_later, on
from rules.facts import DomicileRight, Person
from rules.history.claims import Claim, End, doubt
from rules.history.listed import HUNGARY, birthday, covers
from rules.history.openness import open_ends
from rules.history.territories import LEFT_IN_1947, Belonged, belonged
from rules.logic import Finding, all_of, any_of, citing, met, not_met, officer, tell, unknown
from rules.parameters import turning_day
from rules.words import say

if TYPE_CHECKING:
    from rules.history.citizenship import History

LAW = ("Act XXXIII of 1921, art. 61",)


def claims(history: History, person: Person) -> list[Claim]:
    """Illetőség in the Kingdom proper is read as proof of citizenship up to 26 July 1921.

    It is no way of acquiring: a right got later gives nothing back.
    """
    if not person.domicile_right:
        return []
    cession = on(turning_day("cession_1921"))
    if person.born.on is not None and earlier(person.born.on, cession) is False:
        return []
    if covers(person, on(cession.first - timedelta(days=1))):
        return []
    found = []
    for number, right in enumerate(person.domicile_right):
        start = right.since or birthday(person)
        before = earlier(start, cession)
        if before is False or (right.to is not None and right.to.last < birthday(person).first):
            continue
        path = f"people.{person.id}.domicile_right.{number}"
        holds = _proves(history, person, right, path)
        if before is None:
            late = say("{who}: the domicile right may have begun after 26 July 1921", who=history.who(person.id))
            holds = all_of(holds, unknown(late, f"{path}.from"))
        found.append(Claim(start, holds, still_open=open_ends(history, person, start)))
    return found


def _proves(history: History, person: Person, right: DomicileRight, path: str) -> Finding:
    who = history.who(person.id)
    if right.area is None:
        return unknown(say("{who}: where the domicile right was is not known", who=who), f"{path}.area")
    findings = {
        Belonged.YES: lambda: met(
            say("{who}: domicile right (illetőség) in the Kingdom of Hungary, {area}", who=who, area=_where(right)),
            path,
        ),
        Belonged.NO: lambda: not_met(
            say("{who}: domicile right outside the Kingdom of Hungary, {area}", who=who, area=_where(right)), path
        ),
        Belonged.CROWN: lambda: officer(
            say(
                "{who}: practice is not settled: does a domicile right in Croatia-Slavonia or Fiume, {area}, prove "
                "Hungarian citizenship?",
                who=who, area=_where(right),
            ),
            path,
            law=("Act L of 1879, 1. §",),
        ),
        Belonged.PARTLY: lambda: officer(
            say("{who}: only part of {area} belonged to the Kingdom: did this municipality?",
                who=who, area=_where(right)),
            f"{path}.place",
        ),
        Belonged.UNIT_NEEDED: lambda: unknown(
            say("{who}: the county of the domicile right is needed", who=who), f"{path}.area"
        ),
    }  # fmt: skip
    finding = findings[belonged(right.area)]()
    return doubt(
        right.evidence,
        finding,
        say("{who}: the papers for the domicile right are doubted: do they prove it?", who=who),
        path,
    )


def _where(right: DomicileRight) -> str:
    return f"{right.place} ({right.area})" if right.place else str(right.area)


def ends(history: History, person: Person) -> list[End]:
    """The loss of 26 July 1921, where the domicile right lay in a ceded territory; and an option of 1921–22.

    Nothing listed: nothing lost. Whoever opted is for a person, wherever the right lay.
    """
    cession = on(turning_day("cession_1921"))
    if person.born.on is not None and not_later(cession, person.born.on) is True:
        return []
    held = [
        (number, right)
        for number, right in enumerate(person.domicile_right or ())
        if _held_on(right, cession) is not False
    ]
    found = _left_until_1947(history, person, [right for _, right in held])
    ceded = [_ceded(history, person, right, number) for number, right in held if not _in_the_villages(right)]
    option = _option(history, person)
    if ceded:
        lost = any_of(*ceded)
        found.append(End(cession, all_of(lost, option.happened) if option else lost))
    away = any(event.kind == "option" and event.country != HUNGARY for event in person.events or ())
    return [*found, option] if option and away else found


def _option(history: History, person: Person) -> End | None:
    """An option for a state (art. 63 and 64); for Hungary it takes nothing, but may have undone the cession."""
    options = [event for event in person.events or () if event.kind == "option"]
    if not options:
        return None
    said = say("{who}: opted for a state in 1921–22: did the option take effect?", who=history.who(person.id))
    weighed = officer(said, f"people.{person.id}.events", law=("Act XXXIII of 1921, art. 63",))
    return End(options[0].on or Span(turning_day("cession_1921"), turning_day("option_1922")), weighed)


def _in_the_villages(right: DomicileRight) -> bool:
    return (right.place or "").casefold() in LEFT_IN_1947


def _left_until_1947(history: History, person: Person, rights: list[DomicileRight]) -> list[End]:
    """The three villages opposite Pozsony went to Czechoslovakia by the Paris treaty: a person decides from then on."""
    place = next((right for right in rights if _in_the_villages(right)), None)
    if place is None:
        return []
    said = say("{who}: {area} stayed Hungarian until 1947: what became of the citizenship then?",
               who=history.who(person.id), area=_where(place))  # fmt: skip
    path = f"people.{person.id}.domicile_right"
    return [End(on(turning_day("paris_1947")), officer(said, path, law=("Act XVIII of 1947",)))]


def _held_on(right: DomicileRight, day: Span) -> bool | None:
    """Did the right run on that day? A start that is not stated lies before it; the last day still counts."""
    begun = not_later(right.since or on(ANY_DAY.first), day)
    lasted = True if right.to is None else not_later(day, right.to)
    if begun is False or lasted is False:
        return False
    return True if begun and lasted else None


def _ceded(history: History, person: Person, right: DomicileRight, number: int) -> Finding:
    who, path = history.who(person.id), f"people.{person.id}.domicile_right.{number}"
    if right.area is None:
        return unknown(say("{who}: where the domicile right was is not known", who=who), f"{path}.area")
    here = right.area.partition("-")[0] == HUNGARY
    stayed = say("{who}: the domicile right stayed in Hungary on 26 July 1921", who=who)
    lost = say("{who}: citizenship ended on 26 July 1921, the domicile right lay in ceded land, {area}",
               who=who, area=_where(right))  # fmt: skip
    if not here and belonged(right.area) is Belonged.NO:
        # The treaty took citizenship from those at home in ceded land; this right speaks against it from the start.
        never = say(
            "{who}: the domicile right on 26 July 1921 lay in a land that was never Hungarian, {area}: was the person "
            "a Hungarian citizen then?",
            who=who,
            area=_where(right),
        )
        return officer(never, path)
    running = _held_on(right, on(turning_day("cession_1921")))
    unsure = say("{who}: the place of the domicile right on 26 July 1921 is not known", who=who)
    finding = citing(tell(not here, lost, stayed, unsure, path), *LAW)
    if running is None:
        finding = all_of(finding, unknown(unsure, path))
    return doubt(
        right.evidence,
        finding,
        say("{who}: the papers for the domicile right are doubted: do they prove it?", who=who),
        path,
    )
