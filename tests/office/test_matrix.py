"""Every transition of the table against every role: at the service and at the screen."""

import pytest
from django.utils import translation

from applications import pipeline
from applications.casework.services import CannotMove, permitted
from applications.casework.workflow import STATE, TRANSITION, TRANSITIONS
from applications.core.roles import PERMISSIONS, ROLES
from tests import personas
from tests.office.cases import Road, member
from tests.office.pages import act_url, case_url

CAST = {"klara": "caseworker", "denes": "decider", "csaba": "clerk", "agota": "auditor", "adam": "administrator"}


@pytest.mark.parametrize("name", list(CAST))
@pytest.mark.parametrize("way", [way.id for way in TRANSITIONS])
def test_the_table_decides_who_may(db, road, way, name):
    """``permitted`` follows the table's permission and the role's permissions, and nothing else."""
    declared = TRANSITION[way]
    expected = declared.permission in ROLES[CAST[name]].permissions
    assert permitted(case=road.case, way=declared, actor=member(name)) is expected


@pytest.mark.parametrize("way", [way.id for way in TRANSITIONS if way.permission == "applicant"])
def test_only_the_applicant_takes_the_applicants_ways(road, way):
    assert permitted(case=road.case, way=TRANSITION[way], actor=road.account)
    assert not permitted(case=road.case, way=TRANSITION[way], actor=personas.applicant("other"))
    assert not permitted(case=road.case, way=TRANSITION[way], actor=None)


@pytest.mark.parametrize("way", [way.id for way in TRANSITIONS if way.permission == "system"])
def test_the_systems_ways_are_for_no_person(road, way):
    assert permitted(case=road.case, way=TRANSITION[way], actor=None)
    for person in (road.account, road.caseworker, road.decider, road.clerk):
        assert not permitted(case=road.case, way=TRANSITION[way], actor=person)


@pytest.mark.parametrize("name", list(CAST))
def test_nobody_handles_his_own_case(db, name):
    """An officer who applies is an applicant in that case and an officer in no way."""
    officer = member(name)
    own = Road(account=officer).case
    for way in TRANSITIONS:
        if way.permission in PERMISSIONS:
            assert not permitted(case=own, way=way, actor=officer), way.id


GUARDED = {"lapse", "appoint_oath"}
"""Ways that the table offers here but something hinders: the year is not over, no time is free."""
STATES = ["filed", "under_review", "recommended", "oath_booked", "citizen"]


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_screens_follow_the_table(signed_in, road, state):
    """For each role and each act: the screen opens where the table leads, 403 for other roles, else back to the case."""
    case = road.to(state)
    for name, role in CAST.items():
        client = signed_in(name)
        for way in TRANSITIONS:
            answer = client.get(act_url(case, way.id))
            if way.permission not in PERMISSIONS or "see_cases" not in ROLES[role].permissions:
                assert answer.status_code == 404, (name, way.id)
            elif way.permission not in ROLES[role].permissions:
                assert answer.status_code == 403, (name, way.id)
            elif state in way.sources and way.id not in GUARDED:
                assert answer.status_code == 200, (name, way.id)
            else:
                assert answer.status_code == 302, (name, way.id)
                assert answer["Location"] == case_url(case)


@pytest.mark.parametrize("way", [way.id for way in TRANSITIONS])
def test_no_way_starts_from_a_closed_case(db, way):
    for state in STATE.values():
        if state.closes:
            assert state.id not in TRANSITION[way].sources


def test_the_wrong_state_is_refused_with_the_state_in_words(road):
    case = road.to("filed")
    with translation.override("en"), pytest.raises(CannotMove, match="“Filed”"):
        pipeline.move(case=case, transition="approve", actor=road.decider)


def test_a_note_that_must_be_is_demanded(road):
    case = road.to("under_review")
    with pytest.raises(CannotMove):
        pipeline.move(case=case, transition="ask_advice", actor=road.caseworker, note="  ")
    case.refresh_from_db()
    assert case.state == "under_review"
