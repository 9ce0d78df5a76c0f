"""Moving a case, and telling the applicant what the table says is to be told."""

from collections.abc import Sequence

from django.db import transaction

from applications.casework import services as casework
from applications.casework.models import StateChange
from applications.casework.workflow import TRANSITION
from applications.core.models import User
from applications.correspondence import services as correspondence
from applications.correspondence.models import Letter
from applications.decisions import services as decisions
from applications.intake.models import Application


def move(
    *,
    case: Application,
    transition: str,
    actor: User | None,
    note: str = "",
    letters: Sequence[Letter] = (),
    **context: object,
) -> StateChange:
    """Move a case and tell the applicant what the table says is to be told, with the ``letters`` that go with it."""
    with transaction.atomic():
        change = casework.move(case=case, transition=transition, actor=actor, note=note, proposal=proposal_of(case))
        message = TRANSITION[transition].message
        if message:
            correspondence.tell(
                application=case,
                letter=message,
                key=f"{case.reference}/{message}/{change.pk}",
                context={"note": note, **context},
                letters=letters,
            )
        return change


def proposal_of(case: Application) -> casework.Proposal:
    """Return what guards must know of the decisions about a case."""
    proposal, summons = decisions.latest_recommendation(case), decisions.latest_summons(case)
    return casework.Proposal(
        by=proposal.by_id if proposal else None,
        kind=proposal.proposal if proposal else None,
        summons_delivered_on=summons.summons_delivered_on if summons else None,
    )
