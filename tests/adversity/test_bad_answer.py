"""A bad answer is said in words, beside its field and in a summary that leads there; nothing is lost or saved."""

import re

import pytest
from django.test import Client

from applications.intake.models import Answers, Application

pytestmark = pytest.mark.django_db
BAD = {"on_year": "1985", "on_month": "2", "on_day": "30", "place": "Kolozsvár", "country": "RO", "version": "1"}


@pytest.mark.parametrize(("language", "prefix"), [("en", "Error:"), ("hu", "Hiba:")])
def test_it_is_said_in_title_summary_and_beside_the_field(
    ilona: Client, draft: Application, language: str, prefix: str
):
    ilona.cookies["django_language"] = language

    answer = ilona.post(f"/apply/{draft.reference}/birth/", BAD)

    html = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(rf"<title>\s*{prefix}", html)
    target, words = re.findall(r'<li><a href="#(.*?)">(.*?)</a>', html.partition('id="errors"')[2])[0]
    assert f'id="{target}"' in html
    assert re.search(rf'<p class="error">.*{re.escape(words)}</p>', html)
    assert 'aria-invalid="true"' in re.findall(rf'<input[^>]*id="{target}"[^>]*>', html)[0]


def test_what_was_typed_stays_and_what_was_saved_too(ilona: Client, draft: Application):
    page = f"/apply/{draft.reference}/birth/"
    before = Answers.objects.get(step="birth", person=draft.applicant).data

    html = ilona.post(page, BAD).content.decode()

    assert 'value="30"' in html
    assert Answers.objects.get(step="birth", person=draft.applicant).data == before


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "Kovács\x00", "K0vács", "x" * 200, " "])
def test_a_name_that_is_none_is_refused_and_escaped(ilona: Client, draft: Application, name: str):
    answer = ilona.post(f"/apply/{draft.reference}/name/", {"family_name": name, "given_name": "Ilona", "version": "1"})

    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()


def test_a_choice_that_was_not_offered_is_refused(ilona: Client, draft: Application):
    answer = ilona.post(f"/apply/{draft.reference}/sex/", {"sex": "robot", "version": "1"})

    assert answer.status_code == 422
