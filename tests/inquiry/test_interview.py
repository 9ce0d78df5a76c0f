"""What is asked, in which order, and how little of it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rules
from applications.documents.kinds import KIND
from portal.inquiry.facts import MEANING
from portal.inquiry.forms import QuestionForm, heading
from portal.inquiry.interview import MOST_QUESTIONS, RENUNCIATION, ROUTES, interview
from portal.inquiry.links import read, reduced, written
from portal.inquiry.papers import paper_names
from portal.inquiry.question import APPLICANT, Key, Kind
from portal.inquiry.questions import QUESTION, QUESTIONS
from portal.inquiry.result import OTHER_STATE, Result
from rules.names import PAPERS
from tests.inquiry import walking
from tests.inquiry.walking import CITIZENS_CHILD, GRANDCHILD, NO_TIE, PROBABLE, SPOUSE, TODAY, verdicts, walked

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def asked(script) -> list[str]:
    return [key.text for key in walking.result_of(script).done.told]


def test_a_citizens_child_is_one_already_and_is_asked_for_nothing_else():
    found = walking.result_of(CITIZENS_CHILD)

    assert found.is_citizen
    assert not {"language", "record", "spouse", "residence"} & set(asked(CITIZENS_CHILD))
    assert len(found.done.told) <= 8
    assert not found.may_apply


def test_somebody_with_a_hungarian_passport_is_asked_one_question():
    assert asked({"hungarian": {"ever": "now"}}) == ["hungarian"]
    assert verdicts({"hungarian": {"ever": "now"}})["citizen"] == "met"


CITIZEN = {"hungarian": {"ever": "now"}}


@pytest.mark.parametrize(
    ("address", "other", "verdict"),
    [
        ("no", "held", "open"),
        ("no", "promised", "open"),
        ("no", "no", "not_met"),
        ("yes", "held", "not_met"),
        ("no", "", "unknown"),
        ("", "held", "unknown"),
    ],
)
def test_a_citizen_who_asks_learns_whether_citizenship_can_be_renounced(address, other, verdict):
    answers = {"registered": {"is": address} if address else {}, "another": {"has": other} if other else {}}
    found = walking.result_of({**CITIZEN, **answers}, more=True)

    assert found.renouncing.verdict == verdict
    assert [key.text for key in found.done.told][:2] == ["hungarian", "registered"]
    assert len(found.done.told) <= 3
    assert found.is_citizen
    assert not found.warnings


def test_nobody_is_asked_about_renouncing_who_did_not_ask_or_is_no_citizen():
    assert walking.result_of(CITIZEN).renouncing is None
    for script in (NO_TIE, GRANDCHILD, PROBABLE, SPOUSE):
        found = walking.result_of(script, more=True)
        assert found.renouncing is None
        assert not {"registered", "another"} & {key.text for key in found.done.told}


def test_every_way_of_the_law_is_asked_about_or_told():
    told = {each.route for each in walking.result_of(NO_TIE).other_things}
    beside = {"oath", "oath_place_change", "exam_exemption"}

    assert {*ROUTES, RENUNCIATION, OTHER_STATE, *told, *beside} == set(rules.ROUTES)
    assert not told & set(ROUTES)


def test_a_citizens_grandchild_has_a_way_by_descent_and_is_not_asked_for_years_in_hungary():
    found = walking.result_of(GRANDCHILD)

    assert found.best.route == "simplified_descent"
    assert found.best.verdict == "open"
    assert verdicts(GRANDCHILD)["citizen"] == "not_met"
    assert "residence" not in asked(GRANDCHILD)
    assert "mf.citizen" in asked(GRANDCHILD)
    assert len(found.done.told) <= 15
    assert {way.route for way in found.not_asked} >= {"simplified_spouse", "ordinary_8"}
    assert verdicts(GRANDCHILD, more=True)["ordinary_8"] == "not_met"


def test_a_birth_in_the_lands_of_the_kingdom_is_for_a_person_to_weigh():
    found = walking.result_of(PROBABLE)

    assert (found.best.route, found.best.verdict) == ("simplified_descent", "officer")
    assert "mf.came" in asked(PROBABLE)
    assert found.may_apply


@pytest.mark.parametrize("who", ["m", "mf"])
def test_a_family_that_says_it_never_ended_is_not_believed_where_the_border_moved(who):
    stayed = {
        **GRANDCHILD,
        "birth": {"on": "1958", "country": "RO"},
        f"{who}.citizen": {"was": "stayed"},
        "*.ends": {"what": "none"},
        "*.wed": {"whom": "no"},
    }
    there = {"on": "1912", "place": "RO-CJ/Kolozsvár", "country": "RO"}

    for born in ({}, there):
        found = verdicts({**stayed, f"{who}.came": born, f"{who}.birth": born})
        assert (found["citizen"], found["simplified_descent"]) == ("unknown", "open")
    at_home = {"on": "1912", "place": "HU-BU/Budapest", "country": "HU"}
    told_at_home = {
        **stayed,
        f"{who}.came": at_home,
        f"{who}.birth": at_home,
        "m.birth": {"on": "1935"} | (at_home if who == "m" else {}),
    }
    assert verdicts({**told_at_home, "ends": {"what": "none"}})["citizen"] == "met"


def test_somebody_without_any_tie_learns_so_soon():
    nobody = {**NO_TIE, "language": {"level": "none"}, "capacity": {"ruled": "no"}}

    assert set(verdicts(nobody).values()) == {"not_met"}
    assert len(asked(nobody)) <= 13


def test_a_citizens_spouse_has_the_spouses_way():
    found = walking.result_of(SPOUSE)

    assert found.best.route == "simplified_spouse"
    assert found.best.verdict == "open"
    assert len(found.done.told) <= 14


def test_not_knowing_anything_ends_with_nothing_known_and_says_what_would_settle_it():
    found = walking.result_of({})

    assert {way.verdict.value for way in found.ways} == {"unknown"}
    assert len(found.done.told) <= 15
    assert all(way.deciding for way in found.shown)
    assert any(line.settles and line.papers for way in found.shown for line in way.deciding)


def test_a_dismissal_of_the_seventies_can_be_undone_by_declaring():
    once = {**NO_TIE, "hungarian": {"ever": "once"}, "lost": {"how": "dismissal", "on": "1982-03-01"}}

    assert verdicts(once)["declaration_a"] in ("met", "open")


def test_capacity_is_asked_only_where_it_helps():
    assert "capacity" not in asked(NO_TIE)
    assert "capacity" in asked({**NO_TIE, "language": {"level": "none"}})


def test_children_of_foreigners_born_in_hungary_are_asked_for_the_state():
    born_here = {**NO_TIE, "birth": {"on": "2010", "country": "HU"}}

    assert "m.foreign" in asked(born_here)
    assert "m.foreign" not in asked(NO_TIE)


def test_an_answer_that_is_not_asked_for_any_more_falls_away():
    done = walked(lambda key: walking.scripted(GRANDCHILD, key)).told
    changed = interview({**done, Key("m", "up"): {"from": "none"}}, TODAY)

    assert Key("mf", "citizen") in done
    assert Key("mf", "citizen") not in changed.told


# -- any answers ---------------------------------------------------------------------------------

VALUES = {
    Kind.DAY: st.sampled_from(["", "1890", "1912-05", "1956-10-23", "1980-02-29", "2012-12-01", "2024"]),
    Kind.PLACE: st.sampled_from(["", "RO-CJ/Kolozsvár", "HU-BU/Budapest", "/Nowhere", "SK"]),
    Kind.COUNTRY: st.sampled_from(["", "HU", "RO", "SK", "BR", "UA"]),
}


@st.composite
def answers(draw, key):
    question = QUESTION[key.question]
    if draw(st.integers(0, 9)) == 0:
        return {}
    found = {}
    for field in question.fields:
        values = st.sampled_from([value for value, _ in field.options]) if field.options else VALUES[field.kind]
        found[field.name] = draw(values)
    if any(not found[field.name] and not field.optional for field in question.fields):
        return {}
    return {name: value for name, value in found.items() if value}


@SLOW
@given(st.data(), st.booleans())
def test_any_answers_come_to_an_end_within_the_limit_and_to_a_result(data, more):
    done = walked(lambda key: data.draw(answers(key), label=key.text), more=more)
    found = Result(done, more=more)

    assert len(done.told) <= MOST_QUESTIONS
    assert len(found.ways) == len(ROUTES)
    assert found.heading
    assert found.lead
    assert found.told
    assert isinstance(found.link_differs, list)


@SLOW
@given(st.data())
def test_answers_survive_the_form_and_a_link_holds_no_day_and_no_place(data):
    done = walked(lambda key: data.draw(answers(key), label=key.text)).told

    assert read(written(done)) == (done, False)
    lean = reduced(done)
    assert read(written(lean))[0] == lean
    for key, answer in lean.items():
        for field in QUESTION[key.question].fields:
            value = answer.get(field.name, "")
            assert field.kind is not Kind.DAY or len(value) in (0, 4)
            assert field.kind is not Kind.PLACE or "/" not in value
    assert all(not lean[key] for key in lean if QUESTION[key.question].private)


# -- the table -----------------------------------------------------------------------------------


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.id)
def test_every_question_has_words_a_form_papers_and_a_meaning(question):
    for trail in (APPLICANT, "m"):
        if question.fits(trail):
            assert heading(Key(trail, question.id)).endswith("?")
            assert list(QuestionForm(Key(trail, question.id)).fields) == [field.name for field in question.fields]
    assert question.proof
    assert all(kind in PAPERS or kind in KIND for kind in question.proof)
    assert all(name[:1].isupper() for name in paper_names(question.proof))
    assert question.id in MEANING or question.id in ("hungarian", "nationality")
    assert len(question.fields) == 1 or all(field.label for field in question.fields)


def test_every_paper_the_law_names_has_words():
    for route in (*ROUTES, OTHER_STATE):
        for condition in rules.ROUTES[route].conditions:
            for wording in rules.CONDITIONS[condition]:
                assert isinstance(paper_names(wording.proof), list)
