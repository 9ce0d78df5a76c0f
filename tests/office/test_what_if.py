"""The sandbox: facts are tried out, the case stays as it is."""

import re
from html import unescape

import pytest
from django.apps import apps
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from applications.admin.trial_form import TrialForm
from applications.admin.trial_inputs import area_of, country_of
from applications.assessment.facts import fact_id
from applications.assessment.trial import altered
from applications.core.models import JournalEntry
from applications.family.services import add_child
from applications.intake.models import Application
from applications.intake.queries import latest_submission
from tests import personas
from tests.office.cases import Road, ancestors, draft
from tests.office.pages import case_url


def url(case: Application) -> str:
    """Return the address of a case's sandbox."""
    return reverse("admin:case_what_if", args=[case.pk])


def fields(page: str) -> dict[str, list[str]]:
    """Return what a browser would send of the form on a page, as it stands."""
    form = page[page.index('class="office-form trial-form"') :]
    sent: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        attrs = {name: unescape(value) for name, value in re.findall(r'([a-z-]+)="([^"]*)"', tag)}
        chosen = attrs.get("type") not in ("radio", "checkbox") or " checked" in tag
        if chosen and attrs.get("name") != "csrfmiddlewaretoken":
            sent.setdefault(attrs["name"], []).append(attrs.get("value", ""))
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        selected = re.search(r'value="([^"]*)" selected', options)
        sent[name] = [selected[1] if selected else ""]
    return sent


def tried(client: Client, case: Application, changes: dict[str, object], *, adding: tuple[str, ...] = ()) -> str:
    """Open the sandbox, add facts, change some, and return the page that answers."""
    page = client.get(url(case)).content.decode()
    for path in adding:
        page = client.post(url(case), {**fields(page), "added": path}).content.decode()
    return client.post(url(case), {**fields(page), **changes}).content.decode()


def outcomes(page: str) -> dict[str, tuple[str, ...]]:
    """Return the outcomes of each route on a page by its id: as it stands and, where something was tried, after."""
    rows = re.findall(r'#route-([a-z_0-9]+)">.*?</tr>', page, re.DOTALL)
    return {
        route: tuple(re.findall(r'class="tag tag--\w+">([^<]+)<', row))
        for route, row in re.findall(r'#route-([a-z_0-9]+)">(.*?)</tr>', page, re.DOTALL)
        if rows
    }


def everything() -> dict[str, int]:
    """Count the rows of every table of ours."""
    return {
        model.__name__: model._default_manager.count() for model in apps.get_app_config("applications").get_models()
    }


def test_it_asks_first_what_can_still_turn_an_outcome(road, signed_in):
    case = road.to("under_review")
    page = signed_in("klara").get(url(case)).content.decode()
    person = fact_id(case.applicant)
    asked = re.findall(r'name="path" value="([^"]+)"', page)
    assert f"people.{person}.convictions" in asked
    assert f"people.{person}.security_objection" in asked
    assert "Can turn: Has a clean criminal record" in page


def test_a_changed_fact_shows_before_and_after_with_reasons(road, signed_in):
    case = road.to("under_review")
    person = fact_id(case.applicant)
    page = tried(signed_in("klara"), case, {f"people.{person}.convictions": "unspent"})
    assert outcomes(page)["simplified_descent"][-1] == "not met"
    assert "Kovács Ilona (the applicant) – convictions</b>: not known → not spent" in page
    assert "As it stands" in page
    assert "With your changes" in page
    assert "This has not been answered yet" in page
    assert 'class="new">changed' in page
    assert re.search(r'href="/law/\?on=[0-9-]+#rule-criminal_record"', page)
    assert page.count("#rule-criminal_record") == 1, "a condition of several procedures is told once"


def test_every_route_is_answered(road, signed_in):
    import rules

    case = road.to("filed")
    page = signed_in("klara").get(url(case)).content.decode()
    assert set(outcomes(page)) == set(rules.ROUTES)


def test_facts_of_others_are_added_by_path_with_what_stands(road, signed_in):
    case = road.to("under_review")
    father, grandfather = ancestors(case)
    client = signed_in("klara")
    path = f"people.{fact_id(grandfather)}.citizenships"
    page = client.post(url(case), {"added": path}).content.decode()
    assert f'name="path" value="{path}"' in page
    assert f'name="{path}.0.country"' in page
    page = tried(client, case, {f"{path}.0.country": "HU", f"{path}.0.from": "1912-02-11"}, adding=(path,))
    assert "Kovács János" in page
    assert "Hungary, 11 February 1912 – …" in page
    page = tried(client, case, {}, adding=(f"people.{fact_id(father)}.born",))
    assert f'name="people.{fact_id(father)}.born.on" id="id_people.{fact_id(father)}.born.on"' in page
    assert 'value="1955-03-02"' in page
    assert "You have changed nothing yet." in page


