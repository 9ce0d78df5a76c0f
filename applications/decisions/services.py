"""Verbs of decisions: recommend, approve or return, record, summon, receive the oath. People decide."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.utils import timezone

from applications.core import clock
from applications.core.models import Office, User
from applications.decisions.grounds import GROUND
from applications.decisions.models import Decision, OathAppointment, OathRecord, Recommendation
from applications.intake.models import Application
from applications.intake.queries import latest_submission

DAYS_TO_CHANGE_PLACE = 5


class WrongGrounds(ValueError):
    """The grounds do not support the proposal, or there are none."""


def recommend(*, case: Application, proposal: str, grounds: Sequence[str], reasoning: str, by: User) -> Recommendation:
    """Write a proposal about the latest submission; raises WrongGrounds."""
    submission = latest_submission(case)
    if submission is None or not grounds or any(GROUND[ground].supports != proposal for ground in grounds):
        raise WrongGrounds(proposal)
    return Recommendation.objects.create(
        application=case,
        submission=submission,
        proposal=proposal,
        grounds=list(grounds),
        reasoning=reasoning,
        by=by,
        at=clock.now(),
    )


def second_look(*, recommendation: Recommendation, officer: User, approved: bool, note: str = "") -> Recommendation:
    """Write what the second officer made of a proposal; the database refuses the proposer himself."""
    recommendation.state = Recommendation.State.APPROVED if approved else Recommendation.State.RETURNED
    recommendation.second, recommendation.second_at, recommendation.second_note = officer, clock.now(), note
    recommendation.save(update_fields=["state", "second", "second_at", "second_note"])
    return recommendation


def record_decision(
    *, case: Application, kind: str, number: str, decided_on: date, recorded_by: User, reasoning: str = ""
) -> Decision:
    """Record the President's decision, or the office's termination, with number and date."""
    return Decision.objects.create(
        application=case,
        recommendation=latest_recommendation(case),
        kind=kind,
        number=number,
        decided_on=decided_on,
        reasoning=reasoning,
        recorded_by=recorded_by,
        recorded_at=clock.now(),
    )


def latest_recommendation(case: Application) -> Recommendation | None:
    """Return the newest proposal that was not returned, or None."""
    return case.recommendations.exclude(state=Recommendation.State.RETURNED).order_by("-at", "-pk").first()


def summon(*, case: Application, office: Office, sent_on: date) -> OathAppointment:
    """Write the summons to the oath."""
    return OathAppointment.objects.create(application=case, office=office, summons_sent_on=sent_on, made_at=clock.now())


def summons_delivered(*, appointment: OathAppointment, on: date) -> OathAppointment:
    """Record the day the summons was delivered: the year runs from it."""
    appointment.summons_delivered_on = on
    appointment.save(update_fields=["summons_delivered_on"])
    return appointment


def fix_oath(*, appointment: OathAppointment, at: datetime | None) -> OathAppointment:
    """Set or clear the day and hour of the oath."""
    appointment.at = at
    appointment.save(update_fields=["at"])
    return appointment


def may_change_place(appointment: OathAppointment, on: date) -> bool:
    """Whether the place of the oath may still be changed: once, at latest on the fifth day before it (Ápt. 16. § (3))."""
    day = timezone.localdate(appointment.at) if appointment.at else None
    return appointment.place_changes == 0 and (day is None or on <= day - timedelta(days=DAYS_TO_CHANGE_PLACE))


def change_place(*, appointment: OathAppointment, office: Office) -> OathAppointment:
    """Have the oath taken at another office; a day that was fixed is fixed no more."""
    appointment.office, appointment.at, appointment.place_changes = office, None, appointment.place_changes + 1
    appointment.save(update_fields=["office", "at", "place_changes"])
    return appointment


def latest_summons(case: Application) -> OathAppointment | None:
    """Return the case's summons, or None."""
    return case.oath_appointments.order_by("-made_at", "-pk").first()


def record_oath(
    *,
    case: Application,
    form: str,
    taken_on: date,
    place: str,
    received_by: str,
    identity_matches: bool,
    certificate_number: str,
    recorded_by: User,
) -> OathRecord:
    """Record the oath or solemn promise: citizenship begins on ``taken_on`` (Ápt. 7. §)."""
    return OathRecord.objects.create(
        application=case,
        form=form,
        taken_on=taken_on,
        place=place,
        received_by=received_by,
        identity_matches=identity_matches,
        certificate_number=certificate_number,
        recorded_by=recorded_by,
        recorded_at=clock.now(),
    )
