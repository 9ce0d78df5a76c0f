"""The road of a case as a table: states, and the transitions between them.

Everything else follows from it: buttons, permissions, history, messages, the applicant's road, the
diagram in docs/workflow.md. To add a state or a transition, add a row.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Turn(StrEnum):
    """Who must act now."""

    APPLICANT = "applicant"
    OFFICE = "office"
    OTHER = "other"
    NOBODY = "nobody"


TURN_WORDS: Mapping[Turn, str | Promise] = {
    Turn.APPLICANT: _("It is your turn"),
    Turn.OFFICE: _("It is our turn"),
    Turn.OTHER: _("We are waiting for another authority"),
    Turn.NOBODY: _("Nothing is to be done"),
}

TURN_STAFF: Mapping[Turn, str | Promise] = {
    Turn.APPLICANT: _("applicant"),
    Turn.OFFICE: _("office"),
    Turn.OTHER: _("another authority"),
    Turn.NOBODY: _("nobody"),
}


@dataclass(frozen=True)
class State:
    """A state: its id, three names (for staff, for the public, as a step to come), whose turn it is.

    ``tone`` is the id of a colour (ok, wait, look, stop, none). ``milestone`` puts the state on the
    applicant's road; ``closes`` ends the case.
    """

    id: str
    staff: str | Promise
    public: str | Promise
    future: str | Promise
    turn: Turn
    tone: str
    milestone: bool = False
    closes: bool = False


@dataclass(frozen=True)
class Snapshot:
    """What a guard may know: plain values, read under the lock."""

    state: str
    actor: int | None
    applicant_account: int
    proposed_by: int | None
    proposal: str | None
    open_request: bool
    undone_checks: int
    summons_delivered_on: date | None
    filed_at: datetime | None
    today: date


Guard = Callable[[Snapshot], str | Promise | None]


@dataclass(frozen=True)
class Transition:
    """A way from some states to another.

    ``permission`` is a key of core.roles.PERMISSIONS, "applicant" for the case's own account, or
    "system". ``guard`` answers None or why not. ``note`` says whether words are required. ``letter``
    names the letter or e-mail that tells the applicant (correspondence.letters).
    """

    id: str
    sources: frozenset[str]
    target: str
    label: str | Promise
    permission: str
    guard: Guard | None = None
    note: bool = False
    message: str | None = None
    shortcut: str = ""


def not_the_proposer(case: Snapshot) -> str | Promise | None:
    """Nobody decides what he recommended."""
    if case.proposed_by is None:
        return _("There is no recommendation.")
    return _("You made this recommendation: a colleague must look at it.") if case.actor == case.proposed_by else None


def checks_done(case: Snapshot) -> str | Promise | None:
    """The state says 'checked' only when no check is waiting."""
    return _("Some checks are still running.") if case.undone_checks else None


def has_proposal(case: Snapshot) -> str | Promise | None:
    """The President decides on a proposal of the office, and may decide otherwise than it says."""
    return None if case.proposal else _("There is no approved proposal.")


def year_is_over(case: Snapshot) -> str | Promise | None:
    """Ápt. 7. §: the grant lapses one year after the delivered summons."""
    delivered = case.summons_delivered_on
    if delivered is None:
        return _("The delivery of the summons is not recorded.")
    last = (
        delivered.replace(year=delivered.year + 1)
        if (delivered.month, delivered.day) != (2, 29)
        else date(delivered.year + 1, 2, 28)
    )
    return _("The year since the delivered summons is not over.") if case.today <= last else None


# fmt: off
STATES: tuple[State, ...] = (
    State("draft", _("Draft"), _("You are filling in the forms"), _("You complete the forms"), Turn.APPLICANT, "wait", milestone=True),
    State("submitted", _("Submitted"), _("We are checking what you sent"), _("We check what you sent"), Turn.OFFICE, "wait"),
    State("checked", _("Checked"), _("Book your visit"), _("You book the visit"), Turn.APPLICANT, "look"),
    State("visit_booked", _("Visit booked"), _("Your visit is booked"), _("You visit us once, all together"), Turn.APPLICANT, "wait", milestone=True),
    State("filed", _("Filed"), _("Your application is filed"), _("Your application is filed"), Turn.OFFICE, "wait", milestone=True),
    State("information_requested", _("Information requested"), _("We need something from you"), _("We ask for what is missing"), Turn.APPLICANT, "look"),
    State("under_review", _("Under review"), _("We are reviewing your case"), _("We review your case"), Turn.OFFICE, "wait", milestone=True),
    State("advice_requested", _("Advice requested"), _("We have asked another authority"), _("Other authorities give their opinion"), Turn.OTHER, "wait"),
    State("recommended", _("Recommended"), _("We are reviewing your case"), _("A second officer looks at the proposal"), Turn.OFFICE, "wait"),
    State("approved", _("Proposal approved"), _("Our proposal is ready"), _("The proposal is ready"), Turn.OFFICE, "wait"),
    State("before_president", _("Before the President"), _("The President decides"), _("The President decides"), Turn.OTHER, "wait", milestone=True),
    State("granted", _("Granted"), _("Your application was granted"), _("You are told of the decision"), Turn.OFFICE, "ok"),
    State("summons_sent", _("Summons sent"), _("Choose a day for your oath"), _("You are summoned to the oath"), Turn.APPLICANT, "look"),
    State("oath_booked", _("Oath booked"), _("Your oath is booked"), _("Oath or solemn promise"), Turn.APPLICANT, "ok", milestone=True),
    State("citizen", _("Citizen"), _("You are a Hungarian citizen"), _("You are a citizen from that day"), Turn.NOBODY, "ok", milestone=True, closes=True),
    State("refused", _("Refused"), _("Your application was refused"), _("Refused"), Turn.NOBODY, "stop", closes=True),
    State("withdrawn", _("Withdrawn"), _("You withdrew your application"), _("Withdrawn"), Turn.NOBODY, "none", closes=True),
    State("terminated", _("Terminated"), _("The procedure was terminated"), _("Terminated"), Turn.NOBODY, "stop", closes=True),
    State("lapsed", _("Lapsed"), _("The grant lapsed: no oath was taken within the year"), _("Lapsed"), Turn.NOBODY, "stop", closes=True),
    State("annulled", _("Annulled"), _("The grant was annulled"), _("Annulled"), Turn.NOBODY, "stop", closes=True),
)
# fmt: on
STATE = {state.id: state for state in STATES}

IN_OFFICE = frozenset({"filed", "under_review"})
BEFORE_DECISION = frozenset(
    {
        "submitted",
        "checked",
        "visit_booked",
        "filed",
        "information_requested",
        "under_review",
        "advice_requested",
        "recommended",
        "approved",
        "before_president",
    }
)
BEFORE_OATH = frozenset({"granted", "summons_sent", "oath_booked"})

# fmt: off
TRANSITIONS: tuple[Transition, ...] = (
    Transition("submit", frozenset({"draft"}), "submitted", _("Submit"), "applicant", message="submitted"),
    Transition("finish_checks", frozenset({"submitted"}), "checked", _("Checks finished"), "system", checks_done, message="checked"),
    Transition("take_back", frozenset({"submitted", "checked"}), "draft", _("Take back and correct"), "applicant", message="taken_back"),
    Transition("book_visit", frozenset({"checked"}), "visit_booked", _("Book the visit"), "applicant", message="visit_booked"),
    Transition("cancel_visit", frozenset({"visit_booked"}), "checked", _("Cancel the visit"), "applicant", message="visit_cancelled"),
    Transition("record_visit", frozenset({"checked", "visit_booked"}), "filed", _("Record the visit"), "record_visits", message="filed", shortcut="v"),
    Transition("take_up", frozenset({"filed"}), "under_review", _("Begin the review"), "work_cases", shortcut="b"),
    Transition("request_information", IN_OFFICE, "information_requested", _("Request information"), "work_cases", message="information_requested", shortcut="r"),
    Transition("answer_request", frozenset({"information_requested"}), "under_review", _("Answer the request"), "applicant", message="answer_received"),
    Transition("cancel_request", frozenset({"information_requested"}), "under_review", _("Cancel the request"), "work_cases", message="request_cancelled"),
    Transition("expire_request", frozenset({"information_requested"}), "under_review", _("The deadline passed"), "system", message="request_expired"),
    Transition("ask_advice", frozenset({"under_review"}), "advice_requested", _("Ask another authority"), "work_cases", note=True, message="advice_requested"),
    Transition("record_advice", frozenset({"advice_requested"}), "under_review", _("Record the opinion"), "work_cases", note=True),
    Transition("recommend", frozenset({"under_review"}), "recommended", _("Recommend"), "work_cases", checks_done, shortcut="g"),
    Transition("approve", frozenset({"recommended"}), "approved", _("Approve the proposal"), "approve_proposals", not_the_proposer, shortcut="a"),
    Transition("return_proposal", frozenset({"recommended"}), "under_review", _("Return to review"), "approve_proposals", not_the_proposer, note=True),
    Transition("send_to_president", frozenset({"approved"}), "before_president", _("Lay before the President"), "record_decisions", has_proposal, message="before_president"),
    Transition("record_grant", frozenset({"before_president"}), "granted", _("Record the grant"), "record_decisions", has_proposal, message="granted"),
    Transition("record_refusal", frozenset({"before_president"}), "refused", _("Record the refusal"), "record_decisions", has_proposal, message="refused"),
    Transition("send_summons", frozenset({"granted"}), "summons_sent", _("Send the summons to the oath"), "work_cases", message="summons", shortcut="s"),
    Transition("book_oath", frozenset({"summons_sent"}), "oath_booked", _("Book the oath"), "applicant", message="oath_booked"),
    Transition("appoint_oath", frozenset({"summons_sent", "oath_booked"}), "oath_booked", _("Fix the oath for the applicant"), "record_visits", message="oath_booked", shortcut="d"),
    Transition("cancel_oath", frozenset({"oath_booked"}), "summons_sent", _("Cancel the oath appointment"), "applicant", message="oath_cancelled"),
    Transition("record_oath", frozenset({"summons_sent", "oath_booked"}), "citizen", _("Record the oath"), "record_visits", message="citizen", shortcut="o"),
    Transition("lapse", frozenset({"summons_sent", "oath_booked"}), "lapsed", _("Record the lapse"), "approve_proposals", year_is_over, note=True, message="lapsed"),
    Transition("annul", BEFORE_OATH, "annulled", _("Record the annulment"), "record_decisions", note=True, message="annulled"),
    Transition("withdraw", BEFORE_DECISION, "withdrawn", _("Withdraw the application"), "applicant", message="withdrawn"),
    Transition("terminate", IN_OFFICE | {"information_requested"}, "terminated", _("Terminate the procedure"), "approve_proposals", note=True, message="terminated"),
)
# fmt: on
TRANSITION = {transition.id: transition for transition in TRANSITIONS}
