"""Verbs that write cases. ``move`` is the only writer of Application.state."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from applications.casework import deadlines
from applications.casework.models import InformationRequest, StateChange
from applications.casework.workflow import STATE, TRANSITION, Snapshot, Transition
from applications.core import clock, journal
from applications.core.models import Job, User
from applications.intake.models import Application


class CannotMove(Exception):
    """A transition was refused; ``reason`` says why in the reader's language."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True)
class Proposal:
    """What decisions know of the latest recommendation, handed in since casework comes before decisions."""

    by: int | None = None
    kind: str | None = None
    summons_delivered_on: date | None = None


def move(
    *, case: Application, transition: str, actor: User | None, note: str = "", proposal: Proposal | None = None
) -> StateChange:
    """Move a case along the table; raises CannotMove with the reason.

    Locks the row, then checks source state, permission, guard and note, and writes state, history and
    journal in one transaction. ``actor`` None is the system.
    """
    way = TRANSITION[transition]
    with transaction.atomic():
        locked = Application.objects.select_for_update().get(pk=case.pk)
        reason = hindrance(case=locked, way=way, actor=actor, proposal=proposal)
        if reason:
            raise CannotMove(reason)
        if way.note and not note.strip():
            raise CannotMove(_("Write down the reason."))
        change = StateChange.objects.create(
            application=locked,
            transition=way.id,
            source=locked.state,
            target=way.target,
            actor=actor,
            note=note,
            at=clock.now(),
        )
        locked.state = way.target
        settle(locked)
        journal.record(
            chain=locked.reference,
            event=f"case.{way.id}",
            actor=actor,
            data={"from": change.source, "to": change.target},
        )
    for name in ("state", "waits_for", "due_on", "submitted_at", "filed_at", "closed_at"):
        setattr(case, name, getattr(locked, name))
    return change


def settle(case: Application) -> None:
    """Compute what follows from the state (whose turn, due day, the days that matter) and save it."""
    state = STATE[case.state]
    moment = clock.now()
    case.waits_for = state.turn
    if case.state == "submitted":
        case.submitted_at = moment
    if case.state == "filed" and case.filed_at is None:
        case.filed_at = moment
    case.closed_at = moment if state.closes else None
    case.due_on = deadlines.due_on(case)
    case.save(update_fields=["state", "waits_for", "submitted_at", "filed_at", "closed_at", "due_on"])


def hindrance(
    *, case: Application, way: Transition, actor: User | None, proposal: Proposal | None = None
) -> str | Promise | None:
    """Return why ``actor`` cannot take this way now, or None where nothing hinders."""
    if case.state not in way.sources:
        return _("The case is in the state “%(state)s” now: somebody was faster.") % {"state": STATE[case.state].staff}
    if not permitted(case=case, way=way, actor=actor):
        return _("You may not do this.")
    return way.guard(snapshot(case, actor, proposal)) if way.guard else None


def permitted(*, case: Application, way: Transition, actor: User | None) -> bool:
    """Whether the table lets ``actor`` take this way. Nobody handles his own case as an officer."""
    if actor is None:
        return way.permission == "system"
    if way.permission == "applicant":
        return case.account_id == actor.pk
    return actor.may(way.permission) and case.account_id != actor.pk


def snapshot(case: Application, actor: User | None, proposal: Proposal | None) -> Snapshot:
    """Return the plain values a guard may know."""
    given = proposal or Proposal()
    return Snapshot(
        state=case.state,
        actor=actor.pk if actor else None,
        applicant_account=case.account_id,
        proposed_by=given.by,
        proposal=given.kind,
        open_request=case.requests.filter(state=InformationRequest.State.OPEN).exists(),
        undone_checks=Job.objects.filter(
            case=case.reference, kind__in=("assess", "check_paper"), state__in=(Job.State.DUE, Job.State.RUNNING)
        ).count(),
        summons_delivered_on=given.summons_delivered_on,
        filed_at=case.filed_at,
        today=clock.today(),
    )
