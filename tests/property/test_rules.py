"""Laws that hold for all facts, whatever a family looks like."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rules
from rules.rule import CONDITIONS

SETTLED = {"met", "not_met"}
QUICK = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])

days = st.dates(date(1870, 1, 1), date(2024, 12, 31)).map(date.isoformat)
partial_days = st.one_of(days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]), st.none())
yes_no = st.sampled_from([True, False, None])
areas = st.sampled_from(["HU", "HU-BU", "RO-CJ", "RO", "RO-BV", "SK-KI", "RS-01", "HR-21", "AT-9", "US-OH", None])
countries = st.sampled_from(["HU", "RO", "US", "DE"])
evidence = st.sampled_from([None, [], [{"kind": "x", "standing": "doubted"}], [{"kind": "x", "standing": "verified"}]])


def some(**fields):
    """An object with all these facts; a fact that is null is not known."""
    return st.fixed_dictionaries(fields)


def listed(one, most=2):
    return st.one_of(st.none(), st.lists(one, max_size=most))


citizenship = st.fixed_dictionaries(
    {"country": countries},
    optional={
        "from": partial_days,
        "to": partial_days,
        "acquired_by": st.sampled_from(["birth", "naturalisation", "declaration", "annexation", "marriage", None]),
        "lost_by": st.sampled_from(["trianon", "armistice_1945", "absence", "deprivation", "dismissal", None]),
        "evidence": evidence,
    },
)
event = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(
            ["emigrated", "returned", "passport_expired", "naturalised_abroad", "legitimated", "option", "dismissed",
             "deprived", "resettled", "exchanged", "withdrawn", "acknowledged", "declared"]
        )
    },
    optional={
        "on": partial_days,
        "country": countries,
        "by": st.sampled_from(["father", "1939:XIII", "1948:LX", "7970/1946", "12330/1945", "?"]),
        "evidence": evidence,
    },
)  # fmt: skip
residence = st.fixed_dictionaries(
    {"country": countries},
    optional={
        "from": partial_days,
        "to": partial_days,
        "kind": st.sampled_from(["domicile", "stay", None]),
        "area": st.sampled_from(["HU-BU", "RO-CJ", "SK-KI", "RS-01", None]),
        "evidence": evidence,
    },
)
PEOPLE = ("applicant", "father", "mother", "grandfather", "grandmother", "spouse", "child")
FACTS = (
    "hungarian",
    "capacity",
    "convictions",
    "prosecution",
    "security_objection",
    "livelihood",
    "home",
    "exam",
    "hungarian_diploma",
    "hungarian_diploma_country",
    "health_exempt",
    "refugee",
    "important_interest",
    "applies_with",
    "consent_of",
    "residences",
    "children",
    "citizenship_promised",
    "registered_in_hungary",
    "wants",
    "acquired_by_fraud",
    "custody",
)


def person(parents, spouse):
    adopted = [*parents, {"person": "spouse", "by": "adoption", "on": "2015-01-01"}] if parents else parents
    return some(
        sex=st.sampled_from(["female", "male", None]),
        born=some(on=partial_days, area=areas),
        died=partial_days,
        parents=st.sampled_from([None, [], parents, parents[:1], adopted]),
        parents_married=yes_no,
        citizenships=listed(citizenship),
        events=listed(event, 3),
        domicile_right=listed(some(area=areas, **{"from": partial_days, "to": partial_days})),
        marriages=listed(some(to=st.just(spouse), **{"from": partial_days, "until": partial_days})),
        residences=listed(residence, 3),
        hungarian=st.sampled_from(["shown", "partly", "claimed", "none", None]),
        capacity=st.sampled_from(["full", "none", None]),
        convictions=st.sampled_from(["none", "spent", "unspent", None]),
        prosecution=yes_no,
        security_objection=yes_no,
        probable_origin=yes_no,
        spouse_statement=yes_no,
        citizenship_promised=yes_no,
        registered_in_hungary=yes_no,
        wants=some(renounce=yes_no),
        acquired_by_fraud=some(acquired_on=partial_days, false_statement=yes_no),
        custody=st.sampled_from([None, [], ["mother"]]),
        livelihood=yes_no,
        home=yes_no,
        exam=st.sampled_from(["passed", "not_passed", None]),
        hungarian_diploma=yes_no,
        hungarian_diploma_country=st.sampled_from(["HU", "RO", None]),
        health_exempt=yes_no,
        refugee=yes_no,
        important_interest=yes_no,
        children=st.sampled_from([None, [], ["child"]]),
        applies_with=st.sampled_from([None, [], ["father"], ["spouse"]]),
        consent_of=st.sampled_from([None, [], ["father"], ["father", "mother"]]),
    )


ties = [{"person": "father"}, {"person": "mother"}]
elders = [{"person": "grandfather"}, {"person": "grandmother"}]
cases = st.fixed_dictionaries(
    {
        "as_of": st.one_of(days, st.dates(date(2009, 1, 1), date(2033, 12, 31)).map(date.isoformat)),
        "applicant": st.just("applicant"),
        "people": st.fixed_dictionaries(
            {
                "applicant": person(ties, "spouse"),
                "father": person(elders, "mother"),
                "mother": person([], "father"),
                "grandfather": person([], "grandmother"),
                "grandmother": person([], "grandfather"),
                "spouse": person([], "applicant"),
                "child": person([{"person": "applicant"}, {"person": "spouse"}], "father"),
            }
        ),
    }
)


def outcomes(case):
    return {answer.route: answer.outcome for answer in rules.assess(case).routes}


@QUICK
@given(cases)
def test_the_same_facts_have_the_same_answers_in_any_order(case):
    turned = {**case, "people": dict(reversed(case["people"].items()))}

    assert rules.assess(case).as_dict() == rules.assess(turned).as_dict()


@QUICK
@given(cases)
def test_every_answer_cites_a_rule_in_force(case):
    assessed = rules.assess(case)

    for answer in assessed.routes:
        assert answer.conditions
        for condition in answer.conditions:
            wording = next(each for each in CONDITIONS[condition.id] if each.in_force(assessed.as_of))
            assert condition.law[: len(wording.cites)] == wording.cites
            assert condition.because
            assert (condition.answer != "unknown") or condition.missing


@QUICK
@given(cases)
def test_every_reason_can_be_said_in_both_languages(case):
    for answer in rules.assess(case).routes:
        for condition in answer.conditions:
            for reason in condition.because:
                for language in ("en", "hu"):
                    assert "{" not in reason.render(language)


@QUICK
@given(cases, st.sampled_from(FACTS))
def test_taking_a_fact_away_never_counts_against_anybody(case, fact):
    """Where the law says no without the fact, it says no with it as well: silence is not a no."""
    poorer = {
        **case,
        "people": {
            **case["people"],
            "applicant": {key: value for key, value in case["people"]["applicant"].items() if key != fact},
        },
    }
    richer, without = outcomes(case), outcomes(poorer)

    for route, outcome in without.items():
        if outcome in SETTLED:
            assert richer[route] == outcome


@QUICK
@given(cases, st.sampled_from(PEOPLE), days)
def test_a_more_exact_birthday_never_turns_a_settled_answer(case, who, day):
    """What holds for every day of a partial date holds for each of them."""

    def born(on):
        place = (case["people"][who].get("born") or {}).get("area")
        return {**case, "people": {**case["people"], who: {**case["people"][who], "born": {"on": on, "area": place}}}}

    vague, sharp = outcomes(born(day[:4])), outcomes(born(day))

    for route, outcome in vague.items():
        if outcome in SETTLED:
            assert sharp[route] == outcome


@QUICK
@given(cases)
def test_a_citizenship_by_birth_that_nothing_ended_is_held_whatever_the_family(case):
    own = [{"country": "HU", "from": "1860-01-01", "acquired_by": "birth"}]
    sure = {**case, "people": {**case["people"], "applicant": {"citizenships": own, "sex": "male"}}}

    assert outcomes(sure)["citizen"] == "met"


@QUICK
@given(cases)
def test_what_takes_citizenship_is_decided_by_a_person(case):
    found = outcomes(case)

    assert found["withdrawal"] != "met"
    assert found["suspension"] != "met"
    assert found["declaration_d"] in ("officer", "not_met")


@QUICK
@given(cases)
def test_nobody_who_is_a_citizen_declares_and_nobody_else_renounces(case):
    found = outcomes(case)

    if found["citizen"] == "met":
        assert {found[f"declaration_{letter}"] for letter in "abcd"} == {"not_met"}
    if found["citizen"] == "not_met":
        assert {found["renunciation"], found["withdrawal"], found["suspension"]} == {"not_met"}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["applicant", "people", "as_of", "a"]) | st.text(), inner, max_size=4)
    ),
    max_leaves=12,
)


def refusal(read, value):
    """The error that reading raises, or None."""
    try:
        read(value)
    except rules.FactsError as error:
        return error
    return None


@QUICK
@given(JSON)
def test_any_json_is_read_or_refused_with_a_path(value):
    refused = refusal(rules.parse, value)

    assert refused is None or (isinstance(refused.path, str) and refused.message)