def test_none_is_something_else_than_not_known(road, signed_in):
    case = road.to("under_review")
    path = f"people.{fact_id(case.applicant)}.marriages"
    page = tried(signed_in("klara"), case, {f"{path}.none": "on"}, adding=(path,))
    assert "marriages</b>: not known → none" in page


def test_another_day_of_filing(road, signed_in):
    case = road.to("under_review")
    page = tried(signed_in("klara"), case, {"as_of": "2010-12-31"}, adding=("as_of",))
    assert outcomes(page)["simplified_descent"][-1] == "not met"
    assert "This procedure exists only since 1 January 2011" in page


@pytest.mark.parametrize(
    ("fact", "value", "words"),
    [
        ("born.on", "1985-13", "Write a date such as 1912, 1912-05 or 1912-05-31."),
        ("born.area", "Sehol", "Write the code of an area such as RO-CJ"),
        ("grant.place_changes", "-1", "Write a whole number, 0 or more."),
        ("sex", "other", "Select a valid choice."),
    ],
)
def test_a_fault_is_told_beside_the_field(road, signed_in, fact, value, words):
    case = road.to("under_review")
    path = f"people.{fact_id(case.applicant)}.{fact}"
    page = tried(signed_in("klara"), case, {path: value}, adding=(path,))
    assert f'id="id_{path}_error"' in page
    assert words in page
    assert "Error:" in page
    assert f'value="{value}"' in page or fact == "sex"
    assert "With your changes" not in page


def test_two_facts_that_do_not_go_together_are_refused(road, signed_in):
    case = road.to("under_review")
    father, grandfather = ancestors(case)
    path = f"people.{fact_id(grandfather)}.parents"
    page = tried(signed_in("klara"), case, {f"{path}.0.person": fact_id(father)}, adding=(path,))
    assert "Somebody would be his or her own ancestor." in page
    assert f'id="id_{path}.0.person_error"' in page


def test_a_day_before_all_law_is_refused(road, signed_in):
    case = road.to("under_review")
    page = tried(signed_in("klara"), case, {"as_of": ""}, adding=("as_of",))
    assert "This is needed: the law of this day applies." in page


@pytest.mark.parametrize(
    "path", ["people.nobody.born.on", "people", "born", "people.{person}.name", "people.{person}.x.y"]
)
def test_there_is_no_such_fact(road, signed_in, path):
    case = road.to("filed")
    path = path.format(person=fact_id(case.applicant))
    page = signed_in("klara").post(url(case), {"added": path}).content.decode()
    assert "There is no such fact. Choose one from the list." in page


def test_nothing_is_written_but_the_reading(road, signed_in):
    case = road.to("under_review")
    client = signed_in("klara")
    client.get(url(case))
    before, facts = everything(), latest_submission(case).facts
    entries = JournalEntry.objects.count()
    tried(client, case, {f"people.{fact_id(case.applicant)}.convictions": "unspent"})
    after = everything()
    assert {name for name in before if before[name] != after[name]} == {"JournalEntry"}
    assert JournalEntry.objects.count() == entries + 2
    assert latest_submission(case).facts == facts
    last = JournalEntry.objects.filter(chain__endswith="/readings").latest("number")
    assert (last.event, last.subject) == ("case.read", "what-if")
    assert "convictions" not in str(last.data)
    case.refresh_from_db()
    assert case.state == "under_review"


@pytest.mark.parametrize(
    ("name", "status"), [("klara", 200), ("denes", 200), ("csaba", 200), ("agota", 200), ("adam", 404)]
)
def test_who_sees_the_case_may_try(road, signed_in, name, status):
    case = road.to("filed")
    client = signed_in(name)
    assert client.get(url(case)).status_code == status
    assert client.post(url(case), {"added": "as_of"}).status_code == status
    reads = JournalEntry.objects.filter(chain__endswith="/readings", subject="what-if").count()
    assert reads == (2 if status == 200 else 0)


