"""The page of the law: every rule, its wordings by date, and the law on any day."""

import re
from datetime import UTC, datetime

import pytest

import rules

pytestmark = pytest.mark.django_db


def section(page: str, rule: str) -> str:
    """Return what the page says of a rule."""
    start = page.index(f'id="rule-{rule}"')
    return page[start : page.index("</article>", start)]


def law(client, query: str = "") -> str:
    """Return the page in English."""
    client.cookies["django_language"] = "en"
    return client.get(f"/law/{query}").content.decode()


def test_every_rule_stands_there_once_with_its_sections(client):
    page = law(client)
    for condition, wordings in rules.CONDITIONS.items():
        assert page.count(f'id="rule-{condition}"') == 1
        if not condition.endswith("_exists"):
            told = section(page, condition)
            assert told.count('class="law-line"') == len(wordings)
    for route in rules.ROUTES:
        assert page.count(f'id="route-{route}"') == 1


def test_the_law_of_today_with_what_was_before(client, tell_time):
    tell_time(datetime(2026, 11, 21, 12, tzinfo=UTC))
    page = law(client)
    assert "the law in force today, 21 November 2026" in page
    told = section(page, "language")
    assert told.index("from 1 February 2020") < told.index("Earlier wording") < told.index("to 31 January 2020")
    assert "remark of the official who heard the language" in told


@pytest.mark.parametrize(
    ("day", "words", "missing"),
    [
        ("2020-01-31", "Later wording", "Earlier wording"),
        ("2020-02-01", "Earlier wording", "Later wording"),
        ("2010-12-31", "no wording in force", "Earlier wording"),
    ],
)
def test_the_law_on_a_day(client, day, words, missing):
    told = section(law(client, f"?on={day}"), "language")
    assert words in told
    assert missing not in told


def test_a_procedure_that_did_not_exist_yet_says_so(client):
    page = law(client, "?on=2010-12-31")
    route = page[page.index('id="route-simplified_descent"') :]
    assert "not yet in force" in route[: route.index("</p>")]
    route = law(client, "?on=2011-01-01")
    route = route[route.index('id="route-simplified_descent"') :]
    assert "not yet in force" not in route[: route.index("</p>")]


@pytest.mark.parametrize("day", ["soon", "", "2012-02-30", "99999-01-01", "2012"])
def test_what_is_no_day_is_told_beside_the_field_and_todays_law_is_shown(client, day):
    page = law(client, f"?on={day}")
    assert "the law in force today" in page
    assert 'id="id_on_error"' in page
    assert "<title>Error:" in page


@pytest.mark.parametrize("day", ["0001-01-01", "1879-12-20", "9999-12-31"])
def test_any_day_has_an_answer(client, day):
    assert "Shown: the law in force on" in law(client, f"?on={day}")


def test_titles_and_papers_are_hungarian_for_hungarian_readers(client):
    client.cookies["django_language"] = "hu"
    page = client.get("/law/?on=2015-01-01").content.decode()
    told = section(page, "language")
    assert "Tud magyarul" in told
    assert "a nyelvtudást meghallgató ügyintéző feljegyzése" in told
    assert '<p lang="en">' in told
    assert "2011. január 1." in told


def test_every_page_leads_to_it_from_its_foot(client):
    home = client.get("/").content.decode()
    assert re.search(r'<footer.*href="/law/"', home, re.DOTALL)


def test_it_asks_no_database(client, django_assert_num_queries):
    law(client)
    with django_assert_num_queries(0):
        law(client)
