"""The queue: tabs, filters, search, actions; a fixed number of queries whatever the number of cases."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from applications.admin import base
from applications.casework.models import StateChange
from applications.casework.queues import birth_date
from applications.core import clock
from applications.family.services import add_child, describe
from applications.intake.models import Application
from tests import personas
from tests.office.cases import Road, draft, member

LIST = "/office/applications/application/"


def submitted(name: str, **fields: object) -> Application:
    """Return a case as it is after its filing, without walking there (for lists of many)."""
    case = draft(personas.applicant(f"a{Application.objects.count()}x"), name)
    values = {"state": "filed", "waits_for": "office", "submitted_at": clock.now(), "filed_at": clock.now(), **fields}
    Application.objects.filter(pk=case.pk).update(**values)
    case.refresh_from_db()
    return case


def references(page: str) -> list[str]:
    """Return the references on a page of the list."""
    return re.findall(r">(HN-\d\d-[0-9A-Z]{4}-[0-9A-Z]{4})</a>", page)


def queries_of(client, url: str) -> int:
    """Return how many queries a page needs, once the session is known."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_queries_do_not_grow_with_cases(signed_in):
    client = signed_in("klara")
    submitted("Kovács")
    few = queries_of(client, f"{LIST}?queue=all")
    for number in range(12):
        submitted(f"Név{number}", caseworker=member("kamill"))
    assert queries_of(client, f"{LIST}?queue=all") == few
    assert few <= 12


def test_the_day_needs_as_many_queries_for_many_cases(signed_in):
    client = signed_in("klara")
    submitted("Kovács", caseworker=member("klara"))
    few = queries_of(client, "/office/")
    for number in range(6):
        submitted(f"Név{number}", caseworker=member("klara"))
    assert queries_of(client, "/office/") == few


def test_tabs(signed_in):
    klara = member("klara")
    mine = submitted("Enyém", caseworker=klara)
    nobody = submitted("Senkié")
    waiting = submitted("Vár", waits_for="applicant", caseworker=member("kamill"))
    late = submitted("Késő", due_on=clock.today(), caseworker=member("kamill"))
    client = signed_in("klara")

    def shown(queue: str) -> set[str]:
        return set(references(client.get(f"{LIST}?queue={queue}").content.decode()))

    assert shown("mine") == {mine.reference}
    assert shown("unassigned") == {nobody.reference}
    assert shown("waiting") == {waiting.reference}
    assert shown("due") == {late.reference}
    assert shown("all") == {mine.reference, nobody.reference, waiting.reference, late.reference}
    assert set(references(client.get(LIST).content.decode())) == {mine.reference}


def test_drafts_are_nowhere(signed_in):
    case = draft(personas.applicant("d"))
    assert case.reference not in signed_in("klara").get(f"{LIST}?queue=all").content.decode()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Kovacs", True),
        ("kovács il", True),
        ("Ilona Kovacs", True),
        ("KOVÁCS", True),
        ("ovács", False),
        ("1985-06-01", True),
        ("1985. 06. 01.", True),
        ("1.6.1985", True),
        ("1985-06-02", False),
        ("Szabó", False),
    ],
)
def test_search_by_name_and_birth_date(signed_in, typed, found):
    case = submitted("Kovács")
    page = signed_in("klara").get(LIST, {"q": typed}).content.decode()
    assert (case.reference in references(page)) is found


def test_search_by_reference_however_it_is_typed(signed_in):
    case, other = submitted("Kovács"), submitted("Szabó")
    client = signed_in("klara")
    for typed in (case.reference, case.reference.lower(), case.reference.replace("-", " ")):
        assert references(client.get(LIST, {"q": typed}).content.decode()) == [case.reference]
    wrong = case.reference[:-1] + ("2" if case.reference[-1] != "2" else "3")
    assert references(client.get(LIST, {"q": wrong}).content.decode()) == []
    assert other.reference not in client.get(LIST, {"q": case.reference}).content.decode()


def test_search_finds_by_birth_name_and_by_a_child(signed_in):
    case = submitted("Kovács")
    describe(person=case.applicant, changes={"family_name": "Nagyné", "birth_name": "Zöld Ilona"})
    child = add_child(
        parent=case.applicant, changes={"family_name": "Kis", "given_name": "Áron", "born_on": "2015-03-04"}
    )
    case.children.add(child)
    client = signed_in("klara")
    for typed in ("zold", "kis aron", "2015.03.04"):
        assert references(client.get(LIST, {"q": typed}).content.decode()) == [case.reference]


