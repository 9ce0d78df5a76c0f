"""Facts from a JSON object: every key, type and reference is checked, and a fault is told with its path."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date
from functools import lru_cache
from typing import Final, TypeVar

from rules import facts as f
from rules.dates import Span, span

# Far above any real family; a hostile case is refused before it costs time or stack.
MOST_PEOPLE: Final = 1000
MOST_ITEMS: Final = 500
MOST_ENTRIES: Final = 5000
MOST_GENERATIONS: Final = 40
_LONGEST_TEXT: Final = 2000
_LONGEST_KEY: Final = 80
_HALF_CHARACTER: Final = re.compile("[\ud800-\udfff]")
_AREA: Final = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_WHOLE_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

T = TypeVar("T")
Reader = Callable[[object], T]


class FactsError(ValueError):
    """The facts are not what the schema says. `path` says where, `message` what."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.path = path
        self.message = message

    def under(self, place: str) -> FactsError:
        """The same fault, told from further up: what was read stands at this place."""
        return FactsError(f"{place}.{self.path}" if self.path else place, self.message)


def parse(case: Mapping[str, object]) -> f.Facts:
    """The facts of one case. FactsError where the object is not a case."""
    given = _object(case, _CASE)
    applicant = _at("applicant", _text, given.get("applicant"))
    people = _at("people", _object, given.get("people"))
    if len(people) > MOST_PEOPLE:
        raise FactsError("people", f"more than {MOST_PEOPLE} people")
    persons = {key: _person(key, value) for key, value in people.items()}
    if applicant not in persons:
        raise FactsError("applicant", "is not among the people")
    _check_references(persons)
    _check_generations(persons)
    return f.Facts(applicant, persons, _at("as_of", _day, given.get("as_of")))


def _at(place: str, read: Reader[T], value: object) -> T:
    """Read what stands at a place. Nothing below knows where it stands: a path is made only for a fault."""
    try:
        return read(value)
    except FactsError as error:
        raise error.under(place) from error


_CASE: Final = frozenset({"as_of", "applicant", "people"})


def _object(value: object, keys: Set[str] | None = None) -> Mapping[str, object]:
    if keys is not None and type(value) is dict and value.keys() <= keys:
        return value
    if not isinstance(value, Mapping):
        raise FactsError("", "must be an object")
    for key in value:
        if not isinstance(key, str):
            raise FactsError("", "keys must be text")
        if keys is not None and key not in keys:
            shown = key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}…"
            raise FactsError(shown, "is not a known fact")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise FactsError("", "must be text")
    if len(value) > _LONGEST_TEXT:
        raise FactsError("", f"is longer than {_LONGEST_TEXT} characters")
    if not value.isascii() and _HALF_CHARACTER.search(value):
        raise FactsError("", "has half a character in it")
    return value


def _yes_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise FactsError("", "must be true, false or null")
    return value


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise FactsError("", "must be a whole number from 0")
    return value


# Cases name the same days and places again and again. What is kept is short: a fault is never kept.
_known_span: Final = lru_cache(maxsize=8192)(span)


def _span(value: object) -> Span:
    try:
        return _known_span(_text(value))
    except ValueError as error:
        if isinstance(error, FactsError):
            raise
        raise FactsError("", f"is not a date: {error}") from error


def _day(value: object) -> date | None:
    if value is None:
        return None
    text = _text(value)
    if _WHOLE_DAY.fullmatch(text) is None:
        raise FactsError("", "must be a whole date such as 2024-05-10")
    return _span(text).first


def _pattern(pattern: re.Pattern[str], what: str) -> Reader[str]:
    @lru_cache(maxsize=1024)
    def known(text: str) -> str:
        if pattern.fullmatch(text) is None:
            raise FactsError("", f"must be {what}")
        return text

    return lambda value: known(_text(value))


def _one_of(*words: str) -> Reader[str]:
    known = frozenset(words)

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in known:
            raise FactsError("", "must be one of: " + ", ".join(words))
        return value

    return read


def _many(one: Reader[T]) -> Reader[tuple[T, ...]]:
    def read(value: object) -> tuple[T, ...]:
        if not isinstance(value, (list, tuple)) and (isinstance(value, str) or not isinstance(value, Sequence)):
            raise FactsError("", "must be a list or null")
        if len(value) > MOST_ITEMS:
            raise FactsError("", f"has more than {MOST_ITEMS} entries")
        found: list[T] = []
        try:
            for item in value:
                found.append(one(item))  # how many are read says where a fault stands
        except FactsError as error:
            raise error.under(str(len(found))) from error
        return tuple(found)

    return read


