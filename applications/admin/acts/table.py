"""Every act by its id: the transitions of the table with a screen of their own, those without, and what else is done."""

from applications.admin.acts import asking, assigning, deciding, proposing, swearing, visiting
from applications.admin.acts.act import Act, Step, Words
from applications.casework.workflow import TRANSITIONS
from applications.core.models import User
from applications.core.roles import PERMISSIONS
from applications.intake.models import Application

SCREENS: dict[str, type[Step]] = {
    "take_up": proposing.BeginReview,
    "record_visit": visiting.RecordVisit,
    "request_information": asking.RequestInformation,
    "cancel_request": asking.CancelRequest,
    "ask_advice": proposing.AskAdvice,
    "record_advice": proposing.RecordAdvice,
    "recommend": proposing.Recommend,
    "approve": proposing.Approve,
    "return_proposal": proposing.ReturnProposal,
    "send_to_president": deciding.LayBefore,
    "record_grant": deciding.RecordGrant,
    "record_refusal": deciding.RecordRefusal,
    "terminate": deciding.Terminate,
    "annul": deciding.Annul,
    "send_summons": swearing.SendSummons,
    "appoint_oath": swearing.AppointOath,
    "record_oath": swearing.RecordOath,
    "lapse": swearing.Lapse,
}
OTHERS: tuple[Act, ...] = (swearing.DeliverSummons(), assigning.Take(), assigning.HandOver(), assigning.WriteNote())
STEPS: tuple[Act, ...] = tuple(SCREENS.get(way.id, Step)(way) for way in TRANSITIONS if way.permission in PERMISSIONS)
ACTS: dict[str, Act] = {act.id: act for act in (*STEPS, *OTHERS)}


def offered(case: Application, officer: User) -> list[tuple[Act, Words | None]]:
    """Return the acts that belong to the case now for this officer, each with why it cannot be done yet, or None."""
    return [(act, act.hindrance(case, officer)) for act in ACTS.values() if act.is_offered(case, officer)]