def test_ones_own_case_drafts_and_strangers(road, signed_in, db):
    own = Road(account=road.caseworker).to("filed")
    unsent = draft(personas.applicant("unsent"))
    client = signed_in("klara")
    assert client.get(url(own)).status_code == 404
    assert client.get(url(unsent)).status_code == 404
    assert Client().get(url(own)).status_code == 302


def test_the_page_of_a_finding_leads_to_its_facts(road, signed_in):
    case = road.to("under_review")
    client = signed_in("klara")
    finding = case.findings.get(code="criminal_record", superseded_at=None)
    address = f"{url(case)}?finding={finding.pk}"
    assert f'href="{address}"' in client.get(case_url(case)).content.decode()
    asked = re.findall(r'name="path" value="([^"]+)"', client.get(address).content.decode())
    assert asked[0] == finding.would_change[0]
    assert client.get(f"{url(case)}?finding=x").status_code == 200
    assert client.get(f"{url(case)}?person=999999").status_code == 404


def test_it_speaks_hungarian_too(road, signed_in):
    case = road.to("under_review")
    client = signed_in("klara")
    client.cookies["django_language"] = "hu"
    page = tried(client, case, {f"people.{fact_id(case.applicant)}.convictions": "unspent"})
    assert "Mi lenne, ha?" in page
    assert "nem ismert → nem mentesült" in page


def test_a_child_included_has_facts_of_its_own(road, signed_in):
    child = add_child(
        parent=road.case.applicant, changes={"family_name": "Kovács", "given_name": "Anna", "born_on": "2015-04-02"}
    )
    road.case.children.add(child)
    case = road.to("under_review")
    client = signed_in("klara")
    address = f"{url(case)}?person={child.pk}"
    assert f'href="?person={child.pk}"' in client.get(url(case)).content.decode()
    page = client.get(address).content.decode()
    assert "Change facts about Kovács Anna" in page
    page = client.post(address, {**fields(page), "added": f"people.{fact_id(child)}.hungarian"}).content.decode()
    page = client.post(address, {**fields(page), f"people.{fact_id(child)}.hungarian": "none"}).content.decode()
    assert "Kovács Anna (the applicant) – knowledge of Hungarian</b>: not known → none" in page
    finding = case.findings.get(code="criminal_record", person=child, route="simplified_descent", superseded_at=None)
    assert "Kovács Anna" in client.get(f"{url(case)}?finding={finding.pk}").content.decode()


def great_grandfather(client: Client, case: Application, said: dict[str, str]) -> str:
    """Add a parent of the grandfather, tell of him, and return the page that answers."""
    _father, grandfather = ancestors(case)
    page = client.get(url(case)).content.decode()
    page = client.post(url(case), {**fields(page), "parent_of": fact_id(grandfather)}).content.decode()
    told = {f"people.new-1.{fact}": value for fact, value in said.items()}
    return client.post(url(case), {**fields(page), **told}).content.decode()


CITIZEN = {
    "sex": "male",
    "born.on": "1880-05-01",
    "born.place": "Kolozsvár",
    "born.area": "Kolozsvár",
    "citizenships.0.country": "Magyarország",
    "citizenships.0.from": "1880-05-01",
    "citizenships.0.acquired_by": "birth",
}


def test_a_great_grandfather_nobody_knew_turns_the_ancestry(road, signed_in):
    case = road.to("under_review")
    page = great_grandfather(signed_in("klara"), case, CITIZEN)
    assert "New person 1" in page
    assert "Hungary, 1 May 1880" in page
    turned = page[page.index('id="turned"') :]
    assert "ancestor was a Hungarian citizen" in turned
    assert "was a Hungarian citizen at some time" in turned
    assert 'tag tag--good">met' in turned or ">met<" in turned


def test_somebody_new_who_was_no_citizen_turns_nothing(road, signed_in):
    case = road.to("under_review")
    page = great_grandfather(signed_in("klara"), case, {"sex": "male", "citizenships.0.country": "RO"})
    found = outcomes(page)["simplified_descent"]
    assert len(set(found)) == 1
    assert "New person 1" in page


def test_a_new_person_has_parents_too(road, signed_in):
    case = road.to("under_review")
    client = signed_in("klara")
    page = great_grandfather(client, case, {"sex": "male"})
    page = client.post(url(case), {**fields(page), "parent_of": "new-1"}).content.decode()
    assert re.findall(r'name="newcomer" value="([^"]+)"', page)[1] == "new-1"
    assert 'name="people.new-2.born.on"' in page
    assert 'name="people.new-2.citizenships.0.country"' in page
    assert fields(page)["people.new-1.sex"] == ["male"], "what was said before stays"


