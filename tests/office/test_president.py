"""The President's list: number and day of each, one transaction, one line in the journal each."""

from applications.core import clock
from applications.core.models import JournalEntry
from applications.decisions.models import Decision
from tests import personas
from tests.office.cases import Road

LIST = "/office/president/"


def rows(*decided: tuple[int, str, str, str]) -> dict[str, str]:
    """Return the form of a list from (case, kind, number, day)."""
    data: dict[str, str] = {}
    for case, kind, number, day in decided:
        data |= {f"case-{case}-kind": kind, f"case-{case}-number": number, f"case-{case}-decided_on": day}
    return data


def before_president(count: int) -> list[Road]:
    """Return cases before the President."""
    roads = [
        Road(account=personas.applicant(f"p{number}"), name=name)
        for number, name in zip(range(count), ("Kovács", "Szabó", "Nagy"), strict=False)
    ]
    for road in roads:
        road.to("before_president")
    return roads


def test_a_list_is_recorded_at_once(signed_in):
    first, second, third = (road.case for road in before_president(3))
    client = signed_in("denes")
    page = client.get(LIST).content.decode()
    assert all(case.reference in page for case in (first, second, third))
    today = clock.today().isoformat()
    answer = client.post(
        LIST, rows((first.pk, "grant", "KE/1", today), (second.pk, "refusal", "KE/2", today)), follow=True
    )
    assert "2 decisions are recorded." in answer.content.decode()
    for case in (first, second, third):
        case.refresh_from_db()
    assert [case.state for case in (first, second, third)] == ["granted", "refused", "before_president"]
    assert set(Decision.objects.values_list("number", "kind")) == {("KE/1", "grant"), ("KE/2", "refusal")}
    for case, event in ((first, "case.record_grant"), (second, "case.record_refusal")):
        assert JournalEntry.objects.filter(chain=case.reference, event=event).count() == 1


def test_all_or_none(signed_in):
    first, second = (road.case for road in before_president(2))
    client = signed_in("denes")
    today = clock.today().isoformat()
    page = client.post(LIST, rows((first.pk, "grant", "KE/1", today), (second.pk, "grant", "", ""))).content.decode()
    assert f"{second.reference}: Enter the number of the decision." in page
    assert "KE/1" in page, "what was entered stays"
    assert not Decision.objects.exists()


def test_nothing_filled_in_records_nothing(signed_in):
    before_president(1)
    assert "Nothing is filled in yet." in signed_in("denes").post(LIST, {}).content.decode()


def test_a_second_click_records_nothing_more(signed_in):
    (road,) = before_president(1)
    client = signed_in("denes")
    data = rows((road.case.pk, "grant", "KE/1", clock.today().isoformat()))
    client.post(LIST, data)
    client.post(LIST, data)
    assert Decision.objects.count() == 1


def test_the_queue_leads_to_the_list_of_the_chosen(signed_in):
    first, second = (road.case for road in before_president(2))
    client = signed_in("denes")
    chosen = client.post(
        "/office/applications/application/?queue=all", {"action": "record_decisions", "_selected_action": [first.pk]}
    )
    page = client.get(chosen["Location"]).content.decode()
    assert first.reference in page
    assert second.reference not in page


def test_only_who_records_decisions(signed_in):
    for name in ("klara", "csaba", "agota", "adam"):
        assert signed_in(name).get(LIST).status_code == 403
