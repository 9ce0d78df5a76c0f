"""A page of the form joined from kept pieces is the page its template draws, and what people wrote stays text in it."""

import re

import pytest
from django.test import Client, override_settings

from applications.family.models import Person
from applications.intake.models import Application
from portal.public.addresses import page_address
from portal.public.draft import open_draft
from portal.public.shell import kept
from tests.form.test_walk import EVERYTHING, a_citizen_grandfather
from tests.form.walking import walk

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]*')


def drawn(browser: Client, address: str) -> str:
    """Return a page, its token against forgeries (another one each time) taken out."""
    answer = browser.get(address)
    assert answer.status_code == 200
    html, tokens = TOKEN.subn(r"\1", answer.content.decode())
    assert tokens == 3
    return html


def test_every_page_is_the_one_its_template_draws(browser_of_ilona: Client, draft: Application):
    browser = browser_of_ilona
    walk(browser, draft, EVERYTHING, a_citizen_grandfather)
    opened = open_draft(Application.objects.get())
    addresses = [page_address(opened, stop) for stop in {stop.step.id: stop for stop in opened.stops}.values()]
    assert len(addresses) > 50
    for number, address in enumerate([*addresses, f"{addresses[0]}?back=check"]):
        browser.cookies["django_language"] = ("hu", "en")[number % 2]
        drawn(browser, address)
        before = kept.cache_info()
        joined = drawn(browser, address)
        assert kept.cache_info().hits == before.hits + 1
        with override_settings(DEBUG=True):
            assert joined == drawn(browser, address), address
        assert kept.cache_info().hits == before.hits + 1


def test_a_name_is_text_wherever_it_stands(browser_of_ilona: Client, draft: Application):
    Person.objects.update(family_name="~path~ ~token~", given_name="<b>Ilona</b>")
    opened = open_draft(draft)

    html = drawn(browser_of_ilona, page_address(opened, opened.stops[0]))

    assert "~path~ ~token~ &lt;b&gt;Ilona&lt;/b&gt;" in html
    assert "<b>Ilona" not in html
