"""Marriage until 1 October 1957: a foreign wife became a citizen, a Hungarian wife of a foreigner ceased to be one.

Act L of 1879, 5. and 34. §; Act LX of 1948 from 1 February 1949, whose test is not settled: a person decides.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rules.dates import Span, within
from rules.facts import Marriage, Person
from rules.history.claims import Claim, End, doubt
from rules.history.descent import parent_of_sex
from rules.history.listed import hungarian, tells_past
from rules.history.openness import marriageable_from, marriageable_from_birth, open_ends
from rules.logic import NOT_MET, Finding, all_of, citing, met, officer, opposite, saying, unknown
from rules.parameters import turning_day
from rules.words import Day, say

if TYPE_CHECKING:
    from rules.history.citizenship import History

LAW_GAIN = ("Act L of 1879, 5. §",)
LAW_LOSS = ("Act L of 1879, 34. §",)
LAW_1948 = ("Act LX of 1948",)


def claims(history: History, person: Person) -> list[Claim]:
    """A foreign woman who married a Hungarian before 1 February 1949 (until 1957: for a person)."""
    found = []
    for number, marriage in _marriages(person):
        when = _when(history, person, marriage)
        if tells_past(person, when):
            continue
        husband = _of_a_woman(history, person, _husband(history, person, marriage, when, number))
        if husband.answer is NOT_MET:
            continue
        husband = _papers(history, person, marriage, husband, number)
        holds = citing(_by_law_of_day(history, person, when, husband, number), *LAW_GAIN)
        found.append(Claim(when, holds, still_open=open_ends(history, person, when)))
    return found


def ends(history: History, person: Person) -> list[End]:
    """A Hungarian woman who married a foreigner before 1 February 1949 (until 1957: for a person)."""
    found = []
    for number, marriage in _marriages(person):
        when = _when(history, person, marriage)
        foreigner = opposite(_husband(history, person, marriage, when, number))
        foreigner = _of_a_woman(history, person, foreigner)
        if foreigner.answer is NOT_MET:
            continue
        said = say("{who}: married a foreigner ({day})", who=history.who(person.id), day=Day(when.text()))
        foreigner = _papers(history, person, marriage, saying(said, foreigner), number)
        lost = _by_law_of_day(history, person, when, foreigner, number)
        found.append(End(when, citing(lost, *LAW_LOSS)))
    return found + _shown_by_children(history, person)


def _shown_by_children(history: History, person: Person) -> list[End]:
    """Where no marriages are listed: a child born in wedlock to a foreigner before February 1949 shows one.

    Only where the father was a foreigner on every day on which the wedding can have been.
    """
    if person.sex == "male" or person.marriages is not None:
        return []
    act_1948, first, who = turning_day("act_1948"), _first_wedding(person), history.who(person.id)
    found = []
    for child in history.children(person.id):
        born, father = child.born.on, parent_of_sex(history, child, "male")[0]
        if not child.parents_married or born is None or born.last >= act_1948 or born.first < first:
            continue
        if father is None or father.person == person.id:
            continue
        when = Span(first, born.last)
        if history.citizen_on(father.person, when).answer is NOT_MET:
            said = say("{who}: was married to a foreigner when the child {child} was born",
                       who=who, child=history.who(child.id))  # fmt: skip
            found.append(End(when, met(said, f"people.{person.id}.marriages", law=LAW_LOSS)))
    return found


def _first_wedding(person: Person) -> date:
    """The first day on which she can have married under the Act of 1879."""
    born = person.born.on or next(
        (entry.since for entry in hungarian(person) if entry.acquired_by == "birth" and entry.since), None
    )
    act_1879 = turning_day("act_1879")
    return act_1879 if born is None else max(act_1879, marriageable_from_birth(born))


def _marriages(person: Person) -> list[tuple[int, Marriage]]:
    """The marriages that could have had an effect: a woman's, or of one whose sex is not known, before October 1957."""
    if person.sex == "male":
        return []
    limit = turning_day("act_1957")
    return [
        (number, marriage)
        for number, marriage in enumerate(person.marriages or ())
        if (marriage.since.first if marriage.since else marriageable_from(person)) < limit
    ]


def _when(history: History, person: Person, marriage: Marriage) -> Span:
    return marriage.since or Span(marriageable_from(person), history.today.last)


def _husband(history: History, person: Person, marriage: Marriage, when: Span, number: int) -> Finding:
    """Was the husband a citizen on the wedding day?"""
    who, path = history.who(person.id), f"people.{person.id}.marriages.{number}"
    if marriage.to is None:
        return unknown(say("{who}: the spouse is not known", who=who), f"{path}.to")
    return history.citizen_on(marriage.to, when)


def _papers(history: History, person: Person, marriage: Marriage, effect: Finding, number: int) -> Finding:
    """What the marriage did, gain or loss, is for a person where the only papers are doubted, or it was annulled."""
    who, path = history.who(person.id), f"people.{person.id}.marriages.{number}"
    if marriage.ended_by == "annulment":
        void = say("{who}: the marriage was annulled: did it ever change a citizenship?", who=who)
        effect = all_of(effect, officer(void, path))
    said = say("{who}: the papers for the marriage are doubted: do they prove it?", who=who)
    return doubt(marriage.evidence, effect, said, path)


def _of_a_woman(history: History, person: Person, finding: Finding) -> Finding:
    """What a marriage did holds for a woman only: where the sex is not known, neither is what it did."""
    if person.sex is not None or finding.answer is NOT_MET:
        return finding
    who = history.who(person.id)
    said = say("{who}: marriage changed only a woman's citizenship, and the sex is not known", who=who)
    return all_of(finding, unknown(said, f"people.{person.id}.sex"))


def _by_law_of_day(history: History, person: Person, when: Span, finding: Finding, number: int) -> Finding:
    """The finding under the Act of 1879; before it, and from 1949 to 1957, for a person; the day not known: unknown."""
    if finding.answer is NOT_MET:
        return finding
    act_1879, act_1948, act_1957 = turning_day("act_1879"), turning_day("act_1948"), turning_day("act_1957")
    who, path = history.who(person.id), f"people.{person.id}.marriages.{number}"
    if within(when, act_1879, act_1948):
        return finding
    if when.first >= act_1948 and when.last < act_1957:
        said = say(
            "{who}: married between 1949 and 1957, when the test is not settled: did the marriage change the "
            "citizenship?",
            who=who,
        )
        return all_of(finding, officer(said, path, law=LAW_1948))
    if when.last < act_1879:
        said = say(
            "{who}: married before 8 January 1880: did the marriage change the citizenship by the customary law of "
            "that time?",
            who=who,
        )
        return all_of(finding, officer(said, path))
    said = say("{who}: the day of the marriage is not known exactly", who=who)
    return all_of(finding, unknown(said, f"{path}.from"))
