"""The table of states and transitions as a graph: nothing unreachable, no trap, every word and letter there."""

from collections import deque
from pathlib import Path

import pytest

from applications.casework.diagram import document
from applications.casework.workflow import STATE, STATES, TRANSITION, TRANSITIONS, TURN_STAFF, TURN_WORDS, Turn
from applications.core.roles import PERMISSIONS, ROLES
from applications.correspondence.letters import LETTER

NO_TRANSITION_OF_ITS_OWN = {"draft"}


def reachable(start: str) -> set[str]:
    """Return every state one can come to from ``start``."""
    seen, open_states = {start}, deque([start])
    while open_states:
        here = open_states.popleft()
        for way in TRANSITIONS:
            if here in way.sources and way.target not in seen:
                seen.add(way.target)
                open_states.append(way.target)
    return seen


def test_every_state_is_reached_from_the_draft():
    assert reachable("draft") == set(STATE)


@pytest.mark.parametrize("state", [state.id for state in STATES])
def test_no_state_is_a_trap(state):
    """From everywhere the case comes to an end, and an end has no way out."""
    if STATE[state].closes:
        assert not [way.id for way in TRANSITIONS if state in way.sources]
    else:
        assert any(STATE[each].closes for each in reachable(state))


def test_citizenship_is_reached_by_people_only():
    """No outcome is automatic: the system's own ways never lead to a decided state."""
    decided = {"approved", "granted", "refused", "citizen", "terminated", "annulled", "lapsed"}
    assert not [way.id for way in TRANSITIONS if way.permission == "system" and way.target in decided]


def test_ids_are_unique_and_known():
    assert len(STATE) == len(STATES)
    assert len(TRANSITION) == len(TRANSITIONS)
    for way in TRANSITIONS:
        assert way.sources <= set(STATE)
        assert way.target in STATE


def test_permissions_are_those_of_the_roles():
    carried = set().union(*(role.permissions for role in ROLES.values()))
    assert carried == set(PERMISSIONS)
    for way in TRANSITIONS:
        assert way.permission in PERMISSIONS or way.permission in {"applicant", "system"}


def test_auditor_and_administrator_take_no_way():
    for role in ("auditor", "administrator"):
        assert not [way.id for way in TRANSITIONS if way.permission in ROLES[role].permissions]


def test_messages_are_declared_letters():
    assert not [way.message for way in TRANSITIONS if way.message and way.message not in LETTER]


def test_every_decision_tells_the_applicant():
    """Every way that ends a case, or changes whose turn it is to the applicant's, is told."""
    silent = [
        way.id
        for way in TRANSITIONS
        if not way.message and (STATE[way.target].closes or STATE[way.target].turn is Turn.APPLICANT)
    ]
    assert not silent


def test_shortcuts_differ_within_a_state():
    for state in STATES:
        keys = [way.shortcut for way in TRANSITIONS if state.id in way.sources and way.shortcut]
        assert len(keys) == len(set(keys)), state.id


def test_every_turn_has_words():
    assert set(TURN_WORDS) == set(TURN_STAFF) == set(Turn)


def test_the_page_of_the_road_is_current(settings):
    written = (Path(settings.BASE_DIR) / "docs" / "workflow.md").read_text(encoding="utf-8")
    assert written == document(), "Run: python manage.py write_workflow"
