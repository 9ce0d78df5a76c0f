"""No word that a person reads is left untranslated, and the check that says so can fail."""

import re
from pathlib import Path

import polib
import pytest

from tests import translations

CATALOGUES = sorted((translations.REPOSITORY / "locale").glob("*/LC_MESSAGES/*.po"))


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_every_entry_is_translated(catalogue):
    assert translations.unfinished(catalogue) == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_every_placeholder_is_kept(catalogue):
    """A translation that loses %(name)s says less; one that invents a name fails when it is said."""
    placeholder = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
    for entry in polib.pofile(str(catalogue)):
        pairs = [(entry.msgid, text) for text in [entry.msgstr] if text]
        pairs += [(entry.msgid_plural, text) for text in entry.msgstr_plural.values() if text]
        for said, translated in pairs:
            if catalogue.stem == "django" and not entry.obsolete:
                assert set(placeholder.findall(translated)) <= set(placeholder.findall(said)), entry.msgid


def test_an_unfinished_entry_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(translations, "REPOSITORY", tmp_path)
    catalogue = tmp_path / "hu" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    words = polib.POFile()
    words.append(polib.POEntry(msgid="Yes", msgstr="Igen"))
    words.append(polib.POEntry(msgid="No", msgstr=""))
    words.append(polib.POEntry(msgid="Perhaps", msgstr="Talán", flags=["fuzzy"]))
    words.append(polib.POEntry(msgid="a day", msgid_plural="days", msgstr_plural={0: "egy nap", 1: ""}))
    words.save(str(catalogue))

    missing = translations.unfinished(Path(catalogue))

    assert [line.split(": ")[1] for line in missing] == ["'No'", "'Perhaps'", "'a day'"]
