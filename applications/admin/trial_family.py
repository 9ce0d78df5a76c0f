"""The family of the sandbox: somebody nobody had heard of becomes a parent, a tie is left out; the case stays."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

import rules
from applications.assessment.facts import Facts
from rules.names import fact_name, person_name

MOST_NEW = 12
ASKED_OF_NEW = ("sex", "born.on", "born.place", "born.area", "citizenships")
TIES = {"parents": "person", "marriages": "to"}


@dataclass(frozen=True)
class Imagined:
    """Facts with new people and without some ties.

    ``newcomers``: whose parent each new person is, in the order they came; ``without``: the paths of the ties left
    out (``people.p1.parents.0``); ``fresh``: whose parents changed just now; ``refused``: the newcomer the law did
    not take, told in ``fault``.
    """

    raw: Facts
    newcomers: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    fresh: str = ""
    fault: rules.FactsError | None = None

    @property
    def paths(self) -> list[str]:
        """Return the facts that are asked of everybody new."""
        people = [identity(number) for number in range(1, len(self.newcomers) + 1)]
        return [f"people.{person}.{fact}" for person in people for fact in ASKED_OF_NEW]

    @property
    def touched(self) -> list[str]:
        """Return the lists that are otherwise than in the case: of parents, of marriages."""
        lists = [f"people.{child}.parents" for child in self.newcomers]
        return list(dict.fromkeys([*lists, *(path.rpartition(".")[0] for path in self.without)]))

    @property
    def fixed(self) -> set[str]:
        """Return the lists that are not asked: some of their ties are left out."""
        return {path.rpartition(".")[0] for path in self.without}


def imagined(raw: Facts, sent: QueryDict | None) -> Imagined:
    """Return the facts with the new people and without the ties that were sent."""
    if sent is None:
        return Imagined(raw)
    known = {path for path, _words in ties(raw, "en")}
    without = tuple(path for path in dict.fromkeys(sent.getlist("without")) if path in known)
    newcomers: tuple[str, ...] = ()
    facts = cut(raw, without)
    for child in sent.getlist("newcomer")[:MOST_NEW]:
        larger = joined(facts, child, len(newcomers) + 1)
        if larger is not None and fault_of(larger) is None:
            facts, newcomers = larger, (*newcomers, child)
    child = sent.get("parent_of", "")
    larger = joined(facts, child, len(newcomers) + 1) if len(newcomers) < MOST_NEW else None
    if larger is None:
        return Imagined(facts, newcomers, without)
    fault = fault_of(larger)
    if fault is not None:
        return Imagined(facts, newcomers, without, fault=fault)
    return Imagined(larger, (*newcomers, child), without, fresh=child)


def identity(number: int) -> str:
    """Return the id of a new person; no person of a case has one like it."""
    return f"new-{number}"


def joined(raw: Facts, child: str, number: int) -> Facts | None:
    """Return the facts with one more parent of ``child``; None where nobody of that id is there."""
    facts = deepcopy(raw)
    people = facts["people"]
    if not isinstance(people, dict) or child not in people:
        return None
    name = _("New person %(number)d") % {"number": number}
    people[identity(number)] = {"name": name}
    people[child] = {**people[child], "parents": [*(people[child].get("parents") or ()), {"person": identity(number)}]}
    return facts


def cut(raw: Facts, without: Sequence[str]) -> Facts:
    """Return the facts without these ties; where none is left it is not known who else there was."""
    facts = deepcopy(raw)
    people = facts["people"]
    for path in dict.fromkeys(each.rpartition(".")[0] for each in without):
        person, kind = path.removeprefix("people.").rsplit(".", 1)
        if isinstance(people, dict):
            left = [tie for place, tie in enumerate(people[person].get(kind) or ()) if f"{path}.{place}" not in without]
            people[person] = {key: value for key, value in people[person].items() if key != kind or left}
            if left:
                people[person][kind] = left
    return facts


def fault_of(facts: Facts) -> rules.FactsError | None:
    """Return why the law cannot read these facts; None where it can."""
    try:
        rules.parse(facts)
    except rules.FactsError as error:
        return error
    return None


def ties(raw: Facts, language: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the words of every tie to a parent or spouse that the case itself holds."""
    known = rules.parse(raw)
    people = raw["people"]
    for person, facts in people.items() if isinstance(people, Mapping) else ():
        for kind, other in TIES.items():
            for place, tie in enumerate(facts.get(kind) or ()):
                if tie.get(other):
                    path = f"people.{person}.{kind}"
                    words = f"{fact_name(known, path, language)}: {person_name(known, tie[other], language)}"
                    yield f"{path}.{place}", words
