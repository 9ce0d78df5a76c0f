"""Requests for information: proposed from the findings, in the applicant's language; the clock stands still."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from applications import pipeline
from applications.admin.acts.points import proposed_points
from applications.casework import requests
from applications.casework.deadlines import to_president
from applications.casework.models import InformationRequest
from applications.core import clock
from applications.correspondence.models import Message
from tests.office.cases import member, with_paper
from tests.office.pages import act_url, case_url, do


def asked(count: int, **changes: object) -> dict[str, object]:
    """Return a request whose last point is a text of our own, all proposed ones unticked."""
    rows: dict[str, object] = {
        "introduction": "Kérjük, segítsen.",
        "due_on": (clock.today() + timedelta(45)).isoformat(),
    }
    for number in range(count):
        rows |= {f"point-{number}-kind": "text", f"point-{number}-question": ""}
    rows |= {f"point-{count - 1}-asked": "on", f"point-{count - 1}-question": "Hol született az édesapja?"}
    return rows | changes


def points_on(client, case) -> int:
    """Return how many points the screen offers."""
    return client.get(act_url(case, "request_information")).content.decode().count('<fieldset class="point')


def test_points_are_proposed_from_the_findings(road):
    paper = with_paper(road.case, kind="passport")
    case = road.to("under_review")
    points = proposed_points(case)
    about_paper = next(point for point in points if point.replaces == paper.pk)
    assert about_paper.kind == "paper"
    assert about_paper.paper_kind == "passport"
    assert "Útlevél" in about_paper.question, "the applicant reads Hungarian"
    codes = {point.finding_code for point in points}
    assert "criminal_record" in codes
    assert "security" not in codes, "the security services are not the applicant's to ask"
    assert "citizen" not in codes, "only the case's own procedure"


def test_a_request_from_asking_to_the_answer(road, signed_in):
    """Only what was asked opens; the answer is a new submission; the old one stays as it was."""
    case = road.to("under_review")
    client = signed_in("klara")
    before = case.submissions.get().digest
    do(client, case, "request_information", asked(points_on(client, case)))
    case.refresh_from_db()
    request = case.requests.get()
    assert case.state == "information_requested"
    assert case.waits_for == "applicant"
    assert case.due_on == request.due_on
    assert [item.question for item in request.items.all()] == ["Hol született az édesapja?"]
    told = Message.objects.get(application=case, template="information_requested")
    assert told.language == case.language
    assert "Hol született az édesapja?" in told.text or request.number == 1

    item = request.items.get()
    assert requests.unanswered(request) == [item]
    requests.answer_item(item=item, answer="Kolozsváron.")
    pipeline.answer_request(request=request, actor=case.account, form_version="1")
    case.refresh_from_db()
    assert case.state == "under_review"
    assert InformationRequest.objects.get().state == "answered"
    first, second = case.submissions.order_by("number")
    assert (first.digest, second.number) == (before, 2)
    assert "Kolozsváron." in client.get(case_url(case)).content.decode()


def test_the_clock_stands_still_meanwhile(road, signed_in, tell_time):
    start = datetime(2026, 1, 12, 9, tzinfo=timezone.get_default_timezone())
    tell_time(start)
    case = road.to("under_review")
    assert case.due_on == date(2026, 4, 13), "12 April 2026 is a Sunday"
    client = signed_in("klara")
    tell_time(start + timedelta(days=10))
    do(client, case, "request_information", asked(points_on(client, case)))
    tell_time(start + timedelta(days=30))
    request = case.requests.get()
    requests.answer_item(item=request.items.get(), answer="Íme.")
    pipeline.answer_request(request=request, actor=case.account, form_version="1")
    case.refresh_from_db()
    assert case.due_on == to_president(date(2026, 1, 12), 20)


def test_a_request_asks_for_something(road, signed_in):
    case = road.to("under_review")
    client = signed_in("klara")
    count = points_on(client, case)
    nothing = {key: value for key, value in asked(count).items() if not key.endswith("-asked")}
    assert "Tick at least one point" in do(client, case, "request_information", nothing).content.decode()
    wordless = asked(count) | {f"point-{count - 1}-question": "  "}
    assert "Write what the applicant is to do." in do(client, case, "request_information", wordless).content.decode()
    kindless = asked(count) | {f"point-{count - 1}-kind": "paper"}
    assert "Choose which kind of paper." in do(client, case, "request_information", kindless).content.decode()
    past = asked(count, due_on=clock.today().isoformat())
    assert "must lie ahead" in do(client, case, "request_information", past).content.decode()
    case.refresh_from_db()
    assert case.state == "under_review"


def test_a_request_taken_back(road, signed_in):
    case = road.to("information_requested")
    do(signed_in("klara"), case, "cancel_request")
    case.refresh_from_db()
    assert case.state == "under_review"
    assert case.requests.get().state == "cancelled"


def test_an_unanswered_request_expires_by_the_clock(road):
    case = road.to("information_requested")
    pipeline.watch_deadlines(clock.today() + timedelta(days=46))
    case.refresh_from_db()
    assert case.state == "under_review"
    assert case.requests.get().state == "expired"
    assert member("klara") == case.caseworker
