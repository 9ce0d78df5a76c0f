"""One case in every state, a full draft, an account with every second factor: what the pages are looked at with."""

from dataclasses import dataclass, field
from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from applications import pipeline
from applications.admin.acts.act import Act
from applications.admin.acts.table import ACTS
from applications.assessment.models import Finding
from applications.assessment.services import review
from applications.casework.models import Slot
from applications.casework.queries import visible_cases
from applications.casework.workflow import STATES
from applications.core import clock, journal
from applications.core.models import User
from applications.correspondence.file_backend import OnceFileBackend
from applications.documents.models import Paper
from applications.intake.models import Application
from portal.accounts.mail import written
from tests import personas
from tests.form.test_walk import EVERYTHING, a_citizen_grandfather
from tests.form.walking import started, walk
from tests.office.cases import Road, a_year_ago, ancestors, do_jobs, scan, with_paper

NEVER_A_PAGE = {"submitted", "lapsed", "annulled", "withdrawn", "terminated"}

WITH_PAPERS = {"checked", "information_requested", "under_review"}
SEEN_IN_BOTH = {"checked", "under_review"}


@dataclass
class World:
    """Cases by state, the full draft with its paper, and who reads."""

    cases: dict[str, Application] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)

    @property
    def draft(self) -> Application:
        """The full draft."""
        return self.cases["draft"]

    def paper(self, state: str = "draft") -> Paper:
        """Return a paper of a case."""
        return Paper.objects.filter(family=self.cases[state].family_id).earliest("pk")

    def act(self, name: str) -> tuple[User, Application]:
        """Return an officer who can do an act now, and the case to do it with."""
        act: Act = ACTS[name]
        for officer in self.people.values():
            if officer.may(act.permission):
                for case in visible_cases(officer).select_related("applicant", "account", "caseworker"):
                    if act.is_offered(case, officer) and not act.hindrance(case, officer):
                        return officer, case
        raise AssertionError(f"Nobody can do {name} with any case of the world.")


def built() -> World:
    """Build the world; nobody else must work on the jobs meanwhile."""
    world = World(people={name: personas.staff(name) for name in personas.STAFF})
    for day in range(2, 5):
        for purpose in Slot.Purpose:
            Slot.objects.create(office=personas.office(), purpose=purpose, starts_at=clock.now() + timedelta(days=day))
    for state in (each.id for each in STATES if each.id not in NEVER_A_PAGE | {"draft"}):
        road = Road(personas.applicant(state.replace("_", "-")), name="Kovács-Szentgyörgyi")
        for person in (road.case.applicant, *ancestors(road.case)) if state in WITH_PAPERS else ():
            with_paper(road.case, person)
        if state in SEEN_IN_BOTH:
            with_paper(road.case, ancestors(road.case)[1], "death_certificate", scan("Certificat de deces"))
        world.cases[state] = road.to(state)
        world.people[state] = road.account
    world.cases["draft"], world.people["draft"] = full_draft()
    late(world.cases["granted"].account)
    world.people["guarded"] = guarded()
    do_jobs()
    journal.anchor(clock.today())
    found = Finding.objects.filter(application=world.cases["under_review"], superseded_at=None).latest("pk")
    review(finding=found, officer=world.people["klara"], outcome=found.outcome, reason="Megnéztem.")
    words = written("account/email/email_confirmation_signup", world.draft.account.email, "hu", {"code": "ABCD-1234"})
    OnceFileBackend().send_messages([words])
    return world


def full_draft() -> tuple[Application, User]:
    """Return a draft in which every question was asked and answered, with an examined paper."""
    account = confirmed(personas.applicant("draft"))
    browser = Client(headers={"host": "localhost"})
    browser.force_login(account)
    case = started(browser)
    walk(browser, case, EVERYTHING, a_citizen_grandfather)
    pipeline.papers_received(application=case, received=[with_paper(case)])
    case.refresh_from_db()
    return case, account


def late(account: User) -> None:
    """Let somebody's grant be a year old since the summons was delivered."""
    road = Road(account, name="Kései")
    road.summon()
    pipeline.deliver_summons(case=road.case, on=a_year_ago(), actor=road.caseworker)


def confirmed(user: User) -> User:
    """Confirm the address of an account."""
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def guarded() -> User:
    """Return an account with an authenticator app and recovery codes."""
    user = confirmed(personas.applicant("guarded"))
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)
    return user
