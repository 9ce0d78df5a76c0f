"""The form of the sandbox: an input by kind for each fact that is tried out, and the way back to facts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import rules
from applications.admin.trial_family import Imagined, ties
from applications.admin.trial_inputs import Chosen, Said, Several, made, plain
from applications.admin.trial_words import fault_words, part_words
from applications.assessment.facts import Facts
from applications.assessment.trial import fault
from rules.kinds import Kind, kind_of
from rules.names import fact_name, person_name, value_words
from rules.people import split

MOST = 60
NONE = "none"
DAY = Kind("day")


@dataclass(frozen=True)
class Asked:
    """One fact that can be changed: path, kind, its words, what stands, whom it serves, and its fields.

    ``entries`` are the fields of each entry of a list, the last one empty.
    """

    path: str
    kind: Kind
    words: str
    stands: str
    serves: str
    fields: list[str] = field(default_factory=list)
    entries: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True)
class Drawn:
    """A fact as the template prints it."""

    asked: Asked
    fields: Sequence[forms.BoundField]
    entries: Sequence[Sequence[forms.BoundField]]


class TrialForm(forms.Form):
    """The facts at ``paths`` as they stand, to be changed; ``added`` is the path of one more."""

    added = Said(
        label=gettext_lazy("Another fact"),
        help_text=gettext_lazy("Choose from the list or write a path such as people.p12.born.on."),
        widget=forms.TextInput(attrs={"list": "all-facts", "autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        raw: Facts,
        paths: Iterable[str],
        serves: Mapping[str, str],
        language: str,
        family: Imagined | None = None,
    ) -> None:
        sent = data.copy() if data is not None else None
        super().__init__(sent)
        self.family = family or Imagined(raw)
        self.raw, self.language = self.family.raw, language
        self.facts = rules.parse(self.raw)
        self.people = [(key, person_name(self.facts, key, language)) for key in self.facts.people]
        self.ask_family(raw)
        self.asked: dict[str, Asked] = {}
        self.changes: dict[str, object] = {}
        for path in [*paths, *self.family.paths]:
            if path not in self.family.fixed:
                self.ask(path, serves.get(path, ""))
        if sent is not None and self.family.fresh:
            self.restate(sent, f"people.{self.family.fresh}.parents")
            sent["parent_of"] = ""
        self.refused_path = sent is not None and not self.add(sent, serves)

    def ask_family(self, raw: Facts) -> None:
        """Add the inputs for somebody new and for ties that are left out."""
        self.fields["parent_of"] = Chosen(
            label=_("Add a parent of"),
            help_text=_("Somebody this case does not know, such as another great-grandfather."),
            choices=[("", _("Nobody")), *self.people],
        )
        offered = list(ties(raw, self.language))
        self.fields["without"] = Several(
            label=_("Leave out these ties"), choices=offered, widget=forms.CheckboxSelectMultiple
        )

    def restate(self, sent: QueryDict, path: str) -> None:
        """Put what the facts say now in the place of what was sent for a list before somebody joined it."""
        for name in [name for name in sent if name == path or name.startswith(f"{path}.")]:
            sent.pop(name)
        self.fill(sent, {name for name in self.fields if name.startswith(f"{path}.")})

    def add(self, sent: QueryDict, serves: Mapping[str, str]) -> bool:
        """Add the inputs of one more fact with what stands in them; False where there is no fact of that path."""
        path = sent.get("added", "").strip()
        if not path:
            return True
        there = set(self.fields)
        if not self.ask(path, serves.get(path, "")):
            return False
        self.fill(sent, self.fields.keys() - there)
        sent["added"] = ""
        return True

    def fill(self, sent: QueryDict, names: Iterable[str]) -> None:
        """Send what stands in these inputs along."""
        for name in names:
            initial = self.fields[name].initial
            if isinstance(initial, list):
                sent.setlist(name, initial)
            elif initial not in (None, False):
                sent[name] = "on" if initial is True else str(initial)

    def ask(self, path: str, serves: str = "") -> bool:
        """Add the inputs of a fact; False where there is no such fact."""
        known = False
        for one in single(self.facts, path):
            known = True
            if one not in self.asked and len(self.asked) < MOST:
                self.asked[one] = self.asked_at(one, serves)
        return known

    def asked_at(self, path: str, serves: str) -> Asked:
        """Make the fields of one fact."""
        person, fact = split(self.facts.people, path)
        kind = kind_of(fact) if person else DAY
        if kind is None:
            raise KeyError(path)
        value = given(self.raw, person, fact)
        words, stands = fact_name(self.facts, path, self.language), value_words(self.facts, path, self.language)
        asked = Asked(path, kind, words, stands, serves)
        if kind.form == "list":
            entries = value if isinstance(value, list) else []
            for number, entry in enumerate([*entries, {}]):
                asked.entries.append([])
                for part, each in kind.parts.items():
                    name = f"{path}.{number}.{part}"
                    label = part_words(fact, part, self.language)
                    self.fields[name] = made(each, f"{fact}.{part}", label, entry.get(part), self.people)
                    asked.entries[-1].append(name)
        else:
            name = path
            self.fields[name] = made(kind, fact, words, value, self.people)
            self.fields[name].help_text = serves
            asked.fields.append(name)
        if kind.form in ("list", "people"):
            none = forms.BooleanField(label=_("There are none, and that is known"), required=False, initial=value == [])
            self.fields[f"{path}.{NONE}"] = none
            asked.fields.append(f"{path}.{NONE}")
        return asked

    @property
    def drawn(self) -> list[Drawn]:
        """Return every fact with its bound fields."""
        return [
            Drawn(asked, [self[name] for name in asked.fields], [[self[name] for name in row] for row in asked.entries])
            for asked in self.asked.values()
        ]

    def clean(self) -> dict[str, object]:
        """Have the law read each changed fact alone, then all of them; what it refuses stands beside the input."""
        cleaned = self.cleaned_data
        if self.family.fault:
            self.add_error("parent_of", str(fault_words(self.family.fault)))
        if self.refused_path:
            self.add_error("added", _("There is no such fact. Choose one from the list."))
        self.changes = {
            path: value for path, asked in self.asked.items() if not same(value := self.value_of(asked), self.old(path))
        }
        for path, value in self.changes.items():
            self.refuse(path, fault(self.raw, {path: value}))
        if not self.errors:
            error = fault(self.raw, self.changes)
            if error:
                path = next((each for each in self.changes if error.path.startswith(each)), next(iter(self.changes)))
                self.refuse(path, error)
        return cleaned

    def refuse(self, path: str, error: rules.FactsError | None) -> None:
        """Put what the law says of a fact beside its input."""
        if error is None:
            return
        asked = self.asked[path]
        names = [name for row in asked.entries for name in row] + asked.fields
        place = next((name for name in names if name == error.path), names[0])
        self.add_error(place, str(fault_words(error)))

    def old(self, path: str) -> object:
        """Return what the facts say at a path."""
        return given(self.raw, *split(self.facts.people, path))

    def value_of(self, asked: Asked) -> object:
        """Return the value entered for a fact, as facts write it."""
        cleaned = self.cleaned_data
        if asked.kind.form == "list":
            found = list(self.entries_of(asked))
        elif asked.kind.form == "people":
            found = list(cleaned.get(asked.path) or ())
        else:
            return plain(asked.kind, cleaned.get(asked.path))
        if not found:
            return [] if cleaned.get(f"{asked.path}.{NONE}") else None
        return found

    def entries_of(self, asked: Asked) -> Iterator[dict[str, object]]:
        """Yield the entries of a list that say anything; what has no input (its papers) stays."""
        old = self.old(asked.path)
        before = old if isinstance(old, list) else []
        for number, names in enumerate(asked.entries):
            said = {
                part: plain(kind, self.cleaned_data.get(name))
                for name, (part, kind) in zip(names, asked.kind.parts.items(), strict=True)
            }
            entry = {part: value for part, value in said.items() if value is not None}
            if entry:
                rest = before[number] if number < len(before) else {}
                yield {**{key: value for key, value in rest.items() if key not in asked.kind.parts}, **entry}


def single(facts: rules.Facts, path: str) -> Iterator[str]:
    """Yield the paths asked for one: parts of a record apart, a list as a whole; nothing where there is no such fact."""
    person, fact = split(facts.people, path)
    if path == "as_of":
        yield path
    if person not in facts.people:
        return
    first, _dot, rest = fact.partition(".")
    whole = kind_of(first)
    kind = whole if whole and whole.form == "list" and (not rest or kind_of(fact)) else kind_of(fact)
    if kind is None:
        return
    start = f"people.{person}.{first if kind is whole else fact}"
    if kind.form == "record":
        yield from (f"{start}.{part}" for part in kind.parts)
    else:
        yield start


def given(raw: Mapping[str, object], person: str, fact: str) -> object:
    """Return what raw facts say of a person, or of the case where there is none; None where they say nothing."""
    people = raw["people"]
    value: object = people.get(person) if person and isinstance(people, Mapping) else raw
    for step in fact.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def same(one: object, other: object) -> bool:
    """Whether two values say the same; an entry of a tie without ``by`` is one by birth."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return {key: value for key, value in one.items() if value is not None} == {
            key: value for key, value in other.items() if value is not None
        }
    return one == other
