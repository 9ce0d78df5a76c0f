"""The whole form from the first page to the reference number, in both languages."""

from collections.abc import Mapping

import pytest
from django.test import Client
from django.urls import reverse

from applications.intake.models import Application
from portal.public.step import Stop, all_steps
from tests.form.walking import walk

pytestmark = pytest.mark.django_db

EVERYTHING = {
    "former-names": {"any": "yes"},
    "former-nationalities": {"any": "yes"},
    "hungarian-before": {"citizen": "yes"},
    "address": {"country": "HU"},
    "lived-elsewhere": {"any": "yes"},
    "marital-status": {"status": "married"},
    "hungarian-school": {"any": "yes"},
    "parents": {"known": ["father", "mother"]},
    "children": {"any": "yes"},
    "convictions": {"any": "yes"},
    "proceedings": {"hungary": "no", "abroad": "yes"},
    "earlier-applications": {"any": "yes"},
    "ancestor-birth": {"on": "1905"},
    "child-other-parent": {"parent": "other"},
    "child-custody": {"holder": "both"},
    "child-birth": {"on": "2012-06-01"},
    "marriage-end": {"ended_by": "lasts"},
    "oath-place": {"where": "mayor", "office": ""},
}


def a_citizen_grandfather(stop: Stop) -> Mapping[str, object]:
    """The father was a citizen; the mother's line leads one generation further and is lost there."""
    if stop.step.id == "ancestor-hungarian":
        return {"citizen": "yes" if stop.asked.trail == ("father",) else "no"}
    if stop.step.id == "ancestor-parents":
        return {"known": ["mother"] if stop.asked.trail == ("mother",) else ["none"]}
    return {}


CHANGE_NOTHING = {
    "ancestor-citizenship", "ancestor-domicile", "ancestor-life", "ancestor-parents-marriage",
}  # fmt: skip
"""Who says to have been a citizen until 2020 is none now, whatever the ancestors were; and the father was one."""


@pytest.mark.parametrize("language", ["en", "hu"])
def test_it_leads_over_every_page_to_the_reference(browser_of_ilona: Client, draft: Application, language: str) -> None:
    browser_of_ilona.cookies["django_language"] = language

    steps = walk(browser_of_ilona, draft, EVERYTHING, a_citizen_grandfather)

    assert set(all_steps()) - set(steps) == {"origin", *CHANGE_NOTHING}
    tasks = browser_of_ilona.get(reverse("public:tasks", args=[draft.reference])).content.decode()
    assert f'<a class="button" href="{reverse("public:papers", args=[draft.reference])}">' in tasks
    check = reverse("public:check", args=[draft.reference])
    assert browser_of_ilona.get(check).status_code == 200
    draft.refresh_from_db()
    answer = browser_of_ilona.post(
        check, {"true": "on", "warned": "on", "privacy": "on", "version": str(draft.version)}
    )
    assert answer.status_code == 302
    draft.refresh_from_db()
    assert draft.state == "submitted"
    sent = browser_of_ilona.get(answer.url).content.decode()
    assert draft.reference in sent
    assert sent.count('aria-current="step"') == 1


def test_what_the_law_wants_of_a_line_is_asked(browser_of_ilona: Client, draft: Application) -> None:
    wishes = {
        **EVERYTHING,
        "hungarian-before": {"citizen": "no"},
        "ancestor-citizenship": {"since": "", "ended": "unknown"},
    }

    steps = walk(browser_of_ilona, draft, wishes, a_citizen_grandfather, until="children")

    assert set(steps) >= CHANGE_NOTHING - {"ancestor-life"}
    assert "ancestor-life" not in steps


def test_without_a_citizen_ancestor_the_origin_is_asked_for(browser_of_ilona: Client, draft: Application) -> None:
    nobody = {**EVERYTHING, "ancestor-hungarian": {"citizen": "no"}, "ancestor-parents": {"known": ["none"]}}

    assert "origin" in walk(browser_of_ilona, draft, nobody, until="children")
