"""A case as its applicant sees it: the road with its days, the papers with what was found, who looked at it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from applications.assessment.models import Finding
from applications.assessment.queries import current
from applications.casework.models import StateChange
from applications.casework.workflow import STATE, STATES, State
from applications.core import journal
from applications.core.models import JournalEntry
from applications.core.roles import ROLES
from applications.documents import check
from applications.documents.kinds import KIND
from applications.documents.models import CheckedFile, Paper
from applications.documents.queries import papers_of
from applications.intake.models import Application
from applications.intake.queries import latest_submission
from portal.public.outlook import paper_words

Words = str | Promise
REVIEW = Finding.Outcome.REVIEW
MAIN_ROAD: Sequence[State] = STATES[: [state.id for state in STATES].index("citizen") + 1]
PLACE: Mapping[str, int] = {state.id: place for place, state in enumerate(MAIN_ROAD)}


@dataclass(frozen=True)
class Stretch:
    """A piece of the road: ``kind`` is done, now, future or stopped; ``on`` the day it was reached."""

    kind: str
    words: Words
    on: datetime | None = None


def road(case: Application) -> list[Stretch]:
    """Return the road behind and before a case: milestones, and the present state wherever it stands."""
    reached: dict[str, datetime] = {"draft": case.started_at}
    for change in StateChange.objects.filter(application=case).order_by("at", "pk"):
        reached[change.target] = change.at
    stopped = case.state not in PLACE
    here = max((PLACE[state] for state in reached if state in PLACE), default=0) if stopped else PLACE[case.state]
    found: list[Stretch] = []
    for place, state in enumerate(MAIN_ROAD):
        if place == here and not stopped:
            found.append(Stretch("now", state.public, reached.get(state.id)))
        elif state.milestone and place <= here:
            found.append(Stretch("done", state.future, reached.get(state.id)))
        elif state.milestone and not stopped:
            found.append(Stretch("future", state.future))
    return [*found, Stretch("stopped", STATE[case.state].public, case.closed_at)] if stopped else found


# -- papers --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PaperState:
    """A paper with where it stands: received, checked, look again, refused; and why."""

    paper: Paper
    title: Words
    about: str
    tone: str
    word: str
    reasons: Sequence[str]
    is_shown: bool


def paper_states(case: Application) -> list[PaperState]:
    """Return the papers of the latest submission with the findings that stand; an officer's word goes first."""
    submission = latest_submission(case)
    sent = {frozen["paper"] for frozen in submission.papers} if submission else set()
    shown = {
        paper for visit in case.visits.all() for seen in visit.details.values() for paper in seen.get("originals", ())
    }
    said: dict[int, list[Finding]] = {}
    for finding in current(case):
        if finding.paper_id and not check.for_staff_only(finding.code):
            said.setdefault(finding.paper_id, []).append(finding)
    if case.closed_at:  # What was found has led to a decision: nobody is asked to mend anything any more.
        said = {paper: [each for each in found if outcome_of(each) != REVIEW] for paper, found in said.items()}
    return [
        paper_state(paper, said.get(paper.pk, []), is_shown=paper.pk in shown)
        for paper in papers_of(case.family_id)
        if paper.pk in sent
    ]


def paper_state(paper: Paper, findings: Sequence[Finding], *, is_shown: bool) -> PaperState:
    """Return where one paper stands by its findings."""
    outcomes = [(outcome_of(finding), finding) for finding in findings]
    waiting = any(file.checked.state == CheckedFile.State.WAITING for file in paper.kept_files)
    present = {outcome for outcome, _finding in outcomes}
    if Finding.Outcome.REJECT in present:
        tone, word = "stop", _("not accepted")
    elif REVIEW in present:
        tone, word = "look", _("an officer looks at it")
    elif waiting or not findings:
        tone, word = "wait", _("received")
    else:
        tone, word = "ok", _("checked")
    reasons = [
        paper_words(reason)
        for outcome, finding in outcomes
        if outcome in (Finding.Outcome.REJECT, REVIEW)
        for reason in finding.reasons
    ]
    return PaperState(
        paper,
        paper.title or KIND[paper.kind].title,
        paper.person.full_name,
        tone,
        word,
        list(dict.fromkeys(reasons)),
        is_shown,
    )


def outcome_of(finding: Finding) -> str:
    """Return the outcome that counts: an officer's last word, or the finding's own."""
    reviews = getattr(finding, "all_reviews", [])
    return reviews[-1].outcome if reviews else finding.outcome


# -- who looked ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """On a day somebody of the office looked at the case; staff are told by their role, not by name."""

    on: date
    role: Words


def readings(case: Application) -> list[Reading]:
    """Return who opened a case, newest first, once a day and role."""
    entries = JournalEntry.objects.filter(chain=journal.readings_of(case.reference)).order_by("-number")
    seen = {(timezone.localdate(at), role): None for at, role in entries.values_list("at", "actor_role")}
    return [Reading(on, ROLES[role].title if role in ROLES else _("Office")) for on, role in seen]