def _record(kind: type[T], fields: Mapping[str, tuple[str, Reader[object]]], *required: str) -> Reader[T]:
    """A reader of an object: JSON key -> (name of the field, reader of its value)."""
    keys = frozenset(fields)

    def read(value: object) -> T:
        given = _object(value, keys)
        for key in required:
            if given.get(key) is None:
                raise FactsError(key, "is needed here")
        return f.made(kind, _fields(given, fields))

    return read


def _fields(given: Mapping[str, object], fields: Mapping[str, tuple[str, Reader[object]]]) -> dict[str, object]:
    """The values that are given, by the names of their fields."""
    found = {}
    key = ""
    try:
        for key, value in given.items():
            if value is not None:
                name, read = fields[key]
                found[name] = read(value)
    except FactsError as error:
        raise error.under(key) from error
    return found


_area = _pattern(_AREA, "an area code such as RO-CJ, or a country code such as RO")
_country = _pattern(_COUNTRY, "a country code such as RO")
_evidence = _many(
    _record(
        f.Evidence,
        {
            "kind": ("kind", _text),
            "document": ("document", _text),
            "standing": ("standing", _one_of("verified", "readable", "claimed", "doubted")),
        },
        "kind",
    )
)
_papers: dict[str, tuple[str, Reader[object]]] = {"evidence": ("evidence", _evidence)}
_period: dict[str, tuple[str, Reader[object]]] = {"from": ("since", _span), "to": ("to", _span)}
_acquired = _one_of(
    "birth", "adoption", "naturalisation", "renaturalisation", "declaration", "marriage", "legitimation",
    "annexation", "presumption", "other",
)  # fmt: skip
_lost = _one_of(
    "trianon", "armistice_1945", "absence", "marriage", "legitimation", "dismissal", "renunciation", "deprivation",
    "resettlement", "exchange", "withdrawal", "naturalisation_abroad", "other",
)  # fmt: skip
_happened = _one_of(
    "emigrated", "returned", "absence_interrupted", "passport_expired", "naturalised_abroad", "legitimated",
    "acknowledged", "option", "resettled", "exchanged", "deprived", "dismissed", "renounced", "withdrawn",
    "declared", "oath",
)  # fmt: skip
_PERSON: Final[dict[str, tuple[str, Reader[object]]]] = {
    "name": ("name", _text),
    "sex": ("sex", _one_of("female", "male")),
    "born": (
        "born",
        _record(f.Birth, {"on": ("on", _span), "place": ("place", _text), "area": ("area", _area)}),
    ),
    "died": ("died", _span),
    "parents": (
        "parents",
        _many(
            _record(
                f.ParentTie,
                {"person": ("person", _text), "by": ("by", _one_of("birth", "adoption")), "on": ("on", _span)}
                | _papers,
                "person",
            )
        ),
    ),
    "parents_married": ("parents_married", _yes_no),
    "children": ("children", _many(_text)),
    "citizenships": (
        "citizenships",
        _many(
            _record(
                f.Citizenship,
                {
                    "country": ("country", _country),
                    "acquired_by": ("acquired_by", _acquired),
                    "lost_by": ("lost_by", _lost),
                }
                | _period
                | _papers,
                "country",
            )
        ),
    ),
    "citizenship_promised": ("citizenship_promised", _yes_no),
    "residences": (
        "residences",
        _many(
            _record(
                f.Residence,
                {
                    "country": ("country", _country),
                    "area": ("area", _area),
                    "kind": ("kind", _one_of("domicile", "stay")),
                }
                | _period
                | _papers,
                "country",
            )
        ),
    ),
    "marriages": (
        "marriages",
        _many(
            _record(
                f.Marriage,
                {
                    "to": ("to", _text),
                    "from": ("since", _span),
                    "until": ("until", _span),
                    "ended_by": ("ended_by", _one_of("death", "divorce", "annulment")),
                }
                | _papers,
            )
        ),
    ),
    "refugee": ("refugee", _yes_no),
    "capacity": ("capacity", _one_of("full", "limited", "none")),
    "hungarian": ("hungarian", _one_of("shown", "partly", "claimed", "none")),
    "convictions": ("convictions", _one_of("none", "spent", "unspent")),
    "prosecution": ("prosecution", _yes_no),
    "prosecution_abroad": ("prosecution_abroad", _yes_no),
    "security_objection": ("security_objection", _yes_no),
    "livelihood": ("livelihood", _yes_no),
    "home": ("home", _yes_no),
    "exam": ("exam", _one_of("passed", "not_passed")),
    "hungarian_diploma": ("hungarian_diploma", _yes_no),
    "hungarian_diploma_country": ("hungarian_diploma_country", _country),
    "oath": ("oath", _one_of("taken", "refused", "not_yet")),
    "grant": (
        "grant",
        _record(
            f.Grant,
            {
                "on": ("on", _span),
                "summons_delivered": ("summons_delivered", _span),
                "oath_due": ("oath_due", _span),
                "place_changes": ("place_changes", _count),
                "identity_matches": ("identity_matches", _yes_no),
                "own_fault": ("own_fault", _yes_no),
            },
        ),
    ),
    "wants": ("wants", _record(f.Wants, {"renounce": ("renounce", _yes_no)})),
    "domicile_right": (
        "domicile_right",
        _many(_record(f.DomicileRight, {"place": ("place", _text), "area": ("area", _area)} | _period | _papers)),
    ),
    "events": (
        "events",
        _many(
            _record(
                f.Event,
                {
                    "kind": ("kind", _happened),
                    "on": ("on", _span),
                    "country": ("country", _country),
                    "by": ("by", _text),
                }
                | _papers,
                "kind",
            )
        ),
    ),
    "health_exempt": ("health_exempt", _yes_no),
    "important_interest": ("important_interest", _yes_no),
    "applies_with": ("applies_with", _many(_text)),
    "consent_of": ("consent_of", _many(_text)),
    "custody": ("custody", _many(_text)),
    "probable_origin": ("probable_origin", _yes_no),
    "spouse_statement": ("spouse_statement", _yes_no),
    "registered_in_hungary": ("registered_in_hungary", _yes_no),
    "acquired_by_fraud": (
        "acquired_by_fraud",
        _record(
            f.Fraud,
            {"acquired_on": ("acquired_on", _span), "false_statement": ("false_statement", _yes_no)},
        ),
    ),
}
_KEYS: Final = frozenset(_PERSON)


