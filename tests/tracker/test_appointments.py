"""Booking the visit and the oath: by office and day, moved, cancelled, taken once, by the office's own clock."""

from datetime import UTC, datetime, timedelta

import pytest

from applications.casework.models import Booking, Slot
from applications.core import clock
from applications.core.models import Office
from applications.correspondence.models import Message
from applications.intake.models import Application
from tests import personas
from tests.letters import roads
from tests.tracker.conftest import browser_of

pytestmark = pytest.mark.usefixtures("rows")


def slot_at(at: datetime, office: Office | None = None, **fields: object) -> Slot:
    """Return a time at an office."""
    return Slot.objects.create(office=office or personas.office(), starts_at=at, **fields)


def new_york() -> Office:
    """Return an office six hours behind."""
    return Office.objects.create(
        name_hu="Főkonzulátus, New York",
        name_en="Consulate General, New York",
        kind="consulate",
        country="US",
        city="New York",
        address="223 East 52nd Street",
        time_zone="America/New_York",
    )


def test_near_offices_come_first(case: Application, reads):
    personas.office()
    new_york()
    page = reads(case, "visit/")

    assert page.index("Csíkszereda") < page.index("New York")


def test_times_are_told_by_the_clock_of_the_office(case: Application, reads):
    there = new_york()
    slot_at(datetime(2099, 1, 5, 15, 0, tzinfo=UTC), there)
    page = reads(case, f"visit/?office={there.pk}")

    assert "10:00" in page
    assert "15:00" not in page


def test_a_visit_is_booked_moved_and_cancelled(case: Application, reads):
    first, second = slot_at(clock.now() + timedelta(days=3)), slot_at(clock.now() + timedelta(days=4))
    anna, base = browser_of(case.account), f"/my/{case.reference}/visit/"

    anna.post(f"{base}book/", {"slot": first.pk})
    case.refresh_from_db()
    assert case.state == "visit_booked"
    assert case.office == first.office
    assert first.office.address in reads(case)

    anna.post(f"{base}book/", {"slot": second.pk})
    assert Booking.objects.get(application=case, cancelled_at=None).slot == second

    anna.post(f"{base}cancel/")
    anna.post(f"{base}cancel/")
    case.refresh_from_db()
    assert case.state == "checked"
    assert not Booking.objects.filter(application=case, cancelled_at=None).exists()
    told = list(Message.objects.filter(application=case).order_by("pk").values_list("template", flat=True))
    assert told[-3:] == ["visit_booked", "visit_booked", "visit_cancelled"]


def test_a_double_click_books_once(case: Application):
    slot = slot_at(clock.now() + timedelta(days=3), capacity=2)
    anna = browser_of(case.account)
    for _ in range(2):
        anna.post(f"/my/{case.reference}/visit/book/", {"slot": slot.pk})

    assert Booking.objects.filter(application=case).count() == 1


def test_a_place_that_was_just_taken_is_said_to_be(case: Application):
    slot = slot_at(clock.now() + timedelta(days=3))
    other = Application.objects.create(
        reference="HN-26-2222-2222", account=personas.applicant("mari"), family=case.family, applicant=case.applicant
    )
    Booking.objects.create(slot=slot, application=other)
    page = browser_of(case.account).post(f"/my/{case.reference}/visit/book/", {"slot": slot.pk}, follow=True)

    assert "has just been taken" in page.content.decode()
    assert not case.bookings.exists()


@pytest.mark.parametrize("sent", ["", "x", "999999"])
def test_a_time_that_is_none_is_refused(case: Application, sent: str):
    page = browser_of(case.account).post(f"/my/{case.reference}/visit/book/", {"slot": sent}, follow=True)

    assert "Choose a time." in page.content.decode()


def test_a_time_for_the_oath_is_no_time_for_the_visit(case: Application):
    slot = slot_at(clock.now() + timedelta(days=3), purpose="oath")
    browser_of(case.account).post(f"/my/{case.reference}/visit/book/", {"slot": slot.pk})

    assert not case.bookings.exists()


def test_without_times_it_says_so(case: Application, reads):
    personas.office()

    assert "There is no free time here now" in reads(case, "visit/")


def test_later_times_are_a_link_away(case: Application, reads):
    slots = [slot_at(clock.now() + timedelta(days=days)) for days in range(2, 14)]
    page = reads(case, "visit/")
    last = slots[-1].begins.date().isoformat()

    assert page.count("<fieldset") == 8
    assert "Later times" in page
    assert reads(case, f"visit/?since={last}").count("<fieldset") == 1


def test_the_calendar_file_holds_the_hour_and_a_reminder(case: Application):
    slot = slot_at(datetime(2099, 1, 5, 8, 30, tzinfo=UTC))
    anna = browser_of(case.account)
    anna.post(f"/my/{case.reference}/visit/book/", {"slot": slot.pk})
    response = anna.get(f"/my/{case.reference}/visit/calendar/")
    lines = response.content.decode().split("\r\n")

    assert response["Content-Type"].startswith("text/calendar")
    assert {"DTSTART:20990105T083000Z", "DTEND:20990105T090000Z", "TRIGGER:-P1D"} <= set(lines)
    assert all(len(line.encode()) <= 75 for line in lines)


def test_the_oath_is_taken_where_the_summons_says(case: Application, reads):
    roads.to_the_summons(roads.to_review(case))
    elsewhere = new_york()
    slot_at(clock.now() + timedelta(days=3), elsewhere, purpose="oath")
    here = slot_at(clock.now() + timedelta(days=3), purpose="oath")
    anna = browser_of(case.account)

    assert "New York" not in reads(case, "oath/").split("<details>")[0]
    anna.post(f"/my/{case.reference}/oath/book/", {"slot": here.pk})
    case.refresh_from_db()
    assert case.state == "oath_booked"
    assert case.oath_appointments.get().at == here.starts_at


def test_the_place_of_the_oath_changes_once_and_in_time(case: Application):
    roads.to_the_summons(roads.to_review(case))
    there = new_york()
    soon = slot_at(clock.now() + timedelta(days=3), purpose="oath")
    anna, base = browser_of(case.account), f"/my/{case.reference}/oath/"

    anna.post(f"{base}book/", {"slot": soon.pk})
    refused = anna.post(f"{base}place/", {"office": there.pk}, follow=True).content.decode()
    assert "cannot be changed any more" in refused

    anna.post(f"{base}cancel/")
    anna.post(f"{base}place/", {"office": there.pk})
    summons = case.oath_appointments.get()
    assert (summons.office, summons.place_changes) == (there, 1)

    again = anna.post(f"{base}place/", {"office": personas.office().pk}, follow=True).content.decode()
    assert "cannot be changed any more" in again
    assert case.oath_appointments.get().office == there
