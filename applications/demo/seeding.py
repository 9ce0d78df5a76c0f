"""Makes the demo cases, each once: answers and papers first, then the checks, then its road.

A case is made in steps that commit on their own (draft with papers; examined files; each act of its
road), so that an interrupted run goes on where it stopped.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from anyascii import anyascii
from django.db import connection, transaction
from django.utils import translation

from applications.casework.services import CannotMove
from applications.core import clock
from applications.core.models import Office, User
from applications.correspondence.services import recording_only
from applications.demo import accounts
from applications.demo.answers import years_on
from applications.demo.cases import DemoCase
from applications.demo.filling import Filling
from applications.demo.people import Family, Trouble
from applications.demo.relatives import ADULT, relative
from applications.demo.roads import ROADS, Road, Staff, changes_of, planned
from applications.demo.stock import SEED, Stock, stock_family
from applications.documents.models import CheckedFile
from applications.documents.services import examine
from applications.family.models import Parentage, Person
from applications.intake.models import Application

_OFFICES = {
    "RO": ("Csíkszereda", "Kolozsvár", "Csíkszereda", "Debrecen"), "RS": ("Szabadka", "Szabadka", "Szeged"),
    "UA": ("Beregszász", "Ungvár", "Nyíregyháza"), "SK": ("Kassa", "Győr"), "US": ("New York",), "DE": ("München",),
}  # fmt: skip
_DRAFT_STEPS = 14


@dataclass(frozen=True)
class Plan:
    """A demo case with its times: who, when each act happens, at which office."""

    case: DemoCase
    made: Family
    acts: list[tuple[str, datetime]]
    email: str
    started_at: datetime
    office: str
    language: str


class Seeding:
    """Makes cases with one stock and one version of the form.

    ``threads`` look at papers at the same time; ``breathe`` is called after each commit, to let others write.
    """

    def __init__(
        self, stock: Stock, *, form_version: str, threads: int = 1, breathe: Callable[[], None] = lambda: None
    ) -> None:
        self.stock, self.form_version, self.threads, self.breathe = stock, form_version, threads, breathe
        self.now = clock.now()

    def make(self, cases: Iterable[DemoCase], *, made_one: Callable[[Plan], None] = lambda _plan: None) -> int:
        """Make those of ``cases`` that are not there yet; return how many were made."""
        plans = [self.plan(case) for case in cases]
        open_plans = [plan for plan in plans if not self.is_done(plan)]
        if not open_plans:
            return 0
        self.stock.draw([(plan.made, paper) for plan in open_plans for paper in plan.made.papers])
        with recording_only():
            for plan in open_plans:
                self.prepare(plan)
                self.breathe()
            self.examine()
            for plan in open_plans:
                self.go(plan)
                made_one(plan)
        return len(open_plans)

    def plan(self, case: DemoCase) -> Plan:
        """Work out a case's days and people from its key alone."""
        rng = Random(f"{SEED}/{case.key}")
        last_at = self.now - timedelta(days=rng.randint(*case.days_ago), minutes=5)
        roads = ROADS[case.state]
        acts = planned(roads[case.road % len(roads)], last_at=last_at, rng=rng)
        if case.state == "submitted":
            acts = [(act, self.now - timedelta(minutes=3)) for act, _ in acts]
        begun = (acts[0][1] if acts else last_at) - timedelta(days=rng.randint(1, 9), hours=1)
        of = stock_family(case.place)
        made = of if case.relative is None else relative(of, case.relative, begun.date(), case.troubles)
        made = self._today(made, begun)
        name = anyascii(f"{made.applicant.family_name}.{made.applicant.given.hu}").lower()
        email = accounts.ILONA.email if case.key == "q01" else f"{name}.{case.key}@example.hu"
        language = "en" if made.country in {"US", "CA", "AU"} else "hu"
        return Plan(case, made, acts, email, begun, rng.choice(_OFFICES[made.country]), language)

    def is_done(self, plan: Plan) -> bool:
        """Whether a case is there and has come as far as it should; somebody may have taken it further since."""
        found = self._found(plan)
        return found is not None and found.changes.count() >= changes_of(act for act, _ in plan.acts)

    def prepare(self, plan: Plan) -> None:
        """Make account, answers and papers of a case, unless an interrupted run has made them."""
        if self._found(plan):
            return
        with transaction.atomic(), clock.at(plan.started_at), translation.override(plan.language):
            account = self._account(plan)
            filling = Filling(plan.made, account, self.form_version, plan.language)
            draft = plan.case.state == "draft"
            office = Office.objects.get(city=plan.office)
            for paper in plan.made.papers:
                self.stock.content(plan.made, paper)
            application = filling.draft(
                office=None if office.kind == Office.Kind.DISTRICT else office,
                steps=6 + (plan.case.relative or 0) % _DRAFT_STEPS * 2 if draft else None,
            )
            papers = plan.made.papers[:1] if draft else plan.made.papers
            filling.bring(application, papers, self.stock)
            if plan.case.borrows is not None:
                filling.borrow(application, stock_family(plan.case.borrows), self.stock)

    def examine(self) -> int:
        """Look at every file of the demonstration that was never looked at; return how many there were."""
        waiting = list(
            CheckedFile.objects.filter(
                state=CheckedFile.State.WAITING, uses__paper__added_by__email__endswith="@example.hu"
            ).distinct()
        )
        if self.threads == 1:
            for checked in waiting:
                examine(checked)
        else:
            with ThreadPoolExecutor(self.threads) as pool:
                list(pool.map(_examine_in_a_thread, waiting))
        return len(waiting)

    def go(self, plan: Plan) -> None:
        """Take a prepared case along its road; one that a visitor has moved meanwhile is left to him or her."""
        case = self._found(plan)
        if case is None or not plan.acts:
            return
        office = Office.objects.get(city=plan.office)
        weak = Trouble.NO_HUNGARIAN in plan.made.troubles
        road = Road(
            case, self._staff(plan), office, hungarian="none" if weak else "shown", refuse_for=plan.case.refuse_for,
            form=self.form_version,
        )  # fmt: skip
        with translation.override(plan.language), suppress(CannotMove):
            road.walk(plan.acts, now=self.now, breathe=self.breathe)

    def brothers_draft(self) -> bool:
        """Begin a draft for the brother of the demo applicant, on the same account; return whether it was begun now."""
        account = User.objects.get(email=accounts.ILONA.email)
        own = Application.objects.filter(account=account).order_by("pk").first()
        if own is None or Application.objects.filter(account=account).count() > 1:
            return False
        begun = self.now - timedelta(days=2, hours=3)
        made = self._today(_brother(stock_family(0), begun), begun)
        with transaction.atomic(), clock.at(begun), translation.override("hu"):
            brother = Person.objects.create(family=own.family)
            for tie in Parentage.objects.filter(child=own.applicant):
                Parentage.objects.create(child=brother, parent=tie.parent, role=tie.role, tie=tie.tie)
            Filling(made, account, self.form_version).draft(office=None, steps=_DRAFT_STEPS, applicant=brother)
        return True

    def _today(self, made: Family, begun: datetime) -> Family:
        """The family on the day it begins: children who have come of age stay out."""
        minors = [key for key in made.children if years_on(self.now.date(), made.people[key].born_on) < ADULT]
        return replace(made, filed_on=begun.date(), children=minors)

    def _account(self, plan: Plan) -> User:
        found = User.objects.filter(email=plan.email).first()
        name = plan.made.applicant.home_name
        return found or User.objects.create_user(plan.email, None, name=name, language=plan.language)

    def _found(self, plan: Plan) -> Application | None:
        return Application.objects.filter(account__email=plan.email).order_by("pk").first()

    def _staff(self, plan: Plan) -> Staff:
        turn = plan.case.place + (plan.case.relative or 0)
        quick = plan.case.key.startswith("q")
        worker = accounts.KLARA if quick or turn % 2 else accounts.KAMILL
        decider = accounts.DENES if turn % 3 else accounts.DOROTTYA
        people = {
            user.email: user
            for user in User.objects.filter(email__in=[worker.email, decider.email, accounts.CSABA.email])
        }
        return Staff(people[worker.email], people[decider.email], people[accounts.CSABA.email])


def _brother(of: Family, begun: datetime) -> Family:
    numbers: Sequence[int] = range(1, 40, 2)
    brothers = (relative(of, number, begun.date()) for number in numbers)
    return next(made for made in brothers if made.applicant.sex == "male")


def _examine_in_a_thread(checked: CheckedFile) -> None:
    try:
        examine(checked)
    finally:
        connection.close()