def _person(key: str, value: object) -> f.Person:
    _at("people", _text, key)
    try:
        found = _fields(_object(value, _KEYS), _PERSON)
    except FactsError as error:
        raise error.under(f"people.{key}") from error
    found["id"] = key
    return f.made(f.Person, found)


def _check_references(people: Mapping[str, f.Person]) -> None:
    entries = 0
    for key, person in people.items():
        lists = (person.citizenships, person.events, person.marriages, person.residences, person.domicile_right)
        entries += sum([len(each) for each in lists if each])
        if entries > MOST_ENTRIES:
            raise FactsError("people", f"more than {MOST_ENTRIES} entries in their lists")
        for number, tie in enumerate(person.parents or ()):
            if tie.person not in people:
                raise FactsError(f"people.{key}.parents.{number}.person", "is not among the people")
        for number, marriage in enumerate(person.marriages or ()):
            if marriage.to is not None and marriage.to not in people:
                raise FactsError(f"people.{key}.marriages.{number}.to", "is not among the people")
        if len(person.birth_parents() or ()) > 2:  # noqa: PLR2004 - two parents by birth
            raise FactsError(f"people.{key}.parents", "names more than two parents by birth")


def _check_generations(people: Mapping[str, f.Person]) -> None:
    """Nobody is their own ancestor, and no line is longer than any real one."""
    height: dict[str, int] = {}
    waiting = {key: {tie.person for tie in person.parents or ()} for key, person in people.items()}
    while waiting:
        ready = [key for key, parents in waiting.items() if not parents & waiting.keys()]
        if not ready:
            raise FactsError(f"people.{min(waiting)}.parents", "somebody would be their own ancestor")
        for key in ready:
            parents = waiting.pop(key)
            height[key] = 1 + max((height[parent] for parent in parents), default=0)
            if height[key] > MOST_GENERATIONS:
                raise FactsError(f"people.{key}.parents", f"more than {MOST_GENERATIONS} generations")
