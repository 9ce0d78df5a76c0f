"""Laws of the assessment itself: silence, evidence, order, citations, and what an open answer must say."""

import copy
from datetime import date, timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import rules
from rules.people import split
from tests.property.setting import lived, reachable
from tests.property.test_rules import cases, outcomes

# Whole families shrink for minutes; the case that fails is shown as it was drawn.
QUICK = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
SETTLED = {"met", "not_met"}
# The days on which a wording comes or goes since 1993, and the days before.
TURNS = sorted(
    day - timedelta(days=before)
    for rule in rules.RULES
    for day in (rule.since, rule.until and rule.until + timedelta(days=1))
    if day is not None and date(1993, 1, 1) <= day
    for before in (0, 1)
)
LISTS = ("citizenships", "events", "marriages", "residences", "domicile_right")
# Silence about these has a meaning of its own: alive, nothing pending abroad, no reliance on a probable origin; and
# where nothing else is listed, nothing else made or unmade a citizen, and parents have custody by law. A birthday may
# contradict the rest of a life, and the sex of a parent that of the other one.
SPEAKING_SILENCE = {
    "custody", "acquired_by_fraud", "died", "born", "probable_origin", "prosecution_abroad", "events", "domicile_right", "marriages", "parents",
}  # fmt: skip


def answers(case):
    return {(route.route, each.id): each.answer for route in rules.assess(case).routes for each in route.conditions}


def without(case, who, fact):
    person = {key: value for key, value in case["people"][who].items() if key != fact}
    return {**case, "people": {**case["people"], who: person}}


COUPLES = ({"father", "mother"}, {"grandfather", "grandmother"})


def tells_nothing(case, who, fact):
    """A fact whose absence is told by more than 'unknown'."""
    value = case["people"][who][fact]
    if fact == "sex" and any(who in couple for couple in COUPLES):
        return True
    if value is None or fact in SPEAKING_SILENCE:
        return True
    return fact == "citizenships" and any(entry["country"] == "HU" for entry in value)


@QUICK
@given(cases, st.randoms(use_true_random=False))
def test_what_known_facts_settled_no_other_fact_turns(case, random):
    """Taken away, a fact leaves 'unknown' or the same answer: never the opposite one."""
    full = answers(case)
    told = [
        (who, fact) for who, person in case["people"].items() for fact in person if not tells_nothing(case, who, fact)
    ]
    for who, fact in random.sample(told, min(8, len(told))):
        for place, answer in answers(without(case, who, fact)).items():
            # Whoever is not registered in Hungary lives abroad, until residences are listed that leave it open.
            if answer in SETTLED and (fact, place[1]) != ("residences", "lives_abroad"):
                assert full[place] == answer, (who, fact, place)


@QUICK
@given(cases, st.randoms(use_true_random=False))
def test_verified_evidence_never_harms(case, random):
    """Where nothing was doubted it changes nothing; where something was, what was settled stays settled."""
    better = copy.deepcopy(case)
    records = [record for person in better["people"].values() for kind in LISTS for record in person.get(kind) or ()]
    for record in random.sample(records, min(3, len(records))):
        before, had = answers(better), record.get("evidence") or []
        record["evidence"] = [*had, {"kind": "civil_record", "standing": "verified"}]
        for place, answer in answers(better).items():
            if not had or before[place] in SETTLED:
                assert answer == before[place], (record, place)


def shuffled(value, random):
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {key: shuffled(value[key], random) for key in keys}
    if isinstance(value, list):
        items = [shuffled(item, random) for item in value]
        random.shuffle(items)
        return items
    return value


@QUICK
@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_people_facts_and_lists_changes_nothing(case, random):
    turned = shuffled(case, random)

    assert answers(turned) == answers(case)
    assert {each.path.split(".")[1] for each in rules.questions(turned)} == {
        each.path.split(".")[1] for each in rules.questions(case)
    }


@settings(QUICK, max_examples=120)
@given(cases, st.dates(date(1993, 1, 1), date(2027, 12, 31)) | st.sampled_from(TURNS))
def test_every_condition_cites_the_wording_in_force_and_says_why(case, day):
    """Of applications from the year of the Act to 2027, and on both sides of every change of a wording."""
    assessed = rules.assess(case, day)
    for route in assessed.routes:
        assert route.conditions
        for condition in route.conditions:
            wording = rules.BUILT_IN.wording(condition.id, assessed.as_of)
            assert wording is not None
            assert wording.in_force(assessed.as_of)
            assert condition.since == wording.since <= assessed.as_of
            assert set(wording.cites) <= set(condition.law)
            assert condition.because, condition.id


@QUICK
@given(cases)
def test_every_open_answer_names_facts_and_every_person_a_question(case):
    for route in rules.assess(case).routes:
        for condition in route.conditions:
            if condition.answer == "not_met":
                assert condition.would_change, condition
            if condition.answer == "unknown":
                assert condition.missing, condition
            if condition.answer == "officer":
                assert condition.would_change, condition
                assert any(reason.render("en").endswith("?") for reason in condition.because), condition
            for path in (*condition.missing, *condition.would_change):
                person, fact = split(case["people"], path)
                assert path == "as_of" or (person and fact), path


@QUICK
@given(cases)
def test_outcomes_follow_from_the_conditions(case):
    rank = ("not_met", "unknown", "officer", "met")
    for route in rules.assess(case).routes:
        assert route.outcome == min((each.answer for each in route.conditions), key=rank.index)


@QUICK
@given(cases)
def test_a_route_that_is_settled_asks_nothing_and_an_unknown_one_something(case):
    asked = {route for question in rules.questions(case) for route in question.routes}
    for route, outcome in outcomes(case).items():
        assert (outcome != "not_met") or route not in asked
        assert (outcome != "unknown") or route in asked


def told(assessed):
    """Each condition of all routes once, with one of its routes, but where the facts go round in a circle."""
    found = {}
    for route in assessed.routes:
        for condition in route.conditions:
            if not any("in a circle" in reason.message_id for reason in condition.because):
                found.setdefault(condition.id, (route.route, condition))
    return found.values()


YEARS = ("2012-06-01", "2019-12-31", "2024-03-01", "2026-01-01")


def recent(case, random):
    """Lives in their order, filed under the Act of 1993: before it there was little to ask."""
    late = case["as_of"] >= "1993-10-01"
    day = case["as_of"] if late and random.random() < 0.3 else random.choice(YEARS)
    return lived({**case, "as_of": day})


@settings(QUICK, max_examples=40)
@given(cases, st.randoms(use_true_random=False))
def test_setting_exactly_what_would_change_an_answer_changes_it(case, random):
    """Of every condition not met or unknown, whatever the number of facts; and each of several facts is needed.

    Needed: with all of them an answer can be reached that no part of them reaches.
    """
    case = recent(case, random)
    for route, condition in told(rules.assess(case)):
        if condition.answer in ("not_met", "unknown"):
            reached = reachable(case, route, condition.id, condition.would_change, random)
            assert reached, condition
            for path in condition.would_change if len(condition.would_change) > 1 else ():
                rest = [other for other in condition.would_change if other != path]
                assert not reached <= reachable(case, route, condition.id, rest, random), (path, condition)


@settings(QUICK, max_examples=40)
@given(cases, st.randoms(use_true_random=False))
def test_setting_all_that_is_missing_changes_an_unknown_answer(case, random):
    case = recent(case, random)
    for route, condition in told(rules.assess(case)):
        if condition.answer == "unknown":
            assert reachable(case, route, condition.id, condition.missing, random, enough=1), condition
