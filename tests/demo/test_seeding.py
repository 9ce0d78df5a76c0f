"""The demo cases: one in every state, by the services that people use; once, wherever a run was interrupted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import call_command
from django.core.management.base import CommandError

from applications import pipeline
from applications.casework.models import Slot, StateChange
from applications.casework.workflow import STATES
from applications.core import clock, journal
from applications.core.models import Job, User
from applications.correspondence.models import Message
from applications.demo import accounts
from applications.demo.cases import QUICK, DemoCase, rest
from applications.demo.roads import ROADS, Road
from applications.demo.seeding import Seeding
from applications.demo.stock import Stock, all_papers
from applications.documents.models import CheckedFile, PaperFile
from applications.intake.models import Application
from applications.intake.queries import saved_pages
from portal.public.step import form_version

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stock")


@pytest.fixture
def seeding(folder: Path) -> Seeding:
    accounts.see_to_accounts()
    accounts.see_to_slots()
    return Seeding(Stock(folder), form_version=form_version())


def one_of_each() -> Iterator[DemoCase]:
    """A cousin's case for each state, with the same one paper: a case is cheap."""
    for number, state in enumerate(ROADS):
        refuse_for = "no_ancestor" if state == "refused" else ""
        yield DemoCase(f"t{number:02}", 1, state, number + 1, refuse_for=refuse_for, road=number % 2)


@pytest.mark.slow
def test_there_is_a_case_in_every_state(seeding: Seeding):
    wanted = list(one_of_each())
    made = seeding.make(wanted)

    assert made == len(wanted) == len(STATES)
    assert {case.state for case in Application.objects.all()} == {state.id for state in STATES}
    assert journal.broken_links() == []
    assert set(Message.objects.values_list("state", flat=True)) == {Message.State.RECORDED}
    assert mail.outbox == []
    assert CheckedFile.objects.count() == 1
    # What was seen in other cases is looked for by the workers, when they have time.
    waiting = set(Job.objects.exclude(state=Job.State.DONE).exclude(kind="look_for").values_list("case", flat=True))
    assert waiting == {Application.objects.get(state="submitted").reference}
    assert seeding.make(wanted) == 0
    assert Application.objects.count() == made
    for case in Application.objects.exclude(state="draft"):
        moments = list(StateChange.objects.filter(application=case).order_by("pk").values_list("at", flat=True))
        assert moments == sorted(moments)
        assert moments[-1] <= clock.now()
        assert case.submitted_at == moments[0]


def test_an_interrupted_case_goes_on_where_it_stopped(seeding: Seeding, monkeypatch: pytest.MonkeyPatch):
    case = DemoCase("t99", 1, "under_review", 3, road=1)
    plan = seeding.plan(case)
    seeding.stock.draw([(plan.made, paper) for paper in plan.made.papers])
    seeding.prepare(plan)
    assert Application.objects.get().state == "draft"

    with monkeypatch.context() as patch:
        patch.setattr(Road, "answer", broken_off)
        with pytest.raises(ConnectionResetError):
            seeding.make([case])
    assert Application.objects.get().state == "information_requested"

    assert seeding.make([case]) == 1
    assert Application.objects.get().state == "under_review"
    assert Application.objects.get().submissions.count() == 2
    assert seeding.make([case]) == 0


def broken_off(self: Road) -> None:
    """End as a killed process does, in the middle of an act."""
    raise ConnectionResetError


def test_a_case_that_a_visitor_has_moved_is_left_alone(seeding: Seeding):
    case = DemoCase("t98", 1, "visit_booked", 3)
    seeding.make([replace(case, state="checked")])
    found = Application.objects.get()
    pipeline.withdraw(case=found, actor=found.account)

    seeding.make([replace(case, state="filed")])
    assert Application.objects.get().state == "withdrawn"


def test_a_borrowed_paper_is_about_ones_own_ancestor(seeding: Seeding):
    lent, borrowed = DemoCase("t96", 1, "checked", 3), DemoCase("t97", 2, "checked", 3, borrows=1)
    seeding.make([lent, borrowed])

    mine = Application.objects.get(account__email=seeding.plan(borrowed).email)
    theirs = Application.objects.get(account__email=seeding.plan(lent).email)
    files = [
        set(PaperFile.objects.filter(paper__family=case.family_id).values_list("checked", flat=True))
        for case in (mine, theirs)
    ]
    assert files[0] & files[1]
    shared = PaperFile.objects.filter(checked__in=files[0] & files[1])
    assert {file.paper.family_id for file in shared} == {mine.family_id, theirs.family_id}
    assert len({file.paper.person.full_name for file in shared}) == 2


def test_relatives_live_in_houses_of_their_own(seeding: Seeding):
    seeding.make([DemoCase(f"t{number}", 1, "checked", number) for number in (1, 3, 5)])

    lives = [saved_pages(case)[case.applicant_id, "address"]["street"] for case in Application.objects.all()]
    assert len(set(lives)) == len(lives) == 3


def test_the_day_of_a_case_does_not_depend_on_the_run(seeding: Seeding):
    first, again = seeding.plan(QUICK[4]), seeding.plan(QUICK[4])

    assert (first.email, first.acts, first.office) == (again.email, again.acts, again.office)


def test_the_house_is_full():
    cases = [*QUICK, *rest()]

    assert len(cases) >= 200
    assert len({case.key for case in cases}) == len(cases)
    assert {case.state for case in cases} == {state.id for state in STATES}


def test_two_hundred_cases_share_some_forty_papers():
    assert 35 <= len({(made.number, paper.name) for made, paper in all_papers()}) <= 50


def test_everybody_of_the_cast_can_sign_in_and_has_a_role():
    accounts.see_to_accounts()
    accounts.see_to_accounts()

    assert len(accounts.PASSWORD) >= 12
    assert User.objects.count() == len(accounts.ACCOUNTS)
    for account in accounts.ACCOUNTS:
        user = User.objects.get(email=account.email)
        assert user.check_password(accounts.PASSWORD)
        assert user.roles == ({account.role} if account.role else frozenset())
        assert accounts.ILONA.email in accounts.announcement()


def test_times_are_open_at_every_office_that_receives_people():
    accounts.see_to_accounts()
    accounts.see_to_slots()
    accounts.see_to_slots()

    open_at = set(
        Slot.objects.filter(starts_at__gt=clock.now() + timedelta(days=7)).values_list("office__city", "purpose")
    )
    assert open_at == {
        (office.city, purpose)
        for office in accounts.OFFICES
        if office.kind != "central"
        for purpose in ("filing", "oath")
    }


def test_nothing_of_it_is_made_in_production(settings):
    settings.PRODUCTION = True

    with pytest.raises(CommandError):
        call_command("seed_demo", "--quick")
    assert User.objects.count() == 0