def test_nobody_gets_a_third_parent_by_birth(road, signed_in):
    case = road.to("under_review")
    father, _grandfather = ancestors(case)
    client = signed_in("klara")
    page = client.get(url(case)).content.decode()
    for _number in range(3):
        page = client.post(url(case), {**fields(page), "parent_of": fact_id(father)}).content.decode()
    assert "Nobody has more than two parents by birth." in page
    assert 'id="id_parent_of_error"' in page


def test_a_tie_left_out_shows_what_rests_on_it(road, signed_in):
    case = road.to("under_review")
    father, _grandfather = ancestors(case)
    client = signed_in("klara")
    page = client.get(url(case)).content.decode()
    person = fact_id(case.applicant)
    offered = re.findall(rf'name="without" value="(people\.{person}\.parents\.\d)"', page)
    assert offered
    whole = {**fields(page), "without": offered, "path": [*fields(page)["path"], f"people.{person}.parents"]}
    page = client.post(url(case), whole).content.decode()
    assert "parents</b>: " in page
    assert "→ not known" in page
    assert f'value="{offered[0]}"' in page
    assert re.search(rf'value="{re.escape(offered[0])}"[^>]* checked', page), "it stays left out"
    assert f'name="people.{person}.parents.0.person"' not in page, "what is left out is not asked in the same breath"
    assert str(father) in page


def test_people_and_ties_that_are_not_there_change_nothing(road, signed_in):
    case = road.to("under_review")
    client = signed_in("klara")
    page = client.get(url(case)).content.decode()
    sent = {**fields(page), "newcomer": ["nobody", "new-7"], "without": ["people.nobody.parents.0", "x"]}
    page = client.post(url(case), sent).content.decode()
    assert "New person" not in page
    assert "Select a valid choice" in page


def test_a_new_person_leaves_the_case_as_it_is(road, signed_in):
    case = road.to("under_review")
    client = signed_in("klara")
    client.get(url(case))
    before, facts = everything(), latest_submission(case).facts
    great_grandfather(client, case, CITIZEN)
    after = everything()
    assert {name for name in before if before[name] != after[name]} == {"JournalEntry"}
    assert latest_submission(case).facts == facts


def test_papers_of_an_entry_stay_when_its_days_are_tried():
    raw = {
        "as_of": "2026-01-01",
        "applicant": "a",
        "people": {"a": {"citizenships": [{"country": "RO", "evidence": [{"kind": "passport"}]}]}},
    }
    path = "people.a.citizenships"
    sent = QueryDict(mutable=True)
    sent.update({f"{path}.0.country": "RO", f"{path}.0.from": "1990", "path": path})
    form = TrialForm(sent, raw=raw, paths=[path], serves={}, language="en")
    assert form.is_valid(), form.errors
    assert form.changes == {path: [{"country": "RO", "from": "1990", "evidence": [{"kind": "passport"}]}]}
    tried_out = altered(raw, form.changes)
    assert tried_out["people"]["a"]["citizenships"][0]["from"] == "1990"
    assert "from" not in raw["people"]["a"]["citizenships"][0], "what was given stays as it was"


def test_an_entry_taken_out_is_gone():
    raw = {
        "as_of": "2026-01-01",
        "applicant": "a",
        "people": {"a": {"citizenships": [{"country": "RO"}, {"country": "HU"}]}},
    }
    path = "people.a.citizenships"
    sent = QueryDict(mutable=True)
    sent.update({f"{path}.0.country": "", f"{path}.1.country": "HU", "path": path})
    form = TrialForm(sent, raw=raw, paths=[path], serves={}, language="en")
    assert form.is_valid(), form.errors
    assert form.changes == {path: [{"country": "HU"}]}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("RO-CJ", "RO-CJ"),
        ("ro-cj", "RO-CJ"),
        ("RO", "RO"),
        ("Kolozsvár", "RO-CJ"),
        ("kolozsvar", "RO-CJ"),
        ("Cluj", "RO-CJ"),
        ("Sehol", "Sehol"),
    ],
)
def test_an_area_is_written_by_code_by_name_or_by_a_settlement(written, code):
    assert area_of(written) == code


@pytest.mark.parametrize(
    ("written", "code"), [("ro", "RO"), ("Románia", "RO"), ("Romania", "RO"), ("Szlovakia", "SK"), ("Sehol", "Sehol")]
)
def test_a_country_is_written_by_code_or_by_name(written, code):
    assert country_of(written) == code
