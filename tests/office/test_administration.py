"""The other screens: accounts, offices, times, jobs, messages, journal, health."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils import timezone

from applications.admin.offices import series
from applications.casework.models import Slot
from applications.core import clock, jobs, journal
from applications.core.models import Job, JournalEntry, Office, User
from applications.correspondence.models import Message
from tests import personas
from tests.office.cases import member

USERS = "/office/applications/user/"


def account(**changes: object) -> dict[str, object]:
    """Return a filled form of a new account."""
    return {
        "email": "Uj@Example.hu",
        "name": "Új Ügyintéző",
        "language": "hu",
        "is_active": "on",
        "roles": ["caseworker"],
        **changes,
    }


def test_the_administrator_adds_staff_who_choose_their_password(signed_in, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    client = signed_in("adam")
    assert client.post(f"{USERS}add/", account(), follow=True).status_code == 200
    user = User.objects.get(email="uj@example.hu")
    assert user.is_staff
    assert user.roles == {"caseworker"}
    assert not user.has_usable_password()
    assert mail.outbox[0].to == ["uj@example.hu"]
    assert JournalEntry.objects.filter(chain="administration", event="user.roles").exists()


@pytest.mark.parametrize(
    "roles", [["auditor", "caseworker"], ["administrator", "decider"], ["auditor", "administrator"]]
)
def test_auditors_and_administrators_have_no_other_role(signed_in, roles):
    page = signed_in("adam").post(f"{USERS}add/", account(roles=roles)).content.decode()
    assert "have no other role" in page
    assert not User.objects.filter(email="uj@example.hu").exists()


def test_roles_are_changed_and_taken_away(signed_in):
    klara = member("klara")
    client = signed_in("adam")
    client.post(
        f"{USERS}{klara.pk}/change/", {"name": "Klára", "language": "hu", "is_active": "on", "roles": ["clerk"]}
    )
    assert User.objects.get(pk=klara.pk).roles == {"clerk"}
    client.post(f"{USERS}{klara.pk}/change/", {"name": "Klára", "language": "hu", "is_active": "on"})
    assert not User.objects.get(pk=klara.pk).is_staff


def test_nobody_gives_himself_a_role(signed_in):
    adam = member("adam")
    client = signed_in("adam")
    assert 'name="roles"' not in client.get(f"{USERS}{adam.pk}/change/").content.decode()
    client.post(f"{USERS}{adam.pk}/change/", {"name": "Ádám", "language": "hu", "roles": ["caseworker"]})
    changed = User.objects.get(pk=adam.pk)
    assert changed.roles == {"administrator"}
    assert changed.is_active


def test_accounts_of_applicants_are_found_by_search_only(signed_in):
    personas.applicant("ilona")
    client = signed_in("adam")
    assert "ilona@example.hu" not in client.get(USERS).content.decode()
    assert "ilona@example.hu" in client.get(USERS, {"q": "ilona"}).content.decode()


def test_accounts_are_not_deleted(signed_in):
    klara = member("klara")
    assert signed_in("adam").post(f"{USERS}{klara.pk}/delete/", {"post": "yes"}).status_code == 403


def test_an_office_is_data(signed_in):
    client = signed_in("adam")
    data = {
        "name_hu": "Nagykövetség, Bécs",
        "name_en": "Embassy, Vienna",
        "kind": "consulate",
        "country": "AT",
        "city": "Bécs",
        "address": "Bankgasse 4–6.",
        "time_zone": "Europe/Vienna",
        "languages": "hu,de",
        "is_open": "on",
    }
    client.post("/office/applications/office/add/", data)
    assert Office.objects.get(city="Bécs").name_in("en") == "Embassy, Vienna"
    assert JournalEntry.objects.filter(event="office.added").exists()


def test_a_series_of_times(signed_in):
    office = personas.office()
    start = timezone.localtime(clock.now() + timedelta(days=10)).replace(hour=9, minute=0)
    data = {
        "office": office.pk,
        "purpose": "filing",
        "starts_at": start.strftime("%Y-%m-%dT%H:%M"),
        "minutes": 30,
        "capacity": 1,
        "times": 3,
        "days": 2,
    }
    signed_in("adam").post("/office/applications/slot/add/", data)
    begun = [timezone.localtime(slot.starts_at) for slot in Slot.objects.order_by("starts_at")]
    working = [moment for moment in begun if moment.weekday() < 5]
    assert len(working) >= 6
    assert {(moment.hour, moment.minute) for moment in working} == {(9, 0), (9, 30), (10, 0)}


def test_a_series_keeps_the_hour_when_summer_time_ends():
    first = datetime(2026, 10, 23, 9, tzinfo=ZoneInfo("Europe/Budapest"))
    found = series(first, 30, 1, 4)
    assert {moment.hour for moment in found} == {9}
    assert {moment.utcoffset() for moment in found} == {timedelta(hours=1), timedelta(hours=2)}


def test_times_are_by_the_clock_on_the_offices_wall(signed_in):
    office = Office.objects.create(
        name_hu="Főkonzulátus, New York",
        name_en="Consulate General, New York",
        kind="consulate",
        country="US",
        city="New York",
        address="x",
        time_zone="America/New_York",
    )
    data = {"office": office.pk, "purpose": "oath", "starts_at": "2199-01-07T09:00", "minutes": 30, "capacity": 1}
    client = signed_in("adam")
    client.post("/office/applications/slot/add/", data)
    slot = Slot.objects.get(office=office)
    assert slot.starts_at == datetime(2199, 1, 7, 14, tzinfo=UTC)
    assert 'value="2199-01-07T09:00"' in client.get(f"/office/applications/slot/{slot.pk}/change/").content.decode()


def test_an_unknown_time_zone_is_refused(signed_in):
    office = personas.office()
    page = signed_in("adam").post(f"/office/applications/office/{office.pk}/change/", {"time_zone": "Buda/Pest"})
    assert "Enter a time zone such as" in page.content.decode()


def test_times_of_the_past_are_refused(signed_in):
    data = {
        "office": personas.office().pk,
        "purpose": "filing",
        "starts_at": "2020-01-06T09:00",
        "minutes": 30,
        "capacity": 1,
    }
    assert "The time must lie ahead." in signed_in("adam").post("/office/applications/slot/add/", data).content.decode()


def test_a_job_given_up_is_tried_again(signed_in):
    job = Job.objects.create(kind="send", key="send:1", state="failed", attempts=5, last_error="x")
    client = signed_in("adam")
    client.post("/office/applications/job/", {"action": "try_again", "_selected_action": [job.pk]})
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("due", 0)
    assert JournalEntry.objects.filter(event="job.retried", subject=f"job/{job.pk}").exists()


def test_the_auditor_tries_nothing_again(signed_in):
    job = Job.objects.create(kind="send", key="send:1", state="failed", attempts=5)
    signed_in("agota").post("/office/applications/job/", {"action": "try_again", "_selected_action": [job.pk]})
    job.refresh_from_db()
    assert job.state == "failed"


def test_a_message_given_up_is_sent_again(road, signed_in):
    case = road.to("filed")
    message = Message.objects.get(application=case, template="filed")
    Job.objects.filter(key=f"send:{message.pk}").update(state="failed", attempts=5)
    client = signed_in("klara")
    page = client.get("/office/applications/message/", {"q": case.reference}).content.decode()
    assert "failed" in page
    client.post("/office/applications/message/", {"action": "send_again", "_selected_action": [message.pk]})
    assert Job.objects.get(key=f"send:{message.pk}").state == "due"
    jobs.drain()
    message.refresh_from_db()
    assert message.state == "sent"


def test_messages_are_read_and_never_changed(road, signed_in):
    case = road.to("filed")
    message = Message.objects.get(application=case, template="filed")
    client = signed_in("klara")
    url = f"/office/applications/message/{message.pk}/change/"
    assert message.subject in client.get(url).content.decode()
    assert client.post(url, {"subject": "x"}).status_code == 403
    assert client.get("/office/applications/message/add/").status_code == 403


def test_the_journal_is_searched_and_verified(road, signed_in):
    case = road.to("filed")
    client = signed_in("agota")
    page = client.get("/office/applications/journalentry/", {"q": case.reference.lower()}).content.decode()
    assert "case.record_visit" in page
    assert "readings" not in page
    answer = client.post("/office/applications/journalentry/verify/", follow=True)
    assert "Every chain of the journal holds." in answer.content.decode()
    assert client.get("/office/applications/journalentry/verify/").status_code == 405


def test_a_broken_chain_is_named(road, signed_in, monkeypatch):
    monkeypatch.setattr(
        journal, "broken_links", lambda: [journal.Break("HN-26-XXXX-XXXX", 3, "its content was changed")]
    )
    answer = signed_in("agota").post("/office/applications/journalentry/verify/", follow=True)
    assert "HN-26-XXXX-XXXX 3: its content was changed" in answer.content.decode()
    assert "broken in 1 places" in signed_in("adam").get("/office/health/").content.decode()


def test_the_journal_is_for_the_auditor(signed_in):
    for name in ("klara", "denes", "csaba", "adam"):
        assert signed_in(name).get("/office/applications/journalentry/").status_code == 403
        assert signed_in(name).post("/office/applications/journalentry/verify/").status_code == 403


def test_health_notices_what_waits_and_what_is_lost(signed_in):
    client = signed_in("adam")
    page = client.get("/office/health/").content.decode()
    assert "no job finished yet" in page
    assert "not verified yet" in page
    late = clock.now() - timedelta(hours=1)
    Job.objects.create(kind="send", key="send:1", due_at=late)
    Job.objects.create(kind="send", key="send:2", state="running", lease_until=late)
    Job.objects.create(kind="send", key="send:3", state="failed")
    page = client.get("/office/health/").content.decode()
    assert "1 jobs wait for more than two minutes" in page
    assert "1 lost jobs were not freed" in page
    assert "jobs given up: 1" in page
