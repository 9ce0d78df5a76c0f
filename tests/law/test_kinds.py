"""The table of kinds says what the reader of facts takes, and nothing else."""

import pytest

import rules
from rules import reading
from rules.kinds import KINDS, Kind, kind_of, single_facts
from tests.law.families import DESCENT, changed

SAMPLES = {
    "yes_no": True, "partial_day": "1912-05", "count": 2, "text": "Kolozsvár", "country": "RO", "area": "RO-CJ",
    "person": "father", "people": ["father"],
}  # fmt: skip


def sample(kind: Kind) -> object:
    if kind.form == "choice":
        return kind.choices[-1]
    if kind.form in ("record", "list"):
        whole = {part: sample(each) for part, each in kind.parts.items()}
        return [whole] if kind.form == "list" else whole
    return SAMPLES[kind.form]


def test_every_fact_but_the_name_has_a_kind():
    assert set(KINDS) == set(reading._PERSON) - {"name"}


@pytest.mark.parametrize("fact", KINDS)
def test_what_the_table_offers_is_read(fact):
    person = {fact: sample(KINDS[fact])}
    case = {"as_of": "2024-05-10", "applicant": "a", "people": {"a": person, "father": {}}}

    assert getattr(rules.parse(case).people["a"], fact) is not None


@pytest.mark.parametrize(("fact", "kind"), [(fact, kind) for fact, kind in KINDS.items() if kind.form == "choice"])
def test_every_choice_is_read_and_no_other(fact, kind):
    for choice in kind.choices:
        rules.parse(changed(DESCENT, {f"people.applicant.{fact}": choice}))
    with pytest.raises(rules.FactsError) as refused:
        rules.parse(changed(DESCENT, {f"people.applicant.{fact}": "?"}))
    for choice in refused.value.message.removeprefix("must be one of: ").split(", "):
        assert choice in kind.choices


@pytest.mark.parametrize(
    "part", ["citizenships.acquired_by", "citizenships.lost_by", "events.kind", "marriages.ended_by"]
)
def test_every_choice_within_a_list_is_read_and_no_other(part):
    fact, name = part.split(".")
    entry = {**{each: sample(kind) for each, kind in KINDS[fact].parts.items()}, name: "?"}
    with pytest.raises(rules.FactsError) as refused:
        rules.parse(changed(DESCENT, {f"people.applicant.{fact}": [entry]}))
    offered = refused.value.message.removeprefix("must be one of: ").split(", ")

    assert tuple(offered) == KINDS[fact].parts[name].choices


@pytest.mark.parametrize(
    ("fact", "form"),
    [
        ("born.on", "partial_day"),
        ("citizenships", "list"),
        ("citizenships.0", "record"),
        ("citizenships.12.from", "partial_day"),
        ("grant.place_changes", "count"),
    ],
)
def test_the_kind_of_a_path(fact, form):
    assert kind_of(fact).form == form


@pytest.mark.parametrize("fact", ["", "name", "born.when", "citizenships.from", "died.on", "citizenships.0.0", "sex.0"])
def test_there_is_no_such_fact(fact):
    assert kind_of(fact) is None


def test_facts_asked_in_one_question():
    facts = list(single_facts())

    assert "born.on" in facts
    assert "born" not in facts
    assert "citizenships" in facts
    assert all(kind_of(fact) is not None for fact in facts)
