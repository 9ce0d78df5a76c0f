"""Every e-mail in both languages: one language, text and HTML alike, a way back to the case, no secrets."""

import re

import pytest

from applications.correspondence.letters import LETTER
from applications.correspondence.plain_text import blocks_of, plain_text
from tests.letters.conftest import Told

ENGLISH = re.compile(r"\b(the|you|your|and|have|with|case|until|please|application)\b", re.IGNORECASE)
HUNGARIAN = re.compile(r"\b(az|és|Ön|hogy|nem|kérelem|ügy)\b")
SECRETS = ("055 123 456", "Memorandumului", "Kolozsváron születtem", "Farkas utcában", "dédapja", "+40 264")


def test_every_mail_is_told_on_the_road(told: Told):
    assert set(told.mails) == set(LETTER)


@pytest.mark.parametrize("letter", LETTER)
def test_it_speaks_one_language(told: Told, letter: str):
    mail = told.mails[letter]
    other = ENGLISH if told.language == "hu" else HUNGARIAN
    words = re.sub(r"https?://\S+|Kovács \w+|Csíkszereda|Szabadság tér", "", f"{mail.subject}\n{mail.text}")

    assert mail.language == told.language
    assert f'<html lang="{told.language}">' in mail.html
    assert not other.search(words), other.search(words)
    assert ("Tisztelt Kovács Anna!" if told.language == "hu" else "Dear Anna Kovács,") in mail.text


@pytest.mark.parametrize("letter", LETTER)
def test_text_and_html_say_the_same(told: Told, letter: str):
    mail = told.mails[letter]
    squeezed = re.sub(r"[\s=–-]+", "", mail.text)

    assert mail.text == plain_text(mail.html)
    for block in blocks_of(mail.html):
        assert re.sub(r"[\s=–-]+", "", block.words) in squeezed


@pytest.mark.parametrize("letter", LETTER)
def test_it_leads_to_the_case_and_says_whose_turn_it_is(told: Told, letter: str):
    mail = told.mails[letter]
    reference = mail.application.reference

    assert f"/my/{reference}/" in mail.text
    assert reference in mail.subject
    assert ("Kinek a dolga most: " if told.language == "hu" else "Whose turn it is: ") in mail.text
    assert ("Mi következik?" if told.language == "hu" else "What happens next") in mail.text
    assert ("független telepítés" if told.language == "hu" else "independent installation") in mail.text


@pytest.mark.parametrize("letter", LETTER)
def test_it_holds_nothing_private_and_nothing_unfilled(told: Told, letter: str):
    mail = told.mails[letter]

    assert not [secret for secret in SECRETS if secret in mail.text]
    assert not re.search(r"None|\{\{|\{%|%\(|: \n", mail.text)
    assert "http://" not in mail.html.replace("http://localhost:8000", "")
    assert "<img" not in mail.html


def test_names_with_signs_of_html_stay_words():
    assert plain_text("<p>Kov&aacute;cs &lt;b&gt;Anna &amp; Tsa.</p>") == "Kovács <b>Anna & Tsa.\n"


def test_a_long_address_is_never_broken():
    address = "https://honpolgar.example/my/" + "x" * 90

    assert f"\n{address}\n" in plain_text(f'<p><a href="{address}">Megnyitom</a></p>')


def test_rows_and_points_stand_close_together():
    html = "<table><tr><th>Mikor</th><td>ma</td></tr><tr><th>Hol</th><td>itt</td></tr></table><ul><li>a</li><li>b</li></ul>"

    assert plain_text(html) == "Mikor: ma\nHol: itt\n\n– a\n– b\n"
