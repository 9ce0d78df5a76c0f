"""What the first page of the queue costs against Django's own change list on the same rows."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import override_settings

from applications.casework.workflow import STATES
from applications.core import clock
from applications.core.models import User
from applications.family.models import Family, Person
from applications.intake.models import Application
from tests import personas
from tests.bench.cost import Reader, Work, costs, say, told

pytestmark = pytest.mark.bench
ROWS = 20_000
NAMES = ("Kovács", "Szabó", "Tóth", "Kiss", "Nagy", "Varga", "Őri", "Zsigmond")
STOCK_TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": []}]


@pytest.fixture(scope="module")
def officer(committed_db: None) -> User:
    """A caseworker in an office with many cases."""
    klara = personas.staff("klara")
    account = personas.applicant()
    family = Family.objects.create(account=account)
    people = Person.objects.bulk_create(
        [
            Person(
                family=family,
                family_name=NAMES[number % len(NAMES)],
                given_name="Ilona",
                born_on=f"19{number % 60 + 20}-05-03",
            )
            for number in range(ROWS)
        ],
        batch_size=2000,
    )
    states = [state for state in STATES if state.id != "draft"]
    Application.objects.bulk_create(
        [
            Application(
                reference=f"HN-26-{number:08}", account=account, family=family, applicant=person,
                state=states[number % len(states)].id, waits_for=states[number % len(states)].turn, office=klara.office,
                caseworker=klara if number % 7 == 0 else None, submitted_at=clock.now() - timedelta(minutes=number),
                closed_at=clock.now() if states[number % len(states)].closes else None,
                due_on=clock.today() + timedelta(days=number % 90),
            )
            for number, person in enumerate(people)
        ],
        batch_size=2000,
    )  # fmt: skip
    return klara


def test_the_first_page_of_the_queue(officer: User):
    reader = Reader(officer)
    address = "/office/applications/application/?queue=all"
    floor, empty, ours = costs(
        Work("a signed-in view that does nothing", lambda: reader.get("/nothing/")),
        Work("the queue without a row found", lambda: reader.get(f"{address}&q=HN-99-AAAA-AAAA")),
        Work(f"the queue, page 1 of {ROWS} cases", lambda: reader.get(address)),
        rounds=15,
    )
    with override_settings(TEMPLATES=STOCK_TEMPLATES):
        stock = costs(
            Work("Django's own list of the same cases", lambda: reader.get("/stock/applications/application/")),
            rounds=7,
        )[0]
    told(floor, [empty, ours, stock])
    say(
        f"  the queue costs {ours.times(empty):.2f} times the empty page, Django's list {stock.times(ours):.2f} times the queue"
    )

    assert ours.times(stock) < 1
