"""On the case page: why a finding says what it says, and what the law makes of each link of the line."""

import re

from django.urls import reverse

import rules
from applications.assessment.facts import fact_id
from applications.assessment.models import Finding
from applications.intake.queries import latest_submission
from tests.office.pages import case_url


def explanation(page: str, finding: Finding) -> str:
    """Return the explanation under a finding."""
    line = page[page.index(f'id="finding-{finding.pk}"') :]
    found = re.search(r'<details class="explained">(.*?)</details>', line, re.DOTALL)
    assert found
    return found[1]


def test_a_finding_of_the_law_unfolds_as_a_tree(road, signed_in):
    case = road.to("under_review")
    finding = case.findings.get(code="criminal_record", superseded_at=None)
    told = explanation(signed_in("klara").get(case_url(case)).content.decode(), finding)
    for words in (
        "Has a clean criminal record: unknown",
        "Because",
        "This has not been answered yet",
        "By the law",
        "Ápt. 4. § (1) b)",
        "in the wording in force since",
        "Missing",
        "Kovács Ilona (the applicant) – convictions",
        "Papers that could prove it",
        "extract from the criminal record",
        f'href="{reverse("pages:law")}?on={latest_submission(case).facts[fact_id(case.applicant)]["as_of"]}#rule-criminal_record"',
    ):
        assert words in told, words


def test_it_names_the_facts_it_rests_on(road, signed_in):
    case = road.to("under_review")
    finding = case.findings.get(code="ancestry", superseded_at=None)
    told = explanation(signed_in("agota").get(case_url(case)).content.decode(), finding)
    assert "From these facts" in told
    assert "Kovács" in told


def test_the_rule_a_finding_links_to_is_on_the_page_of_the_law(signed_in, road):
    case = road.to("filed")
    client = signed_in("klara")
    linked = set(re.findall(r'href="/law/[^"#]*#([^"]+)"', client.get(case_url(case)).content.decode()))
    page = client.get("/law/").content.decode()
    assert linked
    assert linked <= set(re.findall(r'id="([^"]+)"', page))


def test_every_rule_and_route_has_its_place_on_the_page_of_the_law(client, db):
    places = set(re.findall(r'id="([^"]+)"', client.get("/law/").content.decode()))
    assert {f"rule-{condition}" for condition in rules.CONDITIONS} <= places
    assert {f"route-{route}" for route in rules.ROUTES} <= places


def test_facts_of_an_older_contract_leave_the_findings_readable(road, signed_in, monkeypatch):
    case = road.to("under_review")
    older = {"as_of": "2026-01-01", "applicant": "p1", "people": {"p1": {"weight": 70}}}
    for place in ("case_explained", "what_if"):
        monkeypatch.setattr(f"applications.admin.{place}.frozen_facts", lambda *_args: older)
    client = signed_in("klara")
    page = client.get(case_url(case)).content.decode()
    assert "This has not been answered yet" in page
    assert '<details class="explained">' not in page
    answer = client.get(reverse("admin:case_what_if", args=[case.pk]), follow=True)
    assert answer.redirect_chain[-1][0] == case_url(case)
    assert "The facts of this case cannot be tried" in answer.content.decode()


def test_each_link_of_the_line_says_what_the_law_answers_and_what_proves_it(road, signed_in):
    case = road.to("under_review")
    page = signed_in("klara").get(case_url(case)).content.decode()
    drawing = page[page.index('<svg class="line"') : page.index("</svg>", page.index('<svg class="line"'))]
    words = re.findall(r"</tspan> ([^<]+)</text>", drawing)
    assert len(words) == 4, "two ties, each with the law and the papers"
    assert all("citizenship" in said for said in words[::2])
    assert set(words[1::2]) <= {"no paper yet", "papers to be looked at", "proved by papers"}
    assert re.search(r"Tie 1 of the line: citizenship[^;]*; no paper yet", page)