@pytest.mark.parametrize(
    ("typed", "day"),
    [("1985-6-1", "1985-06-01"), ("31.12.1999", "1999-12-31"), ("1999-02-30", None), ("Kovács 2", None), ("", None)],
)
def test_birth_dates_are_recognised(typed, day):
    assert birth_date(typed) == day


def test_filters_narrow_and_nonsense_is_left_alone(signed_in):
    filed, decided = submitted("Kovács"), submitted("Szabó", state="before_president", waits_for="other")
    client = signed_in("klara")
    page = client.get(LIST, {"queue": "all", "state": "filed"}).content.decode()
    assert references(page) == [filed.reference]
    page = client.get(LIST, {"queue": "all", "turn": "other"}).content.decode()
    assert references(page) == [decided.reference]
    for nonsense in ({"state": "x"}, {"office": "1 OR 1"}, {"caseworker": "abc"}, {"queue": "nothing"}):
        assert client.get(LIST, {"queue": "all", **nonsense}, follow=True).status_code == 200


def test_the_count_stops_where_nobody_leafs(signed_in, monkeypatch):
    monkeypatch.setattr(base, "COUNTED", 3)
    for number in range(6):
        submitted(f"Név{number}")
    with CaptureQueriesContext(connection) as queries:
        page = signed_in("klara").get(f"{LIST}?queue=all").content.decode()
    assert "narrow the list" in page
    counts = [query["sql"] for query in queries if "COUNT(" in query["sql"].upper()]
    assert counts
    assert all("LIMIT" in sql.upper() for sql in counts)


def test_overdue_is_said_in_words(signed_in):
    submitted("Kovács", due_on=clock.today() - timedelta(days=3))
    assert "3 days late" in signed_in("klara").get(f"{LIST}?queue=due").content.decode()


def test_take_several(signed_in):
    cases = [submitted("Kovács"), submitted("Szabó")]
    taken = submitted("Nagy", caseworker=member("kamill"))
    client = signed_in("klara")
    data = {"action": "take_cases", "_selected_action": [case.pk for case in (*cases, taken)]}
    page = client.post(f"{LIST}?queue=all", data, follow=True).content.decode()
    assert "2 cases are yours now." in page
    assert "Kamill has taken this case already" in page
    assert Application.objects.filter(caseworker=member("klara")).count() == 2


def test_hand_over_several(signed_in):
    cases = [submitted("Kovács"), submitted("Szabó")]
    client = signed_in("klara")
    chosen = client.post(
        f"{LIST}?queue=all", {"action": "hand_over_cases", "_selected_action": [case.pk for case in cases]}
    )
    page = client.get(chosen["Location"])
    assert cases[0].reference in page.content.decode()
    client.post(chosen["Location"], {"to": member("kamill").pk, "note": "Szabadságra megyek."})
    assert Application.objects.filter(caseworker=member("kamill")).count() == 2
    assert cases[0].notes.get().text == "Szabadságra megyek."


@pytest.mark.parametrize("name", ["csaba", "agota"])
def test_others_have_no_such_actions(signed_in, name):
    case = submitted("Kovács")
    client = signed_in(name)
    client.post(f"{LIST}?queue=all", {"action": "take_cases", "_selected_action": [case.pk]})
    assert client.get("/office/applications/application/hand-over/").status_code == 403
    case.refresh_from_db()
    assert case.caseworker is None
    assert not StateChange.objects.exists()


def test_the_auditor_changes_nothing(signed_in, road: Road):
    case = road.to("recommended")
    client = signed_in("agota")
    page = client.get(f"/office/applications/application/{case.pk}/change/").content.decode()
    assert "there is nothing for you to do" in page
    finding = case.findings.first()
    assert client.get(f"/office/applications/application/{case.pk}/finding/{finding.pk}/").status_code == 403
    assert client.get(f"/office/applications/application/{case.pk}/act/note/").status_code in (302, 403)
    assert client.post(f"/office/applications/finding/{finding.pk}/change/", {"outcome": "met"}).status_code == 403
    assert client.get("/office/applications/finding/add/").status_code == 403
