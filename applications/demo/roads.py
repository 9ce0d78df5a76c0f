"""How far a demo case goes: the acts that lead to each state, and the days they take."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from applications import pipeline
from applications.casework import requests
from applications.casework.models import InformationRequest, RequestedItem, Slot
from applications.casework.requests import Point
from applications.casework.visits import free_slots
from applications.core import clock, jobs
from applications.core.models import Job, Office, User
from applications.demo.filling import submitted
from applications.intake.models import Application
from applications.intake.queries import persons_in

_FIRST = ("submit", "check")
_FILED = (*_FIRST, "book", "visit")
_REVIEW = (*_FILED, "take_up")
_ASKED = (*_REVIEW, "ask", "answer")
_PROPOSED = (*_REVIEW, "recommend")
_BEFORE = (*_PROPOSED, "approve", "president")
_GRANTED = (*_BEFORE, "grant")
_OATH = (*_GRANTED, "summon", "deliver", "book_oath")
ROADS: dict[str, tuple[tuple[str, ...], ...]] = {
    "draft": ((),),
    "submitted": (("submit",),),
    "checked": (_FIRST,),
    "visit_booked": ((*_FIRST, "book"),),
    "filed": (_FILED,),
    "under_review": (_REVIEW, _ASKED, (*_REVIEW, "advice", "opinion")),
    "information_requested": ((*_REVIEW, "ask"),),
    "advice_requested": ((*_REVIEW, "advice"),),
    "recommended": (_PROPOSED, (*_ASKED, "recommend")),
    "approved": ((*_PROPOSED, "approve"),),
    "before_president": (_BEFORE, (*_ASKED, "recommend", "approve", "president")),
    "granted": (_GRANTED,),
    "summons_sent": ((*_GRANTED, "summon", "deliver"),),
    "oath_booked": (_OATH,),
    "citizen": ((*_OATH, "oath"), (*_ASKED, *_OATH[len(_REVIEW) :], "oath")),
    "refused": ((*_BEFORE, "refuse"), (*_ASKED, "recommend", "approve", "president", "refuse")),
    "withdrawn": ((*_FIRST, "withdraw"), (*_REVIEW, "ask", "withdraw")),
    "terminated": ((*_REVIEW, "ask", "expire", "terminate"),),
    "lapsed": ((*_GRANTED, "summon", "deliver", "lapse"),),
    "annulled": ((*_GRANTED, "annul"),),
}
"""State → the roads that lead there, as acts in their order; drafts have none."""

DAYS = {
    "submit": (0, 0), "check": (0, 0), "book": (1, 6), "visit": (9, 30), "take_up": (2, 12), "ask": (3, 15),
    "answer": (8, 34), "advice": (3, 10), "opinion": (20, 45), "recommend": (10, 45), "approve": (2, 9),
    "president": (3, 10), "grant": (20, 60), "refuse": (20, 60), "summon": (5, 20), "deliver": (4, 12),
    "book_oath": (2, 15), "oath": (12, 40), "withdraw": (5, 30), "expire": (46, 47), "terminate": (10, 30),
    "lapse": (370, 400), "annul": (20, 60),
}  # fmt: skip
"""How many days after the act before it an act happens, from and to."""


UNCOUNTED = frozenset({"deliver"})
"""Acts that leave the case in its state; all others are one change of state each."""


@dataclass(frozen=True)
class Staff:
    """The officers who work on a case: they are three different people."""

    caseworker: User
    decider: User
    clerk: User


class Road:
    """Walks a case from act to act through the same services as people do, at the times of the plan."""

    def __init__(
        self, case: Application, staff: Staff, office: Office, *, hungarian: str, refuse_for: str, form: str
    ) -> None:
        self.case, self.staff, self.office = case, staff, office
        self.hungarian, self.refuse_for, self.form_version = hungarian, refuse_for, form
        self.acts: dict[str, Callable[[], None]] = {
            "submit": self.submit, "check": self.check, "book": self.book, "visit": self.visit, "take_up": self.take_up,
            "ask": self.ask, "answer": self.answer, "advice": self.advice, "opinion": self.opinion,
            "recommend": self.recommend, "approve": self.approve, "president": self.president, "grant": self.grant,
            "refuse": self.refuse, "summon": self.summon, "deliver": self.deliver, "book_oath": self.book_oath,
            "oath": self.oath, "withdraw": self.withdraw, "expire": self.expire, "terminate": self.terminate,
            "lapse": self.lapse, "annul": self.annul,
        }  # fmt: skip

    def walk(self, plan: list[tuple[str, datetime]], *, now: datetime, breathe: Callable[[], None]) -> None:
        """Do those acts of a plan that are not done yet, at their moments.

        Each act commits on its own, so that visitors of the portal never wait long for the database; only submitting
        and its checks are one, lest a worker does them at another time. A visit or oath still to come is booked for
        a free time after ``now``. ``breathe`` is called after each commit.
        """
        self.now, done = now, self.case.changes.count()
        for together in _in_transactions(plan):
            counted = sum(act not in UNCOUNTED for _, act, _ in together)
            if done >= counted > 0:
                done -= counted
                continue
            with transaction.atomic():
                for place, act, moment in together:
                    self.next_at = plan[place + 1][1] if place + 1 < len(plan) else None
                    with clock.at(moment):
                        self.acts[act]()
                    self.case.refresh_from_db()
            breathe()

    def slot(self, purpose: str) -> Slot:
        """The time at which the next act happens, or a free one to come."""
        if self.next_at is None:
            with clock.at(self.now):
                coming = list(free_slots(self.office, purpose)[:30])
            return coming[self.case.pk % len(coming)]
        return Slot.objects.get_or_create(
            office=self.office, purpose=purpose, starts_at=self.next_at, defaults={"capacity": 20}
        )[0]

    def submit(self) -> None:
        """The applicant declares and sends; the checks wait."""
        submitted(self.case, self.form_version)

    def check(self) -> None:
        """The checks are done here and now, in the running transaction, so that no worker does them at another time."""
        for row in Job.objects.filter(case=self.case.reference, state=Job.State.DUE).order_by("pk"):
            Job.objects.filter(pk=row.pk).update(state=Job.State.RUNNING, lease_until=clock.now() + jobs.LEASE)
            row.refresh_from_db()
            if not jobs.perform(row):
                row.refresh_from_db()
                raise RuntimeError(f"{row.key}: {row.last_error}")

    def book(self) -> None:
        """The applicant books the visit."""
        pipeline.book_visit(case=self.case, slot=self.slot(Slot.Purpose.FILING), actor=self.case.account)

    def visit(self) -> None:
        """The clerk records who came."""
        details: dict[str, dict[str, object]] = {}
        for person in persons_in(self.case):
            child = person.pk != self.case.applicant_id
            details[str(person.pk)] = {
                "identity_ok": True, "hungarian": "" if child else self.hungarian, "signature_ok": True,
            }  # fmt: skip
        pipeline.record_visit(case=self.case, office=self.office, clerk=self.staff.clerk, details=details)

    def take_up(self) -> None:
        """The caseworker begins the review."""
        pipeline.begin_review(case=self.case, actor=self.staff.caseworker)

    def ask(self) -> None:
        """The caseworker asks for a paper and an explanation."""
        points = [
            Point(RequestedItem.Kind.TEXT, _("Please explain where your family lived between 1938 and 1945.")),
            Point(
                RequestedItem.Kind.PAPER,
                _("Please send a better copy of the marriage certificate of your parents."),
                person=self.case.applicant,
                paper_kind="marriage_certificate",
            ),
        ]
        pipeline.request_information(
            case=self.case, points=points, introduction="", due_on=clock.today() + timedelta(days=45),
            actor=self.staff.caseworker,
        )  # fmt: skip

    @property
    def asked(self) -> InformationRequest:
        """The request that waits for an answer."""
        return self.case.requests.get(state=InformationRequest.State.OPEN)

    def answer(self) -> None:
        """The applicant explains; the answer is a new submission, and is checked like the first."""
        words = _("They stayed where they were; only the border moved, twice.")
        asked = self.asked
        for item in asked.items.all():
            requests.answer_item(item=item, answer=words)
        pipeline.answer_request(request=asked, actor=self.case.account, form_version=self.form_version)
        self.check()

    def advice(self) -> None:
        """Another authority is asked."""
        self._move("ask_advice", self.staff.caseworker, _("Opinion on public security."))

    def opinion(self) -> None:
        """The other authority has no objection."""
        self._move("record_advice", self.staff.caseworker, _("No objection."))

    def recommend(self) -> None:
        """The caseworker proposes."""
        grounds = [self.refuse_for] if self.refuse_for else ["ancestor", "language", "clean_record", "no_objection"]
        pipeline.recommend(
            case=self.case, proposal="refuse" if self.refuse_for else "grant", grounds=grounds,
            reasoning=_("The papers and the visit were looked at."), actor=self.staff.caseworker,
        )  # fmt: skip

    def approve(self) -> None:
        """The deciding officer approves the proposal."""
        pipeline.second_look(case=self.case, approved=True, actor=self.staff.decider)

    def president(self) -> None:
        """The proposal is laid before the President."""
        self._move("send_to_president", self.staff.decider)

    def grant(self) -> None:
        """The grant is recorded."""
        self._decide("grant")

    def refuse(self) -> None:
        """The refusal is recorded."""
        self._decide("refusal")

    def _decide(self, kind: str) -> None:
        number = f"KEH/{1000 + self.case.pk}/{clock.today().year}"
        pipeline.record_decision(
            case=self.case, kind=kind, number=number, decided_on=clock.today(), actor=self.staff.decider
        )

    def summon(self) -> None:
        """The summons to the oath is sent."""
        pipeline.send_summons(case=self.case, office=self.office, actor=self.staff.caseworker)

    def deliver(self) -> None:
        """Its delivery is recorded."""
        pipeline.deliver_summons(case=self.case, on=clock.today(), actor=self.staff.caseworker)

    def book_oath(self) -> None:
        """The applicant chooses a time for the oath."""
        pipeline.book_oath(case=self.case, slot=self.slot(Slot.Purpose.OATH), actor=self.case.account)

    def oath(self) -> None:
        """The oath is taken."""
        pipeline.record_oath(
            case=self.case, actor=self.staff.clerk, form="oath" if self.case.pk % 3 else "promise", taken_on=clock.today(),
            place=self.office.city, received_by=_("the consul"), identity_matches=True,
            certificate_number=f"HO-{clock.today().year}-{self.case.pk:05}",
        )  # fmt: skip

    def withdraw(self) -> None:
        """The applicant takes the application back."""
        pipeline.withdraw(case=self.case, actor=self.case.account, note=_("I am moving and will apply again later."))

    def expire(self) -> None:
        """Nobody answered in time."""
        pipeline.close_request(request=self.asked, transition="expire_request", actor=None)

    def terminate(self) -> None:
        """The office ends a procedure in which nobody answers."""
        number = f"BFKH/{2000 + self.case.pk}/{clock.today().year}"
        reasoning = _("The applicant did not answer the request; without the paper the application cannot be judged.")
        pipeline.terminate(case=self.case, number=number, reasoning=reasoning, actor=self.staff.decider)

    def lapse(self) -> None:
        """The year after the delivered summons is over."""
        self._move("lapse", self.staff.decider, _("No oath was taken within a year of the delivered summons."))

    def annul(self) -> None:
        """The grant is annulled before the oath."""
        self._move("annul", self.staff.decider, _("A false paper came to light before the oath."))

    def _move(self, transition: str, actor: User, note: str = "") -> None:
        pipeline.move(case=self.case, transition=transition, actor=actor, note=note)


def changes_of(acts: Iterable[str]) -> int:
    """How many changes of state a case has after ``acts``."""
    return sum(act not in UNCOUNTED for act in acts)


def _in_transactions(plan: list[tuple[str, datetime]]) -> list[list[tuple[int, str, datetime]]]:
    """The acts of a plan with their places, in the groups that commit together."""
    groups: list[list[tuple[int, str, datetime]]] = []
    for place, (act, moment) in enumerate(plan):
        if act == "check":
            groups[-1].append((place, act, moment))
        else:
            groups.append([(place, act, moment)])
    return groups


def planned(acts: tuple[str, ...], *, last_at: datetime, rng: Random) -> list[tuple[str, datetime]]:
    """Give each act its moment, on working days and in working hours, so that the last one happens at ``last_at``."""
    moments = [_at_work(last_at, rng)]
    for act in reversed(acts[1:]):
        days = rng.randint(*DAYS[act])
        before = moments[-1] - timedelta(days=days) if days else moments[-1] - timedelta(minutes=rng.randint(2, 9))
        moments.append(_at_work(before, rng) if days else before)
    return list(zip(acts, reversed(moments), strict=True)) if acts else []


def _at_work(moment: datetime, rng: Random) -> datetime:
    """The moment in working hours, on the Friday before where it falls on a weekend."""
    local = timezone.localtime(moment)
    back = max(0, local.weekday() - 4)
    return (local - timedelta(days=back)).replace(
        hour=rng.randint(8, 15), minute=rng.randrange(0, 60, 5), second=0, microsecond=0
    )
