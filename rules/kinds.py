"""What can be said of each fact: a yes or no, a day, a choice, a list. For whoever asks facts one by one.

The same table as in `rules.reading`, told as data; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value.

    form: yes_no, choice (of `choices`), day (whole), partial_day, count, text, country, area, person, people (a list
    of persons), record (of `parts`) or list (of records of `parts`).
    """

    form: str
    choices: tuple[str, ...] = ()
    parts: Mapping[str, Kind] = field(default_factory=dict)


YES_NO: Final = Kind("yes_no")
DAY: Final = Kind("day")
PARTIAL: Final = Kind("partial_day")
TEXT: Final = Kind("text")
COUNTRY: Final = Kind("country")
AREA: Final = Kind("area")
PERSON: Final = Kind("person")
PEOPLE: Final = Kind("people")


def _choice(*words: str) -> Kind:
    return Kind("choice", words)


def _list(**parts: Kind) -> Kind:
    return Kind("list", parts={name.removesuffix("_"): kind for name, kind in parts.items()})


def _record(**parts: Kind) -> Kind:
    return Kind("record", parts=parts)


_ACQUIRED: Final = _choice(
    "birth", "adoption", "naturalisation", "renaturalisation", "declaration", "marriage", "legitimation",
    "annexation", "presumption", "other",
)  # fmt: skip
_LOST: Final = _choice(
    "trianon", "armistice_1945", "absence", "marriage", "legitimation", "dismissal", "renunciation", "deprivation",
    "resettlement", "exchange", "withdrawal", "naturalisation_abroad", "other",
)  # fmt: skip
_HAPPENED: Final = _choice(
    "emigrated", "returned", "absence_interrupted", "passport_expired", "naturalised_abroad", "legitimated",
    "acknowledged", "option", "resettled", "exchanged", "deprived", "dismissed", "renounced", "withdrawn",
    "declared", "oath",
)  # fmt: skip

# Facts that matter for anybody of a family; the others are asked of the applicant.
OF_ANYBODY: Final[Mapping[str, Kind]] = {
    "sex": _choice("female", "male"),
    "born": _record(on=PARTIAL, place=TEXT, area=AREA),
    "died": PARTIAL,
    "parents": _list(person=PERSON, by=_choice("birth", "adoption"), on=PARTIAL),
    "parents_married": YES_NO,
    "citizenships": _list(country=COUNTRY, from_=PARTIAL, to=PARTIAL, acquired_by=_ACQUIRED, lost_by=_LOST),
    "marriages": _list(
        to=PERSON, from_=PARTIAL, until=PARTIAL, ended_by=_choice("death", "divorce", "annulment")
    ),
    "residences": _list(
        country=COUNTRY, area=AREA, from_=PARTIAL, to=PARTIAL, kind=_choice("domicile", "stay")
    ),
    "domicile_right": _list(place=TEXT, area=AREA, from_=PARTIAL, to=PARTIAL),
    "events": _list(kind=_HAPPENED, on=PARTIAL, country=COUNTRY, by=PERSON),
    "children": PEOPLE,
    "citizenship_promised": YES_NO,
    "refugee": YES_NO,
    "capacity": _choice("full", "limited", "none"),
}  # fmt: skip
OF_APPLICANTS: Final[Mapping[str, Kind]] = {
    "hungarian": _choice("shown", "partly", "claimed", "none"),
    "convictions": _choice("none", "spent", "unspent"),
    "prosecution": YES_NO,
    "prosecution_abroad": YES_NO,
    "security_objection": YES_NO,
    "livelihood": YES_NO,
    "home": YES_NO,
    "exam": _choice("passed", "not_passed"),
    "hungarian_diploma": YES_NO,
    "hungarian_diploma_country": COUNTRY,
    "oath": _choice("taken", "refused", "not_yet"),
    "grant": _record(
        on=PARTIAL,
        summons_delivered=PARTIAL,
        oath_due=PARTIAL,
        place_changes=Kind("count"),
        identity_matches=YES_NO,
        own_fault=YES_NO,
    ),
    "wants": _record(renounce=YES_NO),
    "health_exempt": YES_NO,
    "important_interest": YES_NO,
    "applies_with": PEOPLE,
    "consent_of": PEOPLE,
    "custody": PEOPLE,
    "probable_origin": YES_NO,
    "spouse_statement": YES_NO,
    "registered_in_hungary": YES_NO,
    "acquired_by_fraud": _record(acquired_on=PARTIAL, false_statement=YES_NO),
}
KINDS: Final[Mapping[str, Kind]] = {**OF_ANYBODY, **OF_APPLICANTS}


def kind_of(fact: str) -> Kind | None:
    """The kind of a fact of a person ('born.on', 'citizenships', 'citizenships.0.from'); None where there is none."""
    first, *rest = fact.split(".")
    kind = KINDS.get(first)
    if kind is not None and kind.form == "list" and rest and rest[0].isdecimal():
        rest = rest[1:]
        kind = Kind("record", parts=kind.parts)
    for step in rest:
        kind = kind.parts.get(step) if kind is not None and kind.form == "record" else None
    return kind


def single_facts(kinds: Mapping[str, Kind] = KINDS) -> Iterator[str]:
    """Every fact that is asked in one question: parts of records apart, lists as a whole."""
    for name, kind in kinds.items():
        if kind.form == "record":
            yield from (f"{name}.{part}" for part in kind.parts)
        else:
            yield name
