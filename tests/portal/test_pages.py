"""The public pages: there in both languages, under a strict policy, with no word of the other language's."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse

from portal.pages.nationalities import EFFECTS, STATES
from portal.pages.views import GUIDANCE

PAGES = [
    "/",
    "/guidance/",
    *(f"/guidance/{topic}/" for topic in GUIDANCE),
    "/check/",
    "/check/questions/",
    "/check/result/?hungarian=now",
    "/accessibility/",
    "/privacy/",
    "/help/",
    "/terms/",
    "/law/",
    "/law/?on=2005-01-01",
    "/account/login/",
    "/account/signup/",
    "/account/password/reset/",
    "/account/expired/?next=/my/",
    "/nowhere/",
]
pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client):
    """Return a function that gets a page in a language."""

    def page(path: str, language: str):
        client.cookies["django_language"] = language
        return client.get(path)

    return page


@pytest.mark.parametrize("language", ["hu", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_a_public_page_stands_alone_under_the_strict_policy(read, path, language):
    answer = read(path, language)
    html = answer.content.decode()

    assert answer.status_code == (404 if path == "/nowhere/" else 200)
    assert f'<html lang="{language}">' in html
    assert html.count("<h1") == 1
    assert html.count("<main") == 1
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*(src=|type=\"application/json\"))", html)
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert ("not the site of an authority" in html) == (language == "en")
    assert ("nem hatósági oldal" in html) == (language == "hu")


def test_every_article_is_written_in_both_languages():
    folders = {
        language: {file.name for file in Path(settings.BASE_DIR, "templates/pages", language).glob("*.html")}
        for language in ("hu", "en")
    }

    assert folders["hu"] == folders["en"]
    for topic in GUIDANCE:
        assert f"{topic}.html" in folders["hu"]


def test_an_unknown_topic_is_no_template():
    with pytest.raises(TemplateDoesNotExist):
        get_template("pages/hu/../../nothing.html")
    assert Client().get("/guidance/home/").status_code == 404
    assert Client().get("/guidance/privacy/").status_code == 404


def test_every_link_of_the_public_pages_leads_somewhere(read):
    seen = set()
    for language in ("hu", "en"):
        for path in PAGES:
            seen |= set(re.findall(r'href="(/[^"#]*)"', read(path, language).content.decode()))
    broken = [
        link
        for link in sorted(seen)
        if not link.startswith(settings.STATIC_URL) and Client().get(link).status_code >= 400
    ]

    assert broken == []


def test_the_switch_of_languages_keeps_the_page(read):
    html = read("/guidance/papers/?from=home", "hu").content.decode()

    assert 'name="next" value="/guidance/papers/?from=home"' in html
    assert 'name="language" value="en" lang="en">English</button>' in html


def test_the_other_nationality_is_advice_on_each_state_once():
    codes = [state.code for state in STATES]

    assert len(codes) == len(set(codes))
    assert "HU" not in codes
    assert {state.effect for state in STATES} <= EFFECTS.keys()


def test_a_failure_of_ours_is_told_without_asking_the_database(
    settings, client, monkeypatch, django_assert_num_queries
):
    client.raise_request_exception = False
    monkeypatch.setattr("portal.pages.views.article", lambda *_args, **_more: 1 / 0)
    with django_assert_num_queries(0):
        answer = client.get(reverse("pages:home"))
    html = answer.content.decode()

    assert answer.status_code == 500
    assert "Hiba történt nálunk" in html
    assert "Something went wrong on our side" in html
